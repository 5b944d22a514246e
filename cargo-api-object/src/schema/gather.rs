//! The parts of a schema: itself, and what `allOf`, references and combinators of one branch add to it.

use super::read::Reader;
use crate::document::{Place, Target, Value};

/// Keywords that ask something of a value; a part without any only annotates.
const STRUCTURE: &[&str] = &[
    "type",
    "properties",
    "additionalProperties",
    "patternProperties",
    "unevaluatedProperties",
    "items",
    "prefixItems",
    "enum",
    "const",
    "oneOf",
    "anyOf",
    "allOf",
    "required",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "discriminator",
    "format",
    "$ref",
    "$recursiveRef",
    "$dynamicRef",
];

/// Keywords that lead to other schemas.
const REFERENCES: &[&str] = &["allOf", "$ref", "$recursiveRef", "$dynamicRef"];

/// The most levels of references that one schema is put together from.
const LEVELS: usize = 30;

/// How much a schema says.
enum Weight {
    /// Nothing but prose, and that null is allowed.
    Annotation,
    /// What kind of value it is, which what it refers to says as well.
    Type,
    /// More than that.
    Structure,
}

/// The parts of one schema, in the order in which they hold.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// All that say something; what says it more closely later, annotations last.
    pub(super) all: Vec<Target>,
    /// References that were replaced by what they lead to.
    pub(super) merged: Vec<Place>,
    /// Parts whose union is being taken apart.
    pub(super) spent: Vec<Place>,
}

/// What a schema is made of.
#[derive(Debug)]
pub(super) enum Gathered {
    /// A reference, and parts that only annotate it.
    Reference(Target, Vec<Target>),
    /// Parts that are put together.
    Parts(Parts),
    /// A reference that leads nowhere, with the reason.
    Dangling(String),
}

