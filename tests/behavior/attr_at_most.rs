//! `at_most = other`: this number is the other or less.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Counts {
    total: u32,
    #[api(at_most = total)]
    completed: Option<u32>,
    #[api(at_most = total, note(at_most = completed))]
    failed: u8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn numbers_in_order_are_silent() {
    for json in [
        r#"{"total":5,"completed":5,"failed":0}"#,
        r#"{"total":5,"completed":null,"failed":5}"#,
    ] {
        assert!(round_trips::<Counts>(json).report().is_empty(), "{json}");
    }
}

#[test]
fn a_number_too_great_is_a_violation() {
    assert_snapshot!(report_of::<Counts>(r#"{"total":5,"completed":6,"failed":7}"#), @"
        violation[order] /completed: completed is 6, which is more than total, 5
        violation[order] /failed: failed is 7, which is more than total, 5
        note[order] /failed: failed is 7, which is more than completed, 6
        2 violations, 1 note
    ");
}
