//! What will be generated: settled facts, legal states only.
//!
//! `lower` makes a `Model` from what the user wrote; `expand` turns it into code and cannot refuse it.
//! Spans travel as long as somebody can be blamed: idents and types keep theirs.

mod bounds;
mod rules;
mod words;

use proc_macro2::{Ident, Span};
use syn::{Expr, Generics, Lifetime, Path, Type, Visibility};

pub(crate) use bounds::{Asked, Asks, Bounds};
pub(crate) use rules::{
    Ask, AskObject, Bound, Choice, Condition, Format, Level, Number, ObjectRule, OneStatus, Order,
    Relation, Rule, Said, SharedName, SharedSet, StatusSet, Term,
};
pub(crate) use words::{OpenEnum, Word};

/// One declaration and all that it makes.
#[expect(clippy::large_enum_variant, reason = "there is one per expansion")]
pub(crate) enum Model<'a> {
    Object(Object<'a>),
    OpenEnum(OpenEnum),
    Union(Union<'a>),
    Id(Id),
}

/// What every shape has. `krate` is the path to the runtime: `::api_object`, or the user's `crate = path`.
pub(crate) struct Header<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) vis: &'a Visibility,
    pub(crate) generics: &'a Generics,
    pub(crate) bounds: Bounds,
    pub(crate) docs: String,
    pub(crate) krate: Path,
    /// Where `debug` asks for that trait.
    pub(crate) debug: Option<Span>,
}

/// A struct with named fields.
pub(crate) struct Object<'a> {
    pub(crate) header: Header<'a>,
    pub(crate) tag: Option<Tag>,
    /// In declaration order, without the `extra` field.
    pub(crate) members: Vec<Member<'a>>,
    /// The `extra` field, and whether what it keeps is expected.
    pub(crate) extra: Option<&'a Ident>,
    pub(crate) expects_more: bool,
    /// Fields that are objects whose members stand behind this one's own.
    pub(crate) parts: Vec<Part<'a>>,
    /// Fields that are a `PhantomData`, and no members.
    pub(crate) phantoms: Vec<&'a Ident>,
    /// Ids to generate, in declaration order.
    pub(crate) ids: Vec<Id>,
    pub(crate) lifecycle: Option<Lifecycle<'a>>,
    /// A status of an enum that stands elsewhere, where there is no table.
    pub(crate) shared_status: Option<SharedStatus<'a>>,
    /// Rules of the object as a whole, in the order written.
    pub(crate) rules: Vec<ObjectRule>,
    /// Why there is no value of it by itself, which is a mistake.
    pub(crate) no_value: Option<NoValue>,
}

/// Why a type has no values of a known size.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoValue {
    /// It holds what has no size.
    Unsized,
    /// It holds itself.
    Endless,
}

/// A constant member: `"object": "fine_tuning.job"`.
pub(crate) struct Tag {
    pub(crate) key: String,
    pub(crate) word: String,
    pub(crate) former: Vec<String>,
    /// Whether it may be absent.
    pub(crate) optional: bool,
}

impl Tag {
    /// The constant that holds the word: `OBJECT` for the member `object`, `TAG` for any other.
    pub(crate) fn constant(&self) -> &'static str {
        match self.key.as_str() {
            "object" => "OBJECT",
            _ => "TAG",
        }
    }
}

pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    /// Where mistakes in the type are shown.
    pub(crate) at: Span,
    /// Whether the type is written as an `Option`.
    pub(crate) nullable: bool,
    /// Whether a `Box` is always there, which is written as such.
    pub(crate) boxed: bool,
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) docs: String,
    /// The note of `#[deprecated]`.
    pub(crate) deprecated: Option<String>,
    pub(crate) presence: Presence,
    /// Values that are as good as null.
    pub(crate) null_like: Vec<Value>,
    pub(crate) change: Change,
    /// In the order written.
    pub(crate) rules: Vec<Rule>,
    pub(crate) accessor: Option<Accessor<'a>>,
    pub(crate) foreign: Option<Foreign<'a>>,
    /// Whether what is read is copied, though the type could borrow it.
    pub(crate) owned: bool,
}

/// What a member of a type that only serde knows holds.
pub(crate) enum Foreign<'a> {
    /// Such a value: what reading begins with, where that is not the type's default.
    Value(Option<Box<Expr>>),
    /// One of this type, in a `Nullable`.
    InNullable(&'a Type),
}

