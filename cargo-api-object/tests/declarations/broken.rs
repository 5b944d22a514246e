//! Rules that samples break: the declaration keeps the document's word, and takes the vendor's own payloads for no violations.

use super::fixture::{declares, imported, item, parts, path, with};
use cargo_api_object::import::{Imported, Options};
use cargo_api_object::judge::{Judge, Verdict};

fn trusting() -> Imported {
    with(&Options {
        files: vec![path("broken.yaml")],
        trust_document: true,
        ..Options::default()
    })
}

#[test]
fn numbers_that_break_a_rule_make_it_a_note() {
    declares(
        &imported("broken.yaml"),
        "Broken",
        &[
            "/// The first.",
            "///",
            "/// By the document at least 1, but not in all samples.",
            "#[api(range(..=9), note(range(1..)))]",
            "least: u64,",
            "/// By the document at most 0.5, but not in all samples.",
            "#[api(range(0..), note(range(..=0.5)))]",
            "most: f64,",
            "/// By the document more than 0 and less than 1, but not in all samples.",
            "#[api(note(range(0 <..1)))]",
            "past: f64,",
            "#[api(note(range(1..=9)))]",
            "both: u64,",
            "/// By the document one of 1, 2, 4, but not in all samples.",
            "#[api(note(one_of(1, 2, 4)))]",
            "listed: i64,",
            "/// By the document from 1 to 9, but not in all samples.",
            "#[api(note(range(1..=9)))]",
            "many: i64,",
            "/// By the document always 2, but not in all samples.",
            "#[api(note(one_of(2)))]",
            "version: i64,",
            "/// By the document a multiple of 5, but not in all samples.",
            "#[api(range(5..), note(multiple_of(5)))]",
            "step: u64,",
            "/// By the document a multiple of 0.1 and a multiple of 0.25, but not in all samples.",
            "#[api(note(multiple_of(0.1), multiple_of(0.25)))]",
            "steps: f64,",
            "/// Whole by the document, but samples have fractions. By the document at most 9, but not in all",
            "/// samples.",
            "#[api(range(0..), note(range(..=9)))]",
            "whole: f64,",
            "#[api(optional)]",
            "at: Option<UnixSeconds>,",
        ],
    );
}

#[test]
fn texts_that_break_a_rule_make_it_a_note() {
    declares(
        &imported("broken.yaml"),
        "Broken",
        &[
            "/// By the document at least 3 long, but not in all samples.",
            "#[api(optional, len(..=5), note(len(3..)))]",
            "short: Option<String>,",
            "#[api(optional, len(3..), note(len(..=5)))]",
            "long: Option<String>,",
            "#[api(optional, len(..=2), note(len(2..)))]",
            "exact: Option<String>,",
            "/// By the document a match of the pattern, but not in all samples.",
            "#[api(optional, len(..=9), note(pattern(\"^[A-Z]+$\")))]",
            "code: Option<String>,",
            "/// By the document a match of the pattern, but not in all samples.",
            "#[api(optional, note(pattern(\"^a\"), pattern(\"z$\")))]",
            "codes: Option<String>,",
            "#[api(optional)]",
            "ahead: Option<String>,",
            "/// By the document a URI, but not in all samples.",
            "#[api(optional, len(..=99), note(format(uri)))]",
            "home: Option<String>,",
            "/// By the document an email address, but not in all samples.",
            "#[api(optional(nullable), note(format(email)))]",
            "mail: Option<String>,",
        ],
    );
}

#[test]
fn what_is_within_others_is_told_at_the_field_that_asks() {
    let found = imported("broken.yaml");
    declares(
        &found,
        "Broken",
        &[
            "/// By the document at least 1 long, but not in all samples.",
            "#[api(optional, note(len(1..)))]",
            "few: Option<Vec<String>>,",
            "/// By the document without repetitions and each at least 1 long, but not in all samples.",
            "#[api(optional, len(..=3), note(unique, each(len(1..))))]",
            "set: Option<Vec<String>>,",
            "/// By the document at most 1 long and each at most 3 long, but not in all samples.",
            "#[api(optional, note(len(..=1), each(len(..=3))))]",
            "words: Option<BTreeMap<String, String>>,",
            "/// By the document at most 100, but not in all samples.",
            "#[api(optional, note(range(..=100)))]",
            "percent: Option<u64>,",
            "/// By the document at least 1, but not in all samples.",
            "#[api(optional, range(..=256), note(range(1..)))]",
            "effort: Option<Auto<u64>>,",
            "/// By the document at least 1, but not in all samples.",
            "#[api(optional, note(range(1..)))]",
            "alone: Option<BrokenAlone>,",
            "/// By the document each at most 2 long and each at most 9, but not in all samples.",
            "#[api(optional, note(each(len(..=2), each(range(..=9)))))]",
            "matrix: Option<Vec<Vec<i64>>>,",
        ],
    );
    declares(
        &found,
        "BrokenInline",
        &["#[api(optional, note(range(..=3)))]", "depth: Option<i64>,"],
    );
    declares(
        &found,
        "BrokenInlineLine",
        &["#[api(optional, note(range(1..)))]", "width: Option<u64>,"],
    );
    // Only the branch that the sample is.
    declares(&found, "Circle", &["#[api(range(0 <..))]", "radius: f64,"]);
    declares(
        &found,
        "Square",
        &["#[api(note(range(0 <..)))]", "side: f64,"],
    );
}

