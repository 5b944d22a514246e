//! A tag with a former spelling, and a tag under another key.

use api_object::{ApiObject, Extra};

/// A file that was uploaded.
#[derive(Debug, PartialEq, ApiObject)]
#[api(object = "file", former("document", "upload"))]
pub struct File {
    /// How large it is, in bytes.
    bytes: u64,
    #[api(extra)]
    extra: Extra,
}

/// A part of a message.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "output_text"))]
pub struct OutputText {
    /// What it says.
    text: String,
}

/// What a webhook brings, with or without the tag.
#[derive(Debug, PartialEq, ApiObject)]
#[api(object("event", optional))]
pub struct Event {
    /// Names the event.
    id: String,
    #[api(extra)]
    extra: Extra,
}

/// An item of an evaluation.
#[derive(Debug, PartialEq, ApiObject)]
#[api(tag(key = "type", word = "message", optional))]
pub struct Item {
    /// Who speaks.
    role: String,
    #[api(extra)]
    extra: Extra,
}
