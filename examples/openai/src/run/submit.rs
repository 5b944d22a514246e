//! Answering the calls that a run waits for.

use api_object::{ApiObject, Extra};

use crate::ids::ToolCallId;

/// Answers all calls that a run waits for.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct SubmitOutputs {
    /// The answers.
    pub tool_outputs: Vec<ToolOutput>,
    /// Whether the run goes on as events.
    #[api(optional)]
    pub stream: Option<bool>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// The answer to a call.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ToolOutput {
    /// The call.
    #[api(optional)]
    pub tool_call_id: Option<ToolCallId>,
    /// What the function answered.
    #[api(optional)]
    pub output: Option<String>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
