//! `alias = "former_name"`: other names of members, words and variants.

use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Paint {
    #[api(alias("colour", "col/our"))]
    color: Option<Color>,
    #[api(alias = "n")]
    count: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Color {
    #[api(alias("grey", "gr\"y"))]
    Gray,
    Red,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Palette {
    colors: Vec<Color>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tool {
    #[api(alias("retrieval", "search"))]
    FileSearch(FileSearch),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct FileSearch {
    depth: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_member_is_read_and_sent_again_under_its_alias() {
    for json in [
        r#"{"color":"red","count":1}"#,
        r#"{"colour":"red","n":1}"#,
        r#"{"col/our":"red","count":1}"#,
        r#"{"colour":null,"n":1}"#,
        r#"{"n":1}"#,
    ] {
        let paint = round_trips::<Paint>(json);
        assert_eq!(paint.count(), 1);
        assert_eq!(paint.color().is_some(), json.contains("red"));
    }
}

#[test]
fn a_misfit_keeps_the_alias_that_it_came_under() {
    let paint = comes_back::<Paint>(r#"{"colour":7,"n":1}"#);
    assert_eq!(paint.color(), None);
    assert_snapshot!(paint.report(), @r#"
        drift[former_name] /colour: colour is a former name of color
        violation[misfit] /colour: expected a string (Color) or null, found 7
        drift[former_name] /n: n is a former name of count
        1 violation, 2 drifts
    "#);
}

/// A server that renames a member sends both for a while: the first is the member.
#[test]
fn a_second_name_is_kept_beside_the_first() {
    assert_snapshot!(report_of::<Paint>(r#"{"color":"red","colour":"gray","count":1}"#), @r"
    drift[duplicate_member] /colour: colour is a second name of a member that Paint has already
    1 drift
    ");
    assert_snapshot!(report_of::<Paint>(r#"{"n":1,"color":"red","count":2}"#), @r"
    drift[former_name] /n: n is a former name of count
    drift[duplicate_member] /count: count is a second name of a member that Paint has already
    2 drifts
    ");
    for json in [
        r#"{"color":"red","colour":"gray","count":1}"#,
        r#"{"colour":"gray","color":"red","count":1}"#,
        r#"{"colour":"gray","count":1,"color":"red"}"#,
        r#"{"n":1,"count":2}"#,
        r#"{ "n": 1, "count": 2, "color": null }"#,
        r#"{"count":1,"n":2}"#,
    ] {
        let paint = comes_back::<Paint>(json);
        assert_eq!(paint.count(), 1, "{json}");
        let theirs: Paint = serde_json::from_str(json).expect("serde reads it");
        assert_eq!(
            (theirs.count(), theirs.color()),
            (1, paint.color()),
            "{json}"
        );
        assert_eq!(
            api_object::to_string(&theirs),
            api_object::to_string(&paint)
        );
    }
}

#[test]
fn one_name_stands_once() {
    assert_snapshot!(refusal::<Paint>(r#"{"color":"red","color":"red","count":1}"#), @r"
    line 1, column 24, at /color: `color` stands twice in its object
    ");
    assert_snapshot!(refusal::<Paint>(r#"{"n":1,"n":1}"#), @r"
    line 1, column 12, at /n: `count` stands twice in its object
    ");
    assert!(serde_json::from_str::<Paint>(r#"{"n":1,"n":1}"#).is_err());
}

#[test]
fn a_word_is_sent_again_as_its_alias() {
    for word in ["gray", "grey", "gr\\\"y"] {
        let json = format!(r#"{{"color":"{word}","count":1}}"#);
        let paint = round_trips::<Paint>(&json);
        assert_eq!(paint.color(), Some(&Color::Gray), "{word}");
        assert!(paint.report().is_empty());
    }
    let escaped = comes_back::<Paint>(r#"{"color":"gr\u0065y","count":1}"#);
    assert_eq!(escaped.color(), Some(&Color::Gray));
    assert_eq!("grey".parse(), Ok(Color::Gray));
    assert_eq!(Color::from("grey").as_str(), "gray");
}

#[test]
fn words_in_lists_are_sent_again_as_their_aliases() {
    for json in [
        r#"{"colors":["grey","gray","red","mauve"]}"#,
        r#"{"colors":["red","grey"],"more":1}"#,
        r#"{"colors":["grey"]}"#,
    ] {
        let _ = round_trips::<Palette>(json);
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Editable {
    pub color: Color,
    #[api(alias = "n")]
    pub count: u8,
    #[api(extra)]
    pub extra: Extra,
}

#[test]
fn a_changed_value_is_written_with_its_own_word() {
    let mut editable = round_trips::<Editable>(r#"{"color":"grey","n":1}"#).lenient();
    editable.color = Color::Red;
    editable.count = 2;
    assert_eq!(api_object::to_string(&editable), r#"{"color":"red","n":2}"#);
    assert_eq!(
        serde_json::to_string(&editable).unwrap(),
        r#"{"color":"red","n":2}"#
    );
}

#[test]
fn a_variant_is_sent_again_under_its_alias() {
    for json in [
        r#"{"type":"file_search","depth":1}"#,
        r#"{"type":"retrieval","depth":1}"#,
        r#"{"depth":1,"type":"search","more":[]}"#,
    ] {
        let tool = round_trips::<Tool>(json).lenient();
        assert!(
            matches!(tool, Tool::FileSearch(search) if search.depth() == Some(1)),
            "{json}"
        );
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Shape {
    #[api(alias = "disc")]
    Circle(Width),
    Square(Width),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Width {
    size: u32,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Price {
    #[api(alias = "net")]
    Fixed(u32, Extra),
    Hourly(u32, Extra),
}

/// What was remembered of one variant says nothing of another.
#[test]
fn a_value_that_becomes_another_variant_takes_no_former_word_along() {
    for json in [r#"{"type":"disc","size":1}"#, r#"{"size":1,"type":"disc"}"#] {
        let Shape::Circle(sized) = round_trips::<Shape>(json).lenient() else {
            panic!("a circle");
        };
        let square = Shape::Square(sized);
        let written = r#"{"type":"square","size":1}"#;
        assert_eq!(api_object::to_string(&square), written);
        assert_eq!(serde_json::to_string(&square).unwrap(), written);
        assert_eq!(serde_json::to_value(&square).unwrap()["type"], "square");
    }
    let json = r#"{"type":"net","net":1,"tax":2}"#;
    let Price::Fixed(price, extra) = round_trips::<Price>(json).lenient() else {
        panic!("a fixed price");
    };
    let hourly = Price::Hourly(price, extra);
    let written = r#"{"type":"hourly","hourly":1,"tax":2}"#;
    assert_eq!(api_object::to_string(&hourly), written);
    let value = serde_json::to_value(&hourly).unwrap();
    assert_eq!(
        value,
        serde_json::from_str::<serde_json::Value>(written).unwrap()
    );
}