/// A field that is an object whose members stand among those of the object around it: `flatten`.
pub(crate) struct Part<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) docs: String,
    pub(crate) accessor: Option<Accessor<'a>>,
}

/// What an absent member means. Whether the type is nullable is the type's affair (`Described::SHAPE`).
pub(crate) enum Presence {
    /// As the type says: required, or nullable for an `Option`.
    Plain,
    /// `optional`, or `optional(nullable)`.
    Optional { nullable: bool },
    /// `default`, or `default = expr`.
    Default(Option<Box<Expr>>),
}

/// A value that the declaration names.
#[derive(Clone)]
pub(crate) enum Value {
    /// An object in which nothing is set.
    EmptyObject,
    /// A list of nothing.
    EmptyList,
    Integer(i64),
    Text(String),
    Bool(bool),
}

pub(crate) enum Change {
    Free,
    Immutable,
    SetOnce,
}

/// A method that lends the field; only for fields that are not `pub`.
pub(crate) struct Accessor<'a> {
    /// Raw where it must be; span of the field.
    pub(crate) name: Ident,
    pub(crate) returns: Returns<'a>,
}

/// How a field is lent.
pub(crate) enum Returns<'a> {
    /// `T` for small `Copy` scalars: `u64`, `bool`, `UnixSeconds`, and `Option`s and `Auto`s of them.
    Copy(&'a Type),
    /// `&str` for `String` and `Box<str>`.
    Str,
    /// `Option<&str>` for `Option<String>` and `Option<Box<str>>`.
    OptionStr,
    /// `&[T]` for `Vec<T>`.
    Slice(&'a Type),
    /// `Option<&[T]>` for `Option<Vec<T>>`.
    OptionSlice(&'a Type),
    /// `&T` for `Box<T>`.
    Boxed(&'a Type),
    /// `Option<&T>` for `Option<Box<T>>`.
    OptionBoxed(&'a Type),
    /// `Option<&T>` for `Option<T>`.
    OptionRef(&'a Type),
    /// `&T` for everything else.
    Ref(&'a Type),
}

/// The status member and the enum that its table makes.
pub(crate) struct Lifecycle<'a> {
    /// The status member's place among the members.
    pub(crate) member: usize,
    /// The status enum to generate.
    pub(crate) statuses: OpenEnum,
    /// The typed view to generate, `state()`; `None` for `view = false`.
    pub(crate) view: Option<View<'a>>,
}

/// The status member whose type is an enum with `#[api(status)]`.
pub(crate) struct SharedStatus<'a> {
    /// Its place among the members.
    pub(crate) member: usize,
    /// The enum.
    pub(crate) ty: Type,
    /// The typed view, where the statuses are listed.
    pub(crate) view: Option<View<'a>>,
}

/// `FineTuningJobState<'_>`: one variant per status with the fields that are set there.
pub(crate) struct View<'a> {
    /// `FineTuningJobState`.
    pub(crate) ident: Ident,
    /// `state`.
    pub(crate) method: Ident,
    /// The status member's field.
    pub(crate) field: &'a Ident,
    /// Whether it is an `Option`, so that an object may have no status.
    pub(crate) optional: bool,
    /// Whether another status may stand there for one that did not come, or does not fit.
    pub(crate) may_stand_in: bool,
    /// What the field's values are.
    pub(crate) statuses: Seen,
    /// The variant of a status that nobody knows, as in the status enum.
    pub(crate) unknown: Ident,
    /// The variant of an object without a status, where the status is an `Option`.
    pub(crate) without: Option<Ident>,
    /// One per status, in table order.
    pub(crate) variants: Vec<ViewVariant<'a>>,
}

/// Where the statuses stand that a view has variants for.
pub(crate) enum Seen {
    /// In the enum that the object's table makes.
    Own(Ident),
    /// In another, whose statuses the object lists at this span, and perhaps which of them are end states.
    Listed {
        ty: Box<Type>,
        at: Span,
        tells_ended: bool,
    },
}

pub(crate) struct ViewVariant<'a> {
    pub(crate) ident: Ident,
    /// The status: a variant of its enum, or else the name that the enum has for it.
    pub(crate) status: Ident,
    pub(crate) ended: bool,
    pub(crate) docs: String,
    /// Members that a rule of level violation wants set here, unwrapped.
    pub(crate) set: Vec<ViewField<'a>>,
    /// Members (their idents) that a rule of level violation wants null here.
    pub(crate) null: Vec<&'a Ident>,
}

pub(crate) struct ViewField<'a> {
    pub(crate) ident: &'a Ident,
    /// The field's docs.
    pub(crate) docs: String,
    /// How the value inside the `Option` is lent: `Copy`, `Str`, `Slice`, `Boxed` or `Ref`, never an `Option…`.
    pub(crate) returns: Returns<'a>,
    /// Whether its type is one that only serde knows.
    pub(crate) foreign: bool,
    /// Whether its type is surely one that a member may have.
    pub(crate) sure: bool,
}

/// An enum whose variants hold values of different types.
pub(crate) struct Union<'a> {
    pub(crate) header: Header<'a>,
    pub(crate) style: UnionStyle,
    pub(crate) variants: Vec<UnionVariant<'a>>,
    /// The variant that keeps what is unknown, and whether such is expected.
    pub(crate) unknown: Option<&'a Ident>,
    pub(crate) expects_more: bool,
    /// The place of the variant that a blank union is, where none keeps what is unknown; `None` where the runtime
    /// has to look for one that ends.
    pub(crate) blank: Option<usize>,
    /// Whether it holds itself as it is, which is a mistake.
    pub(crate) endless: bool,
}

