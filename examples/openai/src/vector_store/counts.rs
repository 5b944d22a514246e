//! How far the files of a store or a batch are.

use api_object::{ApiObject, Extra};

/// How far the files of a store or a batch are.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(ensure(in_progress + completed + failed + cancelled == total))]
pub struct FileCounts {
    /// Files that are being read.
    in_progress: u64,
    /// Files that can be found.
    completed: u64,
    /// Files that could not be read.
    failed: u64,
    /// Files whose reading was called off.
    cancelled: u64,
    /// All files.
    total: u64,
    #[api(extra)]
    extra: Extra,
}
