//! What is said of a text that is no JSON.

use crate::json::{Syntax, SyntaxError};
use crate::reader::Reader;

/// What other languages write where JSON has a value, and what is to be said of that.
const FOREIGN: &[(&str, &str)] = &[
    ("NaN", "which is no number in JSON"),
    ("nan", "which is no number in JSON"),
    ("Infinity", "which is no number in JSON"),
    ("-Infinity", "which is no number in JSON"),
    ("inf", "which is no number in JSON"),
    ("-inf", "which is no number in JSON"),
    ("True", "which is `true` in JSON"),
    ("False", "which is `false` in JSON"),
    ("None", "which is `null` in JSON"),
    ("nil", "which is `null` in JSON"),
    ("undefined", "which JSON does not have"),
];

/// The same of marks, and of those that are out of place.
const MARKS: &[(char, &str)] = &[
    ('\'', ": strings stand in double quotes"),
    ('+', ": numbers have no plus sign"),
    ('.', ": numbers begin with a digit"),
    ('/', ": JSON has no comments"),
    ('#', ": JSON has no comments"),
    (',', ""),
    (':', ""),
    (';', ""),
    ('}', ""),
    (']', ""),
];

/// What is wrong with a text.
#[cold]
pub(super) fn told(text: &str, error: SyntaxError, reader: &Reader) -> String {
    let at = error.offset();
    match error.kind() {
        Syntax::TooDeep => {
            let levels = reader.depth();
            format!("expected at most {levels} levels of arrays and objects")
        }
        Syntax::TooManyUnknown => {
            let members = reader.unknown_members();
            format!("expected at most {members} members that nobody declared")
        }
        Syntax::UnexpectedEnd if text.trim().is_empty() => {
            "the text is empty, and no JSON".to_owned()
        }
        kind @ (Syntax::ExpectedValue | Syntax::InvalidLiteral | Syntax::InvalidNumber) => {
            let mark = || mark(text, at, Syntax::ExpectedValue);
            let told = no_value(text, at).or_else(mark);
            told.unwrap_or_else(|| kind.to_string())
        }
        kind @ Syntax::ExpectedKey => mark(text, at, kind).unwrap_or_else(|| kind.to_string()),
        kind => kind.to_string(),
    }
}

/// What stands where a value should, if there is something to say of it. Nothing is shown but what is known, since it might be
/// a secret.
fn no_value(text: &str, at: usize) -> Option<String> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    let message = match first {
        // By which some programs begin what they write in UTF-8; nobody sees it.
        '\u{feff}' => "expected a value, found a byte order mark; leave it out".to_owned(),
        // What a gateway sends in the place of an answer, and what comes with a status that has no content.
        '<' if is_start(text, at) => {
            "expected a value, found \"<\": the text is HTML or XML, and no JSON".to_owned()
        }
        // What a proxy says of itself.
        first if first.is_alphabetic() && is_start(text, at) => {
            format!("expected a value, found \"{first}\": the text is no JSON")
        }
        _ => {
            let (word, why) = FOREIGN.iter().find(|(word, _)| is_word(rest, word))?;
            format!("expected a value, found `{word}`, {why}")
        }
    };
    Some(message)
}

/// What mark stands where something else should, if it is one of those.
fn mark(text: &str, at: usize, expected: Syntax) -> Option<String> {
    let first = text.get(at..)?.chars().next()?;
    let (mark, why) = MARKS.iter().find(|(mark, _)| *mark == first)?;
    let is_said = matches!((expected, mark), (Syntax::ExpectedKey, '\''));
    let why = if is_said { "" } else { why };
    Some(format!("{expected}, found `{mark}`{why}"))
}

/// Whether a text begins with a word, and that ends there.
fn is_word(text: &str, word: &str) -> bool {
    let behind = text.strip_prefix(word).map(|rest| rest.chars().next());
    behind.is_some_and(|next| !next.is_some_and(|next| next.is_alphanumeric() || next == '_'))
}

/// Whether nothing stands before this place.
fn is_start(text: &str, at: usize) -> bool {
    text.get(..at).map(str::trim_ascii) == Some("")
}
