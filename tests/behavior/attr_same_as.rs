//! `same_as = other`, `same_as = other.member`: a value that is said twice.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};
use insta::assert_snapshot;

use crate::placeholders::filled;
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

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Copy {
    #[api(same_as = of.size)]
    size: u8,
    #[api(optional, same_as = of.name)]
    name: Option<String>,
    of: Original,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Original {
    size: u8,
    #[api(default = "none".to_owned())]
    name: String,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_only_takes_the_place_of_a_member_says_nothing() {
    assert_snapshot!(filled::<Copy>(r#"{"size":1,"of":{}}"#).report(), @r"
    violation[missing_filled] /of/size: size is missing, and its field is blank
    1 violation
    ");
    let mut odd = filled::<Copy>(r#"{"size":1,"name":"a","of":{"size":"1","name":5}}"#);
    assert_eq!(odd.report().len(), 2);
    odd.of.size = 2;
    odd.of.name = "b".to_owned();
    assert_snapshot!(odd.report(), @r#"
    violation[same_as] /size: size is 1, but of.size, which says the same, is 2
    violation[same_as] /name: name is "a", but of.name, which says the same, is "b"
    2 violations
    "#);
    // What is absent has its default.
    let absent = filled::<Copy>(r#"{"size":1,"name":"a","of":{"size":1}}"#);
    assert_eq!(absent.report().len(), 1);
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Former {
    #[api(same_as = state)]
    was: Option<String>,
    state: State,
    #[api(same_as = of.type)]
    kind: Option<String>,
    of: Tagged,
    #[api(set_if(state = canceled))]
    why: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum State {
    #[api(alias = "canceled")]
    Cancelled,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tagged {
    #[api(alias = "msg")]
    Message(Extra),
    Thing(Thing),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thing")]
struct Thing {
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_former_word_says_the_same() {
    for json in [
        r#"{"was":"canceled","state":"canceled","kind":"msg","of":{"type":"msg"},"why":"a"}"#,
        r#"{"was":"cancelled","state":"canceled","kind":"message","of":{"type":"msg"},"why":"a"}"#,
        r#"{"was":"canceled","state":"cancelled","kind":"msg","of":{"type":"message"},"why":"a"}"#,
    ] {
        assert_eq!(report_of::<Former>(json), "no deviation", "{json}");
    }
    let json = r#"{"was":"done","state":"canceled","kind":"thing","of":{"type":"msg"},"why":null}"#;
    assert_snapshot!(report_of::<Former>(json), @r#"
    violation[same_as] /was: was is "done", but state, which says the same, is "cancelled"
    violation[same_as] /kind: kind is "thing", but of.type, which says the same, is "message"
    violation[unset] /why: why is null, but state is "cancelled", where it must be set
    3 violations
    "#);
}
