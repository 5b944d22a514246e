//! `not_before = other`: this moment is the other or later.

use api_object::{ApiObject, Extra, Str, UnixSeconds};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Job {
    #[api(rename = "createdAt")]
    created_at: UnixSeconds,
    #[api(not_before = created_at)]
    started_at: Option<UnixSeconds>,
    #[api(not_before = started_at, not_before = created_at)]
    ended_at: Option<UnixSeconds>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn moments_in_order_are_silent() {
    for json in [
        r#"{"createdAt":5,"started_at":5,"ended_at":6}"#,
        r#"{"createdAt":5,"started_at":null,"ended_at":6}"#,
        r#"{"createdAt":-5,"started_at":-5,"ended_at":null}"#,
    ] {
        assert!(round_trips::<Job>(json).report().is_empty(), "{json}");
    }
}

#[test]
fn a_moment_too_early_is_a_violation() {
    assert_snapshot!(report_of::<Job>(r#"{"createdAt":1700000000,"started_at":1699999999,"ended_at":0}"#), @"
        violation[order] /started_at: started_at is 1699999999, which is before createdAt, 1700000000
        violation[order] /ended_at: ended_at is 0, which is before started_at, 1699999999
        violation[order] /ended_at: ended_at is 0, which is before createdAt, 1700000000
        3 violations
    ");
}

#[test]
fn a_moment_that_did_not_fit_is_no_moment() {
    assert_snapshot!(report_of::<Job>(r#"{"createdAt":5,"started_at":"soon","ended_at":4}"#), @r#"
        violation[misfit] /started_at: expected a moment in Unix seconds (an integer) or null, found "soon"
        violation[order] /ended_at: ended_at is 4, which is before createdAt, 5
        2 violations
    "#);
}

/// Moments as texts, of a type of serde's and as plain strings.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Check {
    #[api(serde)]
    queued_at: jiff::Timestamp,
    #[api(serde, not_before = queued_at)]
    started_at: Option<jiff::Timestamp>,
    #[api(not_before = started_at)]
    completed_at: Option<String>,
    due_on: Option<Str>,
    #[api(not_before = due_on)]
    paid_on: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn moments_that_are_texts_are_compared_as_moments() {
    let report = |started: &str, completed: &str| {
        report_of::<Check>(&format!(
            r#"{{"queued_at":"2025-03-03T14:12:09.5Z","started_at":"{started}","completed_at":"{completed}","due_on":null,"paid_on":null}}"#
        ))
    };
    // A fraction more, another offset, and none of a second at all: compared as texts, all three would be in disorder.
    assert_eq!(
        report("2025-03-03T14:12:09.51Z", "2025-03-03T09:12:10-05:00"),
        "no deviation"
    );
    assert_snapshot!(report("2025-03-03T14:12:09Z", "2025-03-03T15:12:08.999+01:00"), @r#"
        violation[order] /started_at: started_at is "2025-03-03T14:12:09Z", which is before queued_at, "2025-03-03T14:12:09.5Z"
        violation[order] /completed_at: completed_at is "2025-03-03T15:12:08.999+01:00", which is before started_at, "2025-03-03T14:12:09Z"
        2 violations
    "#);
}

#[test]
fn days_are_compared_with_days() {
    let report = |due: &str, paid: &str| {
        report_of::<Check>(&format!(
            r#"{{"queued_at":"2025-03-03T14:12:09Z","started_at":null,"completed_at":null,"due_on":"{due}","paid_on":"{paid}"}}"#
        ))
    };
    assert_snapshot!(report("2025-03-01", "2025-02-28"), @r#"
        violation[order] /paid_on: paid_on is "2025-02-28", which is before due_on, "2025-03-01"
        1 violation
    "#);
    for (due, paid) in [
        ("2025-03-01", "2025-03-01"),
        ("2025-03-01T00:00:00Z", "2025-02-28"),
        ("soon", "now"),
    ] {
        assert_eq!(report(due, paid), "no deviation", "{due} {paid}");
    }
}
