//! `Str`: a short string that lives where it stands.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// Bytes that fit in place; with its length and tag a [`Str`] is 40 bytes.
const INLINE: usize = 38;

/// An immutable string; up to 38 bytes of UTF-8 are stored in place, longer ones on the heap.
///
/// Ids of real APIs are 20 to 38 bytes long and are read far more often than changed, so a page of
/// objects holds them without an allocation each.
///
/// ```
/// use api_object::Str;
///
/// let id = Str::from("file-BK7bzQj3FfZFXr7DbL6xJwfo");
/// assert_eq!(id.as_str(), "file-BK7bzQj3FfZFXr7DbL6xJwfo");
/// ```
#[derive(Clone)]
pub struct Str(Repr);

#[derive(Clone)]
enum Repr {
    Inline { len: u8, bytes: [u8; INLINE] },
    Heap(Box<str>),
}

impl Str {
    /// The empty string.
    pub const fn new() -> Self {
        Str(Repr::Inline {
            len: 0,
            bytes: [0; INLINE],
        })
    }

    /// The string. Text stored in place is checked to be UTF-8 again, which it always is;
    /// where bytes will do, [`as_bytes`](Str::as_bytes) is faster.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Inline { .. } => std::str::from_utf8(self.as_bytes()).unwrap_or_default(),
            Repr::Heap(text) => text,
        }
    }

    /// Becomes this text, in place where it fits.
    #[inline]
    pub(crate) fn set(&mut self, text: &str) {
        if let Repr::Inline { len, bytes } = &mut self.0
            && let Some(place) = bytes.get_mut(..text.len())
        {
            // What fits in the place is shorter than 256 bytes.
            *len = text.len() as u8;
            place.copy_from_slice(text.as_bytes());
        } else {
            *self = Str::from(text);
        }
    }

    /// Becomes a part of a text, from one offset to another one, of which both are at characters' ends.
    #[inline(always)]
    pub(crate) fn set_part(&mut self, text: &str, from: usize, to: usize) {
        let rest = text.as_bytes().get(from..);
        match (&mut self.0, rest.and_then(|rest| rest.first_chunk())) {
            // What lies behind the part is taken along, since a copy of any length is dearer, and shown to nobody.
            (Repr::Inline { len, bytes }, Some(chunk)) if to - from <= INLINE => {
                *len = (to - from) as u8;
                *bytes = *chunk;
            }
            _ => self.set(&text[from..to]),
        }
    }

    /// The first eight bytes, where there are so many.
    #[inline(always)]
    pub(crate) fn first_word(&self) -> Option<[u8; 8]> {
        match &self.0 {
            Repr::Inline { len, bytes } if *len >= 8 => bytes.first_chunk().copied(),
            Repr::Inline { .. } => None,
            Repr::Heap(text) => text.as_bytes().first_chunk().copied(),
        }
    }

    /// The string's bytes.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Repr::Inline { len, bytes } => bytes.get(..usize::from(*len)).unwrap_or_default(),
            Repr::Heap(text) => text.as_bytes(),
        }
    }
}

/// Compares with a `&str` and a `str` what lends itself as one.
macro_rules! equals_str {
    ($type:ty) => {
        impl PartialEq<str> for $type {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $type {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }
    };
}
pub(crate) use equals_str;

equals_str!(Str);

impl From<&str> for Str {
    #[inline]
    fn from(text: &str) -> Self {
        let mut bytes = [0; INLINE];
        match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(place), Ok(len)) => {
                place.copy_from_slice(text.as_bytes());
                Str(Repr::Inline { len, bytes })
            }
            _ => Str(Repr::Heap(text.into())),
        }
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        match text.len() {
            0..=INLINE => Str::from(text.as_str()),
            _ => Str(Repr::Heap(text.into())),
        }
    }
}

impl From<Str> for String {
    fn from(text: Str) -> Self {
        match text.0 {
            Repr::Inline { .. } => text.as_str().to_owned(),
            Repr::Heap(text) => text.into(),
        }
    }
}

impl Default for Str {
    fn default() -> Self {
        Str::new()
    }
}

impl AsRef<str> for Str {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Str {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Str {}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

/// As `str` hashes, so that a map keyed by `Str` can be asked with a `&str`.
impl Hash for Str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_of_the_inline_limit_hold_the_same_text() {
        for len in [0, 1, 7, 8, 37, 38, 39, 200] {
            let text = "é".repeat(len / 2) + &"x".repeat(len % 2);
            let held = Str::from(text.as_str());
            assert_eq!(held.as_str(), text);
            assert_eq!(held.first_word(), text.as_bytes().first_chunk().copied());
            assert_eq!(held, Str::from(text.clone()));
            let mut set = Str::from("something of thirty-eight bytes' length");
            set.set(&text);
            assert_eq!(set, held);
            set.set("");
            assert_eq!(set, Str::new());
            assert_eq!(String::from(held), text);
        }
    }

    #[test]
    fn stays_in_40_bytes() {
        assert_eq!(size_of::<Str>(), 40);
    }
}
