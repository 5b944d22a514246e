//! Variants that hold nothing but what nobody declared, or nothing at all.

use api_object::{ApiObject, Descriptor, Extra, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tool {
    /// Runs code.
    #[api(alias = "code")]
    CodeInterpreter(Extra),
    Search(Search),
    /// Drops what is beside the tag.
    #[api(alias = "plain")]
    Text,
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Search {
    depth: u8,
}

/// Nothing but words in objects.
#[derive(Debug, Clone, Copy, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Format {
    JsonObject,
    Text,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Request {
    tools: Vec<Tool>,
    format: Option<Format>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn an_extra_keeps_what_is_beside_the_tag() {
    for json in [
        r#"{"type":"code_interpreter"}"#,
        r#"{"type":"code_interpreter","container":{"id":"c"},"n":0.5}"#,
        r#"{"n":[1],"type":"code_interpreter","m":null}"#,
        r#"{"type":"code","n":1}"#,
        r#"{"n":1,"type":"code"}"#,
    ] {
        let tool = round_trips::<Tool>(json);
        assert!(matches!(*tool, Tool::CodeInterpreter(_)), "{json}");
    }
    assert_snapshot!(report_of::<Tool>(r#"{"type":"code_interpreter","n":1}"#), @"
    drift[unknown_member] /n: n is a member that Tool::CodeInterpreter does not know
    1 drift
    ");
}

#[test]
fn a_variant_without_a_value_drops_it() {
    for json in [
        r#"{"type":"text"}"#,
        r#"{"type":"text","n":1}"#,
        r#"{"n":1,"type":"plain"}"#,
    ] {
        let text: Tool = api_object::from_str::<Tool>(json).unwrap().lenient();
        assert_eq!(text, Tool::Text);
        assert_eq!(serde_json::from_str::<Tool>(json).unwrap(), Tool::Text);
        assert_eq!(api_object::to_string(&text), r#"{"type":"text"}"#);
        assert_eq!(serde_json::to_string(&text).unwrap(), r#"{"type":"text"}"#);
    }
}

#[test]
fn a_union_of_such_variants_alone_is_a_union() {
    let json = r#"{"tools":[{"type":"text"},{"type":"search","depth":1}],"format":{"type":"json_object"}}"#;
    let request = round_trips::<Request>(json);
    assert_eq!(request.format(), Some(&Format::JsonObject));
    assert!(request.report().is_empty());
    assert_snapshot!(refusal::<Format>(r#"{"type":"yaml"}"#), @"line 1, column 1: expected `type` to be `json_object` or `text`, found `yaml`");
    let kept = r#"{"tools":[],"format":{"type":"yaml"}}"#;
    assert_eq!(comes_back::<Request>(kept).format(), None);
}

#[test]
fn a_tag_that_stands_twice_is_refused() {
    for json in [
        r#"{"type":"text","type":"text"}"#,
        r#"{"n":1,"type":"code_interpreter","type":"text"}"#,
    ] {
        assert!(refusal::<Tool>(json).ends_with("at /type: `type` stands twice in its object"));
        assert!(serde_json::from_str::<Tool>(json).is_err());
    }
}

#[test]
fn the_descriptor_has_an_object_for_each() {
    let Descriptor::Union(tool) = Tool::DESCRIPTOR else {
        panic!("no union")
    };
    let code = tool.variants[0].object.expect("an object");
    assert_eq!(
        (code.name, code.keeps_extra),
        ("Tool::CodeInterpreter", true)
    );
    assert_eq!(tool.variants[0].docs, "Runs code.");
    assert!(tool.variants[1].object.is_none());
    assert!(!tool.variants[2].object.expect("an object").keeps_extra);
}
