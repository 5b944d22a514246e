//! Keywords of which nothing becomes part of the types: each is told, so that nothing is lost in silence.

use super::gather::Parts;
use super::model::{Kind, SchemaId};
use super::read::Reader;
use crate::document::{Target, Value};

/// Keywords that are read wherever they stand, or only hold what others refer to.
const ANYWHERE: &[&str] = &[
    "type",
    "enum",
    "const",
    "oneOf",
    "anyOf",
    "allOf",
    "$ref",
    "$recursiveRef",
    "$dynamicRef",
    "$defs",
    "definitions",
    "discriminator",
    "nullable",
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    // Read where a schema is an object; what else they ask is told there.
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
/// Formats that choose a type.
const FORMATS: &[&str] = &[
    "int32",
    "int64",
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
                    || self.is_read(kind, keyword, value, 0);
                if !is_read {
                    told.push((part.clone(), what(keyword, value)));
                }
            }
        }
        for (part, what) in told {
            self.schemas.problem(&part.place, what, false);
        }
    }

    /// Whether schemas of a kind read a keyword.
    fn is_read(&self, kind: &Kind, keyword: &str, value: &Value, depth: usize) -> bool {
        let among = |keywords: &[&str]| keywords.contains(&keyword);
        let is_format = || {
            value
                .as_str()
                .is_some_and(|format| FORMATS.contains(&format))
        };
        match kind {
            Kind::Map(..) => among(OF_MAPS),
            Kind::List(..) => among(OF_LISTS),
            Kind::Text(_) => among(OF_TEXTS),
            Kind::Integer(..) | Kind::Number(_) => match keyword {
                "format" => is_format(),
                "multipleOf" => value
                    .as_number()
                    .is_some_and(|number| number.as_f64() > 0.0),
                _ => among(OF_NUMBERS),
            },
            // Of several types, or of what branches have in common.
            Kind::Union(union) if depth < 2 => {
                let kind = |branch: &SchemaId| &self.schemas.node(*branch).kind;
                let mut branches = union.branches.iter().map(kind);
                branches.any(|branch| self.is_read(branch, keyword, value, depth + 1))
            }
            _ => false,
        }
    }

    /// Tells what a schema that is only a reference says beside it, and is no annotation.
    pub(super) fn untold_beside(&mut self, parts: &[Target]) {
        for part in parts {
            for (keyword, value) in part.value().as_map().into_iter().flatten() {
                let is_read = ANYWHERE.contains(&keyword.as_str()) || keyword.starts_with("x-");
                let is_type = keyword == "format";
                if !is_read && !is_type {
                    self.schemas
                        .problem(&part.place, what(keyword, value), false);
                }
            }
        }
    }
}

/// What is told of a keyword.
fn what(keyword: &str, value: &Value) -> String {
    match (keyword, value) {
        ("format", Value::String(format)) => format!("the format `{format}` is not asked"),
        ("multipleOf", _) => format!("`multipleOf` of {value} is not asked"),
        _ => format!("`{keyword}` is not part of the types"),
    }
}
