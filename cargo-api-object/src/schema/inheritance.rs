//! Inheritance: a base with a discriminator, and the schemas that are made from it by `allOf`.

use std::collections::{HashMap, VecDeque};

use super::model::{Discriminator, Kind, SchemaId, Union};
use super::read::Reader;
use crate::document::{Documents, Place, Target, Value, child};

/// Which components are made from which place.
pub(super) fn heirs(documents: &Documents, roots: &[Target]) -> HashMap<Place, Vec<Target>> {
    let mut heirs: HashMap<Place, Vec<Target>> = HashMap::new();
    let groups = ["/components/schemas", "/definitions"];
    let groups = roots
        .iter()
        .flat_map(|root| groups.map(|group| (root, group)));
    for (root, group) in groups {
        let names = root.at(group);
        let names = names
            .value()
            .as_map()
            .into_iter()
            .flat_map(|map| map.keys());
        for name in names {
            let heir = root.at(&child(group, name));
            let branches = heir.value().get("allOf").and_then(Value::as_list);
            for branch in branches.unwrap_or_default() {
                let reference = branch.get("$ref").and_then(Value::as_str);
                let base = reference.and_then(|text| documents.resolve(&heir.place, text).ok());
                if let Some(base) = base {
                    heirs.entry(base.place).or_default().push(heir.clone());
                }
            }
        }
    }
    heirs
}

/// The member that a discriminator names; in Swagger 2.0 that is all it says.
pub(super) fn discriminating(schema: &Value) -> Option<&str> {
    match schema.get("discriminator")? {
        Value::String(member) => Some(member),
        discriminator => discriminator.get("propertyName")?.as_str(),
    }
}

/// The word that a vendor's extension gives an heir, for which Swagger 2.0 has no place.
fn own_word(heir: &Value) -> Option<&str> {
    let keys = ["x-ms-discriminator-value", "x-discriminator-value"];
    keys.iter().find_map(|key| heir.get(key)?.as_str())
}

impl Reader<'_> {
    /// A base with a discriminator as the union of its heirs; none where it is no base.
    pub(super) fn base(&mut self, target: &Target) -> Option<SchemaId> {
        let value = target.value();
        let member = discriminating(value)?.to_owned();
        if value.get("oneOf").is_some() || value.get("anyOf").is_some() {
            return None;
        }
        let mapping: Vec<_> = self
            .mapping(target)
            .into_iter()
            .filter(|(_, heir)| heir.place != target.place)
            .collect();
        let mut heirs: Vec<Target> = mapping.iter().map(|(_, heir)| heir.clone()).collect();
        if heirs.is_empty() {
            heirs = self.heirs.get(&target.place).cloned().unwrap_or_default();
        }
        let heirs = self.with_descendants(target, heirs);
        if heirs.is_empty() {
            return None;
        }
        let mut branches = Vec::new();
        let mapping = mapping.into_iter();
        let mut mapping: Vec<_> = mapping
            .map(|(word, heir)| (word, self.referred(&heir)))
            .collect();
        for heir in &heirs {
            let root = self.referred(heir);
            branches.push(self.push_plain(heir, Kind::Ref(root)));
            if let Some(word) = own_word(heir.value())
                && mapping.iter().all(|(_, known)| *known != root)
            {
                mapping.push((word.to_owned(), root));
            }
        }
        let union = Union {
            branches,
            discriminator: Some(Discriminator { member, mapping }),
            ..Union::default()
        };
        let schema = self.annotated(target, &[], Kind::Union(union));
        Some(self.push(schema))
    }

    /// Each heir once, and behind them those that are made from these.
    fn with_descendants(&self, base: &Target, heirs: Vec<Target>) -> Vec<Target> {
        let mut found: Vec<Target> = Vec::new();
        let mut waiting: VecDeque<Target> = heirs.into();
        while let Some(heir) = waiting.pop_front() {
            let is_known = found.iter().any(|known| known.place == heir.place);
            if is_known || heir.place == base.place {
                continue;
            }
            waiting.extend(self.heirs.get(&heir.place).into_iter().flatten().cloned());
            found.push(heir);
        }
        found
    }

    /// Whether a schema is an object within one that others are made from, and so within them as well: it is one type.
    pub(super) fn is_inherited(&self, target: &Target) -> bool {
        const GROUP: &str = "/components/schemas/";
        let pointer = &target.place.pointer;
        let Some((name, within)) = pointer
            .strip_prefix(GROUP)
            .and_then(|rest| rest.split_once('/'))
        else {
            return false;
        };
        let base = Place {
            file: target.place.file,
            pointer: format!("{GROUP}{name}"),
        };
        let members = target.value().get("properties").and_then(Value::as_map);
        members.is_some_and(|members| !members.is_empty())
            && format!("/{within}").contains("/properties/")
            && self.heirs.contains_key(&base)
    }

    /// The words of a discriminator and where they lead, without those that lead nowhere.
    pub(super) fn mapping(&mut self, target: &Target) -> Vec<(String, Target)> {
        let discriminator = target.value().get("discriminator");
        let mapping = discriminator.and_then(|found| found.get("mapping")?.as_map());
        let mut found = Vec::new();
        for (word, reference) in mapping.into_iter().flatten() {
            let Some(text) = reference.as_str() else {
                continue;
            };
            // A mapping may name a component without saying that it is one.
            let named = format!("#{}", child("/components/schemas", text));
            let place = &target.place;
            let leads = self.documents.resolve(place, &named);
            match leads.or_else(|_| self.documents.resolve(place, text)) {
                Ok(heir) => found.push((word.clone(), heir)),
                Err(why) => {
                    let what =
                        format!("the word `{word}` of the discriminator means nothing: {why}");
                    self.schemas.problem(&target.place, what, false);
                }
            }
        }
        found
    }
}
