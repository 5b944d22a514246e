//! How a model is trained, in numbers.

use api_object::{ApiObject, Auto, Extra, UnknownValue};

/// How a model learns from examples.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Hyperparameters {
    /// Examples that are learned from at once.
    #[api(optional, range(1..=256))]
    batch_size: Option<Auto<u32>>,
    /// How fast to learn, against the base model's own rate.
    #[api(optional, range(0.0 <..))]
    learning_rate_multiplier: Option<Auto<f64>>,
    /// Passes over the training file.
    #[api(optional, range(1..=50))]
    n_epochs: Option<Auto<u32>>,
    #[api(extra)]
    extra: Extra,
}

/// How a model learns from preferences.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct DpoHyperparameters {
    /// How far the new model may go away from the base model.
    #[api(optional, range(0.0 <..= 2))]
    beta: Option<Auto<f64>>,
    /// Examples that are learned from at once.
    #[api(optional, range(1..=256))]
    batch_size: Option<Auto<u32>>,
    /// How fast to learn, against the base model's own rate.
    #[api(optional, range(0.0 <..))]
    learning_rate_multiplier: Option<Auto<f64>>,
    /// Passes over the training file.
    #[api(optional, range(1..=50))]
    n_epochs: Option<Auto<u32>>,
    #[api(extra)]
    extra: Extra,
}

/// How a model learns from marks.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ReinforcementHyperparameters {
    /// Examples that are learned from at once.
    #[api(optional, range(1..=256))]
    batch_size: Option<Auto<u32>>,
    /// How fast to learn, against the base model's own rate.
    #[api(optional, range(0.0 <..))]
    learning_rate_multiplier: Option<Auto<f64>>,
    /// Passes over the training file.
    #[api(optional, range(1..=50))]
    n_epochs: Option<Auto<u32>>,
    /// How hard the model thinks while it is trained.
    #[api(optional)]
    reasoning_effort: Option<GraderEffort>,
    /// How much to compute, against what is usual.
    #[api(optional, range(0.00001 <..= 10))]
    compute_multiplier: Option<Auto<f64>>,
    /// Steps between two evaluations.
    #[api(optional, range(1..))]
    eval_interval: Option<Auto<u32>>,
    /// Samples of an evaluation.
    #[api(optional, range(1..))]
    eval_samples: Option<Auto<u32>>,
    #[api(extra)]
    extra: Extra,
}

/// How hard a model thinks while it is trained.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum GraderEffort {
    /// As it usually does.
    Default,
    /// A little.
    Low,
    /// Somewhat.
    Medium,
    /// Much.
    High,
    /// A word that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}
