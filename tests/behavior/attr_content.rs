//! `content = "data"` beside `tag = "event"`: the value stands under one name, and the tag fixes its type.

use api_object::{ApiObject, Descriptor, Extra, UnknownObject, describe::UnionStyle};
use insta::assert_snapshot;

use crate::round_trip::{refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "event", content = "data")]
enum Event {
    #[api(rename = "thread.created", alias = "thread.new")]
    ThreadCreated(Thread, Extra),
    Error(String),
    Done(Option<Vec<u8>>, Extra),
    Ping,
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thread")]
struct Thread {
    id: String,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn the_tag_fixes_the_type_in_any_order() {
    for json in [
        r#"{"event":"thread.created","data":{"object":"thread","id":"t"}}"#,
        r#"{"data":{"object":"thread","id":"t"},"event":"thread.created"}"#,
        r#"{"event":"thread.new","enabled":true,"data":{"id":"t","x":1}}"#,
        r#"{"event":"error","data":"[oops]"}"#,
        r#"{"data":"[oops]","event":"error"}"#,
        r#"{"event":"done"}"#,
        r#"{"event":"done","data":null}"#,
        r#"{"x":1,"data":[1,2],"event":"done"}"#,
        r#"{"event":"ping"}"#,
    ] {
        let event = round_trips::<Event>(json);
        assert!(!matches!(*event, Event::Other(_)), "{json}");
    }
    let other = round_trips::<Event>(r#"{"event":"x","data":[{"b":1,"a":1.5}]}"#);
    assert!(matches!(&*other, Event::Other(other) if other.tag() == Some("x")));
}

#[test]
fn what_deviates_is_told_at_its_place() {
    assert_snapshot!(report_of::<Event>(r#"{"event":"thread.created","enabled":true,"data":{"id":"t"}}"#), @r#"
    note[missing_tag] /data/object: object is absent, expected "thread"
    drift[unknown_member] /enabled: enabled is a member that Event::ThreadCreated does not know
    1 drift, 1 note
    "#);
    assert_snapshot!(refusal::<Event>(r#"{"data":{"id":7},"event":"thread.created"}"#), @"line 1, column 15, at /data/id: expected a string, found 7");
    assert_snapshot!(refusal::<Event>(r#"{"event":"error"}"#), @"line 1, column 1, at /data: `data` is missing");
}

#[test]
fn the_descriptor_says_the_style() {
    let Descriptor::Union(event) = Event::DESCRIPTOR else {
        panic!("no union")
    };
    assert_eq!(
        (event.style, event.tag),
        (UnionStyle::Adjacent("data"), "event")
    );
    let created = event.variants[0].object.expect("an object");
    assert_eq!(created.members[0].name, "data");
}
