//! Trying a grader.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra, RawJson};

use super::Grader;
use crate::ids::ModelId;

/// Asks whether a grader is well made; the answer is the same.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ValidateGrader {
    /// The grader.
    pub grader: Grader,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for the mark of a sample.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RunGrader {
    /// The grader.
    pub grader: Grader,
    /// What the grader may know besides, by name.
    #[api(optional)]
    pub item: Option<BTreeMap<String, RawJson>>,
    /// What a model answered.
    pub model_sample: String,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// The mark of a sample.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Grading {
    /// The mark.
    reward: f64,
    /// How it came about.
    metadata: GradingDetails,
    /// The marks that went into it, by the name of their grader.
    sub_rewards: BTreeMap<String, RawJson>,
    /// Tokens that the graders' models took, by model.
    model_grader_token_usage_per_model: BTreeMap<ModelId, GradingTokens>,
    #[api(extra)]
    extra: Extra,
}

/// How a mark came about.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct GradingDetails {
    /// The grader's name.
    name: String,
    /// What sort of grader it is: the word that [`Grader`] is told apart by.
    r#type: String,
    /// What went wrong.
    errors: GraderErrors,
    /// How many seconds it took.
    #[api(range(0..))]
    execution_time: f64,
    /// The marks that went into it.
    scores: BTreeMap<String, RawJson>,
    /// Tokens that it took.
    token_usage: Option<TokensTaken>,
    /// The model that was asked.
    sampled_model_name: Option<ModelId>,
    #[api(extra)]
    extra: Extra,
}

/// What can go wrong in a grader.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct GraderErrors {
    /// The formula cannot be read.
    formula_parse_error: bool,
    /// The sample cannot be read.
    sample_parse_error: bool,
    /// What was to be looked at is too long.
    truncated_observation_error: bool,
    /// No mark came.
    unresponsive_reward_error: bool,
    /// A template names what is not there.
    invalid_variable_error: bool,
    /// Something else went wrong.
    other_error: bool,
    /// The server of the program had trouble.
    python_grader_server_error: bool,
    /// Which trouble.
    python_grader_server_error_type: Option<String>,
    /// The program came to an error.
    python_grader_runtime_error: bool,
    /// Which error.
    python_grader_runtime_error_details: Option<String>,
    /// The server of the model had trouble.
    model_grader_server_error: bool,
    /// The model would not answer.
    model_grader_refusal_error: bool,
    /// What the model answered cannot be read.
    model_grader_parse_error: bool,
    /// Which trouble the server of the model had.
    model_grader_server_error_details: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// Tokens that a grader took: the document has a number here, and its sample more than that.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum TokensTaken {
    /// Their number.
    Number(u64),
    /// What they were.
    Counts(GradingTokens),
}

/// Tokens that a grader's model took.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(ensure(prompt_tokens + completion_tokens == total_tokens))]
pub struct GradingTokens {
    /// Tokens read.
    prompt_tokens: u64,
    /// Tokens written.
    completion_tokens: u64,
    /// Tokens read that were known from before.
    #[api(at_most = prompt_tokens)]
    cached_tokens: u64,
    /// All.
    total_tokens: u64,
    #[api(extra)]
    extra: Extra,
}
