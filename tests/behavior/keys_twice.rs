//! Keys that stand twice, in unions of every style.

use api_object::{ApiObject, Code, Expandable, Extra, Reader, UnknownObject};
use insta::assert_snapshot;

use crate::json_value::JsonValue;
use crate::round_trip::{comes_back, report_of};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Part {
    n: u8,
    #[api(optional)]
    next: Option<Box<Tagged>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "own")]
struct Own {
    n: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tagged {
    Part(Part),
    Own(Own),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Keyed {
    Part(Part, Extra),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", content = "value")]
enum Content {
    Part(Part, Extra),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum ByOwn {
    Own(Own),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Untagged {
    Part(Part),
    Parts(Vec<Part>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum Nested {
    Tagged(Tagged),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct All {
    #[api(optional)]
    tagged: Option<Tagged>,
    #[api(optional)]
    keyed: Option<Keyed>,
    #[api(optional)]
    content: Option<Content>,
    #[api(optional)]
    own: Option<ByOwn>,
    #[api(optional)]
    untagged: Option<Untagged>,
    #[api(optional)]
    nested: Option<Nested>,
    #[api(optional)]
    owner: Option<Expandable<Own, String>>,
    #[api(extra)]
    extra: Extra,
}

/// A member, a value of it in which a key stands twice, and where in it that is told.
const TWICE: &[(&str, &str, &str)] = &[
    ("tagged", r#"{"type":"part","n":1,"n":2}"#, "/n"),
    ("tagged", r#"{"n":1,"n":2,"type":"part"}"#, "/n"),
    ("tagged", r#"{"type":"part","type":"part","n":1}"#, "/type"),
    ("tagged", r#"{"type":"part","n":1,"type":"part"}"#, "/type"),
    ("tagged", r#"{"n":1,"type":"part","type":"own"}"#, "/type"),
    (
        "tagged",
        r#"{"type":"own","object":"own","n":1,"object":"own"}"#,
        "/object",
    ),
    (
        "tagged",
        r#"{"type":"part","n":1,"next":{"n":1,"n":1,"type":"part"}}"#,
        "/next/n",
    ),
    (
        "keyed",
        r#"{"type":"part","part":{"n":1},"part":{"n":1}}"#,
        "/part",
    ),
    (
        "keyed",
        r#"{"part":{"n":1},"part":{"n":1},"type":"part"}"#,
        "/part",
    ),
    (
        "keyed",
        r#"{"part":{"n":1,"n":1},"type":"part"}"#,
        "/part/n",
    ),
    (
        "keyed",
        r#"{"type":"part","part":{"n":1},"type":"part"}"#,
        "/type",
    ),
    (
        "content",
        r#"{"type":"part","value":{"n":1},"value":{"n":1}}"#,
        "/value",
    ),
    (
        "content",
        r#"{"value":{"n":1},"value":{"n":1},"type":"part"}"#,
        "/value",
    ),
    (
        "content",
        r#"{"value":{"n":1,"n":1},"type":"part"}"#,
        "/value/n",
    ),
    (
        "content",
        r#"{"type":"part","value":{"n":1},"type":"part"}"#,
        "/type",
    ),
    ("own", r#"{"object":"own","n":1,"object":"own"}"#, "/object"),
    ("own", r#"{"n":1,"object":"own","n":1}"#, "/n"),
    ("untagged", r#"{"n":1,"n":1}"#, "/n"),
    ("untagged", r#"[{"n":1},{"n":1,"n":1}]"#, "/1/n"),
    (
        "nested",
        r#"{"kind":"tagged","type":"part","n":1,"kind":"tagged"}"#,
        "/kind",
    ),
    (
        "nested",
        r#"{"type":"part","kind":"tagged","n":1,"type":"part"}"#,
        "/type",
    ),
    (
        "nested",
        r#"{"n":1,"n":1,"type":"part","kind":"tagged"}"#,
        "/n",
    ),
    ("owner", r#"{"object":"own","n":1,"n":1}"#, "/n"),
];

/// Wherever a union keeps its tag and its value, neither may stand twice, in whichever order, as far as it is looked at.
#[test]
fn a_key_may_not_stand_twice_in_a_union_of_any_style() {
    for (member, value, at) in TWICE {
        let json = format!(r#"{{"{member}":{value}}}"#);
        let all = comes_back::<All>(&json);
        let report = all.report();
        let issue = &report.issues()[0];
        assert_eq!(issue.code, Code::DuplicateMember, "{json}: {report}");
        assert_eq!(
            issue.pointer.as_str(),
            format!("/{member}{at}"),
            "{json}: {report}"
        );
        assert_eq!(report.len(), 1, "{json}: {report}");
        assert_eq!(all.extra.len(), 0);
        let error = serde_json::from_str::<All>(&json).unwrap_err();
        assert!(error.to_string().contains("twice"), "{json}: {error}");
        assert!(
            serde_json::from_reader::<_, All>(json.as_bytes()).is_err(),
            "{json}"
        );
        // With placeholders, too.
        let filled = Reader::new().fill_missing().from_str::<All>(&json).unwrap();
        assert_eq!(
            JsonValue::read(&api_object::to_string(&filled)),
            JsonValue::read(&json)
        );
        assert!(filled.report().violations().count() > 0, "{json}");
    }
}

/// What an unknown object holds is nobody's matter.
#[test]
fn a_key_may_stand_twice_in_what_is_kept_as_text() {
    let json = r#"{"tagged":{"type":"new","n":1,"n":2,"type":"part"}}"#;
    assert_snapshot!(report_of::<All>(json), @r#"
    drift[unknown_variant] /tagged/type: type is "new", a variant that Tagged does not know
    1 drift
    "#);
    let json = r#"{"more":{"n":1,"n":2},"more":1}"#;
    assert_snapshot!(report_of::<All>(json), @"
    drift[unknown_member] /more: more is a member that All does not know
    drift[duplicate_member] /more: more, which All does not know, stands in it once more
    2 drifts
    ");
}
