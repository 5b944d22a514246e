//! `each(...)`: rules for the elements of a list, or the values of a map.

use std::collections::BTreeMap;

use api_object::{ApiObject, Auto, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Nested {
    #[api(len(..=3), each(len(1..=4), pattern("^[a-z]+$")))]
    tags: Vec<String>,
    #[api(each(range(0..=9)))]
    scores: BTreeMap<String, i32>,
    #[api(each(len(2), each(range(..1.0))))]
    rows: Option<Vec<Vec<f64>>>,
    #[api(each(each(len(..=1))))]
    deep: Option<BTreeMap<String, Vec<String>>>,
    #[api(each(range(1..)))]
    odd: Option<Vec<Auto<u8>>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn elements_that_hold_are_silent() {
    let json = r#"{"tags":["a","abcd"],"scores":{"x":0,"y":9},"rows":[[0.5,-1],[0,0]],"deep":{"a":["","b"]},"odd":["auto",1]}"#;
    assert_eq!(
        round_trips::<Nested>(json).report().to_string(),
        "no deviation"
    );
}

#[test]
fn each_element_is_told_by_its_place() {
    let json = r#"{"tags":["","ABCDE","x","y"],"scores":{"a/b":10,"c~d":5,"e":-1},"rows":[[1,2,3],[0.5,1.0]],"deep":{"k":["ok","a"]},"odd":[0]}"#;
    assert_snapshot!(report_of::<Nested>(json), @r#"
        violation[len] /tags: tags has 4 elements, expected at most 3
        violation[len] /tags/0: tags[0] has 0 characters, expected 1 to 4
        violation[pattern] /tags/0: tags[0] is "", expected a match of ^[a-z]+$
        violation[len] /tags/1: tags[1] has 5 characters, expected 1 to 4
        violation[pattern] /tags/1: tags[1] is "ABCDE", expected a match of ^[a-z]+$
        violation[range] /scores/a~1b: "a/b" is 10, expected an integer from 0 to 9
        violation[range] /scores/e: e is -1, expected an integer from 0 to 9
        violation[len] /rows/0: rows[0] has 3 elements, expected exactly 2
        violation[range] /rows/0/0: rows[0][0] is 1, expected a number less than 1
        violation[range] /rows/0/1: rows[0][1] is 2, expected a number less than 1
        violation[range] /rows/0/2: rows[0][2] is 3, expected a number less than 1
        violation[range] /rows/1/1: rows[1][1] is 1, expected a number less than 1
        violation[len] /deep/k/0: k[0] has 2 characters, expected at most 1
        violation[range] /odd/0: odd[0] is 0, expected an integer of at least 1
        14 violations
    "#);
}
