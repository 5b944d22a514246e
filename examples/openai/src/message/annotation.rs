//! What the words of a message refer to.

use api_object::{ApiObject, Extra, UnknownObject};

use crate::ids::FileId;

/// What a piece of a text refers to.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Annotation {
    /// A file where it is written.
    FileCitation(FileCitation),
    /// A file that came out.
    FilePath(FilePath),
    /// Something that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A file where it is written.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileCitation {
    /// The piece of the text.
    text: String,
    /// The file.
    file_citation: CitedFile,
    /// Where the piece begins.
    start_index: u64,
    /// Where the piece ends.
    #[api(at_least = start_index)]
    end_index: u64,
    #[api(extra)]
    extra: Extra,
}

/// A file that came out.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FilePath {
    /// The piece of the text.
    text: String,
    /// The file.
    file_path: CitedFile,
    /// Where the piece begins.
    start_index: u64,
    /// Where the piece ends.
    #[api(at_least = start_index)]
    end_index: u64,
    #[api(extra)]
    extra: Extra,
}

/// A file that a piece of a text refers to.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CitedFile {
    /// The file.
    #[api(optional)]
    file_id: Option<FileId>,
    /// The words in it, of citations of an earlier time.
    #[api(optional)]
    quote: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// A change of an annotation: where it stands in the list, and what is new.
// An object and no union: nearly all members are the same in both sorts, and a piece may have none but `index` and `type`.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct AnnotationDelta {
    /// Its place in the list.
    index: u64,
    /// What it refers to: the word that [`Annotation`] is told apart by.
    r#type: String,
    /// The piece of the text.
    #[api(optional)]
    text: Option<String>,
    /// A file where it is written.
    #[api(optional, null_if(r#type != file_citation))]
    file_citation: Option<CitedFile>,
    /// A file that came out.
    #[api(optional, null_if(r#type != file_path))]
    file_path: Option<CitedFile>,
    /// Where the piece begins.
    #[api(optional)]
    start_index: Option<u64>,
    /// Where the piece ends.
    #[api(optional, at_least = start_index)]
    end_index: Option<u64>,
    #[api(extra)]
    extra: Extra,
}
