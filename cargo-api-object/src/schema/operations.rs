//! Operations: the bodies that they send and receive, and so who sends what, and under which tag.

use super::model::{Direction, Origin, RootId, SchemaId, Schemas};
use super::read::Reader;
use super::words::{samples, unquoted};
use crate::document::{Target, Value, child};

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
}

impl Reader<'_> {
    fn operation(&mut self, operation: &Target, path: &str, method: &str, is_event: bool) {
        let value = operation.value();
        let id = value.get("operationId").and_then(Value::as_str);
        let id = id.map_or_else(|| format!("{method} {path}"), str::to_owned);
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
        if let Some(body) = operation.child("requestBody") {
            let body = self.followed(&body);
            self.content(
                &body,
                &format!("{id} request"),
                (asks, &tags),
                &Told::default(),
            );
        }
        self.responses(operation, &id, &tags);
        self.callbacks(operation);
    }

    fn responses(&mut self, operation: &Target, id: &str, tags: &[String]) {
        let answers = Direction {
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
            let (suffix, told) = match code.starts_with('2') {
                true => ("response", &told),
                false => ("error", &Told::default()),
            };
            self.content(&response, &format!("{id} {suffix}"), (answers, tags), told);
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

    /// The schemas of a body, by media type.
    fn content(
        &mut self,
        body: &Target,
        name: &str,
        (direction, tags): (Direction, &[String]),
        told: &Told,
    ) {
        let Some(content) = body.child("content") else {
            return;
        };
        let content = self.followed(&content);
        if content.place.pointer.starts_with("/components/schemas/") {
            return self.used(&content, name, direction, tags, Vec::new());
        }
        let media = content
            .value()
            .as_map()
            .into_iter()
            .flat_map(|map| map.keys());
        for ty in media.cloned().collect::<Vec<_>>() {
            let Some(media) = content.child(&ty) else {
                continue;
            };
            let direct = media.value().get("$ref").is_some();
            let media = self.followed(&media);
            let mut found = samples(media.value());
            found.extend(self.shared_samples(&media));
            found.extend(told.of(&ty));
            match media.child("schema") {
                Some(schema) => self.used(&schema, name, direction, tags, found),
                // A reference that stands where the media type should, and leads to a schema.
                None if direct => self.used(&media, name, direction, tags, Vec::new()),
                None => {}
            }
        }
    }

    /// Samples of a media type that are references to shared ones.
    fn shared_samples(&self, media: &Target) -> Vec<Value> {
        let examples = media.value().get("examples").and_then(Value::as_map);
        let references = examples
            .into_iter()
            .flatten()
            .filter_map(|(_, example)| example.get("$ref")?.as_str());
        let found = references.filter_map(|reference| {
            let target = self.documents.resolve(media.place.file, reference).ok()?;
            let value = target.value();
            value.get("value").or(Some(value)).cloned()
        });
        found.map(unquoted).collect()
    }

    /// Notes that an operation uses a schema, which gets a name if it has none.
    fn used(
        &mut self,
        schema: &Target,
        name: &str,
        direction: Direction,
        tags: &[String],
        samples: Vec<Value>,
    ) {
        let samples = self.at_hand(&schema.place, samples);
        let reference = schema
            .value()
            .as_map()
            .filter(|map| map.len() == 1)
            .and_then(|map| map.get("$ref"));
        let target = match reference.and_then(Value::as_str) {
            None => Ok(schema.clone()),
            Some(text) => self.documents.resolve(schema.place.file, text),
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
        root.direction = root.direction.with(direction);
        for tag in tags {
            if !root.tags.contains(tag) {
                root.tags.push(tag.clone());
            }
        }
    }

    /// What a reference leads to, for all that is no schema.
    fn followed(&mut self, target: &Target) -> Target {
        let mut target = target.clone();
        for _ in 0..20 {
            let Some(reference) = target.value().get("$ref").and_then(Value::as_str) else {
                break;
            };
            match self.documents.resolve(target.place.file, reference) {
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

/// Answers that a vendor's extension of an operation shows, as text under the name `response`.
#[derive(Default)]
struct Told {
    bodies: Vec<Value>,
    /// What lines of server-sent events hold.
    events: Vec<Value>,
}

impl Told {
    fn of_operation(operation: &Value) -> Told {
        let mut told = Told::default();
        let all = operation.as_map().into_iter().flatten();
        let extensions = all.filter(|(name, _)| name.starts_with("x-"));
        extensions.for_each(|(_, extension)| told.find(extension, 0));
        told
    }

    fn find(&mut self, value: &Value, depth: usize) {
        if depth > 6 {
            return;
        }
        match value {
            Value::Map(map) => {
                for (name, value) in map {
                    match (name.as_str(), value) {
                        ("response", Value::String(text)) => self.read(text),
                        (_, value) => self.find(value, depth + 1),
                    }
                }
            }
            Value::List(list) => list.iter().for_each(|value| self.find(value, depth + 1)),
            _ => {}
        }
    }

    fn read(&mut self, text: &str) {
        match unquoted(Value::from(text)) {
            // What is no JSON may be a stream.
            Value::String(_) => {
                let lines = text
                    .lines()
                    .filter_map(|line| line.trim().strip_prefix("data:"));
                let read = lines.map(|line| unquoted(Value::from(line.trim())));
                self.events
                    .extend(read.filter(|event| matches!(event, Value::Map(_))));
            }
            body => self.bodies.push(body),
        }
    }

    /// The samples of a media type.
    fn of(&self, ty: &str) -> Vec<Value> {
        match ty {
            "text/event-stream" => self.events.clone(),
            ty if ty.contains("json") => self.bodies.clone(),
            _ => Vec::new(),
        }
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
    // What twins know belongs to the one that stands for them.
    for i in 0..schemas.roots.len() {
        let twin = schemas.roots[i].twin;
        if let Some(own) = twin {
            let (direction, tags) = (schemas.roots[i].direction, schemas.roots[i].tags.clone());
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
    for tag in tags {
        if !root.tags.contains(tag) {
            root.tags.push(tag.clone());
        }
    }
}

/// The roots that a schema refers to, at any depth within it.
pub(super) fn referred(schemas: &Schemas, id: SchemaId) -> Vec<RootId> {
    let mut found = Vec::new();
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        match &schemas.node(id).kind {
            super::model::Kind::Ref(root) => found.push(*root),
            _ => open.extend(schemas.children(id)),
        }
    }
    found
}
