//! What the caller must do before a run goes on.

use api_object::{ApiObject, Extra, UnknownObject};

use crate::ids::ToolCallId;

/// What the caller must do before a run goes on.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum RequiredAction {
    /// Call functions, and submit what they answer.
    SubmitToolOutputs(ToolOutputs, Extra),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Outputs that a run waits for.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ToolOutputs {
    /// The calls, each of which wants one.
    tool_calls: Vec<ToolCall>,
    #[api(extra)]
    extra: Extra,
}

/// A call that the model asks for.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "function"))]
pub struct ToolCall {
    /// Names the call.
    id: ToolCallId,
    /// The function, and what it is called with.
    function: FunctionCall,
    #[api(extra)]
    extra: Extra,
}

/// A function, and what it is called with.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FunctionCall {
    /// The function.
    name: String,
    /// What it is called with: JSON, as a string that the model wrote.
    arguments: String,
    #[api(extra)]
    extra: Extra,
}
