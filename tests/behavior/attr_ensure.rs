//! `ensure(a + b <= total)`: sums of members.

use api_object::{ApiObject, Auto, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(
    ensure(completed + failed <= total),
    note(ensure(2 * overlap <= size)),
    ensure(price == net + tax)
)]
struct Counts {
    completed: u64,
    failed: u64,
    #[api(rename = "all", alias = "total")]
    total: u64,
    #[api(optional)]
    overlap: Option<Auto<u32>>,
    #[api(optional)]
    size: Option<u32>,
    #[api(optional)]
    price: Option<f64>,
    #[api(optional)]
    net: Option<f64>,
    #[api(optional)]
    tax: Option<f32>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn sums_compare_as_they_must() {
    for json in [
        r#"{"completed":1,"failed":2,"all":3}"#,
        r#"{"completed":1,"failed":2,"all":4,"overlap":4,"size":8,"price":1.5,"net":1.25,"tax":0.25}"#,
        r#"{"completed":0,"failed":0,"all":0,"overlap":"auto","size":0,"price":1.5,"net":9}"#,
    ] {
        let report = round_trips::<Counts>(json).report();
        assert!(report.is_empty(), "{json}: {report}");
    }
    assert_snapshot!(report_of::<Counts>(r#"{"completed":2,"failed":2,"all":3,"overlap":5,"size":9,"price":1.5,"net":1,"tax":0.25}"#), @r"
    violation[ensure] (root): completed + failed is 4, which is more than all, 3
    note[ensure] (root): 2 * overlap is 10, which is more than size, 9
    violation[ensure] (root): price is 1.5, which is not net + tax, 1.25
    2 violations, 1 note
    ");
}

#[test]
fn what_did_not_fit_is_left_out() {
    assert_snapshot!(report_of::<Counts>(r#"{"completed":2,"failed":2,"total":3,"overlap":5,"size":"9"}"#), @r#"
    drift[former_name] /total: total is a former name of all
    violation[misfit] /size: expected an integer from 0 to 4294967295 or null, found "9"
    violation[ensure] (root): completed + failed is 4, which is more than all, 3
    2 violations, 1 drift
    "#);
}
