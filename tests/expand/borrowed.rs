//! Fields that borrow from the text.

use std::borrow::Cow;

use api_object::ApiObject;

/// A piece of an answer, as it streams by.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Chunk<'a> {
    /// Which answer it is a piece of.
    id: &'a str,
    /// What was said.
    text: Cow<'a, str>,
    /// Why nothing follows.
    finish_reason: Option<&'a str>,
}

/// Several pieces; the lifetime has the name that serde's own derive keeps for itself.
#[derive(Debug, PartialEq, ApiObject)]
pub struct Chunks<'de, T> {
    chunks: Vec<Chunk<'de>>,
    usage: T,
}
