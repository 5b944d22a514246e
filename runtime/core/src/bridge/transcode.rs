//! JSON text to any serde format, and any self-describing format to JSON text.

use std::any::type_name;
use std::fmt;
use std::sync::OnceLock;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::from_text;
use crate::json::{
    Input, Number, elements, inside, members, nearest_f64, write_f64, write_integer, write_str,
};

/// JSON text, known to be JSON, that is written as what it says.
pub(super) struct JsonText<'a>(pub(super) &'a str);

impl Serialize for JsonText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut input = Input::from_text(self.0);
        match input.peek().map_err(S::Error::custom)? {
            b'n' => serializer.serialize_none(),
            b't' => serializer.serialize_bool(true),
            b'f' => serializer.serialize_bool(false),
            b'"' => {
                let text = input.string().map_err(S::Error::custom)?;
                serializer.serialize_str(text.as_str())
            }
            b'[' => array(inside(self.0), serializer),
            b'{' => object(inside(self.0), serializer),
            _ => number(input, serializer),
        }
    }
}

fn number<S: Serializer>(mut input: Input<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    match input.number().map_err(S::Error::custom)? {
        Number::Unsigned(value) => serializer.serialize_u64(value),
        Number::Signed(value) => serializer.serialize_i64(value),
        Number::Other(text) => match (text.parse(), text.parse::<u128>(), nearest_f64(text)) {
            (Ok(_), _, Some(value)) | (_, Ok(_), Some(value))
                if is_into_doubles::<S>() || is_message_pack::<S>() =>
            {
                serializer.serialize_f64(value)
            }
            (Ok(value), ..) if value != 0 => serializer.serialize_i128(value),
            (_, Ok(value), _) => serializer.serialize_u128(value),
            (.., Some(value)) => serializer.serialize_f64(value),
            (.., None) => Err(S::Error::custom(format_args!(
                "the number {text} is beyond every double; `api_object::to_vec` can write it"
            ))),
        },
    }
}

/// Whether this makes a `serde_json::Value` that has doubles for the integers beyond 64 bits, and refuses them as what they are.
fn is_into_doubles<S: Serializer>() -> bool {
    static REFUSES: OnceLock<bool> = OnceLock::new();
    let refuses = || serde_json::to_value(u128::MAX).is_err();
    // A serializer need not be `'static`, so it has no `TypeId`.
    type_name::<S>() == type_name::<serde_json::value::Serializer>()
        && *REFUSES.get_or_init(refuses)
}

/// Whether this writes MessagePack, which has no integers beyond 64 bits: they would be sixteen bytes, which nobody reads as a number.
fn is_message_pack<S: Serializer>() -> bool {
    type_name::<S>().starts_with("&mut rmp_serde::")
}

fn array<S: Serializer>(inside: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut seq = serializer.serialize_seq(Some(elements(inside).count()))?;
    for value in elements(inside) {
        seq.serialize_element(&JsonText(value))?;
    }
    seq.end()
}

fn object<S: Serializer>(inside: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(members(inside).count()))?;
    for member in members(inside) {
        map.serialize_entry(&member.name, &JsonText(member.value))?;
    }
    map.end()
}

/// Writes whatever value comes as JSON text behind what is there.
pub(super) struct ToJson<'a>(pub(super) &'a mut Vec<u8>);

impl<'de> DeserializeSeed<'de> for ToJson<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match from_text::is_text::<D>() {
            true => from_text::text_of(deserializer, self.0),
            false => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for ToJson<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.0
            .extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        write_integer(self.0, value);
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        write_integer(self.0, value);
        Ok(())
    }

    fn visit_u128<E>(self, value: u128) -> Result<(), E> {
        self.0.extend_from_slice(value.to_string().as_bytes());
        Ok(())
    }

    fn visit_i128<E>(self, value: i128) -> Result<(), E> {
        self.0.extend_from_slice(value.to_string().as_bytes());
        Ok(())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::custom(format_args!("JSON has no number {value}")));
        }
        write_f64(self.0, value);
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        write_str(self.0, text.as_bytes());
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.0.push(b'[');
        while items.next_element_seed(ToJson(self.0))?.is_some() {
            self.0.push(b',');
        }
        close(self.0, b']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let start = self.0.len();
        self.0.push(b'{');
        while entries.next_key_seed(JsonKey(self.0))?.is_some() {
            self.0.push(b':');
            entries.next_value_seed(ToJson(self.0))?;
            self.0.push(b',');
        }
        close(self.0, b'}');
        let written = self.0.get(start..).unwrap_or_default();
        if let Some(number) = number_in(written).map(str::to_owned) {
            self.0.truncate(start);
            self.0.extend_from_slice(number.as_bytes());
        }
        Ok(())
    }
}

/// The key of the map as which `serde_json` hands on a number where its feature `arbitrary_precision` is
/// on, which any crate of a build may ask for. The value is the number as it was spelled.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// The number that an object, given as text without white space, stands for.
///
/// Anybody may send a member of that name. So it stands for one only if it has no other member, and if the value is a number and
/// nothing else.
pub(super) fn number_in(object: &[u8]) -> Option<&str> {
    let rest = object
        .strip_prefix(b"{\"")?
        .strip_prefix(NUMBER.as_bytes())?;
    number_in_quotes(rest.strip_prefix(b"\":")?.strip_suffix(b"}")?)
}

/// The number that stands in a string, given as JSON text.
pub(super) fn number_in_quotes(string: &[u8]) -> Option<&str> {
    let spelling = string.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    let spelling = std::str::from_utf8(spelling).ok()?;
    let mut input = Input::from_text(spelling);
    let is_number = input.number().is_ok() && input.finish().is_ok();
    // White space may follow a value, and no number ends with it.
    (is_number && !spelling.ends_with(char::is_whitespace)).then_some(spelling)
}

fn close(out: &mut Vec<u8>, bracket: u8) {
    if out.last() == Some(&b',') {
        out.pop();
    }
    out.push(bracket);
}

/// Writes a key, which JSON has as a string only.
struct JsonKey<'a>(&'a mut Vec<u8>);

impl<'de> DeserializeSeed<'de> for JsonKey<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for JsonKey<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string as key")
    }

    fn visit_str<E>(self, key: &str) -> Result<(), E> {
        write_str(self.0, key.as_bytes());
        Ok(())
    }
}

/// The JSON text of the next value of a map.
pub(super) fn next_json<'de, A: MapAccess<'de>>(entries: &mut A) -> Result<String, A::Error> {
    let mut json = Vec::with_capacity(32);
    entries.next_value_seed(ToJson(&mut json))?;
    String::from_utf8(json).map_err(A::Error::custom)
}
