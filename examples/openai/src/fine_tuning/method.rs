//! Methods of training.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

use super::{DpoHyperparameters, Grader, Hyperparameters, ReinforcementHyperparameters};

/// How a model is trained. Settings that are left out are the server's to choose.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum Method {
    /// On examples of what to answer.
    Supervised(Option<Supervised>, Extra),
    /// On pairs of a better and a worse answer.
    Dpo(Option<Dpo>, Extra),
    /// On marks that a grader gives.
    Reinforcement(Option<Box<Reinforcement>>, Extra),
    /// In a way that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
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
