//! A declaration that is inferred from samples compiles, and reads and writes them.

use cargo_api_object::emit::OutFile;
use cargo_api_object::import::{Imported, NamedType};
use cargo_api_object::infer::infer;
use cargo_api_object::payloads::Form;
use cargo_api_object::report::Coverage;

use crate::imported::{Imports, Sample, fixture, same};

#[test]
fn what_is_inferred_compiles_and_keeps_its_samples() {
    let text = std::fs::read_to_string(fixture("inferred.jsonl")).unwrap();
    let payloads = Form::Lines.payloads(&text).into_iter();
    let payloads: Vec<_> = payloads.map(|one| ("samples".to_owned(), one)).collect();
    let inferred = infer("Order", &payloads).unwrap();
    assert_eq!(
        (inferred.samples, inferred.notes.len()),
        (payloads.len(), 0)
    );
    let imported = Imported {
        files: vec![OutFile {
            path: "lib.rs".to_owned(),
            text: inferred.text,
        }],
        coverage: Coverage::default(),
        types: vec![NamedType {
            schema: "Order".to_owned(),
            reference: "#/components/schemas/Order".to_owned(),
            rust: "Order".to_owned(),
        }],
    };
    let samples = text.lines().enumerate().map(|(id, line)| Sample {
        id,
        schema: "Order".to_owned(),
        payload: line.to_owned(),
    });
    let samples: Vec<Sample> = samples.collect();
    let outcomes = Imports::written("inferred", imported).decode(&samples);
    for sample in &samples {
        let outcome = &outcomes[&sample.id];
        let read = outcome.read.as_ref().expect("the sample is read");
        assert!(same(read, &sample.payload), "{read}");
        // Nothing at all deviates from what was made of it.
        assert_eq!(outcome.told, "\"\"", "{}", sample.payload);
    }
}
