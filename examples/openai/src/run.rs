//! Runs: an assistant at work on a thread.

mod action;
mod create;
mod submit;

use api_object::{ApiObject, Auto, Extra, UnixSeconds, UnknownValue};

use crate::Metadata;
use crate::ids::{AssistantId, ModelId, RunId, ThreadId};
use crate::response_format::ResponseFormat;
use crate::tools::{Tool, ToolChoice, ToolResources};
use crate::usage::TokenUsage;

pub use action::{FunctionCall, RequiredAction, ToolCall, ToolOutputs};
pub use create::{CreateRun, CreateThreadAndRun, UpdateRun};
pub use submit::{SubmitOutputs, ToolOutput};

/// An assistant at work on a thread.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thread.run")]
pub struct Run {
    /// Names the run.
    #[api(immutable)]
    id: RunId,
    /// When it was made.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// The thread that it works on.
    #[api(immutable)]
    thread_id: ThreadId,
    /// The assistant.
    #[api(immutable)]
    assistant_id: AssistantId,
    /// Where the run stands.
    #[api(status {
        /// It waits for its turn.
        queued => in_progress | cancelling | cancelled | failed | expired,
        /// The model works.
        in_progress => requires_action | cancelling | cancelled | failed | completed | incomplete | expired,
        /// It waits for what the caller's functions answer.
        requires_action => queued | in_progress | cancelling | cancelled | failed | expired,
        /// Work under way is being finished.
        cancelling => cancelled | failed | completed | expired,
        /// Somebody called the run off.
        cancelled,
        /// The run came to an error.
        failed,
        /// The work is done.
        completed,
        /// The work broke off at a limit.
        incomplete,
        /// The work took too long.
        expired,
    })]
    status: RunStatus,
    /// What the caller must do before the run goes on.
    #[api(optional(nullable), only_in(requires_action))]
    required_action: Option<RequiredAction>,
    /// Why it failed.
    #[api(only_in(failed))]
    last_error: Option<RunError>,
    /// Until when it must be done.
    #[api(note(null_in(ended)), not_before = created_at)]
    expires_at: Option<UnixSeconds>,
    /// When the work began. Samples miss it in some runs that work.
    #[api(note(once(in_progress)), not_before = created_at)]
    started_at: Option<UnixSeconds>,
    /// When it had come to rest after it was called off.
    #[api(only_in(cancelled), not_before = created_at)]
    cancelled_at: Option<UnixSeconds>,
    /// When it failed.
    #[api(only_in(failed), not_before = created_at)]
    failed_at: Option<UnixSeconds>,
    /// When the work was done. Runs that expired may have it, too.
    #[api(set_in(completed), null_in(active), not_before = created_at)]
    completed_at: Option<UnixSeconds>,
    /// Which limit it met.
    #[api(optional(nullable), only_in(incomplete))]
    incomplete_details: Option<RunIncompleteDetails>,
    /// The model that works.
    model: ModelId,
    /// What the model was told beforehand.
    instructions: Option<String>,
    /// What the model can use.
    #[api(len(..=20))]
    tools: Vec<Tool>,
    /// What its tools can see.
    #[api(optional)]
    tool_resources: Option<ToolResources>,
    /// What its owner attached.
    metadata: Option<Metadata>,
    /// Tokens that it took.
    #[api(set_in(completed), null_in(queued, in_progress))]
    usage: Option<TokenUsage>,
    /// How much chance there is in the answers.
    #[api(optional, range(0..=2))]
    temperature: Option<f64>,
    /// How much of what is likely is chosen from.
    #[api(optional, range(0..=1))]
    top_p: Option<f64>,
    /// The most tokens to read.
    #[api(optional(nullable), range(256..))]
    max_prompt_tokens: Option<u64>,
    /// The most tokens to write.
    #[api(optional(nullable), range(256..))]
    max_completion_tokens: Option<u64>,
    /// Which messages are left out where the thread is too long.
    #[api(optional(nullable))]
    truncation_strategy: Option<TruncationStrategy>,
    /// Which tool the model must use.
    tool_choice: Option<ToolChoice>,
    /// Whether it may use several at once.
    #[api(optional)]
    parallel_tool_calls: Option<bool>,
    /// What its answers must look like.
    response_format: Option<Auto<ResponseFormat>>,
    #[api(extra)]
    extra: Extra,
}

/// Why a run failed.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RunError {
    /// The error, for programs.
    code: RunErrorCode,
    /// The error, for people.
    message: String,
    #[api(extra)]
    extra: Extra,
}

/// Why a run failed, in a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum RunErrorCode {
    /// The server had trouble.
    ServerError,
    /// Too much was asked in too short a time.
    RateLimitExceeded,
    /// What was asked cannot be answered.
    InvalidPrompt,
    /// A reason that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// Which limit a run met.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RunIncompleteDetails {
    /// The limit.
    #[api(optional)]
    reason: Option<RunLimit>,
    #[api(extra)]
    extra: Extra,
}

/// A limit of a run.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum RunLimit {
    /// The most tokens to write.
    MaxCompletionTokens,
    /// The most tokens to read.
    MaxPromptTokens,
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// Which messages are left out where a thread is too long.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct TruncationStrategy {
    /// How they are chosen.
    r#type: Truncation,
    /// How many are kept.
    #[api(only_if(r#type = last_messages), range(1..))]
    last_messages: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

/// How the messages that are left out are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum Truncation {
    /// From the middle, until the rest is short enough.
    Auto,
    /// All but the last ones.
    LastMessages,
    /// In a way that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}
