//! From bytes to a value: the entrances, the value with its report, and the error.

use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use crate::check;
use crate::fault::Faults;
use crate::issue::{Code, Issue};
use crate::json::{Input, Place, Syntax, SyntaxError, locate};
use crate::node::{Described, Fill, Node, View};
use crate::read::Reader;
use crate::report::Report;
use crate::write;

/// Reads a value from JSON text in UTF-8, in one pass.
///
/// An optional or nullable member whose value does not fit is set aside where its object has an
/// [`Extra`](crate::Extra): the field is `None`, the value is reported, and written back.
///
/// ```
/// use api_object::{ApiObject, Extra};
///
/// #[derive(ApiObject)]
/// struct Batch {
///     id: String,
///     request_count: Option<u32>,
///     #[api(extra)]
///     extra: Extra,
/// }
///
/// let json = br#"{"id":"batch_1","request_count":"many"}"#;
/// let batch = api_object::from_slice::<Batch>(json)?;
/// assert_eq!(batch.request_count(), None);
/// assert_eq!(batch.report().issues()[0].pointer.as_str(), "/request_count");
/// assert_eq!(api_object::to_vec(&batch), json);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
///
/// # Errors
///
/// [`DecodeError`] where the text is not JSON (RFC 8259), or a value that must be there is missing
/// or does not fit. It lists all such places.
pub fn from_slice<'de, T: Fill<'de> + Described>(
    json: &'de [u8],
) -> Result<Decoded<T>, DecodeError> {
    let mut value = T::blank();
    read(json, &mut value, &T::SHAPE)?;
    Ok(Decoded { value })
}

/// Reads a value from JSON text, like [`from_slice`].
///
/// # Errors
///
/// As [`from_slice`].
pub fn from_str<'de, T: Fill<'de> + Described>(json: &'de str) -> Result<Decoded<T>, DecodeError> {
    from_slice(json.as_bytes())
}

/// The JSON text of a value, in UTF-8, with everything that was read with it.
///
/// Members stand in declared order, the tag first and unknown members last. Writing cannot fail:
/// a float that is no number is written as null, as `serde_json` does.
pub fn to_vec<T: Node>(value: &T) -> Vec<u8> {
    write::to_vec(value)
}

/// The JSON text of a value, like [`to_vec`].
pub fn to_string<T: Node>(value: &T) -> String {
    write::to_text(value)
}

fn read<'de>(
    json: &'de [u8],
    root: &mut dyn Fill<'de>,
    shape: &'static crate::Shape,
) -> Result<(), DecodeError> {
    let input = Input::new(json).map_err(|error| DecodeError::not_text(json, error))?;
    let text = input.text();
    let mut reader = Reader::new(input);
    match reader.document(root, shape) {
        Ok(()) => Ok(()),
        Err(_) => Err(DecodeError::stopped(text, reader.syntax, reader.faults)),
    }
}

/// A value that was read, and what is to be said of it.
///
/// It lends the value (`Deref`), is written back without loss, and gives the value away:
/// [`strict`](Decoded::strict) if no rule is broken, [`lenient`](Decoded::lenient) in any case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "what was read deviates unnoticed unless the report is asked for"]
pub struct Decoded<T> {
    value: T,
}

impl<T: Node> Decoded<T> {
    /// Everything that deviates from the declaration, in declaration order.
    ///
    /// Made when asked for: a caller who does not ask pays nothing.
    pub fn report(&self) -> Report {
        check::check_node(&self.value)
    }

    /// The value, if it breaks no rule; drift and notes are no hindrance.
    ///
    /// # Errors
    ///
    /// The report, where it lists a violation.
    pub fn strict(self) -> Result<T, Report> {
        self.report().into_result().map(|()| self.value)
    }
}

impl<T> Decoded<T> {
    /// The value, whatever the report says.
    pub fn lenient(self) -> T {
        self.value
    }
}

impl<T> Deref for Decoded<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Node> Node for Decoded<T> {
    fn view(&self) -> View<'_> {
        self.value.view()
    }
}

impl<T: Serialize> Serialize for Decoded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

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
    fn not_text(json: &[u8], error: SyntaxError) -> Self {
        let valid = json.get(..error.offset()).unwrap_or_default();
        let text = std::str::from_utf8(valid).unwrap_or_default();
        DecodeError::new(Vec::new(), DecodeIssue::syntax(text, error), 0)
    }

    #[cold]
    fn stopped(text: &str, syntax: Option<SyntaxError>, faults: Faults) -> Self {
        let untold = faults.untold;
        let mut issues: Vec<_> = faults
            .tell(text)
            .into_iter()
            .map(DecodeIssue::new)
            .collect();
        let last = match syntax {
            Some(error) => Some(DecodeIssue::syntax(text, error)),
            None => issues.pop(),
        };
        // Whoever stops has noted why.
        let nothing = || DecodeIssue::syntax(text, SyntaxError::new(0, Syntax::ExpectedValue));
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

    fn syntax(text: &str, error: SyntaxError) -> Self {
        let place = locate(text, error.offset());
        let message = error.kind().to_string();
        let issue = Issue::new(place.pointer.clone(), Code::Syntax, message);
        DecodeIssue::new((issue, place))
    }
}

impl fmt::Display for DecodeIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column, issue) = (self.line, self.column, &self.issue);
        write!(f, "line {line}, column {column}")?;
        if !issue.pointer.as_str().is_empty() {
            write!(f, ", at {}", issue.pointer)?;
        }
        write!(f, ": {}", issue.message())
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
