//! `check = path`: rules of the user's own, on fields and on objects.

use std::fmt;

use api_object::{ApiObject, Code, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(check = sums_up, check = rules::never)]
struct Counts {
    #[api(check = rules::even)]
    total: u32,
    #[api(check = rules::even, check = rules::small)]
    completed: u32,
    #[api(check = rules::even)]
    failed: Option<u32>,
    #[api(check = rules::short)]
    name: Option<String>,
    #[api(extra)]
    extra: Extra,
}

fn sums_up(counts: &Counts) -> Result<(), String> {
    match counts.completed + counts.failed.unwrap_or(0) <= counts.total {
        true => Ok(()),
        false => Err(format!("more than {} of them ended", counts.total)),
    }
}

mod rules {
    use super::{Counts, Odd};

    pub(super) fn even(n: &u32) -> Result<(), Odd> {
        n.is_multiple_of(2).then_some(()).ok_or(Odd(*n))
    }

    pub(super) fn small(n: &u32) -> Result<(), &'static str> {
        (*n < 100).then_some(()).ok_or("is not small")
    }

    #[expect(clippy::ptr_arg, reason = "a rule is handed the field as it is")]
    pub(super) fn short(name: &String) -> Result<(), Box<str>> {
        (name.len() < 4)
            .then_some(())
            .ok_or_else(|| "is long".into())
    }

    pub(super) fn never(_: &Counts) -> Result<(), String> {
        Ok(())
    }
}

struct Odd(u32);

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is odd", self.0)
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Batch {
    counts: Vec<Counts>,
}

#[test]
fn what_holds_is_silent() {
    let json = r#"{"total":4,"completed":2,"failed":2,"name":"abc"}"#;
    assert!(round_trips::<Counts>(json).report().is_empty());
}

#[test]
fn every_rule_is_asked_in_the_order_written() {
    let json = r#"{"total":3,"completed":101,"failed":null,"name":"long name"}"#;
    assert_snapshot!(report_of::<Counts>(json), @"
        violation[custom] /total: 3 is odd
        violation[custom] /completed: 101 is odd
        violation[custom] /completed: is not small
        violation[custom] /name: is long
        violation[custom] (root): more than 3 of them ended
        5 violations
    ");
    let report = round_trips::<Counts>(json).report();
    assert!(
        report
            .issues()
            .iter()
            .all(|issue| issue.code == Code::Custom)
    );
    assert!(!report.is_valid());
}

#[test]
fn an_issue_stands_where_its_object_does() {
    let json = r#"{"counts":[{"total":0,"completed":0,"failed":null,"name":null},{"total":0,"completed":2,"failed":1,"name":null}]}"#;
    assert_snapshot!(report_of::<Batch>(json), @"
        violation[custom] /counts/1/failed: 1 is odd
        violation[custom] /counts/1: more than 0 of them ended
        2 violations
    ");
}

#[test]
fn none_is_not_asked() {
    let json = r#"{"total":0,"completed":0,"failed":"many","name":null}"#;
    assert_snapshot!(report_of::<Counts>(json), @r#"
        violation[misfit] /failed: expected an integer from 0 to 4294967295 or null, found "many"
        1 violation
    "#);
}
