//! `Secret<T>`: a value that is sent and never shown.

use std::fmt;

use crate::describe::Shape;
use crate::node::{Described, Fill, Kind, Node, Slot, View};

/// A value that is read, checked and written like any other, and shown nowhere: not by `Debug`, in no report and in no
/// error. It has no `Display` and no accessor but [`expose`](Secret::expose), so that each place that reads it is found by that word.
///
/// What a report or an error says of something in a secret, it says at the secret itself: the names in it may be secret, too.
/// A rule that compares another member with a secret is asked as of any other, and says that it is one in the place of the value.
///
/// A member of a type that only serde knows (`#[api(serde)]`) is not looked into, so a `Secret` in it is shown where the member does not
/// fit; around the object that has the member it hides that, too.
///
/// It does not erase its memory, and comparing two takes as long as comparing what they hold.
///
/// ```
/// use api_object::{ApiObject, Secret};
///
/// #[derive(Debug, ApiObject)]
/// struct ApiKey {
///     name: String,
///     #[api(len(..=40))]
///     value: Secret<String>,
/// }
///
/// let json = r#"{"name":"ci","value":"sk-123"}"#;
/// let key = api_object::from_str::<ApiKey>(json)?;
/// assert_eq!(key.value().expose(), "sk-123");
/// assert_eq!(format!("{:?}", *key), r#"ApiKey { name: "ci", value: Secret(…) }"#);
/// assert_eq!(api_object::to_string(&key), json);
///
/// let error = api_object::from_str::<ApiKey>(r#"{"name":"ci","value":["sk-123"]}"#).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "line 1, column 22, at /value: expected a string, found an array, which is secret"
/// );
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Hides a value.
    pub const fn new(value: T) -> Self {
        Secret(value)
    }

    /// The value, for whoever knows what to do with it.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value, to be changed in place.
    pub const fn expose_mut(&mut self) -> &mut T {
        &mut self.0
    }

    /// Gives the value away, which is a secret no longer.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

impl<T> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Secret(value)
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<T: Described> Described for Secret<T> {
    const SHAPE: Shape = Shape::Secret(&T::SHAPE);

    #[inline]
    fn blank() -> Self {
        Secret(T::blank())
    }
}

impl<T: Node> Node for Secret<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        match self.0.view() {
            // That there is nothing is no secret.
            nothing if nothing.is_null() => nothing,
            _ => View::Secret(&self.0),
        }
    }
}

impl<'de, T: Fill<'de> + Described> Fill<'de> for Secret<T> {
    #[inline]
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        self.0.slot(kind)
    }
}
