//! What will be generated: settled facts, legal states only.
//!
//! `lower` makes a `Model` from what the user wrote; `expand` turns it into code and cannot refuse it.
//! Spans travel as long as somebody can be blamed: idents and types keep theirs.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::{Expr, Generics, Path, Type, Visibility, WherePredicate};

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
}

/// What the implementations ask of type parameters beyond what the user's type does.
pub(crate) enum Bounds {
    /// What members ask, of these parameters.
    OfMembers(Vec<Ident>),
    /// `bound = "…"`.
    Given(Vec<WherePredicate>),
}

/// A struct with named fields.
pub(crate) struct Object<'a> {
    pub(crate) header: Header<'a>,
    pub(crate) tag: Option<Tag>,
    /// In declaration order, without the `extra` field.
    pub(crate) members: Vec<Member<'a>>,
    /// The `extra` field.
    pub(crate) extra: Option<&'a Ident>,
    /// Fields that are a `PhantomData`, and no members.
    pub(crate) phantoms: Vec<&'a Ident>,
    /// Id newtypes to generate, in declaration order.
    pub(crate) ids: Vec<Id>,
    pub(crate) lifecycle: Option<Lifecycle<'a>>,
    /// A status of an enum that stands elsewhere, where there is no table.
    pub(crate) shared_status: Option<SharedStatus>,
    /// Rules of the object as a whole, in the order written.
    pub(crate) rules: Vec<ObjectRule>,
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
    /// Whether the type is written as an `Option`.
    pub(crate) nullable: bool,
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) docs: String,
    pub(crate) presence: Presence,
    /// Values that are as good as null.
    pub(crate) null_like: Vec<Value>,
    pub(crate) change: Change,
    /// In the order written.
    pub(crate) rules: Vec<Rule>,
    pub(crate) accessor: Option<Accessor<'a>>,
    /// Of a type that only serde knows: what reading begins with, where that is not the type's default.
    pub(crate) foreign: Option<Option<Expr>>,
}

/// What an absent member means. Whether the type is nullable is the type's affair (`Described::SHAPE`).
pub(crate) enum Presence {
    /// As the type says: required, or nullable for an `Option`.
    Plain,
    /// `optional`, or `optional(nullable)`.
    Optional { nullable: bool },
    /// `default`, or `default = expr`.
    Default(Option<Expr>),
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

pub(crate) struct Rule {
    pub(crate) level: Level,
    pub(crate) ask: Ask,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Level {
    Violation,
    Note,
}

pub(crate) enum Ask {
    Range(Bound, Bound),
    /// Both ends included; `usize::MAX` where open above.
    Len(usize, usize),
    Pattern(String),
    Unique,
    /// The rules inside are `Range`, `Len`, `Pattern`, `Unique` or `Each`.
    Each(Vec<Rule>),
    /// The other member's place among the members.
    Order(Order, usize),
    SetIn(StatusSet),
    NullIn(StatusSet),
    /// Set, or null, where another member is, or is not, one of these.
    SetIf(Condition),
    NullIf(Condition),
    /// Equal to another member, or to what is below it: its place, and wire names.
    SameAs(usize, Vec<String>),
    /// `check = path` on a field: `fn(&T) -> Result<(), impl Display>`, not called on `None`.
    Custom(Path),
}

#[derive(Clone)]
pub(crate) enum StatusSet {
    /// Places in the object's own table, ascending.
    Places(Vec<u16>),
    /// Statuses of an enum that stands elsewhere: only the compiler knows their places.
    Shared(Box<SharedSet>),
}

/// What all the names say together; or all other statuses of the enum.
#[derive(Clone)]
pub(crate) struct SharedSet {
    pub(crate) ty: Type,
    pub(crate) names: Vec<SharedName>,
    pub(crate) negated: bool,
}

/// `failed`, `!failed`, `active`, with the span of the user's.
#[derive(Clone)]
pub(crate) struct SharedName {
    pub(crate) said: Said,
    pub(crate) negated: bool,
}

#[derive(Clone)]
pub(crate) enum Said {
    Status(Ident),
    Active(Span),
    Ended(Span),
}

impl SharedSet {
    /// A status that both sets name, whatever else is in them.
    pub(crate) fn common_name(&self, other: &SharedSet) -> Option<String> {
        let plain = |set: &SharedSet| !set.negated && set.names.iter().all(|name| !name.negated);
        let status = |name: &SharedName| match &name.said {
            Said::Status(ident) => Some(ident.unraw().to_string()),
            Said::Active(_) | Said::Ended(_) => None,
        };
        let mut ours = self.names.iter().filter_map(status);
        let common = ours.find(|name| other.names.iter().filter_map(status).any(|n| n == *name))?;
        (plain(self) && plain(other)).then_some(common)
    }
}

impl StatusSet {
    /// Whether the status at this place of the object's own table is in the set.
    pub(crate) fn has_place(&self, place: u16) -> bool {
        matches!(self, StatusSet::Places(places) if places.contains(&place))
    }
}

/// What another member must be for a rule to ask anything.
#[derive(Clone)]
pub(crate) struct Condition {
    /// Its place among the members.
    pub(crate) member: usize,
    pub(crate) negated: bool,
    pub(crate) values: Vec<Value>,
}

/// A rule of an object as a whole.
pub(crate) struct ObjectRule {
    pub(crate) level: Level,
    pub(crate) ask: AskObject,
}

pub(crate) enum AskObject {
    /// `check = path` on the type: `fn(&Self) -> Result<(), impl Display>`.
    Custom(Path),
    /// `ensure(...)`: two sums.
    Ensure(Vec<Term>, Relation, Vec<Term>),
    /// How many of these members are set, by their places.
    Choice(Choice, Vec<usize>),
}

/// A number of times a member, by its place, or else the number itself.
pub(crate) struct Term {
    pub(crate) times: i64,
    pub(crate) member: Option<usize>,
}

#[derive(Clone, Copy)]
pub(crate) enum Relation {
    Equal,
    AtMost,
    Less,
    AtLeast,
    More,
}

#[derive(Clone, Copy)]
pub(crate) enum Choice {
    Exactly,
    AtMost,
    AtLeast,
}

pub(crate) enum Bound {
    Open,
    Integer(i128),
    PastInteger(i128),
    Number(f64),
    PastNumber(f64),
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Order {
    NotBefore,
    NotAfter,
    AtLeast,
    AtMost,
}

/// The status member and the enum that its table makes.
pub(crate) struct Lifecycle<'a> {
    /// The status member's place among the members, and its field.
    pub(crate) member: usize,
    pub(crate) field: &'a Ident,
    /// Whether the status member is an `Option`, so that an object may have no status.
    pub(crate) optional: bool,
    /// The status enum to generate.
    pub(crate) statuses: OpenEnum,
    /// The typed view to generate, `state()`; `None` for `view = false`.
    pub(crate) view: Option<View<'a>>,
}

/// The status member whose type is an enum with `#[api(status)]`.
pub(crate) struct SharedStatus {
    /// Its place among the members.
    pub(crate) member: usize,
    /// The enum.
    pub(crate) ty: Type,
}

/// `FineTuningJobState<'_>`: one variant per status with the fields that are set there.
pub(crate) struct View<'a> {
    /// `FineTuningJobState`.
    pub(crate) ident: Ident,
    /// `state`.
    pub(crate) method: Ident,
    /// The variant of a status that nobody knows, as in the status enum.
    pub(crate) unknown: Ident,
    /// The variant of an object without a status, where the status is an `Option`.
    pub(crate) without: Option<Ident>,
    /// One per status, in table order.
    pub(crate) variants: Vec<ViewVariant<'a>>,
}

pub(crate) struct ViewVariant<'a> {
    pub(crate) ident: Ident,
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
}

