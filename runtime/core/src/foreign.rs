//! Members of types that know nothing of this crate, by way of their serde implementations: `#[api(serde)]`.
//!
//! A field is lent in one of two wrappers, which live as long as the field is lent: [`Foreign`] shows the JSON text that
//! `serde_json` writes of the value, [`ForeignMut`] takes text that `serde_json` reads. Whatever the value loses (an
//! undeclared member, a spelling) makes the two texts differ, and then the object's `Extra` keeps what came.

mod json_value;
mod reasons;

use std::cell::OnceCell;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) use reasons::Reasons;

use crate::describe::{ForeignType, Shape};
use crate::issue::shortened;
use crate::json::{Input, Number, Text};
use crate::lifecycle::ViewField;
use crate::node::{Fill, JsonMut, Kind, Misfit, Node, Slot, Taken, View};
use crate::nullable::Nullable;
use crate::raw::RawJson;

/// A type that serde reads and writes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type that serde reads and writes",
    label = "implements not both `Serialize` and `DeserializeOwned`",
    note = "derive both of serde's traits on it; or remove `serde`, if it is a type that `ApiObject` knows"
)]
pub trait Serde: Sized {
    /// The shape of the type's values.
    const SHAPE: Shape;
    /// The same of an `Option`.
    const NULLABLE: Shape;

    /// Reads a JSON text.
    ///
    /// # Errors
    ///
    /// What serde says.
    fn read(json: &str) -> serde_json::Result<Self>;

    /// The JSON text of a value.
    ///
    /// # Errors
    ///
    /// What serde says.
    fn write(&self) -> serde_json::Result<String>;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned> Serde for T {
    const SHAPE: Shape = Shape::Foreign(&ForeignType {
        name: std::any::type_name::<T>,
        refusal: refusal::<T>,
    });
    const NULLABLE: Shape = Shape::Nullable(&Self::SHAPE);

    fn read(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }

    fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// A type of which there is a value before one was read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `Default`, and reading begins with some value",
    label = "no value to begin with",
    note = "write `Option<...>`, or `#[api(serde(blank = value))]` with any value; it is not seen where reading succeeds"
)]
pub trait Blank: Sized {
    /// The value.
    fn blank() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> Blank for T {
    fn blank() -> Self {
        T::default()
    }
}

/// A field that is shown as serde writes it.
pub struct Foreign<'a, T> {
    value: &'a T,
    write: fn(&T) -> Written,
    written: OnceCell<Written>,
}

impl<'a, T: Serde> Foreign<'a, T> {
    /// Shows this value.
    pub fn new(value: &'a T) -> Self {
        Foreign {
            value,
            write: Written::of,
            written: OnceCell::new(),
        }
    }
}

impl<'a, T: Serde> Foreign<'a, Nullable<T>> {
    /// Shows this value where there is one.
    pub fn nullable(value: &'a Nullable<T>) -> Self {
        Foreign {
            value,
            write: Written::of_nullable,
            written: OnceCell::new(),
        }
    }
}

/// Why serde does not read a text as this type.
fn refusal<T: Serde>(json: &str) -> Option<String> {
    let read = Reasons::Places.at_most(|| T::read(json));
    read.err().map(|error| shortened(&without_place(error)))
}

/// The words of an error without its place, which is counted within the value.
pub(crate) fn without_place(error: serde_json::Error) -> String {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let mut words = error.to_string();
    if words.ends_with(&place) {
        words.truncate(words.len() - place.len());
    }
    words
}

impl<T> Node for Foreign<'_, T> {
    fn view(&self) -> View<'_> {
        let written = self.written.get_or_init(|| (self.write)(self.value));
        written.view()
    }
}

/// What a typed view lends of such a field.
pub struct ForeignView<'a, T: ?Sized>(pub &'a T);

impl<T: Serialize + ?Sized> ViewField for ForeignView<'_, T> {
    fn json(&self) -> String {
        serde_json::to_string(self.0).unwrap_or_default()
    }
}

/// A field that is filled as serde reads it.
pub struct ForeignMut<'a, T> {
    value: &'a mut T,
    blank: fn() -> T,
    /// The value of a text, and what serde writes of that.
    read: fn(&str) -> serde_json::Result<(T, String)>,
    write: fn(&T) -> Written,
    written: OnceCell<Written>,
}

impl<'a, T: Serde> ForeignMut<'a, T> {
    /// Fills this value, which has this blank.
    pub fn new(value: &'a mut T, blank: fn() -> T) -> Self {
        ForeignMut {
            value,
            blank,
            read: |json| {
                let value = T::read(json)?;
                let written = value.write()?;
                Ok((value, written))
            },
            write: Written::of,
            written: OnceCell::new(),
        }
    }
}

