//! miniserde. It derives structs with named fields and enums of words, no more: ids are strings, what might be a word or a number has
//! a visitor that somebody wrote by hand, and an integration is an object with a type. A status that it does not know is an error.
//! It cannot leave members out.

use miniserde::de::Visitor;
use miniserde::ser::Fragment;
use miniserde::{Deserialize, Error, Result, Serialize, make_place};

make_place!(Place);

/// A page of jobs.
#[derive(Debug, Serialize, Deserialize)]
pub struct JobPage {
    pub object: String,
    pub data: Vec<FineTuningJob>,
    pub has_more: bool,
}

/// A fine-tuning job.
#[derive(Debug, Serialize, Deserialize)]
pub struct FineTuningJob {
    pub object: String,
    pub id: String,
    pub created_at: u64,
    pub status: FineTuningJobStatus,
    pub error: Option<FineTuningJobError>,
    pub fine_tuned_model: Option<String>,
    pub finished_at: Option<u64>,
    pub estimated_finish: Option<u64>,
    pub trained_tokens: Option<u64>,
    pub hyperparameters: Option<Hyperparameters>,
    pub model: String,
    pub organization_id: String,
    pub training_file: String,
    pub validation_file: Option<String>,
    pub result_files: Vec<String>,
    pub integrations: Option<Vec<Integration>>,
    pub seed: i64,
}

/// Where a job stands.
#[derive(Debug, Serialize, Deserialize)]
pub enum FineTuningJobStatus {
    /// `validating_files`.
    #[serde(rename = "validating_files")]
    ValidatingFiles,
    /// `queued`.
    #[serde(rename = "queued")]
    Queued,
    /// `running`.
    #[serde(rename = "running")]
    Running,
    /// `paused`.
    #[serde(rename = "paused")]
    Paused,
    /// `succeeded`.
    #[serde(rename = "succeeded")]
    Succeeded,
    /// `failed`.
    #[serde(rename = "failed")]
    Failed,
    /// `cancelled`.
    #[serde(rename = "cancelled")]
    Cancelled,
}

/// Why a job failed.
#[derive(Debug, Serialize, Deserialize)]
pub struct FineTuningJobError {
    pub code: String,
    pub message: String,
    pub param: Option<String>,
}

/// How a model is trained.
#[derive(Debug, Serialize, Deserialize)]
pub struct Hyperparameters {
    pub n_epochs: Option<Auto<u32>>,
    pub batch_size: Option<Auto<u32>>,
    pub learning_rate_multiplier: Option<Auto<f64>>,
}

/// Where metrics are sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct Integration {
    #[serde(rename = "type")]
    pub kind: String,
    pub wandb: Option<Wandb>,
}

/// The settings of Weights and Biases.
#[derive(Debug, Serialize, Deserialize)]
pub struct Wandb {
    pub project: String,
    pub name: Option<String>,
    pub entity: Option<String>,
    pub tags: Vec<String>,
}

/// A value, or `"auto"`.
#[derive(Debug)]
pub enum Auto<T> {
    /// A value.
    Value(T),
    /// The server decides.
    Auto,
}

impl Deserialize for Auto<u32> {
    fn begin(out: &mut Option<Self>) -> &mut dyn Visitor {
        Place::new(out)
    }
}

impl Visitor for Place<Auto<u32>> {
    fn string(&mut self, word: &str) -> Result<()> {
        self.out = auto(word)?;
        Ok(())
    }

    fn nonnegative(&mut self, number: u64) -> Result<()> {
        self.out = Some(Auto::Value(number.try_into().map_err(|_| Error)?));
        Ok(())
    }
}

impl Deserialize for Auto<f64> {
    fn begin(out: &mut Option<Self>) -> &mut dyn Visitor {
        Place::new(out)
    }
}

impl Visitor for Place<Auto<f64>> {
    fn string(&mut self, word: &str) -> Result<()> {
        self.out = auto(word)?;
        Ok(())
    }

    fn nonnegative(&mut self, number: u64) -> Result<()> {
        self.float(number as f64)
    }

    fn negative(&mut self, number: i64) -> Result<()> {
        self.float(number as f64)
    }

    fn float(&mut self, number: f64) -> Result<()> {
        self.out = Some(Auto::Value(number));
        Ok(())
    }
}

fn auto<T>(word: &str) -> Result<Option<Auto<T>>> {
    match word {
        "auto" => Ok(Some(Auto::Auto)),
        _ => Err(Error),
    }
}

impl<T: Serialize> Serialize for Auto<T> {
    fn begin(&self) -> Fragment<'_> {
        match self {
            Auto::Value(value) => value.begin(),
            Auto::Auto => Fragment::Str("auto".into()),
        }
    }
}
