//! The types that the fuzz targets read: one of everything.

pub mod declarations;

use std::collections::BTreeMap;

use api_object::{
    ApiObject, Auto, Decoded, Expandable, Extra, Items, Nullable, OrderedMap, RawJson, Reader,
    Secret, Str, UnixSeconds, UnknownObject, UnknownValue,
};
use serde_json::Value;

/// An object with members of all kinds.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "all", former("any"))]
pub struct All {
    #[api(id = "all-", immutable)]
    pub id: AllId,
    pub n: u8,
    #[api(optional)]
    pub i: Option<i64>,
    pub at: Option<UnixSeconds>,
    #[api(status { a => b, b => c | a, #[api(alias = "see")] c })]
    pub status: AllStatus,
    #[api(set_in(ended), null_in(active), not_before = at)]
    pub end: Option<UnixSeconds>,
    #[api(optional, alias = "xx")]
    pub x: Option<f64>,
    #[api(optional)]
    pub half: Option<f32>,
    #[api(default = 3)]
    pub d: u8,
    #[api(null_like({}, 0))]
    pub like: Option<Part>,
    #[api(optional)]
    pub auto: Option<Auto<u16>>,
    #[api(optional)]
    pub raw: Option<RawJson>,
    #[api(optional)]
    pub secret: Option<Secret<Str>>,
    pub free: Nullable<String>,
    #[api(len(..=3), each(len(1..)))]
    pub list: Vec<String>,
    #[api(optional)]
    pub items: Option<Items<Part>>,
    #[api(optional)]
    pub map: Option<BTreeMap<String, Part>>,
    #[api(optional)]
    pub ordered: Option<OrderedMap<String, Word>>,
    #[api(optional)]
    pub choice: Option<Choice>,
    #[api(optional)]
    pub either: Option<Vec<Either>>,
    #[api(optional)]
    pub keyed: Option<Keyed>,
    #[api(optional)]
    pub tried: Option<Vec<Tried>>,
    #[api(optional)]
    pub said: Option<Vec<Said>>,
    #[api(optional)]
    pub owner: Option<Expandable<Box<All>, Str>>,
    #[api(optional)]
    pub below: Option<Box<All>>,
    #[api(flatten)]
    pub flat: Flat,
    #[api(extra)]
    pub extra: Extra,
}

/// Members that stand among those of another object.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Flat {
    pub f: bool,
    #[api(optional)]
    pub g: Option<Part>,
}

/// A plain object.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Part {
    pub a: u8,
    pub b: Option<Str>,
    #[api(extra)]
    pub extra: Extra,
}

/// An object that remembers nothing.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Bare {
    pub a: u8,
    #[api(optional)]
    pub p: Option<Part>,
}

/// Words.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum Word {
    One,
    #[api(alias = "zwei")]
    Two,
    #[api(unknown)]
    Other(UnknownValue),
}

/// A union that a tag tells apart.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Choice {
    #[api(alias = "piece")]
    Part(Part),
    All(Box<All>),
    #[api(unknown)]
    Other(UnknownObject),
}

/// A union that nothing tells apart but its values.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum Either {
    Number(u8),
    Text(Str),
    Part(Part),
    Bare(Bare),
    Many(Vec<Either>),
}

/// Objects that are told apart by what must be there, one of which keeps in a list what does not fit.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum Tried {
    Rows(Rows),
    Inner(Inner),
    Part(Part),
    Saying(Call),
    #[api(unknown)]
    Other(RawJson),
}

/// A list whose elements stand each for itself.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Rows {
    #[api(alias = "r")]
    pub rows: Items<Part>,
    #[api(extra)]
    pub extra: Extra,
}

/// A union in a variant of a union.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Inner {
    pub either: Either,
    #[api(optional)]
    pub tried: Option<Box<Tried>>,
    #[api(extra)]
    pub extra: Extra,
}

/// A union of objects with tags of their own, two of which are told apart by a member.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
pub enum Said {
    #[api(when(a = 1))]
    One(Message),
    #[api(when(a = 2))]
    Two(Message),
    Call(Call),
    #[api(unknown)]
    Other(UnknownObject),
}

/// An object with a tag.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "message"))]
pub struct Message {
    pub a: u8,
    #[api(extra)]
    pub extra: Extra,
}

/// Another with a tag of the same name.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "call"), former("called"))]
pub struct Call {
    #[api(optional)]
    pub b: Option<Str>,
    #[api(extra)]
    pub extra: Extra,
}

/// A union whose value stands under its tag's word.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum Keyed {
    Part(Part, Extra),
    Number(u8, Extra),
    Beside(Option<Part>, Beside, Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

/// Members that stand beside a value.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Beside {
    pub index: u8,
    #[api(default = 2, alias = "weight")]
    pub w: u8,
    #[api(status(one, ended(two)), optional)]
    pub step: Option<Step>,
    #[api(set_in(two), optional)]
    pub b: Option<Part>,
}

/// Statuses that stand for themselves.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
pub enum Step {
    #[api(next = two)]
    One,
    #[api(alias = "zwei")]
    Two,
    #[api(unknown)]
    Other(UnknownValue),
}

/// Readers of several kinds.
pub fn readers() -> [Reader; 3] {
    let plain = Reader::new();
    [
        plain,
        plain.fill_missing(),
        plain.max_depth(5).max_unknown_members(3).max_bytes(200),
    ]
}

/// Whether two texts are the same JSON value: numbers by value, members in any order.
pub fn is_same(a: &str, b: &str) -> bool {
    match (serde_json::from_str(a), serde_json::from_str(b)) {
        (Ok(a), Ok(b)) => is_same_value(&a, &b),
        _ => false,
    }
}

fn is_same_value(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => {
            a == b || a.as_f64().is_some() && a.as_f64() == b.as_f64()
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same_value(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let other = |name: &String, a| b.get(name).is_some_and(|b| is_same_value(a, b));
            a.len() == b.len() && a.iter().all(|(name, a)| other(name, a))
        }
        _ => a == b,
    }
}

/// Reads a text, if this reader can.
pub fn read(reader: Reader, text: &[u8]) -> Option<Decoded<All>> {
    reader.from_slice::<All>(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A target that begins with texts which are refused reaches little.
    #[test]
    fn the_seeds_are_read() {
        let all = include_bytes!("../seeds/all.json");
        assert!(read(Reader::new(), all).is_some_and(|all| all.report().violations().count() == 1));
        let odd = include_bytes!("../seeds/odd.json");
        assert!(read(Reader::new(), odd).is_none());
        assert!(read(Reader::new().fill_missing(), odd).is_some());
    }
}
