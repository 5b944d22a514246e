//! An enum of words.

use api_object::{ApiObject, UnknownValue};

/// What a file is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(rename_all = "kebab-case")]
pub enum Purpose {
    /// To learn from.
    FineTune,
    /// To answer with.
    #[api(rename = "assistants", alias("assistants_input", "assistants_output"))]
    Answers,
    Vision,
    /// What its user wants.
    #[api(unknown(expected))]
    Other(UnknownValue),
}
