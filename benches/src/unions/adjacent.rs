//! The tag beside a value, which stands under one name or under the tag's word.

use api_object::{ApiObject, Extra, UnknownObject};
use serde::{Deserialize, Serialize};

use super::{SerdeToolCall, ToolCall};

/// The value stands under `data`.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", content = "data")]
pub enum Event {
    /// A call.
    ToolCall(ToolCall, Extra),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// The variant alone.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "tool_call"))]
pub struct BareEvent {
    data: ToolCall,
    #[api(extra)]
    extra: Extra,
}

/// The union as serde derive has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum SerdeEvent {
    /// A call.
    ToolCall(SerdeToolCall),
    /// A kind that this version does not know; its payload is lost.
    #[serde(other)]
    Unknown,
}

/// The value stands under the tag's word.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum Part {
    /// A call.
    ToolCall(ToolCall, Extra),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// The variant alone.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "tool_call"))]
pub struct BarePart {
    tool_call: ToolCall,
    #[api(extra)]
    extra: Extra,
}

/// The union as serde derive has it: an internal tag, and objects of one member.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SerdePart {
    /// A call.
    ToolCall {
        /// The value.
        tool_call: SerdeToolCall,
    },
    /// A kind that this version does not know; its payload is lost.
    #[serde(other)]
    Unknown,
}
