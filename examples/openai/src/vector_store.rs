//! Vector stores: files that can be searched by meaning.

mod attributes;
mod chunking;
mod counts;
mod create;
mod file;
mod file_batch;
mod search;

use api_object::{ApiObject, Extra, UnixSeconds, UnknownValue};

use crate::Metadata;
use crate::ids::VectorStoreId;

pub use attributes::{AttributeText, AttributeValue, Attributes};
pub use chunking::{ChunkingChoice, ChunkingStrategy, StaticChunking};
pub use counts::FileCounts;
pub use create::{AddFile, AddFiles, CreateVectorStore, UpdateFileAttributes, UpdateVectorStore};
pub use file::{
    VectorStoreFile, VectorStoreFileError, VectorStoreFileErrorCode, VectorStoreFileState,
    VectorStoreFileStatus,
};
pub use file_batch::{VectorStoreFileBatch, VectorStoreFileBatchId, VectorStoreFileBatchState};
pub use search::{FileContent, SearchQuery, SearchResult, SearchResults, StoredContent};

/// Files that can be searched by meaning.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "vector_store")]
pub struct VectorStore {
    /// Names the store.
    #[api(immutable)]
    id: VectorStoreId,
    /// When it was made.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// Its name.
    #[api(optional(nullable))]
    name: Option<String>,
    /// What it is for.
    #[api(optional(nullable))]
    description: Option<String>,
    /// Its size in bytes. Samples also call it `bytes`.
    #[api(optional(nullable), alias = "bytes")]
    usage_bytes: Option<u64>,
    /// How far its files are.
    #[api(optional(nullable))]
    file_counts: Option<FileCounts>,
    /// Whether it can be searched.
    #[api(optional, status {
        /// Files are being read.
        in_progress => completed | expired,
        /// All files can be found; more may be added.
        completed => end | in_progress | expired,
        /// It was not used for too long.
        expired,
    })]
    status: Option<VectorStoreStatus>,
    /// For how long it is kept.
    #[api(optional)]
    expires_after: Option<ExpiresAfter>,
    /// Until when it is kept.
    #[api(optional, not_before = created_at)]
    expires_at: Option<UnixSeconds>,
    /// When somebody last did something with it.
    #[api(optional(nullable))]
    last_active_at: Option<UnixSeconds>,
    /// When it was last searched; the document does not have it, and a sample does.
    #[api(optional)]
    last_used_at: Option<UnixSeconds>,
    /// What its owner attached.
    #[api(optional(nullable))]
    metadata: Option<Metadata>,
    #[api(extra)]
    extra: Extra,
}

/// For how long a store is kept.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ExpiresAfter {
    /// From when on.
    anchor: ExpirationAnchor,
    /// How many days.
    #[api(range(1..=365))]
    days: u32,
    #[api(extra)]
    extra: Extra,
}

/// The moment from which the time of a store is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum ExpirationAnchor {
    /// When somebody last did something with it.
    LastActiveAt,
    /// A moment that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}
