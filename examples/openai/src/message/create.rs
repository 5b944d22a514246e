//! Asking for a message, and for a change of one.

use api_object::{ApiObject, Extra, Nullable, UnknownObject};

use super::{Attachment, ImageFile, ImageUrl, Role};
use crate::Metadata;

/// Asks for a message.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct CreateMessage {
    /// Who wrote it.
    pub role: Role,
    /// What it says.
    pub content: MessageContent,
    /// Files that come with it.
    #[api(optional(nullable))]
    pub attachments: Option<Vec<Attachment>>,
    /// What to attach.
    #[api(optional(nullable), len(..=16))]
    pub metadata: Option<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// What a message is to say: words, or pieces.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum MessageContent {
    /// Words.
    Text(String),
    /// Pieces.
    Pieces(Vec<SentContent>),
}

/// A piece of what a message is to say. Its words are a string, where those of a message that is there are an object.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum SentContent {
    /// Words.
    Text(String, Extra),
    /// An image that is a file.
    ImageFile(ImageFile, Extra),
    /// An image that is elsewhere.
    ImageUrl(ImageUrl, Extra),
    /// A piece that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Asks for a change of a message.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct UpdateMessage {
    /// What to attach. Null takes all away.
    #[api(len(..=16))]
    pub metadata: Nullable<Metadata>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}
