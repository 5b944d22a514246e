//! Ids that fields make: one prefix, several, none.

use api_object::ApiObject;

/// A file in a store.
#[derive(Debug, PartialEq, ApiObject)]
pub struct StoredFile {
    /// Names the file in its store.
    #[api(id("file-", "file_"), immutable)]
    id: StoredFileId,
    /// The store.
    #[api(id = "vs_", set_once)]
    store_id: Option<StoreId>,
    #[api(id)]
    owner: OwnerId,
}
