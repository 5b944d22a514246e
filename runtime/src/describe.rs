//! Everything that a declaration says, as one constant per type.
//!
//! A [`Descriptor`] is plain constant data: reading it allocates nothing and decides nothing.
//! The reader, the writer, the rules, the lifecycle and the documentation all read the same one.

mod build;
pub(crate) mod flatten;
mod foreign;
mod kinds;
mod secrets;
mod union;

pub use foreign::ForeignType;
pub(crate) use kinds::Kinds;
pub use union::{Condition, OwnTag, UnionStyle, UnionType, UnionVariant};

use crate::json::Key;
use crate::literal::Literal;
use crate::node::View;
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
    /// A string newtype.
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
        min: i128,
        /// The greatest value of the Rust type.
        max: i128,
    },
    /// Any JSON number, read as the nearest double.
    Number,
    /// A string.
    Text,
    /// A string that stands in the text without escapes, since it is borrowed from there (`&str`).
    BorrowedText,
    /// The word of the receipt for an object that was deleted: the object's own, or that with `.deleted` behind it.
    Receipt(fn() -> Descriptor),
    /// Seconds since 1970-01-01T00:00:00Z.
    UnixSeconds,
    /// One word, or a value of the other shape.
    WordOr(&'static str, &'static Shape),
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
}

/// An object: a struct with named fields.
#[derive(Debug)]
#[non_exhaustive]
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
    pub(crate) has_aliases: bool,
    pub(crate) has_null_likes: bool,
    /// A member of `extra` that a union asks for; empty where there is none.
    pub(crate) asked: &'static str,
}

/// A constant member such as `"object": "fine_tuning.job"`.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Tag {
    /// The member's name: `object`.
    pub key: &'static str,
    /// Its word.
    pub word: &'static str,
    /// Words that it had formerly: read, reported, and written back.
    pub former: &'static [&'static str],
    /// Whether it may be absent.
    pub optional: bool,
    pub(crate) token: Key,
}

/// A declared member of an object.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Member {
    /// The wire name.
    pub name: &'static str,
    pub(crate) key: Key,
    /// Wire names that are read too.
    pub aliases: &'static [&'static str],
    /// The field's doc comment.
    pub docs: &'static str,
    /// What is said to those who use it still: the note of `#[deprecated]`, which may be empty.
    pub deprecated: Option<&'static str>,
    /// The shape of its value; nullable for `Option`.
    pub shape: Shape,
    pub(crate) given: Given,
    /// Values that are as good as null here.
    pub null_like: &'static [Literal],
    /// What is asked of its value, in the order written.
    pub rules: &'static [Rule],
    /// Whether, and how far, it may change between two observations of the same object.
    pub change: Change,
    pub(crate) doubts: Doubts,
}

/// What the rules of a member come to, so that a clean one is checked in next to no time.
///
/// Most rules of most members are `set_in` and `null_in`, and most members are null or have nothing else to
/// ask. One bit says of a member that all its rules of this kind hold, and only where it does not are they
/// asked one by one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Doubts {
    /// The statuses in which a rule wants the member set: a bit each, all of them where one is beyond the 64th.
    pub(crate) set_in: u64,
    /// The statuses in which a rule wants the member null.
    pub(crate) null_in: u64,
    /// Whether there are rules that ask for something else.
    pub(crate) others: bool,
    /// Whether one of these asks a member that is null, as `set_if` does.
    pub(crate) of_null: bool,
}

/// What a declaration says of a member's presence, beyond what its type says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Given {
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
#[non_exhaustive]
pub struct Lifecycle {
    /// The status member's place among the members.
    pub member: usize,
    /// The statuses.
    pub statuses: &'static EnumType,
}

/// An enum of words: an open one has room for others.
#[derive(Debug)]
#[non_exhaustive]
pub struct EnumType {
    /// The Rust type's name.
    pub name: &'static str,
    /// The type's doc comment.
    pub docs: &'static str,
    /// The known words, in declaration order.
    pub words: &'static [Word],
    /// Whether the words are statuses with arrows between them.
    pub has_arrows: bool,
    /// Whether other words are refused, and not kept.
    pub closed: bool,
}

/// A known word of an open enum.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Word {
    /// The wire name.
    pub name: &'static str,
    /// Former spellings, read as this word.
    pub aliases: &'static [&'static str],
    /// The variant's doc comment.
    pub docs: &'static str,
    /// The statuses that may follow this one directly, as places among the words.
    pub next: &'static [u16],
    /// Whether this is an end state.
    pub terminal: bool,
}

/// A string newtype.
#[derive(Debug)]
#[non_exhaustive]
pub struct IdType {
    /// The Rust type's name.
    pub name: &'static str,
    /// The type's doc comment.
    pub docs: &'static str,
    /// What its values begin with, the current prefix first; empty where nothing is known.
    pub prefixes: &'static [&'static str],
    /// What is asked of its values.
    pub rules: &'static [Rule],
    pub(crate) head: Head,
    /// Whether a text with escapes, which nothing can borrow, is refused.
    pub(crate) without_escapes: bool,
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

