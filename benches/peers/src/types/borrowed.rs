//! Serde derive over borrowed text: `&str`, which refuses escapes, and `Cow<str>` where people write. Serde borrows a `Cow` only where it is
//! the field itself and not in an `Option` or a `Vec`, so these have `&str`, too. Nothing of it outlives the response.

use std::borrow::Cow;

use benches::peers::untagged::FineTuningJobStatus;
use serde::{Deserialize, Serialize};

/// A page of jobs.
#[derive(Debug, Serialize, Deserialize)]
pub struct JobPage<'a, H> {
    pub object: &'a str,
    #[serde(borrow)]
    pub data: Vec<FineTuningJob<'a, H>>,
    pub has_more: bool,
}

/// A fine-tuning job; `H` is how a model is trained.
#[derive(Debug, Serialize, Deserialize)]
pub struct FineTuningJob<'a, H> {
    pub object: &'a str,
    pub id: &'a str,
    pub created_at: u64,
    pub status: FineTuningJobStatus,
    #[serde(borrow)]
    pub error: Option<FineTuningJobError<'a>>,
    #[serde(borrow)]
    pub fine_tuned_model: Option<&'a str>,
    pub finished_at: Option<u64>,
    pub estimated_finish: Option<u64>,
    pub trained_tokens: Option<u64>,
    pub hyperparameters: Option<H>,
    pub model: &'a str,
    pub organization_id: &'a str,
    pub training_file: &'a str,
    #[serde(borrow)]
    pub validation_file: Option<&'a str>,
    #[serde(borrow)]
    pub result_files: Vec<&'a str>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub integrations: Option<Vec<Integration<'a>>>,
    pub seed: i64,
}

/// Why a job failed.
#[derive(Debug, Serialize, Deserialize)]
pub struct FineTuningJobError<'a> {
    pub code: &'a str,
    #[serde(borrow)]
    pub message: Cow<'a, str>,
    #[serde(borrow)]
    pub param: Option<&'a str>,
}

/// Where metrics are sent.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Integration<'a> {
    /// Weights and Biases.
    #[serde(borrow)]
    Wandb(WandbIntegration<'a>),
    /// A kind that this version does not know; its payload is lost.
    #[serde(other)]
    Unknown,
}

/// Weights and Biases.
#[derive(Debug, Serialize, Deserialize)]
pub struct WandbIntegration<'a> {
    #[serde(borrow)]
    pub wandb: Wandb<'a>,
}

/// The settings of Weights and Biases.
#[derive(Debug, Serialize, Deserialize)]
pub struct Wandb<'a> {
    #[serde(borrow)]
    pub project: Cow<'a, str>,
    #[serde(borrow)]
    pub name: Option<&'a str>,
    #[serde(borrow)]
    pub entity: Option<&'a str>,
    #[serde(borrow)]
    pub tags: Vec<&'a str>,
}
