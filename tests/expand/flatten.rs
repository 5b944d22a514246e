//! The members of one object among those of another.

use api_object::{ApiObject, Extra};

/// What several objects have.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Common {
    /// When it was made.
    created: u64,
    /// When it was last changed.
    #[api(not_before = created)]
    updated: Option<u64>,
}

/// A file.
#[derive(Debug, PartialEq, ApiObject)]
pub struct File {
    /// What its parts have in common.
    #[api(flatten)]
    common: Common,
    /// Its name.
    #[api(default)]
    name: String,
    #[api(extra)]
    extra: Extra,
}
