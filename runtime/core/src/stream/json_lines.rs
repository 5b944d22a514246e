//! `JsonLines`: a JSON text in each line.

use std::fmt;
use std::io::{BufRead, ErrorKind};
use std::marker::PhantomData;

use super::error::{StreamError, StreamFailure};
use super::lines::{Breaks, Lines};
use crate::decode::Decoded;
use crate::node::{Described, Fill};
use crate::reader::Reader;

/// The values of a stream with one JSON text in each line (newline-delimited JSON, JSON lines).
///
/// [`Reader::json_lines`] makes it. Empty lines are passed over, and so is a byte order mark at the start. A line that
/// cannot be read is an error in its place, and the next line is read as if nothing had happened.
///
/// ```
/// use api_object::{ApiObject, Reader};
///
/// #[derive(ApiObject)]
/// struct Event {
///     id: u32,
/// }
///
/// let stream: &[u8] = b"{\"id\":1}\n{\"id\":\"two\"}\n\n{\"id\":3}";
/// let mut sum = 0;
/// for event in Reader::new().json_lines::<Event, _>(stream) {
///     match event {
///         Ok(event) => sum += event.id(),
///         Err(error) => assert_eq!(
///             error.to_string(),
///             "line 2, column 7, at /id: expected an integer from 0 to 4294967295, found \"two\""
///         ),
///     }
/// }
/// assert_eq!(sum, 4);
/// ```
pub struct JsonLines<T, R> {
    lines: Lines<R>,
    reader: Reader,
    is_over: bool,
    values: PhantomData<fn() -> T>,
}

impl Reader {
    /// Reads a stream with one JSON text in each line. [`max_bytes`](Reader::max_bytes) is the limit for a line.
    pub fn json_lines<T, R: BufRead>(&self, stream: R) -> JsonLines<T, R>
    where
        T: for<'de> Fill<'de> + Described,
    {
        JsonLines {
            lines: Lines::new(stream, Breaks::Newline, self.stream_bytes()),
            reader: *self,
            is_over: false,
            values: PhantomData,
        }
    }
}

impl<T, R: BufRead> JsonLines<T, R> {
    pub(super) fn source_mut(&mut self) -> &mut R {
        self.lines.source_mut()
    }
}

impl<T, R: BufRead> Iterator for JsonLines<T, R>
where
    T: for<'de> Fill<'de> + Described,
{
    type Item = Result<Decoded<T>, StreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        loop {
            let line = match self.lines.next() {
                Ok(line) => line,
                Err(error) => {
                    self.is_over = error.kind() != ErrorKind::WouldBlock;
                    let failure = StreamFailure::Io(error);
                    return Some(Err(StreamError::new(self.lines.number().max(1), failure)));
                }
            };
            let Some(line) = line else {
                self.is_over = true;
                return None;
            };
            let number = line.number;
            if line.is_too_long {
                let failure = StreamFailure::TooLong(self.reader.stream_bytes());
                return Some(Err(StreamError::new(number, failure)));
            }
            if line.text.trim_ascii().is_empty() {
                continue;
            }
            let read = self.reader.from_slice(line.text);
            return Some(read.map_err(|e| StreamError::new(number, StreamFailure::Decode(e))));
        }
    }
}

impl<T, R> std::iter::FusedIterator for JsonLines<T, R>
where
    T: for<'de> Fill<'de> + Described,
    R: BufRead,
{
}

impl<T, R> fmt::Debug for JsonLines<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("JsonLines");
        shown.field("reader", &self.reader).finish_non_exhaustive()
    }
}
