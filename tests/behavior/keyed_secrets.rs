//! Secrets in variants that stand beside their tag: hidden wherever they are, and told at their own places.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra, Items, Reader, Secret, Source, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    Text(Secret<String>, Extra),
    Call(u8, Access, Extra),
    Quiet((), Access, Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

/// The secret is not the first of the members.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Access {
    index: u8,
    token: Secret<String>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Held {
    #[api(optional)]
    part: Option<Part>,
    #[api(optional)]
    parts: Option<Items<Part>>,
    #[api(optional)]
    calls: Option<BTreeMap<String, Call>>,
    #[api(extra)]
    extra: Extra,
}

/// A union in which all that is secret stands beside the values.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Call {
    Call(u8, Access, Extra),
}

#[test]
fn a_secret_beside_the_value_is_shown_to_nobody() {
    for part in [
        r#"{"type":"call","call":"x","index":1,"token":"hunter"}"#,
        r#"{"type":"call","call":1,"index":"x","token":"hunter"}"#,
        r#"{"type":"call","call":1,"index":1,"token":["hunter"]}"#,
        r#"{"type":"call","call":1,"token":"hunter"}"#,
        r#"["hunter"]"#,
    ] {
        for json in [
            format!(r#"{{"part":{part}}}"#),
            format!(r#"{{"parts":[{part},7]}}"#),
            format!(r#"{{"calls":{{"a":{part}}}}}"#),
        ] {
            let held = comes_back::<Held>(&json);
            let filled = Reader::new().fill_missing().from_str::<Held>(&json);
            for report in [held.report(), filled.unwrap().report()] {
                let shown = Source::of::<Held>(&json).show_report(&report);
                let report = serde_json::to_string(&report).unwrap();
                assert!(!shown.contains("hunter"), "{shown}");
                assert!(!report.contains("hunter"), "{report}");
            }
            assert!(!format!("{held:?}").contains("hunter"), "{held:?}");
            if let Err(error) = serde_json::from_str::<Held>(&json) {
                assert!(!error.to_string().contains("hunter"), "{error}");
            }
        }
    }
}

#[test]
fn a_secret_that_is_a_member_is_told_at_that() {
    let json = r#"{"type":"text","text":5}"#;
    assert_snapshot!(refusal::<Part>(json), @"line 1, column 23, at /text: expected a string, found a number, which is secret");
    for error in [
        serde_json::from_str::<Part>(json).unwrap_err(),
        serde_json::from_reader::<_, Part>(json.as_bytes()).unwrap_err(),
    ] {
        let words = error.to_string();
        assert!(
            words.starts_with("at /text: expected a string, found a number, which is secret"),
            "{words}"
        );
    }
    let json = r#"{"type":"quiet","index":300,"token":"t"}"#;
    assert_snapshot!(refusal::<Part>(json), @"line 1, column 25, at /index: expected an integer from 0 to 255, found 300, which is out of range");
    let json = r#"{"parts":[{"type":"text","text":5}]}"#;
    assert_snapshot!(report_of::<Held>(json), @"
        violation[misfit] /parts/0/text: expected a string, found a number, which is secret
        1 violation
    ");
    let theirs: Held = serde_json::from_reader(json.as_bytes()).unwrap();
    assert_eq!(theirs.check().to_string(), report_of::<Held>(json));
}

/// Of a secret that is all of a value the place is the value's, which needs no words.
#[test]
fn the_place_of_the_whole_is_not_named() {
    let json = r#"{"index":"x"}"#;
    let error = serde_json::from_reader::<_, Secret<Access>>(json.as_bytes()).map(|_| ());
    let words = error.unwrap_err().to_string();
    assert!(words.starts_with("expected an integer"), "{words}");
}