/// An enum of words: derived from the user's enum, or generated from a status table.
pub(crate) struct OpenEnum {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) docs: String,
    pub(crate) krate: Path,
    pub(crate) words: Vec<Word>,
    /// The variant that keeps unknown words; `None` for `closed`, which refuses them.
    pub(crate) unknown: Option<Ident>,
    pub(crate) has_arrows: bool,
    /// `status` on the user's enum: objects may name its words in their rules, each under this name.
    pub(crate) status_names: Option<Vec<Ident>>,
    /// Whether the enum itself is still to be written (a status table), or stands in the user's code.
    pub(crate) generated: bool,
}

pub(crate) struct Word {
    pub(crate) ident: Ident,
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) docs: String,
    /// Places of the words that may follow, in the order written.
    pub(crate) next: Vec<u16>,
    pub(crate) terminal: bool,
}

/// An enum whose variants hold values of different types.
pub(crate) struct Union<'a> {
    pub(crate) header: Header<'a>,
    pub(crate) style: UnionStyle,
    pub(crate) variants: Vec<UnionVariant<'a>>,
    /// The variant that keeps what is unknown.
    pub(crate) unknown: Option<&'a Ident>,
    /// The place of the variant that a blank union is, where none keeps what is unknown; `None` where the runtime
    /// has to look for one that ends.
    pub(crate) blank: Option<usize>,
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
    /// `when(deleted = true)`: the member, and its value as JSON.
    pub(crate) when: Option<(String, String)>,
}

/// What a variant holds.
pub(crate) enum Holds<'a> {
    /// A value, which is all of the variant but the tag.
    Value(&'a Type),
    /// An object of its own beside the tag: a member or none, and perhaps an `Extra`.
    Object {
        content: Option<Content<'a>>,
        extra: bool,
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

/// A string newtype: derived from the user's tuple struct, or generated from a field attribute.
pub(crate) struct Id {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) docs: String,
    pub(crate) krate: Path,
    pub(crate) prefixes: Vec<String>,
    /// What is asked of each value: `Len` and `Pattern`.
    pub(crate) rules: Vec<Rule>,
    /// Whether the struct itself is still to be written, or stands in the user's code.
    pub(crate) generated: bool,
}
