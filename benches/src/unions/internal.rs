//! The tag among the members of its object: by the union, or by the objects themselves.

use api_object::{ApiObject, Extra, UnknownObject};
use serde::{Deserialize, Serialize};

use super::{SerdeToolCall, ToolCall};

/// The union knows the words.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Item {
    /// A call.
    ToolCall(ToolCall),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// The objects know the words.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
pub enum OwnTag {
    /// A call.
    ToolCall(BareToolCall),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(UnknownObject),
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
