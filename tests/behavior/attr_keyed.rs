//! `keyed` beside `tag = "type"`: the value stands under the tag's word.

use api_object::{ApiObject, Extra, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Part {
    /// An object, and what stands beside it.
    #[api(alias = "weights_and_biases")]
    Wandb(Wandb, Extra),
    /// A string.
    Refusal(String),
    /// A list.
    ToolCalls(Vec<u8>, Extra),
    /// A value that may be absent.
    FileSearch(Option<Wandb>, Extra),
    /// No value, and what stands beside the tag.
    CodeInterpreter(Extra),
    /// Nothing at all.
    Auto,
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Wandb {
    project: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Holder {
    #[api(optional)]
    part: Option<Part>,
    parts: Vec<Part>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn the_value_stands_under_the_word() {
    for json in [
        r#"{"type":"wandb","wandb":{"project":"p"}}"#,
        r#"{"wandb":{"project":"p","x":1},"type":"wandb"}"#,
        r#"{"type":"refusal","refusal":"no"}"#,
        r#"{"refusal":"no","type":"refusal"}"#,
        r#"{"type":"tool_calls","tool_calls":[1,2]}"#,
        r#"{"type":"file_search"}"#,
        r#"{"type":"file_search","file_search":{"project":null}}"#,
        r#"{"type":"file_search","file_search":null}"#,
        r#"{"type":"code_interpreter"}"#,
        r#"{"type":"auto"}"#,
    ] {
        let part = round_trips::<Part>(json);
        assert!(!matches!(*part, Part::Other(_)), "{json}");
        assert!(part.report().violations().next().is_none());
    }
}

#[test]
fn members_beside_the_two_survive() {
    for json in [
        r#"{"type":"wandb","wandb":{"project":"p"},"file_search":{},"n":0.5}"#,
        r#"{"n":[1],"wandb":{"project":"p"},"type":"wandb"}"#,
        r#"{"type":"code_interpreter","code_interpreter":{"a":1}}"#,
        r#"{"index":0,"type":"file_search","id":"x"}"#,
    ] {
        let _ = round_trips::<Part>(json);
    }
    assert_snapshot!(report_of::<Part>(r#"{"type":"wandb","wandb":{"project":"p","x":1},"dpo":{}}"#), @"
    drift[unknown_member] /wandb/x: x is a member that Wandb does not know
    drift[unknown_member] /dpo: dpo is a member that Part::Wandb does not know
    2 drifts
    ");
}

#[test]
fn an_alias_is_both_word_and_name() {
    for json in [
        r#"{"type":"weights_and_biases","weights_and_biases":{"project":"p"}}"#,
        r#"{"weights_and_biases":{"project":"p"},"type":"weights_and_biases"}"#,
        r#"{"type":"weights_and_biases","wandb":{"project":"p"}}"#,
    ] {
        let part = round_trips::<Part>(json);
        assert!(matches!(*part, Part::Wandb(..)), "{json}");
    }
}

#[test]
fn an_unknown_word_keeps_the_whole() {
    let json = r#"{"type":"mlflow","mlflow":{"uri":[1]},"n":1}"#;
    let part = round_trips::<Part>(json);
    assert!(matches!(&*part, Part::Other(other) if other.tag() == Some("mlflow")));
    assert_snapshot!(report_of::<Part>(json), @r#"
    drift[unknown_variant] /type: type is "mlflow", a variant that Part does not know
    1 drift
    "#);
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    assert_snapshot!(refusal::<Part>(r#"{"type":"wandb"}"#), @"line 1, column 1, at /wandb: `wandb` is missing");
    assert_snapshot!(refusal::<Part>(r#"{"type":"refusal","refusal":7}"#), @"line 1, column 29, at /refusal: expected a string, found 7");
    assert_snapshot!(refusal::<Part>(r#"{"tool_calls":[1,"x"],"type":"tool_calls"}"#), @r#"line 1, column 18, at /tool_calls/1: expected an integer from 0 to 255, found "x""#);
    let error = serde_json::from_str::<Part>(r#"{"tool_calls":[1,"x"],"type":"tool_calls"}"#);
    assert_snapshot!(error.unwrap_err(), @r#"at /tool_calls/1: expected an integer from 0 to 255, found "x" (line 1, column 42 of the value)"#);
    assert_snapshot!(refusal::<Part>(r#"{"type":"wandb","wandb":{},"wandb":{}}"#), @r#"line 1, column 36, at /wandb: `wandb` stands twice in its object"#);
}

#[test]
fn a_value_that_may_be_absent_is_set_aside_where_it_does_not_fit() {
    let json = r#"{"type":"file_search","file_search":7}"#;
    assert_snapshot!(report_of::<Part>(json), @"
    violation[misfit] /file_search: expected an object (Wandb) or null, found 7
    1 violation
    ");
    assert!(matches!(
        &*comes_back::<Part>(json),
        Part::FileSearch(None, _)
    ));
}

#[test]
fn values_are_written_as_they_are_made() {
    let wandb = || Wandb {
        project: None,
        extra: Extra::new(),
    };
    let cases = [
        (
            Part::Wandb(wandb(), Extra::new()),
            r#"{"type":"wandb","wandb":{"project":null}}"#,
        ),
        (
            Part::FileSearch(None, Extra::new()),
            r#"{"type":"file_search"}"#,
        ),
        (
            Part::Refusal("no".to_owned()),
            r#"{"type":"refusal","refusal":"no"}"#,
        ),
        (Part::Auto, r#"{"type":"auto"}"#),
    ];
    for (part, json) in cases {
        assert_eq!(api_object::to_string(&part), json);
        assert_eq!(serde_json::to_string(&part).unwrap(), json);
    }
}

#[test]
fn members_and_lists_hold_them() {
    let json = r#"{"part":{"type":"refusal","refusal":"a"},"parts":[{"type":"auto"},{"wandb":{"project":null},"type":"wandb"}]}"#;
    assert!(round_trips::<Holder>(json).report().is_empty());
    let odd = r#"{"part":{"type":"refusal"},"parts":[]}"#;
    assert_snapshot!(report_of::<Holder>(odd), @"
    violation[missing_member] /part/refusal: `refusal` is missing
    1 violation
    ");
}

/// Generic, and without a variant that surely ends.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Either<L, R> {
    Left(L, Extra),
    Right(Option<R>),
}

#[test]
fn a_union_may_be_generic() {
    let either = |json: &str| round_trips::<Either<Wandb, Vec<u8>>>(json).lenient();
    assert!(matches!(
        either(r#"{"type":"left","left":{"project":null},"x":1}"#),
        Either::Left(..)
    ));
    assert_eq!(
        either(r#"{"right":[1],"type":"right"}"#),
        Either::Right(Some(vec![1]))
    );
    let boxed = r#"{"type":"left","left":{"type":"right","right":7}}"#;
    let _ = round_trips::<Either<Box<Either<String, u8>>, u8>>(boxed);
}
