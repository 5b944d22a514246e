//! JSON Pointers (RFC 6901): the way from a document to a value in it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::string::holds_any;
use crate::text::{Str, equals_str};

/// A JSON Pointer (RFC 6901): `/data/0/status`. The empty one names the whole document.
///
/// Most are short, and live where they stand: 40 bytes, and no allocation up to 38 bytes of text.
///
/// ```
/// use api_object::Pointer;
///
/// let mut pointer = Pointer::default();
/// pointer.push_key("data");
/// pointer.push_index(0);
/// pointer.push_key("a/b");
/// assert_eq!(pointer, "/data/0/a~1b");
/// assert_eq!(pointer.segments().collect::<Vec<_>>(), ["data", "0", "a/b"]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Str);

impl Pointer {
    /// The pointer as it is written, `~` and `/` in keys as `~0` and `~1`.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Goes on to the member with this key.
    pub fn push_key(&mut self, key: &str) {
        let mut text = String::from(std::mem::take(&mut self.0));
        push_key(&mut text, key);
        *self = Pointer::from_text(&text);
    }

    /// Goes on to the element at this index, counted from 0.
    pub fn push_index(&mut self, index: usize) {
        let mut text = String::from(std::mem::take(&mut self.0));
        push_index(&mut text, index);
        *self = Pointer::from_text(&text);
    }

    /// The pointer with this text, which is made of nothing but what [`push_key`] and [`push_index`] wrote.
    pub(crate) fn from_text(text: &str) -> Self {
        Pointer(Str::from(text))
    }

    /// The keys and indices on the way, from the document on, with nothing escaped.
    pub fn segments(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.as_str().split('/').skip(1).map(unescape)
    }

    /// The pointer that goes this way first and then on along `rest`.
    ///
    /// ```
    /// # fn main() -> Result<(), api_object::ParsePointerError> {
    /// use api_object::Pointer;
    ///
    /// let item: Pointer = "/data/3".parse()?;
    /// assert_eq!(item.join(&"/status".parse()?).as_str(), "/data/3/status");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn join(&self, rest: &Pointer) -> Pointer {
        Pointer(Str::from(format!("{}{}", self.0, rest.0)))
    }
}

/// Goes on to the member with this key, in the text of a pointer.
pub(crate) fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    if !holds_any(key.as_bytes(), *b"~/") {
        return pointer.push_str(key);
    }
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// Goes on to the element at this index, in the text of a pointer.
pub(crate) fn push_index(pointer: &mut String, index: usize) {
    pointer.push('/');
    push_decimal(pointer, index);
}

fn push_decimal(out: &mut String, number: usize) {
    if number >= 10 {
        push_decimal(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// A segment of a pointer with nothing escaped.
pub(crate) fn unescape(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        // In this order, so that `~01` becomes `~1` (RFC 6901, section 4).
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

equals_str!(Pointer);

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl FromStr for Pointer {
    type Err = ParsePointerError;

    fn from_str(text: &str) -> Result<Self, ParsePointerError> {
        if !text.is_empty() && !text.starts_with('/') {
            return Err(ParsePointerError { at: 0 });
        }
        for (at, _) in text.match_indices('~') {
            if !matches!(text.as_bytes().get(at + 1), Some(b'0' | b'1')) {
                return Err(ParsePointerError { at });
            }
        }
        Ok(Pointer::from_text(text))
    }
}

/// A text that is no JSON Pointer: it starts with something other than `/`, or has a `~` that
/// neither `0` nor `1` follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParsePointerError {
    at: usize,
}

impl fmt::Display for ParsePointerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            0 => f.write_str("expected a JSON Pointer to be empty or to start with `/`"),
            at => write!(f, "expected `~0` or `~1` (at byte {at})"),
        }
    }
}

impl std::error::Error for ParsePointerError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_6901_name_their_members() {
        let cases = [
            ("", vec![]),
            ("/foo", vec!["foo"]),
            ("/foo/0", vec!["foo", "0"]),
            ("/", vec![""]),
            ("/a~1b", vec!["a/b"]),
            ("/c%d", vec!["c%d"]),
            ("/e^f", vec!["e^f"]),
            ("/i\\j", vec!["i\\j"]),
            ("/k\"l", vec!["k\"l"]),
            ("/ ", vec![" "]),
            ("/m~0n", vec!["m~n"]),
            ("/~01", vec!["~1"]),
            ("/~10", vec!["/0"]),
            ("//", vec!["", ""]),
        ];
        for (text, segments) in cases {
            let pointer: Pointer = text.parse().unwrap();
            assert_eq!(pointer.segments().collect::<Vec<_>>(), segments, "{text}");
            let mut rebuilt = Pointer::default();
            segments
                .iter()
                .for_each(|segment| rebuilt.push_key(segment));
            assert_eq!(rebuilt, pointer);
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for (text, message) in [
            (
                "a",
                "expected a JSON Pointer to be empty or to start with `/`",
            ),
            (
                "~0",
                "expected a JSON Pointer to be empty or to start with `/`",
            ),
            ("/a~", "expected `~0` or `~1` (at byte 2)"),
            ("/~0/~2", "expected `~0` or `~1` (at byte 4)"),
        ] {
            let error = text.parse::<Pointer>().unwrap_err();
            assert_eq!(error.to_string(), message, "{text}");
        }
    }

    #[test]
    fn displays_pads_and_serializes_as_text() {
        let mut pointer: Pointer = "/a".parse().unwrap();
        pointer.push_index(12);
        assert_eq!(pointer.to_string(), "/a/12");
        assert_eq!(format!("{pointer:<6}|"), "/a/12 |");
        assert_eq!(serde_json::to_string(&pointer).unwrap(), "\"/a/12\"");
        assert_eq!(Pointer::default().join(&pointer), pointer);
        assert_eq!(pointer.join(&Pointer::default()), pointer);
    }
}
