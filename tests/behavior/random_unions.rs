//! Random values for unions of every style: what is read comes back, and both readers agree on what can be read.

use std::collections::BTreeMap;

use api_object::{ApiObject, Code, Extra, RawJson, Severity, UnknownObject, UnknownValue};

use crate::json_value::JsonValue;
use crate::round_trip::streamed;

const DOCUMENTS: u64 = 2_000;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Any {
    Flag(bool),
    Count(u8),
    Number(f64),
    Word(Word),
    Tagged(Tagged),
    Own(Own),
    Keyed(Keyed),
    Event(Event),
    Leaf(Leaf),
    Leaves(Vec<Leaf>),
    List(Vec<Any>),
    Map(BTreeMap<String, Any>),
}

/// The same, where nothing is refused.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Open {
    Leaf(Leaf),
    Keyed(Keyed),
    Leaves(Vec<Leaf>),
    #[api(unknown)]
    Other(RawJson),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Word {
    Leaf,
    #[api(alias = "b")]
    Branch,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tagged {
    Leaf(Leaf),
    #[api(alias = "b")]
    Branch(Extra),
    Own(Box<Own>),
    Event(Event),
    Open(Open),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Own {
    File(File),
    #[api(when(deleted = true))]
    Receipt(Receipt),
    Tagged(Box<Event>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Keyed {
    Leaf(Leaf, Extra),
    #[api(alias = "b")]
    Branch(Option<Box<Any>>, Extra),
    File(Vec<Keyed>, Extra),
    #[api(rename = "open")]
    Nothing(Extra),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "event", content = "n")]
enum Event {
    Leaf(u8, Extra),
    Branch(Option<Box<Any>>, Extra),
    File(Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Leaf {
    n: u8,
    #[api(optional)]
    leaf: Option<Box<Any>>,
    #[api(optional)]
    open: Option<Box<Open>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file", former("b"))]
struct File {
    n: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct Receipt {
    deleted: bool,
    #[api(extra)]
    extra: Extra,
}

/// Xorshift, after Marsaglia (2003).
struct Random(u64);

const KEYS: [&str; 10] = [
    "type", "type", "object", "event", "n", "leaf", "branch", "b", "file", "deleted",
];
const WORDS: [&str; 7] = ["leaf", "branch", "b", "file", "own", "event", "open"];

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    fn value(&mut self, depth: usize) -> String {
        match self.below(if depth == 0 { 5 } else { 12 }) {
            0 => ["null", "true", "false"][self.below(3)].to_owned(),
            1 => ["0.5", "-1", "300", "18446744073709551615"][self.below(4)].to_owned(),
            2 => self.below(9).to_string(),
            3 | 4 => format!("\"{}\"", WORDS[self.below(7)]),
            5 => {
                let items: Vec<_> = (0..self.below(3)).map(|_| self.value(depth - 1)).collect();
                format!("[{}]", items.join(","))
            }
            _ => self.object(depth),
        }
    }

    fn object(&mut self, depth: usize) -> String {
        let mut members: Vec<(&str, String)> = Vec::new();
        for _ in 0..=self.below(5) {
            let key = KEYS[self.below(KEYS.len())];
            if members.iter().all(|(other, _)| *other != key) {
                members.push((key, self.member(key, depth)));
            }
        }
        let members: Vec<_> = members
            .iter()
            .map(|(key, value)| format!("\"{key}\":{value}"))
            .collect();
        format!("{{{}}}", members.join(","))
    }

    /// A value that often fits its key.
    fn member(&mut self, key: &str, depth: usize) -> String {
        match (self.below(5), key) {
            (0, _) => self.value(depth - 1),
            (_, "type" | "object" | "event") => format!("\"{}\"", WORDS[self.below(7)]),
            (_, "deleted") => "true".to_owned(),
            (1..4, "n") => "7".to_owned(),
            _ => self.value(depth - 1),
        }
    }
}

/// Reads a text both ways, and answers whether it could be read.
#[track_caller]
fn agree<T>(json: &str) -> bool
where
    T: for<'de> api_object::Fill<'de>
        + api_object::Described
        + api_object::Node
        + serde::Serialize
        + serde::de::DeserializeOwned,
{
    let ours = api_object::from_str::<T>(json);
    let theirs = serde_json::from_str::<T>(json);
    let sent = JsonValue::read(json);
    if let Ok(theirs) = &theirs {
        let written = api_object::to_string(theirs);
        assert_eq!(JsonValue::read(&written), sent, "serde: {written}\n{json}");
    }
    let Ok(ours) = ours else {
        assert!(theirs.is_err(), "only serde reads {json}");
        return false;
    };
    for written in [
        api_object::to_string(&ours),
        streamed(&*ours).expect("it is written"),
    ] {
        assert_eq!(JsonValue::read(&written), sent, "{written}\n{json}");
    }
    let report = ours.report();
    let set_aside = report
        .issues()
        .iter()
        .any(|issue| issue.severity == Severity::Violation && issue.code != Code::Custom);
    assert!(
        theirs.is_ok() || set_aside,
        "only we read {json}: {:?}",
        theirs.err()
    );
    true
}

#[test]
fn random_values_of_unions_come_back() {
    let mut read = 0;
    for seed in 1..=DOCUMENTS {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        (0..8).for_each(|_| _ = random.below(2));
        let json = random.object(4);
        read += usize::from(agree::<Tagged>(&json));
        read += usize::from(agree::<Own>(&json));
        read += usize::from(agree::<Keyed>(&json));
        read += usize::from(agree::<Event>(&json));
        assert!(agree::<Open>(&json));
        // Spellings are kept by objects, so that values stand in one.
        let value = random.value(4);
        read += usize::from(agree::<Leaf>(&format!("{{\"leaf\":{value},\"n\":1}}")));
    }
    assert!(read > 2_000, "{read} were read");
}
