//! The key of a member, as the reader meets it between two values: `,"name":`.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

/// The length of the longest token that is written out. Behind its room stands its length.
const ROOM: usize = 31;

// Expands to:
// b",\"id\":\0\0…\x06"
/// An empty name has no token, nor has one that is too long or would be written with escapes.
pub(super) fn expand(name: &str) -> TokenStream {
    let token = format!(",\"{name}\":");
    if name.is_empty() || token.len() > ROOM || !is_plain(name) {
        return quote!(__rt::NO_TOKEN);
    }
    // The length is at most that of the room.
    let len = token.len() as u8;
    let mut padded = token.into_bytes();
    padded.resize(ROOM, 0);
    padded.push(len);
    Literal::byte_string(&padded).into_token_stream()
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
        let zeros = r"\0".repeat(25);
        let expected = format!(r#"b",\"id\":{zeros}\x06""#);
        assert_eq!(expand("id").to_string(), expected);
    }

    #[test]
    fn names_without_a_token_are_looked_up() {
        let longest = "a".repeat(27);
        assert!(expand(&longest).to_string().contains(&longest));
        for name in ["", &"a".repeat(28), "a\"b", "a\\b", "a\nb"] {
            assert_eq!(expand(name).to_string(), "__rt :: NO_TOKEN", "{name}");
        }
    }
}
