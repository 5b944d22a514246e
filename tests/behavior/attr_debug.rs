//! `debug`: an object shows itself as JSON, without secrets.

use api_object::{ApiObject, Extra, Items, Secret, UnixSeconds, UnknownObject, UnknownValue};

/// No `Debug`: nothing is asked of the types of members.
#[derive(Clone, PartialEq, ApiObject)]
struct Quiet {
    n: u8,
}

#[derive(Clone, PartialEq, ApiObject)]
#[api(object = "key", debug)]
struct Key {
    #[api(id = "key_")]
    id: KeyId,
    #[api(status { live => gone, gone })]
    status: KeyStatus,
    secret: Option<Secret<String>>,
    created: UnixSeconds,
    note: Option<String>,
    #[api(optional)]
    limit: Option<u64>,
    inner: Vec<Quiet>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Clone, PartialEq, ApiObject)]
#[api(tag = "type", debug)]
enum Event {
    Made(Made),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Clone, PartialEq, ApiObject)]
struct Made {
    key: Key,
}

#[derive(PartialEq, ApiObject)]
#[api(untagged, debug)]
enum Input<'a> {
    Text(&'a str),
    Many(Vec<u32>),
    Key(Box<Key>),
}

#[derive(PartialEq, ApiObject)]
#[api(debug)]
struct Page<'a, T> {
    items: Items<T>,
    input: Input<'a>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
enum Kind {
    One,
    #[api(unknown)]
    Other(UnknownValue),
}

/// Beside what the standard library derives.
#[derive(Debug, PartialEq, ApiObject)]
struct Holder {
    kind: Kind,
    quiet: Option<Shown>,
}

#[derive(PartialEq, ApiObject)]
#[api(debug)]
struct Shown {
    kind: Kind,
}

const KEY: &str = r#"{"object":"key","id":"key_1","status":"live","secret":"sk-1","created":7,
                      "note":null,"inner":[{"n":1},{"n":2}]}"#;

fn key(json: &str) -> Key {
    api_object::from_str::<Key>(json).unwrap().lenient()
}

#[test]
fn an_object_is_its_name_and_json_without_secrets() {
    assert_eq!(
        format!("{:?}", key(KEY)),
        r#"Key {"object":"key","id":"key_1","status":"live","secret":"…","created":7,"note":null,"inner":[{"n":1},{"n":2}]}"#
    );
}

#[test]
fn lines_are_made_where_they_are_asked_for() {
    let shown = format!("{:#?}", Shown { kind: Kind::One });
    assert_eq!(shown, "Shown {\n  \"kind\": \"one\"\n}");
    assert_eq!(
        format!("{:#?}", key(KEY)).lines().count(),
        // Two braces, seven members, and the list's: two objects of three lines, and its end.
        2 + 7 + 7
    );
}

#[test]
fn what_nobody_declared_is_named_and_not_shown() {
    let json = KEY.replacen('{', r#"{"token":"sk-2","#, 1);
    let shown = format!("{:?}", key(&json));
    assert!(shown.ends_with(r#","token":"…"}"#), "{shown}");
    let json = KEY.replace(r#""secret":"sk-1""#, r#""secret":["sk-3"]"#);
    let odd = api_object::from_str::<Key>(&json).unwrap().lenient();
    let shown = format!("{odd:?}");
    assert!(!shown.contains("sk-"), "{shown}");
}

#[test]
fn a_union_shows_its_name_and_its_variant() {
    let json = format!(r#"{{"type":"made","key":{KEY}}}"#);
    let made = api_object::from_str::<Event>(&json).unwrap().lenient();
    let shown = format!("{made:?}");
    assert!(
        shown.starts_with(r#"Event {"type":"made","key":{"object":"key","#),
        "{shown}"
    );
    assert!(!shown.contains("sk-"), "{shown}");
    let other = api_object::from_str::<Event>(r#"{"type":"new","pin":7}"#)
        .unwrap()
        .lenient();
    let shown = format!("{other:?}");
    assert!(
        shown.starts_with("Event ") && !shown.contains('7'),
        "{shown}"
    );
}

#[test]
fn parameters_are_asked_what_members_are_asked() {
    let json = format!(r#"{{"items":[{{"n":3}},{{"n":"x"}}],"input":{KEY}}}"#);
    let page = api_object::from_str::<Page<'_, Quiet>>(&json)
        .unwrap()
        .lenient();
    let shown = format!("{page:?}");
    assert!(
        shown.starts_with(r#"Page {"items":[{"n":3},"…"],"input":{"object""#),
        "{shown}"
    );
    assert_eq!(format!("{:?}", Input::Text("a")), r#"Input "a""#);
    assert_eq!(format!("{:?}", Input::Many(vec![1, 2])), "Input [1,2]");
}

#[test]
fn it_stands_within_what_the_standard_library_derives() {
    let json = r#"{"kind":"one","quiet":{"kind":"two"}}"#;
    let holder = api_object::from_str::<Holder>(json).unwrap().lenient();
    assert_eq!(
        format!("{holder:?}"),
        r#"Holder { kind: One, quiet: Some(Shown {"kind":"two"}) }"#
    );
}
