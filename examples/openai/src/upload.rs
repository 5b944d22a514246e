//! Uploads: large files that come in parts.

mod create;

use api_object::{ApiObject, Extra, UnixSeconds};

use crate::file::{File, FilePurpose};
use crate::ids::UploadId;

pub use create::{CompleteUpload, CreateUpload};

/// A file on its way.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object("upload", optional))]
pub struct Upload {
    /// Names the upload.
    #[api(immutable)]
    id: UploadId,
    /// When it was begun.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// The name of the file.
    #[api(immutable)]
    filename: String,
    /// The size of the whole file, in bytes.
    #[api(immutable)]
    bytes: u64,
    /// What the file is for.
    #[api(immutable)]
    purpose: FilePurpose,
    /// Where the upload stands.
    #[api(status {
        /// Parts can be added.
        pending => completed | cancelled | expired,
        /// The file is whole.
        completed,
        /// Somebody called the upload off.
        cancelled,
        /// It was not completed in time.
        expired,
    })]
    status: UploadStatus,
    /// Until when it must be completed.
    #[api(note(not_before = created_at))]
    expires_at: UnixSeconds,
    /// The file that came out.
    #[api(optional, only_in(completed))]
    file: Option<File>,
    #[api(extra)]
    extra: Extra,
}

/// A part of a file on its way.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "upload.part")]
pub struct UploadPart {
    /// Names the part.
    #[api(id = "part_", immutable)]
    id: UploadPartId,
    /// When it came.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// The upload that it belongs to.
    #[api(immutable)]
    upload_id: UploadId,
    #[api(extra)]
    extra: Extra,
}