/// What tells the variants apart, and where their values stand.
#[derive(Debug, PartialEq)]
pub(crate) enum UnionStyle {
    /// `tag = "type"`.
    Internal(String),
    /// `tag = "type", keyed`.
    Keyed(String),
    /// `tag = "event", content = "data"`.
    Adjacent { tag: String, content: String },
    /// `tag`: the objects have constant tags of their own.
    Own,
    /// `untagged`.
    Untagged,
}

pub(crate) struct UnionVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) word: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) docs: String,
    pub(crate) holds: Holds<'a>,
    /// `when(deleted = true)`: the member, and as JSON the values of which it has one.
    pub(crate) when: Option<(String, Vec<String>)>,
}

/// What a variant holds.
pub(crate) enum Holds<'a> {
    /// A value, which is all of the variant but the tag.
    Value(&'a Type),
    /// An object of its own beside the tag: a member or none, perhaps an object whose members stand beside that, and
    /// perhaps an `Extra`.
    Object {
        content: Option<Content<'a>>,
        beside: Option<&'a Type>,
        /// The type that is called `Extra`, which may be another than ours.
        extra: Option<&'a Type>,
    },
}

/// The member that has the value of a variant.
pub(crate) struct Content<'a> {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) ty: &'a Type,
    /// Whether it may be left out: its type is written as an `Option`.
    pub(crate) optional: bool,
}

/// A string or a number with a type of its own: a newtype that is derived, or what a field attribute makes.
pub(crate) struct Id {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) docs: String,
    pub(crate) krate: Path,
    pub(crate) value: IdValue,
    pub(crate) prefixes: Vec<String>,
    /// What is asked of each value: `Len` and `Pattern`.
    pub(crate) rules: Vec<Rule>,
}

/// What an id holds.
pub(crate) enum IdValue {
    /// `Str`.
    InPlace,
    /// `&'a str`.
    Borrowed(Lifetime),
    /// `Cow<'a, str>`.
    Either(Lifetime),
    /// A type of integers.
    Number(Box<Type>),
}

impl IdValue {
    /// The lifetime of the text, if it is borrowed.
    pub(crate) fn lifetime(&self) -> Option<&Lifetime> {
        match self {
            IdValue::InPlace | IdValue::Number(_) => None,
            IdValue::Borrowed(lifetime) | IdValue::Either(lifetime) => Some(lifetime),
        }
    }
}

impl<'a> Object<'a> {
    /// The typed view, wherever the statuses stand.
    pub(crate) fn view(&self) -> Option<&View<'a>> {
        let own = self.lifecycle.as_ref().and_then(|one| one.view.as_ref());
        let shared = self
            .shared_status
            .as_ref()
            .and_then(|one| one.view.as_ref());
        own.or(shared)
    }
}
