//! Types as they will be declared.

use std::collections::HashMap;

use crate::document::{Number, Place, Value};
use crate::schema::{Format, Length, RootId};

/// A type, by its number in [`Plan`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeNo(pub usize);

/// All that will be written.
#[derive(Debug, Default)]
pub struct Plan {
    /// The types, in the order in which they were met.
    pub types: Vec<TypeDecl>,
    /// Ids that objects share.
    pub ids: Vec<IdType>,
    /// Where the types are written.
    pub modules: Vec<Module>,
    /// What each root became.
    pub roots: Vec<(RootId, Ty)>,
    /// What of the schemas is not part of the types, and whether raw JSON stands for it.
    pub notes: Vec<(Place, String, bool)>,
}

/// A type with a name.
#[derive(Debug, Clone)]
pub struct TypeDecl {
    /// Its name in Rust.
    pub name: String,
    /// Its prose.
    pub docs: String,
    /// Where its schema stands.
    pub place: Place,
    /// The type in whose schema it stands, if it has no name in the document.
    pub parent: Option<TypeNo>,
    /// The root that it is, if it has one.
    pub root: Option<RootId>,
    /// Whether it is sent, so that its fields are public.
    pub is_sent: bool,
    /// What it is.
    pub shape: Shape,
}

/// What a type is.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Not known yet.
    Pending,
    /// A struct.
    Object(ObjectShape),
    /// An enum of words.
    Words(WordsShape),
    /// An enum of values.
    Union(UnionShape),
    /// Another name of a type.
    Alias(Ty),
    /// An enum that the table of a field makes.
    Status,
}

/// A struct.
#[derive(Debug, Clone, Default)]
pub struct ObjectShape {
    /// Its constant member.
    pub tag: Option<Tag>,
    /// The casing of its members, where it is not that of its fields.
    pub casing: Option<&'static str>,
    /// Its members.
    pub fields: Vec<Field>,
    /// What the field for all else is called.
    pub extra: String,
    /// What is said of that, where the document expects it.
    pub expected: Option<String>,
    /// Whether it is made by `Default`.
    pub is_default: bool,
    /// What its typed view is called, where it has a table of statuses and a name is free.
    pub view: Option<String>,
}

/// A constant member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name.
    pub key: String,
    /// Its word.
    pub word: String,
    /// Words that samples have.
    pub former: Vec<String>,
    /// Whether it may be absent.
    pub optional: bool,
}

/// A member as a field.
#[derive(Debug, Clone)]
pub struct Field {
    /// The name in Rust, without `r#`.
    pub ident: String,
    /// The name in JSON.
    pub wire: String,
    /// Its prose, and why it is as it is.
    pub docs: String,
    /// Reasons of the presence.
    pub because: Vec<String>,
    /// The type without what the presence adds.
    pub ty: Ty,
    /// Whether it may be absent or null.
    pub presence: Presence,
    /// What is asked of the value.
    pub rules: Vec<Rule>,
    /// The same, where samples contradict it: to break these is only a note.
    pub noted: Vec<Rule>,
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// What `x-api-object` says.
    pub hints: Hints,
}

/// What `x-api-object` says of a member.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hints {
    /// Statuses.
    pub status: Vec<Status>,
    /// Rules of presence: the key and its statuses.
    pub presence: Vec<(&'static str, Vec<String>)>,
    /// Keys without a value.
    pub flags: Vec<&'static str>,
    /// Orders: the key, and the other field.
    pub orders: Vec<(&'static str, String)>,
    /// Values that are as good as null.
    pub null_like: Vec<Value>,
}

/// A line of a table of statuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The word.
    pub word: String,
    /// The variant, where it is not what the table makes of the word.
    pub variant: Option<String>,
    /// Which may follow.
    pub next: Vec<String>,
}

/// Whether a member may be absent or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It is there.
    Required,
    /// It is there, and may be null.
    Nullable,
    /// It may be absent.
    Optional,
    /// It may be absent or null, and both mean the same.
    Either,
    /// It may be absent or null, and each has a meaning of its own.
    Distinct,
}

/// A rule of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// Between two bounds, each with whether it is excluded.
    Range(Option<(Number, bool)>, Option<(Number, bool)>),
    /// So many times a number.
    MultipleOf(Number),
    /// One of some numbers.
    OneOf(Vec<Number>),
    /// This boolean.
    Only(bool),
    /// So long.
    Len(Length),
    /// Matched by a regular expression.
    Pattern(String),
    /// The text of something.
    Format(Format),
    /// No element twice.
    Unique,
    /// Of each element.
    Each(Vec<Rule>),
}

fn has_pattern(rules: &[Rule]) -> bool {
    rules.iter().any(|rule| match rule {
        Rule::Pattern(_) => true,
        Rule::Each(rules) => has_pattern(rules),
        _ => false,
    })
}

