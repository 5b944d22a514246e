//! `Registry` and `AnyObject`: an object is read as the type that its tag names, or kept as it came.

use api_object::{
    AnyObject, ApiObject, Code, Decoded, Deleted, Extra, List, Reader, Registry, Secret, Str,
    UnknownObject,
};
use insta::assert_snapshot;

use crate::json_value::JsonValue;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file", former("document"))]
struct File {
    bytes: u64,
    #[api(optional)]
    name: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "key")]
struct Key {
    id: Str,
    token: Secret<Str>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "object")]
enum Shape {
    Circle(Round),
    Ellipse(Round),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Round {
    width: f64,
}

fn registry() -> Registry {
    Registry::new()
        .with::<Deleted<File, Str>>()
        .with::<File>()
        .with::<Key>()
        .with::<Shape>()
        .with_word::<List<File>>("list")
}

/// Reads, and asserts that both writers give the same value back.
#[track_caller]
fn read(json: &str) -> Decoded<AnyObject> {
    let any = registry()
        .from_str(json)
        .unwrap_or_else(|error| panic!("{error}\nin {json}"));
    let sent = JsonValue::read(json);
    assert_eq!(
        JsonValue::read(&api_object::to_string(&any)),
        sent,
        "{json}"
    );
    let theirs = serde_json::to_string(&any).expect("serde_json writes it");
    assert_eq!(JsonValue::read(&theirs), sent, "{json}");
    any
}

#[test]
fn each_is_read_as_what_its_tag_names() {
    let any = read(r#"{"bytes":7,"more":[1, 2],"object":"file","name":5}"#);
    assert_eq!(any.get::<File>().map(File::bytes), Some(7));
    assert_eq!(
        (any.get::<Key>(), any.tag(), any.is_known()),
        (None, Some("file"), true)
    );
    assert_eq!(any.descriptor().map(|d| d.name()), Some("File"));
    assert_snapshot!(any.report(), @"
        violation[misfit] /name: expected a string or null, found 5
        drift[unknown_member] /more: more is a member that File does not know
        1 violation, 1 drift
    ");
    let any = read(r#"{"object":"document","bytes":1}"#);
    assert_eq!(any.report().issues()[0].code, Code::FormerTag);
    let any = read(r#"{"object":"ellipse","width":2}"#);
    assert!(matches!(any.get::<Shape>(), Some(Shape::Ellipse(_))));
    let any = read(r#"{"object":"list","data":[{"object":"file","bytes":1},7]}"#);
    assert_eq!(any.get::<List<File>>().map(List::len), Some(2));
    assert_eq!(any.report().issues()[0].pointer.as_str(), "/data/1");
}

#[test]
fn of_several_types_the_first_that_fits_is_taken() {
    let any = read(r#"{"object":"file","id":"f-1","deleted":true}"#);
    assert!(
        any.get::<Deleted<File, Str>>()
            .is_some_and(|receipt| receipt.deleted)
    );
    let any = read(r#"{"object":"file.deleted","id":"f-1","deleted":true}"#);
    assert!(any.get::<Deleted<File, Str>>().is_some());
    assert!(
        read(r#"{"object":"file","bytes":2}"#)
            .get::<File>()
            .is_some()
    );
}

#[test]
fn what_no_type_takes_is_kept_and_told() {
    for (json, tag) in [
        (r#" {"object":"telegram","n":1e300} "#, Some("telegram")),
        (r#"{"object":"\u0066oo"}"#, Some("foo")),
        (r#"{"object":7}"#, None),
        (r#"{"n":1}"#, None),
        (r#"[{"object":"file","bytes":1}]"#, None),
        ("\"file\"", None),
        ("null", None),
    ] {
        let any = read(json);
        assert_eq!((any.tag(), any.is_known()), (tag, false), "{json}");
        assert_eq!(any.json().map(|kept| kept.as_str()), Some(json.trim()));
        let report = any.report();
        assert_eq!((report.len(), report.drift().count()), (1, 1), "{report}");
        assert_eq!(report.issues()[0].code, Code::UnknownVariant);
        assert!(any.descriptor().is_none() && any.get::<File>().is_none());
    }
}

#[test]
fn what_does_not_fit_its_type_is_kept_and_told() {
    let any = read(r#"{"object":"key","id":"k","token":{"v":"hidden"}}"#);
    assert!(!any.is_known());
    assert_snapshot!(any.report(), @"
        violation[misfit] /token: expected a string, found an object, which is secret
        1 violation
    ");
    assert!(!format!("{any:?} {}", any.report()).contains("hidden"));
    assert_eq!(any.issues().len(), 1);
    let any = read(r#"{"object":"key","id":"k","token":"hidden"}"#);
    assert!(
        any.is_known() && !format!("{any:?}").contains("hidden"),
        "{any:?}"
    );
    assert!(any.strict().is_ok());
    // Of an object without a tag nobody knows what is secret in it.
    assert!(
        !read(r#"{"token":"hidden"}"#)
            .report()
            .to_string()
            .contains("hidden")
    );
}

#[test]
fn a_value_without_the_tag_is_told_which_member_it_lacks() {
    let any = Registry::new().with::<File>().from_str(r#"{"id":1}"#);
    assert_snapshot!(any.expect("it is JSON").report(), @"
    drift[unknown_variant] (root): the value has no member `object`, by which types are told apart
    1 drift
    ");
}

#[test]
fn a_value_is_taken_out_as_its_type_and_no_other() {
    let any = read(r#"{"object":"file","bytes":7}"#).lenient();
    let any = any.into_value::<Key>().expect_err("it is a file");
    let mut any = any.into_value::<Round>().expect_err("it is a file");
    any.get_mut::<File>().expect("it is a file").bytes = 8;
    assert_eq!(
        api_object::to_string(&any),
        r#"{"object":"file","bytes":8}"#
    );
    assert_eq!(
        any.into_value::<File>().map(|file| file.bytes).ok(),
        Some(8)
    );
    let kept = read("[1]")
        .lenient()
        .into_value::<File>()
        .expect_err("it is none");
    assert_eq!(api_object::to_string(&kept), "[1]");
}

#[test]
fn what_is_no_json_or_beyond_a_limit_is_an_error() {
    for json in [
        "",
        "{",
        r#"{"object":"file","bytes":1"#,
        r#"{"object":"file","bytes":1} x"#,
        r#"{"object":"x",}"#,
    ] {
        let error = registry().from_str(json).unwrap_err();
        assert_eq!(
            error.issues().last().map(|at| at.issue.code),
            Some(Code::Syntax),
            "{json}"
        );
    }
    assert!(
        registry()
            .from_slice(b"{\"object\":\"file\",\"name\":\"\xff\"}")
            .is_err()
    );
    let limited = registry().reading_with(Reader::new().max_bytes(10));
    for json in [
        r#"{"object":"file","bytes":1}"#,
        r#"{"object":"x","bytes":1}"#,
    ] {
        assert_eq!(
            limited.from_str(json).unwrap_err().first().issue.code,
            Code::Limit
        );
    }
}

#[test]
fn another_member_may_tell_and_placeholders_may_stand() {
    #[derive(Debug, ApiObject)]
    #[api(tag = "type")]
    enum Event {
        Made(Round),
        #[api(unknown)]
        Other(UnknownObject),
    }
    let registry = Registry::new()
        .told_by("type")
        .with::<Event>()
        .with::<File>();
    assert!(
        registry
            .from_str(r#"{"type":"made","width":1}"#)
            .unwrap()
            .get::<Event>()
            .is_some()
    );
    assert!(
        !registry
            .from_str(r#"{"object":"file","bytes":1}"#)
            .unwrap()
            .is_known()
    );
    let filling = self::registry().reading_with(Reader::new().fill_missing());
    let json = r#"{"object":"key","id":"k"}"#;
    let any = filling.from_str(json).unwrap();
    assert!(any.get::<Key>().is_some());
    assert_eq!(any.report().issues()[0].code, Code::MissingFilled);
    assert_eq!(api_object::to_string(&any), json);
    assert_snapshot!(format!("{filling:?}"), @r#"Registry { key: "object", types: ["Deleted", "File", "Key", "Shape", "List"], reader: Reader { depth: 127, bytes: None, unknown_members: 1048576, fill_missing: true } }"#);
}

/// A file is not the receipt of its deletion, of which all but its tag is missing.
#[test]
fn placeholders_stand_only_where_no_type_fits_without() {
    let filling = registry().reading_with(Reader::new().fill_missing());
    let json = r#"{"object":"file","bytes":2}"#;
    let any = filling.from_str(json).unwrap();
    assert!(any.get::<File>().is_some() && any.report().is_empty());
    let page = filling
        .page_from_str(&format!(r#"{{"object":"list","data":[{json}]}}"#))
        .unwrap();
    assert!(page.iter().all(|item| item.get::<File>().is_some()));
    let any = filling.from_str(r#"{"object":"file"}"#).unwrap();
    assert!(any.get::<Deleted<File, Str>>().is_some());
    assert!(!any.report().is_valid());
}

/// What fits neither of two types is told by the first, and may be what the second has as a secret.
#[test]
fn a_secret_of_another_type_is_not_told() {
    #[derive(Debug, ApiObject)]
    #[api(object = "key")]
    struct Counter {
        token: u64,
    }
    let registry = Registry::new().with::<Counter>().with::<Key>();
    let json = r#"{"object":"key","token":"hunter"}"#;
    let any = registry.from_str(json).unwrap();
    assert!(!any.is_known() && !format!("{any:?}").contains("hunter"));
    assert_snapshot!(any.report(), @"
        violation[misfit] /token: expected an integer that is not negative, found a string, which is secret
        1 violation
    ");
}

#[test]
fn values_go_from_thread_to_thread() {
    fn is_sendable<T: Send + Sync + 'static>(_: &T) {}
    is_sendable(&registry());
    is_sendable(&read("[]"));
}

/// Reads a page, and asserts that both writers give the same value back.
#[track_caller]
fn page(registry: &Registry, json: &str) -> Decoded<List<AnyObject>> {
    let page = registry
        .page_from_str(json)
        .unwrap_or_else(|error| panic!("{error}\nin {json}"));
    let sent = JsonValue::read(json);
    assert_eq!(JsonValue::read(&api_object::to_string(&page)), sent);
    let theirs = serde_json::to_string(&page).expect("serde_json writes it");
    assert_eq!(JsonValue::read(&theirs), sent);
    page
}

#[test]
fn a_page_has_items_of_several_types() {
    let json = r#"{"object":"list","first_id":null,"data":[
        {"object":"file","bytes":7,"more":[1]},
        {"object":"key","id":"k","token":"sesame"},
        {"object":"circle","width":"wide"},
        {"object":"document","bytes":1},
        {"object":"telegram"},
        7,
        {"object":"list","data":[{"object":"file","bytes":1,"name":5}]},
        {"object":"file","id":"f","deleted":true}
    ],"has_more":true,"cost":3}"#;
    let page = page(&registry(), json);
    assert_eq!(page.len(), 8);
    let known: Vec<bool> = page.iter().map(AnyObject::is_known).collect();
    assert_eq!(known, [true, true, false, true, false, false, true, true]);
    assert_eq!(
        page.iter()
            .find_map(|item| item.get::<Key>())
            .map(|key| key.id().as_str()),
        Some("k")
    );
    assert_eq!(page.next_cursor().as_deref(), Some("f"));
    assert_snapshot!(page.report(), @r#"
        drift[unknown_member] /data/0/more: more is a member that File does not know
        violation[misfit] /data/2/width: expected a number, found "wide"
        drift[former_tag] /data/3/object: object is "document", expected "file"
        drift[unknown_variant] /data/4/object: object is "telegram", the tag of no type that is registered
        drift[unknown_variant] /data/5: a secret deviates, expected Deleted, File, Key, Shape or List
        violation[misfit] /data/6/data/0/name: expected a string or null, found 5
        drift[unknown_member] /cost: cost is a member that List does not know
        2 violations, 5 drifts
    "#);
    assert!(!format!("{page:?}").contains("sesame"));
    assert!(registry().page_from_str("[]").is_err());
    assert_snapshot!(registry().page_from_str(r#"{"data":[1,]}"#).unwrap_err(), @"line 1, column 12, at /data/1: expected another element or member after the comma");
}

#[test]
fn limits_are_those_of_the_whole_page() {
    let reader = Reader::new().max_unknown_members(3);
    let registry = registry().reading_with(reader);
    let json = |third: &str| {
        format!(
            r#"{{"object":"list","cost":1,"data":[{{"object":"file","bytes":1,"a":1}},
{{"object":"file","bytes":2{third},"b":2}}]}}"#
        )
    };
    let _ = page(&registry, &json(""));
    assert_snapshot!(registry.page_from_str(&json(r#","x":1"#)).unwrap_err(), @"line 2, column 34, at /data/1/b: expected at most 3 members that nobody declared");
    // A type that does not fit knows less of it than the one that does.
    let alone = r#"{"object":"file","bytes":2,"name":"n","b":2,"c":3,"d":4}"#;
    assert!(
        registry
            .from_str(alone)
            .expect("three are unknown")
            .is_known()
    );
    let deep = Registry::new()
        .with::<File>()
        .reading_with(Reader::new().max_depth(3));
    let nested = |deep: &str| format!(r#"{{"data":[{{"object":"file","bytes":1,"x":{deep}}}]}}"#);
    let _ = page(&deep, &nested("1"));
    assert_snapshot!(deep.page_from_str(&nested("[1]")).unwrap_err(), @"line 1, column 41, at /data/0/x: expected at most 3 levels of arrays and objects");
    let short = Registry::new().reading_with(Reader::new().max_bytes(10));
    assert_eq!(
        short
            .page_from_str(r#"{"data":[]}"#)
            .unwrap_err()
            .first()
            .issue
            .code,
        Code::Limit
    );
    let filling = Registry::new()
        .with::<File>()
        .reading_with(Reader::new().fill_missing());
    let filled = page(&filling, r#"{"data":[{"object":"file"}]}"#);
    assert_eq!(filled.report().issues()[0].code, Code::MissingFilled);
    assert_eq!(
        filled.report().issues()[0].pointer.as_str(),
        "/data/0/bytes"
    );
}
