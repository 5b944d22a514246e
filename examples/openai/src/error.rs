//! What the API answers where it cannot do what was asked.

use api_object::{ApiObject, Extra};

/// The body of a response that is an error.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct ErrorResponse {
    /// What went wrong.
    error: Error,
    #[api(extra)]
    extra: Extra,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Error {
    /// The error, for programs.
    code: Option<String>,
    /// The error, for people.
    message: String,
    /// The parameter that was wrong, if it was one.
    param: Option<String>,
    /// What sort of error it is.
    r#type: String,
    #[api(extra)]
    extra: Extra,
}
