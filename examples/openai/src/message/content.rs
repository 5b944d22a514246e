//! What a message says.

use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};

use super::Annotation;
use crate::ids::FileId;

/// A piece of what a message says.
// later: a self-keyed union; the four objects below only wrap what the word names.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum Content {
    /// Words.
    Text(TextContent),
    /// An image that is a file.
    ImageFile(ImageFileContent),
    /// An image that is elsewhere.
    ImageUrl(ImageUrlContent),
    /// What the model says instead of an answer.
    Refusal(RefusalContent),
    /// A piece that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Words.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct TextContent {
    /// The words.
    text: Text,
    #[api(extra)]
    extra: Extra,
}

/// Words, and what they refer to.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Text {
    /// The words.
    value: String,
    /// What they refer to.
    #[api(default)]
    annotations: Vec<Annotation>,
    #[api(extra)]
    extra: Extra,
}

/// An image that is a file.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageFileContent {
    /// The image.
    image_file: ImageFile,
    #[api(extra)]
    extra: Extra,
}

/// An image that is a file.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageFile {
    /// The file.
    file_id: FileId,
    /// How closely to look at it.
    #[api(optional)]
    detail: Option<ImageDetail>,
    #[api(extra)]
    extra: Extra,
}

/// An image that is elsewhere.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageUrlContent {
    /// The image.
    image_url: ImageUrl,
    #[api(extra)]
    extra: Extra,
}

/// An image that is elsewhere.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageUrl {
    /// Where.
    url: String,
    /// How closely to look at it.
    #[api(optional)]
    detail: Option<ImageDetail>,
    #[api(extra)]
    extra: Extra,
}

/// How closely a model looks at an image.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum ImageDetail {
    /// As the model likes.
    Auto,
    /// From afar, and cheaply.
    Low,
    /// Closely.
    High,
    /// A word that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// What the model says instead of an answer.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct RefusalContent {
    /// The words.
    refusal: String,
    #[api(extra)]
    extra: Extra,
}
