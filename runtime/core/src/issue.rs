//! `Issue`: one deviation: where it is, of what kind, how bad, and in words.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::json::Pointer;

mod found;
mod said;

pub(crate) use found::{
    alternatives, count, excerpt, float, found, is_unprintable, kind, quoted, shortened,
};
pub(crate) use said::{Excerpt, Said, Start, Words, named};

/// How bad an issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing, and nobody's fault.
    Note,
    /// The server is ahead of these types, or behind them: an unknown word, member or prefix, a former name or tag.
    Drift,
    /// The document breaks the declaration.
    Violation,
}

impl Severity {
    /// All severities, the least first.
    pub const ALL: [Severity; 3] = [Severity::Note, Severity::Drift, Severity::Violation];

    /// The stable word: `note`, `drift` or `violation`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Drift => "drift",
            Severity::Violation => "violation",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Writes the codes, their list, their words and their severities from one table.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $code:ident $word:literal $severity:ident)+) => {
        /// What kind of issue this is. Its [`as_str`](Code::as_str) is stable: match on it, store it, count it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(
                $(#[doc = $doc])+
                ///
                #[doc = concat!("`", $word, "`; severity ", stringify!($severity), " unless it is said otherwise.")]
                $code,
            )+
        }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$code),+];

            /// The stable word, in snake case: `missing_member`.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Code::$code => $word,)+
                }
            }

            /// How bad an issue of this kind is, unless it is said otherwise: a rule in `note(...)` is a note.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Code::$code => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    /// The text is not JSON (RFC 8259).
    Syntax "syntax" Violation
    /// The text is beyond a limit of its reader: too long, too deep, too much that nobody declared.
    Limit "limit" Violation
    /// A value is not of its member's type.
    Misfit "misfit" Violation
    /// A member should be there and is not; only a note where it may be null.
    MissingMember "missing_member" Violation
    /// A required member is missing, and its placeholder stands in its field: [`fill_missing`](crate::Reader::fill_missing).
    MissingFilled "missing_filled" Violation
    /// A required member does not fit, and its placeholder stands in its field: [`fill_missing`](crate::Reader::fill_missing).
    MisfitFilled "misfit_filled" Violation
    /// A member may be absent but not null, and is null.
    NullMember "null_member" Note
    /// A member stands twice in its object; only drift where nobody declared it.
    DuplicateMember "duplicate_member" Violation
    /// A member that the declaration does not know.
    UnknownMember "unknown_member" Drift
    /// The constant tag is another's.
    WrongTag "wrong_tag" Violation
    /// The constant tag is absent.
    MissingTag "missing_tag" Note
    /// The constant tag has a former spelling.
    FormerTag "former_tag" Drift
    /// A member came under an alias of its own name.
    FormerName "former_name" Drift
    /// A word that the open enum does not know.
    UnknownWord "unknown_word" Drift
    /// A union's tag that the declaration does not know.
    UnknownVariant "unknown_variant" Drift
    /// An id with a prefix that the declaration does not know.
    UnknownPrefix "unknown_prefix" Drift
    /// `range(...)`: a number outside its bounds.
    Range "range" Violation
    /// `multiple_of(...)`: a number between two steps.
    MultipleOf "multiple_of" Violation
    /// `one_of(...)`: another number or boolean than those that are listed.
    OneOf "one_of" Violation
    /// `len(...)`: a string, list or map of the wrong length.
    Len "len" Violation
    /// `pattern(...)`: a string that does not match.
    Pattern "pattern" Violation
    /// `starts_with(...)`: a string that begins otherwise.
    StartsWith "starts_with" Violation
    /// `format(...)`: a string that is the text of something else.
    Format "format" Violation
    /// `unique`: an element that stands twice.
    Unique "unique" Violation
    /// `not_before`, `not_after`, `at_least`, `at_most`: two members in the wrong order.
    Order "order" Violation
    /// `same_as = other`: a value that differs from another of which it is the copy.
    SameAs "same_as" Violation
    /// `ensure(...)`: two sums of members that do not compare as they must.
    Ensure "ensure" Violation
    /// `exactly_one(...)`, `at_most_one(...)`, `at_least_one(...)`: too many or too few members are set.
    Choice "choice" Violation
    /// `set_in(...)`: null in a status in which it must be set.
    Unset "unset" Violation
    /// `null_in(...)`: set in a status in which it must be null.
    Set "set" Violation
    /// `check = path`: a rule of the user's own.
    Custom "custom" Violation
    /// `immutable`: a member changed between two observations.
    Immutable "immutable" Violation
    /// `set_once`: a member changed after it was set.
    SetOnce "set_once" Violation
    /// A status that cannot follow the one before.
    Transition "transition" Violation
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One deviation.
///
/// `Display` shows it in one line: `violation[range] /n_epochs: n_epochs is 60, expected …`.
/// It serializes as an object with `pointer`, `code`, `severity` and `message`, and with
/// `expected` and `found` where there are such.
///
/// What it says is made when it is asked for: many callers count issues and read few.
///
/// ```
/// use api_object::{ApiObject, Code};
///
/// #[derive(ApiObject)]
/// struct Training {
///     #[api(range(1..=50))]
///     pub n_epochs: u32,
/// }
///
/// let report = Training { n_epochs: 60 }.check();
/// let issue = &report.issues()[0];
/// assert_eq!((issue.pointer.as_str(), issue.code), ("/n_epochs", Code::Range));
/// assert_eq!(issue.message(), "n_epochs is 60, expected an integer from 1 to 50");
/// assert_eq!(issue.expected().as_deref(), Some("an integer from 1 to 50"));
/// assert_eq!(issue.found().as_deref(), Some("60"));
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Issue {
    /// Where: a JSON Pointer (RFC 6901) in wire names.
    pub pointer: Pointer,
    /// What kind.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// How many of the pointer's last segments are indices.
    indices: u16,
    said: Said,
}

