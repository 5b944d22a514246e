//! Where the body of an operation stands, and which schema it is.

use super::super::read::Reader;
use crate::document::{Target, Value, child, unescape};

impl Reader<'_> {
    /// What an operation takes. In Swagger 2.0 it is one of the parameters.
    pub(super) fn body(&mut self, operation: &Target) -> Option<Target> {
        if let Some(body) = operation.child("requestBody") {
            return Some(self.followed(&body));
        }
        let parameters = operation.child("parameters")?;
        let count = parameters.value().as_list().map_or(0, <[_]>::len);
        (0..count).find_map(|i| {
            let parameter = self.followed(&parameters.child(&i.to_string())?);
            let is_body = parameter.value().get("in") == Some(&Value::from("body"));
            is_body.then_some(parameter)
        })
    }

    /// What the schema of a body is called that has no name: as the component that the body is, or else after its operation.
    pub(super) fn body_name(&self, body: &Target, operation: &str, suffix: &str) -> String {
        const GROUPS: &[&str] = &[
            "/components/responses/",
            "/components/requestBodies/",
            "/responses/",
        ];
        let pointer = &body.place.pointer;
        let mut names = GROUPS
            .iter()
            .filter_map(|group| pointer.strip_prefix(group));
        let Some(name) = names.find(|name| !name.contains('/')).map(unescape) else {
            return format!("{operation} {suffix}");
        };
        // A schema with that name is another.
        let is_schema = |group: &str| *body.at(&child(group, &name)).value() != Value::Null;
        match is_schema("/components/schemas") || is_schema("/definitions") {
            true => format!("{name} {suffix}"),
            false => name,
        }
    }
}

/// The reference that a schema is, by itself, as the only part that it is made of, or beside what only people read.
pub(super) fn only_reference(schema: &Value) -> Option<&str> {
    const PROSE: &[&str] = &["description", "summary", "title", "$comment", "$defs"];
    let is_prose = |key: &str| PROSE.contains(&key) || key.starts_with("x-");
    let map = schema.as_map()?;
    let mut keys = map.keys().filter(|key| !is_prose(key));
    let (Some(key), None) = (keys.next(), keys.next()) else {
        return None;
    };
    match (key.as_str(), map[key].as_list()) {
        ("$ref", _) => map[key].as_str(),
        ("allOf", Some([part])) if part.get("allOf").is_none() => only_reference(part),
        _ => None,
    }
}
