//! `Deleted<T, I>`: the receipt for an object that was deleted.

// A file of the derive's own spelling.
#[allow(clippy::semicolon_if_nothing_returned)]
#[rustfmt::skip]
mod derived;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use crate::ApiObject;
use crate::describe::{Descriptor, Shape};
use crate::extra::Extra;
use crate::node::{Described, Fill, Kind, Misfit, Node, Scalar, ScalarMut, Slot, Taken, View};
use crate::nullable::Nullable;
use crate::text::Str;

/// What the word of an object has behind it where the object is a receipt.
const SUFFIX: &str = ".deleted";

/// The receipt for an object `T` that was deleted: `{"id":…,"object":…,"deleted":true}`.
///
/// Its `object` is the word of `T`'s own tag, or that with `.deleted` behind it; it is written as it came. Any other
/// word is a violation. Of a type without a tag any word will do. A receipt with members of its own is declared as any object.
///
/// ```
/// use api_object::{ApiObject, Deleted};
///
/// #[derive(ApiObject)]
/// #[api(object = "thread")]
/// struct Thread {
///     #[api(id = "thread_")]
///     id: ThreadId,
/// }
///
/// let json = r#"{"id":"thread_7","object":"thread.deleted","deleted":true}"#;
/// let receipt = api_object::from_str::<Deleted<Thread, ThreadId>>(json)?;
/// assert!(receipt.deleted && receipt.id == ThreadId::from("thread_7"));
/// assert_eq!(api_object::to_string(&receipt), json);
///
/// let another = r#"{"id":"run_7","object":"run","deleted":true}"#;
/// let report = api_object::from_str::<Deleted<Thread>>(another)?.report();
/// assert_eq!(report.issues()[0].pointer.as_str(), "/object");
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(false, derive(ApiObject), api(crate = crate))]
#[non_exhaustive]
pub struct Deleted<T: ApiObject, I = Str> {
    /// The id that the object had.
    pub id: I,
    #[cfg_attr(false, api(accessor = false))]
    object: Nullable<Word<T>>,
    /// Whether the object is deleted now.
    pub deleted: bool,
    /// What else came.
    #[cfg_attr(false, api(extra))]
    pub extra: Extra,
}

impl<T: ApiObject, I> Deleted<T, I> {
    /// A receipt that bears the object's own word.
    pub fn new(id: I) -> Self {
        Deleted {
            id,
            object: Nullable::or_absent(own_word::<T>().map(Word::new)),
            deleted: true,
            extra: Extra::new(),
        }
    }

    /// What the receipt calls itself, if it does.
    pub fn object(&self) -> Option<&str> {
        let word = self.object.as_option()?;
        Some(word.text.as_str())
    }
}

/// The word of a receipt's tag.
struct Word<T> {
    text: Str,
    of: PhantomData<fn() -> T>,
}

impl<T> Word<T> {
    fn new(text: &str) -> Self {
        Word {
            text: Str::from(text),
            of: PhantomData,
        }
    }
}

/// The word of an object's tag, if it has one.
fn own_word<T: ApiObject>() -> Option<&'static str> {
    word_of(T::DESCRIPTOR)
}

fn word_of(descriptor: Descriptor) -> Option<&'static str> {
    match descriptor {
        Descriptor::Object(object) => object.tag.map(|tag| tag.word),
        _ => None,
    }
}

/// What is expected of the receipt for an object, in words.
pub(crate) fn expected(descriptor: Descriptor) -> String {
    match word_of(descriptor) {
        Some(word) => format!("\"{word}\" or \"{word}{SUFFIX}\""),
        None => "a string".to_owned(),
    }
}

/// The words of receipts for objects of a type.
pub(crate) fn receipts_of(descriptor: Descriptor) -> Vec<Cow<'static, str>> {
    word_of(descriptor).map_or_else(Vec::new, |word| {
        vec![Cow::Borrowed(word), Cow::Owned(format!("{word}{SUFFIX}"))]
    })
}

/// Whether a receipt with this word is one for objects of a type.
pub(crate) fn is_receipt_of(descriptor: Descriptor, text: &str) -> bool {
    is_receipt(text, word_of(descriptor))
}

fn is_receipt(text: &str, word: Option<&str>) -> bool {
    word.is_none_or(|word| text.strip_suffix(SUFFIX).unwrap_or(text) == word || text == word)
}

impl<T> fmt::Debug for Word<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl<T> Clone for Word<T> {
    fn clone(&self) -> Self {
        Word {
            text: self.text.clone(),
            of: PhantomData,
        }
    }
}

impl<T> PartialEq for Word<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T: ApiObject> Described for Word<T> {
    const SHAPE: Shape = Shape::Receipt(T::descriptor);

    #[inline]
    fn blank() -> Self {
        Word::new("")
    }
}

impl<T> Node for Word<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        View::Inline(&self.text)
    }
}

impl<'de, T: ApiObject> Fill<'de> for Word<T> {
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Scalar(self)
    }
}

impl<'de, T: ApiObject> ScalarMut<'de> for Word<T> {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        match scalar {
            Scalar::Borrowed(text) | Scalar::Transient(text)
                if is_receipt(text, own_word::<T>()) =>
            {
                self.text.set(text);
                Ok(Taken::Exactly)
            }
            _ => Err(Misfit),
        }
    }

    fn reset(&mut self) {
        self.text.set("");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_bears_one_of_two_words() {
        for (text, is) in [
            ("file", true),
            ("file.deleted", true),
            ("file.deleted.deleted", false),
            ("files", false),
            (".deleted", false),
        ] {
            assert_eq!(is_receipt(text, Some("file")), is, "{text}");
        }
        assert!(is_receipt("a.deleted", Some("a.deleted")));
        assert!(is_receipt("anything", None));
    }
}
