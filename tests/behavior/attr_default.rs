//! `default`, `default = expr`: what takes the place of an absent member.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Settings {
    #[api(default)]
    pub tags: Vec<String>,
    #[api(default = 10)]
    pub limit: u32,
    #[api(default = String::from("gpt"))]
    pub model: String,
    #[api(default = vec![1, 2])]
    pub stops: Vec<u8>,
    #[api(default = Some(3))]
    pub retries: Option<u8>,
    #[api(default)]
    pub labels: BTreeMap<String, u8>,
    #[api(default = Nested { depth: 5, extra: Extra::new() })]
    pub nested: Nested,
    #[api(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Nested {
    depth: u8,
    #[api(extra)]
    extra: Extra,
}

fn defaults() -> Settings {
    round_trips::<Settings>("{}").lenient()
}

#[test]
fn absent_members_have_their_defaults_and_stay_absent() {
    let settings = round_trips::<Settings>("{}");
    assert!(settings.report().is_empty());
    assert!(settings.tags.is_empty() && settings.labels.is_empty());
    assert_eq!((settings.limit, settings.model.as_str()), (10, "gpt"));
    assert_eq!(
        (settings.stops.as_slice(), settings.retries),
        (&[1, 2][..], Some(3))
    );
    assert_eq!(settings.nested.depth(), 5);
}

#[test]
fn a_member_that_came_is_sent_again_though_it_is_the_default() {
    for json in [
        r#"{"limit":10}"#,
        r#"{"tags":[]}"#,
        r#"{"stops":[1,2],"retries":3}"#,
        r#"{"retries":null,"labels":{}}"#,
        r#"{"nested":{"depth":5}}"#,
        r#"{"tags":["a"],"limit":0,"model":"","stops":[],"retries":null,"labels":{"a":1},"nested":{"depth":0,"x":1}}"#,
    ] {
        assert_eq!(api_object::to_string(&round_trips::<Settings>(json)), json);
    }
    assert_eq!(round_trips::<Settings>(r#"{"retries":null}"#).retries, None);
}

#[test]
fn a_changed_default_is_written_and_a_restored_one_is_not() {
    let mut settings = defaults();
    settings.limit = 11;
    settings.stops.push(3);
    assert_eq!(
        api_object::to_string(&settings),
        r#"{"limit":11,"stops":[1,2,3]}"#
    );
    settings.limit = 10;
    settings.stops.pop();
    assert_eq!(api_object::to_string(&settings), "{}");
    assert_eq!(serde_json::to_string(&settings).unwrap(), "{}");
}

#[test]
fn a_scalar_that_does_not_fit_leaves_the_default() {
    let json = r#"{"tags":null,"limit":"x","model":5,"stops":7,"retries":300,"labels":false,"nested":"y"}"#;
    assert_eq!(report_of::<Settings>(json).lines().count(), 8);
    let settings = comes_back::<Settings>(json);
    assert_eq!((settings.limit, settings.model.as_str()), (10, "gpt"));
    assert_eq!(
        (settings.stops.as_slice(), settings.retries),
        (&[1, 2][..], Some(3))
    );
    assert_eq!(settings.nested.depth(), 5);
}

#[test]
fn a_composite_that_does_not_fit_comes_back() {
    let json = r#"{"tags":[1],"limit":{},"model":[5],"stops":["a",4],"retries":[],"labels":{"a":"b"},"nested":{"depth":{}}}"#;
    let _ = comes_back::<Settings>(json);
    assert_snapshot!(report_of::<Settings>(json), @r#"
        violation[misfit] /tags/0: expected a string, found 1
        violation[misfit] /limit: expected an integer from 0 to 4294967295, found {}
        violation[misfit] /model: expected a string, found [5]
        violation[misfit] /stops/0: expected an integer from 0 to 255, found "a"
        violation[misfit] /retries: expected an integer from 0 to 255 or null, found []
        violation[misfit] /labels/a: expected an integer from 0 to 255, found "b"
        violation[misfit] /nested/depth: expected an integer from 0 to 255, found {}
        7 violations
    "#);
}

#[test]
fn a_composite_that_does_not_fit_leaves_the_default() {
    let json = r#"{"limit":{},"model":[5],"stops":["a",4],"retries":[],"nested":{"depth":{}}}"#;
    let settings = comes_back::<Settings>(json);
    assert_eq!((settings.limit, settings.model.as_str()), (10, "gpt"));
    assert_eq!(
        (settings.stops.as_slice(), settings.retries),
        (&[1, 2][..], Some(3))
    );
    assert_eq!(settings.nested.depth(), 5);
}

/// Expressions of all kinds, with others behind them in the same list.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Odd {
    #[api(default = [1, 2].to_vec(), len(..=3))]
    pub list: Vec<u8>,
    #[api(default = if cfg!(any()) { 1 } else { 2 }, range(0..=9))]
    pub branch: u8,
    #[api(default = { let half = 2; half * 2 }, range(0..=9))]
    pub block: u8,
    #[api(default = match u8::MAX { 0 => 5, _ => 6 }, range(0..=9))]
    pub choice: u8,
    #[api(default = [3, 4].map(|one: u8| -> u8 { one + 4 })[0], range(0..=9))]
    pub closure: u8,
    #[api(default = BTreeMap::<String, u8>::from([("a".to_owned(), 8)]), len(1..))]
    pub map: BTreeMap<String, u8>,
    #[api(default = <[u8]>::to_vec(&[9, 9]), len(1..))]
    pub qualified: Vec<u8>,
    #[api(default = (0..3).end - 1, range(0..=9))]
    pub end: u8,
    #[api(default = -1)]
    pub negative: i8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn any_expression_is_a_default() {
    let odd = round_trips::<Odd>("{}").lenient();
    assert!(odd.check().is_empty());
    assert_eq!((odd.list, odd.branch, odd.block), (vec![1, 2], 2, 4));
    assert_eq!(
        (odd.choice, odd.closure, odd.end, odd.negative),
        (6, 7, 2, -1)
    );
    assert_eq!(odd.map, BTreeMap::from([("a".to_owned(), 8)]));
    assert_eq!(odd.qualified, [9, 9]);
}
