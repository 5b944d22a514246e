//! Texts that were made to be costly, each as large as it is wished to be, and the type that reads them.

use std::collections::BTreeMap;

use api_object::{
    ApiObject, Auto, Expandable, Extra, Items, OrderedMap, RawJson, Secret, UnknownObject,
};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "all")]
pub(super) struct All {
    id: String,
    #[api(optional)]
    n: Option<u64>,
    #[api(optional)]
    x: Option<f64>,
    #[api(optional)]
    auto: Option<Auto<u8>>,
    #[api(optional, alias = "former")]
    text: Option<String>,
    #[api(optional)]
    raw: Option<RawJson>,
    #[api(optional)]
    secret: Option<Secret<String>>,
    #[api(optional)]
    list: Option<Vec<Part>>,
    #[api(optional)]
    items: Option<Items<Part>>,
    #[api(optional)]
    numbers: Option<Vec<u8>>,
    #[api(optional)]
    map: Option<BTreeMap<String, Part>>,
    #[api(optional)]
    ordered: Option<OrderedMap<String, u8>>,
    #[api(optional)]
    choice: Option<Choice>,
    #[api(optional)]
    either: Option<Vec<Either>>,
    #[api(optional)]
    owner: Option<Expandable<Box<All>, String>>,
    #[api(optional)]
    below: Option<Box<All>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub(super) struct Part {
    a: u8,
    b: String,
    #[api(default = 3)]
    c: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Choice {
    Part(Part),
    All(Box<All>),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Number(u8),
    Part(Part),
    All(Box<All>),
    Many(Vec<Either>),
}

/// A way to make a text costly: its name, and a text of about so many bytes for each unit of size.
pub(super) type Hostile = (&'static str, fn(usize) -> Vec<u8>);

pub(super) const HOSTILE: &[Hostile] = &[
    ("arrays within each other", |n| {
        member("more", &nested("[", "]", n))
    }),
    ("objects within each other", |n| {
        member("more", &nested("{\"a\":", "}", n).replace(":}", ":1}"))
    }),
    ("declared objects within each other", |n| {
        nested("{\"below\":", "}", n).replace(":}", ":1}").into()
    }),
    ("unknown members", |n| {
        members(n, |i| format!("\"u{i}\":{i}"))
    }),
    ("one unknown member again and again", |n| {
        members(n, |_| "\"u\":null".to_owned())
    }),
    ("unknown members with escapes", |n| {
        members(n, |i| format!("\"\\u0075{i}\":\"\\n\""))
    }),
    ("a declared member again and again", |n| {
        members(n, |_| "\"n\":1".to_owned())
    }),
    ("a member under both of its names", |n| {
        members(n, |i| format!("\"{}\":\"a\"", ["text", "former"][i % 2]))
    }),
    ("a secret again and again", |n| {
        members(n, |_| "\"secret\":\"a\"".to_owned())
    }),
    ("a tag again and again", |n| {
        members(n, |_| "\"object\":\"all\"".to_owned())
    }),
    ("a huge integer", |n| member("n", &"9".repeat(8 * n))),
    ("a huge fraction", |n| {
        member("x", &format!("0.{}1", "0".repeat(8 * n)))
    }),
    ("a huge exponent", |n| {
        member("x", &format!("1e{}", "9".repeat(8 * n)))
    }),
    ("a huge number where a word is expected", |n| {
        member("auto", &"1".repeat(8 * n))
    }),
    ("huge numbers that nobody declared", |n| {
        members(n, |i| format!("\"u{i}\":1e999999"))
    }),
    ("lone surrogates", |n| {
        member(
            "text",
            &format!("\"{}\\ud800\"", "\\ud83d\\ude00".repeat(n)),
        )
    }),
    ("a lone surrogate in a key", |n| {
        format!("{{\"{}\\udc00\":1}}", "\\u0061".repeat(n)).into()
    }),
    ("bytes that are not UTF-8", |n| {
        [
            member("text", &format!("\"{}", "é".repeat(4 * n))),
            vec![0xff],
        ]
        .concat()
    }),
    ("escapes in a misfit", |n| {
        member("n", &format!("\"{}\"", "\\u0001".repeat(n)))
    }),
    ("elements that do not fit", |n| {
        member("list", &list(n, |_| "{\"a\":\"x\"}".to_owned()))
    }),
    ("items that do not fit", |n| {
        member("items", &list(n, |_| "{\"a\":\"x\"}".to_owned()))
    }),
    ("items with a misfit in the place of a default", |n| {
        member(
            "items",
            &list(n, |_| "{\"a\":1,\"b\":\"\",\"c\":\"x\"}".to_owned()),
        )
    }),
    ("items with unknown members", |n| {
        member(
            "items",
            &list(n, |_| "{\"a\":1,\"b\":\"\",\"d\":1}".to_owned()),
        )
    }),
    ("numbers that are spelled otherwise", |n| {
        member("numbers", &list(n, |_| "1.0".to_owned()))
    }),
    ("entries of a map", |n| {
        member("map", &map(n, |i| format!("\"k{i}\":{{\"a\":1}}")))
    }),
    ("a key of a map again and again", |n| {
        member("map", &map(n, |_| "\"k\":{\"a\":1,\"b\":\"\"}".to_owned()))
    }),
    ("a key of an ordered map again and again", |n| {
        member("ordered", &map(n, |_| "\"k\":1".to_owned()))
    }),
    ("entries of an ordered map", |n| {
        member("ordered", &map(n, |i| format!("\"k{i}\":1")))
    }),
    ("a tag behind all else", |n| {
        member(
            "choice",
            &map(n, |i| format!("\"u{i}\":1")).replace('}', ",\"type\":\"part\"}"),
        )
    }),
    ("unions in a list with their tags behind", |n| {
        member(
            "choice",
            &format!(
                "{{\"list\":{},\"type\":\"all\"}}",
                list(n, |_| "{\"a\":1}".to_owned())
            ),
        )
    }),
    ("values that no variant takes", |n| {
        member("either", &list(n, |_| "{\"a\":1}".to_owned()))
    }),
    ("lists within each other that no variant takes", |n| {
        member(
            "either",
            &list(n / 10, |_| nested("[", "]", 10).replace("[]", "[true]")),
        )
    }),
    ("ids that are expanded", |n| {
        member("owner", &map(n, |i| format!("\"u{i}\":1")))
    }),
    ("a text that breaks off behind much", |n| {
        let mut text = member("items", &list(n, |_| "{\"a\":\"x\"}".to_owned()));
        text.truncate(text.len() - 2);
        text
    }),
];

fn member(name: &str, value: &str) -> Vec<u8> {
    format!("{{\"object\":\"all\",\"id\":\"a\",\"{name}\":{value}}}").into()
}

fn members(count: usize, member: impl Fn(usize) -> String) -> Vec<u8> {
    let members: Vec<String> = (0..count).map(member).collect();
    format!("{{\"id\":\"a\",{}}}", members.join(",")).into()
}

fn nested(open: &str, close: &str, levels: usize) -> String {
    format!("{}{}", open.repeat(levels), close.repeat(levels))
}

fn list(count: usize, element: impl Fn(usize) -> String) -> String {
    let elements: Vec<String> = (0..count).map(element).collect();
    format!("[{}]", elements.join(","))
}

fn map(count: usize, entry: impl Fn(usize) -> String) -> String {
    let entries: Vec<String> = (0..count).map(entry).collect();
    format!("{{{}}}", entries.join(","))
}
