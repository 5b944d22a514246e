//! Steps of a run.

mod delta;
mod details;
mod tool_call;

use api_object::{ApiObject, Extra, UnixSeconds, UnknownValue};

use crate::Metadata;
use crate::ids::{AssistantId, RunId, RunStepId, ThreadId};
use crate::usage::TokenUsage;

pub use delta::{
    CallDelta, CodeDelta, CodeOutputDelta, FunctionDelta, ImageDelta, LogsDelta, MessageReference,
    NewImage, RunStepChange, RunStepDelta, StepDetailsDelta, ToolCallDelta,
};
pub use details::{CreatedMessage, StepDetails};
pub use tool_call::{
    CodeCall, CodeOutput, CodeRun, FileSearch, FileSearchCall, FileSearchResult, FoundContent,
    FunctionCall, FunctionResult, OutputImage, StepToolCall,
};

/// A step of a run: a message that it wrote, or tools that it used.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thread.run.step")]
pub struct RunStep {
    /// Names the step.
    #[api(immutable)]
    id: RunStepId,
    /// When it was begun.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// The assistant.
    #[api(immutable)]
    assistant_id: AssistantId,
    /// The thread.
    #[api(immutable)]
    thread_id: ThreadId,
    /// The run that it belongs to.
    #[api(immutable)]
    run_id: RunId,
    /// What sort of step it is; its details say the same word.
    #[api(immutable, same_as = step_details.type)]
    r#type: RunStepType,
    /// Where the step stands.
    #[api(status {
        /// It is under way.
        in_progress => cancelled | failed | completed | expired,
        /// Somebody called its run off.
        cancelled,
        /// It came to an error.
        failed,
        /// It is done.
        completed,
        /// Its run took too long.
        expired,
    })]
    status: RunStepStatus,
    /// What it did.
    step_details: StepDetails,
    /// Why it failed.
    #[api(only_in(failed))]
    last_error: Option<RunStepError>,
    /// Until when it must be done; the document does not have it, and its samples do.
    #[api(optional(nullable), not_before = created_at)]
    expires_at: Option<UnixSeconds>,
    /// When it took too long.
    #[api(optional(nullable), only_in(expired), not_before = created_at)]
    expired_at: Option<UnixSeconds>,
    /// When it was called off.
    #[api(only_in(cancelled), not_before = created_at)]
    cancelled_at: Option<UnixSeconds>,
    /// When it failed.
    #[api(only_in(failed), not_before = created_at)]
    failed_at: Option<UnixSeconds>,
    /// When it was done.
    #[api(set_in(completed), null_in(active), not_before = created_at)]
    completed_at: Option<UnixSeconds>,
    /// What its owner attached.
    #[api(optional(nullable))]
    metadata: Option<Metadata>,
    /// Tokens that it took.
    #[api(null_in(in_progress))]
    usage: Option<TokenUsage>,
    #[api(extra)]
    extra: Extra,
}

/// What sort of step it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum RunStepType {
    /// A message was written.
    MessageCreation,
    /// Tools were used.
    ToolCalls,
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// Why a step failed.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RunStepError {
    /// The error, for programs.
    code: RunStepErrorCode,
    /// The error, for people.
    message: String,
    #[api(extra)]
    extra: Extra,
}

/// Why a step failed, in a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum RunStepErrorCode {
    /// The server had trouble.
    ServerError,
    /// Too much was asked in too short a time.
    RateLimitExceeded,
    /// A reason that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}
