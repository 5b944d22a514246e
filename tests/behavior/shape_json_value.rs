//! `serde_json`'s own types as members.

use api_object::{ApiObject, Extra, Items};
use serde_json::{Map, Value, json};

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Event {
    data: Value,
    more: Option<Value>,
    list: Vec<Value>,
    #[api(optional, len(..=2))]
    map: Option<Map<String, Value>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Bare {
    data: Value,
}

#[test]
fn values_come_back() {
    for data in [
        "null",
        "true",
        "7",
        "-7",
        "1.5",
        r#""a""#,
        "[]",
        "{}",
        r#"[1,{"a":[null,"x"]}]"#,
    ] {
        let json = format!(r#"{{"data":{data},"more":{data},"list":[{data},{data}]}}"#);
        let event = round_trips::<Event>(&json);
        let expected: Value = serde_json::from_str(data).unwrap();
        assert_eq!(*event.data(), expected);
        assert_eq!(
            event.more(),
            Some(&expected).filter(|value| !value.is_null())
        );
        assert!(event.report().is_empty());
        assert_eq!(api_object::to_string(&event), json);
    }
}

/// What a `Value` does not hold is kept beside it: order, repeated keys, digits.
#[test]
fn what_a_value_loses_is_kept() {
    let json = r#"{"data":{"b":1,"a":2,"a":3},"more":0.10,"list":[12345678901234567890123],"map":{"z":1.0,"y":[ ]}}"#;
    let event = comes_back::<Event>(json);
    assert_eq!(*event.data(), json!({"a": 3, "b": 1}));
    let mut event = event.lenient();
    event.data = json!([1]);
    assert!(api_object::to_string(&event).starts_with(r#"{"data":[1],"more":0.10,"#));
    let bare = round_trips::<Bare>(r#"{"data":{"a":1}}"#);
    assert_eq!(bare.data()["a"], 1);
}

#[test]
fn numbers_that_are_too_large_do_not_fit() {
    let json = r#"{"data":1,"more":1e400,"list":[]}"#;
    let event = api_object::from_str::<Event>(json).unwrap();
    assert_eq!(event.more(), None);
    assert_eq!(api_object::to_string(&event), json);
    assert!(api_object::from_str::<Bare>(r#"{"data":[1e400]}"#).is_err());
    let items = api_object::from_str::<Items<Value>>("[1,1e400]").unwrap();
    assert_eq!(items.unreadable().count(), 1);
}

#[test]
fn rules_ask_maps() {
    let json = r#"{"data":1,"more":null,"list":[],"map":{"a":1,"b":2,"c":3}}"#;
    assert!(report_of::<Event>(json).contains("map has 3 entries, expected at most 2"));
    assert!(api_object::from_str::<Map<String, Value>>(r#"{"a":1,"a":2}"#).is_err());
}
