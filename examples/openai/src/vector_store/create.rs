//! Asking for a store, for a change of one, and for files in it.

use api_object::{ApiObject, Extra, Nullable};

use super::{Attributes, ChunkingChoice, ExpiresAfter};
use crate::Metadata;
use crate::ids::FileId;

/// Asks for a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateVectorStore {
    /// Files to put into it.
    #[api(optional, len(..=500))]
    pub file_ids: Option<Vec<FileId>>,
    /// Its name.
    #[api(optional)]
    pub name: Option<String>,
    /// What it is for.
    #[api(optional)]
    pub description: Option<String>,
    /// For how long it is kept.
    #[api(optional)]
    pub expires_after: Option<ExpiresAfter>,
    /// How its files are cut into pieces.
    #[api(optional)]
    pub chunking_strategy: Option<ChunkingChoice>,
    /// What to attach.
    #[api(optional(nullable), len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for a change of a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateVectorStore {
    /// Its name. Null takes it away.
    pub name: Nullable<String>,
    /// For how long it is kept. With null it is kept until it is deleted.
    pub expires_after: Nullable<ExpiresAfter>,
    /// What to attach. Null takes all away.
    #[api(len(..=16))]
    pub metadata: Nullable<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks that a file is put into a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct AddFile {
    /// The file.
    pub file_id: FileId,
    /// How it is cut into pieces.
    #[api(optional)]
    pub chunking_strategy: Option<ChunkingChoice>,
    /// What it can be chosen by.
    #[api(optional(nullable), len(..=16))]
    pub attributes: Option<Attributes>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks that several files are put into a store: files that are treated alike, or each in its own way.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(exactly_one(file_ids, files))]
pub struct AddFiles {
    /// The files, which are treated alike.
    #[api(optional, len(1..=2000))]
    pub file_ids: Option<Vec<FileId>>,
    /// The files, each with its own settings.
    #[api(optional, len(1..=2000))]
    pub files: Option<Vec<AddFile>>,
    /// How those of `file_ids` are cut into pieces.
    #[api(optional)]
    pub chunking_strategy: Option<ChunkingChoice>,
    /// What those of `file_ids` can be chosen by.
    #[api(optional(nullable), len(..=16))]
    pub attributes: Option<Attributes>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for other attributes of a file in a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateFileAttributes {
    /// What it can be chosen by; null for nothing. It cannot be left out.
    #[api(len(..=16))]
    pub attributes: Option<Attributes>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
