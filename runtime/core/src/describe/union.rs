//! Unions as data: the variants, and what tells them apart.

mod keys;
mod own_tag;

use super::{Descriptor, Member, ObjectType, Shape};
use crate::json::{NO_TOKEN, Token};

pub use own_tag::OwnTag;
pub(crate) use own_tag::digest_of;

/// A union: values of different types under one name.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnionType {
    /// The Rust type's name.
    pub name: &'static str,
    /// The type's doc comment.
    pub docs: &'static str,
    /// What tells the variants apart.
    pub style: UnionStyle,
    /// The member that names the variant; empty where the union has no such member of its own.
    pub tag: &'static str,
    /// The variants, in declaration order.
    pub variants: &'static [UnionVariant],
    /// Whether a variant keeps what no other variant takes.
    pub open: bool,
    /// Whether tags with words that nobody can declare are expected, so that there is nothing to tell of them:
    /// `unknown(expected)`.
    pub expects_more: bool,
    /// Whether a variant asks for more than its word.
    pub(crate) conditional: bool,
    /// The one member that tells the variants apart that have no tag but those of their types, where it is one.
    pub(crate) own_key: Option<&'static str>,
    /// The tag's key, where one comparison tells whether it comes first, and each word is written as it stands.
    pub(crate) token: Token,
}

/// What tells the variants of a union apart, and where their values stand.
///
/// ```
/// use api_object::describe::UnionStyle;
/// use api_object::{ApiObject, Descriptor};
///
/// #[derive(ApiObject)]
/// #[api(tag = "event", content = "data")]
/// enum Event {
///     Progress(u8),
///     Done,
/// }
///
/// let Descriptor::Union(event) = Event::DESCRIPTOR else { panic!("no union") };
/// assert_eq!(event.style, UnionStyle::Adjacent("data"));
/// let words: Vec<&str> = event.variants.iter().map(|variant| variant.word).collect();
/// assert_eq!((event.tag, words), ("event", vec!["progress", "done"]));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnionStyle {
    /// The tag stands among the members of the variant: `{"type": "wandb", "project": …}`.
    Internal,
    /// The variant's value is a member that has the tag's word as its name: `{"type": "wandb", "wandb": {…}}`.
    Keyed,
    /// The variant's value is a member of this name: `{"event": "done", "data": …}`.
    Adjacent(&'static str),
    /// The variants are objects that have constant tags of their own.
    Own,
    /// Nothing but the values themselves.
    Untagged,
}

/// A variant of a union.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct UnionVariant {
    /// The tag's word for this variant; where the union has no tag, the variant's Rust name.
    pub word: &'static str,
    /// Words that mean the same.
    pub aliases: &'static [&'static str],
    /// The variant's doc comment.
    pub docs: &'static str,
    /// What it holds. A variant that holds nothing is an object with free keys.
    pub shape: Shape,
    /// What stands beside the tag, where the variant's value is no object that has the tag among its members.
    pub object: Option<&'static ObjectType>,
    /// What must hold beside the tag, if anything must.
    pub condition: Option<Condition>,
    /// The tag of its type, where nothing else tells it from the others.
    own_tag: OwnTag,
    /// That of the tag.
    digest: u64,
}

/// A member that must have one of some values for a variant to be chosen: `when(deleted = true)`, `when(kind = "a" | "b")`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Condition {
    /// The member's name.
    pub member: &'static str,
    /// The values as JSON: `true`.
    pub values: &'static [&'static str],
}

impl UnionType {
    #[doc(hidden)]
    pub const fn new(
        name: &'static str,
        docs: &'static str,
        tag: &'static str,
        variants: &'static [UnionVariant],
    ) -> Self {
        UnionType {
            name,
            docs,
            style: UnionStyle::Internal,
            tag,
            variants,
            open: false,
            expects_more: false,
            conditional: false,
            own_key: None,
            token: NO_TOKEN,
        }
    }

    #[doc(hidden)]
    #[track_caller]
    pub const fn style(mut self, style: UnionStyle) -> Self {
        if let UnionStyle::Own = style {
            own_tag::distinct(self.variants);
            self.own_key = own_tag::common_key(self.variants);
        }
        self.style = style;
        self
    }

    #[doc(hidden)]
    pub const fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// With the expectation of words that no variant has.
    #[doc(hidden)]
    pub const fn expects_more(mut self) -> Self {
        self.expects_more = true;
        self
    }

    /// The key of the tag, whose words are all written without escapes.
    #[doc(hidden)]
    pub const fn token(mut self, token: Token) -> Self {
        self.token = token;
        self
    }

    /// Marks that a variant asks for more than its word.
    #[doc(hidden)]
    pub const fn conditional(mut self) -> Self {
        self.conditional = true;
        self
    }

