//! Unions: enums of objects that a tag tells apart.

use crate::describe::UnionType;
use crate::node::{Fill, Node};
use crate::raw::RawJson;

/// Shows which variant a union is.
pub trait Union {
    /// The union's type.
    fn union_type(&self) -> &'static UnionType;
    /// The variant, and what it holds.
    fn active(&self) -> Active<'_>;
}

/// Makes a union one of its variants.
pub trait UnionMut<'de>: Union {
    /// Becomes the variant at this place, blank, and lends what it holds; `None` where there is none.
    fn choose(&mut self, place: usize) -> Option<&mut dyn Fill<'de>>;
    /// Keeps an object with an unknown tag; `false` where no variant does that.
    fn keep(&mut self, object: UnknownObject) -> bool {
        let _ = object;
        false
    }
}

/// An enum of objects: its type, for code that is written for it.
pub trait DeclaredUnion {
    /// The tag and the variants.
    const TYPE: &'static UnionType;
}

/// The variant that a union is.
#[derive(Clone, Copy)]
pub enum Active<'a> {
    /// A declared variant: its place, and what it holds.
    Known(usize, &'a dyn Node),
    /// An object with a tag that the declaration does not know.
    Unknown(&'a UnknownObject),
}

/// An object whose tag nobody knew, kept as it was sent.
///
/// ```
/// use api_object::{ApiObject, Extra, UnknownObject};
///
/// #[derive(ApiObject)]
/// #[api(tag = "type")]
/// enum Integration {
///     Wandb(Wandb),
///     #[api(unknown)]
///     Other(UnknownObject),
/// }
///
/// #[derive(ApiObject)]
/// struct Wandb {
///     pub project: String,
/// }
///
/// let json = r#"{"type":"mlflow","uri":"x"}"#;
/// let integration = api_object::from_str::<Integration>(json)?.lenient();
/// let Integration::Other(other) = &integration else { panic!("no such variant") };
/// assert_eq!(other.tag(), Some("mlflow"));
/// assert_eq!(api_object::to_string(&integration), json);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnknownObject {
    tag: Option<Box<str>>,
    json: RawJson,
}

impl UnknownObject {
    pub(crate) fn new(tag: Option<&str>, json: RawJson) -> Self {
        UnknownObject {
            tag: tag.map(Box::from),
            json,
        }
    }

    /// The tag's word; `None` where the object has no tag.
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// The whole object, tag included, as it was sent.
    pub fn json(&self) -> &RawJson {
        &self.json
    }
}

impl UnionType {
    /// The place of the variant that this word means.
    pub fn find(&self, word: &str) -> Option<usize> {
        let variants = || self.variants.iter();
        variants()
            .position(|variant| variant.word == word)
            .or_else(|| variants().position(|variant| variant.aliases.contains(&word)))
    }
}
