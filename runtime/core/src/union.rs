//! Unions: enums whose variants hold values of different types.

mod blank;
mod choice;

use std::fmt;

use crate::describe::{ObjectType, UnionType};
use crate::extra::Extra;
use crate::flatten;
use crate::node::{Described, Fill, Node, View};
use crate::object::{Borrower, BorrowerMut, Lent, LentMut, Object, ObjectMut, Special};
use crate::raw::{Length, RawJson};

pub use blank::BlankPlace;
pub(crate) use choice::{accept_untagged, is_same, plain_word, string};

/// Shows which variant a union is.
#[doc(hidden)]
pub trait Union {
    /// The union's type.
    fn union_type(&self) -> &'static UnionType;
    /// The variant, and what it holds.
    fn active(&self) -> Active<'_>;
}

/// Makes a union one of its variants.
#[doc(hidden)]
pub trait UnionMut<'de>: Union + Close {
    /// Becomes the variant at this place, blank, and lends what it holds.
    fn choose(&mut self, place: usize) -> Chosen<'_, 'de>;
    /// Keeps what no variant takes; `false` where no variant does that.
    fn keep(&mut self, unknown: UnknownObject) -> bool {
        let _ = unknown;
        false
    }
}

/// Makes a union blank again.
#[doc(hidden)]
pub trait Close {
    /// Becomes blank.
    fn close(&mut self);
}

#[diagnostic::do_not_recommend]
impl<T: Described> Close for T {
    fn close(&mut self) {
        *self = T::blank();
    }
}

/// A union with parameters: its type, one for each use of it.
#[doc(hidden)]
pub trait DeclaredUnion {
    /// The variants, and what tells them apart.
    const TYPE: &'static UnionType;
}

/// The variant that a union is.
#[derive(Clone, Copy)]
pub enum Active<'a> {
    /// A declared variant: its place, and what it holds.
    Known(usize, &'a dyn Node),
    /// A declared variant that is an object by itself: its place, its content, an object whose members stand beside
    /// that, and what nobody declared.
    Inline(
        usize,
        Option<&'a dyn Node>,
        Option<&'a dyn Object>,
        Option<&'a Extra>,
    ),
    /// An object with a tag that the declaration does not know.
    Unknown(&'a UnknownObject),
    /// A value that no variant of an untagged union takes.
    Unmatched(&'a RawJson),
}

/// A variant that was chosen, and is to be filled.
pub enum Chosen<'a, 'de> {
    /// There is no such variant.
    None,
    /// What it holds.
    Value(&'a mut dyn Fill<'de>),
    /// An object by itself: its content, what stands beside that, and the place for what nobody declared.
    Inline(
        Option<&'a mut dyn Fill<'de>>,
        Option<&'a mut dyn ObjectMut<'de>>,
        Option<&'a mut Extra>,
    ),
}

/// What a union shows, whatever form its variant has.
pub(crate) enum Shown<'a> {
    /// A declared variant: its place, and its value.
    Variant(usize, &'a dyn Node),
    /// An object with a tag that the declaration does not know.
    Unknown(&'a UnknownObject),
    /// A value that no variant of an untagged union takes.
    Unmatched(&'a RawJson),
}

/// Shows a union's variant to `f`.
#[inline]
pub(crate) fn shown<R>(union: &dyn Union, f: impl FnOnce(Shown<'_>) -> R) -> R {
    match union.active() {
        Active::Known(place, node) => f(Shown::Variant(place, node)),
        Active::Inline(place, content, beside, extra) => {
            let object = inline_type(union.union_type(), place);
            let inline = Inline {
                object,
                content,
                beside,
                extra,
            };
            f(Shown::Variant(place, &inline))
        }
        Active::Unknown(object) => f(Shown::Unknown(object)),
        Active::Unmatched(value) => f(Shown::Unmatched(value)),
    }
}

fn inline_type(union: &UnionType, place: usize) -> &'static ObjectType {
    static NOTHING: ObjectType = ObjectType::new("", "", &[]);
    let variant = union.variants.get(place);
    variant.and_then(|v| v.object).unwrap_or(&NOTHING)
}

/// The object that a variant is by itself: nothing, or one member, beside the tag; and behind that the members of an
/// object, which it flattens.
struct Inline<'a> {
    object: &'static ObjectType,
    content: Option<&'a dyn Node>,
    beside: Option<&'a dyn Object>,
    extra: Option<&'a Extra>,
}

impl Node for Inline<'_> {
    fn view(&self) -> View<'_> {
        View::Object(self)
    }
}

impl Object for Inline<'_> {
    fn lend(&self, f: &mut dyn Borrower) {
        let (object, extra) = (self.object, self.extra);
        let own = self.content.as_slice();
        match self.beside {
            Some(beside) => flatten::lend(object, extra, own, &[beside], f),
            None => f.take(&Lent {
                object,
                extra,
                fields: own,
            }),
        }
    }

    fn special(&self) -> Option<&dyn Special> {
        self.beside.map(|_| self as &dyn Special)
    }
}

