//! The branches of a union, and what its schema says beside them.

use super::gather::Parts;
use super::inheritance::discriminating;
use super::model::{Discriminator, Kind, SchemaId, Union};
use super::read::Reader;
use crate::document::{Target, Value};
use crate::plan::of_format;

/// Keywords that tell by themselves what kind of value a branch is.
const KINDS: &[&str] = &[
    "type",
    "enum",
    "const",
    "$ref",
    "$recursiveRef",
    "$dynamicRef",
    "allOf",
    "oneOf",
    "anyOf",
    "properties",
    "additionalProperties",
    "patternProperties",
    "items",
    "prefixItems",
];

impl Reader<'_> {
    /// A union, where a part is one of several; what else the parts say is said of each.
    pub(super) fn union(&mut self, parts: &Parts) -> Option<Kind> {
        let mut found: Vec<(usize, Vec<Target>, usize)> = Vec::new();
        let fresh = parts
            .all
            .iter()
            .enumerate()
            .filter(|(_, part)| !parts.spent.contains(&part.place));
        for (i, part) in fresh {
            for key in ["oneOf", "anyOf"] {
                let branches = self.branches(part, key);
                if branches.len() < 2 {
                    continue;
                }
                if branches.iter().all(|branch| only_requires(branch.value())) {
                    let what = "which members go together is not part of the types";
                    self.schemas.problem(&part.place, what, false);
                } else {
                    let declaring = branches.iter().filter(|branch| self.declares(branch));
                    let declaring = declaring.count();
                    found.push((i, branches, declaring));
                }
            }
        }
        let most = found.iter().map(|(.., declaring)| *declaring).max()?;
        let held = found
            .iter()
            .position(|(.., declaring)| *declaring == most)?;
        let (of, branches, _) = found.remove(held);
        for (other, ..) in found {
            let what = "of several unions in one schema only the one that declares most is part of the types";
            self.schemas.problem(&parts.all[other].place, what, false);
        }
        let beside = parts
            .all
            .iter()
            .any(|part| part.value().get("properties").is_some());
        let required = match beside {
            true => Vec::new(),
            false => required(parts),
        };
        let discriminator = self.discriminator(&parts.all[of]);
        let is_typed = parts
            .all
            .iter()
            .any(|part| part.value().get("type").is_some());
        let branches = branches.iter().map(|branch| {
            match beside || (is_typed && says_no_kind(branch.value())) {
                false => self.build(branch),
                true => self.branch_with(parts, branch),
            }
        });
        Some(Kind::Union(Union {
            branches: branches.collect(),
            discriminator,
            required,
        }))
    }

    /// Gives branches that are whole numbers the width that stands beside the union.
    pub(super) fn width_beside(&mut self, target: &Target, parts: &Parts, kind: &Kind) {
        let Kind::Union(union) = kind else {
            return;
        };
        let format = self.format(target, parts);
        let Some(width) = format.filter(|format| of_format(format).is_some()) else {
            return;
        };
        for branch in &union.branches {
            if let Kind::Integer(_, own @ None) = &mut self.schemas.node_mut(*branch).kind {
                *own = Some(width.clone());
            }
        }
    }

    /// Whether a branch of a union declares members, itself or by what it refers to.
    fn declares(&mut self, branch: &Target) -> bool {
        match self.reference(branch) {
            Some(Ok(target)) => self.has_members(&target),
            Some(Err(_)) => false,
            None => self.has_members(branch),
        }
    }

    /// A branch of a union beside which its schema says what the branch does not: members, or the kind of value.
    fn branch_with(&mut self, parts: &Parts, branch: &Target) -> SchemaId {
        let (mut leaves, mut annotations) = (Vec::new(), Vec::new());
        if let Err(why) = self.flatten(branch, &mut leaves, &mut annotations, 0) {
            let kind = self.reduced(branch, &why);
            return self.push_plain(branch, kind);
        }
        let mut together = Parts::default();
        together.all.extend(parts.all.iter().cloned());
        together.merged.clone_from(&parts.merged);
        together.spent = parts.all.iter().map(|part| part.place.clone()).collect();
        leaves
            .into_iter()
            .for_each(|leaf| self.add(leaf, &mut together, 0));
        together.all.extend(annotations);
        self.put_together(branch, together)
    }

    fn discriminator(&mut self, part: &Target) -> Option<Discriminator> {
        let member = discriminating(part.value())?.to_owned();
        let mapping = self.mapping(part).into_iter();
        let mapping = mapping
            .map(|(word, heir)| (word, self.referred(&heir)))
            .collect();
        Some(Discriminator { member, mapping })
    }
}

/// What the parts of a schema require, each once.
fn required(parts: &Parts) -> Vec<String> {
    let lists = parts
        .all
        .iter()
        .filter_map(|part| part.value().get("required")?.as_list());
    let mut names: Vec<String> = Vec::new();
    for name in lists.flatten().filter_map(Value::as_str) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Whether a branch only asks something of a value whose kind is told beside the union, as `{minimum: 5}` does. A boolean asks
/// nothing.
fn says_no_kind(branch: &Value) -> bool {
    branch
        .as_map()
        .is_some_and(|map| !KINDS.iter().any(|key| map.contains_key(*key)))
}

/// Whether a branch says nothing but which members are required.
pub(super) fn only_requires(branch: &Value) -> bool {
    branch.as_map().is_some_and(|map| {
        map.keys()
            .all(|key| matches!(key.as_str(), "required" | "not" | "title" | "description"))
    })
}
