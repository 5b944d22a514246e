//! Asking for a batch.

use api_object::{ApiObject, Extra};

use super::BatchEndpoint;
use crate::Metadata;
use crate::file::FileExpiration;
use crate::ids::FileId;

/// Asks for a batch.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateBatch {
    /// The file with the requests.
    pub input_file_id: FileId,
    /// The endpoint that they are for.
    pub endpoint: BatchEndpoint,
    /// Within which time they are to be answered.
    pub completion_window: String,
    /// What to attach.
    #[api(optional(nullable), len(..=16))]
    pub metadata: Option<Metadata>,
    /// For how long the answers are kept.
    #[api(optional)]
    pub output_expires_after: Option<FileExpiration>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
