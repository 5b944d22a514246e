//! `at_most_one(a, b)`: of some members no two are set.

use api_object::{ApiObject, Extra};

use crate::round_trip::round_trips;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(note(at_most_one(a, b, c)))]
struct Sizes {
    #[api(optional)]
    a: Option<u8>,
    #[api(optional)]
    b: Option<u8>,
    #[api(optional)]
    c: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn no_two_are_set() {
    for json in ["{}", r#"{"b":1}"#] {
        assert!(round_trips::<Sizes>(json).report().is_empty(), "{json}");
    }
    insta::assert_snapshot!(round_trips::<Sizes>(r#"{"a":1,"c":2}"#).report(), @r"
    note[choice] (root): at most one of a, b and c should be set, and a and c are
    1 note
    ");
}