    /// The place of the variant that this word means.
    pub fn find(&self, word: &str) -> Option<usize> {
        let variants = || self.variants.iter();
        variants()
            .position(|variant| variant.word == word)
            .or_else(|| variants().position(|variant| variant.aliases.contains(&word)))
    }

    /// The shape of what the variant at a place holds.
    pub(crate) fn shape_of(&self, place: usize) -> &'static Shape {
        self.variants.get(place).map_or(&Shape::Any, |v| &v.shape)
    }

    /// Whether the value of a variant is secret as a whole. One that stands beside the tag as a member is a secret there.
    pub(crate) fn is_secret(&self, place: usize) -> bool {
        let variant = self.variants.get(place);
        variant.is_some_and(|variant| variant.object.is_none() && variant.shape.is_secret())
    }

    /// What the tag of a variant is written as: key, and word; nothing where the variant says it itself.
    pub(crate) fn tag_of(&self, place: usize) -> Option<(&'static str, &'static str)> {
        match self.style {
            UnionStyle::Own | UnionStyle::Untagged => None,
            _ => self.variants.get(place).map(|v| (self.tag, v.word)),
        }
    }

    /// What a value of this union is, in words that follow "expected".
    pub(crate) fn expected(&self) -> String {
        self.in_words(&|shape| shape.expected())
    }

    /// The same; of what variants hold, in the words that are given.
    pub(super) fn in_words(&self, of: &dyn Fn(&Shape) -> String) -> String {
        let name = self.name;
        match self.style {
            UnionStyle::Own => format!("an object ({name})"),
            UnionStyle::Untagged => {
                let mut forms: Vec<String> = Vec::new();
                for variant in self.variants {
                    let form = of(&variant.shape);
                    if !forms.contains(&form) {
                        forms.push(form);
                    }
                }
                forms.join(" or ")
            }
            _ => format!("an object with `{}` ({name})", self.tag),
        }
    }
}

impl UnionVariant {
    #[doc(hidden)]
    pub const fn new(word: &'static str, docs: &'static str, shape: Shape) -> Self {
        UnionVariant {
            word,
            aliases: &[],
            docs,
            shape,
            object: None,
            condition: None,
            own_tag: OwnTag::None,
            digest: 0,
        }
    }

    /// A variant of which only its own tag says that it is meant.
    ///
    /// # Panics
    ///
    /// Where it has none, while the declaration is compiled.
    #[doc(hidden)]
    #[track_caller]
    pub const fn own(
        name: &'static str,
        docs: &'static str,
        shape: Shape,
        own_tag: OwnTag,
    ) -> Self {
        assert!(
            !own_tag.is_none(),
            "the union has no tag, and this type has none either; write one on the type, as by `#[api(object = \"...\")]`, \
             or `#[api(when(member = value))]` on the variant"
        );
        let mut variant = UnionVariant::new(name, docs, shape);
        variant.own_tag = own_tag;
        variant.digest = own_tag.digest();
        variant
    }

    /// A variant that is an object by itself: at most one member beside the tag.
    #[doc(hidden)]
    pub const fn object(
        word: &'static str,
        docs: &'static str,
        object: &'static ObjectType,
    ) -> Self {
        let shape = match object.members {
            [Member { shape, .. }, ..] => *shape,
            [] => Shape::Map(&Shape::Any),
        };
        let mut variant = UnionVariant::new(word, docs, shape);
        variant.object = Some(object);
        variant
    }

    #[doc(hidden)]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    #[doc(hidden)]
    pub const fn when(mut self, member: &'static str, values: &'static [&'static str]) -> Self {
        self.condition = Some(Condition { member, values });
        self
    }

    /// Whether what the variant holds is read as an object with declared members.
    pub(crate) fn is_object(&self) -> bool {
        self.object.is_some() || matches!(self.descriptor(), Some(Descriptor::Object(_)))
    }

    pub(crate) fn descriptor(&self) -> Option<Descriptor> {
        self.shape.descriptor()
    }

    /// Whether a tag with this digest may be that of its type; false where it surely is another.
    #[inline(always)]
    pub(crate) fn may_be_told_by(&self, digest: u64) -> bool {
        self.digest == digest || self.digest == 0
    }

    /// The type whose tag speaks for this variant, where the union has none.
    #[inline]
    pub(crate) fn told_by(&self) -> Option<Descriptor> {
        match self.own_tag {
            OwnTag::Object(object) => Some(Descriptor::Object(object)),
            OwnTag::Union(union) => Some(Descriptor::Union(union)),
            OwnTag::None | OwnTag::Some => self.descriptor(),
        }
    }
}
