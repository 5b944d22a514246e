//! `set_in(succeeded)`: not null in these statuses.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Job {
    #[api(status { queued => running, running => done | failed, done, failed })]
    status: JobStatus,
    #[api(set_in(done))]
    model: Option<String>,
    #[api(set_in(ended))]
    ended_at: Option<u64>,
    #[api(optional, set_in(!queued))]
    started_at: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_is_set_is_silent_in_every_status() {
    for status in ["queued", "running", "done", "failed", "gone"] {
        let json = format!(r#"{{"status":"{status}","model":"","ended_at":0,"started_at":0}}"#);
        assert!(round_trips::<Job>(&json).report().is_valid());
    }
}

#[test]
fn what_is_null_is_a_violation_where_it_must_be_set() {
    for (status, unset) in [
        ("queued", &[][..]),
        ("running", &["/started_at"]),
        ("done", &["/model", "/ended_at", "/started_at"]),
        ("failed", &["/ended_at", "/started_at"]),
        ("gone", &[]),
    ] {
        let json = format!(r#"{{"status":"{status}","model":null,"ended_at":null}}"#);
        let report = round_trips::<Job>(&json).report();
        let told: Vec<&str> = report
            .violations()
            .map(|issue| issue.pointer.as_str())
            .collect();
        assert_eq!(told, unset, "{status}");
    }
    assert_snapshot!(report_of::<Job>(r#"{"status":"done","ended_at":null,"started_at":null}"#), @r"
    violation[unset] /model: model is absent, but status is done, where it must be set
    violation[unset] /ended_at: ended_at is null, but status is done, where it must be set
    violation[unset] /started_at: started_at is null, but status is done, where it must be set
    3 violations
    ");
}

#[test]
fn what_did_not_fit_is_told_once() {
    let json = r#"{"status":"done","model":7,"ended_at":1,"started_at":1}"#;
    assert_snapshot!(report_of::<Job>(json), @"
        violation[misfit] /model: expected a string or null, found 7
        1 violation
    ");
    let job = crate::round_trip::comes_back::<Job>(json);
    assert_snapshot!(job.state().err().unwrap(), @"
        violation[misfit] /model: expected a string or null, found 7
        1 violation
    ");
}
