//! Samples, whole and damaged, held against types that are not compiled: these tell the same of them as those that are.

use std::collections::BTreeMap;

use api_object::{Reader, Report};
use cargo_api_object::import::Options;
use cargo_api_object::judge::{Judge, Verdict};
use serde_json::{Value, json};

use crate::imported::{Outcome, Sample};

/// Holds all samples against types that are not compiled: these tell the same of them as those that are.
#[track_caller]
pub(crate) fn same_judgement(
    options: &Options,
    samples: &[Sample],
    outcomes: &BTreeMap<usize, Outcome>,
) {
    let judge = Judge::new(options, &mut |_| {}).expect("the document is read");
    let mut wrong = Vec::new();
    let mut deviating = 0;
    for sample in samples {
        let (judged, compiled) = (judged(&judge, sample), &outcomes[&sample.id]);
        deviating += usize::from(compiled.told != "\"\"");
        if judged.read != compiled.read || judged.told != compiled.told {
            wrong.push(format!(
                "{} {}\n  compiled: {:?} {}\n  judged:   {:?} {}",
                sample.id, sample.schema, compiled.read, compiled.told, judged.read, judged.told
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(deviating > 0, "samples that say nothing prove nothing");
}

/// What types that are not compiled tell of a sample, as the program below does of those that are.
fn judged(judge: &Judge, sample: &Sample) -> Outcome {
    let ty = judge
        .find(&sample.schema)
        .expect("the document has the schema");
    let json = sample.payload.as_bytes();
    let read = ty.rewrite(&Reader::new(), json);
    let told = match ty.judge(&Reader::new().fill_missing(), json) {
        Verdict::Read(report) => told(&report),
        Verdict::Refused(error) => error.to_string(),
    };
    Outcome {
        read: read.map_err(|error| error.to_string().replace('\n', "; ")),
        told: format!("{told:?}"),
    }
}

fn told(report: &Report) -> String {
    let issues = report.issues().iter();
    let lines = issues.map(|issue| format!("{issue} {:?} {:?}", issue.expected(), issue.found()));
    lines.collect::<Vec<_>>().join("\n")
}

/// Samples with one place changed: each place of the first `places`, to values of other kinds by turns, or taken away.
pub(crate) fn damaged(samples: &[Sample], places: usize, kinds: usize) -> Vec<Sample> {
    let odd = [
        json!(null),
        json!(7),
        json!("odd"),
        json!({}),
        json!(-1),
        json!([null, {}, "odd"]),
        json!(0.5),
        json!(true),
        json!({"id": "odd", "type": "odd", "object": "odd"}),
    ];
    let mut id = samples.iter().map(|sample| sample.id).max().unwrap_or(0);
    let mut all = Vec::new();
    for sample in samples {
        let whole: Value = serde_json::from_str(&sample.payload).expect("a sample is JSON");
        let mut pointers = Vec::new();
        below(&whole, "", &mut pointers);
        for (i, pointer) in pointers.iter().take(places).enumerate() {
            let turns = (0..kinds).map(|turn| odd.get((i + turn) % (odd.len() + 1)));
            for value in turns {
                id += 1;
                all.push(Sample {
                    id,
                    schema: sample.schema.clone(),
                    payload: changed(&whole, pointer, value).to_string(),
                });
            }
        }
    }
    all
}

fn below(value: &Value, at: &str, pointers: &mut Vec<String>) {
    pointers.push(at.to_owned());
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                let name = name.replace('~', "~0").replace('/', "~1");
                below(value, &format!("{at}/{name}"), pointers);
            }
        }
        Value::Array(list) => {
            for (i, value) in list.iter().enumerate() {
                below(value, &format!("{at}/{i}"), pointers);
            }
        }
        _ => {}
    }
}

/// A value with another at a place, or without what is there.
fn changed(whole: &Value, pointer: &str, value: Option<&Value>) -> Value {
    let mut changed = whole.clone();
    let parent = pointer.rsplit_once('/');
    match (value, parent) {
        (Some(value), _) => {
            if let Some(place) = changed.pointer_mut(pointer) {
                place.clone_from(value);
            }
        }
        (None, Some((parent, name))) => {
            if let Some(Value::Object(map)) = changed.pointer_mut(parent) {
                map.remove(&name.replace("~1", "/").replace("~0", "~"));
            }
        }
        (None, None) => {}
    }
    changed
}
