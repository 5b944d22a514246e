//! Samples of bodies that stand in a vendor's extension of an operation.

use super::super::samples::{looks_like_json, unquoted};
use crate::document::Value;

/// Answers that a vendor's extension of an operation shows, as text under the name `response`.
#[derive(Default)]
pub(super) struct Told {
    bodies: Vec<Value>,
    /// What lines of server-sent events hold.
    events: Vec<Value>,
}

impl Told {
    pub(super) fn of_operation(operation: &Value) -> Told {
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
                let before = self.events.len();
                self.events
                    .extend(read.filter(|event| matches!(event, Value::Map(_))));
                // Or nothing, which is told of the schema that it would have been a sample of.
                if self.events.len() == before && looks_like_json(text) {
                    self.bodies.push(Value::from(text));
                }
            }
            body => self.bodies.push(body),
        }
    }

    /// The samples of a media type.
    pub(super) fn of(&self, ty: &str) -> Vec<Value> {
        match ty {
            "text/event-stream" => self.events.clone(),
            ty if ty.contains("json") => self.bodies.clone(),
            _ => Vec::new(),
        }
    }
}
