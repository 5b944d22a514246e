//! `rename = "name"`: wire names that are no identifiers.

use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(rename_all = "camelCase")]
struct Odd {
    #[api(rename = "@type")]
    kind: String,
    #[api(rename = "a/b~c")]
    path: Option<u8>,
    #[api(rename = "\"\\\n\u{1F600}é")]
    escaped: Option<u8>,
    #[api(rename = "")]
    nameless: Option<u8>,
    #[api(rename = "a member whose name is longer than any word of the machine and than two")]
    long: Option<u8>,
    plain_one: Option<Level>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Level {
    #[api(rename = "best (or \"ideal\")")]
    Best,
    #[api(rename = "")]
    None,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Event {
    #[api(rename = "thread.run/created")]
    Created(Created),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Created {}

const ODD: &str = r#"{"@type":"x","a/b~c":1,"\"\\\n😀é":2,"":3,"a member whose name is longer than any word of the machine and than two":4,"plainOne":"best (or \"ideal\")"}"#;

#[test]
fn any_text_is_a_name() {
    let odd = round_trips::<Odd>(ODD);
    let read = (
        odd.kind(),
        odd.path(),
        odd.escaped(),
        odd.nameless(),
        odd.long(),
    );
    assert_eq!(read, ("x", Some(1), Some(2), Some(3), Some(4)));
    assert_eq!(odd.plain_one(), Some(&Level::Best));
    assert!(odd.report().is_empty());
    assert_eq!(api_object::to_string(&odd), ODD);
}

#[test]
fn names_are_read_however_they_are_escaped() {
    let json = r#"{"\u0040type":"x","a\/b~c":1,"\u0022\u005c\u000A\uD83D\uDE00\u00E9":2,"":3,"a member whose name is longer than any word of the machine and than two":4,"plainOne":""}"#;
    let odd = round_trips::<Odd>(json);
    assert_eq!((odd.path(), odd.escaped()), (Some(1), Some(2)));
    assert_eq!(odd.plain_one(), Some(&Level::None));
    assert!(odd.report().is_empty());
}

#[test]
fn pointers_are_escaped() {
    let json = ODD
        .replace(":1", ":\"one\"")
        .replace(":3", ":-3")
        .replace(":2", ":256");
    assert_snapshot!(report_of::<Odd>(&json), @r#"
        violation[misfit] /a~1b~0c: expected an integer from 0 to 255 or null, found "one"
        violation[misfit] /"\\n😀é: expected an integer from 0 to 255 or null, found 256, which is out of range
        violation[misfit] /: expected an integer from 0 to 255 or null, found -3, which is out of range
        3 violations
    "#);
    assert_snapshot!(refusal::<Odd>(r#"{"@type":{}}"#), @"line 1, column 10, at /@type: expected a string, found {}");
}

#[test]
fn a_name_in_rust_is_no_name_on_the_wire() {
    assert_snapshot!(report_of::<Odd>(
        r#"{"@type":"x","kind":"y","plain_one":"z","a/b~c":1,"\"\\\n😀é":2,"":3,"a member whose name is longer than any word of the machine and than two":4,"plainOne":null}"#
    ), @"
        drift[unknown_member] /kind: kind is a member that Odd does not know
        drift[unknown_member] /plain_one: plain_one is a member that Odd does not know
        2 drifts
    ");
}

#[test]
fn variants_are_renamed() {
    let event = round_trips::<Event>(r#"{"type":"thread.run/created"}"#).lenient();
    assert_eq!(event, Event::Created(Created {}));
    let other = round_trips::<Event>(r#"{"type":"created"}"#).lenient();
    assert!(matches!(other, Event::Other(_)));
}
