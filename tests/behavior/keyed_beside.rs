//! Members that stand beside the value of a keyed union, and of one with a content: those of an object, the same in all
//! variants or not.

use api_object::{ApiObject, Code, Extra, Reader, Secret, Str, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Call {
    Function(Function, Delta, Extra),
    #[api(alias = "retrieval")]
    FileSearch(Option<Vec<u8>>, Delta, Extra),
    CodeInterpreter((), Delta),
    Plain(u8),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Function {
    name: String,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(check = in_order)]
struct Delta {
    #[api(range(0..=9))]
    index: u32,
    #[api(optional, alias = "call_id")]
    id: Option<String>,
    #[api(default = 7)]
    weight: u8,
    #[api(status { queued => done, done }, optional)]
    status: Option<DeltaStatus>,
    #[api(only_in(done), optional)]
    ended_at: Option<u64>,
}

fn in_order(delta: &Delta) -> Result<(), &'static str> {
    match delta.weight {
        0 => Err("weightless"),
        _ => Ok(()),
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "event", content = "data")]
enum Event<T> {
    Created(T, Envelope, Extra),
    Ping((), Envelope),
    #[api(when(live = true))]
    Deleted(String, Envelope, Extra),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Envelope {
    sequence: u64,
    #[api(optional)]
    token: Option<Secret<Str>>,
}

#[test]
fn members_stand_beside_the_value() {
    for json in [
        r#"{"type":"function","function":{"name":"f"},"index":1,"id":"c","weight":3}"#,
        r#"{"id":"c","index":1,"function":{"name":"f"},"more":[1],"type":"function","weight":7}"#,
        r#"{"type":"function","function":{"name":"f"},"index":1}"#,
        r#"{"type":"file_search","index":0}"#,
        r#"{"type":"file_search","file_search":[1],"index":0,"call_id":"x"}"#,
        r#"{"type":"retrieval","retrieval":[1],"index":0,"weight":1}"#,
        r#"{"type":"code_interpreter","index":4,"weight":7,"status":"done","ended_at":5}"#,
    ] {
        let call = round_trips::<Call>(json);
        assert!(!matches!(*call, Call::Other(_)), "{json}");
    }
    // What does not fit is set aside.
    let _ = comes_back::<Call>(
        r#"{"type":"file_search","index":0,"id":5,"weight":"w","file_search":"x"}"#,
    );
    let json = r#"{"type":"function","function":{"name":"f"},"index":1,"call_id":"c"}"#;
    let call = round_trips::<Call>(json);
    let Call::Function(function, delta, extra) = &*call else {
        panic!("another variant");
    };
    assert_eq!(
        (function.name(), delta.index(), delta.id()),
        ("f", 1, Some("c"))
    );
    assert_eq!((delta.weight(), extra.get("call_id")), (7, None));
}

#[test]
fn rules_of_what_stands_beside_are_asked() {
    assert_snapshot!(report_of::<Call>(r#"{"type":"function","function":{"name":"f"},"index":12,"weight":0,"ended_at":1,"status":"queued","x":1}"#), @"
    violation[range] /index: index is 12, expected an integer from 0 to 9
    violation[set] /ended_at: ended_at is 1, but status is queued, where it must be null
    violation[custom] (root): weightless
    drift[unknown_member] /x: x is a member that Call::Function does not know
    3 violations, 1 drift
    ");
    assert_snapshot!(report_of::<Call>(r#"{"type":"file_search","index":0,"id":5,"weight":"w","file_search":"x"}"#), @r#"
    violation[misfit] /file_search: expected an array or null, found "x"
    violation[misfit] /id: expected a string or null, found 5
    violation[misfit] /weight: expected an integer from 0 to 255, found "w"
    3 violations
    "#);
    let call = |index| {
        Call::CodeInterpreter(
            (),
            Delta {
                index,
                id: None,
                weight: 7,
                status: None,
                ended_at: None,
            },
        )
    };
    assert!(call(1).check().is_empty());
    assert_eq!(call(10).check().issues()[0].pointer.as_str(), "/index");
    assert_eq!(call(1).check_successor(&call(2)).len(), 0);
}

#[test]
fn what_must_be_there_is_told_at_once() {
    assert_snapshot!(refusal::<Call>(r#"{"type":"function","id":1}"#), @"
    line 1, column 1, at /function: `function` is missing
    line 1, column 1, at /index: `index` is missing
    also line 1, column 25, at /id: expected a string or null, found 1
    ");
    assert_snapshot!(refusal::<Call>(r#"{"type":"code_interpreter","index":"one"}"#), @r#"line 1, column 36, at /index: expected an integer from 0 to 4294967295, found "one""#);
    let filled = Reader::new()
        .fill_missing()
        .from_str::<Call>(r#"{"type":"function","id":1}"#)
        .expect("placeholders");
    let codes: Vec<Code> = filled
        .report()
        .into_iter()
        .map(|issue| issue.code)
        .collect();
    assert_eq!(
        codes,
        [Code::MissingFilled, Code::MissingFilled, Code::Misfit]
    );
    assert_eq!(
        api_object::to_string(&filled),
        r#"{"type":"function","id":1}"#
    );
}

#[test]
fn contents_have_members_beside_them_too() {
    for json in [
        r#"{"event":"created","data":[1],"sequence":1,"live":true}"#,
        r#"{"sequence":1,"data":[1],"token":"t","event":"created"}"#,
        r#"{"event":"ping","sequence":2}"#,
        r#"{"event":"deleted","data":"x","sequence":3,"live":true}"#,
    ] {
        let event = round_trips::<Event<Vec<u8>>>(json);
        assert!(
            event.report().violations().next().is_none(),
            "{}",
            event.report()
        );
    }
    let report = report_of::<Event<Vec<u8>>>(
        r#"{"event":"created","data":[1],"sequence":1,"token":["sesame"]}"#,
    );
    assert!(
        !report.contains("sesame") && report.contains("/token"),
        "{report}"
    );
}
