//! What an issue says: in words, or as what these are made of when somebody asks.
//!
//! The commonest deviations of real traffic say theirs late: making them costs no more than to note
//! where, what the declaration says, and the first bytes of what was there.

use std::borrow::Cow;

use super::alternatives;
use super::found::{excerpt, quoted};
use crate::describe::{EnumType, IdType, Shape};
use crate::json::unescape;
use crate::text::Str;

/// What is said of a value.
#[derive(Clone)]
pub(crate) enum Said {
    /// In words that were made already.
    Words(Box<Words>),
    /// This, behind the value's name.
    Predicate(&'static str),
    /// It is not of this shape. It is no secret, and serde has no say in it.
    Misfit(&'static Shape, Excerpt),
    /// It is a member that the type of this name does not know.
    UnknownMember(&'static str, Excerpt),
    /// It is none of these words.
    UnknownWord(&'static EnumType, Start),
    /// It has none of the prefixes of this id.
    UnknownPrefix(&'static IdType, Start),
}

/// Words that were made already.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) message: String,
    pub(crate) expected: Option<String>,
    pub(crate) found: Option<String>,
}

/// JSON text, as much of it as is shown.
#[derive(Clone)]
pub(crate) struct Excerpt(Str);

/// A string, as much of it as is shown.
#[derive(Clone)]
pub(crate) struct Start(Str);

/// More bytes than characters are shown.
const ENOUGH: usize = 68;

impl Excerpt {
    pub(crate) fn of(json: &str) -> Self {
        // Each of these bytes is a character; and what has no line break is shown from its beginning on.
        let start = json.get(..ENOUGH).filter(|start| start.is_ascii());
        Excerpt(match start.filter(|start| !start.contains('\n')) {
            _ if json.len() <= ENOUGH => Str::from(json),
            Some(start) => Str::from(start),
            None => Str::from(excerpt(json)),
        })
    }

    fn show(&self) -> String {
        excerpt(self.0.as_str())
    }

    /// The text, if it is all that is shown of it.
    fn text(&self) -> &str {
        match self.0.as_str() {
            text if text.len() < ENOUGH => text,
            _ => "",
        }
    }
}

impl Start {
    pub(crate) fn of(text: &str) -> Self {
        let end = match text.char_indices().nth(ENOUGH) {
            _ if text.len() <= ENOUGH => text.len(),
            Some((end, _)) => end,
            None => text.len(),
        };
        Start(Str::from(text.get(..end).unwrap_or_default()))
    }

    fn show(&self) -> String {
        quoted(self.0.as_str())
    }
}

impl Words {
    pub(crate) fn message(message: String) -> Self {
        Words {
            message,
            expected: None,
            found: None,
        }
    }
}

impl From<Words> for Said {
    fn from(words: Words) -> Self {
        Said::Words(Box::new(words))
    }
}

impl Said {
    /// That a value with this text is not of this shape.
    pub(crate) fn misfit(shape: &'static Shape, value: &str) -> Said {
        if value.len() < ENOUGH {
            return Said::Misfit(shape, Excerpt::of(value));
        }
        // Of a part of a number it is not seen what is wrong with it.
        let (expected, beyond) = shape.expected_of(value);
        match beyond {
            "" => Said::Misfit(shape, Excerpt::of(value)),
            _ => {
                let found = excerpt(value);
                Said::from(Words {
                    message: format!("expected {expected}, found {found}{beyond}"),
                    expected: Some(expected),
                    found: Some(found),
                })
            }
        }
    }

    /// What is wrong with the value of which `subject` is the name.
    pub(crate) fn message(&self, subject: impl FnOnce() -> String) -> Cow<'_, str> {
        let message = match self {
            Said::Words(words) => return Cow::Borrowed(&words.message),
            Said::Predicate(predicate) => format!("{} {predicate}", subject()),
            Said::Misfit(shape, found) => {
                let (expected, beyond) = shape.expected_of(found.text());
                format!("expected {expected}, found {}{beyond}", found.show())
            }
            Said::UnknownMember(owner, _) => {
                format!("{} is a member that {owner} does not know", subject())
            }
            Said::UnknownWord(words, found) => {
                let (found, name) = (found.show(), words.name);
                format!("{} is {found}, a word that {name} does not know", subject())
            }
            Said::UnknownPrefix(id, found) => {
                let (found, expected) = (found.show(), an_id_of(id));
                format!("{} is {found}, expected {expected}", subject())
            }
        };
        Cow::Owned(message)
    }

    pub(crate) fn expected(&self) -> Option<Cow<'_, str>> {
        let expected = match self {
            Said::Words(words) => return words.expected.as_deref().map(Cow::Borrowed),
            Said::Predicate(_) | Said::UnknownMember(..) => return None,
            Said::Misfit(shape, found) => shape.expected_of(found.text()).0,
            Said::UnknownWord(words, _) => alternatives(words.words.iter().map(|word| word.name)),
            Said::UnknownPrefix(id, _) => an_id_of(id),
        };
        Some(Cow::Owned(expected))
    }

    pub(crate) fn found(&self) -> Option<Cow<'_, str>> {
        let found = match self {
            Said::Words(words) => return words.found.as_deref().map(Cow::Borrowed),
            Said::Predicate(_) => return None,
            Said::Misfit(_, found) | Said::UnknownMember(_, found) => found.show(),
            Said::UnknownWord(_, found) | Said::UnknownPrefix(_, found) => found.show(),
        };
        Some(Cow::Owned(found))
    }
}

fn an_id_of(id: &IdType) -> String {
    let prefixes = alternatives(id.prefixes.iter().copied());
    format!("an id that begins with {prefixes}")
}

/// What a message calls the value at a pointer of which so many of the last segments are indices:
/// `n_epochs`, `result_files[2]`, `element 2`, `the value`.
pub(super) fn subject(pointer: &str, indices: usize) -> String {
    let mut segments = pointer.rsplitn(indices + 2, '/');
    let indices: Vec<&str> = segments.by_ref().take(indices).collect();
    let mut indices = indices.into_iter().rev();
    let key = segments.next().filter(|_| segments.next().is_some());
    let mut subject = match (key, indices.len()) {
        (Some(key), _) => named(&unescape(key)),
        (None, 0) => "the value".to_owned(),
        (None, _) => format!("element {}", indices.next().unwrap_or_default()),
    };
    indices.for_each(|index| subject.extend(["[", index, "]"]));
    subject
}

/// A key as a message names it.
pub(crate) fn named(key: &str) -> String {
    match is_plain(key) {
        true => key.to_owned(),
        false => quoted(key),
    }
}

/// Whether a name can stand in a sentence without quotes.
fn is_plain(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'$');
    !name.is_empty() && name.len() <= 64 && name.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_named_by_the_end_of_its_pointer() {
        for (pointer, indices, name) in [
            ("", 0, "the value"),
            ("/a", 0, "a"),
            ("/a/2", 0, "2"),
            ("/a/2", 1, "a[2]"),
            ("/b/a/2/3", 2, "a[2][3]"),
            ("/2", 1, "element 2"),
            ("/2/3", 2, "element 2[3]"),
            ("/x~1y~01/7", 1, "\"x/y~1\"[7]"),
            ("/", 0, "\"\""),
            ("//1", 1, "\"\"[1]"),
        ] {
            assert_eq!(subject(pointer, indices), name, "{pointer}");
        }
    }

    #[test]
    fn what_is_kept_of_a_text_is_all_that_is_shown() {
        let long = |piece: &str| piece.repeat(70);
        for text in [
            "7".to_owned(),
            long("a"),
            long("é"),
            long("😀"),
            long("a\n  b"),
            format!("{}\n{}", "a".repeat(66), long("b")),
            format!("{}é{}", "a".repeat(67), long("b")),
            long("a").split_off(6),
            long("a").split_off(5),
            long("é").split_off(2 * 6),
            long("é").split_off(2 * 5),
        ] {
            assert_eq!(Excerpt::of(&text).show(), excerpt(&text), "{text}");
            assert_eq!(Start::of(&text).show(), quoted(&text), "{text}");
            assert!(Excerpt::of(&text).0.as_bytes().len() <= 4 * ENOUGH);
        }
    }
}
