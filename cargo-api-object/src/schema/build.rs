//! One schema out of its parts.

use super::constraints::{bounds, length};
use super::format::Format;
use super::gather::{Gathered, Parts};
use super::model::{Bounds, Kind, Length, Schema, SchemaId, Text, Union};
use super::read::Reader;
use super::spelled::is_schema;
use super::told;
use crate::document::{DEPTH, Target, Value};
use crate::plan::of_format;

impl Reader<'_> {
    /// Reads the schema at a place; one that references lead to is read once, as a root.
    pub(super) fn build(&mut self, target: &Target) -> SchemaId {
        if !self.referred.contains(&target.place) && !self.is_inherited(target) {
            return self.build_here(target);
        }
        let root = self.referred(target);
        self.push_plain(target, Kind::Ref(root))
    }

    /// Reads the schema at a place.
    pub(super) fn build_here(&mut self, target: &Target) -> SchemaId {
        if self.depth > DEPTH || self.is_full() {
            let kind = self.reduced(target, "schemas are nested without end");
            return self.push_plain(target, kind);
        }
        if *target.value() == Value::Bool(false) {
            let what = "no value is allowed here; what comes is kept";
            self.schemas.problem(&target.place, what, false);
        }
        if !is_schema(target.value()) {
            let what = format!("{} is no schema; what comes is kept", target.value().kind());
            let kind = self.reduced(target, &what);
            return self.push_plain(target, kind);
        }
        match self.gather(target) {
            Gathered::Dangling(why) => {
                let kind = self.reduced(target, &why);
                self.push_plain(target, kind)
            }
            Gathered::Reference(referred, annotations) => {
                let root = self.referred(&referred);
                self.untold_beside(&annotations);
                let schema = self.annotated(target, &annotations, Kind::Ref(root));
                self.push(schema)
            }
            Gathered::Parts(parts) => self.put_together(target, parts),
        }
    }

    /// Makes a schema out of parts, of which the place is the outermost.
    pub(super) fn put_together(&mut self, target: &Target, parts: Parts) -> SchemaId {
        let known = self.merging.len();
        self.merging.extend(parts.merged.iter().cloned());
        self.depth += 1;
        let kind = self.kind(target, &parts);
        self.untold(&kind, &parts);
        self.depth -= 1;
        self.merging.truncate(known);
        let numbers = match kind {
            Kind::Integer(..) | Kind::Number(_) => told::of_numbers(&parts),
            _ => Vec::new(),
        };
        let mut annotations = vec![target.clone()];
        annotations.extend(parts.all);
        let mut schema = self.annotated(target, &annotations, kind);
        schema.list(&numbers);
        self.push(schema)
    }

    fn kind(&mut self, target: &Target, parts: &Parts) -> Kind {
        if let Some(kind) = self.words(target, parts) {
            return kind;
        }
        if let Some(kind) = self.union(parts) {
            self.width_beside(target, parts, &kind);
            return kind;
        }
        let types = self.types(target, parts);
        match types.as_slice() {
            [] => {
                let nulls = parts
                    .all
                    .iter()
                    .any(|part| part.value().get("type").is_some());
                match (guessed(parts), nulls) {
                    (Some(ty), _) => self.of_type(target, parts, ty),
                    (None, _) => Kind::Any(None),
                }
            }
            [ty] => self.of_type(target, parts, ty),
            types => {
                let branches = types.iter().map(|ty| {
                    let kind = self.of_type(target, parts, ty);
                    self.push_plain(target, kind)
                });
                let branches = branches.collect();
                Kind::Union(Union {
                    branches,
                    ..Union::default()
                })
            }
        }
    }

    fn of_type(&mut self, target: &Target, parts: &Parts, ty: &str) -> Kind {
        let values = || parts.all.iter().map(Target::value);
        match ty {
            "object" => self.object(target, parts),
            "array" => self.list(target, parts),
            "boolean" => Kind::Bool(None),
            "string" => {
                let mut len = Length::default();
                values().for_each(|value| length(value, "minLength", "maxLength", &mut len));
                let mut patterns = Vec::new();
                for pattern in values().filter_map(|value| value.get("pattern")?.as_str()) {
                    if !patterns.iter().any(|known| known == pattern) {
                        patterns.push(pattern.to_owned());
                    }
                }
                let format = self.format(target, parts);
                Kind::Text(Text {
                    len,
                    format: format.as_deref().and_then(Format::named),
                    patterns,
                    number: format.as_deref().and_then(of_format),
                })
            }
            "integer" | "number" => {
                let mut found = Bounds::default();
                values().for_each(|value| bounds(value, &mut found));
                match ty {
                    "integer" => Kind::Integer(found, self.format(target, parts)),
                    _ => Kind::Number(found),
                }
            }
            other => self.reduced(target, &format!("`{other}` is no type of JSON")),
        }
    }

    /// The format, of which a value has only one.
    pub(super) fn format(&mut self, target: &Target, parts: &Parts) -> Option<String> {
        let formats = parts
            .all
            .iter()
            .filter_map(|part| part.value().get("format"));
        let mut formats = formats.filter_map(Value::as_str);
        let first = formats.next()?;
        if let Some(other) = formats.find(|other| *other != first) {
            let what = format!("of the formats `{first}` and `{other}` the first holds");
            self.schemas.problem(&target.place, what, false);
        }
        Some(first.to_owned())
    }

    fn list(&mut self, target: &Target, parts: &Parts) -> Kind {
        let mut len = Length::default();
        let values = || parts.all.iter().map(Target::value);
        values().for_each(|value| length(value, "minItems", "maxItems", &mut len));
        let unique = values().any(|v| v.get("uniqueItems").and_then(Value::as_bool) == Some(true));
        let items: Vec<Target> = parts
            .all
            .iter()
            .filter_map(|part| part.child("items"))
            .collect();
        let tuple = values().any(|value| value.get("prefixItems").is_some())
            || items.iter().any(|items| items.value().as_list().is_some());
        let inner = match tuple {
            true => self.places(target, parts, &mut len),
            false => self.together(&items),
        };
        let inner = match inner {
            Some(inner) => inner,
            None => {
                let why = "the document does not say what the list holds";
                let kind = self.reduced(target, why);
                self.push_plain(target, kind)
            }
        };
        Kind::List(inner, len, unique)
    }

    /// What the places of a list hold that has a schema for each of them: one of these.
    fn places(&mut self, target: &Target, parts: &Parts, len: &mut Length) -> Option<SchemaId> {
        let mut places: Vec<Target> = Vec::new();
        let mut rest = None;
        for part in &parts.all {
            for keyword in ["prefixItems", "items"] {
                let Some(found) = part.child(keyword) else {
                    continue;
                };
                match found.value() {
                    Value::List(list) => {
                        places.extend((0..list.len()).filter_map(|i| found.child(&i.to_string())));
                    }
                    _ => rest = Some(found),
                }
            }
            rest = part.child("additionalItems").or(rest);
        }
        match rest.as_ref().map(Target::value) {
            Some(Value::Bool(false)) => {
                let most = places.len() as u64;
                len.high = Some(len.high.map_or(most, |high| high.min(most)));
            }
            Some(Value::Map(_)) => places.extend(rest),
            _ => {}
        }
        let what = "which place of the list holds which value is not part of the types";
        self.schemas.problem(&target.place, what, false);
        let branches: Vec<SchemaId> = places.iter().map(|place| self.build(place)).collect();
        match branches.as_slice() {
            [] => None,
            [one] => Some(*one),
            _ => {
                let union = Union {
                    branches,
                    ..Union::default()
                };
                Some(self.push_plain(target, Kind::Union(union)))
            }
        }
    }

    /// Raw JSON, and why.
    pub(super) fn reduced(&mut self, target: &Target, why: &str) -> Kind {
        self.schemas.problem(&target.place, why, true);
        Kind::Any(Some(why.to_owned()))
    }

    /// A schema without prose.
    pub(super) fn push_plain(&mut self, target: &Target, kind: Kind) -> SchemaId {
        self.push(Schema::plain(target.place.clone(), kind))
    }
}

/// The type that keywords tell where none is named.
fn guessed(parts: &Parts) -> Option<&'static str> {
    const TOLD: &[(&str, &str)] = &[
        ("properties", "object"),
        ("additionalProperties", "object"),
        ("patternProperties", "object"),
        ("required", "object"),
        ("minProperties", "object"),
        ("maxProperties", "object"),
        ("items", "array"),
        ("prefixItems", "array"),
        ("minItems", "array"),
        ("maxItems", "array"),
        ("uniqueItems", "array"),
        ("pattern", "string"),
        ("minLength", "string"),
        ("maxLength", "string"),
        ("minimum", "number"),
        ("maximum", "number"),
        ("exclusiveMinimum", "number"),
        ("exclusiveMaximum", "number"),
        ("multipleOf", "number"),
    ];
    let said = |key: &str| parts.all.iter().any(|part| part.value().get(key).is_some());
    TOLD.iter().find(|(key, _)| said(key)).map(|(_, ty)| *ty)
}
