//! `pattern("^[a-z]+$")`: a regular expression that must match somewhere in the string.

use api_object::{ApiObject, Extra, Str, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Named {
    #[api(pattern("^[a-z][a-z0-9_]*$"))]
    name: String,
    #[api(pattern(r"\d{3}"))]
    code: Option<Str>,
    #[api(pattern(r#"^"\\""#))]
    quoted: Option<Box<str>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_match_is_silent() {
    let json = r#"{"name":"ab_1","code":"x123y","quoted":"\"\\\" and more"}"#;
    assert!(round_trips::<Named>(json).report().is_empty());
    assert!(
        round_trips::<Named>(r#"{"name":"a","code":null,"quoted":null}"#)
            .report()
            .is_empty()
    );
}

#[test]
fn no_match_is_a_violation() {
    assert_snapshot!(report_of::<Named>(r#"{"name":"1","code":"12a3","quoted":"\\\""}"#), @r#"
        violation[pattern] /name: name is "1", expected a match of ^[a-z][a-z0-9_]*$
        violation[pattern] /code: code is "12a3", expected a match of \d{3}
        violation[pattern] /quoted: quoted is "\\\"", expected a match of ^"\\"
        3 violations
    "#);
}

/// Known words, and those to come.
#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Size {
    Small,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Sized {
    #[api(pattern("^[a-z]+$"))]
    size: Size,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn words_are_matched_too() {
    assert!(
        round_trips::<Sized>(r#"{"size":"small"}"#)
            .report()
            .is_empty()
    );
    assert_snapshot!(report_of::<Sized>(r#"{"size":"2XL"}"#), @r#"
        violation[pattern] /size: size is "2XL", expected a match of ^[a-z]+$
        drift[unknown_word] /size: size is "2XL", a word that Size does not know
        1 violation, 1 drift
    "#);
}
