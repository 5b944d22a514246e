//! `range(1..=50)`: a number between two bounds.

use api_object::{ApiObject, Auto, Extra, UnixSeconds};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Params {
    #[api(range(1..=50))]
    epochs: u32,
    #[api(range(..5))]
    below: i8,
    #[api(range(-3..))]
    above: i64,
    #[api(range(0.0 <..2.0))]
    rate: f64,
    #[api(range(0 <..= 1))]
    share: Option<f32>,
    #[api(range(1..=256))]
    batch: Option<Auto<u32>>,
    #[api(range(1_500_000_000..))]
    at: Option<UnixSeconds>,
    #[api(range(18446744073709551615..))]
    huge: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn bounds_are_allowed_as_they_are_written() {
    for json in [
        r#"{"epochs":1,"below":4,"above":-3,"rate":1.9999999999999998,"share":1,"batch":256,"at":1500000000,"huge":18446744073709551615}"#,
        r#"{"epochs":50,"below":-128,"above":9223372036854775807,"rate":5e-324,"share":1e-45,"batch":"auto","at":null,"huge":null}"#,
    ] {
        assert_eq!(
            round_trips::<Params>(json).report().to_string(),
            "no deviation"
        );
    }
}

#[test]
fn what_is_outside_is_a_violation() {
    let json = r#"{"epochs":0,"below":5,"above":-4,"rate":0.0,"share":0,"batch":257,"at":0,"huge":18446744073709551614}"#;
    assert_snapshot!(report_of::<Params>(json), @"
        violation[range] /epochs: epochs is 0, expected an integer from 1 to 50
        violation[range] /below: below is 5, expected an integer less than 5
        violation[range] /above: above is -4, expected an integer of at least -3
        violation[range] /rate: rate is 0, expected a number greater than 0 and less than 2
        violation[range] /share: share is 0, expected a number greater than 0 and of at most 1
        violation[range] /batch: batch is 257, expected an integer from 1 to 256
        violation[range] /at: at is 0, expected an integer of at least 1500000000
        violation[range] /huge: huge is 18446744073709551614, expected an integer of at least 18446744073709551615
        8 violations
    ");
    let json =
        r#"{"epochs":51,"below":127,"above":0,"rate":2.0,"share":1.5,"batch":0,"at":-1,"huge":0}"#;
    assert_snapshot!(report_of::<Params>(json), @"
        violation[range] /epochs: epochs is 51, expected an integer from 1 to 50
        violation[range] /below: below is 127, expected an integer less than 5
        violation[range] /rate: rate is 2, expected a number greater than 0 and less than 2
        violation[range] /share: share is 1.5, expected a number greater than 0 and of at most 1
        violation[range] /batch: batch is 0, expected an integer from 1 to 256
        violation[range] /at: at is -1, expected an integer of at least 1500000000
        violation[range] /huge: huge is 0, expected an integer of at least 18446744073709551615
        7 violations
    ");
}
