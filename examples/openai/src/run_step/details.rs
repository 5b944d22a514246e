//! What a step did.

use api_object::{ApiObject, Extra, UnknownObject};

use super::StepToolCall;
use crate::ids::MessageId;

/// What a step did.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum StepDetails {
    /// It wrote a message.
    MessageCreation(CreatedMessage, Extra),
    /// It used tools.
    ToolCalls(Vec<StepToolCall>, Extra),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A message that a step wrote.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreatedMessage {
    /// The message.
    message_id: MessageId,
    #[api(extra)]
    extra: Extra,
}
