//! Operations: the bodies that they send and receive, and so who sends what, and under which tag.

mod body;
mod media;
mod told;

use super::model::{Direction, Kind, Operations, Origin, RootId, SchemaId, Schemas};
use super::read::Reader;
use crate::document::{Target, Value, child};
use body::only_reference;
use told::Told;

const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Reads the bodies of all operations of a file.
pub(super) fn read(reader: &mut Reader<'_>, root: &Target) {
    for (group, is_event) in [
        ("/paths", false),
        ("/webhooks", true),
        ("/x-webhooks", true),
    ] {
        let paths = root.at(group);
        let names = paths
            .value()
            .as_map()
            .into_iter()
            .flat_map(|map| map.keys());
        for name in names.cloned().collect::<Vec<_>>() {
            let item = root.at(&child(group, &name));
            let item = reader.followed(&item);
            for method in METHODS {
                if let Some(operation) = item.child(method) {
                    reader.operation(&operation, &name, method, is_event);
                }
            }
        }
    }
    reader.read_pending();
    tags(reader, root);
}

/// What the document says of its tags.
fn tags(reader: &mut Reader<'_>, root: &Target) {
    let tags = root.value().get("tags").and_then(Value::as_list);
    for tag in tags.into_iter().flatten() {
        let text = |key: &str| tag.get(key).and_then(Value::as_str).map(str::trim);
        if let (Some(name), Some(docs)) = (text("name"), text("description"))
            && !docs.is_empty()
        {
            let told = (name.to_owned(), docs.to_owned());
            reader.schemas.tags.push(told);
        }
    }
}

impl Reader<'_> {
    fn operation(&mut self, operation: &Target, path: &str, method: &str, is_event: bool) {
        let value = operation.value();
        let id = value.get("operationId").and_then(Value::as_str);
        let id = match (id, is_event) {
            (Some(id), _) => id.to_owned(),
            (None, true) => path.to_owned(),
            (None, false) => format!("{method} {path}"),
        };
        let tags = value
            .get("tags")
            .and_then(Value::as_list)
            .unwrap_or_default();
        let tags: Vec<String> = tags
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        let asks = Direction {
            request: !is_event,
            response: is_event,
            update: !is_event && is_update(&id, path, method),
        };
        let mut operations = Operations::default();
        let label = format!("{} {path}", method.to_uppercase());
        match is_event {
            true => operations.events.push(path.to_owned()),
            false => operations.taking.push(label.clone()),
        }
        if let Some(body) = self.body(operation) {
            let suffix = if is_event { "event" } else { "request" };
            self.content(
                &body,
                &self.body_name(&body, &id, suffix),
                &Use {
                    direction: asks,
                    tags: &tags,
                    operations,
                },
                &Told::default(),
            );
        }
        let label = (!is_event).then_some(label);
        self.responses(operation, &id, label.as_deref(), &tags);
        self.callbacks(operation);
    }

    fn responses(&mut self, operation: &Target, id: &str, label: Option<&str>, tags: &[String]) {
        let direction = Direction {
            response: true,
            ..Direction::default()
        };
        let told = Told::of_operation(operation.value());
        let Some(responses) = operation.child("responses") else {
            return;
        };
        let codes = responses
            .value()
            .as_map()
            .into_iter()
            .flat_map(|map| map.keys());
        for code in codes.cloned().collect::<Vec<_>>() {
            let Some(response) = responses.child(&code) else {
                continue;
            };
            let response = self.followed(&response);
            let mut operations = Operations::default();
            let (suffix, told) = match is_answer(&code, responses.value()) {
                true => {
                    operations.answering.extend(label.map(str::to_owned));
                    ("response", &told)
                }
                false => {
                    operations.failing.extend(label.map(str::to_owned));
                    ("error", &Told::default())
                }
            };
            let used = Use {
                direction,
                tags,
                operations,
            };
            let name = self.body_name(&response, id, suffix);
            self.content(&response, &name, &used, told);
        }
    }

    fn callbacks(&mut self, operation: &Target) {
        let Some(callbacks) = operation.child("callbacks") else {
            return;
        };
        let names = callbacks
            .value()
            .as_map()
            .into_iter()
            .flat_map(|map| map.keys());
        for name in names.cloned().collect::<Vec<_>>() {
            let Some(callback) = callbacks.child(&name) else {
                continue;
            };
            let callback = self.followed(&callback);
            let paths = callback
                .value()
                .as_map()
                .into_iter()
                .flat_map(|map| map.keys());
            for path in paths.cloned().collect::<Vec<_>>() {
                for method in METHODS {
                    let called = callback.child(&path).and_then(|item| item.child(method));
                    if let Some(called) = called {
                        self.operation(&called, &name, method, true);
                    }
                }
            }
        }
    }

    /// Notes that an operation uses a schema, which gets a name if it has none.
    fn used(&mut self, schema: &Target, name: &str, by: &Use<'_>, samples: Vec<Value>) {
        let samples = self.at_hand(&schema.place, samples);
        let target = match only_reference(schema.value()) {
            None => Ok(schema.clone()),
            Some(text) => self.documents.resolve(&schema.place, text),
        };
        let root = match target {
            Ok(target) if target.place != schema.place => self.referred(&target),
            Ok(_) if schema.place.pointer.starts_with("/components/schemas/") => {
                self.referred(schema)
            }
            Ok(target) => self.root(&target, name.to_owned(), Origin::Body),
            Err(why) => return self.schemas.problem(&schema.place, why, true),
        };
        self.read_pending();
        let schema = self.schemas.roots[root.0 as usize].schema;
        self.schemas.node_mut(schema).samples.extend(samples);
        let root = &mut self.schemas.roots[root.0 as usize];
        root.is_body = true;
        root.direction = root.direction.with(by.direction);
        root.operations.add(&by.operations);
        add(&mut root.tags, by.tags);
    }

    /// What a reference leads to, for all that is no schema.
    pub(super) fn followed(&mut self, target: &Target) -> Target {
        let mut target = target.clone();
        for _ in 0..20 {
            let Some(reference) = target.value().get("$ref").and_then(Value::as_str) else {
                break;
            };
            match self.documents.resolve(&target.place, reference) {
                Ok(next) => target = next,
                Err(why) => {
                    self.schemas.problem(&target.place, why, true);
                    break;
                }
            }
        }
        target
    }
}

