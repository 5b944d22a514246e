//! Payloads that were observed: a file with one JSON value on a line.

use crate::document::{Value, parse_payload};
use crate::schema::{Kind, Root, RootId, Schemas};

/// A payload, and what it is.
#[derive(Debug, Clone)]
pub struct Observation {
    /// The schema that it belongs to.
    pub root: RootId,
    /// The payload.
    pub payload: Value,
}

/// A line that was not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// The number of the line, from 1.
    pub line: usize,
    /// Why not.
    pub why: String,
}

/// Reads lines of `{"schema": "Name", "payload": …}`, where a reference may stand for the name, or of bare payloads that tell by their `object` what they are.
pub fn observations(schemas: &Schemas, text: &str) -> (Vec<Observation>, Vec<Unmatched>) {
    let mut found = Vec::new();
    let mut unmatched = Vec::new();
    for (i, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        match observation(schemas, line) {
            Ok(observation) => found.push(observation),
            Err(why) => unmatched.push(Unmatched { line: i + 1, why }),
        }
    }
    (found, unmatched)
}

fn observation(schemas: &Schemas, line: &str) -> Result<Observation, String> {
    let value = parse_payload(line)?;
    if let (Some(name), Some(payload)) = (
        value.get("schema").and_then(Value::as_str),
        value.get("payload"),
    ) {
        let at = name.strip_prefix('#');
        let is_meant = |root: &Root| root.name == name || at == Some(root.place.pointer.as_str());
        let root = schemas.roots.iter().position(is_meant);
        let root = root.ok_or_else(|| format!("no schema is called `{name}`"))?;
        return Ok(Observation {
            root: RootId(root as u32),
            payload: payload.clone(),
        });
    }
    let word = value.get("object").and_then(Value::as_str);
    let word =
        word.ok_or("neither `schema` and `payload`, nor an `object` that tells what it is")?;
    let mut roots = schemas.own_roots().filter(|(_, root)| match schemas.kind(root.schema) {
        Kind::Object(object) => object.member("object").is_some_and(|member| {
            matches!(schemas.kind(member.schema), Kind::Words(words) if words.constant() == Some(word))
        }),
        _ => false,
    });
    match (roots.next(), roots.next()) {
        (Some((root, _)), None) => Ok(Observation {
            root,
            payload: value,
        }),
        (None, _) => Err(format!("no schema has the `object` `{word}`")),
        (Some(_), Some(_)) => Err(format!("several schemas have the `object` `{word}`")),
    }
}
