//! What is said of an object that no variant of a union takes: by the member that it came with, whichever union within
//! the union that belongs to; and by the condition that it does not meet.

use api_object::{ApiObject, Deleted, Extra, Str, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Shape {
    Line(Extra),
    #[api(rename = "area", when(flat = true))]
    Plane(Extra),
    #[api(rename = "area", when("sides" = -3))]
    Odd(Extra),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum Colour {
    Red(Extra),
    Blue(Extra),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thing", former("item"))]
struct Thing {
    id: Str,
    #[api(extra)]
    extra: Extra,
}

/// Unions first, so that no object says what the member is called.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Open {
    Shape(Shape),
    Colour(Box<Colour>),
    #[api(when(deleted = true))]
    Gone(Deleted<Thing>),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Closed {
    Thing(Thing),
    Shape(Shape),
    Colour(Colour),
    #[api(when(deleted = true))]
    Gone(Deleted<Thing>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Conditional {
    #[api(when(flat = true))]
    Area(Extra),
    Line(Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

/// Nothing but conditions.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Told {
    #[api(when(n = 1))]
    One(Plain),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Plain {
    n: u8,
}

#[test]
fn an_unknown_word_is_told_at_the_member_that_has_it() {
    assert_snapshot!(report_of::<Open>(r#"{"n":1,"kind":"green"}"#), @r#"
    drift[unknown_variant] /kind: kind is "green", a variant that Open does not know
    1 drift
    "#);
    assert_snapshot!(report_of::<Open>(r#"{"type":3,"object":"pen"}"#), @r#"
    drift[unknown_variant] /object: object is "pen", a variant that Open does not know
    1 drift
    "#);
    assert_snapshot!(report_of::<Open>(r#"{"n":1}"#), @"
    drift[unknown_variant] (root): the value has no type, kind or object, by which Open is told apart
    1 drift
    ");
    let open = round_trips::<Vec<Open>>(r#"[{"kind":"green"}]"#);
    let report = open.report();
    assert_eq!(report.issues()[0].pointer.as_str(), "/0/kind");
    assert_eq!(
        report.issues()[0].expected().as_deref(),
        Some("red or blue")
    );
}

#[test]
fn a_refusal_names_the_words_of_the_member_that_came() {
    assert_snapshot!(refusal::<Closed>(r#"{"kind":"green"}"#), @"line 1, column 1: expected `kind` to be `red` or `blue`, found `green`");
    assert_snapshot!(refusal::<Closed>(r#"{"object":"pen"}"#), @"line 1, column 1: expected `object` to be `thing` or `thing.deleted`, found `pen`");
    assert_snapshot!(refusal::<Closed>(r#"{"n":1}"#), @"line 1, column 1: expected `object` to be `thing` or `thing.deleted`, or `type` to be `line` or `area`, or `kind` to be `red` or `blue`, found none of these");
    let theirs = serde_json::from_str::<Closed>(r#"{"kind":"green"}"#).unwrap_err();
    assert_snapshot!(theirs.to_string(), @"expected `kind` to be `red` or `blue`, found `green` (line 1, column 16 of the value)");
}

#[test]
fn a_word_that_is_known_lacks_its_condition() {
    assert_snapshot!(refusal::<Shape>(r#"{"type":"area","flat":false}"#), @"line 1, column 1: `type` is `area`, which is a variant of Shape only where flat is true or sides is -3");
    assert_snapshot!(report_of::<Conditional>(r#"{"type":"area"}"#), @r#"
    drift[unknown_variant] /type: type is "area", which is a variant of Conditional only where flat is true
    1 drift
    "#);
    assert_snapshot!(report_of::<Open>(r#"{"id":"t","object":"thing.deleted","deleted":false}"#), @r#"
    drift[unknown_variant] /object: object is "thing.deleted", which is a variant of Open only where deleted is true
    1 drift
    "#);
}

#[test]
fn where_only_conditions_tell_no_member_is_named() {
    assert_snapshot!(report_of::<Told>(r#"{"n":2}"#), @r#"
    drift[unknown_variant] (root): the value is {"n":2}, which no variant of Told takes
    1 drift
    "#);
}

/// What an object says twice is looked for in one that no variant takes, too.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Step {
    #[api(same_as = details.kind)]
    kind: String,
    details: Open,
}

#[test]
fn the_tag_of_an_unknown_variant_is_the_same_as_another_member() {
    let same = r#"{"kind":"green","details":{"kind":"green"}}"#;
    assert_eq!(round_trips::<Step>(same).report().len(), 1);
    assert_snapshot!(report_of::<Step>(r#"{"kind":"red","details":{"kind":"green"}}"#), @r#"
    violation[same_as] /kind: kind is "red", but details.kind, which says the same, is "green"
    drift[unknown_variant] /details/kind: kind is "green", a variant that Open does not know
    1 violation, 1 drift
    "#);
    // Its tag is another member.
    let other = r#"{"kind":"red","details":{"type":"green"}}"#;
    assert_eq!(round_trips::<Step>(other).report().len(), 1);
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Guarded {
    Key(Key),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Key {
    value: api_object::Secret<Str>,
}

#[test]
fn a_tag_that_is_no_word_is_told_with_its_value() {
    assert_snapshot!(refusal::<Shape>(r#"{"type":7}"#), @r#"line 1, column 1: expected `type` to be `line` or `area`, found 7"#);
    assert_snapshot!(refusal::<Closed>(r#"{"kind":null}"#), @r#"line 1, column 1: expected `kind` to be `red` or `blue`, found null"#);
    assert_snapshot!(report_of::<Open>(r#"{"kind":["red"]}"#), @r#"
        drift[unknown_variant] /kind: kind is ["red"] and no word, by which Open is told apart
        1 drift
    "#);
    // It may be the secret.
    assert_snapshot!(refusal::<Guarded>(r#"{"type":{"value":"hush"}}"#), @r#"line 1, column 1: expected `type` to be `key`, found an object"#);
}
