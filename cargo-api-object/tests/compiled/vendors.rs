//! Whole documents of vendors, imported, compiled, and held against all samples of their vendors.
//!
//! The documents are not part of this repository. They are looked for in the folder that the variable `API_OBJECT_CORPUS`
//! names, or else in `../shared/corpus` beside the workspace; without them the tests say so and pass.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::imported::{Imports, Outcome, Sample, same, samples};
use crate::judged::{damaged, same_judgement};
use cargo_api_object::import::Options;

#[test]
fn openai() {
    hold("openai", "cases.jsonl", 798, 798);
}

#[test]
fn dropbox_sign() {
    hold("dropbox-sign", "cases.jsonl", 120, 120);
}

/// The same with no more evidence than the document's own samples. It takes as long again, and is asked for by
/// `cargo test -p cargo-api-object --test compiled -- --ignored --nocapture`.
#[test]
#[ignore = "takes as long as all others of this file together; the line above says how it is asked for"]
fn documents_alone() {
    // The others contradict the document, and it does not show them, or in a text that is no JSON.
    hold("openai", "", 798, 795);
    // Its samples are files that are not in the corpus, so that the document is believed where they contradict it.
    hold("dropbox-sign", "", 120, 115);
}

/// Imports a vendor's document with a file of payloads as evidence, if one is named; at least so many of all cases must be
/// read, and all of these come back.
#[track_caller]
fn hold(vendor: &str, observed: &str, cases: usize, read: usize) {
    let folder = corpus().join(vendor);
    if !folder.join("openapi.yaml").exists() {
        println!("no corpus at {}: nothing is asked", folder.display());
        return;
    }
    let options = Options {
        files: vec![folder.join("openapi.yaml")],
        observe: (!observed.is_empty())
            .then(|| folder.join(observed))
            .into_iter()
            .collect(),
        ..Options::default()
    };
    let imports = Imports::new(
        &format!(
            "{vendor}-{}",
            if observed.is_empty() {
                "alone"
            } else {
                "imported"
            }
        ),
        &options,
    );
    // What is built is checked, with every warning an error.
    let samples = samples(&folder.join("cases.jsonl"));
    let all: Vec<Sample> = samples
        .iter()
        .cloned()
        .chain(damaged(&samples, 12, 2))
        .collect();
    let outcomes = imports.decode(&all);
    let table = Table::of(&samples, &outcomes);
    table.print(vendor);
    assert_eq!(samples.len(), cases, "samples");
    assert_eq!(table.changed, 0, "samples that did not come back");
    assert!(table.read >= read, "{} samples were read", table.read);
    same_judgement(&options, &all, &outcomes);
}

#[derive(Default)]
struct Table {
    cases: usize,
    read: usize,
    changed: usize,
    reasons: BTreeMap<String, Vec<usize>>,
}

impl Table {
    fn of(samples: &[Sample], outcomes: &BTreeMap<usize, Outcome>) -> Table {
        let mut table = Table::default();
        for sample in samples {
            table.cases += 1;
            let reason = match outcomes.get(&sample.id).map(|outcome| &outcome.read) {
                Some(Ok(text)) => {
                    table.read += 1;
                    if same(text, &sample.payload) {
                        continue;
                    }
                    table.changed += 1;
                    format!("{}: changed", sample.schema)
                }
                Some(Err(why)) => format!("{}: {why}", sample.schema),
                None => format!("{}: no answer", sample.schema),
            };
            table.reasons.entry(reason).or_default().push(sample.id);
        }
        table
    }

    fn print(&self, vendor: &str) {
        println!(
            "{vendor}: {} samples, {} read, {} of them come back",
            self.cases,
            self.read,
            self.read - self.changed
        );
        for (reason, ids) in &self.reasons {
            println!("  {ids:?} {reason}");
        }
    }
}

fn corpus() -> PathBuf {
    match std::env::var_os("API_OBJECT_CORPUS") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus"),
    }
}
