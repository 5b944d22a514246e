//! Unions: enums of objects that a tag tells apart.

use std::collections::BTreeMap;

use api_object::{ApiObject, Code, Descriptor, Extra, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tool {
    /// A search.
    Search(Search),
    #[api(rename = "code-interpreter")]
    Interpreter(Box<Interpreter>),
    /// An object that declares the tag itself.
    #[api(alias = "fn")]
    Function(Function),
    /// An object that declares it as a member.
    Typed(Typed),
    Labels(BTreeMap<String, String>),
    Inner(Inner),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Search {
    depth: Option<u8>,
    #[api(optional)]
    inside: Option<Box<Tool>>,
    #[api(extra)]
    extra: Extra,
}

/// Keeps nothing.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Interpreter {
    files: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "function"), former("fn"))]
struct Function {
    name: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Typed {
    r#type: String,
    n: u8,
    #[api(extra)]
    extra: Extra,
}

/// A union in a union, by another tag.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum Inner {
    A(Search),
    #[api(unknown)]
    Other(UnknownObject),
}

/// A union that refuses what it does not know.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "object")]
enum Closed {
    File(File),
    #[api(alias = "folder")]
    Directory(Search),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct File {
    id: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Page {
    data: Vec<Tool>,
    main: Option<Tool>,
    closed: Option<Closed>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn the_tag_chooses_wherever_it_stands() {
    for json in [
        r#"{"type":"search","depth":1}"#,
        r#"{"depth":1,"type":"search"}"#,
        r#"{"x":{"type":"fn"},"depth":1,"type":"search","y":[]}"#,
        r#"{"y":"\"type\":\"fn\"","depth":1,"ty\u0070e":"se\u0061rch"}"#,
    ] {
        let Tool::Search(search) = round_trips::<Tool>(json).lenient() else {
            panic!("{json}")
        };
        assert_eq!(search.depth(), Some(1));
    }
}

#[test]
fn every_variant_comes_back() {
    for json in [
        r#"{"type":"code-interpreter","files":["a"]}"#,
        r#"{"files":[],"type":"code-interpreter"}"#,
        r#"{"type":"function","name":"f","strict":true}"#,
        r#"{"name":"f","strict":true,"type":"function"}"#,
        r#"{"type":"fn","name":"f"}"#,
        r#"{"name":"f","type":"fn"}"#,
        r#"{"type":"typed","n":1,"m":2}"#,
        r#"{"n":1,"type":"typed"}"#,
        r#"{"type":"labels","a":"b"}"#,
        r#"{"type":"inner","kind":"a","depth":1}"#,
        r#"{"kind":"a","depth":null,"type":"inner"}"#,
        r#"{"type":"inner","kind":"b"}"#,
        r#"{"type":"search","inside":{"depth":2,"type":"search","inside":{"type":"typed","n":1}}}"#,
    ] {
        let tool = round_trips::<Tool>(json);
        assert!(!matches!(*tool, Tool::Other(_)), "{json}");
    }
}

#[test]
fn the_tag_of_a_variant_is_no_unknown_member() {
    for json in [
        r#"{"type":"search","depth":1}"#,
        r#"{"depth":1,"type":"search"}"#,
        r#"{"depth":1,"ty\u0070e":"search"}"#,
        r#"{"type":"function","name":"f"}"#,
        r#"{"n":1,"type":"typed"}"#,
    ] {
        assert_eq!(
            round_trips::<Tool>(json).report().to_string(),
            "no deviation",
            "{json}"
        );
    }
    let members = round_trips::<Tool>(r#"{"depth":1,"ty\u0070e":"search"}"#);
    assert_eq!(
        api_object::to_string(&members),
        r#"{"type":"search","depth":1}"#
    );
}

#[test]
fn only_the_variant_bears_the_tag() {
    let json = r#"{"type":"search","depth":null,"inside":{"type":"search","depth":3}}"#;
    assert_eq!(api_object::to_string(&round_trips::<Tool>(json)), json);
    assert_eq!(
        serde_json::to_string(&*round_trips::<Tool>(json)).unwrap(),
        json
    );
}

#[test]
fn a_tag_that_stands_twice_is_refused() {
    for json in [
        r#"{"type":"search","depth":1,"type":"search"}"#,
        r#"{"type":"search","depth":1,"type":"function"}"#,
        r#"{"depth":1,"type":"search","type":7}"#,
        r#"{"type":"function","name":"f","type":"function"}"#,
        r#"{"type":"typed","n":1,"type":"typed"}"#,
    ] {
        let refused = refusal::<Tool>(json);
        assert!(
            refused.ends_with("at /type: `type` stands twice in its object"),
            "{json}: {refused}"
        );
        assert!(serde_json::from_str::<Tool>(json).is_err(), "{json}");
    }
}

#[test]
fn a_misfit_of_the_chosen_variant_is_told_at_its_place() {
    assert_snapshot!(refusal::<Tool>(r#"{"n":"one","type":"typed"}"#), @r#"line 1, column 6, at /n: expected an integer from 0 to 255, found "one""#);
    assert_snapshot!(refusal::<Tool>(r#"{"type":"function"}"#), @"line 1, column 1, at /name: `name` is missing");
    assert_snapshot!(refusal::<Page>(r#"{"data":[{"type":"search"},{"type":"typed","n":-1},{"type":"typed"},5]}"#), @"
        line 1, column 48, at /data/1/n: expected an integer from 0 to 255, found -1, which is out of range
        line 1, column 52, at /data/2/n: `n` is missing
        line 1, column 69, at /data/3: expected an object with `type` (Tool), found 5
    ");
}

#[test]
fn an_optional_union_that_does_not_fit_is_set_aside() {
    let json =
        r#"{"data":[],"main":{"type":"typed","n":"x"},"closed":{"object":"chair","legs":4}}"#;
    assert_snapshot!(report_of::<Page>(json), @r#"
        violation[misfit] /main/n: expected an integer from 0 to 255, found "x"
        violation[unknown_variant] /closed: expected `object` to be `file` or `directory`, found `chair`
        2 violations
    "#);
    let page = comes_back::<Page>(json);
    assert_eq!((page.main(), page.closed()), (None, None));
}

#[test]
fn a_closed_union_names_what_it_knows() {
    assert_snapshot!(refusal::<Closed>(r#"{"object":"chair"}"#), @"line 1, column 1: expected `object` to be `file` or `directory`, found `chair`");
    assert_snapshot!(refusal::<Closed>(r#"{"id":"x"}"#), @"line 1, column 1: expected `object` to be `file` or `directory`, found no `object`");
    assert_snapshot!(refusal::<Closed>("[]"), @"line 1, column 1: expected an object with `object` (Closed), found []");
    for json in [
        r#"{"object":"file","id":"x"}"#,
        r#"{"id":"x","object":"file"}"#,
        r#"{"depth":null,"object":"folder"}"#,
    ] {
        let _ = round_trips::<Closed>(json);
    }
}

#[test]
fn unknown_variants_are_told_with_their_place() {
    let json = r#"{"data":[{"type":"mcp"},{"kind":1},{"type":null},{"type":"inner","kind":"z"}],"main":null,"closed":null}"#;
    assert_snapshot!(report_of::<Page>(json), @r#"
        drift[unknown_variant] /data/0/type: type is "mcp", a variant that Tool does not know
        drift[unknown_variant] /data/1: data[1] has no type, by which Tool is told apart
        drift[unknown_variant] /data/2/type: type is null and no word, by which Tool is told apart
        drift[unknown_variant] /data/3/kind: kind is "z", a variant that Inner does not know
        4 drifts
    "#);
    let report = comes_back::<Page>(json).report();
    assert!(
        report.is_valid()
            && report
                .issues()
                .iter()
                .all(|i| i.code == Code::UnknownVariant)
    );
}

#[test]
fn the_descriptor_says_what_was_declared() {
    let Descriptor::Union(tool) = Tool::DESCRIPTOR else {
        panic!("no union")
    };
    assert_eq!((tool.name, tool.tag, tool.open), ("Tool", "type", true));
    assert_eq!(
        (tool.variants[0].word, tool.variants[0].docs),
        ("search", "A search.")
    );
    assert_eq!(
        (tool.variants[1].word, tool.variants[2].aliases),
        ("code-interpreter", &["fn"][..])
    );
}
