//! Asking for a thread, and for a change of one.

use api_object::{ApiObject, Extra};

use crate::Metadata;
use crate::message::CreateMessage;
use crate::tools::ToolResources;

/// Asks for a thread.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateThread {
    /// Messages to begin with.
    #[api(default)]
    pub messages: Vec<CreateMessage>,
    /// What the tools can see; here they may also name a store that is made with the thread.
    #[api(optional)]
    pub tool_resources: Option<ToolResources>,
    /// What to attach.
    #[api(optional, len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for a change of a thread.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateThread {
    /// What the tools can see.
    // later: `Nullable`.
    #[api(optional)]
    pub tool_resources: Option<ToolResources>,
    /// What to attach.
    // later: `Nullable`.
    #[api(optional, len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