#[test]
fn what_is_made_by_all_of_is_corrected_where_the_sample_is() {
    let found = imported("broken.yaml");
    declares(&found, "Base", &["#[api(range(..=3))]", "rank: i64,"]);
    declares(
        &found,
        "Heir",
        &[
            "/// By the document at most 3, but not in all samples.",
            "#[api(note(range(..=3)))]",
            "rank: i64,",
            "#[api(optional, range(..=3))]",
            "other: Option<i64>,",
            "#[api(optional, note(len(..=1)))]",
            "own: Option<String>,",
        ],
    );
}

/// Equal schemas are written once, and what samples of either say counts for both.
#[test]
fn samples_within_an_equal_schema_count_as_well() {
    let found = imported("broken.yaml");
    declares(
        &found,
        "Shared",
        &["#[api(optional, note(len(..=3)))]", "note: Option<String>,"],
    );
    declares(
        &found,
        "SharedPart",
        &["#[api(optional, note(range(..=3)))]", "size: Option<i64>,"],
    );
}

#[test]
fn rules_that_samples_keep_stay_and_so_do_those_that_ask_another_kind() {
    let found = imported("broken.yaml");
    declares(
        &found,
        "Broken",
        &[
            "kept: Option<u64>,",
            "#[api(optional, range(1..))]",
            "strange: Option<u64>,",
        ],
    );
    let broken = item(&found, "Broken");
    assert!(broken.contains("    #[api(optional, range(1..=9))]\n    kept:"));
    declares(
        &found,
        "Seen",
        &[
            "#[api(optional, range(..=3))]",
            "size: Option<i64>,",
            "#[api(optional, each(len(..=3)))]",
            "names: Option<Vec<String>>,",
        ],
    );
}

#[test]
fn payloads_that_were_seen_break_rules_as_well() {
    let found = with(&Options {
        files: vec![path("broken.yaml")],
        observe: vec![path("broken.jsonl")],
        ..Options::default()
    });
    declares(
        &found,
        "Seen",
        &[
            "/// By the document at most 3, but not in all samples.",
            "#[api(optional, note(range(..=3)))]",
            "size: Option<i64>,",
            "/// By the document each at most 3 long, but not in all samples.",
            "#[api(optional, note(each(len(..=3))))]",
            "names: Option<Vec<String>>,",
        ],
    );
}

#[test]
fn the_report_says_where_a_rule_is_a_note() {
    let found = imported("broken.yaml");
    let told = parts(&found, false);
    for part in [
        "/Broken/properties/least: that it is at least 1 is only a note, since samples are not",
        "/Broken/properties/code: that it is a match of `^[A-Z]+$` is only a note, since samples are not",
        "/Broken/properties/set: that it is without repetitions is only a note, since samples are not",
        "/Broken/properties/set/items: that it is at least 1 long is only a note, since samples are not",
        "/Broken/properties/alone/oneOf/1: that it is at least 1 is only a note, since samples are not",
        "/Percent: that it is at most 100 is only a note, since samples are not",
        // What no type asks is no note either.
        "/Broken/properties/at: what is asked of its values is not asked of values of this type",
    ] {
        assert!(
            told.iter().any(|told| told == part),
            "no `{part}` in {told:#?}"
        );
    }
    let json = found.coverage.to_json();
    let part = r#"{"place":"broken.yaml#/components/schemas/Broken/properties/step","why":"that it is a multiple of 5 is only a note, since samples are not","reduced":false,"line":21,"column":9}"#;
    assert!(json.contains(part), "{json}");
    assert!(
        !told
            .iter()
            .any(|told| told.starts_with("/Broken/properties/kept"))
    );
}

#[test]
fn where_the_document_is_trusted_its_rules_stay() {
    let found = trusting();
    declares(
        &found,
        "Broken",
        &[
            "#[api(range(1..=9))]",
            "least: u64,",
            "#[api(one_of(1, 2, 4))]",
            "listed: i64,",
            "#[api(optional, len(2))]",
            "exact: Option<String>,",
            "#[api(optional, len(..=99), format(uri))]",
            "home: Option<String>,",
            "#[api(optional, len(..=3), unique, each(len(1..)))]",
            "set: Option<Vec<String>>,",
        ],
    );
    let notes = parts(&found, false);
    let is_noted = |part: &String| part.contains("is only a note");
    assert!(!found.files.iter().any(|file| file.text.contains("note(")));
    assert!(!notes.iter().any(is_noted), "{notes:#?}");
}

#[test]
fn a_check_calls_the_samples_no_violations() {
    let options = Options {
        files: vec![path("broken.yaml")],
        ..Options::default()
    };
    let report = |options: &Options, name: &str, json: &str| {
        let judge = Judge::new(options, &mut |_| {}).expect("the document is read");
        let ty = judge.find(name).expect("the type is there");
        match ty.judge(&api_object::Reader::new(), json.as_bytes()) {
            Verdict::Read(report) => {
                let shown = report.issues().iter();
                shown
                    .map(|issue| format!("{:?} {}", issue.severity, issue.pointer))
                    .collect()
            }
            Verdict::Refused(error) => vec![error.to_string()],
        }
    };
    let heir = r#"{"rank":4,"other":3,"own":"ab"}"#;
    assert_eq!(report(&options, "Heir", heir), ["Note /rank", "Note /own"]);
    let heir = r#"{"rank":4,"other":4}"#;
    assert_eq!(
        report(&options, "Heir", heir),
        ["Note /rank", "Violation /other"]
    );
    let trusting = Options {
        trust_document: true,
        ..options
    };
    assert_eq!(
        report(&trusting, "Heir", heir),
        ["Violation /rank", "Violation /other"]
    );
}
