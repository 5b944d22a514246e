//! What a model's answer must look like.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

/// What a model's answer must look like.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
pub enum ResponseFormat {
    /// Text.
    Text(PlainFormat),
    /// Any JSON object.
    JsonObject(PlainFormat),
    /// A JSON value of a schema.
    JsonSchema(JsonSchemaFormat),
    /// One that these types do not know.
    #[api(unknown)]
    Other(UnknownObject),
}

/// A format without settings.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct PlainFormat {
    #[api(extra)]
    extra: Extra,
}

/// A JSON value of a schema.
// later: a self-keyed union.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct JsonSchemaFormat {
    /// Which schema.
    json_schema: JsonSchema,
    #[api(extra)]
    extra: Extra,
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
    /// The schema.
    #[api(optional)]
    schema: Option<RawJson>,
    /// Whether the answer must follow it to the letter.
    #[api(optional)]
    strict: Option<bool>,
    #[api(extra)]
    extra: Extra,
}
