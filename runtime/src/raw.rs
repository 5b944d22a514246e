//! `RawJson`: a value kept as the text that it was sent as.

use std::fmt;

use crate::describe::Shape;
use crate::json::write_str;
use crate::node::{Described, Fill, Kind, Node, Scalar, Slot, View};

/// A JSON value that nobody looked into, as its text.
///
/// Its spelling survives: a number beyond every Rust type comes back out as it came in.
///
/// ```
/// use api_object::RawJson;
///
/// let kept: RawJson = "{\"n\": 1e400}".parse()?;
/// assert_eq!(kept.as_str(), "{\"n\": 1e400}");
/// assert!("{".parse::<RawJson>().is_err());
/// # Ok::<(), api_object::DecodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RawJson(Box<str>);

impl RawJson {
    /// The JSON text, without white space around it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Text that the caller knows to be one JSON value.
    pub(crate) fn trusted(text: impl Into<Box<str>>) -> Self {
        RawJson(text.into())
    }

    /// The JSON text of a scalar.
    pub(crate) fn of_scalar(scalar: Scalar<'_, '_>) -> Box<str> {
        match scalar {
            Scalar::Null => "null".into(),
            Scalar::Bool(value) => value.to_string().into(),
            Scalar::Unsigned(value) => value.to_string().into(),
            Scalar::Signed(value) => value.to_string().into(),
            Scalar::Float(value) if value.is_finite() => format!("{value:?}").into(),
            Scalar::Float(_) => "null".into(),
            Scalar::Number(text) => text.into(),
            Scalar::Borrowed(text) | Scalar::Transient(text) => quoted(text),
        }
    }
}

/// A JSON string with this content.
pub(crate) fn quoted(text: &str) -> Box<str> {
    let mut out = Vec::with_capacity(text.len() + 2);
    write_str(&mut out, text.as_bytes());
    String::from_utf8(out).unwrap_or_default().into()
}

impl Default for RawJson {
    /// `null`.
    fn default() -> Self {
        RawJson("null".into())
    }
}

impl std::str::FromStr for RawJson {
    type Err = crate::DecodeError;

    /// # Errors
    ///
    /// [`DecodeError`](crate::DecodeError) where `text` is not one JSON value.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        crate::from_str::<RawJson>(text).map(crate::Decoded::lenient)
    }
}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A JSON text in `Debug`, where it is kept and nobody declared that it may be shown.
pub(crate) struct Length(usize);

impl Length {
    pub(crate) fn of(json: &str) -> Self {
        Length(json.len())
    }
}

impl fmt::Debug for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("1 byte of JSON"),
            n => write!(f, "{n} bytes of JSON"),
        }
    }
}

impl fmt::Display for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Described for RawJson {
    const SHAPE: Shape = Shape::Any;

    fn blank() -> Self {
        RawJson(Box::default())
    }
}

impl Node for RawJson {
    fn view(&self) -> View<'_> {
        View::Raw(self)
    }
}

impl<'de> Fill<'de> for RawJson {
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Raw(self)
    }
}
