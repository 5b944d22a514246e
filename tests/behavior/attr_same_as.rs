//! `same_as = other`, `same_as = other.member`: a value that is said twice.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Kind {
    Message,
    Calls,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Details {
    Message(Message),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Message {
    id: u64,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Step {
    #[api(same_as = details.type)]
    kind: Kind,
    details: Details,
    #[api(optional, same_as = details.id)]
    id: Option<u64>,
    #[api(optional, note(same_as = id))]
    copy: Option<f64>,
    #[api(optional, same_as = labels.name)]
    name: Option<String>,
    #[api(optional)]
    labels: Option<BTreeMap<String, String>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_is_said_twice_is_said_alike() {
    for json in [
        r#"{"kind":"message","details":{"type":"message","id":1},"id":1,"copy":1.0}"#,
        r#"{"kind":"dance","details":{"type":"dance","id":1},"id":2}"#,
        r#"{"kind":"message","details":{"type":"message","id":1},"name":"x","labels":{"nme":"y"}}"#,
    ] {
        let report = round_trips::<Step>(json).report();
        let report: Vec<_> = report
            .issues()
            .iter()
            .filter(|issue| issue.code.as_str() == "same_as")
            .collect();
        assert!(report.is_empty(), "{json}: {report:?}");
    }
    assert_snapshot!(report_of::<Step>(r#"{"kind":"calls","details":{"type":"message","id":1},"id":2,"copy":3,"name":"x","labels":{"name":"y"}}"#), @r#"
    violation[same_as] /kind: kind is "calls", but details.type, which says the same, is "message"
    violation[same_as] /id: id is 2, but details.id, which says the same, is 1
    note[same_as] /copy: copy is 3, but id, which says the same, is 2
    violation[same_as] /name: name is "x", but labels.name, which says the same, is "y"
    3 violations, 1 note
    "#);
}
