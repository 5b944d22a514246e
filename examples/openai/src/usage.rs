//! How many tokens something took.

use api_object::{ApiObject, Extra};

/// The tokens of a run or a step.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(ensure(prompt_tokens + completion_tokens == total_tokens))]
pub struct TokenUsage {
    /// Tokens read.
    prompt_tokens: u64,
    /// Tokens written.
    completion_tokens: u64,
    /// Both.
    total_tokens: u64,
    #[api(extra)]
    extra: Extra,
}
