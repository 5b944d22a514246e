//! Serde derive, and validator for what it can say: ranges, lengths, prefixes, one moment after another. Of statuses it
//! knows nothing.

use benches::peers::untagged::{
    Auto, FileId, FineTuningJobError, FineTuningJobId, FineTuningJobStatus, Integration,
    OrganizationId,
};
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

type Checked = Result<(), ValidationError>;

/// A page of jobs.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct JobPage {
    pub object: String,
    #[validate(nested)]
    pub data: Vec<FineTuningJob>,
    pub has_more: bool,
}

/// A fine-tuning job.
#[derive(Debug, Serialize, Deserialize, Validate)]
#[validate(schema(function = "not_before"))]
pub struct FineTuningJob {
    pub object: String,
    #[validate(custom(function = "job_id"))]
    pub id: FineTuningJobId,
    pub created_at: u64,
    pub status: FineTuningJobStatus,
    pub error: Option<FineTuningJobError>,
    pub fine_tuned_model: Option<String>,
    pub finished_at: Option<u64>,
    pub estimated_finish: Option<u64>,
    pub trained_tokens: Option<u64>,
    #[validate(nested)]
    pub hyperparameters: Option<Hyperparameters>,
    pub model: String,
    #[validate(custom(function = "organization_id"))]
    pub organization_id: OrganizationId,
    #[validate(custom(function = "file_id"))]
    pub training_file: FileId,
    #[validate(custom(function = "file_id"))]
    pub validation_file: Option<FileId>,
    #[validate(custom(function = "file_ids"))]
    pub result_files: Vec<FileId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 5))]
    pub integrations: Option<Vec<Integration>>,
    pub seed: i64,
}

/// How a model is trained.
#[derive(Debug, Serialize, Deserialize, Validate)]
pub struct Hyperparameters {
    #[validate(custom(function = "epochs_fit"))]
    pub n_epochs: Option<Auto<u32>>,
    #[validate(custom(function = "batch_fits"))]
    pub batch_size: Option<Auto<u32>>,
    #[validate(custom(function = "rate_fits"))]
    pub learning_rate_multiplier: Option<Auto<f64>>,
}

fn job_id(id: &FineTuningJobId) -> Checked {
    prefixed(&id.0, "ftjob-")
}

fn organization_id(id: &OrganizationId) -> Checked {
    prefixed(&id.0, "org-")
}

fn file_id(id: &FileId) -> Checked {
    prefixed(&id.0, "file-")
}

#[expect(clippy::ptr_arg, reason = "the derive hands over the field as it is")]
fn file_ids(ids: &Vec<FileId>) -> Checked {
    ids.iter().try_for_each(file_id)
}

fn prefixed(id: &str, prefix: &str) -> Checked {
    hold(id.starts_with(prefix), "prefix")
}

fn epochs_fit(value: &Auto<u32>) -> Checked {
    within(value, 1..=50)
}

fn batch_fits(value: &Auto<u32>) -> Checked {
    within(value, 1..=256)
}

fn rate_fits(value: &Auto<f64>) -> Checked {
    within(value, 0.0..=f64::MAX)
}

fn within<T: PartialOrd>(value: &Auto<T>, range: std::ops::RangeInclusive<T>) -> Checked {
    hold(
        matches!(value, Auto::Auto(_))
            || matches!(value, Auto::Value(value) if range.contains(value)),
        "range",
    )
}

fn not_before(job: &FineTuningJob) -> Checked {
    hold(
        job.finished_at
            .is_none_or(|finished_at| finished_at >= job.created_at),
        "not_before",
    )
}

fn hold(holds: bool, rule: &'static str) -> Checked {
    match holds {
        true => Ok(()),
        false => Err(ValidationError::new(rule)),
    }
}
