//! Batches: many requests in one file, answered within a day.

mod create;

use api_object::{ApiObject, Extra, List, UnixSeconds, UnknownValue};

use crate::Metadata;
use crate::ids::{BatchId, FileId, ModelId};

pub use create::CreateBatch;

/// A batch of requests.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "batch")]
pub struct Batch {
    /// Names the batch.
    #[api(immutable)]
    id: BatchId,
    /// The endpoint that its requests are for.
    #[api(immutable)]
    endpoint: BatchEndpoint,
    /// The model that answered.
    #[api(optional)]
    model: Option<ModelId>,
    /// What is wrong with its input.
    #[api(note(null_in(!failed)))]
    errors: Option<List<BatchError>>,
    /// The file with the requests.
    #[api(immutable)]
    input_file_id: FileId,
    /// Within which time it is to be answered.
    #[api(immutable)]
    completion_window: String,
    /// Where the batch stands.
    #[api(status {
        /// The input is being checked.
        validating => in_progress | failed | cancelling,
        /// The input was wrong.
        failed,
        /// The requests are being answered.
        in_progress => finalizing | cancelling | expired | failed,
        /// The answers are being written down.
        finalizing => completed | cancelling | expired | failed,
        /// All is answered.
        completed,
        /// The time was over before all was answered.
        expired,
        /// Requests under way are being finished, and no others begun.
        cancelling => cancelled | completed | failed,
        /// Somebody called the batch off.
        cancelled,
    })]
    status: BatchStatus,
    /// The file with the answers.
    #[api(null_in(validating, in_progress))]
    output_file_id: Option<FileId>,
    /// The file with the requests that failed.
    #[api(null_in(validating, in_progress))]
    error_file_id: Option<FileId>,
    /// When it was made.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// When work on it began.
    #[api(once(in_progress), set_once, not_before = created_at)]
    in_progress_at: Option<UnixSeconds>,
    /// When its time is over.
    #[api(not_before = created_at)]
    expires_at: Option<UnixSeconds>,
    /// When the writing down began.
    #[api(once(finalizing), set_once, not_before = in_progress_at)]
    finalizing_at: Option<UnixSeconds>,
    /// When all was answered.
    #[api(once(completed), not_before = finalizing_at)]
    completed_at: Option<UnixSeconds>,
    /// When it failed.
    #[api(once(failed), not_before = created_at)]
    failed_at: Option<UnixSeconds>,
    /// When its time was over.
    #[api(once(expired), not_before = created_at)]
    expired_at: Option<UnixSeconds>,
    /// When somebody called it off.
    #[api(once(cancelling), set_once, not_before = created_at)]
    cancelling_at: Option<UnixSeconds>,
    /// When it had come to rest after that.
    #[api(once(cancelled), not_before = cancelling_at)]
    cancelled_at: Option<UnixSeconds>,
    /// How far it is.
    #[api(optional)]
    request_counts: Option<BatchRequestCounts>,
    /// Tokens that it took.
    #[api(optional)]
    usage: Option<BatchUsage>,
    /// What its owner attached.
    metadata: Option<Metadata>,
    #[api(extra)]
    extra: Extra,
}

/// The endpoint that the requests of a batch are for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum BatchEndpoint {
    /// Responses.
    #[api(rename = "/v1/responses")]
    Responses,
    /// Chat completions.
    #[api(rename = "/v1/chat/completions")]
    ChatCompletions,
    /// Embeddings.
    #[api(rename = "/v1/embeddings")]
    Embeddings,
    /// Completions.
    #[api(rename = "/v1/completions")]
    Completions,
    /// Moderations.
    #[api(rename = "/v1/moderations")]
    Moderations,
    /// Images that are made.
    #[api(rename = "/v1/images/generations")]
    ImageGenerations,
    /// Images that are changed.
    #[api(rename = "/v1/images/edits")]
    ImageEdits,
    /// Videos.
    #[api(rename = "/v1/videos")]
    Videos,
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// What is wrong with a line of the input.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct BatchError {
    /// The error, for programs.
    #[api(optional)]
    code: Option<String>,
    /// The error, for people.
    #[api(optional)]
    message: Option<String>,
    /// The parameter that was wrong, if it was one.
    param: Option<String>,
    /// The line of the input file.
    line: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

/// How far a batch is.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(ensure(completed + failed <= total))]
pub struct BatchRequestCounts {
    /// All requests.
    total: u64,
    /// Those that were answered.
    completed: u64,
    /// Those that failed.
    failed: u64,
    #[api(extra)]
    extra: Extra,
}

/// Tokens that a batch took.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(ensure(input_tokens + output_tokens == total_tokens))]
pub struct BatchUsage {
    /// Tokens read.
    input_tokens: u64,
    /// Of these, which.
    input_tokens_details: Option<InputTokensDetails>,
    /// Tokens written.
    output_tokens: u64,
    /// Of these, which.
    output_tokens_details: Option<OutputTokensDetails>,
    /// Both.
    total_tokens: u64,
    #[api(extra)]
    extra: Extra,
}

/// Which tokens were read.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct InputTokensDetails {
    /// Those that were known from before.
    cached_tokens: u64,
    #[api(extra)]
    extra: Extra,
}

/// Which tokens were written.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct OutputTokensDetails {
    /// Those that nobody sees.
    reasoning_tokens: u64,
    #[api(extra)]
    extra: Extra,
}
