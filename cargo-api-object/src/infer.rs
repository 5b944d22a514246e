//! A first declaration from samples alone: they become a schema, and that goes the way of any document's.

mod sketch;
#[cfg(test)]
mod tests;

use crate::document::{Documents, Map, Value, parse_payload};
use crate::emit::emit_alone;
use crate::evidence::{self, Observation};
use crate::payloads::Payload;
use crate::plan::{Plan, plan};
use crate::schema::{self, RootId, Schemas};

/// A declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inferred {
    /// The text of a file.
    pub text: String,
    /// How many samples there were.
    pub samples: usize,
    /// What was of no use.
    pub notes: Vec<String>,
}

/// Infers a type of this name from payloads, each with the name of its file.
///
/// # Errors
/// Says in words that there is nothing to infer from, or that the name is none.
pub fn infer(name: &str, payloads: &[(String, Payload)]) -> Result<Inferred, String> {
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if !is_name || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(format!(
            "`{name}` is no name of a type; write one such as `TrainingJob`"
        ));
    }
    let mut samples = Vec::new();
    let mut notes = Vec::new();
    for (file, payload) in payloads {
        match sample(name, payload) {
            Ok(sample) => samples.extend(sample),
            Err(why) => notes.push(format!("{file}:{} was not used: {why}", payload.line)),
        }
    }
    if samples.is_empty() {
        let why = notes.first().map(|note| format!("; {note}"));
        return Err(format!("there is no sample{}", why.unwrap_or_default()));
    }
    let count = samples.len();
    let text = declared(name, samples)?;
    Ok(Inferred {
        text,
        samples: count,
        notes,
    })
}

/// The sample of a payload; none where it says that it is one of another schema.
fn sample(name: &str, payload: &Payload) -> Result<Option<Value>, String> {
    let json = payload.json.as_ref().map_err(Clone::clone)?;
    let value = parse_payload(json)?;
    match (
        value.get("schema").and_then(Value::as_str),
        value.get("payload"),
    ) {
        (Some(schema), Some(payload)) => Ok((schema == name).then(|| payload.clone())),
        _ => Ok(Some(value)),
    }
}

fn declared(name: &str, samples: Vec<Value>) -> Result<String, String> {
    let (count, s) = (samples.len(), if samples.len() == 1 { "" } else { "s" });
    let (schemas, plan) = planned(name, samples)?;
    let head = format!(
        "`{name}`, and its parts.\n\nMade from {count} sample{s} by `cargo api-object infer`, and meant to be edited."
    );
    emit_alone(&schemas, &plan, &head)
}

/// The types of samples. The first root is that of the samples.
fn planned(name: &str, samples: Vec<Value>) -> Result<(Schemas, Plan), String> {
    let all: Vec<&Value> = samples.iter().collect();
    let mut root = sketch::schema("", &all);
    let (count, s) = (all.len(), if all.len() == 1 { "" } else { "s" });
    if let Value::Map(map) = &mut root {
        let docs = format!("Inferred from {count} sample{s}.");
        map.insert("description".to_owned(), Value::String(docs));
    }
    let document = document(name, root);
    let documents = Documents::from_text("samples", &document.to_string())
        .map_err(|error| error.to_string())?;
    let mut schemas = schema::read(&documents);
    let root = schemas.roots.iter().position(|root| root.name == name);
    let root = root.ok_or("a mistake of this program: the schema is gone")?;
    // Samples are what somebody answered.
    schemas.roots[root].is_body = true;
    let root = RootId(root as u32);
    let observed = samples
        .into_iter()
        .map(|payload| Observation { root, payload });
    let facts = evidence::gather(&schemas, &observed.collect::<Vec<_>>());
    let plan = plan(&schemas, &facts);
    Ok((schemas, plan))
}

/// A document of one component.
fn document(name: &str, schema: Value) -> Value {
    let text = |text: &str| Value::from(text);
    let map = |members: Vec<(&str, Value)>| {
        let members = members.into_iter();
        Value::Map(
            members
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map>(),
        )
    };
    map(vec![
        ("openapi", text("3.1.0")),
        (
            "info",
            map(vec![("title", text(name)), ("version", text(""))]),
        ),
        ("paths", map(Vec::new())),
        (
            "components",
            map(vec![("schemas", map(vec![(name, schema)]))]),
        ),
    ])
}
