//! Objects within objects, unions and defaults: what belongs to one is not mixed with another's.

use std::fmt::Write;

use api_object::{ApiObject, Extra, UnknownObject};

use super::comes_back;

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Limits {
    x: u8,
    y: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Settings {
    #[api(default = Limits { x: 5, y: Some(6), extra: Extra::new() })]
    limits: Limits,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_comes_is_not_mixed_with_the_default() {
    for json in [
        r#"{"limits":{"x":1,"y":null}}"#,
        r#"{"limits":{"x":1}}"#,
        r#"{"limits":{"x":1,"y":"bad"}}"#,
        r#"{"limits":7}"#,
        r#"{}"#,
    ] {
        let _ = comes_back::<Settings>(json);
    }
    let absent = crate::from_str::<Settings>("{}").unwrap();
    assert_eq!((absent.limits.x, absent.limits.y), (5, Some(6)));
    let sent = crate::from_str::<Settings>(r#"{"limits":{"x":1}}"#).unwrap();
    assert_eq!((sent.limits.x, sent.limits.y), (1, None));
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "b")]
struct Tagged {
    n: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Choice {
    #[api(alias = "old")]
    A(Tagged),
    #[api(unknown)]
    Other(UnknownObject),
}

#[test]
fn the_alias_of_a_variant_is_not_the_tag_of_its_object() {
    for json in [
        r#"{"type":"old","object":"b","n":1}"#,
        r#"{"type":"old","n":1}"#,
        r#"{"n":1,"type":"old"}"#,
        r#"{"type":"a","object":"b","n":1}"#,
    ] {
        let _ = comes_back::<Choice>(json);
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "op")]
enum Expression {
    Not(Box<Not>),
    Literal(Literal),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Not {
    inner: Box<Expression>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Literal {
    v: u8,
}

#[test]
fn a_closed_union_may_hold_itself() {
    let _ = comes_back::<Expression>(r#"{"op":"literal","v":1}"#);
    let _ = comes_back::<Expression>(
        r#"{"op":"not","inner":{"op":"not","inner":{"op":"literal","v":1}}}"#,
    );
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Outer {
    a: u8,
    inner: Tagged,
}

#[test]
fn an_object_of_another_type_within_hides_nothing_without() {
    let error = crate::from_str::<Outer>(r#"{"a":"x","inner":{"object":"z","n":"y"}}"#);
    let error = error.unwrap_err();
    let places = error.issues().map(|i| i.issue.pointer.as_str());
    assert_eq!(places.collect::<Vec<_>>(), ["/a", "/inner/object"]);
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Page {
    items: Option<Vec<Literal>>,
    must: u8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_was_set_aside_is_not_counted_among_what_failed() {
    let mut items = String::from(r#"{"v":"x"}"#);
    (1..100).for_each(|_| items.write_str(r#",{"v":"x"}"#).unwrap());
    let error = crate::from_str::<Page>(&format!(r#"{{"items":[{items}]}}"#)).unwrap_err();
    let refusing = error.issues().filter(|place| !place.set_aside);
    assert_eq!(refusing.count(), 1);
    // What was set aside is described up to a number of its own.
    assert_eq!((error.issues().count(), error.untold()), (65, 36));
    assert_eq!(error.first().issue.pointer.as_str(), "/must");
}
