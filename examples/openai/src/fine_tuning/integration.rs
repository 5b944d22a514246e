//! Where else a job reports to.

use api_object::{ApiObject, Extra, UnknownObject};

/// Where else a job reports to.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum Integration {
    /// Weights & Biases.
    Wandb(WandbSettings, Extra),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// What to report to Weights & Biases.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct WandbSettings {
    /// The project that the run belongs to.
    project: String,
    /// The run's name.
    #[api(optional(nullable))]
    name: Option<String>,
    /// The team that the run belongs to.
    #[api(optional(nullable))]
    entity: Option<String>,
    /// Words to find the run by.
    #[api(default)]
    tags: Vec<String>,
    #[api(extra)]
    extra: Extra,
}
