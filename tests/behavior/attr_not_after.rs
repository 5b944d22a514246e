//! `not_after = other`: this moment is the other or earlier.

use api_object::{ApiObject, Extra, UnixSeconds};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Batch {
    #[api(not_after = expires_at)]
    created_at: UnixSeconds,
    expires_at: Option<UnixSeconds>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn moments_in_order_are_silent() {
    for json in [
        r#"{"created_at":5,"expires_at":5}"#,
        r#"{"created_at":5,"expires_at":null}"#,
        r#"{"created_at":5}"#,
    ] {
        assert!(round_trips::<Batch>(json).report().is_valid(), "{json}");
    }
}

#[test]
fn a_moment_too_late_is_a_violation() {
    assert_snapshot!(report_of::<Batch>(r#"{"created_at":6,"expires_at":5}"#), @"
        violation[order] /created_at: created_at is 6, which is after expires_at, 5
        1 violation
    ");
}
