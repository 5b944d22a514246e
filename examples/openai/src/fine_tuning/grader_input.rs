//! What the model of a grader is asked.

use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};

use crate::ids::FileId;
use crate::message::ImageDetail;

/// A message to the model of a grader.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "message", optional))]
pub struct GraderMessage {
    /// In whose name it speaks.
    role: GraderRole,
    /// What it says, with places that are filled in from the sample.
    content: GraderContent,
    #[api(extra)]
    extra: Extra,
}

/// In whose name a message to the model of a grader speaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum GraderRole {
    /// The person who asks.
    User,
    /// The model itself.
    Assistant,
    /// Whoever set up the model.
    System,
    /// Whoever wrote the program around the model.
    Developer,
    /// Somebody that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}

/// What a message to the model of a grader says: one item, or a list of them.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum GraderContent {
    /// One.
    One(GraderItem),
    /// Several.
    Several(Vec<GraderItem>),
}

/// What a message to the model of a grader says: words, or a piece that tells what it is.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
pub enum GraderItem {
    /// Words.
    Text(String),
    /// A piece.
    Piece(GraderPiece),
}

/// A piece of a message to the model of a grader.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum GraderPiece {
    /// Words that somebody wrote to the model.
    InputText(GraderText),
    /// Words that the model wrote.
    OutputText(GraderText),
    /// An image to look at.
    InputImage(GraderImage),
    /// Something to listen to.
    InputAudio(GraderAudio),
    /// A piece that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// Words.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct GraderText {
    /// The words.
    text: String,
    #[api(extra)]
    extra: Extra,
}

/// An image to look at.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct GraderImage {
    /// Where it is.
    image_url: String,
    /// The file that it is; the document does not have it, and a sample has null.
    #[api(optional(nullable))]
    file_id: Option<FileId>,
    /// How closely to look at it.
    #[api(optional)]
    detail: Option<ImageDetail>,
    #[api(extra)]
    extra: Extra,
}

/// Something to listen to.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct GraderAudio {
    /// The sound.
    input_audio: GraderSound,
    #[api(extra)]
    extra: Extra,
}

/// A sound, as bytes.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct GraderSound {
    /// The bytes, as Base64, or a place that is filled in from the sample.
    data: String,
    /// How they are to be read.
    format: SoundFormat,
    #[api(extra)]
    extra: Extra,
}

/// How the bytes of a sound are to be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
pub enum SoundFormat {
    /// MP3.
    Mp3,
    /// WAV.
    Wav,
    /// In a way that these types do not know.
    #[api(unknown)]
    Other(UnknownValue),
}
