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

/// Objects with tags of their own, one of which has two spellings.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum AnyObject {
    File(File),
    Job(Box<Job>),
    Started(Kinded),
    Event(Event),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct File {
    id: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "fine_tuning.job", former("fine-tune"))]
struct Job {
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "kind", word = "kinded"))]
struct Kinded {
    #[api(extra)]
    extra: Extra,
}

#[test]
fn objects_that_have_tags_need_no_other() {
    let any = |json: &str| round_trips::<AnyObject>(json).lenient();
    assert!(matches!(
        any(r#"{"object":"file","id":"f"}"#),
        AnyObject::File(_)
    ));
    assert!(matches!(
        any(r#"{"x":{"object":"y"},"id":"f","object":"file"}"#),
        AnyObject::File(_)
    ));
    assert!(matches!(
        any(r#"{"object":"fine-tune","x":1}"#),
        AnyObject::Job(_)
    ));
    assert!(matches!(
        any(r#"{"object":"z","kind":"kinded"}"#),
        AnyObject::Started(_)
    ));
    assert!(matches!(
        any(r#"{"at":1,"kind-of":"started"}"#),
        AnyObject::Event(_)
    ));
    assert!(
        matches!(any(r#"{"object":"chair","legs":4}"#), AnyObject::Other(o) if o.tag() == Some("chair"))
    );
    assert!(matches!(any(r#"{"legs":4}"#), AnyObject::Other(o) if o.tag().is_none()));
    assert_snapshot!(report_of::<AnyObject>(r#"{"object":"fine-tune"}"#), @r#"
    drift[former_tag] /object: object is "fine-tune", expected "fine_tuning.job"
    1 drift
    "#);
    assert_snapshot!(report_of::<AnyObject>(r#"{"object":"chair"}"#), @r#"
    drift[unknown_variant] /object: object is "chair", a variant that AnyObject does not know
    1 drift
    "#);
}

#[test]
fn a_tag_is_written_once() {
    let file = File {
        id: "f".to_owned(),
        extra: Extra::new(),
    };
    let json = r#"{"object":"file","id":"f"}"#;
    assert_eq!(api_object::to_string(&AnyObject::File(file.clone())), json);
    assert_eq!(serde_json::to_string(&AnyObject::File(file)).unwrap(), json);
    let started = Event::Started(Started {
        at: 1,
        extra: Extra::new(),
    });
    let json = r#"{"kind-of":"started","at":1}"#;
    assert_eq!(api_object::to_string(&AnyObject::Event(started)), json);
}
