//! Why there is nothing to show.

use std::fmt;
use std::io::{self, ErrorKind};

use api_object::{DecodeError, DecodeIssue};

/// The first part is the name of what was read.
pub(crate) enum Failure {
    Usage(String),
    Unreadable(String, io::Error),
    Empty(String),
    Undecodable(String, DecodeError),
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
            Failure::Undecodable(name, error) => undecodable(f, name, error),
            Failure::Changed(name) => {
                write!(f, "error: {name}: written back, it is another value: a bug")
            }
            Failure::Output(error) => write!(f, "error: standard output: {error}"),
        }
    }
}

/// One line for each place, which editors know how to open: `error: path:line:column: …`.
fn undecodable(f: &mut fmt::Formatter<'_>, name: &str, error: &DecodeError) -> fmt::Result {
    let mut gap = "";
    for DecodeIssue {
        issue,
        line,
        column,
        ..
    } in error.issues()
    {
        write!(f, "{gap}error: {name}:{line}:{column}: ")?;
        if !issue.pointer.as_str().is_empty() {
            write!(f, "at {}: ", issue.pointer)?;
        }
        write!(f, "{}", issue.message())?;
        gap = "\n";
    }
    match error.untold() {
        0 => Ok(()),
        untold => write!(f, "\nerror: {name}: and {untold} more"),
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
