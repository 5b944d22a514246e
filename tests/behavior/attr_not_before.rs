//! `not_before = other`: this moment is the other or later.

use api_object::{ApiObject, Extra, UnixSeconds};
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
