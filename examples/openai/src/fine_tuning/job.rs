//! The job itself.

use api_object::{ApiObject, Extra, RawJson, UnixSeconds};

use super::{Hyperparameters, Integration, Method};
use crate::Metadata;
use crate::ids::{FileId, FineTuningJobId, ModelId, OrganizationId};

/// A fine-tuning job.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "fine_tuning.job")]
pub struct FineTuningJob {
    /// Names the job.
    #[api(immutable)]
    id: FineTuningJobId,
    /// When the job was made.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// Why the job failed. Of a job that has not failed the samples also have an empty object, and one of nulls.
    #[api(optional(nullable), only_in(failed), null_like({}))]
    error: Option<FineTuningJobError>,
    /// The model that came out.
    #[api(set_in(succeeded), null_in(active))]
    fine_tuned_model: Option<ModelId>,
    /// When the job ended.
    #[api(optional(nullable), set_in(succeeded), null_in(active), not_before = created_at)]
    finished_at: Option<UnixSeconds>,
    /// When a running job is expected to end. The samples have 0 where it ended.
    #[api(optional(nullable), note(null_in(!running)), null_like(0))]
    estimated_finish: Option<UnixSeconds>,
    /// How to train, of a job without a method.
    #[api(optional(nullable))]
    hyperparameters: Option<Hyperparameters>,
    /// The base model.
    #[api(immutable)]
    model: ModelId,
    /// The organization that owns the job.
    #[api(immutable)]
    organization_id: OrganizationId,
    /// The files with what was measured.
    result_files: Vec<FileId>,
    /// Where the job stands.
    #[api(status {
        /// The input files are being checked.
        validating_files => queued | failed | cancelled,
        /// The job waits for its turn.
        queued => running | paused | failed | cancelled,
        /// The model is being trained.
        running => paused | succeeded | failed | cancelled,
        /// Somebody halted the training, and can resume it.
        paused => queued | running | cancelled,
        /// The new model is ready.
        succeeded,
        /// The job came to an error.
        failed,
        /// Somebody called the job off.
        cancelled,
    })]
    status: FineTuningJobStatus,
    /// Tokens billed.
    #[api(optional(nullable), set_in(succeeded), null_in(active))]
    trained_tokens: Option<u64>,
    /// The file to learn from.
    #[api(immutable)]
    training_file: FileId,
    /// The file to measure by.
    #[api(immutable)]
    validation_file: Option<FileId>,
    /// Where else the job reports to.
    #[api(optional, len(..=5))]
    integrations: Option<Vec<Integration>>,
    /// What the random numbers began with.
    #[api(optional(nullable))]
    seed: Option<i64>,
    /// How to train.
    #[api(optional)]
    method: Option<Method>,
    /// What its owner attached.
    #[api(optional(nullable))]
    metadata: Option<Metadata>,
    /// A word in the name of the model that comes out.
    #[api(optional(nullable), len(1..=64))]
    user_provided_suffix: Option<String>,
    /// What was used; the samples have only null.
    #[api(optional(nullable))]
    usage_metrics: Option<RawJson>,
    /// Whether the vendor may look at the data.
    #[api(optional)]
    shared_with_openai: Option<bool>,
    #[api(extra)]
    extra: Extra,
}

/// Why a job failed.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FineTuningJobError {
    /// The error, for programs.
    code: Option<String>,
    /// The error, for people.
    message: Option<String>,
    /// The parameter that was wrong, if it was one.
    param: Option<String>,
    #[api(extra)]
    extra: Extra,
}
