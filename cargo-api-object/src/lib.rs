//! Declarations of `api-object` from OpenAPI documents.

pub mod document;