impl Member {
    /// What it means that the member is absent.
    #[inline]
    pub const fn presence(&self) -> Presence {
        match (self.given, self.shape) {
            (Given::Optional | Given::OptionalOrNull, _) => Presence::Optional,
            (Given::Default, _) => Presence::Default,
            (Given::Nothing, Shape::Nullable(_)) => Presence::Nullable,
            (Given::Nothing, Shape::NullOrAbsent(_)) => Presence::Free,
            (Given::Nothing, _) => Presence::Required,
        }
    }

    /// Whether null and absent are equally good: `optional(nullable)`.
    pub const fn may_be_absent_or_null(&self) -> bool {
        matches!(self.given, Given::OptionalOrNull)
    }

    /// Whether a default takes the place of this member where it is absent.
    #[inline]
    pub(crate) fn has_default(&self) -> bool {
        self.given == Given::Default
    }

    /// Whether a value may break a rule of this member in the status with this bit.
    #[inline(always)]
    pub(crate) fn in_doubt(&self, view: View<'_>, status: u64) -> bool {
        if view.is_null() {
            return self.doubts.set_in & status != 0 || self.doubts.of_null;
        }
        let mut rules = self.rules.iter();
        self.doubts.null_in & status != 0
            || self.doubts.others && rules.any(|rule| rule.ask.in_doubt(view))
    }

    /// Whether the blank of this member is null, so that a null that comes changes nothing.
    #[inline]
    pub(crate) fn is_blank_null(&self) -> bool {
        self.given != Given::Default && matches!(self.shape, Shape::Nullable(_))
    }
}

impl Shape {
    /// Whether values of this shape may hold something that a check looks at, whatever rules there are.
    #[inline]
    pub(crate) fn has_below(&self) -> bool {
        let mut shape = self;
        loop {
            shape = match shape {
                Shape::Named(_) | Shape::IdOr(..) | Shape::Items(_) => return true,
                Shape::WordOr(_, inner)
                | Shape::Nullable(inner)
                | Shape::NullOrAbsent(inner)
                | Shape::Secret(inner)
                | Shape::List(inner)
                | Shape::Map(inner) => inner,
                _ => return false,
            };
        }
    }

    /// What a value of this shape is, in words that follow "expected".
    pub fn expected(&self) -> String {
        match self {
            Shape::Any => "a value".to_owned(),
            Shape::Bool => "true or false".to_owned(),
            Shape::Integer { min, max } => expected_integer(*min, *max),
            Shape::Number => "a number".to_owned(),
            Shape::Text => "a string".to_owned(),
            Shape::BorrowedText => "a string that can be borrowed (one without escapes)".to_owned(),
            Shape::Receipt(descriptor) => crate::deleted::expected(descriptor()),
            Shape::UnixSeconds => "a moment in Unix seconds (an integer)".to_owned(),
            Shape::WordOr(word, other) => format!("\"{word}\" or {}", other.expected()),
            Shape::Nullable(other) | Shape::NullOrAbsent(other) => {
                format!("{} or null", other.expected())
            }
            Shape::IdOr(id, object) => format!("{} or {}", id.expected(), object.expected()),
            Shape::Secret(other) => other.expected(),
            Shape::Foreign(foreign) => format!("a value of {}", foreign.short_name()),
            Shape::List(_) | Shape::Items(_) => "an array".to_owned(),
            Shape::Map(_) => "an object".to_owned(),
            Shape::Named(descriptor) => match descriptor() {
                Descriptor::Object(t) => format!("an object ({})", t.name),
                Descriptor::OpenEnum(t) if t.closed => {
                    format!("{} ({})", t.alternatives(), t.name)
                }
                Descriptor::OpenEnum(t) => format!("a string ({})", t.name),
                Descriptor::Union(t) => t.expected(),
                Descriptor::Id(t) => format!("{} ({})", t.text().expected(), t.name),
            },
        }
    }

    /// The shape of what an array or a map of this shape holds.
    pub(crate) fn element(&'static self) -> &'static Shape {
        match self {
            Shape::List(element) | Shape::Items(element) | Shape::Map(element) => element,
            Shape::Nullable(inner)
            | Shape::NullOrAbsent(inner)
            | Shape::Secret(inner)
            | Shape::WordOr(_, inner)
            | Shape::IdOr(_, inner) => inner.element(),
            _ => &Shape::Any,
        }
    }
}

/// Bounds of 64 bits say nothing to a person.
fn expected_integer(min: i128, max: i128) -> String {
    const LEAST: i128 = i64::MIN as i128;
    const MOST: i128 = i64::MAX as i128;
    match min {
        LEAST if max >= MOST => "an integer".to_owned(),
        0 if max >= MOST => "an integer that is not negative".to_owned(),
        _ => format!("an integer from {min} to {max}"),
    }
}
