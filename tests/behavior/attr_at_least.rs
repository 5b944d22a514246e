//! `at_least = other`: this number is the other or greater.

use api_object::{ApiObject, Auto, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Usage {
    #[api(at_least = used)]
    total: u64,
    used: i64,
    #[api(at_least = used)]
    ratio: Option<f64>,
    #[api(at_least = total)]
    limit: Option<Auto<u64>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn numbers_in_order_are_silent() {
    for json in [
        r#"{"total":18446744073709551615,"used":-1,"ratio":-1.0,"limit":18446744073709551615}"#,
        r#"{"total":0,"used":0,"ratio":0.5,"limit":"auto"}"#,
        r#"{"total":9007199254740993,"used":9007199254740992,"ratio":null,"limit":null}"#,
    ] {
        assert_eq!(
            round_trips::<Usage>(json).report().to_string(),
            "no deviation"
        );
    }
}

#[test]
fn a_number_too_small_is_a_violation() {
    let json = r#"{"total":9223372036854775806,"used":9223372036854775807,"ratio":1e18,"limit":9223372036854775805}"#;
    assert_snapshot!(report_of::<Usage>(json), @"
        violation[order] /total: total is 9223372036854775806, which is less than used, 9223372036854775807
        violation[order] /ratio: ratio is 1e18, which is less than used, 9223372036854775807
        violation[order] /limit: limit is 9223372036854775805, which is less than total, 9223372036854775806
        3 violations
    ");
}
