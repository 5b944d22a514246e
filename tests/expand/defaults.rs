//! Members with a default: the type's own, and expressions.

use api_object::{ApiObject, Extra};

/// How results are listed.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Listing {
    /// Words to search for.
    #[api(default)]
    words: Vec<String>,
    /// How many results make a page.
    #[api(default = 20)]
    limit: u32,
    /// In which order they come.
    #[api(default = "desc".to_owned())]
    order: String,
    #[api(extra)]
    extra: Extra,
}
