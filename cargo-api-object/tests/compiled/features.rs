//! All documents of the tests in one crate: it compiles, and reads and writes a sample of each feature.

use cargo_api_object::import::Options;

use crate::imported::{Imports, Sample, fixture, same, samples};
use crate::judged::{damaged, same_judgement};

/// The documents, which are imported as the files of one.
const FILES: &[&str] = &[
    "nullable",
    "numbers",
    "words",
    "names",
    "required",
    "alone",
    "inheritance",
    "unions",
    "receipts",
    "reviewed",
    "envelopes",
    "keywords",
    "operations",
    "hostile",
    "several",
    "evidence",
    "formats",
    "broken",
    "nothing",
    "habits",
    "ids",
    "pages",
    "kinds",
];

#[test]
fn every_feature_compiles_and_keeps_its_samples() {
    let options = Options {
        files: FILES
            .iter()
            .map(|name| fixture(&format!("{name}.yaml")))
            .collect(),
        overlays: vec![fixture("overlay.yaml")],
        ..Options::default()
    };
    let imports = Imports::new("features-imported", &options);
    let samples: Vec<Sample> = samples(&fixture("samples.jsonl"));
    let all: Vec<Sample> = samples
        .iter()
        .cloned()
        .chain(damaged(&samples, 30, 10))
        .collect();
    let outcomes = imports.decode(&all);
    let mut wrong = Vec::new();
    for sample in &samples {
        match &outcomes[&sample.id].read {
            Ok(text) if same(text, &sample.payload) => {}
            outcome => wrong.push(format!("{} {}: {outcome:?}", sample.schema, sample.payload)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    same_judgement(&options, &all, &outcomes);
}
