//! Assistants: models with instructions and tools.

mod create;

use api_object::{ApiObject, Auto, Extra, UnixSeconds};

use crate::Metadata;
use crate::ids::{AssistantId, ModelId};
use crate::response_format::ResponseFormat;
use crate::tools::{Tool, ToolResources};

pub use create::{CreateAssistant, UpdateAssistant};

/// A model that was told what to do, and with which tools.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "assistant")]
pub struct Assistant {
    /// Names the assistant.
    #[api(immutable)]
    id: AssistantId,
    /// When it was made.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// Its name.
    #[api(len(..=256))]
    name: Option<String>,
    /// What it is for.
    #[api(len(..=512))]
    description: Option<String>,
    /// The model.
    model: ModelId,
    /// What the model is told beforehand.
    #[api(len(..=256000))]
    instructions: Option<String>,
    /// What the model can use.
    #[api(len(..=128))]
    tools: Vec<Tool>,
    /// What its tools can see.
    #[api(optional(nullable))]
    tool_resources: Option<ToolResources>,
    /// What its owner attached.
    #[api(len(..=16), each(len(..=512)))]
    metadata: Option<Metadata>,
    /// How much chance there is in the answers.
    #[api(optional(nullable), range(0..=2))]
    temperature: Option<f64>,
    /// How much of what is likely is chosen from.
    #[api(optional(nullable), range(0..=1))]
    top_p: Option<f64>,
    /// What its answers must look like.
    #[api(optional(nullable))]
    response_format: Option<Auto<ResponseFormat>>,
    #[api(extra)]
    extra: Extra,
}
