//! Keywords of which nothing becomes part of the types: each is told, so that nothing is lost in silence.

use super::branches::only_requires;
use super::format::Format;
use super::gather::Parts;
use super::model::{Kind, SchemaId};
use super::read::Reader;
use super::spelled;
use crate::document::{Target, Value};
use crate::plan::of_format;

/// Keywords that are read wherever they stand, or only hold what others refer to.
const ANYWHERE: &[&str] = &[
    "type",
    "enum",
    "const",
    "allOf",
    "$ref",
    "$id",
    "$recursiveRef",
    "$dynamicRef",
    "$defs",
    "definitions",
    "$anchor",
    "$dynamicAnchor",
    "nullable",
    "description",
    "example",
    "examples",
    "deprecated",
    // Told of where a schema is annotated.
    "title",
    "default",
    "readOnly",
    "writeOnly",
];
/// What else these ask is told where an object is read.
const OF_OBJECTS: &[&str] = &[
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
];
const OF_MAPS: &[&str] = &["minProperties", "maxProperties"];
const OF_LISTS: &[&str] = &[
    "items",
    "prefixItems",
    "additionalItems",
    "minItems",
    "maxItems",
    "uniqueItems",
];
const OF_TEXTS: &[&str] = &["minLength", "maxLength", "pattern"];
const OF_NUMBERS: &[&str] = &[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];
const OF_LENGTHS: &[&str] = &["minItems", "maxItems", "minLength", "maxLength"];
/// Formats that choose a type.
const FORMATS: &[&str] = &[
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float",
    "double",
    "unixtime",
    "unix-time",
    "timestamp",
    "unix-timestamp",
];

impl Reader<'_> {
    /// Tells what the parts of a schema say and its kind has no place for.
    pub(super) fn untold(&mut self, kind: &Kind, parts: &Parts) {
        let mut told = Vec::new();
        for part in parts
            .all
            .iter()
            .filter(|part| !parts.spent.contains(&part.place))
        {
            for (keyword, value) in part.value().as_map().into_iter().flatten() {
                let is_read = ANYWHERE.contains(&keyword.as_str())
                    || keyword.starts_with("x-")
                    || self.is_read(kind, part, (keyword, value), 0);
                if !is_read || spelled::wanted(keyword, value).is_some() {
                    told.push((part.clone(), what(keyword, value)));
                }
            }
        }
        for (part, what) in told {
            self.schemas.problem(&part.place, what, false);
        }
    }

    /// Whether schemas of a kind read a keyword.
    fn is_read(
        &self,
        kind: &Kind,
        part: &Target,
        (keyword, value): (&str, &Value),
        depth: usize,
    ) -> bool {
        let among = |keywords: &[&str]| keywords.contains(&keyword);
        match (keyword, kind) {
            ("oneOf" | "anyOf", kind) => {
                // One branch is put together with the rest, and what goes together is told of already.
                let branches = self.branches(part, keyword);
                matches!(kind, Kind::Union(_))
                    || branches.len() < 2
                    || branches.iter().all(|branch| only_requires(branch.value()))
            }
            ("discriminator", Kind::Union(_)) => true,
            ("unevaluatedProperties", Kind::Object(_) | Kind::Map(..)) => value.as_map().is_some(),
            ("discriminator", _) => self.heirs.contains_key(&part.place),
            ("format", Kind::Integer(..) | Kind::Number(_)) => value
                .as_str()
                .is_some_and(|format| FORMATS.contains(&format)),
            (_, Kind::Object(_)) => among(OF_OBJECTS),
            (_, Kind::Map(..)) if among(OF_MAPS) => is_length(value),
            (_, Kind::Map(..)) => among(OF_OBJECTS),
            (_, Kind::List(..)) if keyword.ends_with("Items") && keyword.starts_with('m') => {
                among(OF_LISTS) && is_length(value)
            }
            (_, Kind::List(..)) => among(OF_LISTS),
            ("pattern", Kind::Text(_)) => value.as_str().is_some(),
            ("format", Kind::Text(_)) => value
                .as_str()
                .is_some_and(|name| Format::named(name).is_some() || of_format(name).is_some()),
            (_, Kind::Text(_)) => among(OF_TEXTS) && is_length(value),
            (_, Kind::Integer(..) | Kind::Number(_)) => {
                among(OF_NUMBERS) && is_bound(keyword, value, part.value())
            }
            // Of several types, or of what branches have in common.
            (_, Kind::Union(_)) if among(OF_OBJECTS) => true,
            (_, Kind::Union(union)) if depth < 2 => {
                let kind = |branch: &SchemaId| &self.schemas.node(*branch).kind;
                let mut branches = union.branches.iter().map(kind);
                branches.any(|branch| self.is_read(branch, part, (keyword, value), depth + 1))
            }
            _ => false,
        }
    }

    /// Tells what is said of a place of which types have no room for it.
    pub(super) fn untold_notes(&mut self, target: &Target) {
        let mut steps = target.place.pointer.rsplit('/');
        let name = steps.next().unwrap_or_default().to_owned();
        let is_member = steps.next() == Some("properties");
        let value = target.value();
        let says = |name: &str| {
            value
                .get(name)
                .is_some_and(|value| *value != Value::Bool(false))
        };
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
        let letters = |text: &str| -> String {
            let letters = text.chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        let (title, description) = (letters(text("title")), letters(text("description")));
        let mut told = Vec::new();
        if !description.is_empty() && !description.contains(&title) && letters(&name) != title {
            let what = "the title is left out: the documentation is the description";
            told.push(what.to_owned());
        }
        for keyword in ["default", "readOnly", "writeOnly"] {
            if !is_member && says(keyword) {
                told.push(format!(
                    "`{keyword}` is not part of the types, save of a member's"
                ));
            }
        }
        for what in told {
            self.schemas.problem(&target.place, what, false);
        }
    }

    /// Tells what a schema that is only a reference says beside it, and is no annotation.
    pub(super) fn untold_beside(&mut self, parts: &[Target]) {
        for part in parts {
            for (keyword, value) in part.value().as_map().into_iter().flatten() {
                let is_read = ANYWHERE.contains(&keyword.as_str()) || keyword.starts_with("x-");
                let is_type = matches!(keyword.as_str(), "format" | "discriminator");
                let is_alone = matches!(keyword.as_str(), "oneOf" | "anyOf")
                    && self.branches(part, keyword).len() < 2;
                if !is_read && !is_type && !is_alone {
                    self.schemas
                        .problem(&part.place, what(keyword, value), false);
                }
            }
        }
    }
}

