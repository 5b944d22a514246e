//! Statuses that stand on an enum elsewhere, in an object that lists them.

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
    /// Given up.
    Failed,
    /// Anything else.
    #[api(unknown)]
    Other(UnknownValue),
}

/// A call of a tool.
#[derive(Debug, PartialEq, ApiObject)]
pub struct ToolCall {
    /// Where the call stands.
    #[api(status(in_progress, ended(completed, failed)))]
    status: StepStatus,
    /// What came out.
    #[api(set_in(completed), null_in(active))]
    output: Option<String>,
    /// When it ended.
    #[api(set_in(ended))]
    ended_at: Option<u64>,
}
