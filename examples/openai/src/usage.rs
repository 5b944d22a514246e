//! How many tokens something took.

use api_object::{ApiObject, Extra};

/// The tokens of a run or a step.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(check = adds_up)]
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

fn adds_up(usage: &TokenUsage) -> Result<(), String> {
    let sum = usage.prompt_tokens.checked_add(usage.completion_tokens);
    match sum == Some(usage.total_tokens) {
        true => Ok(()),
        false => Err(format!(
            "total_tokens is {}, which is not the sum of the others",
            usage.total_tokens
        )),
    }
}
