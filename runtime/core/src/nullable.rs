//! `Nullable<T>`: absent, null, or a value.

use crate::describe::Shape;
use crate::node::{Described, Fill, Kind, Node, Slot, View};

/// A member that is absent, null, or has a value: for requests that change an object, where a null takes a value
/// away and what is absent stays as it is.
///
/// It is written only where it is not absent, and reading it tells null and absent apart, with no `extra` field and
/// nothing to report. (An element of a list cannot be absent, and is written as null.)
///
/// ```
/// use api_object::{ApiObject, Nullable};
///
/// #[derive(Default, ApiObject)]
/// struct UpdateThread {
///     pub name: Nullable<String>,
///     pub expires_after: Nullable<u32>,
///     pub metadata: Nullable<Vec<String>>,
/// }
///
/// let change = UpdateThread {
///     name: Nullable::Null,                  // takes the name away
///     expires_after: 7.into(),
///     ..UpdateThread::default()              // leaves the rest as it is
/// };
/// let json = r#"{"name":null,"expires_after":7}"#;
/// assert_eq!(api_object::to_string(&change), json);
///
/// let change = api_object::from_str::<UpdateThread>(json)?;
/// assert!(change.name.is_null() && change.metadata.is_absent());
/// assert_eq!(change.expires_after.as_option(), Some(&7));
/// assert!(change.report().is_empty());
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The member is not there.
    #[default]
    Absent,
    /// `null`.
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// Whether the member is not there.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Nullable::Absent)
    }

    /// Whether it is there, as `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Nullable::Null)
    }

    /// The value, if there is one.
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Nullable::Value(value) => Some(value),
            Nullable::Absent | Nullable::Null => None,
        }
    }

    /// The value, if there is one, to be changed in place.
    pub const fn as_mut(&mut self) -> Option<&mut T> {
        match self {
            Nullable::Value(value) => Some(value),
            Nullable::Absent | Nullable::Null => None,
        }
    }

    /// Gives the value away, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Nullable::Value(value) => Some(value),
            Nullable::Absent | Nullable::Null => None,
        }
    }

    /// The value, or null, if the member is there: both questions, one after the other.
    pub fn into_nested(self) -> Option<Option<T>> {
        match self {
            Nullable::Absent => None,
            Nullable::Null => Some(None),
            Nullable::Value(value) => Some(Some(value)),
        }
    }

    /// The value, or null where there is none: a member that is there in any case.
    pub fn or_null(value: Option<T>) -> Self {
        value.map_or(Nullable::Null, Nullable::Value)
    }

    /// The value, or nothing where there is none: a member that is never null.
    pub fn or_absent(value: Option<T>) -> Self {
        value.map_or(Nullable::Absent, Nullable::Value)
    }

    /// What `f` makes of the value; null and absent stay what they are.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Nullable::Absent => Nullable::Absent,
            Nullable::Null => Nullable::Null,
            Nullable::Value(value) => Nullable::Value(f(value)),
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Nullable::Value(value)
    }
}

/// So that a literal says `name: "a".into()`.
impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Nullable::Value(value.to_owned())
    }
}

impl<T: Described> Described for Nullable<T> {
    const SHAPE: Shape = Shape::NullOrAbsent(&T::SHAPE);

    #[inline]
    fn blank() -> Self {
        Nullable::Absent
    }
}

impl<T: Node> Node for Nullable<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Nullable::Absent => View::Absent,
            Nullable::Null => View::Null,
            Nullable::Value(value) => value.view(),
        }
    }
}

impl<'de, T: Fill<'de> + Described> Fill<'de> for Nullable<T> {
    #[inline]
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        *self = match kind {
            Kind::Nothing => Nullable::Absent,
            Kind::Null => Nullable::Null,
            _ => Nullable::Value(T::blank()),
        };
        match self {
            Nullable::Value(value) => value.slot(kind),
            _ => Slot::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_states_have_names() {
        let mut value = Nullable::from(3);
        assert_eq!(value.as_option(), Some(&3));
        if let Some(value) = value.as_mut() {
            *value += 1;
        }
        assert_eq!(value.map(|n| n * 2).into_option(), Some(8));
        assert_eq!(Nullable::<u8>::default(), Nullable::Absent);
        assert_eq!(Nullable::or_null(None::<u8>), Nullable::Null);
        assert_eq!(Nullable::or_absent(None::<u8>), Nullable::Absent);
        let nested = [Nullable::Absent, Nullable::Null, Nullable::Value(1)];
        assert_eq!(
            nested.map(Nullable::into_nested),
            [None, Some(None), Some(Some(1))]
        );
    }

    #[test]
    fn an_element_is_never_absent() {
        let list = vec![Nullable::Absent, Nullable::Value(1)];
        assert_eq!(crate::to_string(&list), "[null,1]");
    }
}
