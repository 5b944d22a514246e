//! Reads all schemas of a document: components, bodies of operations, and what these refer to.

use std::collections::{HashMap, HashSet};

use super::model::{Direction, Kind, Operations, Origin, Root, RootId, Schema, SchemaId, Schemas};
use super::{inheritance, operations, samples, simplify, tags, twins};
use crate::document::{Documents, Place, Target, Value, unescape};
use crate::plan::singular;

/// The most schemas that a document may come to.
const MOST: usize = 400_000;

/// Reads the schemas of a document, in one form.
pub fn read(documents: &Documents) -> Schemas {
    let mut reader = Reader {
        documents,
        schemas: Schemas::default(),
        by_place: HashMap::new(),
        pending: Vec::new(),
        merging: Vec::new(),
        depth: 0,
        heirs: HashMap::new(),
        referred: HashSet::new(),
    };
    let roots: Vec<_> = documents
        .named()
        .map(|(file, root)| {
            let pointer = String::new();
            Target::new(Place { file, pointer }, root)
        })
        .collect();
    if let Some(first) = roots.first() {
        reader.schemas.title = title(first.value());
        reader.schemas.links = links(first.value());
    }
    reader.heirs = inheritance::heirs(documents, &roots);
    reader.referred = referred(documents, &roots);
    for root in &roots {
        reader.components(root);
    }
    for root in &roots {
        operations::read(&mut reader, root);
    }
    reader.finish()
}

/// Where schemas have names.
const GROUPS: &[&str] = &["/components/schemas", "/definitions", "/$defs"];

/// What is known while schemas are read.
pub(super) struct Reader<'d> {
    pub(super) documents: &'d Documents,
    pub(super) schemas: Schemas,
    by_place: HashMap<Place, RootId>,
    /// Roots whose schema is not read yet.
    pending: Vec<(RootId, Target)>,
    /// Places that are being put together into another schema.
    pub(super) merging: Vec<Place>,
    pub(super) depth: usize,
    /// Which schemas are made from which by `allOf`.
    pub(super) heirs: HashMap<Place, Vec<Target>>,
    /// Places within named schemas that references lead to.
    pub(super) referred: HashSet<Place>,
}

impl Reader<'_> {
    fn components(&mut self, root: &Target) {
        for group in GROUPS {
            let group = root.at(group);
            if group.value().as_map().is_none() {
                continue;
            }
            // All schemas may lie in a file of their own.
            let group = self.followed(&group);
            let names = group.value().as_map().into_iter().flatten();
            for (name, _) in names {
                let pointer = crate::document::child(&group.place.pointer, name);
                self.component(&group.at(&pointer), name.clone());
            }
        }
        self.read_pending();
    }

    /// The root of a component. One that only says in which file it lies is what lies there.
    fn component(&mut self, target: &Target, name: String) {
        let only = target.value().as_map().filter(|map| map.len() == 1);
        let reference = only.and_then(|map| map.get("$ref")?.as_str());
        let lies = reference.and_then(|text| self.documents.resolve(&target.place, text).ok());
        match lies.filter(|lies| !self.has_name(&lies.place)) {
            Some(lies) => {
                let id = self.root(&lies, name, Origin::Component);
                self.by_place.insert(target.place.clone(), id);
            }
            None => {
                self.root(target, name, Origin::Component);
            }
        }
    }

    /// Whether what stands at a place has a name of its own.
    fn has_name(&self, place: &Place) -> bool {
        // What other files define for themselves is called by who names them.
        let mut named = self.documents.named();
        let is_document = named.any(|(file, _)| file == place.file);
        let is_component = GROUPS.iter().any(|group| {
            let name = place.pointer.strip_prefix(group);
            name.and_then(|name| name.strip_prefix('/'))
                .is_some_and(|name| !name.contains('/'))
        });
        (is_document && is_component) || self.by_place.contains_key(place)
    }

    /// The root of a place; a new one is read later.
    pub(super) fn root(&mut self, target: &Target, name: String, origin: Origin) -> RootId {
        if let Some(known) = self.by_place.get(&target.place) {
            return *known;
        }
        let id = RootId(self.schemas.roots.len() as u32);
        self.schemas.roots.push(Root {
            name,
            schema: SchemaId(0),
            place: target.place.clone(),
            origin,
            is_body: false,
            operations: Operations::default(),
            direction: Direction::default(),
            tags: Vec::new(),
            twin: None,
        });
        self.by_place.insert(target.place.clone(), id);
        self.pending.push((id, target.clone()));
        id
    }

    /// The root that a reference leads to.
    pub(super) fn referred(&mut self, target: &Target) -> RootId {
        let name = name_of(
            &target.place.pointer,
            &self.documents.name(target.place.file),
        );
        let origin = match target.place.pointer.strip_prefix("/components/schemas/") {
            Some(rest) if !rest.contains('/') => Origin::Component,
            _ => Origin::Reference,
        };
        self.root(target, name, origin)
    }

    pub(super) fn read_pending(&mut self) {
        let mut next = 0;
        while let Some((id, target)) = self.pending.get(next).cloned() {
            let schema = match self.base(&target) {
                Some(schema) => schema,
                None => self.build_here(&target),
            };
            self.schemas.roots[id.0 as usize].schema = schema;
            next += 1;
        }
        self.pending.clear();
    }

    /// Adds a schema, or one that says that there are too many.
    pub(super) fn push(&mut self, mut schema: Schema) -> SchemaId {
        if self.schemas.nodes.len() >= MOST {
            schema.kind = Kind::Any(Some(format!(
                "the document comes to more than {MOST} schemas"
            )));
        }
        let id = SchemaId(self.schemas.nodes.len() as u32);
        self.schemas.nodes.push(schema);
        id
    }

    pub(super) fn is_full(&self) -> bool {
        self.schemas.nodes.len() >= MOST
    }

    fn finish(self) -> Schemas {
        let mut schemas = self.schemas;
        simplify::unwrap_roots(&mut schemas);
        simplify::unions(&mut schemas);
        samples::unread(&mut schemas);
        tags::spread(&mut schemas);
        twins::share(&mut schemas);
        operations::spread(&mut schemas);
        schemas.problems.sort();
        schemas.problems.dedup();
        schemas
    }
}

