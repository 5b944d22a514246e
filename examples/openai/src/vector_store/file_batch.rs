//! Files that are added to a store together.

use api_object::{ApiObject, Extra, UnixSeconds};

use super::{FileCounts, VectorStoreFileStatus};
use crate::ids::VectorStoreId;

/// Files that are added to a store together.
// Samples write the tag in two ways; the other one is read as well.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "vector_store.files_batch", former("vector_store.file_batch"))]
pub struct VectorStoreFileBatch {
    /// Names the batch.
    #[api(id = "vsfb_", immutable)]
    id: VectorStoreFileBatchId,
    /// When it was made.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// The store.
    #[api(immutable)]
    vector_store_id: VectorStoreId,
    /// Where the batch stands.
    #[api(status(in_progress, ended(completed, cancelled, failed)))]
    status: VectorStoreFileStatus,
    /// How far its files are.
    file_counts: FileCounts,
    #[api(extra)]
    extra: Extra,
}
