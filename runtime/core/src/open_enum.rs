//! Open enums: words that are known, and room for those that are not.

mod closed;
mod listed;

use std::fmt;

use crate::describe::{EnumType, Others, Word};
use crate::issue::{alternatives, quoted};
use crate::node::{Described, Misfit, Node, Taken, View, WordMut};
use crate::text::equals_str;

pub use closed::{RefusedWord, first, parse_known};
pub use listed::{same_statuses, status_among, status_place};

/// An enum of words: what the derive says of it, and what can be done with it.
///
/// Hidden, so that the documentation of a user's enum does not show what is between the derive and this crate.
#[doc(hidden)]
pub trait OpenEnum: Node + Described + 'static {
    /// The words.
    fn words() -> &'static EnumType;

    /// The variant of the known word at this place, or of an unknown word, which no closed enum is asked for.
    fn from_place(place: Result<usize, UnknownValue>) -> Self;

    /// The place of the known word, or the unknown word.
    fn place(&self) -> Result<usize, &UnknownValue>;
}

impl<E: OpenEnum> WordMut for E {
    fn set(&mut self, word: Result<usize, UnknownValue>) {
        *self = E::from_place(word);
    }
}

/// An enum whose words are statuses that objects share: it has `#[api(status)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enum of statuses",
    label = "its words are to be statuses here",
    note = "write `#[api(status)]` on the enum, or a table on this field: `status {{ queued => done, done }}`"
)]
pub trait StatusEnum: OpenEnum {
    /// The statuses.
    const STATUSES: &'static EnumType;
    /// A bit for each of them.
    const ALL: u64;
    /// An enum that has a variant of each one's name, whose number is its bit.
    type Named;
}

/// An enum of statuses in which it is known which are no end states.
#[diagnostic::on_unimplemented(
    message = "nobody knows which statuses of `{Self}` are active",
    label = "no group of statuses",
    note = "write arrows on the enum, such as `#[api(next = completed | failed)]`, or name statuses here"
)]
pub trait ActiveStatuses {
    /// Their bits.
    const BITS: u64;
}

/// An enum of statuses in which it is known which are end states.
#[diagnostic::on_unimplemented(
    message = "nobody knows which statuses of `{Self}` are ended",
    label = "no group of statuses",
    note = "write arrows on the enum, such as `#[api(next = completed | failed)]`, or name statuses here"
)]
pub trait EndedStatuses {
    /// Their bits.
    const BITS: u64;
}

/// A word that nobody knew when the types were written.
///
/// It cannot be made from a word, so that no known word ever hides in it: words are read with
/// `FromStr` or `From<&str>` of their enum, which gives the known variant where there is one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// The word as it was sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// No word at all, which an enum holds before it is filled.
    #[doc(hidden)]
    pub fn blank() -> Self {
        UnknownValue(Box::default())
    }
}

equals_str!(UnknownValue);

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The enum's value for a word: never fails, since an unknown word is kept.
pub fn parse<E: OpenEnum>(word: &str) -> E {
    E::from_place(E::words().look_up(word))
}

/// What an enum's value is in JSON.
pub fn view<'a>(words: &'static EnumType, place: Result<usize, &'a UnknownValue>) -> View<'a> {
    View::Word(words, place.map_err(UnknownValue::as_str))
}

/// The wire name of an enum's value.
pub fn as_str<E: OpenEnum>(value: &E) -> &str {
    E::words().spell(value.place().map_err(UnknownValue::as_str))
}

/// What the declaration says of a value's word; empty for an unknown one.
pub fn docs<E: OpenEnum>(value: &E) -> &'static str {
    let word = value
        .place()
        .ok()
        .and_then(|place| E::words().words.get(place));
    word.map_or("", |word| word.docs)
}

/// Whether the declaration knows a value's word.
pub fn is_known<E: OpenEnum>(value: &E) -> bool {
    value.place().is_ok()
}

/// Whether a value's word is a declared end state.
pub fn is_terminal<E: OpenEnum>(value: &E) -> bool {
    value
        .place()
        .is_ok_and(|place| E::words().is_terminal(place))
}

/// The values that may follow a value directly.
pub fn successors<E: OpenEnum>(value: &E) -> impl Iterator<Item = E> + use<E> {
    let next = value.place().ok().map(|place| E::words().successors(place));
    next.into_iter()
        .flatten()
        .map(|place| E::from_place(Ok(place)))
}

impl EnumType {
    /// What a value of this enum is before it is filled, see [`Described::blank`].
    pub(crate) fn blank(&self) -> Result<usize, UnknownValue> {
        match self.others {
            Others::Refused => Ok(0),
            Others::Kept | Others::Expected => Err(UnknownValue::blank()),
        }
    }

    /// Puts a word into a value of this enum.
    ///
    /// # Errors
    ///
    /// [`Misfit`] where the enum is closed and the word none of its own.
    pub(crate) fn take(&self, word: &str, value: &mut dyn WordMut) -> Result<Taken, Misfit> {
        // Words of one length and one last letter are few, and only these are compared.
        let is_it = |known: &Word| {
            known.name.len() == word.len()
                && known.name.as_bytes().last() == word.as_bytes().last()
                && known.name == word
        };
        if let Some(place) = self.words.iter().position(is_it) {
            value.set(Ok(place));
            return Ok(Taken::Exactly);
        }
        match self.find_alias(word) {
            Some(place) => {
                value.set(Ok(place));
                Ok(Taken::Respelled)
            }
            None => match self.others {
                Others::Refused => Err(Misfit),
                Others::Kept | Others::Expected => {
                    value.set(Err(UnknownValue(word.into())));
                    Ok(Taken::Exactly)
                }
            },
        }
    }

