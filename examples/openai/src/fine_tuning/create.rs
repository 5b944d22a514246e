//! Asking for a job, and for permissions.

use api_object::{ApiObject, Extra};

use super::{Hyperparameters, Integration, Method};
use crate::Metadata;
use crate::ids::{FileId, ModelId, ProjectId};

/// Asks for a fine-tuning job.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateFineTuningJob {
    /// The base model.
    pub model: ModelId,
    /// The file to learn from.
    pub training_file: FileId,
    /// How to train, where no method says it.
    #[api(optional)]
    pub hyperparameters: Option<Hyperparameters>,
    /// A word in the name of the model that comes out.
    #[api(optional(nullable), len(1..=64))]
    pub suffix: Option<String>,
    /// The file to measure by.
    #[api(optional(nullable))]
    pub validation_file: Option<FileId>,
    /// Where else to report to.
    #[api(optional(nullable))]
    pub integrations: Option<Vec<Integration>>,
    /// What the random numbers begin with.
    #[api(optional(nullable), range(0..=2147483647))]
    pub seed: Option<i64>,
    /// How to train.
    #[api(optional)]
    pub method: Option<Method>,
    /// What to attach.
    #[api(optional(nullable), len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks that projects may use a checkpoint.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateCheckpointPermission {
    /// Which projects.
    pub project_ids: Vec<ProjectId>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
