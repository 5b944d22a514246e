//! Files in a store.

use api_object::{ApiObject, Extra, UnixSeconds, UnknownValue};

use super::{Attributes, ChunkingStrategy};
use crate::ids::{FileId, VectorStoreId};

/// A file in a store.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "vector_store.file")]
pub struct VectorStoreFile {
    /// Names the file.
    #[api(immutable)]
    id: FileId,
    /// How many bytes it takes in the store.
    #[api(optional(nullable))]
    usage_bytes: Option<u64>,
    /// When it was added.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// The store.
    #[api(immutable)]
    vector_store_id: VectorStoreId,
    /// Whether it can be found.
    #[api(status(in_progress, ended(completed, cancelled, failed)), optional)]
    status: Option<VectorStoreFileStatus>,
    /// Why it could not be read.
    #[api(optional(nullable), only_in(failed))]
    last_error: Option<VectorStoreFileError>,
    /// How it was cut into pieces.
    #[api(optional)]
    chunking_strategy: Option<ChunkingStrategy>,
    /// What it can be chosen by.
    #[api(optional(nullable), len(..=16))]
    attributes: Option<Attributes>,
    #[api(extra)]
    extra: Extra,
}

/// How far the reading of a file is, or of files that are added together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(status)]
pub enum VectorStoreFileStatus {
    /// It is going on.
    #[api(next = completed | cancelled | failed)]
    InProgress,
    /// All was looked at.
    Completed,
    /// Somebody called it off.
    Cancelled,
    /// It came to an error.
    Failed,
    /// A status that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct VectorStoreFileError {
    /// The error, for programs.
    code: VectorStoreFileErrorCode,
    /// The error, for people.
    message: String,
    #[api(extra)]
    extra: Extra,
}

/// Why a file could not be read, in a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum VectorStoreFileErrorCode {
    /// The server had trouble.
    ServerError,
    /// It is of a sort that cannot be read.
    UnsupportedFile,
    /// It is not what it seems to be.
    InvalidFile,
    /// A reason that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}
