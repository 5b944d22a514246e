//! Serde derive, an untagged enum, and a `flatten` map that keeps what the declaration of the job does not know.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::untagged::{
    FileId, FineTuningJobError, FineTuningJobId, FineTuningJobStatus, Hyperparameters, Integration,
    OrganizationId,
};

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
    /// Members that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
