//! Asking for an assistant, and for a change of one.

use api_object::{ApiObject, Auto, Extra, Nullable};

use crate::Metadata;
use crate::ids::ModelId;
use crate::response_format::ResponseFormat;
use crate::tools::{Tool, ToolResources};

/// Asks for an assistant.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateAssistant {
    /// The model.
    pub model: ModelId,
    /// Its name.
    #[api(optional(nullable), len(..=256))]
    pub name: Option<String>,
    /// What it is for.
    #[api(optional(nullable), len(..=512))]
    pub description: Option<String>,
    /// What the model is told beforehand.
    #[api(optional(nullable), len(..=256000))]
    pub instructions: Option<String>,
    /// How hard the model thinks, in a word.
    #[api(optional(nullable))]
    pub reasoning_effort: Option<String>,
    /// What the model can use.
    #[api(default, len(..=128))]
    pub tools: Vec<Tool>,
    /// What its tools can see.
    #[api(optional(nullable))]
    pub tool_resources: Option<ToolResources>,
    /// What to attach.
    #[api(optional(nullable), len(..=16))]
    pub metadata: Option<Metadata>,
    /// How much chance there is in the answers.
    #[api(optional(nullable), range(0..=2))]
    pub temperature: Option<f64>,
    /// How much of what is likely is chosen from.
    #[api(optional(nullable), range(0..=1))]
    pub top_p: Option<f64>,
    /// What its answers must look like.
    #[api(optional(nullable))]
    pub response_format: Option<Auto<ResponseFormat>>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for a change of an assistant. What is absent stays as it is, and null takes a value away.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateAssistant {
    /// The model.
    #[api(optional)]
    pub model: Option<ModelId>,
    /// Its name.
    #[api(len(..=256))]
    pub name: Nullable<String>,
    /// What it is for.
    #[api(len(..=512))]
    pub description: Nullable<String>,
    /// What the model is told beforehand.
    #[api(len(..=256000))]
    pub instructions: Nullable<String>,
    /// How hard the model thinks, in a word.
    pub reasoning_effort: Nullable<String>,
    /// What the model can use, in place of what it could.
    #[api(optional, len(..=128))]
    pub tools: Option<Vec<Tool>>,
    /// What its tools can see.
    pub tool_resources: Nullable<ToolResources>,
    /// What to attach.
    #[api(len(..=16))]
    pub metadata: Nullable<Metadata>,
    /// How much chance there is in the answers.
    #[api(range(0..=2))]
    pub temperature: Nullable<f64>,
    /// How much of what is likely is chosen from.
    #[api(range(0..=1))]
    pub top_p: Nullable<f64>,
    /// What its answers must look like.
    pub response_format: Nullable<Auto<ResponseFormat>>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
