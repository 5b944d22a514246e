//! Closed enums: words, and no room for others.

use std::error::Error;
use std::fmt;

use super::OpenEnum;
use crate::describe::EnumType;
use crate::issue::quoted;

/// A word that a closed enum does not have: the error of its `FromStr` and its `TryFrom<&str>`.
///
/// ```
/// use api_object::ApiObject;
///
/// #[derive(Debug, Clone, Copy, PartialEq, ApiObject)]
/// #[api(closed)]
/// enum Order {
///     Asc,
///     Desc,
/// }
///
/// assert_eq!("asc".parse(), Ok(Order::Asc));
/// let refused = "up".parse::<Order>().unwrap_err();
/// assert_eq!(refused.word(), "up");
/// assert_eq!(refused.to_string(), r#""up" is no word of Order; expected "asc" or "desc""#);
/// ```
#[derive(Clone)]
pub struct RefusedWord {
    words: &'static EnumType,
    word: Box<str>,
}

impl RefusedWord {
    /// The word that was refused.
    pub fn word(&self) -> &str {
        &self.word
    }
}

impl fmt::Debug for RefusedWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RefusedWord").field(&self.word).finish()
    }
}

impl PartialEq for RefusedWord {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.words, other.words) && self.word == other.word
    }
}

impl Eq for RefusedWord {}

impl fmt::Display for RefusedWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, name) = (quoted(&self.word), self.words.name);
        let known = self.words.alternatives();
        write!(f, "{word} is no word of {name}; expected {known}")
    }
}

impl Error for RefusedWord {}

/// The enum's value for a word.
///
/// # Errors
///
/// Where the word is none of the enum's.
pub fn parse_known<E: OpenEnum>(word: &str) -> Result<E, RefusedWord> {
    match E::words().find(word) {
        Some(place) => Ok(E::from_place(Ok(place))),
        None => Err(RefusedWord {
            words: E::words(),
            word: word.into(),
        }),
    }
}

/// The enum's blank value, which nobody sees that has not been filled: its first word.
pub fn first<E: OpenEnum>() -> E {
    E::from_place(Ok(0))
}

/// As `__words`, for a closed enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __closed_words {
    ($vis:vis $words:ident in $table:ident: $($variant:ident)*; $($lifecycle:ident)?) => {
        $crate::__words! { @all closed $vis $words in $table: $($variant)*; $($lifecycle)? }
        impl __rt::Described for $words {
            const DECLARED: __rt::Descriptor = __rt::Descriptor::OpenEnum(&$table);
            #[inline]
            fn blank() -> Self {
                __rt::open_enum::first()
            }
        }
        impl __rt::TryFrom<&__rt::str> for $words {
            type Error = __rt::RefusedWord;
            #[inline]
            fn try_from(word: &__rt::str) -> __rt::Result<Self, __rt::RefusedWord> {
                __rt::open_enum::parse_known(word)
            }
        }
        impl __rt::FromStr for $words {
            type Err = __rt::RefusedWord;
            #[inline]
            fn from_str(word: &__rt::str) -> __rt::Result<Self, __rt::RefusedWord> {
                __rt::open_enum::parse_known(word)
            }
        }
    };
}
