//! Models that a job writes down on its way.

use api_object::{ApiObject, Extra, UnixSeconds};

use crate::ids::{FineTuningJobId, ModelId};

/// A model as it was after a step of its training.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "fine_tuning.job.checkpoint")]
pub struct FineTuningJobCheckpoint {
    /// Names the checkpoint.
    #[api(id = "ftckpt_", immutable)]
    id: FineTuningJobCheckpointId,
    /// When it was written.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// The model.
    #[api(immutable)]
    fine_tuned_model_checkpoint: ModelId,
    /// The step.
    #[api(immutable)]
    step_number: u64,
    /// What was measured.
    metrics: CheckpointMetrics,
    /// The job.
    #[api(immutable)]
    fine_tuning_job_id: FineTuningJobId,
    #[api(extra)]
    extra: Extra,
}

/// What was measured after a step.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CheckpointMetrics {
    /// The step.
    #[api(optional)]
    step: Option<f64>,
    /// Loss on what was learned.
    #[api(optional)]
    train_loss: Option<f64>,
    /// Share of tokens that were right, on what was learned.
    #[api(optional, range(0..=1))]
    train_mean_token_accuracy: Option<f64>,
    /// Loss on a part of the validation file.
    #[api(optional)]
    valid_loss: Option<f64>,
    /// Share of tokens that were right, on a part of the validation file.
    #[api(optional, range(0..=1))]
    valid_mean_token_accuracy: Option<f64>,
    /// Loss on the whole validation file.
    #[api(optional)]
    full_valid_loss: Option<f64>,
    /// Share of tokens that were right, on the whole validation file.
    #[api(optional, range(0..=1))]
    full_valid_mean_token_accuracy: Option<f64>,
    #[api(extra)]
    extra: Extra,
}
