//! nanoserde. It derives structs and enums, and no tag among the members of an object: an integration is an object with a type, and
//! what might be a word or a number is read by hand. A status that it does not know is an error. Where one `None` of an object is
//! written as null, all are.

use std::str::Chars;

use nanoserde::{DeJson, DeJsonErr, DeJsonState, DeJsonTok, SerJson, SerJsonState};

/// A page of jobs.
#[derive(Debug, DeJson, SerJson)]
pub struct JobPage {
    pub object: String,
    pub data: Vec<FineTuningJob>,
    pub has_more: bool,
}

/// A fine-tuning job.
#[derive(Debug, DeJson, SerJson)]
#[nserde(serialize_none_as_null)]
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
#[derive(Debug, DeJson, SerJson)]
pub enum FineTuningJobStatus {
    /// `validating_files`.
    #[nserde(rename = "validating_files")]
    ValidatingFiles,
    /// `queued`.
    #[nserde(rename = "queued")]
    Queued,
    /// `running`.
    #[nserde(rename = "running")]
    Running,
    /// `paused`.
    #[nserde(rename = "paused")]
    Paused,
    /// `succeeded`.
    #[nserde(rename = "succeeded")]
    Succeeded,
    /// `failed`.
    #[nserde(rename = "failed")]
    Failed,
    /// `cancelled`.
    #[nserde(rename = "cancelled")]
    Cancelled,
}

/// Why a job failed.
#[derive(Debug, DeJson, SerJson)]
#[nserde(serialize_none_as_null)]
pub struct FineTuningJobError {
    pub code: String,
    pub message: String,
    pub param: Option<String>,
}

/// How a model is trained.
#[derive(Debug, DeJson, SerJson)]
#[nserde(serialize_none_as_null)]
pub struct Hyperparameters {
    pub n_epochs: Option<Auto<u32>>,
    pub batch_size: Option<Auto<u32>>,
    pub learning_rate_multiplier: Option<Auto<f64>>,
}

/// Where metrics are sent.
#[derive(Debug, DeJson, SerJson)]
pub struct Integration {
    #[nserde(rename = "type")]
    pub kind: String,
    pub wandb: Option<Wandb>,
}

/// The settings of Weights and Biases.
#[derive(Debug, DeJson, SerJson)]
#[nserde(serialize_none_as_null)]
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

impl<T: DeJson> DeJson for Auto<T> {
    fn de_json(state: &mut DeJsonState, input: &mut Chars<'_>) -> Result<Self, DeJsonErr> {
        if state.tok != DeJsonTok::Str {
            return T::de_json(state, input).map(Auto::Value);
        }
        if state.strbuf != "auto" {
            return Err(state.err_enum(&state.strbuf));
        }
        state.next_tok(input)?;
        Ok(Auto::Auto)
    }
}

impl<T: SerJson> SerJson for Auto<T> {
    fn ser_json(&self, depth: usize, state: &mut SerJsonState) {
        match self {
            Auto::Value(value) => value.ser_json(depth, state),
            Auto::Auto => state.out.push_str("\"auto\""),
        }
    }
}
