//! Where else a job reports to.

use api_object::{ApiObject, Extra, UnknownObject};

/// Where else a job reports to.
// later: a self-keyed union.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Integration {
    /// Weights & Biases.
    Wandb(WandbIntegration),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A report to Weights & Biases.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct WandbIntegration {
    /// What to report.
    wandb: WandbSettings,
    #[api(extra)]
    extra: Extra,
}

/// What to report to Weights & Biases.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct WandbSettings {
    /// The project that the run belongs to.
    project: String,
    /// The run's name.
    #[api(optional)]
    name: Option<String>,
    /// The team that the run belongs to.
    #[api(optional)]
    entity: Option<String>,
    /// Words to find the run by.
    #[api(default)]
    tags: Vec<String>,
    #[api(extra)]
    extra: Extra,
}
