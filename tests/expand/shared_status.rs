//! Statuses that several objects share, and rules that name them.

use api_object::{ApiObject, UnknownValue};

/// Where a step stands.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
pub enum StepStatus {
    /// At work.
    #[api(next = completed | failed)]
    InProgress,
    /// Done.
    Completed,
    /// Given up, for now.
    #[api(next = end | in_progress)]
    Failed,
    /// Anything else.
    #[api(unknown)]
    Other(UnknownValue),
}

/// A call of a tool.
#[derive(Debug, PartialEq, ApiObject)]
pub struct ToolCall {
    /// Where the call stands.
    #[api(status)]
    status: StepStatus,
    /// What came out.
    #[api(set_in(completed), null_in(active))]
    output: Option<String>,
}

/// A message.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Message {
    /// Where the message stands.
    #[api(status, optional)]
    status: Option<StepStatus>,
    /// Why it could not be written.
    #[api(only_in(failed))]
    error: Option<String>,
}
