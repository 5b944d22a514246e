//! `object = "word"`: the constant tag is checked, sent again, and can be asked for.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct File {
    id: String,
    bytes: u64,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn the_tag_is_a_constant() {
    assert_eq!(File::OBJECT, "file");
}

#[test]
fn the_tag_may_stand_anywhere() {
    for json in [
        r#"{"object":"file","id":"a","bytes":1}"#,
        r#"{"id":"a","bytes":1,"object":"file"}"#,
        r#"{"id":"a","\u006fbject":"fil\u0065","bytes":1}"#,
    ] {
        assert!(round_trips::<File>(json).report().is_empty(), "{json}");
    }
}

#[test]
fn a_missing_tag_is_a_note_and_stays_missing() {
    let json = r#"{"id":"a","bytes":1}"#;
    assert_eq!(api_object::to_string(&round_trips::<File>(json)), json);
    assert_snapshot!(report_of::<File>(json), @r#"
        note[missing_tag] /object: object is absent, expected "file"
        1 note
    "#);
}

#[test]
fn an_object_of_another_type_is_refused_with_both_words() {
    let json = r#"{"object":"model","id":7,"owned_by":"x"}"#;
    assert_snapshot!(refusal::<File>(json), @r#"line 1, column 11, at /object: expected the object `file`, found "model""#);
    let theirs = serde_json::from_str::<File>(json).unwrap_err().to_string();
    assert!(
        theirs.contains("`file`") && theirs.contains("\"model\""),
        "{theirs}"
    );
}

#[test]
fn a_tag_that_is_no_word_is_a_wrong_tag() {
    for wrong in ["null", "7", "[\"file\"]", "{}", "true", "\"File\"", "\"\""] {
        let json = format!(r#"{{"object":{wrong},"id":"a","bytes":1}}"#);
        let refused = refusal::<File>(&json);
        assert_eq!(
            refused,
            format!("line 1, column 11, at /object: expected the object `file`, found {wrong}")
        );
        assert!(serde_json::from_str::<File>(&json).is_err());
    }
}

#[test]
fn a_tag_twice_is_refused() {
    let json = r#"{"object":"file","id":"a","object":"file","bytes":1}"#;
    assert_snapshot!(refusal::<File>(json), @"line 1, column 36, at /object: `object` stands twice in its object");
    assert!(serde_json::from_str::<File>(json).is_err());
}

/// An object without a place for what is extra.
#[derive(Debug, PartialEq, ApiObject)]
#[api(object = "deleted")]
struct Bare {
    id: String,
}

#[test]
fn without_an_extra_field_the_tag_is_written_always() {
    let bare = api_object::from_str::<Bare>(r#"{"id":"a"}"#).unwrap();
    assert_eq!(
        api_object::to_string(&bare),
        r#"{"object":"deleted","id":"a"}"#
    );
    let _ = comes_back::<Bare>(r#"{"object":"deleted","id":"a"}"#);
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(object = "a\"b")]
struct Quoted {
    seed: u8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_word_that_needs_escapes_is_read_by_them_alone() {
    let json = r#"{"object":"a\"b","seed":7}"#;
    let quoted = api_object::from_str::<Quoted>(json).unwrap();
    assert!(quoted.report().is_empty());
    assert_eq!(api_object::to_string(&quoted), json);
    assert!(api_object::from_str::<Quoted>(r#"{"object":"a"b","seed":7}"#).is_err());
}

/// Some servers leave it out.
#[derive(Debug, PartialEq, ApiObject)]
#[api(object("event", optional), former("hook"))]
struct Event {
    id: String,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_tag_may_be_left_out() {
    assert_eq!(Event::OBJECT, "event");
    for json in [r#"{"id":"a"}"#, r#"{"object":"event","id":"a"}"#] {
        let event = round_trips::<Event>(json);
        assert!(event.report().is_empty(), "{}", event.report());
    }
    let former = round_trips::<Event>(r#"{"object":"hook","id":"a"}"#);
    assert_eq!(former.report().len(), 1);
    assert!(api_object::from_str::<Event>(r#"{"object":"other","id":"a"}"#).is_err());
    let made = Event {
        id: "a".to_owned(),
        extra: Extra::new(),
    };
    assert_eq!(
        api_object::to_string(&made),
        r#"{"object":"event","id":"a"}"#
    );
}
