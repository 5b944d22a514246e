//! Methods of training.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

use super::{DpoHyperparameters, Grader, Hyperparameters, ReinforcementHyperparameters};

/// How a model is trained.
// later: a self-keyed union; the three objects below only wrap what the word names.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Method {
    /// On examples of what to answer.
    Supervised(SupervisedMethod),
    /// On pairs of a better and a worse answer.
    Dpo(DpoMethod),
    /// On marks that a grader gives.
    Reinforcement(Box<ReinforcementMethod>),
    /// In a way that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Training on examples.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct SupervisedMethod {
    /// Its settings.
    #[api(optional)]
    supervised: Option<Supervised>,
    #[api(extra)]
    extra: Extra,
}

/// Training on pairs.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct DpoMethod {
    /// Its settings.
    #[api(optional)]
    dpo: Option<Dpo>,
    #[api(extra)]
    extra: Extra,
}

/// Training on marks.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ReinforcementMethod {
    /// Its settings.
    #[api(optional)]
    reinforcement: Option<Reinforcement>,
    #[api(extra)]
    extra: Extra,
}

/// Settings for training on examples.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Supervised {
    /// In numbers.
    #[api(optional)]
    hyperparameters: Option<Hyperparameters>,
    #[api(extra)]
    extra: Extra,
}

/// Settings for training on pairs.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Dpo {
    /// In numbers.
    #[api(optional)]
    hyperparameters: Option<DpoHyperparameters>,
    #[api(extra)]
    extra: Extra,
}

/// Settings for training on marks.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Reinforcement {
    /// What gives the marks.
    grader: Grader,
    /// In numbers.
    #[api(optional)]
    hyperparameters: Option<ReinforcementHyperparameters>,
    /// What an answer must look like; the samples have only null.
    #[api(optional(nullable))]
    response_format: Option<RawJson>,
    #[api(extra)]
    extra: Extra,
}
