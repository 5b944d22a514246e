//! How a value shows itself and is filled: the two object-safe traits under everything else.
//!
//! [`Node`] shows a value as what it is in JSON; [`Fill`] takes one in place, member by member.
//! Readers, writers, rules and the serde bridges are written against `dyn Node` and `dyn Fill`,
//! so each of them is compiled once, whatever the number of types that use it.

use crate::describe::{EnumType, IdType, Shape};
use crate::extra::RawJson;
use crate::object::{Object, ObjectMut};
use crate::text::Str;
use crate::union::{Union, UnionMut};

/// Says at compile time which shape a type has; [`Shape`] is what descriptors are made of.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of an API object",
    label = "not a type that `ApiObject` knows",
    note = "derive `ApiObject` on it, or use a type of `api_object`, of `std` or of the scalars"
)]
pub trait Described {
    /// The shape of this type's values.
    const SHAPE: Shape;
}

/// A value that can show itself.
pub trait Node {
    /// What this value is in JSON, without copying it.
    fn view(&self) -> View<'_>;
}

/// A value that can be filled in place from data that lives for `'de`.
///
/// Filling starts from [`blank`](Fill::blank). After an error the value is blank or unchanged,
/// never half filled, so that a reader may set the offending data aside and go on.
pub trait Fill<'de>: Node {
    /// The value before anything was read into it. Allocates nothing.
    fn blank() -> Self
    where
        Self: Sized;

    /// Takes a scalar.
    ///
    /// # Errors
    ///
    /// [`Misfit`] where the scalar is not a value of this type.
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<(), Misfit>;

    /// Opens this value for what an object or an array brings. The default is a scalar's answer.
    ///
    /// Whoever opens an `Option` makes it `Some`; [`Fill::close`] undoes that where reading failed.
    fn open(&mut self) -> Opened<'_, 'de> {
        Opened::Scalar
    }

    /// Puts the value back to blank, after what was read into it did not fit.
    fn close(&mut self);

    /// What this value accepts, in words for a message: `a string`, `an integer from 0 to 255`.
    fn expected(&self) -> String;
}

/// A value as it stands in JSON, borrowed from its owner.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum View<'a> {
    /// `null`, and every `None`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer that is not negative.
    Unsigned(u64),
    /// A negative integer (or any integer of a signed type).
    Signed(i64),
    /// A number with a fraction.
    Float(f64),
    /// A string.
    Text(&'a str),
    /// A string held as an id: its type, and its text.
    Id(&'static IdType, &'a Str),
    /// A word of an open enum: its type, and its place among the known words or the unknown word.
    Word(&'static EnumType, Result<usize, &'a str>),
    /// An object that lends its members.
    Object(&'a dyn Object),
    /// An object that is one of several, told apart by a tag.
    Union(&'a dyn Union),
    /// An array.
    List(&'a dyn List),
    /// An object with free keys.
    Map(&'a dyn Map),
    /// JSON text that nobody looked into.
    Raw(&'a RawJson),
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

/// A value opened for reading.
#[non_exhaustive]
pub enum Opened<'a, 'de> {
    /// Takes scalars only.
    Scalar,
    /// Takes an object with declared members.
    Object(&'a mut dyn ObjectMut<'de>),
    /// Takes an object that a tag tells apart.
    Union(&'a mut dyn UnionMut<'de>),
    /// Takes an array.
    List(&'a mut dyn ListMut<'de>),
    /// Takes an object with free keys.
    Map(&'a mut dyn MapMut<'de>),
    /// Takes anything, as JSON text.
    Raw(&'a mut RawJson),
}

/// Shows the elements of an array.
pub trait List {
    /// The number of elements.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The element at `index`, if there is one.
    fn get(&self, index: usize) -> Option<&dyn Node>;
}

/// Takes the elements of an array, one after the other.
pub trait ListMut<'de> {
    /// Adds a blank element at the end and lends it.
    fn push(&mut self) -> &mut dyn Fill<'de>;
}

/// Shows the entries of an object with free keys, in its own order.
pub trait Map {
    /// The number of entries.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Calls `f` with each key and value.
    fn each(&self, f: &mut dyn FnMut(&str, &dyn Node));
}

/// Takes the entries of an object with free keys.
pub trait MapMut<'de> {
    /// Lends a blank value under `key` to `f`, and keeps both where `f` says so.
    ///
    /// # Errors
    ///
    /// [`Misfit`] where `key` is not a key of this map, or is there already.
    fn entry(
        &mut self,
        key: Scalar<'_, 'de>,
        f: &mut dyn FnMut(&mut dyn Fill<'de>) -> bool,
    ) -> Result<(), Misfit>;
}

/// A scalar that does not fit, said by the value that was to take it.
///
/// It carries only what was expected; whoever offered the scalar knows where it stands and what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    pub(crate) expected: Box<str>,
}

impl Misfit {
    /// Says what was expected, in words that follow "expected": `a string`.
    #[cold]
    pub fn expected(what: impl Into<Box<str>>) -> Self {
        Misfit {
            expected: what.into(),
        }
    }
}

impl View<'_> {
    /// Whether this is `null`.
    #[inline]
    pub fn is_null(&self) -> bool {
        matches!(self, View::Null)
    }
}
