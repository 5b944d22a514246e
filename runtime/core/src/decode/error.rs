//! Why a value was not read.

use std::fmt;
use std::io;

use crate::fault::Faults;
use crate::issue::{Code, Issue, OneLine};
use crate::json::{Place, Syntax, SyntaxError, locate};
use crate::reader::Reader;

/// Why a value was not read: every place at which something is missing or does not fit.
///
/// `Display` gives one line a place: line, column, JSON Pointer, what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    // Boxed, so that the happy path does not move a large `Result` about.
    told: Box<Told>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    first: DecodeIssue,
    more: Vec<DecodeIssue>,
    untold: usize,
}

/// One place at which a text could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DecodeIssue {
    /// Where in the value, what, and how bad.
    pub issue: Issue,
    /// The byte offset in the text.
    pub offset: usize,
    /// The line in the text; the first is 1.
    pub line: usize,
    /// The character in the line; the first is 1.
    pub column: usize,
}

impl DecodeError {
    /// The first place.
    pub fn first(&self) -> &DecodeIssue {
        &self.told.first
    }

    /// All places, in the order of the text.
    pub fn issues(&self) -> impl Iterator<Item = &DecodeIssue> {
        std::iter::once(&self.told.first).chain(&self.told.more)
    }

    /// How many places there were beyond those that are described.
    pub fn untold(&self) -> usize {
        self.told.untold
    }

    fn new(mut issues: Vec<DecodeIssue>, last: DecodeIssue, untold: usize) -> Self {
        issues.push(last);
        issues.sort_by_key(|issue| issue.offset);
        let first = issues.remove(0);
        let told = Told {
            first,
            more: issues,
            untold,
        };
        DecodeError {
            told: Box::new(told),
        }
    }

    #[cold]
    pub(super) fn not_text(json: &[u8], error: SyntaxError) -> Self {
        let valid = json.get(..error.offset()).unwrap_or_default();
        let text = std::str::from_utf8(valid).unwrap_or_default();
        DecodeError::new(
            Vec::new(),
            DecodeIssue::syntax(text, error, &Reader::new()),
            0,
        )
    }

    /// A text that is longer than its reader allows.
    #[cold]
    pub(super) fn too_long(json: &[u8], most: usize) -> Self {
        let begun = json.get(..most).unwrap_or(json);
        let valid = match std::str::from_utf8(begun) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&begun[..error.valid_up_to()]).unwrap_or_default(),
        };
        let message = format!("expected at most {most} bytes");
        let issue = DecodeIssue::whole(locate(valid, valid.len()), Code::Limit, message);
        DecodeError::new(Vec::new(), issue, 0)
    }

    /// A text of which this place is beyond a limit on what nobody declared.
    #[cold]
    pub(crate) fn too_many_unknown(text: &str, at: usize, reader: &Reader) -> Self {
        let error = SyntaxError::new(at, Syntax::TooManyUnknown);
        DecodeError::stopped(text, Some(error), Faults::default(), reader)
    }

    #[cold]
    pub(super) fn stopped(
        text: &str,
        syntax: Option<SyntaxError>,
        faults: Faults,
        reader: &Reader,
    ) -> Self {
        let untold = faults.untold;
        let mut issues: Vec<_> = faults
            .tell(text)
            .into_iter()
            .map(DecodeIssue::new)
            .collect();
        let last = match syntax {
            Some(error) => Some(DecodeIssue::syntax(text, error, reader)),
            None => issues.pop(),
        };
        // Whoever stops has noted why.
        let nothing = SyntaxError::new(0, Syntax::ExpectedValue);
        let nothing = || DecodeIssue::syntax(text, nothing, reader);
        DecodeError::new(issues, last.unwrap_or_else(nothing), untold)
    }
}

impl DecodeIssue {
    fn new((issue, place): (Issue, Place)) -> Self {
        DecodeIssue {
            issue,
            offset: place.offset,
            line: place.line,
            column: place.column,
        }
    }

    fn syntax(text: &str, error: SyntaxError, reader: &Reader) -> Self {
        let (code, message) = match error.kind() {
            Syntax::TooDeep => {
                let levels = reader.depth();
                let message = format!("expected at most {levels} levels of arrays and objects");
                (Code::Limit, message)
            }
            Syntax::TooManyUnknown => {
                let members = reader.unknown_members();
                let message = format!("expected at most {members} members that nobody declared");
                (Code::Limit, message)
            }
            // By which some programs begin what they write in UTF-8; nobody sees it.
            Syntax::ExpectedValue if begins(text, error.offset(), '\u{feff}') => {
                let message = "expected a value, found a byte order mark; leave it out".to_owned();
                (Code::Syntax, message)
            }
            // What a gateway sends in the place of an answer, and what comes with a status that has no content.
            Syntax::ExpectedValue if is_markup(text, error.offset()) => {
                let message = "expected a value, found \"<\": the text is HTML or XML, and no JSON"
                    .to_owned();
                (Code::Syntax, message)
            }
            // What a proxy says of itself. The rest of it is not shown, since it might be a secret.
            Syntax::ExpectedValue | Syntax::InvalidLiteral if is_prose(text, error.offset()) => {
                let letter = text.trim_ascii_start().chars().next().unwrap_or_default();
                let message = format!("expected a value, found \"{letter}\": the text is no JSON");
                (Code::Syntax, message)
            }
            Syntax::UnexpectedEnd if text.trim().is_empty() => {
                (Code::Syntax, "the text is empty, and no JSON".to_owned())
            }
            other => (Code::Syntax, other.to_string()),
        };
        DecodeIssue::whole(locate(text, error.offset()), code, message)
    }

    /// What is wrong with the text, whatever it was to be read as.
    fn whole(place: Place, code: Code, message: String) -> Self {
        let issue = Issue::new(place.pointer.clone(), code, message);
        DecodeIssue::new((issue, place))
    }
}

/// Whether the text begins there, as HTML and XML do.
fn is_markup(text: &str, at: usize) -> bool {
    is_start(text, at) && begins(text, at, '<')
}

/// Whether the text begins there with a letter, as prose does.
fn is_prose(text: &str, at: usize) -> bool {
    let letter = text.get(at..).and_then(|rest| rest.chars().next());
    is_start(text, at) && letter.is_some_and(char::is_alphabetic)
}

/// Whether nothing stands before this place.
fn is_start(text: &str, at: usize) -> bool {
    text.get(..at).map(str::trim_ascii) == Some("")
}

/// Whether this stands there.
fn begins(text: &str, at: usize, with: char) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(with))
}

impl fmt::Display for DecodeIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column, issue) = (self.line, self.column, &self.issue);
        write!(f, "line {line}, column {column}")?;
        if !issue.pointer.as_str().is_empty() {
            write!(f, ", at {}", OneLine(issue.pointer.as_str()))?;
        }
        write!(f, ": {}", OneLine(&issue.message()))
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.told.first.fmt(f)?;
        for issue in &self.told.more {
            write!(f, "\n{issue}")?;
        }
        match self.told.untold {
            0 => Ok(()),
            untold => write!(f, "\nand {untold} more"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Why a value was not read from a stream.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The stream failed.
    Io(io::Error),
    /// The text was not read.
    Decode(DecodeError),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        ReadError::Io(error)
    }
}

impl From<DecodeError> for ReadError {
    fn from(error: DecodeError) -> Self {
        ReadError::Decode(error)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Io(error) => write!(f, "the stream failed: {error}"),
            ReadError::Decode(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReadError::Io(error) => Some(error),
            ReadError::Decode(_) => None,
        }
    }
}
