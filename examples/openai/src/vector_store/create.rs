//! Asking for a store, for a change of one, and for files in it.

use api_object::{ApiObject, Extra, UnknownObject};

use super::{Attributes, ExpiresAfter, StaticChunkingSettings};
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
    #[api(optional, len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for a change of a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateVectorStore {
    /// Its name.
    // later: `Nullable`, here and in the next two.
    #[api(optional)]
    pub name: Option<String>,
    /// For how long it is kept.
    #[api(optional)]
    pub expires_after: Option<ExpiresAfter>,
    /// What to attach.
    #[api(optional, len(..=16))]
    pub metadata: Option<Metadata>,
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
    #[api(optional, len(..=16))]
    pub attributes: Option<Attributes>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for other attributes of a file in a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateFileAttributes {
    /// What it can be chosen by.
    // later: `Nullable`.
    #[api(len(..=16))]
    pub attributes: Option<Attributes>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// How files shall be cut into pieces.
// later: a self-keyed union.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum ChunkingChoice {
    /// As the server likes.
    Auto(AutoChoice),
    /// Into pieces of one size.
    Static(StaticChoice),
    /// In a way that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// As the server likes.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct AutoChoice {
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Into pieces of one size.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct StaticChoice {
    /// Which size.
    pub r#static: StaticChunkingSettings,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