impl Special for Inline<'_> {
    fn part(&self, number: usize) -> Option<&dyn Object> {
        self.beside.filter(|_| number == 0)
    }

    /// What stands under the tag's word has no default, so that any value of it does.
    fn lend_blank(&self, f: &mut dyn Borrower) {
        let Some(special) = self.beside.and_then(Object::special) else {
            return;
        };
        special.lend_blank(&mut |lent: &Lent<'_>| {
            let own = self.content.into_iter();
            let fields: Vec<&dyn Node> = own.chain(lent.fields.iter().copied()).collect();
            f.take(&Lent {
                object: self.object,
                extra: None,
                fields: &fields,
            });
        });
    }
}

/// The same, for filling.
pub(crate) struct InlineMut<'a, 'de> {
    object: &'static ObjectType,
    content: Option<&'a mut dyn Fill<'de>>,
    beside: Option<&'a mut dyn ObjectMut<'de>>,
    extra: Option<&'a mut Extra>,
}

impl<'a, 'de> InlineMut<'a, 'de> {
    pub(crate) fn new(
        (union, place): (&'static UnionType, usize),
        content: Option<&'a mut dyn Fill<'de>>,
        beside: Option<&'a mut dyn ObjectMut<'de>>,
        extra: Option<&'a mut Extra>,
    ) -> Self {
        InlineMut {
            object: inline_type(union, place),
            content,
            beside,
            extra,
        }
    }
}

impl Object for InlineMut<'_, '_> {
    fn lend(&self, f: &mut dyn Borrower) {
        let inline = Inline {
            object: self.object,
            content: self.content.as_deref().map(|content| content as &dyn Node),
            beside: self.beside.as_deref().map(|beside| beside as &dyn Object),
            extra: self.extra.as_deref(),
        };
        inline.lend(f);
    }
}

impl<'de> ObjectMut<'de> for InlineMut<'_, 'de> {
    fn lend_mut(&mut self, f: &mut dyn BorrowerMut<'de>) {
        let object = self.object;
        let extra = self.extra.as_deref_mut();
        let own: &mut [&mut dyn Fill<'de>] = match &mut self.content {
            Some(content) => &mut [&mut **content],
            None => &mut [],
        };
        match &mut self.beside {
            Some(beside) => flatten::lend_mut(object, extra, own, &mut [&mut **beside], f),
            None => f.take(LentMut {
                object,
                extra,
                fields: own,
            }),
        }
    }

    fn restore(&mut self, member: usize) {
        if let (Some((_, member)), Some(beside)) = (self.object.part_at(member), &mut self.beside) {
            beside.restore(member);
        }
    }
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
#[derive(Clone, Default, PartialEq, Eq)]
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

/// The tag, and how long the text is, of which nobody knows what may be shown.
impl fmt::Debug for UnknownObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownObject")
            .field("tag", &self.tag())
            .field("json", &Length::of(self.json.as_str()))
            .finish()
    }
}

/// For a union without a tag, where only the text counts.
impl From<UnknownObject> for RawJson {
    fn from(unknown: UnknownObject) -> RawJson {
        unknown.json
    }
}
