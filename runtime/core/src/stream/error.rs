//! What stands in a stream in the place of a value that was not read.

use std::fmt::{self, Display};
use std::io;

use crate::decode::{DecodeError, DecodeIssue};

/// A place in a stream at which no value was read.
///
/// The stream goes on behind it, save where the stream itself failed (`StreamFailure::Io`), which is the end unless it only has to
/// wait (`WouldBlock`).
#[derive(Debug)]
#[non_exhaustive]
pub struct StreamError {
    /// The line of the stream in which what was not read begins; the first is 1.
    pub line: usize,
    /// The name of the event, if this was one.
    pub name: Option<String>,
    /// The id of the event, if it had one.
    pub id: Option<String>,
    /// What went wrong.
    pub failure: StreamFailure,
}

/// Why something in a stream was not read.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamFailure {
    /// The stream failed, and is over; with `WouldBlock` it has no more for now.
    Io(io::Error),
    /// A line or event is longer than this many bytes.
    TooLong(usize),
    /// The stream ended in the midst of an event.
    Unfinished,
    /// The text is not a value of the type.
    Decode(DecodeError),
}

impl StreamError {
    pub(super) fn new(line: usize, failure: StreamFailure) -> Self {
        StreamError {
            line,
            name: None,
            id: None,
            failure,
        }
    }

    /// Why the text was not read, if that is what went wrong.
    pub fn decode_error(&self) -> Option<&DecodeError> {
        match &self.failure {
            StreamFailure::Decode(error) => Some(error),
            _ => None,
        }
    }

    /// Each issue with its place in the stream, or, of an event, in its data.
    fn issues(&self, f: &mut fmt::Formatter<'_>, error: &DecodeError) -> fmt::Result {
        let mut gap = "";
        for issue in error.issues() {
            f.write_str(gap)?;
            self.issue(f, issue)?;
            gap = "\n";
        }
        match error.untold() {
            0 => Ok(()),
            untold => write!(f, "\nand {untold} more"),
        }
    }

    fn issue(&self, f: &mut fmt::Formatter<'_>, issue: &DecodeIssue) -> fmt::Result {
        let mut placed = issue.clone();
        if self.name.is_none() {
            placed.line += self.line - 1;
            return placed.fmt(f);
        }
        placed.set_aside = false;
        let also = if issue.set_aside { "also " } else { "" };
        write!(f, "{also}event at line {}: {placed}", self.line)
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.name.is_some() {
            "event at line"
        } else {
            "line"
        };
        let line = self.line;
        match &self.failure {
            StreamFailure::Io(error) => write!(f, "{what} {line}: the stream failed: {error}"),
            StreamFailure::TooLong(most) => {
                write!(f, "{what} {line}: expected at most {most} bytes")
            }
            StreamFailure::Unfinished => {
                write!(f, "{what} {line}: the stream ended before the event did")
            }
            StreamFailure::Decode(error) => self.issues(f, error),
        }
    }
}

impl std::error::Error for StreamError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.failure {
            StreamFailure::Io(error) => Some(error),
            _ => None,
        }
    }
}
