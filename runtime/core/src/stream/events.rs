//! `Events`: server-sent events, as the HTML standard of the WHATWG has them (section "Server-sent events").

mod fields;

use std::fmt;
use std::io::{self, BufRead, ErrorKind};
use std::marker::PhantomData;
use std::time::Duration;

use self::fields::{data_begun, field, lossy, milliseconds, nonempty};
use super::error::{StreamError, StreamFailure};
use super::lines::{Breaks, Line, Lines};
use crate::decode::{DecodeError, Decoded};
use crate::node::{Described, Fill};
use crate::raw::{RawJson, quoted};
use crate::reader::Reader;

/// How much longer than its value a line may be: a field's name, a colon and a space.
const FIELD: usize = "event: ".len();

/// An event of a stream, with what its data say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What kind of event this is; `message` where the stream does not say.
    pub name: String,
    /// The id that the stream gave last, by which one asks for what follows this event; none where it gave none.
    pub id: Option<String>,
    /// The line of the stream in which the event begins; the first is 1.
    pub line: usize,
    /// The value.
    pub data: Decoded<T>,
}

/// The events of a stream of server-sent events, whose data are JSON.
///
/// [`Reader::events`] makes it. Lines end with a line feed, a carriage return or both; several `data` lines are joined by
/// line feeds; comments, unknown fields and a byte order mark at the start are passed over. An event whose data cannot be read is an error in
/// its place, with name and id, and the next event is read as if nothing had happened. An event whose data the stream breaks off is an error, too:
/// for a browser it would just not be there.
///
/// ```
/// use api_object::{ApiObject, Reader};
///
/// #[derive(ApiObject)]
/// struct Delta {
///     text: String,
/// }
///
/// let stream: &[u8] = b": hello\nevent: delta\ndata: {\"text\":\ndata:  \"Good \"}\n\n\
///                       data: {}\n\nevent: delta\ndata: {\"text\":\"morning\"}\n\ndata: [DONE]\n\n";
/// let mut events = Reader::new().events::<Delta, _>(stream).until("[DONE]");
/// let mut said = String::new();
/// for event in &mut events {
///     match event {
///         Ok(event) if event.name == "delta" => said += event.data.text(),
///         Ok(_) => {}
///         Err(error) => assert_eq!(
///             error.to_string(),
///             "event at line 6: line 1, column 1, at /text: `text` is missing"
///         ),
///     }
/// }
/// assert_eq!(said, "Good morning");
/// assert!(events.is_done());
/// ```
pub struct Events<T, R> {
    lines: Lines<R>,
    reader: Reader,
    until: Option<String>,
    as_objects: bool,
    pending: Pending,
    /// The id that was given last.
    id: Option<String>,
    /// The same, once the event has ended for which it was given.
    last_id: Option<String>,
    retry: Option<Duration>,
    is_over: bool,
    is_done: bool,
    values: PhantomData<fn() -> T>,
}

/// An event that has not ended.
#[derive(Default)]
struct Pending {
    name: String,
    data: Vec<u8>,
    /// Where it begins; 0 where nothing has come of it.
    line: usize,
    is_too_long: bool,
}

impl Reader {
    /// Reads a stream of server-sent events. [`max_bytes`](Reader::max_bytes) is the limit for the data of an event, and
    /// for a line.
    pub fn events<T, R: BufRead>(&self, stream: R) -> Events<T, R>
    where
        T: for<'de> Fill<'de> + Described,
    {
        let most = self.stream_bytes();
        Events {
            lines: Lines::new(stream, Breaks::Any, most.saturating_add(FIELD)),
            reader: *self,
            until: None,
            as_objects: false,
            pending: Pending::default(),
            id: None,
            last_id: None,
            retry: None,
            is_over: false,
            is_done: false,
            values: PhantomData,
        }
    }
}

impl<T, R> Events<T, R> {
    /// Ends at an event with just these data, such as `[DONE]`, which is no item itself, and may lack the empty line behind it.
    #[must_use]
    pub fn until(mut self, data: &str) -> Self {
        self.until = Some(data.to_owned());
        self
    }

