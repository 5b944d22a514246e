//! Samples in which nothing is set: they say what stands for null, and nothing of what an object asks.

use super::fixture::{declares, imported, item, path, with};
use cargo_api_object::import::Options;
use cargo_api_object::judge::{Judge, Verdict};

fn options() -> Options {
    Options {
        files: vec![path("nothing.yaml")],
        ..Options::default()
    }
}

#[test]
fn an_object_of_nothing_is_as_good_as_null_where_more_is_asked() {
    let found = imported("nothing.yaml");
    declares(
        &found,
        "Ledger",
        &[
            "/// Samples have `{}` here, which is as good as null.",
            "#[api(null_like({}))]",
            "failure: Option<Failure>,",
            "/// Samples have `{}` here, which is as good as null.",
            "#[api(optional, null_like({}))]",
            "cause: Option<Failure>,",
            // It may be neither null nor absent.
            "reason: Reason,",
            // Nothing of it has to be there.
            "loose: Option<LedgerLoose>,",
        ],
    );
    declares(&found, "Failure", &["code: String,", "message: String,"]);
    let why = "Required by the document, but 1 of 2 samples lacks it.";
    assert!(item(&found, "Reason").contains(why));
}

#[test]
fn nothing_of_another_kind_is_as_good_as_null_and_anything_else_is_set_aside() {
    declares(
        &imported("nothing.yaml"),
        "Ledger",
        &[
            "/// Samples have `[]` here, which is as good as null.",
            "#[api(null_like([]))]",
            "owner: Option<LedgerOwner>,",
            "#[api(null_like([]))]",
            "labels: Option<BTreeMap<String, String>>,",
            "/// Samples have `{}` here, which is as good as null.",
            "#[api(optional, null_like({}))]",
            "tags: Option<Vec<String>>,",
            "/// Samples have `\"\"` here, which is as good as null.",
            "#[api(optional, null_like(\"\"))]",
            "level: Option<i64>,",
            "/// Samples have a number here, which is set aside.",
            "flag: Option<bool>,",
            "/// Samples have a string here, which is set aside.",
            "#[api(optional)]",
            "size: Option<i64>,",
            "/// Whole by the document, but samples have fractions.",
            "#[api(optional)]",
            "rates: Option<BTreeMap<String, Vec<f64>>>,",
            "/// Its elements are never null by the document, but in samples.",
            "#[api(optional)]",
            "names: Option<Vec<Option<String>>>,",
            "/// Always `true` by the document, but not in samples.",
            "#[api(optional)]",
            "yes: Option<Vec<bool>>,",
        ],
    );
}

#[test]
fn where_the_document_is_trusted_nothing_stands_for_null() {
    let found = with(&Options {
        trust_document: true,
        ..options()
    });
    assert!(
        found
            .files
            .iter()
            .all(|file| !file.text.contains("null_like"))
    );
    declares(
        &found,
        "Ledger",
        &["owner: LedgerOwner,", "labels: BTreeMap<String, String>,"],
    );
}

#[test]
fn a_check_has_nothing_to_say_of_nothing() {
    let judge = Judge::new(&options(), &mut |_| {}).expect("the document is read");
    let ty = judge.find("Ledger").expect("the type is there");
    let json = r#"{"failure":{},"cause":{"code":null,"message":null},"reason":{},"owner":[],"labels":[],"loose":null,"tags":{},"level":"","flag":true}"#;
    for reader in [
        api_object::Reader::new(),
        api_object::Reader::new().fill_missing(),
    ] {
        match ty.judge(&reader, json.as_bytes()) {
            Verdict::Read(report) => assert!(report.is_empty(), "{report}"),
            Verdict::Refused(error) => panic!("{error}"),
        }
    }
}
