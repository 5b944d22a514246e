//! `set_once`: a member that never changes once it is set.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::round_trips;

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Job {
    #[api(set_once)]
    model: Option<String>,
    #[api(optional, set_once)]
    ended_at: Option<u64>,
    step: Option<Box<Job>>,
    #[api(extra)]
    extra: Extra,
}

#[track_caller]
fn says(earlier: &str, later: &str) -> String {
    let [earlier, later] = [earlier, later].map(|json| round_trips::<Job>(json).lenient());
    earlier.check_successor(&later).to_string()
}

#[test]
fn it_may_be_set() {
    assert_eq!(says("{}", r#"{"model":"a","ended_at":1}"#), "no deviation");
    assert_eq!(
        says(r#"{"model":null}"#, r#"{"model":"a"}"#),
        "no deviation"
    );
    assert_eq!(says(r#"{"model":"a"}"#, r#"{"model":"a"}"#), "no deviation");
}

#[test]
fn it_may_not_change_or_go() {
    assert_snapshot!(says(r#"{"model":"a"}"#, r#"{"model":"b"}"#), @r#"
        violation[set_once] /model: model is "b", but was "a" and never changes once it is set
        1 violation
    "#);
    assert_snapshot!(says(r#"{"model":"a","ended_at":1}"#, r#"{"model":null}"#), @r#"
        violation[set_once] /model: model is null, but was "a" and never changes once it is set
        violation[set_once] /ended_at: ended_at is null, but was 1 and never changes once it is set
        2 violations
    "#);
    assert_snapshot!(says(r#"{"step":{"ended_at":1}}"#, r#"{"step":{"ended_at":2}}"#), @"
        violation[set_once] /step/ended_at: ended_at is 2, but was 1 and never changes once it is set
        1 violation
    ");
}
