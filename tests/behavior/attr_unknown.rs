//! `unknown`: the variant that keeps what nobody knew.

use api_object::{ApiObject, Code, Extra, UnknownObject, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Item {
    purpose: Purpose,
    tools: Vec<Tool>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
enum Purpose {
    FineTune,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tool {
    Search(Search),
    #[api(unknown)]
    Else(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Search {
    depth: u8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn an_unknown_word_is_kept_and_is_drift() {
    for word in [
        "",
        "fine_tune ",
        "Fine_Tune",
        "\\u0000\\n\\\"",
        "日本",
        "a word that is longer than most words are and than any inline buffer",
    ] {
        let json = format!(r#"{{"purpose":"{word}","tools":[]}}"#);
        let item = round_trips::<Item>(&json);
        assert!(!item.purpose().is_known());
        assert_eq!(item.report().issues()[0].code, Code::UnknownWord);
        assert!(item.strict().is_ok());
    }
    assert_snapshot!(report_of::<Item>(r#"{"purpose":"fine-tune","tools":[]}"#), @r#"
        drift[unknown_word] /purpose: purpose is "fine-tune", a word that Purpose does not know
        1 drift
    "#);
}

#[test]
fn an_unknown_word_cannot_hide_a_known_one() {
    assert_eq!(Purpose::from("fine_tune"), Purpose::FineTune);
    assert!(
        matches!(Purpose::from("x"), Purpose::Other(word) if word.as_str() == "x" && format!("{word}") == "x")
    );
}

#[test]
fn an_unknown_variant_keeps_its_payload() {
    let json = r#"{"purpose":"fine_tune","tools":[{"type":"mcp","url":"x","deep":{"a":[1.50,{}]}},{"url":"no type"},{"type":7},{"type":"search","depth":1},{}]}"#;
    let item = comes_back::<Item>(json);
    let Tool::Else(unknown) = &item.tools()[0] else {
        panic!("known")
    };
    assert_eq!(unknown.tag(), Some("mcp"));
    assert_eq!(
        unknown.json().as_str(),
        r#"{"type":"mcp","url":"x","deep":{"a":[1.50,{}]}}"#
    );
    assert!(matches!(&item.tools()[2], Tool::Else(object) if object.tag().is_none()));
    assert_snapshot!(item.report(), @r#"
        drift[unknown_variant] /tools/0/type: type is "mcp", a variant that Tool does not know
        drift[unknown_variant] /tools/1: tools[1] has no type, by which Tool is told apart
        drift[unknown_variant] /tools/2/type: type is 7 and no word, by which Tool is told apart
        drift[unknown_variant] /tools/4: tools[4] has no type, by which Tool is told apart
        4 drifts
    "#);
}

#[test]
fn an_unknown_variant_is_read_alike_by_serde() {
    let _ = round_trips::<Item>(
        r#"{"purpose":"fine_tune","tools":[{"type":"mcp","url":"x"},{"type":"a"},{}]}"#,
    );
    let _ =
        comes_back::<Item>(r#"{"purpose":"fine_tune","tools":[{"url":"x","type":"mcp","n":1}]}"#);
}