impl Reader<'_> {
    /// The parts of a schema.
    pub(super) fn gather(&mut self, schema: &Target) -> Gathered {
        let mut leaves = Vec::new();
        let mut annotations = Vec::new();
        if let Err(why) = self.flatten(schema, &mut leaves, &mut annotations, 0) {
            return Gathered::Dangling(why);
        }
        if let [Leaf::Reference(target), Leaf::Own(_)] | [Leaf::Own(_), Leaf::Reference(target)] =
            leaves.as_slice()
            && self.has_members(target)
        {
            // What only counts members makes no other type of an object.
            let counts = |leaf: &mut Leaf| matches!(leaf, Leaf::Own(own) if only_counts(own));
            annotations.extend(leaves.extract_if(.., counts).filter_map(Leaf::own));
        }
        match leaves.as_slice() {
            [Leaf::Reference(target)] => Gathered::Reference(target.clone(), annotations),
            _ => {
                let mut parts = Parts::default();
                for leaf in leaves {
                    self.add(leaf, &mut parts, 0);
                }
                parts.all.extend(annotations);
                Gathered::Parts(parts)
            }
        }
    }

    /// Whether what a reference leads to declares members, itself or by what it is put together from.
    pub(super) fn has_members(&self, target: &Target) -> bool {
        let declares = |part: &Target| part.value().get("properties").is_some();
        let parts = self.branches(target, "allOf");
        declares(target) || parts.iter().any(declares)
    }

    /// Splits a schema into references and parts with structure, without following the references.
    pub(super) fn flatten(
        &mut self,
        schema: &Target,
        leaves: &mut Vec<Leaf>,
        annotations: &mut Vec<Target>,
        depth: usize,
    ) -> Result<(), String> {
        let dangling = match self.reference(schema) {
            Some(Ok(target)) => {
                leaves.push(Leaf::Reference(target));
                None
            }
            Some(Err(why)) => Some(why),
            None => None,
        };
        let before = leaves.len();
        for branch in self.alone(schema) {
            if depth < crate::document::DEPTH {
                self.flatten(&branch, leaves, annotations, depth + 1)?;
            }
        }
        let refers = dangling.is_some() || leaves.len() > before || self.refers(schema);
        match self.weight(schema) {
            Weight::Structure => leaves.push(Leaf::Own(schema.clone())),
            Weight::Type if !refers => leaves.push(Leaf::Own(schema.clone())),
            _ => annotations.push(schema.clone()),
        }
        match dangling {
            Some(why) if leaves.is_empty() => Err(why),
            Some(why) => {
                self.schemas
                    .problem(&schema.place, format!("{why}; it adds nothing"), false);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// How much a schema says itself, beside what it is put together from.
    fn weight(&self, schema: &Target) -> Weight {
        let value = schema.value();
        let says = |key: &str| match key {
            "oneOf" | "anyOf" => self.branches(schema, key).len() > 1,
            // That there is nothing else makes no other type.
            "unevaluatedProperties" => value.get(key).is_some_and(|said| said.as_map().is_some()),
            key => value.get(key).is_some(),
        };
        let said = STRUCTURE
            .iter()
            .filter(|key| !REFERENCES.contains(key) && says(key));
        let said: Vec<&str> = said.copied().collect();
        if said.is_empty() || self.is_only_null(schema) {
            return Weight::Annotation;
        }
        match said
            .iter()
            .all(|key| matches!(*key, "type" | "format" | "discriminator"))
        {
            true => Weight::Type,
            false => Weight::Structure,
        }
    }

    fn refers(&self, schema: &Target) -> bool {
        let value = schema.value();
        REFERENCES.iter().any(|key| value.get(key).is_some())
    }

    /// What a schema is put together from: the branches of `allOf`, and those of combinators that have only one.
    fn alone(&self, schema: &Target) -> Vec<Target> {
        let mut found = self.branches(schema, "allOf");
        for key in ["oneOf", "anyOf"] {
            if let [branch] = self.branches(schema, key).as_slice() {
                found.push(branch.clone());
            }
        }
        found
    }

    /// The branches of a combinator, without those that only allow null.
    pub(super) fn branches(&self, schema: &Target, key: &str) -> Vec<Target> {
        let all = schema.child(key);
        let count = all
            .as_ref()
            .and_then(|all| all.value().as_list())
            .map_or(0, <[_]>::len);
        let branches = (0..count).filter_map(|i| all.as_ref()?.child(&i.to_string()));
        match key {
            "allOf" => branches.collect(),
            _ => branches
                .filter(|branch| !self.is_only_null(branch))
                .collect(),
        }
    }

    /// Adds a leaf to the parts, and what it refers to, each place once.
    pub(super) fn add(&mut self, leaf: Leaf, parts: &mut Parts, depth: usize) {
        let target = match leaf {
            Leaf::Own(own) => return parts.all.push(own),
            Leaf::Reference(target) => target,
        };
        if parts.merged.contains(&target.place) {
            return;
        }
        if depth > LEVELS {
            let what = format!(
                "a schema is put together from more than {LEVELS} levels; this one adds nothing"
            );
            self.schemas.problem(&target.place, what, true);
            return;
        }
        if self.merging.contains(&target.place) {
            let what = "a schema is put together with itself; it adds nothing the second time";
            self.schemas.problem(&target.place, what, false);
            return;
        }
        parts.merged.push(target.place.clone());
        let (mut leaves, mut annotations) = (Vec::new(), Vec::new());
        match self.flatten(&target, &mut leaves, &mut annotations, 0) {
            Ok(()) => leaves
                .into_iter()
                .for_each(|leaf| self.add(leaf, parts, depth + 1)),
            Err(why) => self.schemas.problem(&target.place, why, false),
        }
    }

    /// The schema that a reference leads to, if there is one.
    pub(super) fn reference(&mut self, schema: &Target) -> Option<Result<Target, String>> {
        let value = schema.value();
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            return Some(self.documents.resolve(&schema.place, reference));
        }
        // The one that is meant is the outermost at the time, which only the reader of a value knows; here it is the one
        // that has the anchor.
        let dynamic = value.get("$dynamicRef").and_then(Value::as_str);
        if let Some(reference) = dynamic.filter(|reference| *reference != "#") {
            return Some(self.documents.resolve(&schema.place, reference));
        }
        let recursive = dynamic.is_some() || value.get("$recursiveRef").is_some();
        recursive.then(|| self.enclosing(&schema.place))
    }

    /// The schema around a place that has a name: what `$recursiveRef` means.
    fn enclosing(&self, place: &Place) -> Result<Target, String> {
        let named = place
            .pointer
            .strip_prefix("/components/schemas/")
            .and_then(|rest| rest.split('/').next())
            .map(|name| format!("#/components/schemas/{name}"));
        let file = Place {
            file: place.file,
            pointer: String::new(),
        };
        self.documents
            .resolve(&file, named.as_deref().unwrap_or("#"))
    }

    /// Whether a schema says no more than that null is allowed, as `{nullable: true}` or `{type: 'null'}` do.
    pub(super) fn is_only_null(&self, schema: &Target) -> bool {
        let value = schema.value();
        let null_words = |value: &Value| {
            value
                .as_list()
                .is_some_and(|list| !list.is_empty() && list.iter().all(|v| *v == Value::Null))
        };
        let is_null_type = |ty: &Value| {
            *ty == Value::from("null")
                || *ty == Value::Null
                || ty.as_list() == Some(&[Value::from("null")])
        };
        let others = |allowed: &[&str]| {
            !STRUCTURE
                .iter()
                .any(|key| value.get(key).is_some() && !allowed.contains(key))
        };
        let nullable = value.get("nullable").and_then(Value::as_bool) == Some(true);
        (value.get("type").is_some_and(is_null_type) && others(&["type", "enum", "const"]))
            || (value.get("enum").is_some_and(null_words) && others(&["type", "enum"]))
            || (value.get("const") == Some(&Value::Null) && others(&["const"]))
            || (nullable && others(&[]))
    }
}

/// A part of a schema that has structure.
#[derive(Debug)]
pub(super) enum Leaf {
    Own(Target),
    Reference(Target),
}

impl Leaf {
    pub(super) fn own(self) -> Option<Target> {
        match self {
            Leaf::Own(own) => Some(own),
            Leaf::Reference(_) => None,
        }
    }
}

/// Whether a schema asks nothing but how many members there are.
pub(super) fn only_counts(own: &Target) -> bool {
    const COUNTS: &[&str] = &["minProperties", "maxProperties", "type"];
    let asks = |key: &&&str| own.value().get(key).is_some() && !REFERENCES.contains(key);
    STRUCTURE
        .iter()
        .filter(asks)
        .all(|key| COUNTS.contains(key))
}
