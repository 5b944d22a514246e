//! What a model's answer must look like.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

/// What a model's answer must look like.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
pub enum ResponseFormat {
    /// Text.
    Text(Extra),
    /// Any JSON object.
    JsonObject(Extra),
    /// A JSON value of a schema.
    JsonSchema(JsonSchema, Extra),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A schema that an answer must follow.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct JsonSchema {
    /// What the answer is for.
    #[api(optional)]
    description: Option<String>,
    /// Names the schema.
    #[api(len(1..=64))]
    name: String,
    /// The schema, as it was written: JSON Schema is a language of its own.
    #[api(optional)]
    schema: Option<RawJson>,
    /// Whether the answer must follow it to the letter.
    #[api(optional(nullable))]
    strict: Option<bool>,
    #[api(extra)]
    extra: Extra,
}
