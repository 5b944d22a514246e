//! `RawJson`: a value kept as the text that it was sent as.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::Serialize;

use crate::describe::Shape;
use crate::json::write_str;
use crate::node::{Described, Fill, Kind, Misfit, Node, Scalar, Slot, View};

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
///
/// A request is given one by [`of`](RawJson::of), or from a `serde_json::Value`; what came is read when somebody knows of what type it is:
///
/// ```
/// use std::collections::BTreeMap;
///
/// use api_object::{ApiObject, RawJson};
///
/// #[derive(ApiObject)]
/// struct ToolCall {
///     pub name: String,
///     pub arguments: RawJson,
/// }
///
/// #[derive(ApiObject)]
/// struct City {
///     name: String,
/// }
///
/// let call = ToolCall {
///     name: "weather".to_owned(),
///     arguments: serde_json::json!({"name": "Oslo"}).into(),
/// };
/// let city = api_object::from_str::<City>(call.arguments.as_str())?;
/// assert_eq!(city.name(), "Oslo");
///
/// let same = RawJson::of(&BTreeMap::from([("name", "Oslo")]))?;
/// assert_eq!(call.arguments, same);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct RawJson(
    /// Empty stands for null: a blank value, which most unions begin as, asks for no memory.
    Box<str>,
);

impl RawJson {
    /// What serde writes of a value.
    ///
    /// # Errors
    ///
    /// What `value`'s `Serialize` implementation says.
    pub fn of(value: &impl Serialize) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(RawJson::trusted)
    }

    /// The JSON text, without white space around it.
    pub fn as_str(&self) -> &str {
        match self.0.is_empty() {
            true => "null",
            false => &self.0,
        }
    }

    /// Text that the caller knows to be one JSON value.
    pub(crate) fn trusted(text: impl Into<Box<str>>) -> Self {
        RawJson(text.into())
    }

    /// The JSON text of a scalar.
    ///
    /// # Errors
    ///
    /// [`Misfit`] of a number that other formats have, and JSON has not: what is not finite.
    pub(crate) fn of_scalar(scalar: Scalar<'_, '_>) -> Result<Box<str>, Misfit> {
        Ok(match scalar {
            Scalar::Null => "null".into(),
            Scalar::Bool(value) => value.to_string().into(),
            Scalar::Unsigned(value) => value.to_string().into(),
            Scalar::Signed(value) => value.to_string().into(),
            Scalar::Float(value) if value.is_finite() => format!("{value:?}").into(),
            Scalar::Float(_) => return Err(Misfit),
            Scalar::Number(text) => text.into(),
            Scalar::Borrowed(text) | Scalar::Transient(text) => quoted(text),
        })
    }
}

/// A JSON string with this content.
pub(crate) fn quoted(text: &str) -> Box<str> {
    let mut out = Vec::with_capacity(text.len() + 2);
    write_str(&mut out, text.as_bytes());
    String::from_utf8(out).unwrap_or_default().into()
}

impl From<serde_json::Value> for RawJson {
    fn from(value: serde_json::Value) -> Self {
        RawJson::trusted(value.to_string())
    }
}

impl Default for RawJson {
    /// `null`.
    fn default() -> Self {
        RawJson(Box::default())
    }
}

impl PartialEq for RawJson {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RawJson {}

impl Hash for RawJson {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
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
        f.write_str(self.as_str())
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
        f.write_str(self.as_str())
    }
}

impl Described for RawJson {
    const SHAPE: Shape = Shape::Any;

    fn blank() -> Self {
        RawJson::default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_null_is_a_null_however_it_came() {
        let read: RawJson = "null".parse().unwrap();
        for null in [
            RawJson::default(),
            RawJson::blank(),
            RawJson::trusted("null"),
        ] {
            assert_eq!(null, read);
            assert_eq!(crate::to_string(&null), "null");
            assert_eq!(format!("{null} {null:?}"), "null null");
            assert_eq!(serde_json::to_string(&null).unwrap(), "null");
        }
        assert_ne!(read, RawJson::trusted("0"));
    }
}
