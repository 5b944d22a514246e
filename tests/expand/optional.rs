//! Absent, null, and required.

use api_object::ApiObject;

/// An answer.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Message {
    /// Always there.
    role: String,
    /// There, and null where nothing was said.
    content: Option<String>,
    /// Left out where there is none.
    #[api(optional)]
    refusal: Option<Box<str>>,
    /// Left out where there are none.
    #[api(optional)]
    tool_calls: Option<Vec<ToolCall>>,
    /// Left out, or null.
    #[api(optional(nullable))]
    name: Option<String>,
}

/// A call of a tool; it holds what it came from.
#[derive(Debug, PartialEq, ApiObject)]
pub struct ToolCall {
    /// What is called.
    name: String,
    /// The call that led to this one.
    #[api(optional)]
    parent: Option<Box<ToolCall>>,
}
