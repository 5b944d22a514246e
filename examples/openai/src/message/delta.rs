//! What is new in a message that is being written.

use api_object::{ApiObject, Extra, UnknownObject};

use super::{AnnotationDelta, ImageDetail, Role};
use crate::ids::{FileId, MessageId};

/// What is new in a message.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "thread.message.delta")]
pub struct MessageDelta {
    /// Names the message.
    id: MessageId,
    /// What is new.
    delta: MessageChange,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a message, by member.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct MessageChange {
    /// Who writes it.
    #[api(optional)]
    role: Option<Role>,
    /// What it says.
    #[api(default)]
    content: Vec<ContentDelta>,
    #[api(extra)]
    extra: Extra,
}

/// What is new in a piece of a message.
// Not `keyed`: beside the tag and its value stands `index`, which all variants have.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum ContentDelta {
    /// Words.
    Text(TextContentDelta),
    /// An image that is a file.
    ImageFile(ImageFileContentDelta),
    /// An image that is elsewhere.
    ImageUrl(ImageUrlContentDelta),
    /// What the model says instead of an answer.
    Refusal(RefusalContentDelta),
    /// A piece that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// New words.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct TextContentDelta {
    /// The piece's place in the message.
    index: u64,
    /// The words.
    #[api(optional)]
    text: Option<TextDelta>,
    #[api(extra)]
    extra: Extra,
}

/// New words, and what they refer to.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct TextDelta {
    /// The words, to be put behind those that came before.
    #[api(optional)]
    value: Option<String>,
    /// What they refer to.
    #[api(default)]
    annotations: Vec<AnnotationDelta>,
    #[api(extra)]
    extra: Extra,
}

/// A new image that is a file.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageFileContentDelta {
    /// The piece's place in the message.
    index: u64,
    /// The image.
    #[api(optional)]
    image_file: Option<ImageFileDelta>,
    #[api(extra)]
    extra: Extra,
}

/// A new image that is a file, as far as it is known.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageFileDelta {
    /// The file.
    #[api(optional)]
    file_id: Option<FileId>,
    /// How closely to look at it.
    #[api(optional)]
    detail: Option<ImageDetail>,
    #[api(extra)]
    extra: Extra,
}

/// A new image that is elsewhere.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageUrlContentDelta {
    /// The piece's place in the message.
    index: u64,
    /// The image.
    #[api(optional)]
    image_url: Option<ImageUrlDelta>,
    #[api(extra)]
    extra: Extra,
}

/// A new image that is elsewhere, as far as it is known.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageUrlDelta {
    /// Where.
    #[api(optional)]
    url: Option<String>,
    /// How closely to look at it.
    #[api(optional)]
    detail: Option<ImageDetail>,
    #[api(extra)]
    extra: Extra,
}

/// New words that the model says instead of an answer.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RefusalContentDelta {
    /// The piece's place in the message.
    index: u64,
    /// The words, to be put behind those that came before.
    #[api(optional)]
    refusal: Option<String>,
    #[api(extra)]
    extra: Extra,
}
