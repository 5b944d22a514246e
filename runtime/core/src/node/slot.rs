//! Where what comes is put: the places that values lend, each for its kind of JSON value.

use super::{JsonMut, ListMut, MapMut};
use crate::describe::EnumType;
use crate::object::ObjectMut;
use crate::open_enum::UnknownValue;
use crate::raw::RawJson;
use crate::text::Str;
use crate::union::{UnionMut, accept_untagged};

/// What kind of JSON value comes (RFC 8259, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// None: what came did not fit, and the value becomes blank again. What it cannot set itself it lends.
    Nothing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A scalar on its way into a value.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Scalar<'a, 'de> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer that is not negative and fits 64 bits.
    Unsigned(u64),
    /// A negative integer that fits 64 bits.
    Signed(i64),
    /// A number that came as a double (from a format that has them).
    Float(f64),
    /// A JSON number that is no 64-bit integer, as it was spelled: a fraction, an exponent, `-0`, or too large.
    Number(&'a str),
    /// A string that lives in the input.
    Borrowed(&'de str),
    /// A string that lives as long as this call (it was unescaped, or came from a stream).
    Transient(&'a str),
}

impl Scalar<'_, '_> {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Scalar::Null => Kind::Null,
            Scalar::Bool(_) => Kind::Bool,
            Scalar::Borrowed(_) | Scalar::Transient(_) => Kind::Text,
            _ => Kind::Number,
        }
    }
}

/// How a scalar was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Writing the value gives the same scalar.
    Exactly,
    /// Writing the value gives something else, since an alias was read, or a number that the type cannot hold.
    Respelled,
}

/// The refusal of a scalar that is not of the type.
///
/// It is silent: whoever offered the scalar knows where it stands, what it was, and what the shape expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misfit;

/// The place in a value for what comes.
#[non_exhaustive]
pub enum Slot<'a, 'de> {
    /// There is none.
    None,
    /// The value is `null` already.
    Null,
    /// For `true` or `false`.
    Bool(&'a mut bool),
    /// For an integer that is not negative.
    Unsigned(&'a mut u64),
    /// For an integer.
    Signed(&'a mut i64),
    /// For a string.
    Text(&'a mut String),
    /// For a string that is stored in place.
    Inline(&'a mut Str),
    /// For a word of this type.
    Word(&'static EnumType, &'a mut dyn WordMut),
    /// For scalars that the value looks at itself.
    Scalar(&'a mut dyn ScalarMut<'de>),
    /// For an object with declared members.
    Object(&'a mut dyn ObjectMut<'de>),
    /// For an object that a tag tells apart, or for what one of several types takes.
    Union(&'a mut dyn UnionMut<'de>),
    /// For an array.
    List(&'a mut dyn ListMut<'de>),
    /// For an object with free keys.
    Map(&'a mut dyn MapMut<'de>),
    /// For anything, as JSON text.
    Raw(&'a mut RawJson),
    /// For what the value can read of JSON text.
    Json(&'a mut dyn JsonMut),
}

/// Takes a scalar, whichever way it came.
pub trait ScalarMut<'de> {
    /// Takes the scalar, or refuses it.
    ///
    /// # Errors
    ///
    /// [`Misfit`] where the scalar is not a value of this type.
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit>;

    /// Becomes blank.
    fn reset(&mut self);
}

/// Becomes a word of an enum.
pub trait WordMut {
    /// Becomes the known word at this place, or an unknown one, which no closed enum is asked for.
    fn set(&mut self, word: Result<usize, UnknownValue>);
}

impl<'de> Slot<'_, 'de> {
    /// Puts a scalar here.
    ///
    /// # Errors
    ///
    /// [`Misfit`] where this is no place for it.
    #[inline]
    pub fn take(self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        match (self, scalar) {
            (Slot::Null, Scalar::Null) => Ok(Taken::Exactly),
            (Slot::Bool(place), Scalar::Bool(value)) => {
                *place = value;
                Ok(Taken::Exactly)
            }
            (Slot::Unsigned(place), scalar) => place.accept(scalar),
            (Slot::Signed(place), scalar) => place.accept(scalar),
            (Slot::Text(place), Scalar::Borrowed(text) | Scalar::Transient(text)) => {
                *place = text.to_owned();
                Ok(Taken::Exactly)
            }
            (Slot::Inline(place), Scalar::Borrowed(text) | Scalar::Transient(text)) => {
                place.set(text);
                Ok(Taken::Exactly)
            }
            (Slot::Word(words, place), Scalar::Borrowed(word) | Scalar::Transient(word)) => {
                words.take(word, place)
            }
            (Slot::Scalar(place), scalar) => place.accept(scalar),
            (Slot::Union(union), scalar) => accept_untagged(union, scalar),
            // The blank, which is no allocation.
            (Slot::Raw(place), Scalar::Null) => {
                *place = RawJson::default();
                Ok(Taken::Exactly)
            }
            (Slot::Raw(place), scalar) => {
                *place = RawJson::trusted(RawJson::of_scalar(scalar)?);
                Ok(Taken::Exactly)
            }
            (Slot::Json(place), scalar) => place.take_json(&RawJson::of_scalar(scalar)?),
            _ => Err(Misfit),
        }
    }
}
