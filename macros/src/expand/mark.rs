//! The mark of an object's type, by which its `Extra` is told from those of other types.

use proc_macro2::Literal;

/// A mark of sixteen bits, of what the places in a table depend on: the FNV-1a hash, folded. It is never zero, which
/// stands for no mark.
pub(super) fn of(words: &[&str]) -> Literal {
    const PRIME: u32 = 0x0100_0193;
    let mut hash: u32 = 0x811c_9dc5;
    // No text has the byte that ends a word.
    for byte in words.iter().flat_map(|word| word.bytes().chain([0xff])) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(PRIME);
    }
    let folded = (hash >> 16 ^ hash & 0xffff) as u16;
    Literal::u16_unsuffixed(folded.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_words_have_other_marks() {
        let mark = |words: &[&str]| of(words).to_string();
        assert_eq!(mark(&["Job", "id"]), mark(&["Job", "id"]));
        let marks = [
            mark(&["Job", "id"]),
            mark(&["Job", "di"]),
            mark(&["Jobi", "d"]),
            mark(&["Job", "id", ""]),
            mark(&[]),
        ];
        let mut distinct = marks.to_vec();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), marks.len());
        assert!(!marks.contains(&"0".to_owned()));
    }
}
