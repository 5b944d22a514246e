//! Real documents: every fine-tuning job among a vendor's samples, held against the model declaration.
//!
//! The samples are not part of this repository. They are looked for in the folder that the variable
//! `API_OBJECT_CORPUS` names, or else in `../shared/corpus` beside the workspace; without them the
//! test says so and passes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::value::RawValue;

#[path = "../examples/fine_tuning_job/declaration.rs"]
#[allow(unreachable_pub)] // An SDK exports them; a test has nobody to export them to.
mod declaration;
mod json_value;

use declaration::FineTuningJob;
use json_value::JsonValue;

#[derive(Deserialize)]
struct Case<'a> {
    id: u32,
    #[serde(borrow)]
    schema: &'a str,
    /// The vendor's text: numbers and escapes as they were written.
    #[serde(borrow)]
    payload: &'a RawValue,
}

/// A fine-tuning job in a case: the case, a pointer to it, its text.
struct Sample<'a> {
    case: u32,
    pointer: String,
    json: &'a str,
}

/// What became of a sample.
#[derive(Debug, PartialEq)]
enum Outcome {
    /// Read: how many violations, drifts and notes; whether its state can be told.
    Read(usize, usize, usize, bool),
    /// Refused: the pointers.
    Refused(Vec<String>),
}

impl Outcome {
    fn lacks_seed() -> Self {
        Outcome::Refused(vec!["/seed".to_owned()])
    }
}

#[test]
fn fine_tuning_jobs_of_a_vendor() {
    let file = corpus().join("openai/cases.jsonl");
    let Ok(lines) = std::fs::read_to_string(&file) else {
        println!("no corpus at {}: nothing is asked", file.display());
        return;
    };
    let cases: Vec<Case<'_>> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("a case"))
        .collect();
    let samples: Vec<Sample<'_>> = cases.iter().flat_map(jobs).collect();
    let outcomes = samples
        .iter()
        .map(|sample| ((sample.case, sample.pointer.clone()), outcome(sample)));
    let outcomes: BTreeMap<_, _> = outcomes.collect();
    print_table(&outcomes);
    let expected = [
        (40, Outcome::Read(0, 2, 2, true)),
        (499, Outcome::lacks_seed()),
        // Here and in the next two, no error is written as an object of nulls, or as an empty one.
        (501, Outcome::Read(1, 5, 0, false)),
        (503, Outcome::Read(1, 5, 1, false)),
        (505, Outcome::Read(1, 5, 4, false)),
        (507, Outcome::lacks_seed()),
        (510, Outcome::Read(0, 1, 2, true)),
        (511, Outcome::lacks_seed()),
        (514, Outcome::lacks_seed()),
        (515, Outcome::lacks_seed()),
    ];
    let expected = expected.map(|(case, outcome)| ((case, String::new()), outcome));
    assert_eq!(outcomes, BTreeMap::from(expected));
}

fn corpus() -> PathBuf {
    match std::env::var_os("API_OBJECT_CORPUS") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus"),
    }
}

/// The payload, where it is a job, and every job in a list below it.
fn jobs<'a>(case: &Case<'a>) -> Vec<Sample<'a>> {
    let mut found = Vec::new();
    collect(case, case.payload.get(), String::new(), &mut found);
    let is_job = case.schema == "FineTuningJob" && found.iter().all(|job| !job.pointer.is_empty());
    if is_job {
        found.push(Sample {
            case: case.id,
            pointer: String::new(),
            json: case.payload.get(),
        });
    }
    found
}

fn collect<'a>(case: &Case<'a>, json: &'a str, pointer: String, found: &mut Vec<Sample<'a>>) {
    if let Ok(members) = serde_json::from_str::<BTreeMap<String, &'a RawValue>>(json) {
        if members
            .get("object")
            .is_some_and(|word| word.get() == "\"fine_tuning.job\"")
        {
            found.push(Sample {
                case: case.id,
                pointer: pointer.clone(),
                json,
            });
        }
        for (name, value) in members {
            collect(case, value.get(), format!("{pointer}/{name}"), found);
        }
    } else if let Ok(items) = serde_json::from_str::<Vec<&'a RawValue>>(json) {
        for (place, item) in items.into_iter().enumerate() {
            collect(case, item.get(), format!("{pointer}/{place}"), found);
        }
    }
}

/// Reads a sample; what can be read must come back, by both writers, and be read alike by serde.
fn outcome(sample: &Sample<'_>) -> Outcome {
    let Sample { case, json, .. } = sample;
    let job = match api_object::from_str::<FineTuningJob>(json) {
        Ok(job) => job,
        Err(error) => {
            assert!(
                serde_json::from_str::<FineTuningJob>(json).is_err(),
                "{case}"
            );
            return Outcome::Refused(
                error
                    .issues()
                    .map(|at| at.issue.pointer.to_string())
                    .collect(),
            );
        }
    };
    let sent = JsonValue::read(json);
    assert_eq!(
        JsonValue::read(&api_object::to_string(&job)),
        sent,
        "{case}"
    );
    let mut theirs = std::io::Cursor::new(Vec::new());
    serde_json::to_writer(&mut theirs, &job).expect("serde_json writes it");
    let theirs = String::from_utf8(theirs.into_inner()).expect("UTF-8");
    assert_eq!(JsonValue::read(&theirs), sent, "{case}");
    if let Ok(read) = serde_json::from_str::<FineTuningJob>(json) {
        assert_eq!(read, *job, "{case}");
    }
    let report = job.report();
    let (violations, drift, notes) = (
        report.violations().count(),
        report.drift().count(),
        report.notes().count(),
    );
    Outcome::Read(violations, drift, notes, job.state().is_ok())
}

fn print_table(outcomes: &BTreeMap<(u32, String), Outcome>) {
    println!("case  outcome");
    for ((case, pointer), outcome) in outcomes {
        match outcome {
            Outcome::Read(violations, drift, notes, told) => println!(
                "{case}{pointer}  read: {violations} violations, {drift} drifts, {notes} notes, state {}",
                if *told { "told" } else { "contradicted" }
            ),
            Outcome::Refused(pointers) => {
                println!("{case}{pointer}  refused at {}", pointers.join(", "));
            }
        }
    }
}
