//! The baseline: plain serde derive, and `"auto"` or a number as an untagged enum.
//!
//! The statuses have a fallback, which is the least that a client needs to outlive its server's next release.
//! This file stands alone: `tokens` expands it as a crate of its own.

use serde::{Deserialize, Serialize};

/// A page of jobs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JobPage {
    /// `list`.
    pub object: String,
    /// The jobs of this page.
    pub data: Vec<FineTuningJob>,
    /// Whether there are more.
    pub has_more: bool,
}

/// A fine-tuning job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FineTuningJob {
    /// `fine_tuning.job`.
    pub object: String,
    /// Names the job in the API's endpoints.
    pub id: FineTuningJobId,
    /// When the job was created, in seconds since 1970.
    pub created_at: u64,
    /// Where the job stands.
    pub status: FineTuningJobStatus,
    /// Why the job failed.
    pub error: Option<FineTuningJobError>,
    /// The model that came out.
    pub fine_tuned_model: Option<String>,
    /// When the job ended, in seconds since 1970.
    pub finished_at: Option<u64>,
    /// When a running job is expected to end, in seconds since 1970.
    pub estimated_finish: Option<u64>,
    /// Tokens billed.
    pub trained_tokens: Option<u64>,
    /// How the model was trained.
    pub hyperparameters: Option<Hyperparameters>,
    /// The base model.
    pub model: String,
    /// Whose job this is.
    pub organization_id: OrganizationId,
    /// What the model was trained on.
    pub training_file: FileId,
    /// What the model was validated on.
    pub validation_file: Option<FileId>,
    /// What the job wrote.
    pub result_files: Vec<FileId>,
    /// Where metrics are sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integrations: Option<Vec<Integration>>,
    /// The seed of the job.
    pub seed: i64,
}

/// Names a job.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FineTuningJobId(pub String);

/// Names an organization.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrganizationId(pub String);

/// Names a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FileId(pub String);

/// Where a job stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FineTuningJobStatus {
    /// The input files are being checked.
    ValidatingFiles,
    /// Waits for its turn.
    Queued,
    /// Trains.
    Running,
    /// Waits to be resumed.
    Paused,
    /// Has a model.
    Succeeded,
    /// Has an error.
    Failed,
    /// Was cancelled.
    Cancelled,
    /// A status that this version does not know; its word is lost.
    #[serde(other)]
    Unknown,
}

/// Why a job failed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FineTuningJobError {
    /// For machines.
    pub code: String,
    /// For people.
    pub message: String,
    /// The parameter that is to blame.
    pub param: Option<String>,
}

/// How a model is trained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hyperparameters {
    /// Passes over the data.
    pub n_epochs: Option<Auto<u32>>,
    /// Examples in a batch.
    pub batch_size: Option<Auto<u32>>,
    /// Scales the learning rate.
    pub learning_rate_multiplier: Option<Auto<f64>>,
}

/// A value, or `"auto"`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Auto<T> {
    /// A value.
    Value(T),
    /// The server decides.
    Auto(AutoWord),
}

/// The word `auto`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AutoWord {
    /// The word.
    Auto,
}

/// Where metrics are sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Integration {
    /// Weights and Biases.
    Wandb(WandbIntegration),
    /// A kind that this version does not know; its payload is lost.
    #[serde(other)]
    Unknown,
}

/// Weights and Biases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WandbIntegration {
    /// Its settings.
    pub wandb: Wandb,
}

/// The settings of Weights and Biases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wandb {
    /// Where the run is filed.
    pub project: String,
    /// The name of the run.
    pub name: Option<String>,
    /// The team or person.
    pub entity: Option<String>,
    /// The tags of the run.
    pub tags: Vec<String>,
}
