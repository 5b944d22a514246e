//! Everything that a declaration says, as one constant per type.
//!
//! A [`Descriptor`] is plain constant data: reading it allocates nothing and decides nothing.
//! The reader, the writer, the rules, the lifecycle and the documentation all read the same one.

mod build;
mod doubts;
mod expected;
pub(crate) mod flatten;
mod foreign;
mod kinds;
mod late;
mod masks;
mod member;
mod part;
mod secrets;
mod union;
mod words;

pub use foreign::ForeignType;
pub(crate) use kinds::Kinds;
#[doc(hidden)]
pub use late::{Late, LateType};
#[doc(hidden)]
pub use masks::Masks;
pub use member::Member;
#[doc(hidden)]
pub use member::{FullTerms, Terms};
#[doc(hidden)]
pub use part::Part;
pub(crate) use union::digest_of;
pub use union::{Condition, OwnTag, UnionStyle, UnionType, UnionVariant};
pub use words::{EnumType, Others, Word};
#[doc(hidden)]
pub use words::{FullWordTerms, WordTerms};

use crate::json::{Index, Token};
use crate::rules::{Head, Rule};

/// What a type with `#[derive(ApiObject)]` is.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Descriptor {
    /// A struct with named fields.
    Object(&'static ObjectType),
    /// An enum of words.
    OpenEnum(&'static EnumType),
    /// An enum of values of different types.
    Union(&'static UnionType),
    /// A string or a whole number with a type of its own.
    Id(&'static IdType),
}

/// The shape of a value, as far as a type fixes it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Shape {
    /// Anything.
    Any,
    /// `true` or `false`.
    Bool,
    /// An integer between two bounds, both included, with or without a fraction of zeros or an exponent.
    Integer {
        /// The least value of the Rust type.
        min: i64,
        /// The greatest value of the Rust type.
        max: u64,
    },
    /// Any JSON number, read as the nearest double.
    Number,
    /// The same, read as the nearest float of single precision.
    Single,
    /// A string.
    Text,
    /// A string that stands in the text without escapes, since it is borrowed from there (`&str`).
    BorrowedText,
    /// The word of the receipt for an object that was deleted: the object's own, or that with `.deleted` behind it.
    Receipt(fn() -> Descriptor),
    /// Seconds since 1970-01-01T00:00:00Z.
    UnixSeconds,
    /// The word `auto`, or a value of the other shape.
    Auto(&'static Shape),
    /// A string with a number of the other shape in it.
    Quoted(&'static Shape),
    /// `null`, or a value of the other shape.
    Nullable(&'static Shape),
    /// `null`, or a value of the other shape; or, of a member, nothing at all, which is no deviation.
    NullOrAbsent(&'static Shape),
    /// A scalar of the first shape, the id of an object; or that object itself, of the second shape.
    IdOr(&'static Shape, &'static Shape),
    /// A value of the other shape that is shown to nobody.
    Secret(&'static Shape),
    /// What serde reads as a type that knows nothing of this crate: `#[api(serde)]`.
    Foreign(&'static ForeignType),
    /// An array, whose elements stand each for itself.
    Items(&'static Shape),
    /// An array.
    List(&'static Shape),
    /// An object with free keys.
    Map(&'static Shape),
    /// A type with a descriptor of its own (behind a function, since types may be recursive).
    Named(fn() -> Descriptor),
    /// The same, of a type that is described at run time.
    #[doc(hidden)]
    Late(&'static dyn LateType),
    /// A [`Receipt`](Shape::Receipt) for an object of a type that is described at run time.
    #[doc(hidden)]
    LateReceipt(&'static dyn LateType),
}

/// An object: a struct with named fields.
#[derive(Debug)]
pub struct ObjectType {
    /// The Rust type's name.
    pub name: &'static str,
    /// The type's doc comment.
    pub docs: &'static str,
    /// The constant member that names the type, if there is one.
    pub tag: Option<Tag>,
    /// The declared members, in declaration order.
    pub members: &'static [Member],
    /// The objects that this one flattens. Their members stand at the end of `members`, in this order.
    pub parts: &'static [&'static ObjectType],
    /// Whether an `extra` field keeps what is not declared.
    pub keeps_extra: bool,
    /// The statuses and their order, if a member is the status.
    pub lifecycle: Option<Lifecycle>,
    /// Rules of the object as a whole.
    pub rules: &'static [Rule],
    #[doc(hidden)]
    pub index: Index,
    #[doc(hidden)]
    pub masks: Masks,
    /// A member of `extra` that a union asks for; empty where there is none.
    #[doc(hidden)]
    pub asked: &'static str,
    /// Tells what is remembered of an object of this type from what is remembered of others; zero tells nothing.
    #[doc(hidden)]
    pub mark: u16,
}

/// A constant member such as `"object": "fine_tuning.job"`.
#[derive(Debug, Clone, Copy)]
pub struct Tag {
    /// The member's name: `object`.
    pub key: &'static str,
    /// Its word.
    pub word: &'static str,
    /// Words that it had formerly: read, reported, and written back.
    pub former: &'static [&'static str],
    /// Whether it may be absent.
    pub optional: bool,
    #[doc(hidden)]
    pub token: Token,
}

/// What a declaration says of a member's presence, beyond what its type says.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    Nothing,
    Optional,
    OptionalOrNull,
    Default,
}

/// What it means that a member is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Presence {
    /// It must be there.
    Required,
    /// It should be there, and may be null. An absent one reads as null, and is reported as a note.
    Nullable,
    /// It may be left out. A null reads the same, and is written back as null.
    Optional,
    /// A default takes its place.
    Default,
    /// It may be absent, null or set, and its value tells which.
    Free,
}

/// How a member may change between two observations of the same object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// Freely.
    Free,
    /// Never: `immutable`.
    Immutable,
    /// Only from null to a value: `set_once`.
    SetOnce,
}

/// Which member is the status, and the table of statuses.
#[derive(Debug, Clone, Copy)]
pub struct Lifecycle {
    /// The status member's place among the members.
    pub member: usize,
    /// The statuses.
    pub statuses: &'static EnumType,
}

/// A string or a whole number with a type of its own.
#[derive(Debug)]
pub struct IdType {
    /// The Rust type's name.
    pub name: &'static str,
    /// The type's doc comment.
    pub docs: &'static str,
    /// What its values are: a string, or a whole number.
    pub shape: Shape,
    /// What its values begin with, the current prefix first; empty where nothing is known.
    pub prefixes: &'static [&'static str],
    /// What is asked of its values.
    pub rules: &'static [Rule],
    #[doc(hidden)]
    pub head: Head,
}

impl Descriptor {
    /// The Rust type's name.
    pub const fn name(&self) -> &'static str {
        match self {
            Descriptor::Object(t) => t.name,
            Descriptor::OpenEnum(t) => t.name,
            Descriptor::Union(t) => t.name,
            Descriptor::Id(t) => t.name,
        }
    }

    /// The type's doc comment.
    pub const fn docs(&self) -> &'static str {
        match self {
            Descriptor::Object(t) => t.docs,
            Descriptor::OpenEnum(t) => t.docs,
            Descriptor::Union(t) => t.docs,
            Descriptor::Id(t) => t.docs,
        }
    }
}

impl Shape {
    /// Whether values of this shape may hold something that a check looks at, whatever rules there are.
    #[inline]
    pub(crate) fn has_below(&self) -> bool {
        let mut shape = self;
        loop {
            shape = match shape {
                Shape::Named(_) | Shape::Late(_) | Shape::IdOr(..) | Shape::Items(_) => {
                    return true;
                }
                Shape::Auto(inner)
                | Shape::Nullable(inner)
                | Shape::NullOrAbsent(inner)
                | Shape::Secret(inner)
                | Shape::List(inner)
                | Shape::Map(inner) => inner,
                _ => return false,
            };
        }
    }

    /// The descriptor of a type that has one.
    pub fn descriptor(&self) -> Option<Descriptor> {
        match self {
            Shape::Named(descriptor) => Some(descriptor()),
            Shape::Late(late) => Some(late.descriptor()),
            _ => None,
        }
    }

    /// Whether this is a list of which each element stands for itself.
    pub(crate) fn keeps_unreadable(&self) -> bool {
        match self {
            Shape::Items(_) => true,
            Shape::Nullable(inner)
            | Shape::NullOrAbsent(inner)
            | Shape::Secret(inner)
            | Shape::Auto(inner)
            | Shape::IdOr(_, inner) => inner.keeps_unreadable(),
            _ => false,
        }
    }

    /// The shape of what an array or a map of this shape holds.
    pub(crate) fn element(&'static self) -> &'static Shape {
        match self {
            Shape::List(element) | Shape::Items(element) | Shape::Map(element) => element,
            Shape::Nullable(inner)
            | Shape::NullOrAbsent(inner)
            | Shape::Secret(inner)
            | Shape::Auto(inner)
            | Shape::IdOr(_, inner) => inner.element(),
            _ => &Shape::Any,
        }
    }
}
