//! facet: the same shapes as for serde derive. A status or an integration that it does not know is an error.

use facet::Facet;

/// A page of jobs.
#[derive(Debug, Facet)]
pub struct JobPage {
    pub object: String,
    pub data: Vec<FineTuningJob>,
    pub has_more: bool,
}

/// A fine-tuning job.
#[derive(Debug, Facet)]
pub struct FineTuningJob {
    pub object: String,
    pub id: FineTuningJobId,
    pub created_at: u64,
    pub status: FineTuningJobStatus,
    pub error: Option<FineTuningJobError>,
    pub fine_tuned_model: Option<String>,
    pub finished_at: Option<u64>,
    pub estimated_finish: Option<u64>,
    pub trained_tokens: Option<u64>,
    pub hyperparameters: Option<Hyperparameters>,
    pub model: String,
    pub organization_id: OrganizationId,
    pub training_file: FileId,
    pub validation_file: Option<FileId>,
    pub result_files: Vec<FileId>,
    #[facet(skip_serializing_if = Option::is_none)]
    pub integrations: Option<Vec<Integration>>,
    pub seed: i64,
}

/// Names a job.
#[derive(Debug, Facet)]
#[facet(transparent)]
pub struct FineTuningJobId(pub String);

/// Names an organization.
#[derive(Debug, Facet)]
#[facet(transparent)]
pub struct OrganizationId(pub String);

/// Names a file.
#[derive(Debug, Facet)]
#[facet(transparent)]
pub struct FileId(pub String);

/// Where a job stands.
#[derive(Debug, Facet)]
#[facet(rename_all = "snake_case")]
#[repr(u8)]
pub enum FineTuningJobStatus {
    /// `validating_files`.
    ValidatingFiles,
    /// `queued`.
    Queued,
    /// `running`.
    Running,
    /// `paused`.
    Paused,
    /// `succeeded`.
    Succeeded,
    /// `failed`.
    Failed,
    /// `cancelled`.
    Cancelled,
}

/// Why a job failed.
#[derive(Debug, Facet)]
pub struct FineTuningJobError {
    pub code: String,
    pub message: String,
    pub param: Option<String>,
}

/// How a model is trained.
#[derive(Debug, Facet)]
pub struct Hyperparameters {
    pub n_epochs: Option<Auto>,
    pub batch_size: Option<Auto>,
    pub learning_rate_multiplier: Option<Rate>,
}

/// A value, or `"auto"`. Any word is taken, since an enum of words as a variant of an untagged enum is tried for numbers, too, and refuses
/// them.
#[derive(Debug, Facet)]
#[facet(untagged)]
#[repr(u8)]
pub enum Auto {
    /// The server decides.
    Word(String),
    /// A value.
    Value(u32),
}

/// A number of either kind, or `"auto"`. Without a variant for whole numbers, these become words.
#[derive(Debug, Facet)]
#[facet(untagged)]
#[repr(u8)]
pub enum Rate {
    /// The server decides.
    Word(String),
    /// A whole number.
    Whole(u64),
    /// Any other number.
    Part(f64),
}

/// Where metrics are sent.
#[derive(Debug, Facet)]
#[facet(tag = "type", rename_all = "snake_case")]
#[repr(u8)]
pub enum Integration {
    /// Weights and Biases.
    Wandb(WandbIntegration),
}

/// Weights and Biases.
#[derive(Debug, Facet)]
pub struct WandbIntegration {
    pub wandb: Wandb,
}

/// The settings of Weights and Biases.
#[derive(Debug, Facet)]
pub struct Wandb {
    pub project: String,
    pub name: Option<String>,
    pub entity: Option<String>,
    pub tags: Vec<String>,
}
