//! Names on the wire: a casing for all, a name for one, and former names.

use api_object::ApiObject;

/// How a request was answered.
#[derive(Debug, PartialEq, ApiObject)]
#[api(rename_all = "camelCase")]
pub struct Usage {
    /// Tokens of the prompt.
    prompt_tokens: u64,
    /// Tokens of the answer.
    #[api(alias("completionTokens", "outputTokens"))]
    answer_tokens: u64,
    /// Tokens in all.
    #[api(rename = "total", alias = "sum")]
    total_tokens: u64,
    /// Whether the prompt was cached; read by another name.
    #[api(accessor = is_cached)]
    cached: bool,
    /// Read as a whole only.
    #[api(accessor = false)]
    internal_cost: f64,
}
