//! Strings that a regular expression must match; the derive reads it, where the feature `regex` is on.

use api_object::ApiObject;

/// A thing with a name.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Named {
    /// What it is called.
    #[api(pattern("^[a-z_]+$"))]
    name: String,
    /// What else it is called.
    #[api(note(each(pattern("^\\S+$"))))]
    aliases: Vec<String>,
}
