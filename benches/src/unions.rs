//! Unions beside their bare variants: the same objects, declared in three ways, for every style of union.

mod adjacent;
mod internal;
mod two_members;
mod untagged;

use api_object::{ApiObject, Extra};
use serde::{Deserialize, Serialize};

use crate::data::Document;
use crate::random::Random;

pub use adjacent::*;
pub use internal::*;
pub use two_members::*;
pub use untagged::*;

/// How many objects each document holds.
pub const OBJECTS: usize = 100;

/// The same objects, told apart in all ways.
pub struct Corpus {
    /// `type` stands first, as servers mostly have it.
    pub tag_first: Document,
    /// `type` stands last.
    pub tag_last: Document,
    /// `{"type": …, "data": {…}}`.
    pub content: Document,
    /// `{"data": {…}, "type": …}`.
    pub content_first: Document,
    /// `{"type": "tool_call", "tool_call": {…}}`.
    pub keyed: Document,
    /// The same `type`, and `cached` behind it.
    pub two_members: Document,
    /// Objects without a tag.
    pub untagged: Document,
    /// Numbers, where a word might stand.
    pub numbers: Document,
    /// Strings, where a list might stand.
    pub texts: Document,
}

/// An object that several unions have as a variant.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ToolCall {
    id: String,
    name: String,
    arguments: String,
    index: u32,
    duration: Option<f64>,
    cached: bool,
    #[api(extra)]
    extra: Extra,
}

/// The same for serde derive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SerdeToolCall {
    id: String,
    name: String,
    arguments: String,
    index: u32,
    duration: Option<f64>,
    cached: bool,
}

impl Corpus {
    /// Writes the documents. Two calls write the same bytes.
    pub fn new() -> Self {
        let mut random = Random::new(0x0b1e);
        let calls: Vec<String> = (0..OBJECTS)
            .map(|index| members(index, &mut random))
            .collect();
        let list = |object: fn(&str) -> String| list(calls.iter().map(|members| object(members)));
        Corpus {
            tag_first: list(|members| format!(r#"{{"type":"tool_call",{members}}}"#)),
            tag_last: list(|members| format!(r#"{{{members},"type":"tool_call"}}"#)),
            content: list(|members| format!(r#"{{"type":"tool_call","data":{{{members}}}}}"#)),
            content_first: list(|members| {
                format!(r#"{{"data":{{{members}}},"type":"tool_call"}}"#)
            }),
            keyed: list(|members| format!(r#"{{"type":"tool_call","tool_call":{{{members}}}}}"#)),
            two_members: list(|members| {
                let (rest, cached) = members
                    .split_once(r#","cached":"#)
                    .unwrap_or((members, "true"));
                format!(r#"{{"type":"tool_call","cached":{cached},{rest}}}"#)
            }),
            untagged: list(|members| format!("{{{members}}}")),
            numbers: self::list((0..OBJECTS).map(|number| (number * 37 % 256).to_string())),
            texts: self::list(
                (0..OBJECTS).map(|_| format!(r#""run-{}""#, random.alphanumeric(24))),
            ),
        }
    }
}

impl Default for Corpus {
    fn default() -> Self {
        Self::new()
    }
}

fn list(elements: impl Iterator<Item = String>) -> Document {
    Document::new(format!("[{}]", elements.collect::<Vec<_>>().join(",")))
}

fn members(index: usize, random: &mut Random) -> String {
    let id = random.alphanumeric(24);
    let query = random.alphanumeric(12);
    let name = *random.pick(&["file_search", "web_search", "get_weather"]);
    let duration = *random.pick(&["null", "0.25", "17.5"]);
    format!(
        r#""id":"call_{id}","name":"{name}","arguments":"{{\"query\":\"{query}\"}}","index":{index},"duration":{duration},"cached":{}"#,
        random.once_in(2)
    )
}
