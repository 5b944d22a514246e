//! The types of the fine-tuning API, as an SDK's author declares them: what its document promises.
//!
//! Where the document's prose and its own sample responses disagree, a rule is a note:
//! `estimated_finish` should be null once a job does not run, and is `0` in the samples.

use api_object::{ApiObject, Auto, Extra, Str, UnixSeconds, UnknownObject};

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
        /// The job waits for its turn.
        queued => running | failed | cancelled,
        /// The model is being trained.
        running => paused | succeeded | failed | cancelled,
        /// The training was halted and can be resumed.
        paused => queued | cancelled,
        /// The new model is ready.
        succeeded,
        /// The job came to an error.
        failed,
        /// Somebody called the job off.
        cancelled,
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

    /// The organization that owns the job.
    #[api(id = "org-")]
    organization_id: OrganizationId,

    /// The file to learn from.
    training_file: FileId,

    /// The file to measure by.
    validation_file: Option<FileId>,

    /// The files that came out.
    result_files: Vec<FileId>,

    /// Where else the job reports to.
    #[api(optional, len(..=5))]
    integrations: Option<Vec<Integration>>,

    /// What the random numbers began with.
    seed: i64,

    #[api(extra)]
    extra: Extra,
}

/// How a model is trained.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Hyperparameters {
    /// Passes over the training file.
    #[api(range(1..=50))]
    n_epochs: Option<Auto<u32>>,
    /// Examples that are learned from at once.
    #[api(range(1..=256))]
    batch_size: Option<Auto<u32>>,
    /// How fast to learn, against the base model's own rate.
    #[api(range(0.0 <..))]
    learning_rate_multiplier: Option<Auto<f64>>,
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

/// Names a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "file-")]
pub struct FileId(Str);

/// Where else a job reports to.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Integration {
    /// Weights & Biases.
    Wandb(WandbIntegration),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A report to Weights & Biases.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct WandbIntegration {
    /// What to report.
    wandb: WandbSettings,
    #[api(extra)]
    extra: Extra,
}

/// What to report to Weights & Biases.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct WandbSettings {
    /// The project that the run belongs to.
    project: String,
    /// The run's name.
    #[api(optional)]
    name: Option<String>,
    /// The team that the run belongs to.
    #[api(optional)]
    entity: Option<String>,
    /// Words to find the run by.
    #[api(default)]
    tags: Vec<String>,
    #[api(extra)]
    extra: Extra,
}
