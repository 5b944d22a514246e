//! A word that serves for two variants, and a second member that tells which.

use api_object::{ApiObject, Extra, UnknownObject};
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The words `tool_call` and true mean another object than `tool_call` and false.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Call {
    /// Its answer was kept.
    #[api(rename = "tool_call", when(cached = true))]
    Cached(CachedCall),
    /// It was made.
    #[api(rename = "tool_call")]
    Live(CachedCall),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Either variant, which has no tag.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CachedCall {
    cached: bool,
    id: String,
    name: String,
    arguments: String,
    index: u32,
    duration: Option<f64>,
    #[api(extra)]
    extra: Extra,
}

/// The variant alone, which has the tag as a constant of its own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "tool_call"))]
pub struct BareCall {
    cached: bool,
    id: String,
    name: String,
    arguments: String,
    index: u32,
    duration: Option<f64>,
    #[api(extra)]
    extra: Extra,
}

/// Serde derive has no such union; this one is written by hand over a tree.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum SerdeCall {
    /// Its answer was kept.
    #[serde(rename = "tool_call")]
    Cached(SerdeCachedCall),
    /// It was made.
    #[serde(rename = "tool_call")]
    Live(SerdeCachedCall),
}

/// Either variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SerdeCachedCall {
    cached: bool,
    id: String,
    name: String,
    arguments: String,
    index: u32,
    duration: Option<f64>,
}

impl<'de> Deserialize<'de> for SerdeCall {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tree = Value::deserialize(deserializer)?;
        let variant = match (tree["type"].as_str(), tree["cached"].as_bool()) {
            (Some("tool_call"), Some(true)) => SerdeCall::Cached,
            (Some("tool_call"), _) => SerdeCall::Live,
            _ => return Err(D::Error::custom("no variant has this type")),
        };
        SerdeCachedCall::deserialize(tree)
            .map(variant)
            .map_err(D::Error::custom)
    }
}
