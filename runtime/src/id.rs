//! Ids: strings that name an object, each kind of object with a type of its own.

use crate::describe::IdType;
use crate::node::Node;
use crate::text::Str;

/// A string newtype: what the derive says of it.
pub trait Id: Node + Sized {
    /// What its values begin with.
    const ID: &'static IdType;

    /// The id with this text.
    fn from_text(text: Str) -> Self;

    /// The id's text.
    fn text(&self) -> &Str;

    /// The id's text, to read another into it.
    fn text_mut(&mut self) -> &mut Str;
}

impl IdType {
    /// Whether a text begins with one of the prefixes; true where none is declared.
    pub fn knows(&self, text: &[u8]) -> bool {
        let begins = |prefix: &&str| text.starts_with(prefix.as_bytes());
        self.prefixes.is_empty() || self.prefixes.iter().any(begins)
    }
}