impl<'a, T: Serde> ForeignMut<'a, Nullable<T>> {
    /// Fills this value. A null is no matter of serde's.
    pub fn nullable(value: &'a mut Nullable<T>) -> Self {
        ForeignMut {
            value,
            blank: || Nullable::Absent,
            read: |json| match json {
                "null" => Ok((Nullable::Null, json.to_owned())),
                _ => {
                    let value = T::read(json)?;
                    let written = value.write()?;
                    Ok((Nullable::Value(value), written))
                }
            },
            write: Written::of_nullable,
            written: OnceCell::new(),
        }
    }
}

impl<T> Node for ForeignMut<'_, T> {
    fn view(&self) -> View<'_> {
        let written = self.written.get_or_init(|| (self.write)(self.value));
        written.view()
    }
}

impl<'de, T> Fill<'de> for ForeignMut<'_, T> {
    fn slot(&mut self, _: Kind) -> Slot<'_, 'de> {
        Slot::Json(self)
    }
}

impl<T> JsonMut for ForeignMut<'_, T> {
    fn take_json(&mut self, json: &str) -> Result<Taken, Misfit> {
        let read = Reasons::None.at_most(|| (self.read)(json));
        let (value, written) = read.map_err(|_| Misfit)?;
        let taken = taken_as(json, &written);
        *self.value = value;
        self.written = OnceCell::from(Written::new(written));
        Ok(taken)
    }

    fn reset(&mut self) {
        *self.value = (self.blank)();
        self.written = OnceCell::new();
    }
}

/// How a text was taken by a value that is written as `written`.
fn taken_as(json: &str, written: &str) -> Taken {
    match json == written {
        true => Taken::Exactly,
        false => Taken::Respelled,
    }
}

/// A value as serde wrote it.
enum Written {
    /// Nothing: the member is absent.
    Absent,
    /// A string with escapes, without them.
    Text(String),
    Json(RawJson),
}

impl Written {
    /// What serde writes of a value; null where it writes nothing.
    fn of<T: Serde>(value: &T) -> Self {
        Written::new(value.write().unwrap_or_else(|_| "null".to_owned()))
    }

    fn of_nullable<T: Serde>(value: &Nullable<T>) -> Self {
        match value {
            Nullable::Absent => Written::Absent,
            Nullable::Null => Written::new("null".to_owned()),
            Nullable::Value(value) => Written::of(value),
        }
    }

    fn new(json: String) -> Self {
        match Input::from_text(&json).string() {
            Ok(Text::Transient(text)) => Written::Text(text.to_owned()),
            _ => Written::Json(RawJson::trusted(json)),
        }
    }

    /// Scalars are shown as such, so that rules can ask them.
    fn view(&self) -> View<'_> {
        match self {
            Written::Absent => View::Absent,
            Written::Text(text) => View::Text(text),
            Written::Json(raw) => scalar(raw.as_str()).unwrap_or(View::Raw(raw)),
        }
    }
}

fn scalar(json: &str) -> Option<View<'_>> {
    match json.as_bytes().first()? {
        b'n' => Some(View::Null),
        b't' => Some(View::Bool(true)),
        b'f' => Some(View::Bool(false)),
        b'"' => {
            let text = json.strip_prefix('"')?.strip_suffix('"')?;
            Some(View::Text(text))
        }
        b'-' | b'0'..=b'9' => match Input::from_text(json).number().ok()? {
            Number::Unsigned(value) => Some(View::Unsigned(value)),
            Number::Signed(value) => Some(View::Signed(value)),
            // A double may lose digits that are there.
            Number::Other(_) => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_are_shown_as_such() {
        let shown = |json: &str| crate::issue::found(Written::new(json.to_owned()).view());
        for json in [
            "null",
            "true",
            "false",
            "7",
            "-7",
            r#""a""#,
            r#""a\nb""#,
            "1.50",
            "[1]",
        ] {
            assert_eq!(shown(json), json);
        }
        let is_raw = |json| scalar(json).is_none();
        assert!(is_raw("1.5") && is_raw("[1]") && is_raw("{}"));
    }

    #[test]
    fn an_error_is_told_without_its_place() {
        let error = serde_json::from_str::<u8>("300").unwrap_err();
        assert_eq!(
            without_place(error),
            "invalid value: integer `300`, expected u8"
        );
        assert_eq!(refusal::<u8>("3"), None);
    }
}
