//! Unions: one that keeps what it does not know, and one that is closed.

use api_object::{ApiObject, Extra, UnknownObject};

/// A tool that a model may use.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Tool {
    /// Searches files.
    #[api(alias = "retrieval")]
    FileSearch(FileSearch),
    /// Calls a function.
    #[api(rename = "function")]
    Call(Function),
    /// A tool that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Where to search.
#[derive(Debug, PartialEq, ApiObject)]
pub struct FileSearch {
    /// How much to find.
    #[api(optional, range(1..=50))]
    max_num_results: Option<u32>,
    #[api(extra)]
    extra: Extra,
}

/// What to call.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Function {
    /// Its name.
    name: String,
}

/// One of two.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag = "kind", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Either {
    Search(FileSearch),
    CallFunction(Function),
}
