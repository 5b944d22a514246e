//! What a step did.

use api_object::{ApiObject, Extra, UnknownObject};

use super::StepToolCall;
use crate::ids::MessageId;

/// What a step did.
// later: a self-keyed union, one variant of which holds a list.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum StepDetails {
    /// It wrote a message.
    MessageCreation(MessageCreation),
    /// It used tools.
    ToolCalls(ToolCalls),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A message was written.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct MessageCreation {
    /// Which one.
    message_creation: CreatedMessage,
    #[api(extra)]
    extra: Extra,
}

/// A message that a step wrote.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreatedMessage {
    /// The message.
    message_id: MessageId,
    #[api(extra)]
    extra: Extra,
}

/// Tools were used.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ToolCalls {
    /// Which ones, and how.
    tool_calls: Vec<StepToolCall>,
    #[api(extra)]
    extra: Extra,
}
