//! What is wrong, where, and how bad: the report of a check, an error of a decode.

use crate::json::Pointer;

/// How bad an issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing, and nobody's fault.
    Note,
    /// The server is ahead of these types: an unknown word, member or prefix.
    Drift,
    /// The document breaks the declaration.
    Violation,
}

/// What kind of issue this is. Its [`as_str`](Code::as_str) is stable: match on it, store it, count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code {
    /// The text is not JSON (RFC 8259).
    Syntax,
    /// A value is not of its member's type.
    Misfit,
    /// A member must be there and is not.
    MissingMember,
    /// A member may be absent but not null, and is null.
    NullMember,
    /// A member stands twice in its object.
    DuplicateMember,
    /// A member that the declaration does not know.
    UnknownMember,
    /// The constant tag is another's.
    WrongTag,
    /// The constant tag is absent.
    MissingTag,
    /// The constant tag has a former spelling.
    FormerTag,
    /// A word that the open enum does not know.
    UnknownWord,
    /// A union's tag that the declaration does not know.
    UnknownVariant,
    /// An id with a prefix that the declaration does not know.
    UnknownPrefix,
    /// `range(...)`: a number outside its bounds.
    Range,
    /// `len(...)`: a string, list or map of the wrong length.
    Len,
    /// `pattern(...)`: a string that does not match.
    Pattern,
    /// `unique`: an element that stands twice.
    Unique,
    /// `not_before`, `not_after`, `at_least`, `at_most`: two members in the wrong order.
    Order,
    /// `set_in(...)`: null in a status in which it must be set.
    Unset,
    /// `null_in(...)`: set in a status in which it must be null.
    Set,
    /// `check = path`: a rule of the user's own.
    Custom,
    /// `immutable`: a member changed between two observations.
    Immutable,
    /// `set_once`: a member changed after it was set.
    SetOnce,
    /// A status that cannot follow the one before.
    Transition,
}

/// One deviation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Issue {
    /// Where: a JSON Pointer (RFC 6901) in wire names.
    pub pointer: Pointer,
    /// What kind.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// What was expected, where that can be said apart from the message.
    pub expected: Option<String>,
    /// What was found, shortened.
    pub found: Option<String>,
}

/// Everything that deviates, in declaration order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use = "a report says what is wrong only if somebody reads it"]
pub struct Report {
    pub(crate) issues: Vec<Issue>,
}
impl Report { /// i
 pub fn issues(&self) -> &[Issue] { &self.issues }
 /// r
 pub fn into_result(self) -> Result<(), Report> { Ok(()) } }
pub(crate) fn shorten(text: &str) -> String { text.to_owned() }
