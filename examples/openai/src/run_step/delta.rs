//! What is new in a step that is under way.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

use super::CodeOutput;
use crate::ids::{MessageId, RunStepId, ToolCallId};

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
#[api(tag = "type")]
pub enum StepDetailsDelta {
    /// It writes a message.
    MessageCreation(MessageCreationDelta),
    /// It uses tools.
    ToolCalls(ToolCallsDelta),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A message is being written.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct MessageCreationDelta {
    /// Which one.
    #[api(optional)]
    message_creation: Option<MessageReference>,
    #[api(extra)]
    extra: Extra,
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

/// Tools are being used.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ToolCallsDelta {
    /// Which ones, and how.
    #[api(default)]
    tool_calls: Vec<ToolCallDelta>,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a call. Its name comes with the first piece only.
// later: a self-keyed union, whose variants share `index` and `id`.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum ToolCallDelta {
    /// A program is run.
    CodeInterpreter(CodeCallDelta),
    /// Files are searched.
    FileSearch(FileSearchCallDelta),
    /// A function of the caller's own.
    Function(FunctionCallDelta),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// What is new in the run of a program.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CodeCallDelta {
    /// The call's place in the step.
    index: u64,
    /// Names the call.
    #[api(optional)]
    id: Option<ToolCallId>,
    /// The program, and what came out.
    #[api(optional)]
    code_interpreter: Option<CodeDelta>,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a program.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CodeDelta {
    /// More of the program.
    #[api(optional)]
    input: Option<String>,
    /// What came out.
    #[api(default)]
    outputs: Vec<CodeOutput>,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a search of files.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileSearchCallDelta {
    /// The call's place in the step.
    index: u64,
    /// Names the call.
    #[api(optional)]
    id: Option<ToolCallId>,
    /// Always an empty object until now.
    #[api(optional)]
    file_search: Option<RawJson>,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a call of a function.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FunctionCallDelta {
    /// The call's place in the step.
    index: u64,
    /// Names the call.
    #[api(optional)]
    id: Option<ToolCallId>,
    /// The function, and what it is called with.
    #[api(optional)]
    function: Option<FunctionDelta>,
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
    #[api(optional)]
    output: Option<String>,
    #[api(extra)]
    extra: Extra,
}
