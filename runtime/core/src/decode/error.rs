//! Why a value was not read.

use std::fmt;
use std::io;

use super::syntax;
use crate::fault::Faults;
use crate::issue::{Code, Issue, OneLine};
use crate::json::{Place, Syntax, SyntaxError, locate};
use crate::reader::Reader;

/// Why a value was not read: every place at which something is missing or does not fit.
///
/// `Display` gives one line a place: line, column, JSON Pointer, what is wrong. Lines that begin with `also` are of what alone would
/// have been set aside.
///
/// ```
/// use api_object::{ApiObject, Extra};
///
/// #[derive(Debug, ApiObject)]
/// struct Invoice {
///     due: Option<u64>,
///     total: f64,
///     #[api(extra)]
///     extra: Extra,
/// }
///
/// let error = api_object::from_str::<Invoice>(r#"{"due":"soon","total":"12.50"}"#).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "line 1, column 23, at /total: expected a number, found \"12.50\"\n\
///      also line 1, column 8, at /due: expected an integer that is not negative or null, found \"soon\""
/// );
/// assert_eq!(error.first().issue.pointer, "/total");
/// assert!(error.issues().any(|place| place.set_aside && place.issue.pointer == "/due"));
/// ```
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
    /// Whether it did not refuse the value: what is at this place can be done without, and would have been set aside if all
    /// else had fitted.
    pub set_aside: bool,
}

impl DecodeError {
    /// The first place that refused the value.
    pub fn first(&self) -> &DecodeIssue {
        &self.told.first
    }

    /// All places: first those that refused the value, in the order of the text; then those that alone would have been set
    /// aside, in that order, too.
    ///
    /// What was set aside within a [`Secret`](crate::Secret) that fits is told by no error, only by the report of a value that is read.
    pub fn issues(&self) -> impl Iterator<Item = &DecodeIssue> {
        std::iter::once(&self.told.first).chain(&self.told.more)
    }

    /// How many places there were beyond those that are described.
    pub fn untold(&self) -> usize {
        self.told.untold
    }

    fn new(mut issues: Vec<DecodeIssue>, last: DecodeIssue, untold: usize) -> Self {
        issues.push(last);
        issues.sort_by_key(|issue| (issue.set_aside, issue.offset));
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
        let untold = faults.untold();
        let told = faults.tell(text).into_iter();
        let mut issues: Vec<_> = told
            .map(|(issue, place, set_aside)| DecodeIssue {
                set_aside,
                ..DecodeIssue::new((issue, place))
            })
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
            set_aside: false,
        }
    }

    fn syntax(text: &str, error: SyntaxError, reader: &Reader) -> Self {
        let code = match error.kind() {
            Syntax::TooDeep | Syntax::TooManyUnknown => Code::Limit,
            _ => Code::Syntax,
        };
        let message = syntax::told(text, error, reader);
        DecodeIssue::whole(locate(text, error.offset()), code, message)
    }

    /// What is wrong with the text, whatever it was to be read as.
    fn whole(place: Place, code: Code, message: String) -> Self {
        let issue = Issue::new(place.pointer.clone(), code, message);
        DecodeIssue::new((issue, place))
    }
}

impl fmt::Display for DecodeIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column, issue) = (self.line, self.column, &self.issue);
        if self.set_aside {
            f.write_str("also ")?;
        }
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
