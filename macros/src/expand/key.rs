//! The key of a member, as the reader meets it between two values: `,"name":`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The length of the longest token that is written out, and the room that each of them takes.
const ROOM: usize = 32;

// Expands to:
// __rt::Key::new(6, b",\"id\":\0\0…")
/// An empty name has no token, nor has one that is too long or would be written with escapes.
pub(super) fn expand(name: &str) -> TokenStream {
    let token = format!(",\"{name}\":");
    if name.is_empty() || token.len() > ROOM || !is_plain(name) {
        return quote!(__rt::Key::LONG);
    }
    let len = Literal::usize_unsuffixed(token.len());
    let mut padded = token.into_bytes();
    padded.resize(ROOM, 0);
    let padded = Literal::byte_string(&padded);
    quote!(__rt::Key::new(#len, #padded))
}

/// Whether a text stands in a JSON string as it is.
pub(super) fn is_plain(text: &str) -> bool {
    let is_escaped = |byte| byte < b' ' || byte == b'"' || byte == b'\\';
    !text.bytes().any(is_escaped)
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn a_token_is_padded_to_the_room() {
        let zeros = r"\0".repeat(26);
        let expected = format!(r#"__rt :: Key :: new (6 , b",\"id\":{zeros}")"#);
        assert_eq!(expand("id").to_string(), expected);
    }

    #[test]
    fn names_without_a_token_are_looked_up() {
        let longest = "a".repeat(28);
        assert!(expand(&longest).to_string().contains(&longest));
        for name in ["", &"a".repeat(29), "a\"b", "a\\b", "a\nb"] {
            assert_eq!(expand(name).to_string(), "__rt :: Key :: LONG", "{name}");
        }
    }
}
