//! `unknown`: the variant that keeps what nobody knew.

use std::collections::BTreeMap;

use api_object::describe::Others;
use api_object::{
    ApiObject, Auto, Code, Descriptor, Extra, Reader, Secret, UnknownObject, UnknownValue,
};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

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

/// Words are known beside any string.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Request {
    model: Model,
    #[api(optional)]
    fallback: Option<Auto<Model>>,
    #[api(optional)]
    others: Option<Vec<Model>>,
    #[api(optional)]
    by_name: Option<BTreeMap<String, Model>>,
    #[api(optional)]
    hidden: Option<Secret<Model>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
enum Model {
    Small,
    #[api(alias = "big")]
    Large,
    /// One that its users trained.
    #[api(unknown(expected))]
    Other(UnknownValue),
}

#[test]
fn expected_words_come_back_and_are_not_told() {
    for json in [
        r#"{"model":"small"}"#,
        r#"{"model":"","others":["ft:small:mine","large","Small"]}"#,
        r#"{"model":"x","fallback":"y","by_name":{"a":"z","b":"big"},"hidden":"w"}"#,
    ] {
        assert!(round_trips::<Request>(json).report().is_empty(), "{json}");
    }
    assert!(round_trips::<Model>(r#""mine""#).report().is_empty());
    let model = round_trips::<Request>(r#"{"model":"mine"}"#)
        .lenient()
        .model;
    assert_eq!((model.as_str(), model.is_known()), ("mine", false));
    assert_eq!(model, Model::from("mine"));
    assert_eq!("large".parse(), Ok(Model::Large));
}

#[test]
fn where_words_are_expected_all_else_is_told() {
    assert_snapshot!(report_of::<Request>(r#"{"model":"mine","others":7,"size":1}"#), @r#"
        violation[misfit] /others: expected an array or null, found 7
        drift[unknown_member] /size: size is a member that Request does not know
        1 violation, 1 drift
    "#);
    assert_snapshot!(refusal::<Request>(r#"{"model":7}"#), @"line 1, column 10, at /model: expected a string (Model), found 7");
    // What stands for a word that did not come is no word that came.
    let filled = Reader::new().fill_missing().from_str::<Request>("{}");
    assert_snapshot!(filled.expect("a placeholder").report(), @r#"
        violation[missing_filled] /model: model is missing, and its field is blank
        1 violation
    "#);
}

#[test]
fn a_condition_may_name_an_expected_word() {
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Trained {
        model: Model,
        #[api(set_if(model = "mine"))]
        trainer: Option<String>,
    }
    assert_snapshot!(report_of::<Trained>(r#"{"model":"mine","trainer":null}"#), @r#"
        violation[unset] /trainer: trainer is null, but model is "mine", where it must be set
        1 violation
    "#);
    assert!(
        round_trips::<Trained>(r#"{"model":"theirs","trainer":null}"#)
            .report()
            .is_empty()
    );
}

#[test]
fn the_descriptor_says_what_is_expected() {
    let Descriptor::OpenEnum(model) = Model::DESCRIPTOR else {
        panic!("no enum")
    };
    assert_eq!(model.others, Others::Expected);
    let Descriptor::Union(event) = Event::DESCRIPTOR else {
        panic!("no union")
    };
    assert!(event.open && event.expects_more);
}

/// Users of the API send events of their own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Event {
    Search(Search),
    #[api(rename = "call", when(done = true))]
    Called(Extra),
    #[api(unknown(expected))]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "click"))]
struct Click {
    x: u8,
}

/// The same, where the variants have tags of their own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Input {
    Click(Click),
    #[api(unknown(expected))]
    Other(UnknownObject),
}

#[test]
fn expected_variants_come_back_and_are_not_told() {
    for json in [
        r#"[{"type":"mine","x":[1.5]},{"type":"search","depth":1}]"#,
        r#"[{"type":""}]"#,
    ] {
        assert!(round_trips::<Vec<Event>>(json).report().is_empty());
    }
    assert!(
        round_trips::<Vec<Input>>(r#"[{"type":"drag","to":1},{"type":"click","x":1}]"#)
            .report()
            .is_empty()
    );
}

#[test]
fn of_expected_variants_only_those_with_a_word_are_expected() {
    assert_snapshot!(report_of::<Vec<Event>>(r#"[{"x":1},{"type":7},{"type":"call"},{"type":"search","depth":1,"y":2}]"#), @r#"
        drift[unknown_variant] /0: element 0 has no type, by which Event is told apart
        drift[unknown_variant] /1/type: type is 7 and no word, by which Event is told apart
        drift[unknown_variant] /2/type: type is "call", which is a variant of Event only where done is true
        drift[unknown_member] /3/y: y is a member that Search does not know
        4 drifts
    "#);
    assert_snapshot!(report_of::<Vec<Input>>(r#"[{"x":1}]"#), @r#"
        drift[unknown_variant] /0: element 0 has no type, by which Input is told apart
        1 drift
    "#);
}
