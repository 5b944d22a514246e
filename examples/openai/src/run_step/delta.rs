//! What is new in a step that is under way.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

use crate::ids::{FileId, MessageId, RunStepId, ToolCallId};

/// What is new in a step.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thread.run.step.delta")]
pub struct RunStepDelta {
    /// Names the step.
    id: RunStepId,
    /// What is new.
    delta: RunStepChange,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a step, by member.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RunStepChange {
    /// What it did.
    #[api(optional)]
    step_details: Option<StepDetailsDelta>,
    #[api(extra)]
    extra: Extra,
}

/// What is new in what a step did.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum StepDetailsDelta {
    /// It writes a message.
    MessageCreation(Option<MessageReference>, Extra),
    /// It uses tools.
    ToolCalls(Option<Vec<ToolCallDelta>>, Extra),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A message, as far as it is known.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct MessageReference {
    /// The message.
    #[api(optional)]
    message_id: Option<MessageId>,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a call. Its name comes with the first piece only.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum ToolCallDelta {
    /// A program is run: the program, and what came out.
    CodeInterpreter(Option<CodeDelta>, CallDelta, Extra),
    /// Files are searched. What stands under this word was always an empty object until now.
    FileSearch(Option<RawJson>, CallDelta, Extra),
    /// A function of the caller's own, and what it is called with.
    Function(Option<FunctionDelta>, CallDelta, Extra),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// What all calls have.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CallDelta {
    /// The call's place in the step.
    index: u64,
    /// Names the call.
    #[api(optional)]
    id: Option<ToolCallId>,
}

/// What is new in a program.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CodeDelta {
    /// More of the program.
    #[api(optional)]
    input: Option<String>,
    /// What came out.
    #[api(default)]
    outputs: Vec<CodeOutputDelta>,
    #[api(extra)]
    extra: Extra,
}

/// Something new that came out of a program.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum CodeOutputDelta {
    /// What it printed.
    Logs(LogsDelta),
    /// What it drew.
    Image(ImageDelta),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// More of what a program printed.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct LogsDelta {
    /// Its place among the outputs.
    index: u64,
    /// The text, to be put behind what came before.
    #[api(optional)]
    logs: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// Something new that a program drew.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageDelta {
    /// Its place among the outputs.
    index: u64,
    /// The image.
    #[api(optional)]
    image: Option<NewImage>,
    #[api(extra)]
    extra: Extra,
}

/// An image that a program drew, as far as it is known.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct NewImage {
    /// The file that it is in.
    #[api(optional)]
    file_id: Option<FileId>,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a function, and what it is called with.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FunctionDelta {
    /// The function.
    #[api(optional)]
    name: Option<String>,
    /// More of what it is called with.
    #[api(optional)]
    arguments: Option<String>,
    /// What it answered.
    #[api(optional(nullable))]
    output: Option<String>,
    #[api(extra)]
    extra: Extra,
}
