//! Serde derive, and garde for what it can say: ranges, lengths, prefixes, one moment after another. Of statuses it knows
//! nothing.

use benches::peers::untagged::{Auto, FineTuningJobError, FineTuningJobStatus, Integration};
use garde::Validate;
use serde::{Deserialize, Serialize};

/// A page of jobs.
#[derive(Debug, Serialize, Deserialize, Validate)]
#[garde(allow_unvalidated)]
pub struct JobPage {
    pub object: String,
    #[garde(dive)]
    pub data: Vec<FineTuningJob>,
    pub has_more: bool,
}

/// A fine-tuning job.
#[derive(Debug, Serialize, Deserialize, Validate)]
#[garde(allow_unvalidated)]
pub struct FineTuningJob {
    pub object: String,
    #[garde(dive)]
    pub id: FineTuningJobId,
    pub created_at: u64,
    pub status: FineTuningJobStatus,
    pub error: Option<FineTuningJobError>,
    pub fine_tuned_model: Option<String>,
    #[garde(custom(not_before(self.created_at)))]
    pub finished_at: Option<u64>,
    pub estimated_finish: Option<u64>,
    pub trained_tokens: Option<u64>,
    #[garde(dive)]
    pub hyperparameters: Option<Hyperparameters>,
    pub model: String,
    #[garde(dive)]
    pub organization_id: OrganizationId,
    #[garde(dive)]
    pub training_file: FileId,
    #[garde(dive)]
    pub validation_file: Option<FileId>,
    #[garde(dive)]
    pub result_files: Vec<FileId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[garde(length(max = 5))]
    pub integrations: Option<Vec<Integration>>,
    pub seed: i64,
}

/// Names a job.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct FineTuningJobId(#[garde(prefix("ftjob-"))] pub String);

/// Names an organization.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct OrganizationId(#[garde(prefix("org-"))] pub String);

/// Names a file.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct FileId(#[garde(prefix("file-"))] pub String);

/// How a model is trained.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct Hyperparameters {
    #[garde(custom(epochs_fit))]
    pub n_epochs: Option<Auto<u32>>,
    #[garde(custom(batch_fits))]
    pub batch_size: Option<Auto<u32>>,
    #[garde(custom(rate_fits))]
    pub learning_rate_multiplier: Option<Auto<f64>>,
}

fn epochs_fit(value: &Option<Auto<u32>>, _: &()) -> garde::Result {
    within(value, 1..=50)
}

fn batch_fits(value: &Option<Auto<u32>>, _: &()) -> garde::Result {
    within(value, 1..=256)
}

fn rate_fits(value: &Option<Auto<f64>>, _: &()) -> garde::Result {
    within(value, 0.0..=f64::MAX)
}

fn within<T: PartialOrd>(
    value: &Option<Auto<T>>,
    range: std::ops::RangeInclusive<T>,
) -> garde::Result {
    match value {
        Some(Auto::Value(value)) if !range.contains(value) => {
            Err(garde::Error::new("out of range"))
        }
        _ => Ok(()),
    }
}

fn not_before(created_at: u64) -> impl FnOnce(&Option<u64>, &()) -> garde::Result {
    move |finished_at, _| match finished_at {
        Some(finished_at) if *finished_at < created_at => {
            Err(garde::Error::new("before it was created"))
        }
        _ => Ok(()),
    }
}
