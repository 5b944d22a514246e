//! Asking for an upload, and completing it.

use api_object::{ApiObject, Extra};

use super::UploadPartId;
use crate::file::{FileExpiration, FilePurpose};

/// Asks for an upload.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateUpload {
    /// The name of the file.
    pub filename: String,
    /// What it is for.
    pub purpose: FilePurpose,
    /// Its size in bytes.
    pub bytes: u64,
    /// What is in it, as a media type.
    pub mime_type: String,
    /// For how long it is kept.
    #[api(optional)]
    pub expires_after: Option<FileExpiration>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Says that all parts are here.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CompleteUpload {
    /// The parts, in their order.
    #[api(unique)]
    pub part_ids: Vec<UploadPartId>,
    /// The checksum of the whole.
    #[api(optional)]
    pub md5: Option<String>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
