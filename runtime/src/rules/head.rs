//! Most ids are known by one comparison.

/// The first bytes of an id's current prefix, as a word: most ids are known by one comparison.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head {
    word: u64,
    mask: u64,
}

impl Head {
    /// The head that no text begins with.
    pub(crate) const NONE: Head = Head { word: 1, mask: 0 };

    /// The head of the first prefix; one that no text begins with, where that is longer than a word.
    pub(crate) const fn of(prefixes: &[&str]) -> Self {
        let prefix = match prefixes {
            [] => "",
            [first, ..] => first,
        };
        let bytes = prefix.as_bytes();
        if bytes.len() > 8 {
            return Head::NONE;
        }
        let mut head = Head { word: 0, mask: 0 };
        let mut i = 0;
        while i < bytes.len() {
            head.word |= (bytes[i] as u64) << (8 * i);
            head.mask |= 0xff << (8 * i);
            i += 1;
        }
        head
    }

    /// Whether the text surely begins with this head. Texts shorter than a word are not looked at.
    #[inline]
    pub(crate) fn begins(&self, text: &[u8]) -> bool {
        self.is_of(text.first_chunk().copied())
    }

    /// The same of a text's first eight bytes.
    #[inline(always)]
    pub(crate) fn is_of(&self, word: Option<[u8; 8]>) -> bool {
        word.is_some_and(|word| u64::from_le_bytes(word) & self.mask == self.word)
    }
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn a_head_says_yes_only_of_its_prefix() {
        for prefix in ["", "f", "file-", "ftjob-ab", "ftjob-abc"] {
            let head = Head::of(&[prefix, "other"]);
            for text in [
                "",
                "f",
                "file-12345",
                "ftjob-abcdef",
                "\0\0\0\0\0\0\0\0",
                "\u{1}2345678",
            ] {
                let begins = text.starts_with(prefix);
                assert!(begins || !head.begins(text.as_bytes()), "{prefix} {text}");
            }
        }
        assert!(Head::of(&["file-"]).begins(b"file-123"));
        assert!(Head::of(&[]).begins(b"12345678"), "no prefix is declared");
    }
}
