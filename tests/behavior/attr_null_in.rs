//! `null_in(active)`: null in these statuses.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Job {
    #[api(status { queued => running, running => done, done })]
    status: JobStatus,
    #[api(null_in(active))]
    model: Option<String>,
    #[api(null_in(!running))]
    estimate: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

/// Statuses of the table may have the groups' names.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Subscription {
    #[api(status { active => ended, ended => paused, paused })]
    status: SubscriptionStatus,
    #[api(null_in(active))]
    ended_at: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn null_and_absent_are_the_same_here() {
    for status in ["queued", "running", "done"] {
        for rest in ["", r#","model":null"#, r#","estimate":null,"model":null"#] {
            let json = format!(r#"{{"status":"{status}"{rest}}}"#);
            assert!(round_trips::<Job>(&json).report().is_valid());
        }
    }
}

#[test]
fn a_value_is_a_violation_where_null_must_be() {
    assert_snapshot!(report_of::<Job>(r#"{"status":"queued","model":"a long name of a model that is cut somewhere, since it is far too long","estimate":0}"#), @r#"
        violation[set] /model: model is "a long name of a model that is cut somewhere, since it is far to…", but status is queued, where it must be null
        violation[set] /estimate: estimate is 0, but status is queued, where it must be null
        2 violations
    "#);
    assert_snapshot!(report_of::<Job>(r#"{"status":"done","model":"m","estimate":0}"#), @"
        violation[set] /estimate: estimate is 0, but status is done, where it must be null
        1 violation
    ");
}

#[test]
fn what_did_not_fit_is_no_value_and_is_told_once() {
    let json = r#"{"status":"queued","model":{},"estimate":null}"#;
    assert_snapshot!(report_of::<Job>(json), @"
        violation[misfit] /model: expected a string or null, found {}
        1 violation
    ");
    assert!(matches!(
        comes_back::<Job>(json).state(),
        Ok(JobState::Queued)
    ));
}

#[test]
fn a_status_of_the_table_wins_over_a_group() {
    let at = |status| format!(r#"{{"status":"{status}","ended_at":1}}"#);
    assert!(
        !round_trips::<Subscription>(&at("active"))
            .report()
            .is_valid()
    );
    assert!(
        round_trips::<Subscription>(&at("ended"))
            .report()
            .is_valid()
    );
}
