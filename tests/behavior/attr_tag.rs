//! `tag(key = "type", word = "wandb")` on a struct, `tag = "type"` on an enum.

use api_object::{ApiObject, Extra, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "file_search"))]
struct FileSearch {
    max_results: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind-of")]
enum Event {
    Started(Started),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Started {
    at: u64,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_struct_has_a_tag_under_any_key() {
    assert_eq!(FileSearch::TAG, "file_search");
    let json = r#"{"type":"file_search","max_results":3}"#;
    let read = round_trips::<FileSearch>(json);
    assert_eq!(read.max_results(), Some(3));
    assert!(read.report().is_empty());
    assert_snapshot!(refusal::<FileSearch>(r#"{"type":"function","max_results":3}"#), @r#"line 1, column 9, at /type: expected the object `file_search`, found "function""#);
    assert_snapshot!(report_of::<FileSearch>(r#"{"max_results":3}"#), @r#"
        note[missing_tag] /type: type is absent, expected "file_search"
        1 note
    "#);
}

#[test]
fn a_union_is_told_apart_by_any_key() {
    let Event::Started(started) = round_trips::<Event>(r#"{"kind-of":"started","at":1}"#).lenient()
    else {
        panic!("another variant");
    };
    assert_eq!(started.at(), 1);
    let other = round_trips::<Event>(r#"{"at":1,"type":"started"}"#).lenient();
    assert!(matches!(other, Event::Other(object) if object.tag().is_none()));
}

#[derive(Debug, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "message", optional))]
struct Item {
    role: String,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_tag_of_any_key_may_be_left_out() {
    for json in [r#"{"role":"user"}"#, r#"{"type":"message","role":"user"}"#] {
        assert!(round_trips::<Item>(json).report().is_empty());
    }
    assert!(api_object::from_str::<Item>(r#"{"type":"x","role":"user"}"#).is_err());
}
