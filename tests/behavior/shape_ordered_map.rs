//! `OrderedMap<K, V>`: free keys in the order in which they came.

use api_object::{ApiObject, Code, Extra, OrderedMap};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Store {
    #[api(len(..=2), each(len(..=3)))]
    metadata: Option<OrderedMap<String, String>>,
    files: OrderedMap<FileId, Option<OrderedMap<Box<str>, u8>>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "file-")]
struct FileId(api_object::Str);

#[test]
fn entries_come_back_in_their_order() {
    let json =
        r#"{"metadata":{"z":"1","a":"2"},"files":{"file-b":{"y":1,"x":2},"file-a":null,"":{}}}"#;
    let store = round_trips::<Store>(json);
    assert_eq!(api_object::to_string(&store), json);
    assert_eq!(serde_json::to_string(&*store).unwrap(), json);
    assert_eq!(
        store
            .files()
            .get("file-b")
            .and_then(Option::as_ref)
            .map(OrderedMap::len),
        Some(2)
    );
    assert!(store.files().contains_key("") && !store.files().contains_key("file-c"));
    let keys: Vec<&str> = store
        .metadata()
        .into_iter()
        .flat_map(OrderedMap::keys)
        .map(String::as_str)
        .collect();
    assert_eq!(keys, ["z", "a"]);
}

#[test]
fn large_maps_do_so_too() {
    let entries = (0..5_000).rev().map(|n| format!("\"{n}\":{n}"));
    let json = format!("{{{}}}", entries.collect::<Vec<_>>().join(","));
    let map = round_trips::<OrderedMap<String, u32>>(&json);
    assert_eq!(api_object::to_string(&map), json);
    assert!((0..5_000).all(|n| map.get(n.to_string().as_str()) == Some(&n)));
}

#[test]
fn a_repeated_key_is_refused() {
    for entries in [5, 40] {
        let entries: Vec<String> = (0..entries).map(|n| format!("\"k{n}\":\"v\"")).collect();
        let json = format!(
            r#"{{"metadata":{{{},"\u006b3":"w"}},"files":{{}}}}"#,
            entries.join(",")
        );
        let store = comes_back::<Store>(&json);
        assert_eq!(store.metadata(), None);
        assert_eq!(store.report().issues()[0].code, Code::DuplicateMember);
        assert_eq!(store.report().issues()[0].pointer.as_str(), "/metadata/k3");
        assert!(serde_json::from_str::<Store>(&json).is_err());
    }
}

#[test]
fn rules_ask_entries_and_values() {
    let json = r#"{"metadata":{"c":"long","b":"x","a":"y"},"files":{}}"#;
    assert_snapshot!(report_of::<Store>(json), @"
        violation[len] /metadata: metadata has 3 entries, expected at most 2
        violation[len] /metadata/c: c has 4 characters, expected at most 3
        2 violations
    ");
}

#[test]
fn values_that_do_not_fit_are_told_with_their_keys() {
    let json = r#"{"metadata":{"a":1,"b":[]},"files":{"file-a":{"x":300}}}"#;
    let error = api_object::from_str::<Store>(json).unwrap_err();
    assert_snapshot!(error, @"
    line 1, column 51, at /files/file-a/x: expected an integer from 0 to 255, found 300, which is out of range
    also line 1, column 18, at /metadata/a: expected a string, found 1
    also line 1, column 24, at /metadata/b: expected a string, found []
    ");
}
