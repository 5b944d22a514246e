//! `unique`: no two elements of a list are equal.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Lists {
    #[api(unique)]
    words: Vec<String>,
    #[api(unique)]
    numbers: Option<Vec<f64>>,
    #[api(unique)]
    points: Vec<Point>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Point {
    x: i32,
    y: Option<i32>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn different_elements_are_silent() {
    let json = r#"{"words":["a","A",""],"numbers":[1,1.5,-1,0],"points":[{"x":1,"y":null},{"x":1,"y":2},{"x":2,"y":null}]}"#;
    assert!(round_trips::<Lists>(json).report().is_empty());
    assert!(
        round_trips::<Lists>(r#"{"words":[],"numbers":null,"points":[]}"#)
            .report()
            .is_empty()
    );
}

#[test]
fn an_element_that_stands_twice_is_a_violation() {
    let json = r#"{"words":["a","b","a","a"],"numbers":[1,2.5,1.0,25e-1],"points":[{"x":1,"y":2},{"y":2,"x":1}]}"#;
    assert_snapshot!(report_of::<Lists>(json), @r#"
        violation[unique] /words/2: words[2] is "a", the same as element 0
        violation[unique] /words/3: words[3] is "a", the same as element 0
        violation[unique] /numbers/2: numbers[2] is 1, the same as element 0
        violation[unique] /numbers/3: numbers[3] is 2.5, the same as element 1
        violation[unique] /points/1: points[1] is an object, the same as element 0
        5 violations
    "#);
}