    /// Reads each event as an object, whose member `event` is its name and whose member `data` is what its data are, in
    /// this order: as a union with `#[api(tag = "event", content = "data")]` has them. Pointers and places are those in
    /// that object.
    ///
    /// ```
    /// use api_object::{ApiObject, Extra, Reader, UnknownObject};
    ///
    /// #[derive(ApiObject)]
    /// #[api(tag = "event", content = "data")]
    /// enum Event {
    ///     Delta(Delta, Extra),
    ///     #[api(unknown)]
    ///     Other(UnknownObject),
    /// }
    ///
    /// #[derive(ApiObject)]
    /// struct Delta {
    ///     text: String,
    /// }
    ///
    /// let stream: &[u8] = b"event: delta\ndata: {\"text\":\"Good\"}\n\nevent: ping\ndata: {}\n\n";
    /// let mut events = Reader::new().events::<Event, _>(stream).as_objects();
    /// let first = events.next().unwrap()?;
    /// assert!(matches!(&*first.data, Event::Delta(delta, _) if delta.text() == "Good"));
    /// let second = events.next().unwrap()?;
    /// assert!(matches!(&*second.data, Event::Other(other) if other.tag() == Some("ping")));
    /// # Ok::<(), api_object::StreamError>(())
    /// ```
    #[must_use]
    pub fn as_objects(mut self) -> Self {
        self.as_objects = true;
        self
    }

    /// Whether the event has come that [`until`](Events::until) names, so that nothing is lost behind it.
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// The id by which one asks for what follows, where the stream gave one: that of the last event that ended, also of one
    /// without data. An event that the stream breaks off is not behind it, and so comes again.
    ///
    /// ```
    /// use api_object::{RawJson, Reader};
    ///
    /// let stream: &[u8] = b"id: 7\ndata: 1\n\nid: 8\ndata: ";
    /// let mut events = Reader::new().events::<RawJson, _>(stream);
    /// assert_eq!(events.by_ref().filter(Result::is_ok).count(), 1);
    /// assert_eq!(events.last_id(), Some("7"));
    /// ```
    pub fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref()
    }

    /// How long to wait before the stream is asked for again, where it says so.
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }
}

impl<T, R: BufRead> Events<T, R> {
    pub(super) fn source_mut(&mut self) -> &mut R {
        self.lines.source_mut()
    }

    /// Whether nothing is read any more.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Reads on to the end of an event that has data; nothing where the stream is over.
    fn event(&mut self) -> Option<Result<Pending, StreamError>> {
        loop {
            let ended = match self.line() {
                Ok(Some(ended)) => ended,
                Ok(None) => {
                    self.is_over = true;
                    let mut pending = std::mem::take(&mut self.pending);
                    let has_data = pending.data.pop().is_some();
                    if has_data && self.is_last(&pending) {
                        self.is_done = true;
                        self.last_id.clone_from(&self.id);
                        return None;
                    }
                    return (has_data || pending.is_too_long)
                        .then(|| Err(self.error(pending, StreamFailure::Unfinished)));
                }
                Err(error) => return Some(Err(self.failed(error))),
            };
            if !ended {
                continue;
            }
            self.last_id.clone_from(&self.id);
            let mut pending = std::mem::take(&mut self.pending);
            if pending.is_too_long {
                let failure = StreamFailure::TooLong(self.reader.stream_bytes());
                return Some(Err(self.error(pending, failure)));
            }
            if pending.data.pop().is_some() {
                return Some(Ok(pending));
            }
        }
    }

