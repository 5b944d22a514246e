//! `untagged` on an enum: its variants are told apart by what they are.

use std::collections::BTreeMap;

use api_object::describe::UnionStyle;
use api_object::{ApiObject, Auto, Descriptor, Extra, RawJson, UnknownObject, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

/// A text, a part, or a list of parts.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Content {
    Text(String),
    Part(Part),
    Parts(Vec<Part>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Part {
    InputText(InputText),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct InputText {
    text: String,
    #[api(extra)]
    extra: Extra,
}

/// A word, or an object.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum ToolChoice {
    Mode(Mode),
    Tool(Named),
}

#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
enum Mode {
    None,
    Auto,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Named {
    name: String,
    #[api(extra)]
    extra: Extra,
}

/// The values of a map, and whatever else comes.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Attribute {
    Flag(bool),
    Count(u32),
    Number(f64),
    Text(String),
    #[api(unknown)]
    Other(RawJson),
}

/// Two objects that only their members tell apart.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Error {
    Coded(Coded),
    Named(Named),
    Codes(Vec<u8>),
    Names(Vec<String>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Coded {
    code: u8,
    #[api(optional)]
    cause: Option<Box<Error>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Message {
    content: Content,
    choice: Option<ToolChoice>,
    #[api(optional)]
    error: Option<Error>,
    #[api(optional)]
    auto: Option<Auto<Content>>,
    #[api(default)]
    attributes: BTreeMap<String, Attribute>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn the_kind_of_a_value_decides() {
    let content = |json: &str| round_trips::<Content>(json).lenient();
    assert!(matches!(content(r#""hi \n""#), Content::Text(text) if text == "hi \n"));
    assert!(matches!(
        content(r#"{"type":"input_text","text":"a","x":1}"#),
        Content::Part(Part::InputText(_))
    ));
    assert!(matches!(content("[]"), Content::Parts(parts) if parts.is_empty()));
    let parts = content(r#"[{"text":"a","type":"input_text"},{"type":"video","url":"u"}]"#);
    assert!(matches!(parts, Content::Parts(parts) if parts.len() == 2));
}

#[test]
fn a_word_or_an_object() {
    let choice = |json: &str| round_trips::<ToolChoice>(json).lenient();
    assert_eq!(choice(r#""none""#), ToolChoice::Mode(Mode::None));
    assert!(matches!(
        choice(r#""required""#),
        ToolChoice::Mode(Mode::Other(_))
    ));
    assert!(matches!(
        choice(r#"{"name":"f","strict":true}"#),
        ToolChoice::Tool(_)
    ));
}

#[test]
fn scalars_of_one_kind_are_tried_in_order() {
    let attribute = |json: &str| round_trips::<Attribute>(json).lenient();
    assert_eq!(attribute("true"), Attribute::Flag(true));
    assert_eq!(attribute("7"), Attribute::Count(7));
    assert_eq!(attribute("-7"), Attribute::Number(-7.0));
    assert_eq!(attribute("0.5"), Attribute::Number(0.5));
    assert_eq!(attribute("4294967296"), Attribute::Number(4_294_967_296.0));
    assert_eq!(attribute(r#""7""#), Attribute::Text("7".to_owned()));
}

#[test]
fn what_no_variant_takes_is_kept() {
    for json in ["null", "[1,2]", r#"{"a":1,"b":[]}"#] {
        let kept = round_trips::<Attribute>(json).lenient();
        assert!(
            matches!(&kept, Attribute::Other(raw) if raw.as_str() == json),
            "{json}"
        );
    }
    let json = r#"{"content":"","choice":null,"attributes":{"a":1,"b":[{"c":null}]}}"#;
    assert_snapshot!(report_of::<Message>(json), @r#"
    drift[unknown_variant] /attributes/b: b is [{"c":null}], which no variant of Attribute takes
    1 drift
    "#);
}

#[test]
fn objects_are_tried_in_order() {
    let error = |json: &str| round_trips::<Error>(json).lenient();
    assert!(matches!(error(r#"{"code":1,"name":"x"}"#), Error::Coded(_)));
    assert!(matches!(
        error(r#"{"name":"x","code":"1"}"#),
        Error::Named(_)
    ));
    assert!(matches!(error("[1,2]"), Error::Codes(_)));
    assert!(matches!(error(r#"["a"]"#), Error::Names(_)));
    assert!(matches!(error("[]"), Error::Codes(_)));
    let nested = error(r#"{"code":1,"cause":{"name":"x","n":0.5},"y":2}"#);
    assert!(matches!(nested, Error::Coded(coded) if coded.cause().is_some()));
}

#[test]
fn an_error_says_why_each_variant_failed() {
    assert_snapshot!(refusal::<Content>("7"), @"line 1, column 1: expected a string or an object with `type` (Part) or an array, found 7");
    assert_snapshot!(refusal::<Content>(r#"[{"type":"input_text"}]"#), @"line 1, column 2, at /0/text: `text` is missing");
    assert_snapshot!(refusal::<Error>(r#"{"code":300,"name":null}"#), @"line 1, column 1: no variant of Error fits: as Coded, at /code expected an integer from 0 to 255, found 300, which is out of range; as Named, at /name expected a string, found null");
    assert_snapshot!(refusal::<Error>(r#"["a",1]"#), @r#"line 1, column 1: no variant of Error fits: as Codes, at /0 expected an integer from 0 to 255, found "a"; as Names, at /1 expected a string, found 1"#);
    assert_snapshot!(serde_json::from_str::<Error>(r#"["a",1]"#).unwrap_err(), @r#"no variant of Error fits: as Codes, at /0: expected an integer from 0 to 255, found "a"; as Names, at /1: expected a string, found 1 (line 1, column 7 of the value)"#);
}

#[test]
fn members_hold_them_as_any_other_value() {
    for json in [
        r#"{"content":"a","choice":"auto","attributes":{}}"#,
        r#"{"content":[],"choice":{"name":"f"},"error":{"name":"x"},"attributes":{"a":1,"b":"c","d":0.5}}"#,
        r#"{"content":{"type":"input_text","text":"t"},"choice":null,"auto":"auto","attributes":{}}"#,
        r#"{"content":"","choice":null,"auto":[{"type":"x"}],"attributes":{}}"#,
        r#"{"content":"","choice":null,"attributes":{"a":1.0,"b":1e2}}"#,
    ] {
        let _ = round_trips::<Message>(json);
    }
    let json = r#"{"content":"a","choice":7,"error":{"code":"x"},"attributes":{}}"#;
    assert_snapshot!(report_of::<Message>(json), @r#"
    violation[misfit] /choice: expected a string (Mode) or an object (Named) or null, found 7
    violation[misfit] /error: no variant of Error fits: as Coded, at /code expected an integer from 0 to 255, found "x"; as Named, at /name `name` is missing
    2 violations
    "#);
    let message = comes_back::<Message>(json);
    assert!(message.choice().is_none() && message.error().is_none());
}

#[test]
fn variants_within_variants_end_in_time() {
    let depth = 100;
    let json = format!(
        "{}7{}",
        r#"{"code":1,"cause":"#.repeat(depth),
        "}".repeat(depth)
    );
    let closed = api_object::from_str::<Closed>(&json.replace("cause", "inner"));
    assert!(closed.is_err());
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Ruled {
    #[api(len(..=3), immutable)]
    content: Content,
    #[api(range(1..=5), set_once)]
    number: Option<Attribute>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn rules_see_the_value() {
    let json = r#"{"content":"long","number":9}"#;
    assert_snapshot!(report_of::<Ruled>(json), @r#"
    violation[len] /content: content has 4 characters, expected at most 3
    violation[range] /number: number is 9, expected an integer from 1 to 5
    2 violations
    "#);
    let read = |json: &str| round_trips::<Ruled>(json).lenient();
    let earlier = read(r#"{"content":{"type":"input_text","text":"a"},"number":1}"#);
    assert!(earlier.check_successor(&earlier).is_empty());
    let later = read(r#"{"content":[],"number":"a"}"#);
    assert_snapshot!(earlier.check_successor(&later), @r#"
    violation[immutable] /content: content is a list of 0 elements, but was an object and never changes
    violation[set_once] /number: number is "a", but was 1 and never changes once it is set
    2 violations
    "#);
}

#[test]
fn the_descriptor_says_the_style() {
    let Descriptor::Union(content) = Content::DESCRIPTOR else {
        panic!("no union")
    };
    assert_eq!((content.style, content.tag), (UnionStyle::Untagged, ""));
    assert_eq!(content.variants[1].word, "Part");
}

/// One value, or a list of them.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

/// Borrowed from the text where it has no escapes.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Words<'a> {
    Borrowed(&'a str),
    Owned(String),
    Several(Vec<OneOrMany<&'a str>>),
}

#[test]
fn a_union_may_be_generic_or_borrow() {
    let parts = round_trips::<OneOrMany<Part>>(r#"[{"type":"input_text","text":"a"}]"#);
    assert!(matches!(*parts, OneOrMany::Many(_)));
    let part = round_trips::<OneOrMany<Part>>(r#"{"type":"input_text","text":"a"}"#);
    assert!(matches!(*part, OneOrMany::One(_)));
    let nested = round_trips::<OneOrMany<OneOrMany<u8>>>("[[1],2]");
    assert!(matches!(
        &*nested,
        OneOrMany::One(OneOrMany::Many(_)) | OneOrMany::Many(_)
    ));
    let words = |json| api_object::from_str::<Words<'_>>(json).unwrap().lenient();
    assert_eq!(words(r#""a""#), Words::Borrowed("a"));
    assert_eq!(words(r#""\n""#), Words::Owned("\n".to_owned()));
    let several = Words::Several(vec![OneOrMany::One("a"), OneOrMany::Many(vec!["b"])]);
    assert_eq!(words(r#"["a",["b"]]"#), several);
}

/// Reads everything twice.
#[derive(Debug, ApiObject)]
#[api(untagged)]
enum Closed {
    A(Inner),
    B(Other),
    None(bool),
}

#[derive(Debug, ApiObject)]
struct Inner {
    code: u8,
    inner: Box<Closed>,
}

#[derive(Debug, ApiObject)]
struct Other {
    code: u8,
    inner: Box<Closed>,
}
