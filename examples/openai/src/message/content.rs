//! What a message says.

use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};

use super::Annotation;
use crate::ids::FileId;

/// A piece of what a message says.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum Content {
    /// Words.
    Text(Text, Extra),
    /// An image that is a file.
    ImageFile(ImageFile, Extra),
    /// An image that is elsewhere.
    ImageUrl(ImageUrl, Extra),
    /// What the model says instead of an answer.
    Refusal(String, Extra),
    /// A piece that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
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
pub struct ImageFile {
    /// The file.
    pub file_id: FileId,
    /// How closely to look at it.
    #[api(optional)]
    pub detail: Option<ImageDetail>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
}

/// An image that is elsewhere.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ImageUrl {
    /// Where.
    pub url: String,
    /// How closely to look at it.
    #[api(optional)]
    pub detail: Option<ImageDetail>,
    /// Members that these types do not know.
    #[api(extra)]
    pub extra: Extra,
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