    /// Takes the next line, and says whether it ends the event; nothing where the stream is over.
    fn line(&mut self) -> io::Result<Option<bool>> {
        let most = self.reader.stream_bytes();
        let Some(line) = self.lines.next()? else {
            return Ok(None);
        };
        if !line.is_ended {
            if let Some(value) = data_begun(line.text) {
                self.pending.begin(line).add(value, most);
            }
            return Ok(None);
        }
        if line.text.is_empty() && !line.is_too_long {
            return Ok(Some(true));
        }
        match field(line.text) {
            ("data" | "event" | "id", _) if line.is_too_long => {
                self.pending.begin(line).is_too_long = true;
            }
            ("data", value) => self.pending.begin(line).add(value, most),
            ("event", value) => self.pending.begin(line).name = lossy(value),
            ("id", value) if !value.contains(&0) => self.id = nonempty(value),
            ("retry", value) if !line.is_too_long => {
                self.retry = milliseconds(value).or(self.retry);
            }
            _ => {}
        }
        Ok(Some(false))
    }

    /// Whether this is the event that ends the stream.
    fn is_last(&self, pending: &Pending) -> bool {
        let until = self.until.as_ref();
        until.is_some_and(|until| until.as_bytes() == pending.data)
    }

    /// Tells that the stream failed, which is its end, or that it has to wait; then the event goes on the next time.
    fn failed(&mut self, error: io::Error) -> StreamError {
        let mut pending = Pending {
            name: self.pending.name.clone(),
            ..Pending::default()
        };
        pending.line = self.lines.number().max(1);
        if error.kind() != ErrorKind::WouldBlock {
            self.is_over = true;
            self.pending = Pending::default();
        }
        self.error(pending, StreamFailure::Io(error))
    }

    fn error(&self, pending: Pending, failure: StreamFailure) -> StreamError {
        let mut error = StreamError::new(pending.line, failure);
        error.name = Some(pending.named());
        error.id.clone_from(&self.id);
        error
    }
}

impl Pending {
    /// Takes it for begun, at the latest in this line.
    fn begin(&mut self, line: Line<'_>) -> &mut Self {
        if self.line == 0 {
            self.line = line.number;
        }
        self
    }

    /// Adds a line of data, unless they become too long with that.
    fn add(&mut self, value: &[u8], most: usize) {
        // The line feed behind the last line is taken off again, and does not count.
        if self.is_too_long || self.data.len() + value.len() > most {
            self.is_too_long = true;
            return self.data.clear();
        }
        self.data.extend_from_slice(value);
        self.data.push(b'\n');
    }

    /// The event as an object.
    fn object(&self) -> Vec<u8> {
        let mut object = format!("{{\"event\":{},\"data\":", quoted(&self.named())).into_bytes();
        object.extend_from_slice(&self.data);
        object.push(b'}');
        object
    }

    fn named(&self) -> String {
        match self.name.as_str() {
            "" => "message".to_owned(),
            name => name.to_owned(),
        }
    }
}

impl<T, R> Events<T, R>
where
    T: for<'de> Fill<'de> + Described,
{
    fn read(&self, pending: &Pending) -> Result<Decoded<T>, DecodeError> {
        if !self.as_objects {
            return self.reader.from_slice(&pending.data);
        }
        // The data by themselves are one value, and no more of the object around them than that.
        let _ = self.reader.from_slice::<RawJson>(&pending.data)?;
        let reader = self.reader.max_bytes(usize::MAX);
        reader.from_slice(&pending.object())
    }
}

impl<T, R: BufRead> Iterator for Events<T, R>
where
    T: for<'de> Fill<'de> + Described,
{
    type Item = Result<Event<T>, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let pending = match self.event()? {
            Ok(pending) => pending,
            Err(error) => return Some(Err(error)),
        };
        if self.is_last(&pending) {
            (self.is_over, self.is_done) = (true, true);
            return None;
        }
        Some(match self.read(&pending) {
            Ok(data) => Ok(Event {
                name: pending.named(),
                id: self.id.clone(),
                line: pending.line,
                data,
            }),
            Err(error) => Err(self.error(pending, StreamFailure::Decode(error))),
        })
    }
}

impl<T, R> std::iter::FusedIterator for Events<T, R>
where
    T: for<'de> Fill<'de> + Described,
    R: BufRead,
{
}

impl<T, R> fmt::Debug for Events<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Events");
        shown
            .field("reader", &self.reader)
            .field("last_id", &self.last_id);
        shown.finish_non_exhaustive()
    }
}
