//! `immutable`: a member that never changes between two observations.

use api_object::{ApiObject, Extra, Secret, UnixSeconds};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Job {
    #[api(id = "job-", immutable)]
    id: JobId,
    #[api(immutable)]
    created_at: UnixSeconds,
    #[api(immutable)]
    params: Option<Params>,
    #[api(immutable)]
    files: Vec<String>,
    name: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Params {
    rate: Option<f64>,
    #[api(extra)]
    extra: Extra,
}

const JOB: &str =
    r#"{"id":"job-1","created_at":5,"params":{"rate":1.0},"files":["a","b"],"name":"x"}"#;

#[track_caller]
fn says(from: &str, to: &str) -> String {
    let later = comes_back::<Job>(&JOB.replace(from, to));
    comes_back::<Job>(JOB).check_successor(&later).to_string()
}

#[test]
fn the_same_value_is_silent_however_it_is_spelled() {
    for (from, to) in [
        ("", ""),
        (":\"x\"", ":\"y\""),
        ("1.0", "1"),
        ("job-1", "job\\u002d1"),
        ("\"rate\":1.0", "\"rate\":1e0"),
    ] {
        assert_eq!(says(from, to), "no deviation", "{to}");
    }
}

#[test]
fn a_change_is_a_violation() {
    assert_snapshot!(says("job-1", "job-2"), @r#"
        violation[immutable] /id: id is "job-2", but was "job-1" and never changes
        1 violation
    "#);
    assert_snapshot!(says("5", "6"), @"
        violation[immutable] /created_at: created_at is 6, but was 5 and never changes
        1 violation
    ");
    assert_snapshot!(says("1.0", "2"), @"
        violation[immutable] /params: params is an object, but was another and never changes
        1 violation
    ");
    assert_snapshot!(says("{\"rate\":1.0}", "null"), @"
        violation[immutable] /params: params is null, but was an object and never changes
        1 violation
    ");
    assert_snapshot!(says("\"a\",\"b\"", "\"b\",\"a\""), @"
        violation[immutable] /files: files is a list of 2 elements, but was another and never changes
        1 violation
    ");
}

#[test]
fn all_changes_are_told_at_once() {
    let later =
        round_trips::<Job>(r#"{"id":"job-2","created_at":4,"params":null,"files":[],"name":""}"#);
    assert_eq!(comes_back::<Job>(JOB).check_successor(&later).len(), 4);
}

#[test]
fn what_did_not_fit_is_not_compared() {
    assert_eq!(says("{\"rate\":1.0}", "7"), "no deviation");
    assert_eq!(says("1.0", "\"fast\""), "no deviation");
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Account {
    login: Option<Secret<Login>>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Login {
    #[api(immutable)]
    user: String,
    #[api(set_once)]
    proof: Option<String>,
}

#[test]
fn what_changes_in_a_secret_is_told_at_the_secret() {
    let account = |user: &str, proof: &str| {
        let json = format!(r#"{{"login":{{"user":"{user}","proof":{proof}}}}}"#);
        round_trips::<Account>(&json).lenient()
    };
    let earlier = account("hidden-1", "null");
    assert!(
        earlier
            .check_successor(&account("hidden-1", "\"hidden\""))
            .is_empty()
    );
    let report = earlier.check_successor(&account("hidden-2", "null"));
    assert_eq!(
        (report.len(), report.issues()[0].pointer.as_str()),
        (1, "/login")
    );
    assert!(!report.to_string().contains("hidden"), "{report}");
    let json = serde_json::to_string(&report).unwrap();
    assert!(!json.contains("hidden") && !json.contains("user"), "{json}");
}
