//! `starts_with("https://")`: how a string begins.

use std::collections::BTreeMap;

use api_object::{ApiObject, Code, Extra, Secret, Str, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Endpoint {
    #[api(starts_with("https://"))]
    url: String,
    #[api(starts_with("gs://", "s3://"))]
    bucket: Option<Str>,
    #[api(note(starts_with("/")))]
    path: Option<Box<str>>,
    #[api(each(starts_with("x-", "X-")))]
    headers: BTreeMap<String, String>,
    #[api(starts_with("whsec_"))]
    secret: Option<Secret<Str>>,
    #[api(extra)]
    extra: Extra,
}

/// A string of its own type, wherever it stands.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(id, starts_with("https://"))]
struct Url(Str);

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Link {
    href: Url,
}

#[test]
fn one_of_the_prefixes_is_silent() {
    let json = r#"{"url":"https://a.test","bucket":"s3://b","path":"/v1","headers":{"a":"x-1","b":"X-2"},"secret":"whsec_1"}"#;
    assert!(round_trips::<Endpoint>(json).report().is_empty());
    let nulls = r#"{"url":"https://","bucket":null,"path":null,"headers":{},"secret":null}"#;
    assert!(round_trips::<Endpoint>(nulls).report().is_empty());
}

#[test]
fn another_beginning_is_reported_at_the_level_of_the_rule() {
    let json = r#"{"url":"http://a.test","bucket":"b","path":"v1","headers":{"a":"x-1","b":"y"},"secret":"sk_1"}"#;
    assert_snapshot!(report_of::<Endpoint>(json), @r#"
        violation[starts_with] /url: url is "http://a.test", expected a string that starts with "https://"
        violation[starts_with] /bucket: bucket is "b", expected a string that starts with "gs://" or "s3://"
        note[starts_with] /path: path is "v1", expected a string that starts with "/"
        violation[starts_with] /headers/b: b is "y", expected a string that starts with "x-" or "X-"
        violation[starts_with] /secret: a secret deviates, expected a string that starts with "whsec_"
        4 violations, 1 note
    "#);
}

#[test]
fn a_type_of_its_own_asks_wherever_it_stands() {
    let link = round_trips::<Link>(r#"{"href":"ftp://a.test"}"#);
    let report = link.report();
    let issue = &report.issues()[0];
    assert_eq!(
        (issue.pointer.as_str(), issue.code),
        ("/href", Code::StartsWith)
    );
}

/// Known words beside any string.
#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Model {
    Small,
    #[api(unknown(expected))]
    Trained(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Answer {
    #[api(starts_with("ft:", "small"), len(..=8), note(format(uri)))]
    model: Model,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn rules_of_strings_ask_words_too() {
    let said = |model: &str| report_of::<Answer>(&format!(r#"{{"model":"{model}"}}"#));
    assert_snapshot!(said("small"), @r#"
        note[format] /model: model is "small", expected a URI, such as "https://example.com/"
        1 note
    "#);
    assert_snapshot!(said("ft:small"), @"no deviation");
    assert_snapshot!(said("gs:a large"), @r#"
        violation[starts_with] /model: model is "gs:a large", expected a string that starts with "ft:" or "small"
        violation[len] /model: model has 10 characters, expected at most 8
        note[format] /model: model is "gs:a large", expected a URI, such as "https://example.com/"
        2 violations, 1 note
    "#);
}
