//! How a value shows itself and is filled: the two object-safe traits under everything else.
//!
//! [`Node`] shows a value as what it is in JSON; [`Fill`] takes one in place, member by member.
//! Readers, writers, rules and the serde bridges are written against `dyn Node` and `dyn Fill`,
//! so each of them is compiled once, whatever the number of types that use it.

mod close;
mod containers;
mod owned;
mod scalars;
mod slot;

pub(crate) use close::close;
pub use containers::MapKey;
pub(crate) use containers::wire_key;
pub use owned::OwnedMut;
pub use slot::{Kind, Misfit, Scalar, ScalarMut, Slot, Taken, WordMut};

use std::fmt;

use crate::describe::{Descriptor, EnumType, IdType, ObjectType, OwnTag, Shape};
use crate::items::Unreadable;
use crate::object::Object;
use crate::raw::RawJson;
use crate::text::Str;
use crate::union::Union;

/// What a type has before there is a value of it: a shape, and a blank.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of an API object",
    label = "not a type that `ApiObject` knows",
    note = "derive `ApiObject` on it; a type that only serde knows is marked with `#[api(serde)]` on its field; `api_object::RawJson` keeps any value",
    note = "the field for what is not declared is marked with `#[api(extra)]`"
)]
pub trait Described: Sized + Node {
    /// The shape of this type's values: that of a type with a descriptor, unless it says otherwise.
    const SHAPE: Shape = Shape::Named(Self::descriptor);

    /// The descriptor of a type with `#[derive(ApiObject)]`; of no object that there is, for all others.
    #[doc(hidden)]
    const DECLARED: Descriptor = Descriptor::Object(const { &ObjectType::new("", "", &[]) });

    /// What among their members says of this type's values what they are.
    #[doc(hidden)]
    const OWN_TAG: OwnTag = OwnTag::of(Self::DECLARED);

    /// Evaluated where a type holds others in boxes that are always there, so that a circle of such is a compiler's error.
    #[doc(hidden)]
    const NO_VALUE_OF_IT_ENDS: () = ();

    /// The value before anything was read into it. Allocates nothing.
    fn blank() -> Self;

    /// The descriptor of a type with `#[derive(ApiObject)]`, for its shape; no other is asked.
    ///
    /// A shape refers to this function, and not to the constant: compilers check what a constant points to wherever it is
    /// used.
    #[doc(hidden)]
    fn descriptor() -> Descriptor {
        Self::DECLARED
    }
}

/// A value that can show itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of an API object",
    label = "not a type that `ApiObject` knows",
    note = "derive `ApiObject` on it, or write another type; `api_object::RawJson` keeps any value"
)]
pub trait Node {
    /// What this value is in JSON, without copying it.
    fn view(&self) -> View<'_>;
}

/// A value that can be filled in place from data that lives for `'de`.
///
/// Filling starts from [`blank`](Described::blank). What a value expects is its [`Shape`], which the
/// reader knows; so a value that refuses says no more than that.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of an API object",
    label = "not a type that `ApiObject` knows"
)]
pub trait Fill<'de>: Node {
    /// Lends the place for a JSON value of this kind.
    ///
    /// This may change the value (an `Option` becomes `Some`). Where what comes does not fit, it is asked for the place of
    /// [`Kind::Nothing`]: it becomes its blank then and lends nothing, or it lends a place for which zero, or empty, is its blank.
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de>;
}

/// A value that borrows nothing from what it is read from: what generic code asks of an answer whose text it does not keep, as
/// `serde::de::DeserializeOwned` is in serde. Every type with the derive that has no lifetime is one, and every list, map or
/// `Option` of such.
///
/// ```
/// use api_object::{ApiObject, DecodeError, FillOwned, List};
///
/// /// What is on all these pages.
/// fn items<T: FillOwned>(bodies: &[Vec<u8>]) -> Result<Vec<T>, DecodeError> {
///     let mut items = Vec::new();
///     for body in bodies {
///         items.extend(api_object::from_slice::<List<T>>(body)?.lenient());
///     }
///     Ok(items)
/// }
///
/// #[derive(ApiObject)]
/// struct File {
///     id: String,
/// }
///
/// let bodies = [br#"{"data":[{"id":"f1"}]}"#.to_vec(), br#"{"data":[{"id":"f2"}]}"#.to_vec()];
/// assert_eq!(items::<File>(&bodies)?[1].id(), "f2");
/// # Ok::<(), DecodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type that an answer is read as",
    label = "not a type that `ApiObject` knows",
    note = "derive `ApiObject` on it; `api_object::RawJson` takes any answer"
)]
pub trait FillOwned: Described + for<'de> Fill<'de> {}

