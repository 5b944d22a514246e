//! Ids: strings that name an object, each kind of object with a type of its own.

use crate::describe::IdType;
use crate::node::{Misfit, Node, Scalar, Taken};
use crate::text::Str;

/// A string newtype: what the derive says of it.
pub trait Id: Node + Sized {
    /// What its values begin with.
    const ID: &'static IdType;

    /// The id with this text.
    fn from_text(text: Str) -> Self;

    /// The id's text.
    fn text(&self) -> &Str;
}

/// Takes a string into an id.
///
/// # Errors
///
/// [`Misfit`] where the scalar is not a string.
pub fn accept<I: Id>(id: &mut I, scalar: Scalar<'_, '_>) -> Result<Taken, Misfit> {
    let (Scalar::Borrowed(text) | Scalar::Transient(text)) = scalar else {
        return Err(Misfit::plain());
    };
    *id = I::from_text(Str::from(text));
    Ok(Taken::Exactly)
}

impl IdType {
    /// Whether a text begins with one of the prefixes; true where none is declared.
    pub fn knows(&self, text: &[u8]) -> bool {
        let begins = |prefix: &&str| text.starts_with(prefix.as_bytes());
        self.prefixes.is_empty() || self.prefixes.iter().any(begins)
    }
}