/// A type of a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ty {
    /// `bool`
    Bool,
    /// An integer of Rust: `i64`, `u32`, …
    Integer(&'static str),
    /// `f64`
    Float,
    /// `String`
    Text,
    /// `UnixSeconds`
    Moment,
    /// `RawJson`
    Raw,
    /// An id, by its number.
    Id(usize),
    /// A type with a name.
    Named(TypeNo),
    /// `Option<T>`
    Option(Box<Ty>),
    /// `Vec<T>`
    List(Box<Ty>),
    /// `Items<T>`
    Items(Box<Ty>),
    /// `BTreeMap<String, T>`
    Map(Box<Ty>),
    /// `Box<T>`
    Boxed(Box<Ty>),
    /// `Auto<T>`
    Auto(Box<Ty>),
    /// `Nullable<T>`
    Nullable(Box<Ty>),
    /// `Secret<Str>`
    Secret,
    /// `Quoted<T>`
    Quoted(Box<Ty>),
    /// `List<T>`
    Page(Box<Ty>),
    /// `Deleted<T, I>`
    Deleted(Box<Ty>, Option<usize>),
    /// `Expandable<T, I>`
    Expandable(Box<Ty>, Option<usize>),
}

impl Ty {
    /// The type that this one names, by itself or within others.
    pub(crate) fn named(&self) -> Option<TypeNo> {
        match self {
            Ty::Named(no) => Some(*no),
            Ty::Option(inner)
            | Ty::List(inner)
            | Ty::Items(inner)
            | Ty::Map(inner)
            | Ty::Boxed(inner)
            | Ty::Auto(inner)
            | Ty::Nullable(inner)
            | Ty::Page(inner)
            | Ty::Deleted(inner, _)
            | Ty::Expandable(inner, _) => inner.named(),
            _ => None,
        }
    }
}

/// A newtype of an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdType {
    /// Its name in Rust.
    pub name: String,
    /// Its prefixes, the most frequent first.
    pub prefixes: Vec<String>,
    /// The integer of Rust that it is, where it is no string.
    pub number: Option<&'static str>,
    /// The type of the document that it is, where it has a name there; all others are among the ids.
    pub home: Option<TypeNo>,
}

/// An enum of words.
#[derive(Debug, Clone)]
pub struct WordsShape {
    /// The words.
    pub words: Vec<Word>,
    /// The casing of the words, where it is not snake case.
    pub casing: Option<&'static str>,
    /// What the variant for all else is called.
    pub unknown: String,
    /// Whether the document allows any other string.
    pub expected: bool,
}

/// A word of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The name in Rust.
    pub ident: String,
    /// The word in JSON.
    pub word: String,
    /// Its prose.
    pub docs: String,
}

/// An enum of values.
#[derive(Debug, Clone)]
pub struct UnionShape {
    /// What tells the variants apart.
    pub style: UnionStyle,
    /// The variants.
    pub variants: Vec<Variant>,
    /// What the variant for all else is called; none where the last one takes whatever comes.
    pub unknown: Option<String>,
}

impl UnionShape {
    /// The types that its variants hold.
    pub(crate) fn held(&self) -> impl Iterator<Item = &Ty> {
        self.variants
            .iter()
            .filter_map(|variant| variant.ty.as_ref())
    }

    /// Whether its values stand beside a tag of its own.
    pub(crate) fn has_envelope(&self) -> bool {
        matches!(self.style, UnionStyle::Keyed(_) | UnionStyle::Content(..))
    }
}

/// What tells the variants of a union apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnionStyle {
    /// Tags that its objects have of their own.
    Own,
    /// This member, whose word is the name of the value's member.
    Keyed(String),
    /// The first member; the value stands under the second.
    Content(String, String),
    /// The values themselves.
    Untagged,
}

/// A variant of a union.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The name in Rust.
    pub ident: String,
    /// What it holds; nothing where only the tag says something.
    pub ty: Option<Ty>,
    /// Its prose.
    pub docs: String,
    /// What the tag says, where the union has one of its own.
    pub word: Option<String>,
    /// A member and the values of which it has one, which tell it from another variant with the same tag, or none.
    pub when: Option<(String, Vec<Value>)>,
}

/// A folder of files, or a single file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// The name of the module.
    pub name: String,
    /// What it is about.
    pub docs: String,
    /// Its files.
    pub files: Vec<ModuleFile>,
}

/// A file of types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleFile {
    /// The name of its module.
    pub name: String,
    /// The types in it, in order.
    pub types: Vec<TypeNo>,
}

impl Plan {
    /// The types of roots.
    pub fn by_root(&self) -> HashMap<RootId, TypeNo> {
        let all = self.types.iter().enumerate();
        all.filter_map(|(i, ty)| Some((ty.root?, TypeNo(i))))
            .collect()
    }

    /// Whether a rule has a pattern, for which the runtime needs a feature.
    pub fn has_patterns(&self) -> bool {
        let mut objects = self.types.iter().filter_map(|ty| match &ty.shape {
            Shape::Object(object) => Some(object),
            _ => None,
        });
        objects.any(|object| {
            let mut fields = object.fields.iter();
            fields.any(|field| has_pattern(&field.rules) || has_pattern(&field.noted))
        })
    }

    /// A type.
    pub fn ty(&self, no: TypeNo) -> &TypeDecl {
        &self.types[no.0]
    }
}
