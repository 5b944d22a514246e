//! What is written where something else is meant or wanted: types by the names that languages have for them, and keywords whose
//! values are none.

use super::read::Reader;
use crate::document::{Place, Value};

/// What documents call types that JSON has by another name. Capitals are no matter.
const TYPES: &[(&str, &str)] = &[
    ("str", "string"),
    ("text", "string"),
    ("char", "string"),
    ("uuid", "string"),
    ("date", "string"),
    ("datetime", "string"),
    ("date-time", "string"),
    ("int", "integer"),
    ("int32", "integer"),
    ("int64", "integer"),
    ("long", "integer"),
    ("float", "number"),
    ("double", "number"),
    ("decimal", "number"),
    ("bool", "boolean"),
    ("list", "array"),
    ("map", "object"),
    ("dict", "object"),
];

/// The types of JSON.
const JSON: &[&str] = &["string", "integer", "number", "boolean", "array", "object"];

impl Reader<'_> {
    /// The type of JSON that a name means, which is told where it is another name; others stay.
    pub(super) fn meant<'t>(&mut self, place: &Place, name: &'t str) -> &'t str {
        if JSON.contains(&name) {
            return name;
        }
        let small = name.to_ascii_lowercase();
        let own = JSON.iter().find(|ty| **ty == small);
        let alias = || TYPES.iter().find(|(alias, _)| *alias == small);
        let Some(meant) = own.copied().or_else(|| alias().map(|(_, ty)| *ty)) else {
            return name;
        };
        let what = format!("`{name}` is no type of JSON; it is read as `{meant}`");
        self.schemas.problem(place, what, false);
        meant
    }
}

/// What a keyword wants, where its value is no such thing.
pub(super) fn wanted(keyword: &str, value: &Value) -> Option<&'static str> {
    let (wanted, is_it) = match keyword {
        "allOf" | "oneOf" | "anyOf" | "enum" => ("a list", matches!(value, Value::List(_))),
        "properties" | "patternProperties" | "$defs" | "definitions" => {
            ("a map", matches!(value, Value::Map(_)))
        }
        "type" => (
            "a name or a list of names",
            matches!(value, Value::String(_) | Value::List(_) | Value::Null),
        ),
        "additionalProperties" => ("a schema", is_schema(value)),
        "description" | "title" | "$ref" => {
            ("a text", matches!(value, Value::String(_) | Value::Null))
        }
        _ => return None,
    };
    (!is_it).then_some(wanted)
}

/// Whether a value may be a schema.
pub(super) fn is_schema(value: &Value) -> bool {
    matches!(value, Value::Map(_) | Value::Bool(_))
}
