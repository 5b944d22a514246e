//! A union beside its bare variant: the same objects, declared in three ways.

use api_object::{ApiObject, Extra, UnknownObject};
use serde::{Deserialize, Serialize};

use crate::data::Document;
use crate::random::Random;

/// How many objects each document holds.
const OBJECTS: usize = 100;

/// The same objects, with the tag at different places.
pub struct Corpus {
    /// `type` stands first, as servers mostly have it.
    pub tag_first: Document,
    /// `type` stands last.
    pub tag_last: Document,
}

/// What our union tells apart.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Item {
    /// A call.
    ToolCall(ToolCall),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A variant.
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

/// The variant alone, which has the tag as a constant of its own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "tool_call"))]
pub struct BareToolCall {
    id: String,
    name: String,
    arguments: String,
    index: u32,
    duration: Option<f64>,
    cached: bool,
    #[api(extra)]
    extra: Extra,
}

/// The union as serde derive has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SerdeItem {
    /// A call.
    ToolCall(SerdeToolCall),
    /// A kind that this version does not know; its payload is lost.
    #[serde(other)]
    Unknown,
}

/// A variant.
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
        let list = |object: fn(&str) -> String| {
            let objects: Vec<String> = calls.iter().map(|members| object(members)).collect();
            Document::new(format!("[{}]", objects.join(",")))
        };
        Corpus {
            tag_first: list(|members| format!(r#"{{"type":"tool_call",{members}}}"#)),
            tag_last: list(|members| format!(r#"{{{members},"type":"tool_call"}}"#)),
        }
    }
}

impl Default for Corpus {
    fn default() -> Self {
        Self::new()
    }
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
