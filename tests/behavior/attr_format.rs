//! `format(uri)`: what a string is the text of.

use std::collections::BTreeMap;

use api_object::{ApiObject, Code, Extra, Secret, Str};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Contact {
    #[api(format(email))]
    email: String,
    #[api(format(uri), starts_with("https://"))]
    home: Option<Str>,
    #[api(note(format(uri)))]
    logo: Option<Box<str>>,
    #[api(each(format(email)))]
    others: BTreeMap<String, String>,
    #[api(format(uri))]
    hook: Option<Secret<Str>>,
    #[api(extra)]
    extra: Extra,
}

/// A string of its own type, wherever it stands.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(id, format(uri))]
struct Link(Str);

#[test]
fn what_has_the_form_is_silent() {
    let json = r#"{"email":"jo@example.com","home":"https://example.com","logo":"data:,a","others":{"a":"b@[192.0.2.1]"},"hook":"https://example.com/?k=%20"}"#;
    assert!(round_trips::<Contact>(json).report().is_empty());
    let nulls = r#"{"email":"jo@example.com","home":null,"logo":null,"others":{},"hook":null}"#;
    assert!(round_trips::<Contact>(nulls).report().is_empty());
}

#[test]
fn what_has_it_not_is_reported_at_the_level_of_the_rule() {
    let json = r#"{"email":"jo","home":"example.com","logo":"a b","others":{"a":"a@b","b":"c"},"hook":"https://example.com/a b"}"#;
    assert_snapshot!(report_of::<Contact>(json), @r#"
        violation[format] /email: email is "jo", expected an email address, such as "jo@example.com"
        violation[format] /home: home is "example.com", expected a URI, such as "https://example.com/"
        violation[starts_with] /home: home is "example.com", expected a string that starts with "https://"
        note[format] /logo: logo is "a b", expected a URI, such as "https://example.com/"
        violation[format] /others/b: b is "c", expected an email address, such as "jo@example.com"
        violation[format] /hook: a secret deviates, expected a URI, such as "https://example.com/"
        5 violations, 1 note
    "#);
}

#[test]
fn a_type_of_its_own_asks_wherever_it_stands() {
    let links = round_trips::<Vec<Link>>(r#"["https://example.com","example.com"]"#);
    let report = links.report();
    let issue = &report.issues()[0];
    assert_eq!((issue.pointer.as_str(), issue.code), ("/1", Code::Format));
}
