//! Asking for a message, and for a change of one.

use api_object::{ApiObject, Extra, RawJson};

use super::{Attachment, Role};
use crate::Metadata;

/// Asks for a message.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateMessage {
    /// Who wrote it.
    pub role: Role,
    /// What it says.
    // later: a string, or a list of pieces.
    pub content: RawJson,
    /// Files that come with it.
    #[api(optional)]
    pub attachments: Option<Vec<Attachment>>,
    /// What to attach.
    #[api(optional, len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// Asks for a change of a message.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateMessage {
    /// What to attach.
    // later: `Nullable`, since null takes all away and absence leaves it.
    #[api(optional, len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