#[diagnostic::do_not_recommend]
impl<T: Described + for<'de> Fill<'de>> FillOwned for T {}

/// A value as it stands in JSON, borrowed from its owner.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum View<'a> {
    /// `null`, and every `None`.
    Null,
    /// Nothing at all: a member that says of itself that it is not there.
    Absent,
    /// `true` or `false`.
    Bool(bool),
    /// An integer that is not negative.
    Unsigned(u64),
    /// A negative integer (or any integer of a signed type).
    Signed(i64),
    /// A number with a fraction.
    Float(f64),
    /// A number with a fraction, of single precision.
    Single(f32),
    /// A string.
    Text(&'a str),
    /// A number that is written as a string.
    Quoted(&'a dyn Node),
    /// A string that is stored in place.
    Inline(&'a Str),
    /// A string held as an id: its type, and its text.
    Id(&'static IdType, &'a Str),
    /// A string held as an id that borrows it: its type, and its text.
    BorrowedId(&'static IdType, &'a str),
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
    /// A value that is written like any other, and shown to nobody.
    Secret(&'a dyn Node),
    /// An element that could not be read, and stands as its text where it stood.
    Unreadable(&'a Unreadable),
    /// JSON text that nobody looked into.
    Raw(&'a RawJson),
}

/// Takes an array or an object as its JSON text.
pub trait JsonMut {
    /// Takes the text, or refuses it and may change.
    ///
    /// # Errors
    ///
    /// [`Misfit`] where the text is not a value of this type.
    fn take_json(&mut self, json: &str) -> Result<Taken, Misfit>;

    /// Becomes blank.
    fn reset(&mut self);
}

/// Shows the elements of an array.
pub trait List {
    /// The number of elements.
    fn count(&self) -> usize;
    /// The element at `index`, if there is one.
    fn get(&self, index: usize) -> Option<&dyn Node>;
}

/// Takes the elements of an array, one after the other.
pub trait ListMut<'de> {
    /// Adds a blank element at the end and lends it to `f`.
    fn push(&mut self, f: &mut dyn FnMut(&mut dyn Fill<'de>));

    /// Drops the last element.
    fn pop(&mut self);

    /// Becomes blank: drops all elements, and the room for them.
    fn clear(&mut self);

    /// Keeps the last element, which does not fit, as it came, and says so; a list that wants none does not call `unreadable`.
    fn keep(&mut self, unreadable: &mut dyn FnMut() -> Unreadable) -> bool {
        let _ = unreadable;
        false
    }
}

/// Shows the entries of an object with free keys, in its own order.
pub trait Map {
    /// The number of entries.
    fn count(&self) -> usize;
    /// Calls `f` with each key and value.
    fn each(&self, f: &mut dyn FnMut(&str, &dyn Node));
}

/// Takes the entries of an object with free keys.
pub trait MapMut<'de> {
    /// Lends a blank value to `f`, and keeps it under `key` where `f` says so.
    ///
    /// # Errors
    ///
    /// Where `key` is no key of this map, or stands in it already; `f` is not called then.
    fn entry(
        &mut self,
        key: Scalar<'_, 'de>,
        f: &mut dyn FnMut(&mut dyn Fill<'de>) -> bool,
    ) -> Result<(), KeyRefusal>;

    /// Becomes blank: drops all entries, and the room for them.
    fn clear(&mut self);
}

/// The refusal of a key by a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRefusal {
    /// It is not a string.
    NotText,
    /// It stands in the map already.
    Twice,
}

impl fmt::Display for KeyRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            KeyRefusal::NotText => "the key is not a string",
            KeyRefusal::Twice => "the key stands twice in its map",
        })
    }
}

impl<'a> View<'a> {
    /// What rules ask: what a secret holds.
    #[inline]
    pub(crate) fn exposed(self) -> View<'a> {
        match self {
            View::Secret(secret) => secret.view().exposed(),
            view => view,
        }
    }

    /// The text of what is a string in JSON, as words of enums and ids are.
    #[inline]
    pub(crate) fn text(self) -> Option<&'a str> {
        match self {
            View::Text(text) | View::BorrowedId(_, text) => Some(text),
            View::Inline(text) | View::Id(_, text) => Some(text.as_str()),
            View::Word(words, word) => Some(words.spell(word)),
            _ => None,
        }
    }
}

impl View<'_> {
    /// Whether this is `null`, or not even that.
    #[inline]
    pub fn is_null(&self) -> bool {
        matches!(self, View::Null | View::Absent)
    }

    /// Whether this is nothing at all.
    #[inline]
    pub fn is_absent(&self) -> bool {
        matches!(self, View::Absent)
    }
}
