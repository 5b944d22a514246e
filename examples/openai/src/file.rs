//! Files.

use api_object::{ApiObject, Extra, UnixSeconds, UnknownValue};

use crate::ids::FileId;

/// A file that was uploaded, or that came out of a job.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
pub struct File {
    /// Names the file.
    #[api(immutable)]
    id: FileId,
    /// Its size in bytes.
    #[api(immutable)]
    bytes: u64,
    /// When it was made.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// When it will be deleted.
    #[api(optional, note(not_before = created_at))]
    expires_at: Option<UnixSeconds>,
    /// Its name.
    filename: String,
    /// What it is for.
    purpose: FilePurpose,
    /// Whether it can be used.
    #[api(optional, status {
        /// The file is here, and was not looked at.
        uploaded => processed | error,
        /// The file can be used.
        processed,
        /// The file cannot be used.
        error,
    })]
    status: Option<FileStatus>,
    /// Why the file cannot be used.
    #[api(optional, note(null_in(!error)))]
    status_details: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// What a file is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum FilePurpose {
    /// Read by assistants.
    Assistants,
    /// Written by assistants.
    AssistantsOutput,
    /// The requests of a batch.
    Batch,
    /// The answers of a batch.
    BatchOutput,
    /// Examples for training.
    #[api(rename = "fine-tune")]
    FineTune,
    /// What training measured.
    #[api(rename = "fine-tune-results")]
    FineTuneResults,
    /// Images to look at.
    Vision,
    /// Whatever its owner wants it for.
    UserData,
    /// Samples to evaluate a model with.
    Evals,
    /// A purpose that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// For how long a file is kept; batches and uploads ask for it.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FileExpiration {
    /// From when on.
    pub anchor: FileAnchor,
    /// How many seconds.
    #[api(range(3600..=2592000))]
    pub seconds: u64,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// The moment from which the time of a file is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum FileAnchor {
    /// When it was made.
    CreatedAt,
    /// A moment that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}