impl Issue {
    /// An issue with its code's severity, and nothing said apart from the message.
    pub fn new(pointer: Pointer, code: Code, message: impl Into<String>) -> Self {
        Issue::saying(pointer, code, Words::message(message.into()))
    }

    /// An issue with its code's severity.
    pub(crate) fn saying(pointer: Pointer, code: Code, said: impl Into<Said>) -> Self {
        Issue {
            pointer,
            code,
            severity: code.severity(),
            indices: 0,
            said: said.into(),
        }
    }

    /// Notes how many of the pointer's last segments are indices, for what names the value.
    pub(crate) fn below(mut self, indices: u16) -> Self {
        self.indices = indices;
        self
    }

    /// What is wrong, in one line.
    pub fn message(&self) -> Cow<'_, str> {
        self.said
            .message(|| said::subject(self.pointer.as_str(), self.indices.into()))
    }

    /// What was expected, where that can be said apart from the message.
    pub fn expected(&self) -> Option<Cow<'_, str>> {
        self.said.expected()
    }

    /// What was found: a scalar as its JSON, of which at most 64 characters are shown; else in words.
    pub fn found(&self) -> Option<Cow<'_, str>> {
        self.said.found()
    }

    /// Says no more of a value than what it was expected to be, and, of a misfit, of what kind it is.
    ///
    /// What a rule of the user's own says was written by somebody who had to expose the value.
    #[cold]
    pub(crate) fn hide(&mut self) {
        if self.code == Code::Custom {
            return;
        }
        // What a rule between members expects is what the other one holds, and one between observations what was before.
        use Code::{Immutable, Order, SameAs, SetOnce, Transition};
        let is_held = matches!(self.code, Order | SameAs | Immutable | SetOnce | Transition);
        let expected = self.expected().filter(|_| !is_held).map(Cow::into_owned);
        let found = self.found().filter(|_| self.code == Code::Misfit);
        let found = found.map(|found| kind(&found));
        let message = match (&expected, &found) {
            (Some(expected), Some(found)) => {
                format!("expected {expected}, found {found}, which is secret")
            }
            (Some(expected), None) => format!("a secret deviates, expected {expected}"),
            (None, _) => "a secret deviates".to_owned(),
        };
        self.said = Said::from(Words {
            message,
            expected,
            found,
        });
    }
}

impl PartialEq for Issue {
    fn eq(&self, other: &Self) -> bool {
        (self.code, self.severity) == (other.code, other.severity)
            && self.pointer == other.pointer
            && self.message() == other.message()
            && self.expected() == other.expected()
            && self.found() == other.found()
    }
}

impl Eq for Issue {}

impl fmt::Debug for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issue")
            .field("pointer", &self.pointer)
            .field("code", &self.code)
            .field("severity", &self.severity)
            .field("message", &self.message())
            .field("expected", &self.expected())
            .field("found", &self.found())
            .finish()
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = match self.pointer.as_str() {
            "" => "(root)",
            pointer => pointer,
        };
        let head = (self.severity, self.code);
        write!(f, "{}[{}] {}: ", head.0, head.1, OneLine(pointer))?;
        OneLine(&self.message()).fmt(f)
    }
}

/// Shows text in one line: what would break it, or steer a terminal, is escaped.
pub(crate) struct OneLine<'a>(pub(crate) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let OneLine(text) = self;
        if !text.contains(is_unprintable) {
            return f.write_str(text);
        }
        text.chars().try_for_each(|c| match c {
            _ if is_unprintable(c) => write!(f, "{}", c.escape_default()),
            _ => write!(f, "{c}"),
        })
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let apart = [("expected", self.expected()), ("found", self.found())];
        let said = apart.iter().filter(|(_, text)| text.is_some()).count();
        let mut issue = serializer.serialize_struct("Issue", 4 + said)?;
        issue.serialize_field("pointer", self.pointer.as_str())?;
        issue.serialize_field("code", &self.code)?;
        issue.serialize_field("severity", &self.severity)?;
        issue.serialize_field("message", &self.message())?;
        for (name, text) in apart {
            match text {
                Some(text) => issue.serialize_field(name, &text)?,
                None => issue.skip_field(name)?,
            }
        }
        issue.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_stable_and_distinct() {
        let mut words: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Code::ALL.len());
        assert_eq!(Code::MissingMember.as_str(), "missing_member");
        assert_eq!(format!("{:>10}", Severity::Drift), "     drift");
    }

    #[test]
    fn the_variant_name_in_snake_case_is_the_word() {
        for code in Code::ALL {
            let name = format!("{code:?}");
            let snake: String = name
                .char_indices()
                .flat_map(|(i, c)| {
                    let gap = (i > 0 && c.is_uppercase()).then_some('_');
                    gap.into_iter().chain(c.to_lowercase())
                })
                .collect();
            assert_eq!(snake, code.as_str());
        }
    }

    #[test]
    fn an_issue_is_one_line_whatever_it_holds() {
        let mut pointer = Pointer::default();
        pointer.push_key("a\nb");
        let issue = Issue::new(pointer, Code::Custom, "bad\r\n\u{1b}[31mred\u{202e}");
        assert_eq!(
            issue.to_string(),
            "violation[custom] /a\\nb: bad\\r\\n\\u{1b}[31mred\\u{202e}"
        );
    }

    #[test]
    fn the_root_is_named() {
        let issue = Issue::new(Pointer::default(), Code::UnknownVariant, "odd");
        assert_eq!(issue.to_string(), "drift[unknown_variant] (root): odd");
    }
}
