//! Serde derive, and `"auto"` or a number by a visitor that somebody wrote by hand.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::untagged::{
    FileId, FineTuningJobError, FineTuningJobId, FineTuningJobStatus, Integration, OrganizationId,
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
#[derive(Debug, Clone, PartialEq)]
pub enum Auto<T> {
    /// A value.
    Value(T),
    /// The server decides.
    Auto,
}

impl<T: Serialize> Serialize for Auto<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Auto::Value(value) => value.serialize(serializer),
            Auto::Auto => serializer.serialize_str("auto"),
        }
    }
}

impl<'de, T: Number> Deserialize<'de> for Auto<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AutoVisitor(PhantomData))
    }
}

/// What [`Auto`] holds here.
pub trait Number: Sized {
    /// From an integer, if it fits.
    fn from_u64(number: u64) -> Option<Self>;
    /// From a double, if it fits.
    fn from_f64(number: f64) -> Option<Self>;
}

impl Number for u32 {
    fn from_u64(number: u64) -> Option<Self> {
        number.try_into().ok()
    }

    fn from_f64(_: f64) -> Option<Self> {
        None
    }
}

impl Number for f64 {
    fn from_u64(number: u64) -> Option<Self> {
        Some(number as f64)
    }

    fn from_f64(number: f64) -> Option<Self> {
        Some(number)
    }
}

struct AutoVisitor<T>(PhantomData<T>);

impl<T: Number> Visitor<'_> for AutoVisitor<T> {
    type Value = Auto<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or \"auto\"")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        let value = T::from_u64(number);
        let misfit = || E::invalid_value(de::Unexpected::Unsigned(number), &self);
        value.map(Auto::Value).ok_or_else(misfit)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        let value = T::from_f64(number);
        let misfit = || E::invalid_value(de::Unexpected::Float(number), &self);
        value.map(Auto::Value).ok_or_else(misfit)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        match text {
            "auto" => Ok(Auto::Auto),
            _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
        }
    }
}
