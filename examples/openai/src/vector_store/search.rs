//! What a store finds, and what its files hold.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

use super::Attributes;
use crate::ids::FileId;

/// A page of what a store found.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "vector_store.search_results.page")]
pub struct SearchResults {
    /// What was asked.
    // later: a value, or a list of them.
    search_query: RawJson,
    /// What was found.
    data: Vec<SearchResult>,
    /// Whether there is another page.
    has_more: bool,
    /// What to ask for the next page with.
    // later: a rule that it is set where `has_more` is true.
    next_page: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// A file that was found.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct SearchResult {
    /// The file.
    file_id: FileId,
    /// Its name.
    filename: String,
    /// How well it fits.
    #[api(range(0..=1))]
    score: f64,
    /// What it can be chosen by.
    attributes: Option<Attributes>,
    /// The pieces that fit.
    content: Vec<StoredContent>,
    #[api(extra)]
    extra: Extra,
}

/// A piece of a file in a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum StoredContent {
    /// Words.
    Text(StoredText),
    /// A piece that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Words of a file in a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct StoredText {
    /// The words.
    text: String,
    #[api(extra)]
    extra: Extra,
}

/// What a file in a store holds: a page by the document, the file itself by its sample.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object("vector_store.file_content.page", optional))]
pub struct FileContent {
    /// The pieces.
    #[api(optional)]
    data: Option<Vec<StoredContent>>,
    /// Whether there is another page.
    #[api(default)]
    has_more: bool,
    /// What to ask for the next page with.
    #[api(optional)]
    next_page: Option<String>,
    /// The file.
    #[api(optional)]
    file_id: Option<FileId>,
    /// Its name.
    #[api(optional)]
    filename: Option<String>,
    /// What it can be chosen by.
    #[api(optional)]
    attributes: Option<Attributes>,
    /// The pieces, in the sample's form.
    #[api(optional)]
    content: Option<Vec<StoredContent>>,
    #[api(extra)]
    extra: Extra,
}
