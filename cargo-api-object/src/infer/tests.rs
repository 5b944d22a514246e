//! What is inferred from samples has nothing to say against them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use api_object::Reader;

use super::*;
use crate::judge::{Type, Verdict};

/// The samples of a file, by the name of their schema.
fn samples(path: &Path) -> BTreeMap<String, Vec<Value>> {
    let text = std::fs::read_to_string(path).expect("the samples can be read");
    let mut all: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in text.lines() {
        let mut line = parse_payload(line).expect("a line is JSON");
        let schema = line
            .get("schema")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let schema = schema.chars().filter(char::is_ascii_alphanumeric).collect();
        if let Value::Map(map) = &mut line
            && let Some(payload) = map.swap_remove("payload")
        {
            all.entry(schema).or_default().push(payload);
        }
    }
    all
}

/// Each schema's samples, held against the type that is inferred from them: none breaks it, and none of its members is unknown.
#[track_caller]
fn hold(path: &Path) {
    let mut wrong = Vec::new();
    for (schema, samples) in samples(path) {
        let name = format!("T{schema}");
        let (_, plan) = planned(&name, samples.clone()).unwrap();
        let (_, ty) = &plan.roots[0];
        let ty = Type::of(&plan, ty);
        for sample in samples {
            let json = sample.to_string();
            match ty.judge(&Reader::new(), json.as_bytes()) {
                Verdict::Read(report) if report.is_empty() => {}
                Verdict::Read(report) => wrong.push(format!("{schema}: {report}")),
                Verdict::Refused(error) => wrong.push(format!("{schema}: {error}")),
            }
        }
        declared(&name, vec![Value::Null]).unwrap();
    }
    assert!(
        wrong.is_empty(),
        "{} deviate:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn own_samples() {
    hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/samples.jsonl"));
}

/// The samples of vendors are not part of this repository.
#[test]
fn samples_of_vendors() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let corpus = std::env::var_os("API_OBJECT_CORPUS").map_or_else(beside, PathBuf::from);
    for vendor in ["openai", "dropbox-sign"] {
        let cases = corpus.join(vendor).join("cases.jsonl");
        match cases.exists() {
            true => hold(&cases),
            false => println!("no samples at {}: nothing is asked", cases.display()),
        }
    }
}

#[test]
fn one_odd_object_does_not_sink_the_others() {
    let inferred = |json: &str| {
        let sample = parse_payload(json).expect("it is JSON");
        declared("Sample", vec![sample]).expect("something is inferred")
    };
    let list = inferred(r#"[{"id": 1, "toys": [{"a": 1}]}, {"id": 2, "toys": []}]"#);
    assert!(
        list.contains("pub type Sample = Items<SampleItem>;"),
        "{list}"
    );
    assert!(list.contains("toys: Vec<SampleItemToy>,"), "{list}");
    let scalar = declared("Sample", vec![Value::Null, Value::Bool(true)]);
    let scalar = scalar.expect("something is inferred");
    assert!(
        scalar.contains("pub type Sample = Option<bool>;"),
        "{scalar}"
    );
    let page = inferred(r#"{"results": [{"id": 1}], "next": null}"#);
    assert!(page.contains("results: Items<SampleResult>,"), "{page}");
}
