//! Our side: the declarations of the design's model case, with everything switched on.
//!
//! This file stands alone: `tokens` expands it as a crate of its own.

use api_object::{ApiObject, Auto, Extra, Str, UnixSeconds, UnknownObject};

/// A page of jobs.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "list")]
pub struct JobPage {
    /// The jobs of this page.
    data: Vec<FineTuningJob>,
    /// Whether there are more.
    has_more: bool,
    #[api(extra)]
    extra: Extra,
}

/// A fine-tuning job.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "fine_tuning.job")]
pub struct FineTuningJob {
    /// Names the job in the API's endpoints.
    #[api(id = "ftjob-", immutable)]
    id: FineTuningJobId,
    /// When the job was created.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// Where the job stands.
    #[api(status {
        /// The input files are being checked.
        validating_files => queued | failed | cancelled,
        /// Waits for its turn.
        queued           => running | failed | cancelled,
        /// Trains.
        running          => paused | succeeded | failed | cancelled,
        /// Waits to be resumed.
        paused           => queued | cancelled,
        succeeded, failed, cancelled,
    })]
    status: FineTuningJobStatus,
    /// Why the job failed.
    #[api(only_in(failed))]
    error: Option<FineTuningJobError>,
    /// The model that came out.
    #[api(set_in(succeeded), null_in(active))]
    fine_tuned_model: Option<String>,
    /// When the job ended.
    #[api(set_in(succeeded), null_in(active), not_before = created_at)]
    finished_at: Option<UnixSeconds>,
    /// When a running job is expected to end.
    #[api(note(null_in(!running)))]
    estimated_finish: Option<UnixSeconds>,
    /// Tokens billed.
    #[api(set_in(succeeded), null_in(active))]
    trained_tokens: Option<u64>,
    /// How the model was trained.
    hyperparameters: Option<Hyperparameters>,
    /// The base model.
    model: String,
    /// Whose job this is.
    organization_id: OrganizationId,
    /// What the model was trained on.
    training_file: FileId,
    /// What the model was validated on.
    validation_file: Option<FileId>,
    /// What the job wrote.
    result_files: Vec<FileId>,
    /// Where metrics are sent.
    #[api(optional, len(..=5))]
    integrations: Option<Vec<Integration>>,
    /// The seed of the job.
    seed: i64,
    #[api(extra)]
    extra: Extra,
}

/// Names an organization.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "org-")]
pub struct OrganizationId(Str);

/// Names a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "file-")]
pub struct FileId(Str);

/// Why a job failed.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct FineTuningJobError {
    /// For machines.
    code: String,
    /// For people.
    message: String,
    /// The parameter that is to blame.
    param: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// How a model is trained.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Hyperparameters {
    /// Passes over the data.
    #[api(range(1..=50))]
    n_epochs: Option<Auto<u32>>,
    /// Examples in a batch.
    #[api(range(1..=256))]
    batch_size: Option<Auto<u32>>,
    /// Scales the learning rate.
    #[api(range(0.0..))]
    learning_rate_multiplier: Option<Auto<f64>>,
    #[api(extra)]
    extra: Extra,
}

/// Where metrics are sent.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Integration {
    /// Weights and Biases.
    Wandb(WandbIntegration),
    /// A kind that this version does not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Weights and Biases.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct WandbIntegration {
    /// Its settings.
    wandb: Wandb,
    #[api(extra)]
    extra: Extra,
}

/// The settings of Weights and Biases.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Wandb {
    /// Where the run is filed.
    project: String,
    /// The name of the run.
    name: Option<String>,
    /// The team or person.
    entity: Option<String>,
    /// The tags of the run.
    tags: Vec<String>,
    #[api(extra)]
    extra: Extra,
}