/// What is told of a keyword.
fn what(keyword: &str, value: &Value) -> String {
    if let Some(wanted) = spelled::wanted(keyword, value) {
        return format!(
            "`{keyword}` is {}, and not {wanted}; it is not read",
            value.kind()
        );
    }
    match (keyword, value) {
        ("format", Value::String(format)) => format!("the format `{format}` is not asked"),
        ("multipleOf", _) => format!("`multipleOf` of {value} is not asked"),
        ("minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum", value)
            if !matches!(value, Value::Number(_) | Value::Bool(_)) =>
        {
            format!("`{keyword}` of {value} is not asked: a bound is a number that a double holds")
        }
        (keyword, value)
            if (OF_MAPS.contains(&keyword) || OF_LENGTHS.contains(&keyword))
                && !is_length(value) =>
        {
            format!(
                "`{keyword}` of {value} is not asked: a length is a whole number that is not negative"
            )
        }
        _ => format!("`{keyword}` is not part of the types"),
    }
}

fn is_length(value: &Value) -> bool {
    let whole = value.as_number().and_then(|number| number.as_whole());
    whole.is_some_and(|whole| u64::try_from(whole).is_ok())
}

/// Whether a value is what a keyword of numbers wants beside it.
fn is_bound(keyword: &str, value: &Value, schema: &Value) -> bool {
    let is_number = |name: &str| {
        schema
            .get(name)
            .is_some_and(|value| value.as_number().is_some())
    };
    match (keyword, value) {
        ("multipleOf", value) => value
            .as_number()
            .is_some_and(|number| number.as_f64() > 0.0),
        ("exclusiveMinimum", Value::Bool(excluded)) => !excluded || is_number("minimum"),
        ("exclusiveMaximum", Value::Bool(excluded)) => !excluded || is_number("maximum"),
        (_, value) => value.as_number().is_some(),
    }
}
