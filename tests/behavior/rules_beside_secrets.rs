//! Rules between members of which one is a secret: asked as of any other, and told without what it is.

use api_object::{ApiObject, Extra, Secret};
use insta::assert_snapshot;

use crate::round_trip::report_of;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(ensure(pin + 1 <= most))]
struct Key {
    #[api(same_as = copy)]
    value: Secret<String>,
    copy: Secret<String>,
    #[api(same_as = value)]
    plain: String,
    pin: Secret<u16>,
    #[api(at_least = pin)]
    most: u16,
    #[api(set_if(plain = other), null_if(value = hidden))]
    note: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_holds_is_not_told() {
    let json = r#"{"value":"a","copy":"a","plain":"a","pin":5,"most":6,"note":null}"#;
    assert_snapshot!(report_of::<Key>(json), @"no deviation");
}

#[test]
fn what_is_broken_is_told_without_the_secret() {
    let json = r#"{"value":"hidden","copy":"hidden-2","plain":"b","pin":7777,"most":6,"note":"c"}"#;
    let report = report_of::<Key>(json);
    assert!(
        !report.contains("hidden") && !report.contains("777"),
        "{report}"
    );
    assert_snapshot!(report, @r#"
    violation[same_as] /value: a secret deviates
    violation[same_as] /plain: plain is "b", but value, which says the same, is a secret
    violation[order] /most: most is 6, which is less than pin, a secret
    violation[set] /note: note is "c", but value is a secret, where it must be null
    violation[ensure] (root): pin + 1 is more than most
    5 violations
    "#);
}
