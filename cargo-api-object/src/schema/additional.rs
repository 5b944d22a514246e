//! Objects and maps.

use std::collections::HashMap;

use super::constraints::length;
use super::gather::Parts;
use super::model::{Additional, Kind, Length, Member, Object, SchemaId, Union};
use super::read::Reader;
use crate::document::{Target, Value};

impl Reader<'_> {
    /// An object with members, or a map.
    pub(super) fn object(&mut self, target: &Target, parts: &Parts) -> Kind {
        let schemas = members(parts);
        if schemas.is_empty() {
            return self.map(target, parts);
        }
        let mut members = Vec::new();
        for (name, schemas) in &schemas {
            let Some(schema) = self.together(schemas) else {
                continue;
            };
            members.push(Member {
                name: name.clone(),
                schema,
                required: false,
                because: Vec::new(),
                null_like: Vec::new(),
            });
        }
        for part in &parts.all {
            self.require(part, &mut members);
        }
        let additional = self.additional(parts);
        Kind::Object(Object {
            members,
            additional,
        })
    }

    /// What an object may have beside the members that it declares.
    fn additional(&mut self, parts: &Parts) -> Additional {
        let patterned = patterned(parts);
        let is_named = !patterned.is_empty();
        for (pattern, target) in patterned {
            let what = format!(
                "members whose names match `{pattern}` are kept as undeclared members, which are expected; \
                 a member is declared by its name"
            );
            let plain = self.together(std::slice::from_ref(&target));
            let plain = plain.is_none_or(|schema| self.is_plain(schema));
            self.schemas.problem(&target.place, what, !plain);
        }
        let values = named(parts);
        match self.together(&values) {
            Some(schema) if !self.is_plain(schema) => {
                let what = "members without a name have a schema; they are kept as undeclared members, which are expected";
                self.schemas.problem(&values[0].place, what, true);
                Additional::Typed(schema)
            }
            // An empty schema says no more than none.
            _ if is_named || values.iter().any(says_something) => Additional::Named,
            _ => Additional::Free,
        }
    }

    fn is_plain(&self, schema: SchemaId) -> bool {
        matches!(self.schemas.node(schema).kind, Kind::Any(None))
    }

    /// Marks what a part requires, and notes what it requires that is not there.
    fn require(&mut self, part: &Target, members: &mut [Member]) {
        let required = part.value().get("required").and_then(Value::as_list);
        let mut seen: Vec<&str> = Vec::new();
        for name in required
            .unwrap_or_default()
            .iter()
            .filter_map(Value::as_str)
        {
            if seen.contains(&name) {
                let what = format!("`{name}` is required twice");
                self.schemas.problem(&part.place, what, false);
                continue;
            }
            seen.push(name);
            match members.iter_mut().find(|member| member.name == name) {
                Some(member) => member.required = true,
                None => {
                    let what = format!(
                        "`{name}` is required, and not declared; it is kept as an undeclared member"
                    );
                    self.schemas.problem(&part.place, what, false);
                }
            }
        }
    }

    fn map(&mut self, target: &Target, parts: &Parts) -> Kind {
        let closed = parts.all.iter().any(|part| {
            part.value()
                .get("additionalProperties")
                .and_then(Value::as_bool)
                == Some(false)
        });
        let mut len = Length::default();
        for part in &parts.all {
            self.require(part, &mut []);
            length(part.value(), "minProperties", "maxProperties", &mut len);
        }
        match self.values(target, parts) {
            Some(schema) => Kind::Map(schema, len),
            None if closed => Kind::Object(Object::default()),
            None => {
                let inner = self.push_plain(target, Kind::Any(None));
                Kind::Map(inner, len)
            }
        }
    }

    /// The schema of the values of a map: all that is said of members without a name, or one of what is said of those that
    /// patterns name.
    fn values(&mut self, target: &Target, parts: &Parts) -> Option<SchemaId> {
        let named = named(parts);
        let mut patterned: Vec<Target> = patterned(parts).into_iter().map(|(_, one)| one).collect();
        // Names that are described alike tell nothing.
        patterned.dedup_by(|one, before| {
            one.place.file == before.place.file && one.value() == before.value()
        });
        let Some(first) = patterned.first() else {
            return self.together(&named);
        };
        let what = "which names members have is not part of the types";
        self.schemas.problem(&first.place, what, false);
        let mut branches: Vec<SchemaId> = patterned.iter().map(|one| self.build(one)).collect();
        branches.extend(self.together(&named));
        if let [one] = branches.as_slice() {
            return Some(*one);
        }
        let union = Union {
            branches,
            ..Union::default()
        };
        Some(self.push_plain(target, Kind::Union(union)))
    }
}

fn says_something(schema: &Target) -> bool {
    schema.value().as_map().is_some_and(|map| !map.is_empty())
}

/// The schemas of members without a name of their own, all of which hold.
fn named(parts: &Parts) -> Vec<Target> {
    let named = parts.all.iter().filter_map(|part| {
        let found = part.child("additionalProperties")?;
        found.value().as_map().is_some().then_some(found)
    });
    named.collect()
}

/// The schemas of members whose names match a pattern, with that.
fn patterned(parts: &Parts) -> Vec<(String, Target)> {
    let all = parts.all.iter();
    let all = all.filter_map(|part| part.child("patternProperties"));
    let each = all.flat_map(|patterns| {
        let map = patterns.value().as_map();
        let names: Vec<String> = map
            .into_iter()
            .flat_map(|map| map.keys())
            .cloned()
            .collect();
        let targets = names.into_iter();
        let targets = targets.filter_map(|name| Some((name.clone(), patterns.child(&name)?)));
        targets.collect::<Vec<_>>()
    });
    each.collect()
}

/// The members that the parts declare, each once, with all that the parts say of it.
fn members(parts: &Parts) -> Vec<(String, Vec<Target>)> {
    let mut members: Vec<(String, Vec<Target>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for part in &parts.all {
        let Some(properties) = part.child("properties") else {
            continue;
        };
        let names = properties
            .value()
            .as_map()
            .into_iter()
            .flat_map(|map| map.keys());
        for name in names {
            let Some(schema) = properties.child(name) else {
                continue;
            };
            let place = *places.entry(name.clone()).or_insert_with(|| {
                members.push((name.clone(), Vec::new()));
                members.len() - 1
            });
            members[place].1.push(schema);
        }
    }
    members
}
