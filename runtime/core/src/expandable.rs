//! `Expandable<T, I>`: an object, or only its id.

use std::borrow::Cow;

use crate::describe::Shape;
use crate::identity::id_of;
use crate::node::{Described, Fill, FillOwned, Kind, Node, Slot, View};
use crate::text::Str;

/// The id of an object, or the object itself, where the caller asked the server to expand it.
///
/// Which of the two it is shows by its JSON: an object is the object `T`, a scalar is its id `I`. The object is
/// boxed, since ids are the rule; so objects may name each other in a circle.
///
/// ```
/// use api_object::{ApiObject, Expandable, Str};
///
/// #[derive(ApiObject)]
/// struct Invoice {
///     customer: Expandable<Customer, CustomerId>,
/// }
///
/// #[derive(ApiObject)]
/// struct Customer {
///     #[api(id = "cus_")]
///     id: CustomerId,
///     name: String,
/// }
///
/// let invoice = api_object::from_str::<Invoice>(r#"{"customer":"cus_7"}"#)?;
/// assert_eq!(invoice.customer().id().unwrap().as_str(), "cus_7");
/// assert!(invoice.customer().as_object().is_none());
///
/// let invoice = api_object::from_str::<Invoice>(r#"{"customer":{"id":"cus_7","name":"Ada"}}"#)?;
/// assert_eq!(invoice.customer().id().unwrap().as_str(), "cus_7");
/// assert_eq!(invoice.customer().as_object().unwrap().name(), "Ada");
///
/// let invoice = Invoice { customer: CustomerId::from("cus_8").into() };
/// assert_eq!(api_object::to_string(&invoice), r#"{"customer":"cus_8"}"#);
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Expandable<T, I = Str> {
    /// Only the id.
    Id(I),
    /// The object itself.
    Object(Box<T>),
}

impl<T, I> Expandable<T, I> {
    /// The object itself.
    pub fn expanded(object: T) -> Self {
        Expandable::Object(Box::new(object))
    }

    /// Whether the object itself is here.
    pub const fn is_expanded(&self) -> bool {
        matches!(self, Expandable::Object(_))
    }

    /// The object, if it is here.
    pub fn as_object(&self) -> Option<&T> {
        match self {
            Expandable::Id(_) => None,
            Expandable::Object(object) => Some(object),
        }
    }

    /// Gives the object away, if it is here.
    ///
    /// # Errors
    ///
    /// The id, where there is only that.
    pub fn into_object(self) -> Result<T, I> {
        match self {
            Expandable::Id(id) => Err(id),
            Expandable::Object(object) => Ok(*object),
        }
    }
}

impl<T: Node, I: Clone + FillOwned> Expandable<T, I> {
    /// The id: the one that stands here, or that of the object, its member `id`.
    ///
    /// `None` for an object that has no such member, or one of another type: a number where `I` is a string, and the
    /// other way round.
    pub fn id(&self) -> Option<Cow<'_, I>> {
        match self {
            Expandable::Id(id) => Some(Cow::Borrowed(id)),
            Expandable::Object(object) => {
                let mut id = I::blank();
                id_of(object.view())?.fill(&mut id)?;
                Some(Cow::Owned(id))
            }
        }
    }
}

/// Only the id; of an object it is [`expanded`](Expandable::expanded).
impl<T, I> From<I> for Expandable<T, I> {
    fn from(id: I) -> Self {
        Expandable::Id(id)
    }
}

impl<T: Described, I: Described> Described for Expandable<T, I> {
    const SHAPE: Shape = Shape::IdOr(&I::SHAPE, &T::SHAPE);

    #[inline]
    fn blank() -> Self {
        Expandable::Id(I::blank())
    }
}

impl<T: Node, I: Node> Node for Expandable<T, I> {
    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Expandable::Id(id) => id.view(),
            Expandable::Object(object) => object.view(),
        }
    }
}

impl<'de, T, I> Fill<'de> for Expandable<T, I>
where
    T: Fill<'de> + Described,
    I: Fill<'de> + Described,
{
    #[inline]
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        *self = match kind {
            Kind::Array | Kind::Object => Expandable::expanded(T::blank()),
            _ => Expandable::Id(I::blank()),
        };
        match self {
            Expandable::Id(id) => id.slot(kind),
            Expandable::Object(object) => object.slot(kind),
        }
    }
}
