//! Unions directly in unions, and unions that hold themselves.

use api_object::{ApiObject, Extra, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Outer {
    #[api(alias = "in")]
    Inner(Inner),
    Boxed(Box<Inner>),
    Either(Either),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum Inner {
    #[api(alias = "first")]
    A(Leaf),
    B(Extra),
    C,
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Leaf(Leaf),
    Count(Count),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Leaf {
    n: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Count {
    count: u8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn both_tags_are_written() {
    let leaf = Leaf {
        n: 1,
        extra: Extra::new(),
    };
    let cases = [
        (
            Outer::Inner(Inner::A(leaf.clone())),
            r#"{"type":"inner","kind":"a","n":1}"#,
        ),
        (
            Outer::Boxed(Box::new(Inner::C)),
            r#"{"type":"boxed","kind":"c"}"#,
        ),
        (
            Outer::Either(Either::Leaf(leaf)),
            r#"{"type":"either","n":1}"#,
        ),
    ];
    for (outer, json) in cases {
        assert_eq!(api_object::to_string(&outer), json);
        assert_eq!(serde_json::to_string(&outer).unwrap(), json);
        assert_eq!(*round_trips::<Outer>(json), outer);
        assert!(round_trips::<Outer>(json).report().is_empty());
    }
}

#[test]
fn the_tags_stand_in_any_order() {
    for json in [
        r#"{"kind":"a","type":"inner","n":1}"#,
        r#"{"n":1,"kind":"a","x":2,"type":"inner"}"#,
        r#"{"n":1,"kind":"first","x":2,"type":"in"}"#,
        r#"{"kind":"b","x":2,"type":"boxed"}"#,
        r#"{"count":1,"type":"either","x":2}"#,
        r#"{"kind":"z","x":2,"type":"boxed"}"#,
        r#"{"type":"inner"}"#,
    ] {
        let _ = round_trips::<Outer>(json);
    }
    assert_snapshot!(report_of::<Outer>(r#"{"n":1,"kind":"a","x":2,"type":"inner"}"#), @"
    drift[unknown_member] /x: x is a member that Leaf does not know
    1 drift
    ");
    assert_snapshot!(refusal::<Outer>(r#"{"kind":"a","type":"inner","n":1,"kind":"a"}"#), @"line 1, column 41, at /kind: `kind` stands twice in its object");
    assert_snapshot!(refusal::<Outer>(r#"{"type":"inner","kind":"a","n":1,"type":"a"}"#), @"line 1, column 41, at /type: `type` stands twice in its object");
}

/// A closed union that holds itself, in its first variant and without end.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Grader {
    Multi(Box<Multi>),
    Not(Not),
    Label(Leaf),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Multi {
    grader: Grader,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Not {
    grader: Box<Grader>,
}

/// Two that hold each other.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Ping {
    Pong(Ponged),
    Graded(Leaf),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Ponged {
    pong: Box<Pong>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "t", keyed)]
enum Pong {
    Ping(Box<Ping>),
    Grader(Box<Grader>),
}

#[test]
fn a_union_that_holds_itself_has_a_blank_that_ends() {
    for json in [
        r#"{"type":"label","n":1}"#,
        r#"{"type":"multi","grader":{"type":"not","grader":{"n":1,"type":"label"}}}"#,
    ] {
        let _ = round_trips::<Grader>(json);
    }
    assert_snapshot!(refusal::<Grader>("7"), @"line 1, column 1: expected an object with `type` (Grader), found 7");
    let _ = round_trips::<Ping>(r#"{"pong":{"t":"ping","ping":{"n":1}}}"#);
    let _ = round_trips::<Pong>(r#"{"t":"grader","grader":{"type":"label","n":1}}"#);
}

/// Two unions that are each other's only variant of an object, which no document can be.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Chicken {
    Egg(Box<Egg>),
    Pot,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Egg {
    #[api(rename = "egg")]
    Chicken(Box<Chicken>),
    Pan,
}

#[test]
fn unions_in_unions_without_end_are_refused() {
    assert_snapshot!(refusal::<Chicken>(r#"{"type":"egg"}"#), @"line 1, column 1: expected at most 127 levels of arrays and objects");
    assert!(serde_json::from_str::<Chicken>(r#"{"type":"egg"}"#).is_err());
    let _ = round_trips::<Chicken>(r#"{"type":"pot"}"#);
}
