//! `Chunks`: what has come of a stream that somebody else reads.

use std::io::{self, BufRead, ErrorKind, Read};

use super::error::{StreamError, StreamFailure};
use super::events::{Event, Events};
use super::json_lines::JsonLines;
use crate::decode::Decoded;
use crate::node::{Described, Fill};

/// The source of a stream whose bytes somebody else waits for, such as an asynchronous client: they are pushed as they
/// come, and what is complete with them is read. Nothing here waits, and no runtime is asked for.
///
/// ```
/// use api_object::{ApiObject, Chunks, Reader};
///
/// #[derive(ApiObject)]
/// struct Delta {
///     text: String,
/// }
///
/// // What `response.chunk().await?` gives, one after the other.
/// let chunks: [&[u8]; 4] = [b"data: {\"te", b"xt\":\"Good \"}\n\nda", b"ta: {\"text\":\"morning\"}\n\n", b"data: [DONE]\n\n"];
///
/// let mut events = Reader::new().events::<Delta, _>(Chunks::new()).until("[DONE]");
/// let mut said = String::new();
/// for chunk in chunks {
///     for event in events.push(chunk) {
///         said += event?.data.text();
///     }
/// }
/// assert_eq!(said, "Good morning");
/// assert!(events.finish().next().is_none() && events.is_done());
/// # Ok::<(), api_object::StreamError>(())
/// ```
///
/// As an iterator such a stream answers with an error of the kind `WouldBlock` where it has to wait, and goes on behind it. So it is
/// with any other source that gives that error.
#[derive(Debug, Clone, Default)]
pub struct Chunks {
    bytes: Vec<u8>,
    /// How many of them are read.
    read: usize,
    is_over: bool,
}

impl Chunks {
    /// Nothing has come.
    pub const fn new() -> Self {
        Chunks {
            bytes: Vec::new(),
            read: 0,
            is_over: false,
        }
    }

    fn push(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.read);
        self.read = 0;
        self.bytes.extend_from_slice(bytes);
    }
}

impl BufRead for Chunks {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self.bytes.get(self.read..).unwrap_or_default() {
            [] if !self.is_over => Err(ErrorKind::WouldBlock.into()),
            rest => Ok(rest),
        }
    }

    fn consume(&mut self, count: usize) {
        self.read += count;
    }
}

impl Read for Chunks {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

/// What there is of a stream until it has to wait.
fn ready<T>(next: Option<Result<T, StreamError>>) -> Option<Result<T, StreamError>> {
    next.filter(|item| !item.as_ref().is_err_and(StreamError::has_to_wait))
}

impl<T> Events<T, Chunks>
where
    T: for<'de> Fill<'de> + Described,
{
    /// Takes bytes that have come, and reads the events that are complete with them. Those that nobody takes from the
    /// iterator stand before the next ones. Of what comes behind the end of the stream nothing is kept.
    pub fn push(&mut self, bytes: &[u8]) -> impl Iterator<Item = Result<Event<T>, StreamError>> {
        if !self.is_over() {
            self.source_mut().push(bytes);
        }
        std::iter::from_fn(|| ready(self.next()))
    }

    /// Says that no more bytes come, and reads what is left: an event that has not ended is an error.
    pub fn finish(&mut self) -> impl Iterator<Item = Result<Event<T>, StreamError>> {
        self.source_mut().is_over = true;
        self
    }
}

impl<T> JsonLines<T, Chunks>
where
    T: for<'de> Fill<'de> + Described,
{
    /// Takes bytes that have come, and reads the lines that are complete with them. Those that nobody takes from the
    /// iterator stand before the next ones.
    pub fn push(&mut self, bytes: &[u8]) -> impl Iterator<Item = Result<Decoded<T>, StreamError>> {
        self.source_mut().push(bytes);
        std::iter::from_fn(|| ready(self.next()))
    }

    /// Says that no more bytes come, and reads what is left, such as a line that no line feed ended.
    pub fn finish(&mut self) -> impl Iterator<Item = Result<Decoded<T>, StreamError>> {
        self.source_mut().is_over = true;
        self
    }
}

impl StreamError {
    /// Whether the stream has no more for now, and is not over.
    pub(super) fn has_to_wait(&self) -> bool {
        matches!(&self.failure, StreamFailure::Io(error) if error.kind() == ErrorKind::WouldBlock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::RawJson;
    use crate::reader::Reader;

    #[test]
    fn behind_the_end_of_a_stream_nothing_is_kept() {
        let events = Reader::new().events::<RawJson, _>(Chunks::new());
        let mut events = events.until("[DONE]");
        assert_eq!(events.push(b"data: 1\n\ndata: [DONE]\n\n").count(), 1);
        for _ in 0..100 {
            assert_eq!(events.push(b"data: 2\n\n").count(), 0);
        }
        assert!(events.source_mut().bytes.len() < 30);
    }
}
