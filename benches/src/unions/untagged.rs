//! Unions whose values tell the variants apart.

use api_object::{ApiObject, Extra, RawJson, UnknownValue};
use serde::{Deserialize, Serialize};

use super::{SerdeToolCall, ToolCall};

/// Told apart by the kind of value.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum Choice {
    /// A word.
    Mode(Mode),
    /// An object.
    Call(ToolCall),
    /// Several.
    OneOf(Vec<ToolCall>),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(RawJson),
}

/// A word.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub enum Mode {
    /// No call.
    None,
    /// Any call.
    Auto,
    /// A word that this version does not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// The same for serde derive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SerdeChoice {
    /// A word.
    Mode(SerdeMode),
    /// An object.
    Call(SerdeToolCall),
    /// Several.
    OneOf(Vec<SerdeToolCall>),
}

/// A word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SerdeMode {
    /// No call.
    None,
    /// Any call.
    Auto,
}

/// Told apart by trying: the first variant never fits here.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum Outcome {
    /// What went wrong.
    Failure(Failure),
    /// A call.
    Call(ToolCall),
}

/// An object with a member that calls have not.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Failure {
    id: String,
    reason: String,
    #[api(extra)]
    extra: Extra,
}

/// The same for serde derive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SerdeOutcome {
    /// What went wrong.
    Failure(SerdeFailure),
    /// A call.
    Call(SerdeToolCall),
}

/// An object with a member that calls have not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SerdeFailure {
    id: String,
    reason: String,
}

/// A word or a number.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum Limit {
    /// A number.
    Number(u32),
    /// A word.
    Mode(Mode),
}

/// The same for serde derive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SerdeLimit {
    /// A number.
    Number(u32),
    /// A word.
    Mode(SerdeMode),
}

/// One or several.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum OneOrMany {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

/// The same for serde derive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SerdeOneOrMany {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}
