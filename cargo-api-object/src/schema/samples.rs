//! Samples as documents write them: beside a schema, in a vendor's extension, as a value or as its text.

use super::model::{Kind, SchemaId, Schemas};
use crate::document::Value;

/// What may stand between tokens: RFC 8259, section 2.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The samples that stand beside a schema: `example`, `examples`, and those of a vendor's own extension.
pub(super) fn samples(schema: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    found.extend(schema.get("example").cloned());
    match schema.get("examples") {
        Some(Value::List(list)) => found.extend(list.iter().cloned()),
        Some(Value::Map(map)) => found.extend(
            map.values()
                .filter_map(|example| example.get("value"))
                .cloned(),
        ),
        _ => {}
    }
    let extensions = schema.as_map().into_iter().flatten();
    let extensions = extensions.filter(|(name, _)| name.starts_with("x-"));
    found.extend(
        extensions
            .filter_map(|(_, extension)| extension.get("example"))
            .cloned(),
    );
    found.into_iter().map(unquoted).collect()
}

/// A sample that was given as its JSON text is what the text says.
pub(super) fn unquoted(sample: Value) -> Value {
    let read = match &sample {
        Value::String(text) if looks_like_json(text) => read(text),
        _ => None,
    };
    read.unwrap_or(sample)
}

pub(super) fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// What a text says that a person wrote, and no program read: a comma behind the last member or element is none.
fn read(text: &str) -> Option<Value> {
    let exact = serde_json::from_str(text).ok();
    exact.or_else(|| serde_json::from_str(&without_last_commas(text)).ok())
}

/// A text without the commas that only a closing bracket follows.
fn without_last_commas(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut in_string, mut is_escaped) = (false, false);
    for (place, character) in text.char_indices() {
        match character {
            ',' if !in_string => {
                let next = text[place + 1..].trim_start_matches(SPACE);
                let before = kept.trim_end_matches(SPACE);
                if next.starts_with(['}', ']']) && !before.ends_with(['{', '[']) {
                    continue;
                }
            }
            '"' if !is_escaped => in_string = !in_string,
            _ => {}
        }
        is_escaped = in_string && character == '\\' && !is_escaped;
        kept.push(character);
    }
    kept
}

/// Tells of the samples of objects and lists that look like JSON, and are none.
pub(super) fn unread(schemas: &mut Schemas) {
    for i in 0..schemas.nodes.len() {
        let kind = schemas.kind(SchemaId(i as u32));
        if !matches!(kind, Kind::Object(_) | Kind::Map(..) | Kind::List(..)) {
            continue;
        }
        let is_unread =
            |sample: &mut Value| matches!(sample, Value::String(text) if looks_like_json(text));
        let node = &mut schemas.nodes[i];
        if node.samples.extract_if(.., is_unread).count() > 0 {
            let place = node.place.clone();
            schemas.problem(&place, "a sample is no JSON; it shows nothing", false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::tests::{root, schemas};

    #[test]
    fn a_comma_behind_the_last_is_none() {
        let json = |text: &str| read(text).map(|value| value.to_string());
        for (text, said) in [
            ("{\"a\": [1, 2, ],\n }", r#"{"a":[1,2]}"#),
            ("[{\"a\": \"x,]\",}]", r#"[{"a":"x,]"}]"#),
            (r#"{"a": "\",}", }"#, r#"{"a":"\",}"}"#),
            (r#"{"a": "\\",}"#, r#"{"a":"\\"}"#),
            ("[\"ä\",\r\n\t]", r#"["ä"]"#),
        ] {
            assert_eq!(json(text).as_deref(), Some(said), "{text}");
        }
        for text in [
            "[1,\u{a0}]",
            "[1,,]",
            "[,]",
            "{,}",
            "{\"a\",}",
            "{a: 1,}",
            "[1, ...]",
            "{{name}}",
            "[1",
            "{\"a\": \"",
        ] {
            assert_eq!(json(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_told_where_a_text_is_no_sample() {
        let found = schemas(
            "A: {type: object, properties: {x: {type: string}}, example: '{\"x\": ...}'}\n\
             B: {type: object, properties: {y: {type: string}}, example: '{\"y\": \"1\",}'}\n\
             C: {type: string, example: '{name}'}\n\
             D: {type: object, properties: {z: {type: string}}, example: prose}",
        );
        let told = found.problems.iter();
        let told: Vec<_> = told
            .map(|problem| (problem.place.pointer.as_str(), problem.what.as_str()))
            .collect();
        assert_eq!(
            told,
            [(
                "/components/schemas/A",
                "a sample is no JSON; it shows nothing"
            )]
        );
        let samples = |name: &str| &found.node(root(&found, name).schema).samples;
        assert!(samples("A").is_empty());
        assert_eq!(samples("B")[0].to_string(), r#"{"y":"1"}"#);
        assert_eq!(samples("C")[0], Value::from("{name}"));
    }
}
