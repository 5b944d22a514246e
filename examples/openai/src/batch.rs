//! Batches: many requests in one file, answered within a day.

mod create;

use api_object::{ApiObject, Extra, UnixSeconds, UnknownValue};

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
    errors: Option<BatchErrors>,
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
    #[api(
        set_in(in_progress, finalizing, completed),
        null_in(validating),
        set_once
    )]
    in_progress_at: Option<UnixSeconds>,
    /// When its time is over.
    #[api(not_before = created_at)]
    expires_at: Option<UnixSeconds>,
    /// When the writing down began.
    #[api(
        set_in(finalizing, completed),
        null_in(validating, in_progress),
        set_once
    )]
    finalizing_at: Option<UnixSeconds>,
    /// When all was answered.
    #[api(set_in(completed), null_in(active), not_before = created_at)]
    completed_at: Option<UnixSeconds>,
    /// When it failed.
    #[api(set_in(failed), null_in(active), not_before = created_at)]
    failed_at: Option<UnixSeconds>,
    /// When its time was over.
    #[api(set_in(expired), null_in(active), not_before = created_at)]
    expired_at: Option<UnixSeconds>,
    /// When somebody called it off.
    #[api(
        set_in(cancelling, cancelled),
        null_in(validating, in_progress),
        set_once
    )]
    cancelling_at: Option<UnixSeconds>,
    /// When it had come to rest after that.
    #[api(set_in(cancelled), null_in(active), not_before = created_at)]
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

/// What is wrong with the input of a batch.
// later: a list envelope.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "list")]
pub struct BatchErrors {
    /// The errors.
    #[api(default)]
    data: Vec<BatchError>,
    #[api(extra)]
    extra: Extra,
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
#[api(check = are_within_total)]
pub struct BatchRequestCounts {
    /// All requests.
    total: u64,
    /// Those that were answered.
    #[api(at_most = total)]
    completed: u64,
    /// Those that failed.
    #[api(at_most = total)]
    failed: u64,
    #[api(extra)]
    extra: Extra,
}

fn are_within_total(counts: &BatchRequestCounts) -> Result<(), String> {
    let done = counts.completed.saturating_add(counts.failed);
    match done <= counts.total {
        true => Ok(()),
        false => Err(format!(
            "{done} requests are done, and total is {}",
            counts.total
        )),
    }
}

/// Tokens that a batch took.
#[derive(Debug, Clone, PartialEq, ApiObject)]
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
    #[api(at_least = input_tokens, at_least = output_tokens)]
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
