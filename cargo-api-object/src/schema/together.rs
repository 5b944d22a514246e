//! What several parts say of one place: what all of them allow, and what is told where they allow nothing in common.

use super::gather::{Leaf, Parts, only_counts};
use super::model::{Kind, SchemaId};
use super::read::Reader;
use crate::document::{Place, Target, Value};

/// The most places that are looked through for one that is made from another.
const LOOKED: usize = 200;

/// What documents write beside a type where a value is a string or an integer, for which OpenAPI 3.0 has no type.
const EITHER: &[&str] = &["x-int-or-string", "x-kubernetes-int-or-string"];

impl Reader<'_> {
    /// One schema out of several that stand for the same member: what all of them allow.
    pub(super) fn together(&mut self, targets: &[Target]) -> Option<SchemaId> {
        let (last, others) = targets.split_last()?;
        if others.is_empty() {
            return Some(self.build(last));
        }
        let (mut leaves, mut annotations) = (Vec::new(), Vec::new());
        // What says it more closely stands last, and so its prose goes first.
        for target in targets {
            if let Err(why) = self.flatten(target, &mut leaves, &mut annotations, 0) {
                self.schemas
                    .problem(&target.place, format!("{why}; it adds nothing"), false);
            }
        }
        annotations.reverse();
        let mut leaves = self.without_bases(leaves);
        let is_whole = |leaf: &Leaf| matches!(leaf, Leaf::Reference(to) if self.has_members(to));
        if leaves.iter().any(is_whole) {
            // That it is an object, whichever, is said by what it refers to as well.
            let says_object = |leaf: &mut Leaf| matches!(leaf, Leaf::Own(own) if only_counts(own));
            annotations.extend(leaves.extract_if(.., says_object).filter_map(Leaf::own));
        }
        let is_open = |leaf: &Leaf| {
            leaf.place()
                .is_some_and(|place| self.merging.contains(place))
        };
        if leaves.len() > 1 && leaves.iter().all(is_open) {
            let what = "a schema is put together with itself; of what it refers to the last holds";
            self.schemas.problem(&last.place, what, false);
            leaves.drain(..leaves.len() - 1);
        }
        if let [Leaf::Reference(referred)] = leaves.as_slice() {
            let root = self.referred(referred);
            let schema = self.annotated(last, &annotations, Kind::Ref(root));
            return Some(self.push(schema));
        }
        let mut parts = Parts::default();
        for leaf in leaves {
            self.add(leaf, &mut parts, 0);
        }
        parts.all.extend(annotations);
        Some(self.put_together(last, parts))
    }

    /// Without references to what another one is made from, and each only once.
    fn without_bases(&self, leaves: Vec<Leaf>) -> Vec<Leaf> {
        let places: Vec<Place> = leaves.iter().filter_map(Leaf::place).cloned().collect();
        let mut seen: Vec<Place> = Vec::new();
        let keep = |leaf: &Leaf| {
            let Some(place) = leaf.place() else {
                return true;
            };
            let is_base = places
                .iter()
                .any(|other| other != place && self.is_made_from(other, place));
            let is_new = !seen.contains(place);
            seen.push(place.clone());
            is_new && !is_base
        };
        let mut keep = keep;
        leaves.into_iter().filter(|leaf| keep(leaf)).collect()
    }

    /// Whether a schema is made from another by `allOf`, directly or not.
    fn is_made_from(&self, heir: &Place, base: &Place) -> bool {
        let (mut waiting, mut seen) = (vec![base], vec![base]);
        while let Some(place) = waiting.pop() {
            for found in self.heirs.get(place).into_iter().flatten() {
                if found.place == *heir {
                    // Where both are made from each other, neither says it more closely.
                    return heir != base && !seen.contains(&heir);
                }
                if seen.len() < LOOKED && !seen.contains(&&found.place) {
                    seen.push(&found.place);
                    waiting.push(&found.place);
                }
            }
        }
        false
    }

    /// The types that all parts allow, without null.
    pub(super) fn types<'p>(&mut self, target: &Target, parts: &'p Parts) -> Vec<&'p str> {
        let types = self.named_types(target, parts);
        let says_either = |part: &Target| {
            let mut keys = EITHER.iter();
            keys.any(|key| part.value().get(key) == Some(&Value::Bool(true)))
        };
        let is_one = types.iter().all(|ty| matches!(*ty, "integer" | "string"));
        match is_one && parts.all.iter().any(says_either) {
            true => vec!["string", "integer"],
            false => types,
        }
    }

    /// The types that all parts name; where they have none in common, those of the last.
    fn named_types<'p>(&mut self, target: &Target, parts: &'p Parts) -> Vec<&'p str> {
        let mut common: Option<Vec<&str>> = None;
        for part in &parts.all {
            let named: Vec<&str> = match part.value().get("type") {
                Some(Value::String(ty)) => vec![ty.as_str()],
                Some(Value::List(types)) => types.iter().filter_map(Value::as_str).collect(),
                _ => continue,
            };
            let named = named.into_iter().filter(|ty| *ty != "null");
            let named: Vec<&str> = named.map(|ty| self.meant(&part.place, ty)).collect();
            if named.is_empty() {
                continue;
            }
            common = Some(match common {
                None => named,
                Some(known) => {
                    let both = both_types(&known, &named);
                    if both.is_empty() {
                        let what = format!(
                            "`{}` and `{}` have no value in common; the last holds",
                            known.join("`, `"),
                            named.join("`, `")
                        );
                        self.schemas.problem(&target.place, what, false);
                        named
                    } else {
                        both
                    }
                }
            });
        }
        let mut types = common.unwrap_or_default();
        let has_members = parts
            .all
            .iter()
            .any(|part| part.value().get("properties").is_some());
        // Members say more than a type that speaks against them.
        if has_members && types.len() == 1 && matches!(types[0], "string" | "array") {
            let what = format!(
                "the members of a schema of the type `{}` make it an object",
                types[0]
            );
            self.schemas.problem(&target.place, what, false);
            types = vec!["object"];
        }
        types.dedup();
        types
    }

    /// The values that all lists of values have in common; where there are none, those of the last list.
    pub(super) fn listed(&mut self, target: &Target, parts: &Parts) -> Option<Vec<Value>> {
        let mut common: Option<Vec<Value>> = None;
        for part in &parts.all {
            let value = part.value();
            let listed = value.get("enum").and_then(Value::as_list);
            let constant = value.get("const").map(std::slice::from_ref);
            for listed in [listed, constant].into_iter().flatten() {
                common = Some(match common {
                    None => listed.to_vec(),
                    Some(known) => self.common(target, &known, listed),
                });
            }
        }
        common
    }

    fn common(&mut self, target: &Target, known: &[Value], listed: &[Value]) -> Vec<Value> {
        let both = listed.iter().filter(|value| known.contains(value));
        let both: Vec<Value> = both.cloned().collect();
        let says = |values: &[Value]| values.iter().any(|value| *value != Value::Null);
        if says(&both) || !(says(known) && says(listed)) {
            return if says(listed) { both } else { known.to_vec() };
        }
        let what = "two lists of words have none in common; the last holds";
        self.schemas.problem(&target.place, what, false);
        listed.to_vec()
    }
}

impl Leaf {
    fn place(&self) -> Option<&Place> {
        match self {
            Leaf::Reference(target) => Some(&target.place),
            Leaf::Own(_) => None,
        }
    }
}

/// The types that are in both lists; an integer is a number.
fn both_types<'p>(one: &[&'p str], other: &[&'p str]) -> Vec<&'p str> {
    let mut both = Vec::new();
    for ty in other {
        let narrower = match *ty {
            "number" if !one.contains(&"number") => "integer",
            ty => ty,
        };
        let is_both = one.contains(&narrower) || (narrower == "integer" && one.contains(&"number"));
        if is_both && !both.contains(&narrower) {
            both.push(narrower);
        }
    }
    both
}
