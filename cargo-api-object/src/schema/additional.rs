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
        let always = by_name(&parts.all);
        let at_times = conditional(parts).into_iter();
        let at_times = at_times.filter(|(name, _)| always.iter().all(|(known, _)| known != name));
        let at_times: Vec<_> = at_times.collect();
        if always.is_empty() && at_times.is_empty() {
            return self.map(target, parts);
        }
        let mut members = Vec::new();
        for (name, schemas) in &always {
            let schema = self.together(schemas);
            members.extend(schema.map(|schema| member(name, schema)));
        }
        for part in &parts.all {
            self.require(part, &mut members);
        }
        for (name, schemas) in &at_times {
            let schema = self.one_of(target, schemas);
            members.push(member(name, schema));
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
        Some(self.union_of(target, branches))
    }

    /// One of some schemas.
    fn one_of(&mut self, target: &Target, schemas: &[Target]) -> SchemaId {
        let branches = schemas.iter().map(|one| self.build(one)).collect();
        self.union_of(target, branches)
    }

    fn union_of(&mut self, target: &Target, branches: Vec<SchemaId>) -> SchemaId {
        if let [one] = branches.as_slice() {
            return *one;
        }
        let union = Union {
            branches,
            ..Union::default()
        };
        self.push_plain(target, Kind::Union(union))
    }
}

fn member(name: &str, schema: SchemaId) -> Member {
    Member {
        name: name.to_owned(),
        schema,
        required: false,
        because: Vec::new(),
        null_like: Vec::new(),
    }
}

fn says_something(schema: &Target) -> bool {
    schema.value().as_map().is_some_and(|map| !map.is_empty())
}

/// The schemas of members without a name of their own, all of which hold.
fn named(parts: &Parts) -> Vec<Target> {
    let keys = ["additionalProperties", "unevaluatedProperties"];
    let named = keys
        .iter()
        .flat_map(|key| parts.all.iter().filter_map(|part| part.child(key)));
    named
        .filter(|found| found.value().as_map().is_some())
        .collect()
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

/// The members that are declared for values of which something holds.
fn conditional(parts: &Parts) -> Vec<(String, Vec<Target>)> {
    let mut found = Vec::new();
    for part in &parts.all {
        found.extend(["then", "else"].iter().filter_map(|key| part.child(key)));
        let Some(dependent) = part.child("dependentSchemas") else {
            continue;
        };
        let names = dependent.value().as_map().into_iter();
        let names: Vec<String> = names.flat_map(|map| map.keys()).cloned().collect();
        found.extend(names.iter().filter_map(|name| dependent.child(name)));
    }
    by_name(&found)
}

/// The members that parts declare, each once, with all that the parts say of it.
fn by_name(parts: &[Target]) -> Vec<(String, Vec<Target>)> {
    let mut members: Vec<(String, Vec<Target>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for part in parts {
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