    /// The place of a word that is known, or the word.
    fn look_up(&self, word: &str) -> Result<usize, UnknownValue> {
        match self.find(word) {
            Some(place) => Ok(place),
            None => Err(UnknownValue(word.into())),
        }
    }

    /// The place of the word with this wire name, or with this alias.
    pub fn find(&self, word: &str) -> Option<usize> {
        let place = self.words.iter().position(|known| known.name == word);
        place.or_else(|| self.find_alias(word))
    }

    #[cold]
    fn find_alias(&self, word: &str) -> Option<usize> {
        let has_alias = |known: &Word| known.aliases().contains(&word);
        self.words.iter().position(has_alias)
    }

    /// All words in quotes, as a message names them.
    pub(crate) fn alternatives(&self) -> String {
        let words: Vec<String> = self.words.iter().map(|word| quoted(word.name)).collect();
        alternatives(words.iter().map(String::as_str))
    }

    /// The wire name of a known word by its place, or the unknown word.
    pub(crate) fn spell<'a>(&self, word: Result<usize, &'a str>) -> &'a str {
        match word {
            Ok(place) => self.words.get(place).map_or("", |word| word.name),
            Err(unknown) => unknown,
        }
    }
}

/// What an enum of words implements beside [`OpenEnum`]: for an enum with this visibility, name and these
/// variants, and for one whose words are statuses. This is an open enum; see `__closed_words` for the other.
///
/// It stands where the runtime is called `__rt`: a block of its own is a constant, which a compiler evaluates.
#[doc(hidden)]
#[macro_export]
macro_rules! __words {
    (@lifecycle $vis:vis) => {};
    (@lifecycle $vis:vis lifecycle) => {
        /// Whether this is an end state; an unknown word is none.
        #[inline]
        $vis fn is_terminal(&self) -> __rt::bool {
            __rt::open_enum::is_terminal(self)
        }
        /// The statuses that may follow this one directly; none are known of an unknown word.
        #[inline]
        $vis fn successors(&self) -> impl __rt::Iterator<Item = Self> + use<> {
            __rt::open_enum::successors(self)
        }
    };
    (@known $vis:vis closed) => {};
    (@known $vis:vis open) => {
        /// Whether these types know the word.
        #[inline]
        $vis fn is_known(&self) -> __rt::bool {
            __rt::open_enum::is_known(self)
        }
    };
    (@all $room:ident $vis:vis $words:ident in $table:ident: $($variant:ident)*; $($lifecycle:ident)?) => {
        impl $words {
            /// All known words, in declaration order.
            $vis const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The word as it is sent.
            #[inline]
            $vis fn as_str(&self) -> &__rt::str {
                __rt::open_enum::as_str(self)
            }
            /// What the declaration says of the word; empty where it says nothing, or does not know it.
            #[inline]
            $vis fn docs(&self) -> &'static __rt::str {
                __rt::open_enum::docs(self)
            }
            $crate::__words! { @lifecycle $vis $($lifecycle)? }
            $crate::__words! { @known $vis $room }
        }
        impl __rt::ApiObject for $words {}
        impl __rt::Node for $words {
            fn view(&self) -> __rt::View<'_> {
                __rt::open_enum::view(&$table, __rt::OpenEnum::place(self))
            }
        }
        impl<'de> __rt::Fill<'de> for $words {
            fn slot(&mut self, _: __rt::Kind) -> __rt::Slot<'_, 'de> {
                __rt::Slot::Word(&$table, self)
            }
        }
        impl __rt::fmt::Display for $words {
            #[inline]
            fn fmt(&self, f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                __rt::fmt::Formatter::pad(f, __rt::open_enum::as_str(self))
            }
        }
        $crate::__serde! { $words }
    };
    ($vis:vis $words:ident in $table:ident: $($variant:ident)*; $($lifecycle:ident)?) => {
        $crate::__words! { @all open $vis $words in $table: $($variant)*; $($lifecycle)? }
        impl __rt::Described for $words {
            const DECLARED: __rt::Descriptor = __rt::Descriptor::OpenEnum(&$table);
            #[inline]
            fn blank() -> Self {
                __rt::OpenEnum::from_place(__rt::Err(__rt::UnknownValue::blank()))
            }
        }
        impl __rt::From<&__rt::str> for $words {
            #[inline]
            fn from(word: &__rt::str) -> Self {
                __rt::open_enum::parse(word)
            }
        }
        impl __rt::FromStr for $words {
            type Err = __rt::Infallible;
            #[inline]
            fn from_str(word: &__rt::str) -> __rt::Result<Self, __rt::Infallible> {
                __rt::Ok(__rt::open_enum::parse(word))
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::FullWordTerms;

    #[test]
    fn a_word_is_found_among_many() {
        let name = |n: usize| -> &'static str { format!("word_{n}").leak() };
        let words: Vec<Word> = (0..1_000)
            .map(|n| {
                Word::new(name(n)).full(Box::leak(Box::new(FullWordTerms {
                    aliases: vec![name(n + 1_000)].leak(),
                    next: &[],
                    terminal: false,
                })))
            })
            .collect();
        let words = EnumType::new("Many", "", words.leak());
        for n in [0, 1, 10, 999] {
            assert_eq!(words.find(name(n)), Some(n));
            assert_eq!(words.find(name(n + 1_000)), Some(n));
        }
        assert_eq!(words.find("word_2000"), None);
        assert_eq!(words.find(""), None);
    }
}
