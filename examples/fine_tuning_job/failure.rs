//! Why there is nothing to show.

use std::fmt;
use std::io::{self, ErrorKind};

/// The first part is the name of what was read.
pub(crate) enum Failure {
    Usage(String),
    Unreadable(String, io::Error),
    Empty(String),
    /// What is wrong, each place with its line.
    Undecodable(String, String),
    /// What is written back is not what was read.
    Changed(String),
    Output(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(wrong) => write!(f, "error: {wrong}; `--help` says how to call this"),
            Failure::Unreadable(name, error) => write!(f, "error: {name}: {}", Plain(error)),
            Failure::Empty(name) => write!(f, "error: {name}: it is empty; a job is expected"),
            Failure::Undecodable(name, places) => {
                write!(
                    f,
                    "error: {name}: it cannot be read as a job\n\n{}",
                    places.trim_end()
                )
            }
            Failure::Changed(name) => {
                write!(f, "error: {name}: written back, it is another value: a bug")
            }
            Failure::Output(error) => write!(f, "error: standard output: {error}"),
        }
    }
}

/// The usual reasons in words, without the operating system's number.
struct Plain<'a>(&'a io::Error);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.kind() {
            ErrorKind::NotFound => f.write_str("there is no such file"),
            ErrorKind::IsADirectory => f.write_str("it is a directory; a file is expected"),
            ErrorKind::PermissionDenied => f.write_str("it may not be read"),
            _ => self.0.fmt(f),
        }
    }
}
