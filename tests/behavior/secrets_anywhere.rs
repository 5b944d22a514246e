//! Secrets in every kind of member, with values that fit and values that do not: whatever is said or shown, none is told.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};

use api_object::{
    ApiObject, Auto, DecodeError, Decoded, Expandable, Extra, Fill, Items, List, Node, Nullable,
    OrderedMap, Reader, Registry, Report, Secret, Source, UnknownObject,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What stands where a secret belongs, as a word and as a number.
const SECRETS: [&str; 2] = ["hunter2", "4242424"];

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "login")]
struct Login {
    name: String,
    key: Secret<String>,
    #[api(optional, alias = "pin_code")]
    pin: Option<Secret<u8>>,
    free: Nullable<Secret<String>>,
    #[api(optional)]
    word: Option<Secret<Word>>,
    #[api(optional)]
    auto: Option<Auto<Secret<u8>>>,
    #[api(optional)]
    list: Option<Vec<Secret<String>>>,
    #[api(optional)]
    map: Option<BTreeMap<String, Secret<String>>>,
    #[api(optional)]
    ordered: Option<OrderedMap<String, Secret<u8>>>,
    #[api(optional)]
    hidden: Option<Secret<Part>>,
    #[api(optional)]
    names: Option<Secret<BTreeMap<String, u8>>>,
    #[api(optional)]
    items: Option<Items<Part>>,
    #[api(optional)]
    tagged: Option<Tagged>,
    #[api(optional)]
    keyed: Option<Keyed>,
    #[api(optional)]
    content: Option<Content>,
    #[api(optional)]
    either: Option<Either>,
    #[api(optional)]
    owner: Option<Expandable<Box<Login>, String>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Part {
    n: u8,
    key: Secret<String>,
    #[api(serde)]
    version: Option<(u8, u8)>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Other {
    m: u8,
    key: Secret<String>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(closed)]
enum Word {
    Open,
    Shut,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tagged {
    Plain(Part),
    Hidden(Secret<Part>),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Keyed {
    Part(Secret<Part>),
    Text(Secret<String>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", content = "value")]
enum Content {
    Part(Secret<Part>),
    Text(Secret<String>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Part(Part),
    Other(Other),
    Text(Secret<String>),
    List(Vec<Secret<String>>),
}

/// A value that a member may be sent with, of which every `$` is a secret word and every `#` a secret number. The objects among
/// them have `key` where it is declared, and what is undeclared only within secrets.
const VALUES: &[&str] = &[
    r#""$""#,
    "#",
    r#"["$"]"#,
    "[#]",
    r#"[["$"]]"#,
    r#"{"a":#}"#,
    r#"{"a":"$","b":[#]}"#,
    r#"{"a":"$","a":#}"#,
    r#"{"n":"plain","key":"$"}"#,
    r#"{"n":1,"key":"$","key":"$"}"#,
    r#"{"n":1,"key":["$"]}"#,
    r#"{"n":1,"key":#,"n":1}"#,
    r#"{"n":1,"key":"$","version":1}"#,
    r#"{"m":"plain","key":"$"}"#,
    r#"[{"n":1,"key":["$"]},{"n":777,"key":"$"}]"#,
    r#"{"object":"login","name":1,"key":"$"}"#,
    r#"{"object":"login","name":"x","key":"$","pin":#}"#,
    r#"{"object":"log","key":"$"}"#,
    r#"{"type":"plain","n":777,"key":"$"}"#,
    r#"{"n":777,"key":#,"type":"plain"}"#,
    r#"{"type":"hidden","n":#,"key":"$"}"#,
    r#"{"n":#,"key":"$","type":"hidden","$":"$"}"#,
    r#"{"type":"part","part":{"n":"$","$":1}}"#,
    r#"{"part":{"n":1,"key":["$"],"version":"$"},"type":"part"}"#,
    r#"{"type":"part","value":{"n":"$","$":1}}"#,
    r#"{"value":{"n":1,"n":#,"key":"$"},"type":"part"}"#,
    r#"{"type":"text","text":#}"#,
    r#"{"text":["$"],"type":"text"}"#,
    r#"{"type":"text","value":{"$":"$"}}"#,
    r#"{"type":{"x":1},"key":"$"}"#,
];

/// The same for members that are secrets as wholes.
const WITHIN: &[&str] = &[
    r#"{"n":"$","key":"$"}"#,
    r#"{"n":#,"key":["$"],"$":"$"}"#,
    r#"{"n":1,"key":"$","version":["$",1]}"#,
    r#"{"n":1,"key":"$","version":#,"version":#}"#,
    r#"{"$":#,"$":#}"#,
    r#"{"$":"$"}"#,
    r#"["$",#,{"$":#}]"#,
];

fn member_and_value() -> impl Iterator<Item = (&'static str, String)> {
    let any = [
        "key", "pin", "pin_code", "free", "word", "auto", "list", "map", "ordered", "hidden",
        "names", "items", "tagged", "keyed", "content", "either", "owner",
    ];
    let within = ["key", "pin", "hidden", "names"];
    let all = |members: &'static [&'static str], values: &'static [&'static str]| {
        members
            .iter()
            .flat_map(move |member| values.iter().map(move |value| (*member, *value)))
    };
    let any = all(Vec::leak(any.to_vec()), VALUES);
    any.chain(all(Vec::leak(within.to_vec()), WITHIN))
        .filter(|(member, value)| is_declared(member, value))
        .map(|(member, value)| {
            (
                member,
                value.replace('$', SECRETS[0]).replace('#', SECRETS[1]),
            )
        })
}

/// Whether whatever is secret in the value stands where this member declares it, or is of a kind that the member does not
/// take. (An id, a member that nobody declared, and an object without a tag are shown.)
fn is_declared(member: &str, value: &str) -> bool {
    match member {
        "owner" => {
            !value.starts_with('"') && (!value.starts_with('{') || value.contains("\"object\""))
        }
        "items" => {
            !value.contains("[#]") && !value.contains("[\"$\"]") && !value.starts_with("{\"a\"")
                || value.contains("\"n\"")
        }
        "either" => {
            !value.contains("\"type\"") && !value.contains("\"object\"") && !value.contains("\"a\"")
        }
        "tagged" => {
            value.contains("\"key\"")
                && !value.starts_with("{\"type\":\"part")
                && !value.contains("\"object\"")
        }
        "map" | "ordered" => !value.contains("\"$\":"),
        _ => true,
    }
}

#[track_caller]
fn tells_none(what: impl Display, json: &str) {
    let what = what.to_string();
    let told = SECRETS.iter().find(|secret| what.contains(**secret));
    assert!(told.is_none(), "{json}\n{what}");
}

fn shows_none<T: Debug>(value: &T, json: &str) {
    tells_none(format!("{value:?}"), json);
    tells_none(format!("{value:#?}"), json);
}

fn reports_none(report: &Report, json: &str) {
    tells_none(report, json);
    shows_none(report, json);
    tells_none(serde_json::to_string(report).unwrap(), json);
}

fn fails_with_none(error: &DecodeError, json: &str) {
    tells_none(error, json);
    shows_none(error, json);
}

/// Whatever can be had of a text that is read as this type.
fn used_up<T>(json: &str)
where
    T: Debug
        + Clone
        + Node
        + api_object::Described
        + for<'de> Fill<'de>
        + Serialize
        + DeserializeOwned,
{
    let source = Source::of::<T>(json);
    shows_none(&source, json);
    for reader in [Reader::new(), Reader::new().fill_missing()] {
        match reader.from_str::<T>(json) {
            Ok(read) => {
                shows_none(&read, json);
                reports_none(&read.report(), json);
                tells_none(source.show_report(&read.report()), json);
                let _ = Decoded::strict(read).map_err(|report| reports_none(&report, json));
            }
            Err(error) => {
                fails_with_none(&error, json);
                tells_none(source.show_error(&error), json);
            }
        }
        for item in reader.json_lines::<T, _>(json.as_bytes()) {
            shows_none(&item, json);
            let _ = item.map_err(|error| tells_none(error, json));
        }
        let stream = format!("event: e\ndata: {json}\n\ndata: {json}");
        for item in reader.events::<T, _>(stream.as_bytes()) {
            shows_none(&item, json);
            let _ = item.map_err(|error| tells_none(error, json));
        }
    }
    by_serde(serde_json::from_str::<T>(json), json);
    by_serde(serde_json::from_reader::<_, T>(json.as_bytes()), json);
    let tree: serde_json::Value = serde_json::from_str(json).unwrap();
    by_serde(serde_json::from_value::<T>(tree), json);
}

fn by_serde<T: Debug>(read: serde_json::Result<T>, json: &str) {
    shows_none(&read, json);
    let _ = read.map_err(|error| tells_none(error, json));
}

fn by_registry(json: &str) {
    let registry = Registry::new().with::<Login>();
    match registry.from_str(json) {
        Ok(any) => {
            shows_none(&any, json);
            reports_none(&any.report(), json);
        }
        Err(error) => fails_with_none(&error, json),
    }
    let page = format!(r#"{{"object":"list","data":[{json},7]}}"#);
    let any = registry.page_from_slice(page.as_bytes()).unwrap();
    shows_none(&any, json);
    reports_none(&any.report(), json);
    used_up::<List<Login>>(&page);
}

#[test]
fn no_secret_is_told_whatever_comes() {
    let mut asked = 0;
    for (member, value) in member_and_value() {
        for json in [
            format!(r#"{{"object":"login","name":"n","key":"hunter2","{member}":{value}}}"#),
            format!(r#"{{"{member}":{value},"object":"login","name":"n"}}"#),
            format!(
                r#"{{"object":"login","name":"n","key":4242424,"{member}":{value},"{member}":{value}}}"#
            ),
            format!(
                r#"{{"object":"login","key":["hunter2"],"{member}":{value},"pin":4242424,"pin_code":4242424}}"#
            ),
        ] {
            used_up::<Login>(&json);
            by_registry(&json);
            asked += 1;
        }
    }
    assert!(asked > 1_000, "{asked}");
    for value in WITHIN {
        let value = value.replace('$', SECRETS[0]).replace('#', SECRETS[1]);
        used_up::<Secret<Part>>(&value);
        used_up::<Secret<Either>>(&value);
        used_up::<Vec<Secret<Login>>>(&format!("[{value}]"));
        used_up::<Items<Secret<Part>>>(&format!("[{value}]"));
    }
}
