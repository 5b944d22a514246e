//! A value that does not fit is blank again, whatever was read into its members before: members of every shape are filled, the
//! last one does not fit, and nothing remains of the others.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::net::Ipv4Addr;

use api_object::{
    ApiObject, Auto, Described, Expandable, Extra, Items, List, Nullable, OrderedMap, Quoted,
    RawJson, Reader, Secret, Str, UnixSeconds, UnknownObject, UnknownValue,
};
use serde_json::{Map, Value, json};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Around {
    all: All,
    #[api(extra)]
    extra: Extra,
}

/// It has no place for what does not fit, and so does not fit itself.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct All {
    #[api(id = "all_")]
    id: AllId,
    #[api(id(u64))]
    serial: AllSerial,
    flag: bool,
    small: u8,
    large: u64,
    signed: i64,
    short: i16,
    double: f64,
    single: f32,
    text: String,
    inline: Str,
    boxed_text: Box<str>,
    fixed: Cow<'static, str>,
    fixed_list: Vec<Cow<'static, str>>,
    moment: UnixSeconds,
    auto: Auto<u32>,
    maybe: Option<Vec<String>>,
    either: Nullable<u32>,
    quoted: Quoted<u64>,
    secret: Secret<String>,
    open: Open,
    closed: Closed,
    union: Choice,
    closed_union: ClosedChoice,
    untagged: Untagged,
    part: Part,
    boxed: Box<Part>,
    parts: Vec<Part>,
    items: Items<Part>,
    page: List<Part>,
    expandable: Expandable<Part, String>,
    tree: BTreeMap<String, Part>,
    hashed: HashMap<String, u8>,
    ordered: OrderedMap<String, Part>,
    raw: RawJson,
    value: Value,
    values: Map<String, Value>,
    #[api(serde(blank = Ipv4Addr::UNSPECIFIED))]
    foreign: Ipv4Addr,
    #[api(default = 7)]
    seven: u32,
    #[api(default)]
    list: Vec<u8>,
    last: u8,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Part {
    n: u8,
    inner: Option<Box<Part>>,
    #[api(default = 3)]
    three: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Open {
    Red,
    Green,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(closed)]
enum Closed {
    First,
    Second,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum Choice {
    Part(Part),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum ClosedChoice {
    Part(Part),
    Leaf(Leaf),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Leaf {
    x: u8,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Untagged {
    Number(u8),
    Text(String),
}

/// A value for each member of `All`, none of which is its blank.
fn all() -> Value {
    let part = json!({"n": 1, "inner": {"n": 2, "inner": null, "three": 9, "more": 1}, "three": 8, "more": [1]});
    let mut tagged = part.clone();
    tagged["kind"] = json!("part");
    json!({
        "id": "all_1", "serial": 7, "flag": true, "small": 1, "large": 2, "signed": -3, "short": -4, "double": 0.5,
        "single": 0.25, "text": "text", "inline": "inline", "boxed_text": "boxed", "fixed": "fixed",
        "fixed_list": ["a", "b"], "moment": 1_700_000_000, "auto": 5, "maybe": ["c"], "either": 6, "quoted": "8",
        "secret": "s", "open": "green", "closed": "second", "union": tagged, "closed_union": {"kind": "leaf", "x": 1},
        "untagged": 9, "part": part, "boxed": part, "parts": [part, part], "items": [part, 1], "page": {
            "object": "list", "data": [part], "first_id": "f", "last_id": "l", "has_more": true, "more": 1
        },
        "expandable": part, "tree": {"a": part}, "hashed": {"b": 1}, "ordered": {"c": part}, "raw": [1], "value": {"d": 1},
        "values": {"e": 1}, "foreign": "127.0.0.1", "seven": 8, "list": [1, 2],
    })
}

fn around(last: &Value) -> String {
    let mut all = all();
    all["last"] = last.clone();
    json!({ "all": all }).to_string()
}

#[test]
fn nothing_remains_of_what_does_not_fit() {
    let blank = All::blank();
    let fits = api_object::from_str::<Around>(&around(&json!(1))).unwrap();
    let members = |all: &All| match serde_json::to_value(all) {
        Ok(Value::Object(members)) => members,
        _ => panic!("an object"),
    };
    let (filled, blanks) = (members(&fits.all), members(&blank));
    for (name, value) in &filled {
        assert_ne!(blanks.get(name), Some(value), "`{name}` is filled");
    }
    assert_eq!(filled.len(), all().as_object().map_or(0, Map::len) + 1);

    let json = around(&json!("none"));
    let misfit = Reader::new()
        .fill_missing()
        .from_str::<Around>(&json)
        .unwrap();
    assert_eq!(misfit.all, blank);
    assert_eq!(misfit.all.check(), blank.check());
    let room = [
        misfit.all.parts.capacity(),
        misfit.all.hashed.capacity(),
        misfit.all.list.capacity(),
    ];
    assert_eq!(room, [0; 3], "a blank holds no memory");
    assert_eq!(members(&misfit.all), blanks);
    assert_eq!(api_object::to_string(&misfit), json);
}

#[test]
fn what_comes_takes_the_place_of_a_default() {
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Settings {
        #[api(default = Part { n: 1, inner: None, three: 4, extra: Extra::new() })]
        part: Part,
    }

    let settings = api_object::from_str::<Settings>(r#"{"part":{"n":2,"inner":null}}"#).unwrap();
    assert_eq!((settings.part.n, settings.part.three), (2, 3));
}
