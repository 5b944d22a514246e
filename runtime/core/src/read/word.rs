//! Keys and tags, which are looked at while reading goes on.

use crate::json::Text;
use crate::node::Scalar;

/// A string of the text, kept while reading goes on.
pub(super) enum Word<'de> {
    Borrowed(&'de str),
    Owned(String),
}

impl<'de> Word<'de> {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Word::Borrowed(word) => word,
            Word::Owned(word) => word,
        }
    }

    pub(super) fn scalar(&self) -> Scalar<'_, 'de> {
        match self {
            Word::Borrowed(word) => Scalar::Borrowed(word),
            Word::Owned(word) => Scalar::Transient(word),
        }
    }
}

impl<'de> From<Text<'_, 'de>> for Word<'de> {
    fn from(text: Text<'_, 'de>) -> Self {
        match text {
            Text::Borrowed(word) => Word::Borrowed(word),
            Text::Transient(word) => Word::Owned(word.to_owned()),
        }
    }
}
