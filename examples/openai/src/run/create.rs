//! Asking for a run, and for a change of one.

use api_object::{ApiObject, Auto, Extra, Nullable};

use super::TruncationStrategy;
use crate::Metadata;
use crate::ids::{AssistantId, ModelId};
use crate::message::CreateMessage;
use crate::response_format::ResponseFormat;
use crate::thread::CreateThread;
use crate::tools::{Tool, ToolChoice, ToolResources};

/// Asks for a run on a thread.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateRun {
    /// The assistant.
    pub assistant_id: AssistantId,
    /// The model, in place of the assistant's.
    #[api(optional)]
    pub model: Option<ModelId>,
    /// How hard the model thinks, in a word.
    #[api(optional)]
    pub reasoning_effort: Option<String>,
    /// What the model is told beforehand, in place of the assistant's.
    #[api(optional)]
    pub instructions: Option<String>,
    /// What the model is told besides.
    #[api(optional)]
    pub additional_instructions: Option<String>,
    /// Messages to put on the thread first.
    #[api(optional)]
    pub additional_messages: Option<Vec<CreateMessage>>,
    /// What the model can use, in place of the assistant's.
    #[api(optional, len(..=20))]
    pub tools: Option<Vec<Tool>>,
    /// What to attach.
    #[api(optional, len(..=16))]
    pub metadata: Option<Metadata>,
    /// How much chance there is in the answers.
    #[api(optional, range(0..=2))]
    pub temperature: Option<f64>,
    /// How much of what is likely is chosen from.
    #[api(optional, range(0..=1))]
    pub top_p: Option<f64>,
    /// Whether the answer comes as events.
    #[api(optional)]
    pub stream: Option<bool>,
    /// The most tokens to read.
    #[api(optional, range(256..))]
    pub max_prompt_tokens: Option<u64>,
    /// The most tokens to write.
    #[api(optional, range(256..))]
    pub max_completion_tokens: Option<u64>,
    /// Which messages are left out where the thread is too long.
    #[api(optional)]
    pub truncation_strategy: Option<TruncationStrategy>,
    /// Which tool the model must use.
    #[api(optional(nullable))]
    pub tool_choice: Option<ToolChoice>,
    /// Whether it may use several at once.
    #[api(optional)]
    pub parallel_tool_calls: Option<bool>,
    /// What its answers must look like.
    #[api(optional)]
    pub response_format: Option<Auto<ResponseFormat>>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for a thread and a run on it.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateThreadAndRun {
    /// The assistant.
    pub assistant_id: AssistantId,
    /// The thread.
    #[api(optional)]
    pub thread: Option<CreateThread>,
    /// The model, in place of the assistant's.
    #[api(optional)]
    pub model: Option<ModelId>,
    /// What the model is told beforehand, in place of the assistant's.
    #[api(optional)]
    pub instructions: Option<String>,
    /// What the model can use, in place of the assistant's.
    #[api(optional, len(..=20))]
    pub tools: Option<Vec<Tool>>,
    /// What its tools can see.
    #[api(optional)]
    pub tool_resources: Option<ToolResources>,
    /// What to attach.
    #[api(optional, len(..=16))]
    pub metadata: Option<Metadata>,
    /// How much chance there is in the answers.
    #[api(optional, range(0..=2))]
    pub temperature: Option<f64>,
    /// How much of what is likely is chosen from.
    #[api(optional, range(0..=1))]
    pub top_p: Option<f64>,
    /// Whether the answer comes as events.
    #[api(optional)]
    pub stream: Option<bool>,
    /// The most tokens to read.
    #[api(optional, range(256..))]
    pub max_prompt_tokens: Option<u64>,
    /// The most tokens to write.
    #[api(optional, range(256..))]
    pub max_completion_tokens: Option<u64>,
    /// Which messages are left out where the thread is too long.
    #[api(optional)]
    pub truncation_strategy: Option<TruncationStrategy>,
    /// Which tool the model must use.
    #[api(optional(nullable))]
    pub tool_choice: Option<ToolChoice>,
    /// Whether it may use several at once.
    #[api(optional)]
    pub parallel_tool_calls: Option<bool>,
    /// What its answers must look like.
    #[api(optional)]
    pub response_format: Option<Auto<ResponseFormat>>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for a change of a run.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateRun {
    /// What to attach. Null takes all away.
    #[api(len(..=16))]
    pub metadata: Nullable<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
