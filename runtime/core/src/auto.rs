//! `Auto<T>`: a value, or the word `"auto"`.

use std::fmt;

use crate::describe::Shape;
use crate::node::{Described, Fill, Kind, Misfit, Node, Scalar, ScalarMut, Slot, Taken, View};

const WORD: &str = "auto";

/// A value, or the word `"auto"`, by which the server is left to choose.
///
/// ```
/// use api_object::Auto;
///
/// let epochs = api_object::from_str::<Vec<Auto<u32>>>(r#"["auto", 4]"#)?.lenient();
/// assert_eq!(epochs, [Auto::Auto, Auto::Value(4)]);
/// assert_eq!(epochs[1].value(), Some(&4));
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Auto<T> {
    /// `"auto"`: the server chooses.
    #[default]
    Auto,
    /// A value.
    Value(T),
}

impl<T> Auto<T> {
    /// Whether the server is left to choose.
    pub fn is_auto(&self) -> bool {
        matches!(self, Auto::Auto)
    }

    /// The value, unless the server is left to choose.
    pub fn value(&self) -> Option<&T> {
        match self {
            Auto::Auto => None,
            Auto::Value(value) => Some(value),
        }
    }
}

impl<T> From<T> for Auto<T> {
    fn from(value: T) -> Self {
        Auto::Value(value)
    }
}

impl<T: fmt::Display> fmt::Display for Auto<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Auto::Auto => f.write_str(WORD),
            Auto::Value(value) => value.fmt(f),
        }
    }
}

impl<T: Described> Described for Auto<T> {
    const SHAPE: Shape = Shape::Auto(&T::SHAPE);

    #[inline]
    fn blank() -> Self {
        Auto::Auto
    }
}

impl<T: Node> Node for Auto<T> {
    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Auto::Auto => View::Text(WORD),
            Auto::Value(value) => value.view(),
        }
    }
}

impl<'de, T: Fill<'de> + Described> Fill<'de> for Auto<T> {
    #[inline]
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        if matches!(kind, Kind::Nothing | Kind::Text) {
            return Slot::Scalar(self);
        }
        *self = Auto::Value(T::blank());
        match self {
            Auto::Value(value) => value.slot(kind),
            Auto::Auto => Slot::None,
        }
    }
}

/// A string is the word, or a value of a type that takes strings.
impl<'de, T: Fill<'de> + Described> ScalarMut<'de> for Auto<T> {
    #[inline]
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        if let Scalar::Borrowed(WORD) | Scalar::Transient(WORD) = scalar {
            *self = Auto::Auto;
            return Ok(Taken::Exactly);
        }
        let mut value = T::blank();
        let taken = value.slot(scalar.kind()).take(scalar)?;
        *self = Auto::Value(value);
        Ok(taken)
    }

    #[inline]
    fn reset(&mut self) {
        *self = Auto::Auto;
    }
}
