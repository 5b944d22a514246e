//! `set_if(other = word)`: set where another member is one of some values.

use api_object::{ApiObject, Extra, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Method {
    SendInvoice,
    Charge,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Invoice {
    #[api(optional(nullable))]
    method: Option<Method>,
    #[api(optional, set_if(method = send_invoice))]
    due: Option<u64>,
    #[api(optional, note(set_if(method != send_invoice | "charge")))]
    reason: Option<String>,
    #[api(optional(nullable))]
    has_more: Option<bool>,
    #[api(optional, set_if(has_more = true), range(1..))]
    next: Option<u8>,
    #[api(optional, set_if(next = 7 | 8))]
    luck: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn it_is_set_where_the_other_says_so() {
    assert_snapshot!(report_of::<Invoice>(r#"{"method":"send_invoice","has_more":true}"#), @r#"
    violation[unset] /due: due is absent, but method is "send_invoice", where it must be set
    violation[unset] /next: next is absent, but has_more is true, where it must be set
    2 violations
    "#);
    assert_snapshot!(report_of::<Invoice>(r#"{"method":"later","due":null,"next":8}"#), @r#"
    drift[unknown_word] /method: method is "later", a word that Method does not know
    note[null_member] /due: due is null, where it is expected to be absent
    note[unset] /reason: reason is absent, but method is "later", where it should be set
    violation[unset] /luck: luck is absent, but next is 8, where it must be set
    1 violation, 1 drift, 2 notes
    "#);
    for json in [
        r#"{}"#,
        r#"{"method":null,"has_more":null}"#,
        r#"{"method":"charge","has_more":false}"#,
        r#"{"method":"send_invoice","due":1,"has_more":true,"next":2}"#,
        r#"{"next":7,"luck":""}"#,
    ] {
        let report = round_trips::<Invoice>(json).report();
        assert!(report.is_empty(), "{json}: {report}");
    }
}

#[test]
fn of_another_that_does_not_fit_nothing_is_known() {
    assert_snapshot!(report_of::<Invoice>(r#"{"method":7}"#), @r"
    violation[misfit] /method: expected a string (Method) or null, found 7
    1 violation
    ");
}

#[derive(Debug, PartialEq, ApiObject)]
struct Head {
    number: u8,
}

/// A table with parameters and with members of another, in which a condition is a constant like all else.
#[derive(Debug, PartialEq, ApiObject)]
struct Letter<T> {
    #[api(flatten)]
    head: Head,
    way: String,
    #[api(set_if(way = post))]
    stamp: Option<T>,
}

#[test]
fn an_object_with_parameters_and_flattened_members_has_conditions() {
    let json = r#"{"way":"post","stamp":null,"number":1}"#;
    let letter = api_object::from_str::<Letter<u8>>(json).unwrap();
    let report = letter.report();
    assert_eq!(report.issues()[0].pointer.as_str(), "/stamp");
    assert!(
        Letter {
            stamp: Some("x".to_owned()),
            way: "post".to_owned(),
            head: Head { number: 1 }
        }
        .check()
        .is_empty()
    );
}
