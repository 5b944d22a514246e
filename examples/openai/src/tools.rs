//! Tools of an assistant.

use api_object::{ApiObject, Extra, RawJson, UnknownObject, UnknownValue};

use crate::ids::{FileId, VectorStoreId};
use crate::vector_store::CreateVectorStore;

/// Something that an assistant can use.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum Tool {
    /// Runs programs that the model writes.
    CodeInterpreter(Extra),
    /// Searches files, as it likes or as it is told.
    FileSearch(Option<FileSearchSettings>, Extra),
    /// A function of the caller's own.
    Function(Function, Extra),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
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

/// A function that a model can ask for.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Function {
    /// What it does, for the model.
    #[api(optional)]
    description: Option<String>,
    /// Its name.
    #[api(len(1..=64))]
    name: String,
    /// What it takes, as JSON Schema, which is kept as it was written.
    #[api(optional)]
    parameters: Option<RawJson>,
    /// Whether the model must follow the schema to the letter.
    #[api(optional)]
    strict: Option<bool>,
    #[api(extra)]
    extra: Extra,
}

/// Which tool a model must use: a word, or a tool.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum ToolChoice {
    /// Whether it uses tools at all.
    Mode(ToolMode),
    /// This one.
    Tool(NamedTool),
    /// A choice that these types do not know.
    #[api(unknown)]
    Other(RawJson),
}

/// Whether a model uses tools.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum ToolMode {
    /// It does not.
    None,
    /// As it likes.
    Auto,
    /// It does.
    Required,
    /// A word that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// A tool that a model must use.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum NamedTool {
    /// Runs programs that the model writes.
    CodeInterpreter(Extra),
    /// Searches files.
    FileSearch(Extra),
    /// A function of the caller's own. The document lets its name be missing, and asks for it in words.
    Function(Option<FunctionName>, Extra),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A function, by its name.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FunctionName {
    /// Its name.
    #[api(len(1..=64))]
    pub name: String,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// A tool that may look at a file, by its word.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum AttachmentTool {
    /// Runs programs that the model writes.
    CodeInterpreter(Extra),
    /// Searches files.
    FileSearch(Extra),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
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
#[api(at_most_one(vector_store_ids, vector_stores))]
pub struct FileSearchResources {
    /// The vector stores.
    #[api(optional, len(..=1))]
    vector_store_ids: Option<Vec<VectorStoreId>>,
    /// Stores that are to be made; requests alone have them.
    #[api(optional, len(..=1))]
    vector_stores: Option<Vec<CreateVectorStore>>,
    #[api(extra)]
    extra: Extra,
}