/// What an operation does with a body.
struct Use<'t> {
    direction: Direction,
    tags: &'t [String],
    operations: Operations,
}

/// Adds what is not there yet.
fn add(known: &mut Vec<String>, new: &[String]) {
    for one in new {
        if !known.contains(one) {
            known.push(one.clone());
        }
    }
}

impl Operations {
    fn add(&mut self, other: &Operations) {
        add(&mut self.taking, &other.taking);
        add(&mut self.answering, &other.answering);
        add(&mut self.failing, &other.failing);
        add(&mut self.events, &other.events);
    }
}

impl Direction {
    /// Both.
    fn with(self, other: Direction) -> Direction {
        Direction {
            request: self.request || other.request,
            response: self.response || other.response,
            update: self.update || other.update,
        }
    }
}

/// Whether a response is the one where nothing is wrong: its code says so, or there is no other.
fn is_answer(code: &str, responses: &Value) -> bool {
    let is_good = |code: &str| code.starts_with('2');
    let mut codes = responses.as_map().into_iter().flatten();
    is_good(code) || (code == "default" && !codes.any(|(code, _)| is_good(code)))
}

fn is_update(id: &str, path: &str, method: &str) -> bool {
    let id = id.to_lowercase();
    let says = ["update", "modify", "edit", "patch"]
        .iter()
        .any(|word| id.starts_with(word));
    method == "patch" || (says && path.ends_with('}'))
}

/// Lets what roots refer to have their direction and tags, too.
pub(super) fn spread(schemas: &mut Schemas) {
    let starts: Vec<RootId> = schemas.own_roots().map(|(id, _)| id).collect();
    // What a body is only another name of is one, too.
    for i in 0..schemas.roots.len() {
        let root = &schemas.roots[i];
        if let (true, Kind::Ref(to)) = (root.is_body, &schemas.node(root.schema).kind) {
            let to = schemas.shared(*to);
            schemas.roots[to.0 as usize].is_body = true;
        }
    }
    // What twins know belongs to the one that stands for them.
    for i in 0..schemas.roots.len() {
        let twin = schemas.roots[i].twin;
        if let Some(own) = twin {
            let (direction, tags) = (schemas.roots[i].direction, schemas.roots[i].tags.clone());
            let operations = schemas.roots[i].operations.clone();
            schemas.roots[own.0 as usize].operations.add(&operations);
            schemas.roots[own.0 as usize].is_body |= schemas.roots[i].is_body;
            note(schemas, own, direction, &tags);
        }
    }
    let given: Vec<_> = starts
        .into_iter()
        .map(|id| {
            (
                id,
                schemas.root(id).direction,
                schemas.root(id).tags.clone(),
            )
        })
        .filter(|(_, direction, _)| *direction != Direction::default())
        .collect();
    for (start, direction, tags) in given {
        // A part of an update is changed as a whole.
        let below = Direction {
            update: false,
            ..direction
        };
        let mut seen = vec![false; schemas.roots.len()];
        let mut open = vec![schemas.root(start).schema];
        seen[start.0 as usize] = true;
        while let Some(id) = open.pop() {
            for found in referred(schemas, id) {
                let found = schemas.shared(found);
                if !std::mem::replace(&mut seen[found.0 as usize], true) {
                    note(schemas, found, below, &tags);
                    open.push(schemas.root(found).schema);
                }
            }
        }
    }
}

fn note(schemas: &mut Schemas, id: RootId, direction: Direction, tags: &[String]) {
    let root = &mut schemas.roots[id.0 as usize];
    root.direction = root.direction.with(direction);
    add(&mut root.tags, tags);
}

/// The roots that a schema refers to, at any depth within it.
pub(super) fn referred(schemas: &Schemas, id: SchemaId) -> Vec<RootId> {
    let mut found = Vec::new();
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        match &schemas.node(id).kind {
            Kind::Ref(root) => found.push(*root),
            _ => open.extend(schemas.children(id)),
        }
    }
    found
}