/// Places within named schemas that references of these files lead to: what stands there is one type, wherever it is met.
fn referred(documents: &Documents, roots: &[Target]) -> HashSet<Place> {
    let mut found = HashSet::new();
    for root in roots {
        let mut open = vec![root.value()];
        while let Some(value) = open.pop() {
            let reference = value.get("$ref").and_then(Value::as_str);
            let within = reference.filter(|text| {
                let group = text.strip_prefix("#/components/schemas/");
                group.is_some_and(|rest| rest.contains('/'))
            });
            let target = within.and_then(|text| documents.resolve(&root.place, text).ok());
            found.extend(target.map(|target| target.place));
            match value {
                Value::Map(map) => open.extend(map.values()),
                Value::List(list) => open.extend(list),
                _ => {}
            }
        }
    }
    found
}

fn title(root: &Value) -> String {
    let info = |name: &str| root.get("info").and_then(|info| info.get(name)?.as_str());
    match (info("title"), info("version")) {
        (Some(title), Some(version)) => format!("{title} {version}"),
        (title, _) => title.unwrap_or_default().to_owned(),
    }
}

/// Where relative links of the prose lead to: the site of its documentation, as far as the document names one.
fn links(root: &Value) -> Option<String> {
    let at = |path: &[&str]| {
        let found = path.iter().try_fold(root, |value, name| value.get(name));
        found.and_then(Value::as_str)
    };
    let prose = at(&["info", "description"])
        .and_then(|text| text.find("https://").map(|start| &text[start..]));
    let url = at(&["externalDocs", "url"])
        .or(prose)
        .or(at(&["info", "contact", "url"]))
        .or(at(&["info", "termsOfService"]))?;
    let rest = url.strip_prefix("https://")?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')));
    let host = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
    (!host.is_empty()).then(|| format!("https://{host}"))
}

/// Parts of pointers that name nothing.
const STEPS: &[&str] = &[
    "components",
    "schemas",
    "definitions",
    "$defs",
    "properties",
    "content",
    "application~1json",
    "schema",
    "responses",
    "requestBodies",
    "paths",
    "allOf",
    "oneOf",
    "anyOf",
];

/// A name for the schema at a pointer: the last part, or those that name something.
fn name_of(pointer: &str, file: &str) -> String {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts.as_slice() {
        [] => {
            let file = file.rsplit('/').next().unwrap_or(file);
            file.split('.').next().unwrap_or(file).to_owned()
        }
        ["components", "schemas", name] | ["definitions" | "$defs", name] | [name] => {
            unescape(name)
        }
        parts => {
            let mut kept: Vec<String> = Vec::new();
            for (i, part) in parts.iter().enumerate() {
                let before = i.checked_sub(1).map(|i| parts[i]);
                match (before, *part) {
                    // What a list holds is one of what the list is called.
                    (Some(before), "items") if before != "properties" => {
                        if let Some(list) = kept.pop() {
                            kept.push(singular(&list));
                        }
                    }
                    (Some("allOf"), _) => {}
                    (_, part) if STEPS.contains(&part) && before != Some("properties") => {}
                    (_, part) => kept.push(unescape(part)),
                }
            }
            kept.join(" ")
        }
    }
}
