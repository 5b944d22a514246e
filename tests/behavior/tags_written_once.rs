//! An object that was read by itself may become a variant of a union, or of another one: each tag is written, and once.

use api_object::{ApiObject, Extra, UnknownObject};
use serde::Serialize;

use crate::round_trip::{comes_back, round_trips, streamed};

#[derive(Debug, Clone, PartialEq, Default, ApiObject)]
struct Note {
    text: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Part {
    Note(Note),
    #[api(alias = "void")]
    Nothing(Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum Outer {
    Part(Part),
    Memo(Note),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Keyed {
    Count(u32, Extra),
}

/// What is written, which both writers write alike.
#[track_caller]
fn writes<T: Serialize + api_object::Node>(value: &T) -> String {
    let ours = api_object::to_string(value);
    assert_eq!(streamed(value).unwrap(), ours);
    ours
}

#[test]
fn what_was_no_tag_by_itself_is_none_beside_the_tag() {
    let alone = round_trips::<Note>(r#"{"text":"a","type":"x","kind":{"a":1},"more":1}"#).lenient();
    let part = Part::Note(alone.clone());
    assert_eq!(
        writes(&part),
        r#"{"type":"note","text":"a","kind":{"a":1},"more":1}"#
    );
    let outer = Outer::Part(part);
    assert_eq!(
        writes(&outer),
        r#"{"kind":"part","type":"note","text":"a","more":1}"#
    );
    // By itself it is what it was.
    assert_eq!(
        writes(&alone),
        r#"{"text":"a","type":"x","kind":{"a":1},"more":1}"#
    );
}

#[test]
fn the_variant_of_one_union_may_become_that_of_another() {
    let part =
        comes_back::<Part>(r#"{"type":"note","text":null,"kind":"memo","\u006bind":2}"#).lenient();
    let Part::Note(note) = part else {
        panic!("a note")
    };
    assert_eq!(writes(&Outer::Memo(note)), r#"{"kind":"memo","text":null}"#);
    let part = comes_back::<Part>(r#"{"type":"void","type2":1}"#).lenient();
    let Part::Nothing(mut extra) = part else {
        panic!("nothing")
    };
    extra.insert("type", &"note").unwrap();
    assert_eq!(
        writes(&Part::Nothing(extra.clone())),
        r#"{"type":"void","type2":1}"#
    );
    assert_eq!(
        writes(&Keyed::Count(1, extra)),
        r#"{"type":"count","count":1,"type2":1}"#
    );
}

/// They have the unions' tags among their members, or as their own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Typed {
    #[api(optional, rename = "type")]
    kind: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "tagged"))]
struct Tagged {
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Declaring {
    Typed(Typed),
    Tagged(Tagged),
}

#[test]
fn a_tag_is_written_where_its_member_is_not() {
    let typed = |kind: Option<&str>| {
        Declaring::Typed(Typed {
            kind: kind.map(str::to_owned),
            extra: Extra::new(),
        })
    };
    assert_eq!(writes(&typed(None)), r#"{"type":"typed"}"#);
    assert_eq!(writes(&typed(Some("typed"))), r#"{"type":"typed"}"#);
    let tagged = round_trips::<Tagged>("{\"a\":1}").lenient();
    assert_eq!(
        writes(&Declaring::Tagged(tagged)),
        r#"{"type":"tagged","a":1}"#
    );
    for json in [r#"{"type":"typed"}"#, r#"{"type":"tagged"}"#] {
        assert_eq!(writes(&round_trips::<Declaring>(json)), json);
    }
}

/// A union in a union that is told apart by the same member.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Group {
    #[api(rename = "note")]
    Part(Part),
    Tagged(Tagged),
}

#[test]
fn unions_of_one_tag_write_it_once() {
    let json = r#"{"type":"note","text":"a"}"#;
    assert_eq!(writes(&round_trips::<Group>(json)), json);
}
