//! `when(member = value)` on a variant: a second member that tells it from another of the same word.

use api_object::{ApiObject, Extra, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, round_trips};

/// A file, or the receipt of its deletion.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum FileOrReceipt {
    File(File),
    #[api(when(deleted = true))]
    Deleted(Deleted),
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
#[api(object = "file")]
struct Deleted {
    id: String,
    deleted: bool,
    #[api(extra)]
    extra: Extra,
}

/// The same by a tag of the union, with words and numbers.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Call {
    #[api(rename = "call", when("mode \"x\"" = "fast\n"))]
    Fast(Extra),
    #[api(rename = "call", when(version = 2))]
    Second(Extra),
    #[api(rename = "call")]
    Any(Extra),
}

#[test]
fn a_second_member_decides() {
    let deleted = |json: &str| {
        matches!(
            *round_trips::<FileOrReceipt>(json),
            FileOrReceipt::Deleted(_)
        )
    };
    assert!(deleted(r#"{"id":"f","object":"file","deleted":true}"#));
    assert!(deleted(r#"{"deleted":true,"object":"file","id":"f"}"#));
    assert!(deleted(r#"{"object":"file","deleted" : true,"id":"f"}"#));
    for json in [
        r#"{"id":"f","object":"file"}"#,
        r#"{"id":"f","object":"file","deleted":false}"#,
        r#"{"object":"file","id":"f","x":{"deleted":true}}"#,
    ] {
        assert!(
            matches!(*round_trips::<FileOrReceipt>(json), FileOrReceipt::File(_)),
            "{json}"
        );
    }
    let other = round_trips::<FileOrReceipt>(r#"{"object":"model","deleted":true}"#);
    assert!(matches!(&*other, FileOrReceipt::Other(other) if other.tag() == Some("model")));
}

#[test]
fn words_and_numbers_decide_as_well() {
    let call = |json: &str| round_trips::<Call>(json).lenient();
    assert!(matches!(
        call(r#"{"type":"call","mode \"x\"":"fast\n"}"#),
        Call::Fast(_)
    ));
    let escaped = comes_back::<Call>(r#"{"mode \"x\"":"f\u0061st\n","type":"call"}"#);
    assert!(matches!(*escaped, Call::Fast(_)));
    assert!(
        round_trips::<Call>(r#"{"type":"call","version":2}"#)
            .report()
            .is_empty()
    );
    assert!(matches!(
        call(r#"{"type":"call","version":2}"#),
        Call::Second(_)
    ));
    for spelling in ["2.0", "20e-1", "0.2E1"] {
        let json = format!(r#"{{"type":"call","version":{spelling}}}"#);
        assert!(
            matches!(*comes_back::<Call>(&json), Call::Second(_)),
            "{json}"
        );
    }
    assert!(matches!(
        call(r#"{"type":"call","version":"2"}"#),
        Call::Any(_)
    ));
    assert!(matches!(call(r#"{"type":"call"}"#), Call::Any(_)));
    assert_snapshot!(refusal::<Call>(r#"{"type":"x","version":2}"#), @"line 1, column 1: expected `type` to be `call`, found `x`");
}

/// Objects, their receipts, and an object of which only the condition tells.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Answer {
    File(File),
    Thread(Thread),
    #[api(when(deleted = true))]
    FileGone(api_object::Deleted<File>),
    #[api(when(deleted = true))]
    ThreadGone(api_object::Deleted<Thread>),
    #[api(when(status = "failed"))]
    Failure(Failure),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thread")]
struct Thread {
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Failure {
    status: String,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn receipts_are_told_from_what_they_are_for() {
    let answer = |json: &str| round_trips::<Answer>(json).lenient();
    let file = r#"{"id":"f","object":"file"}"#;
    assert!(matches!(answer(file), Answer::File(_)));
    let gone = r#"{"id":"f","object":"file","deleted":true}"#;
    assert!(matches!(answer(gone), Answer::FileGone(_)));
    let gone = r#"{"id":"f","deleted":true,"object":"thread.deleted"}"#;
    assert!(matches!(answer(gone), Answer::ThreadGone(_)));
    let gone = r#"{"object":"thread","id":"f","deleted":true}"#;
    assert!(matches!(answer(gone), Answer::ThreadGone(_)));
    let failed = r#"{"object":"job","status":"failed"}"#;
    assert!(matches!(answer(failed), Answer::Failure(_)));
    assert!(matches!(
        answer(r#"{"status":"failed"}"#),
        Answer::Failure(_)
    ));
    assert!(matches!(
        answer(r#"{"object":"model","deleted":true}"#),
        Answer::Other(_)
    ));
}

/// What stands beside a value may have the member, without a place for anything else.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", content = "data")]
enum Row {
    #[api(rename = "row", when(index = 0))]
    First((), Beside),
    #[api(rename = "row")]
    Next(u8, Beside),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Beside {
    index: u32,
}

#[test]
fn the_member_may_be_one_of_what_stands_beside_the_value() {
    let first = round_trips::<Row>(r#"{"type":"row","index":0}"#);
    assert!(matches!(&*first, Row::First((), _)));
    let next = round_trips::<Row>(r#"{"type":"row","data":7,"index":1}"#);
    assert!(matches!(&*next, Row::Next(7, _)));
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Row(Beside),
    Failure(Failure),
}

/// A union whose values have no tag has none for a union around it either.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Around {
    #[api(when(status = "odd"))]
    Either(Either),
    File(File),
    #[api(unknown)]
    Other(UnknownObject),
}

#[test]
fn an_untagged_union_is_told_by_the_condition_alone() {
    let either = round_trips::<Around>(r#"{"status":"odd","n":1}"#);
    assert!(matches!(&*either, Around::Either(Either::Failure(_))));
    let file = round_trips::<Around>(r#"{"id":"f","object":"file"}"#);
    assert!(matches!(&*file, Around::File(_)));
}

/// A way to pay, of which several words tell one.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Method {
    #[api(when("type" = "card" | "networkToken" | "scheme"))]
    Card(Card),
    Bank(Bank),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Card {
    #[api(rename = "type")]
    kind: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "bank"))]
struct Bank {
    #[api(extra)]
    extra: Extra,
}

/// The same without a place for what nobody knows.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Search {
    #[api(rename = "search", when(depth = 1 | 2 | "deep"))]
    Deep(Extra),
}

#[test]
fn any_of_several_values_decides() {
    for word in ["card", "networkToken", "scheme", "ca\\u0072d"] {
        let json = format!(r#"{{"number":"4","type":"{word}"}}"#);
        let method = comes_back::<Method>(&json);
        assert!(matches!(&*method, Method::Card(_)), "{word}");
        assert!(method.report().is_valid());
    }
    let method = |json: &str| round_trips::<Method>(json).lenient();
    assert!(matches!(method(r#"{"type":"bank"}"#), Method::Bank(_)));
    for other in [r#"{"type":"cash"}"#, r#"{"type":7}"#, r#"{"number":"4"}"#] {
        assert!(matches!(method(other), Method::Other(_)), "{other}");
    }
    // Of several tags the first counts, and of several members that are asked for any.
    let is_other = |first: &str, second: &str| {
        let json = format!(r#"{{"type":"{first}","type":"{second}"}}"#);
        let read = api_object::from_str::<Method>(&json);
        // A variant that is declared has no room for a second one.
        read.is_ok_and(|method| matches!(&*method, Method::Other(_)))
    };
    assert!(is_other("cash", "bank"));
    for [first, second] in [["cash", "card"], ["card", "bank"], ["bank", "card"]] {
        assert!(!is_other(first, second), "{first} {second}");
    }
    for depth in ["1", "2.0", "\"deep\""] {
        let deep = comes_back::<Search>(&format!(r#"{{"type":"search","depth":{depth}}}"#));
        assert!(deep.report().is_empty());
    }
    assert_snapshot!(refusal::<Search>(r#"{"type":"search","depth":3}"#), @r#"line 1, column 1: `type` is `search`, which is a variant of Search only where depth is 1, 2 or "deep""#);
}

/// Two variants ask for the same, and the type of the first has a tag beside it.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Signal {
    #[api(when(kind = "on" | "off"))]
    Switch(File),
    #[api(when(kind = "on" | "dim"))]
    Any(Kind),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Kind {
    kind: String,
    #[api(extra)]
    extra: Extra,
}

/// The same, where the tag is the member that is asked for.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Lamp {
    #[api(when(kind = "on" | "off"))]
    Tagged(Tagged),
    #[api(when(kind = "on" | "dim"))]
    Any(Kind),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum Tagged {
    On(Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

#[test]
fn a_tag_beside_what_is_asked_comes_before_what_is_asked_alone() {
    let signal = |json: &str| round_trips::<Signal>(json).lenient();
    for json in [
        r#"{"kind":"on","object":"file","id":"f"}"#,
        r#"{"object":"file","id":"f","kind":"off"}"#,
    ] {
        assert!(matches!(signal(json), Signal::Switch(_)), "{json}");
    }
    assert!(matches!(signal(r#"{"kind":"on"}"#), Signal::Any(_)));
    let dim = r#"{"object":"file","kind":"dim"}"#;
    assert!(matches!(signal(dim), Signal::Any(_)));
    assert!(matches!(signal(r#"{"kind":"off"}"#), Signal::Other(_)));
    let lamp = |json: &str| round_trips::<Lamp>(json).lenient();
    let on = lamp(r#"{"n":1,"kind":"on"}"#);
    assert!(matches!(on, Lamp::Tagged(Tagged::On(_))));
    assert!(matches!(lamp(r#"{"kind":"dim"}"#), Lamp::Any(_)));
}
