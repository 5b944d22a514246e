//! `one_of(...)`: a number that is one of some, or a boolean that is always the same.

use api_object::{ApiObject, Auto, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Image {
    #[api(one_of(256, 512, 1024))]
    width: u32,
    #[api(one_of(-1, 0.5))]
    scale: f64,
    #[api(one_of(0.1))]
    step: Option<f32>,
    #[api(note(one_of(2, 4)))]
    quality: Option<Auto<u8>>,
    #[api(each(one_of(1, 2)))]
    layers: Vec<i64>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn one_of_the_numbers_is_silent() {
    for json in [
        r#"{"width":256,"scale":0.5,"step":0.1,"quality":4,"layers":[2,1,1]}"#,
        r#"{"width":1024.0,"scale":-1,"step":null,"quality":"auto","layers":[]}"#,
    ] {
        assert!(round_trips::<Image>(json).report().is_empty(), "{json}");
    }
}

#[test]
fn another_number_is_reported_at_the_level_of_the_rule() {
    let json = r#"{"width":300,"scale":1,"step":0.2,"quality":3,"layers":[1,3]}"#;
    assert_snapshot!(report_of::<Image>(json), @r"
    violation[one_of] /width: width is 300, expected 256, 512 or 1024
    violation[one_of] /scale: scale is 1, expected -1 or 0.5
    violation[one_of] /step: step is 0.2, expected 0.1
    note[one_of] /quality: quality is 3, expected 2 or 4
    violation[one_of] /layers/1: layers[1] is 3, expected 1 or 2
    4 violations, 1 note
    ");
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Receipt {
    #[api(one_of(true))]
    closed: bool,
    #[api(optional(nullable), one_of(false))]
    open: Option<bool>,
    #[api(note(one_of(true)))]
    paid: Auto<bool>,
    #[api(each(one_of(false)))]
    flags: Vec<bool>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn the_boolean_that_it_always_is_is_silent() {
    for json in [
        r#"{"closed":true,"open":false,"paid":true,"flags":[false,false]}"#,
        r#"{"closed":true,"open":null,"paid":"auto","flags":[]}"#,
        r#"{"closed":true,"paid":"auto","flags":[]}"#,
    ] {
        assert!(round_trips::<Receipt>(json).report().is_empty(), "{json}");
    }
}

#[test]
fn the_other_boolean_is_reported_and_comes_back() {
    let json = r#"{"closed":false,"open":true,"paid":false,"flags":[false,true]}"#;
    let receipt = round_trips::<Receipt>(json);
    assert_snapshot!(receipt.report(), @r"
    violation[one_of] /closed: closed is false, expected true
    violation[one_of] /open: open is true, expected false
    note[one_of] /paid: paid is false, expected true
    violation[one_of] /flags/1: flags[1] is true, expected false
    3 violations, 1 note
    ");
}
