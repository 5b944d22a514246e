//! Tools of an assistant.

use api_object::{ApiObject, Extra, RawJson, UnknownObject, UnknownValue};

use crate::ids::{FileId, VectorStoreId};

/// Something that an assistant can use.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Tool {
    /// Runs programs that the model writes.
    CodeInterpreter(CodeInterpreterTool),
    /// Searches files.
    FileSearch(FileSearchTool),
    /// A function of the caller's own.
    Function(FunctionTool),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Runs programs that the model writes.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CodeInterpreterTool {
    #[api(extra)]
    extra: Extra,
}

/// Searches files.
// later: self-keyed, with settings that may be left out.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileSearchTool {
    /// How to search.
    #[api(optional)]
    file_search: Option<FileSearchSettings>,
    #[api(extra)]
    extra: Extra,
}

/// How to search files.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileSearchSettings {
    /// How much to find at most.
    #[api(optional, range(1..=50))]
    max_num_results: Option<u32>,
    /// How to put in order what was found.
    #[api(optional)]
    ranking_options: Option<RankingOptions>,
    #[api(extra)]
    extra: Extra,
}

/// How what a search finds is put in order.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RankingOptions {
    /// What puts it in order.
    #[api(optional)]
    ranker: Option<Ranker>,
    /// The lowest score to show.
    #[api(optional, range(0..=1))]
    score_threshold: Option<f64>,
    #[api(extra)]
    extra: Extra,
}

/// What puts in order what a search finds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum Ranker {
    /// Whatever is best now.
    Auto,
    /// The ranker of 21 August 2024.
    #[api(rename = "default_2024_08_21")]
    Default20240821,
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// A function of the caller's own.
// later: a self-keyed union.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FunctionTool {
    /// The function.
    function: Function,
    #[api(extra)]
    extra: Extra,
}

/// A function that a model can ask for.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Function {
    /// What it does, for the model.
    #[api(optional)]
    description: Option<String>,
    /// Its name.
    #[api(len(1..=64))]
    name: String,
    /// What it takes, as JSON Schema.
    #[api(optional)]
    parameters: Option<RawJson>,
    /// Whether the model must follow the schema to the letter.
    #[api(optional)]
    strict: Option<bool>,
    #[api(extra)]
    extra: Extra,
}

/// What the tools of a thread or a run can see.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ToolResources {
    /// For the code interpreter.
    #[api(optional)]
    code_interpreter: Option<CodeInterpreterResources>,
    /// For the search of files.
    #[api(optional)]
    file_search: Option<FileSearchResources>,
    #[api(extra)]
    extra: Extra,
}

/// What the code interpreter can see.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CodeInterpreterResources {
    /// The files.
    #[api(default, len(..=20))]
    file_ids: Vec<FileId>,
    #[api(extra)]
    extra: Extra,
}

/// Where files are searched.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileSearchResources {
    /// The vector stores.
    #[api(default, len(..=1))]
    vector_store_ids: Vec<VectorStoreId>,
    #[api(extra)]
    extra: Extra,
}
