//! What a store finds, and what its files hold.

use api_object::{ApiObject, Extra, Items, UnknownObject};

use super::Attributes;
use crate::ids::FileId;

/// A page of what a store found.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "vector_store.search_results.page")]
pub struct SearchResults {
    /// What was asked.
    search_query: SearchQuery,
    /// What was found. A result that cannot be read does not sink the others.
    data: Items<SearchResult>,
    /// Whether there is another page.
    has_more: bool,
    /// What to ask for the next page with.
    #[api(only_if(has_more = true))]
    next_page: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// What was asked: the document has a list, and its sample a string.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum SearchQuery {
    /// One question.
    One(String),
    /// Several.
    Several(Vec<String>),
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
#[api(tag = "type", keyed)]
pub enum StoredContent {
    /// Words. The document lets them be missing.
    Text(Option<String>, Extra),
    /// A piece that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
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
    #[api(optional(nullable), null_if(has_more = false))]
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
