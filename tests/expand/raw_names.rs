//! Identifiers that Rust keeps for itself.

use api_object::ApiObject;

/// A field of a form.
#[derive(Debug, PartialEq, ApiObject)]
pub struct r#Input {
    /// What may be written into it.
    r#type: String,
    /// Where its text comes from.
    #[api(rename = "default")]
    r#move: Option<String>,
    /// Whether it is checked.
    #[api(status { r#loop => r#break, r#break })]
    r#match: r#Match,
}
