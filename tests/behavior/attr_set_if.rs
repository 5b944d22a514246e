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
