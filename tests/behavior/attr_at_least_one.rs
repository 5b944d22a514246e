//! `at_least_one(a, b)`: one of some members is set, or more.

use api_object::{ApiObject, Extra};

use crate::round_trip::round_trips;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(at_least_one(a, b))]
struct Change {
    #[api(optional)]
    a: Option<u8>,
    #[api(optional)]
    b: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn some_are_set() {
    for json in [r#"{"a":1}"#, r#"{"a":1,"b":1}"#] {
        assert!(round_trips::<Change>(json).report().is_empty(), "{json}");
    }
    insta::assert_snapshot!(round_trips::<Change>("{}").report(), @r"
    violation[choice] (root): at least one of a and b must be set, and none is
    1 violation
    ");
}
