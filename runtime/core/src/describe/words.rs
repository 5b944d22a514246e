//! The words of an enum, as its declaration has them.

/// An enum of words: an open one has room for others.
#[derive(Debug)]
pub struct EnumType {
    /// The Rust type's name.
    pub name: &'static str,
    /// The type's doc comment.
    pub docs: &'static str,
    /// The known words, in declaration order.
    pub words: &'static [Word],
    /// What becomes of other words.
    pub others: Others,
}

/// What becomes of words that an enum does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Others {
    /// They are kept, and are drift.
    Kept,
    /// They are kept, and are no drift, since the API promises words that nobody can declare: `unknown(expected)`.
    Expected,
    /// They are refused: `closed`.
    Refused,
}

/// A known word of an open enum.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// The wire name.
    pub name: &'static str,
    /// The variant's doc comment.
    pub docs: &'static str,
    #[doc(hidden)]
    pub terms: WordTerms,
}

/// What a declaration says of a word beyond its name and its docs.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum WordTerms {
    /// Nothing.
    None,
    /// It is a status, and these may follow it directly, in their order: a bit each. Without one it is an end state.
    Next(u64),
    /// More than that.
    Full(&'static FullWordTerms),
}

/// All that a declaration may say of a word.
#[doc(hidden)]
#[derive(Debug)]
pub struct FullWordTerms {
    pub aliases: &'static [&'static str],
    pub next: &'static [u16],
    pub terminal: bool,
}

impl EnumType {
    /// Whether the words are statuses with arrows between them.
    pub const fn has_arrows(&self) -> bool {
        // Among arrows each status has one, or is an end state.
        match self.words {
            [first, ..] => match first.terms {
                WordTerms::None => false,
                WordTerms::Next(_) => true,
                WordTerms::Full(terms) => terms.terminal || !terms.next.is_empty(),
            },
            [] => false,
        }
    }
}

impl Word {
    /// Former spellings, read as this word.
    pub const fn aliases(&self) -> &'static [&'static str] {
        match self.terms {
            WordTerms::Full(terms) => terms.aliases,
            _ => &[],
        }
    }

    /// Whether this is an end state.
    pub const fn is_terminal(&self) -> bool {
        match self.terms {
            WordTerms::None => false,
            WordTerms::Next(next) => next == 0,
            WordTerms::Full(terms) => terms.terminal,
        }
    }

    /// The statuses that may follow this one directly, as places among the words.
    pub fn next(&self) -> Next {
        match self.terms {
            WordTerms::None => Next::default(),
            WordTerms::Next(bits) => Next { bits, list: &[] },
            WordTerms::Full(terms) => Next {
                bits: 0,
                list: terms.next,
            },
        }
    }
}

/// Places among the words: a bit each, and behind these a list.
#[derive(Debug, Clone, Default)]
pub struct Next {
    bits: u64,
    list: &'static [u16],
}

impl Iterator for Next {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.bits != 0 {
            let place = self.bits.trailing_zeros() as usize;
            self.bits &= self.bits - 1;
            return Some(place);
        }
        let (first, rest) = self.list.split_first()?;
        self.list = rest;
        Some(usize::from(*first))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.bits.count_ones() as usize + self.list.len();
        (len, Some(len))
    }
}

impl ExactSizeIterator for Next {}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(next: &'static [u16], terminal: bool) -> Word {
        let terms = FullWordTerms {
            aliases: &["former"],
            next,
            terminal,
        };
        Word::new("status").full(Box::leak(Box::new(terms)))
    }

    #[test]
    fn any_status_tells_whether_there_are_arrows() {
        let has_arrows =
            |words: &[Word]| EnumType::new("Status", "", words.to_vec().leak()).has_arrows();
        let plain = Word::new("status");
        assert!(!has_arrows(&[]) && !has_arrows(&[plain]) && !has_arrows(&[full(&[], false)]));
        for first in [
            plain.before(0),
            plain.before(0b10),
            full(&[], true),
            full(&[1], false),
        ] {
            assert!(has_arrows(&[first]), "{first:?}");
        }
    }
}
