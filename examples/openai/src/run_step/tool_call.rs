//! Tools that a step used.

use api_object::{ApiObject, Extra, UnknownObject};

use crate::ids::{FileId, ToolCallId};
use crate::tools::RankingOptions;

/// A tool that a step used.
// Not `keyed`: beside the tag and its value stands `id`, which all variants have.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum StepToolCall {
    /// A program was run.
    CodeInterpreter(CodeCall),
    /// Files were searched.
    FileSearch(FileSearchCall),
    /// A function of the caller's own.
    Function(FunctionCall),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A program was run.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CodeCall {
    /// Names the call.
    id: ToolCallId,
    /// The program, and what came out.
    code_interpreter: CodeRun,
    #[api(extra)]
    extra: Extra,
}

/// A program, and what came out.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CodeRun {
    /// The program.
    input: String,
    /// What came out.
    outputs: Vec<CodeOutput>,
    #[api(extra)]
    extra: Extra,
}

/// Something that came out of a program.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum CodeOutput {
    /// What it printed.
    Logs(String, Extra),
    /// What it drew.
    Image(OutputImage, Extra),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// An image that a program drew.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct OutputImage {
    /// The file that it is in.
    file_id: FileId,
    #[api(extra)]
    extra: Extra,
}

/// Files were searched.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileSearchCall {
    /// Names the call.
    id: ToolCallId,
    /// How, and what was found.
    file_search: FileSearch,
    #[api(extra)]
    extra: Extra,
}

/// A search of files.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileSearch {
    /// How it was put in order.
    #[api(optional)]
    ranking_options: Option<RankingOptions>,
    /// What was found.
    #[api(default)]
    results: Vec<FileSearchResult>,
    #[api(extra)]
    extra: Extra,
}

/// A file that was found.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileSearchResult {
    /// The file.
    file_id: FileId,
    /// Its name.
    file_name: String,
    /// How well it fits.
    #[api(range(0..=1))]
    score: f64,
    /// What it says, where that was asked for.
    #[api(default)]
    content: Vec<FoundContent>,
    #[api(extra)]
    extra: Extra,
}

/// A piece of a file that was found.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "text"))]
pub struct FoundContent {
    /// The words.
    #[api(optional)]
    text: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// A function of the caller's own was called.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FunctionCall {
    /// Names the call.
    id: ToolCallId,
    /// The function, and what it answered.
    function: FunctionResult,
    #[api(extra)]
    extra: Extra,
}

/// A function, what it was called with, and what it answered.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FunctionResult {
    /// The function.
    name: String,
    /// What it was called with: JSON, as a string that the model wrote.
    arguments: String,
    /// What it answered; null until that is submitted.
    output: Option<String>,
    #[api(extra)]
    extra: Extra,
}
