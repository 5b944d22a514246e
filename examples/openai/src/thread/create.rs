//! Asking for a thread, and for a change of one.

use api_object::{ApiObject, Extra, Nullable};

use crate::Metadata;
use crate::message::CreateMessage;
use crate::tools::ToolResources;

/// Asks for a thread.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateThread {
    /// Messages to begin with.
    #[api(default)]
    pub messages: Vec<CreateMessage>,
    /// What the tools can see, also stores that are made with the thread.
    #[api(optional(nullable))]
    pub tool_resources: Option<ToolResources>,
    /// What to attach.
    #[api(optional(nullable), len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for a change of a thread.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateThread {
    /// What the tools can see. Null takes all out of their sight.
    pub tool_resources: Nullable<ToolResources>,
    /// What to attach. Null takes all away.
    #[api(len(..=16))]
    pub metadata: Nullable<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
