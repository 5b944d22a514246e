//! Threads: conversations with an assistant.

mod create;

use api_object::{ApiObject, Extra, UnixSeconds};

use crate::Metadata;
use crate::ids::ThreadId;
use crate::tools::ToolResources;

pub use create::{CreateThread, UpdateThread};

/// A conversation, to which messages belong.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thread")]
pub struct Thread {
    /// Names the thread.
    #[api(immutable)]
    id: ThreadId,
    /// When it was begun.
    #[api(immutable)]
    created_at: UnixSeconds,
    /// What the tools can see.
    #[api(optional(nullable))]
    tool_resources: Option<ToolResources>,
    /// What its owner attached.
    #[api(len(..=16), each(len(..=512)))]
    metadata: Option<Metadata>,
    #[api(extra)]
    extra: Extra,
}
