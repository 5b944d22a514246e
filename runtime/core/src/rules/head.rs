//! Most ids are known by one comparison.

/// The first bytes of an id's current prefix as a word, and which of its bits count: most ids are known by one comparison.
///
/// The derive writes it out.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Head(#[doc(hidden)] pub u64, #[doc(hidden)] pub u64);

impl Head {
    /// The head that no text begins with.
    pub const NONE: Head = Head(1, 0);

    /// Whether the text surely begins with this head. Texts shorter than a word are not looked at.
    #[inline]
    pub(crate) fn begins(&self, text: &[u8]) -> bool {
        self.is_of(text.first_chunk().copied())
    }

    /// The same of a text's first eight bytes.
    #[inline(always)]
    pub(crate) fn is_of(&self, word: Option<[u8; 8]>) -> bool {
        word.is_some_and(|word| u64::from_le_bytes(word) & self.1 == self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn a_head_says_yes_only_of_its_prefix() {
        let file = Head(u64::from_le_bytes(*b"file-\0\0\0"), 0xff_ffff_ffff);
        assert!(file.begins(b"file-123"));
        for text in ["", "file-", "file_123", "afile-12", "\0\0\0\0\0\0\0\0"] {
            assert!(!file.begins(text.as_bytes()), "{text}");
        }
        assert!(!Head::NONE.begins(b"\x01\0\0\0\0\0\0\0"));
        assert!(Head(0, 0).begins(b"12345678"), "no prefix is declared");
    }
}
