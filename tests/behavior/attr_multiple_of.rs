//! `multiple_of(...)`: a number that is so many times a step.

use std::collections::BTreeMap;

use api_object::{ApiObject, Auto, Extra, UnixSeconds};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Order {
    #[api(multiple_of(5))]
    cents: u32,
    #[api(multiple_of(0.01))]
    price: f64,
    #[api(multiple_of(0.1))]
    share: Option<f32>,
    #[api(multiple_of(64))]
    width: Option<Auto<i64>>,
    #[api(multiple_of(60))]
    starts_at: Option<UnixSeconds>,
    #[api(note(each(multiple_of(0.5))))]
    weights: BTreeMap<String, f64>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_multiple_is_silent() {
    for json in [
        r#"{"cents":15,"price":19.99,"share":0.3,"width":"auto","starts_at":120,"weights":{"a":1.5,"b":-2}}"#,
        r#"{"cents":0,"price":1e3,"share":null,"width":-128,"starts_at":null,"weights":{}}"#,
    ] {
        assert!(round_trips::<Order>(json).report().is_empty(), "{json}");
    }
}

#[test]
fn a_number_between_two_steps_is_reported_at_the_level_of_the_rule() {
    let json =
        r#"{"cents":7,"price":0.005,"share":0.35,"width":65,"starts_at":61,"weights":{"a":1.25}}"#;
    assert_snapshot!(report_of::<Order>(json), @r"
    violation[multiple_of] /cents: cents is 7, expected a multiple of 5
    violation[multiple_of] /price: price is 0.005, expected a multiple of 0.01
    violation[multiple_of] /share: share is 0.35, expected a multiple of 0.1
    violation[multiple_of] /width: width is 65, expected a multiple of 64
    violation[multiple_of] /starts_at: starts_at is 61, expected a multiple of 60
    note[multiple_of] /weights/a: a is 1.25, expected a multiple of 0.5
    5 violations, 1 note
    ");
}

/// 0.3 divided by 0.1 is 2.9999999999999996, as doubles go.
#[test]
fn tenths_are_counted_as_decimals() {
    for tenths in 0..1000 {
        let json = format!(
            r#"{{"cents":0,"price":{}.{},"share":null,"width":null,"starts_at":null,"weights":{{}}}}"#,
            tenths / 10,
            tenths % 10
        );
        assert!(round_trips::<Order>(&json).report().is_empty(), "{json}");
    }
}
