//! The patterns of a document, each compiled when a string is first held against it.

use std::cell::RefCell;
use std::collections::HashMap;

use regex::Regex;

/// How many are kept: one may take megabytes.
const MOST: usize = 64;

/// Patterns by their text; nothing where it is none that the declarations could have.
#[derive(Debug, Default)]
pub(super) struct Patterns(RefCell<HashMap<String, Option<Regex>>>);

impl Patterns {
    /// Whether a pattern matches somewhere in a string. One that is not asked is broken by none.
    pub(super) fn holds(&self, pattern: &str, text: &str) -> bool {
        let mut known = self.0.borrow_mut();
        if known.len() >= MOST && !known.contains_key(pattern) {
            known.clear();
        }
        let regex = known
            .entry(pattern.to_owned())
            .or_insert_with(|| Regex::new(pattern).ok());
        regex.as_ref().is_none_or(|regex| regex.is_match(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_matches_anywhere_and_one_that_is_none_is_not_asked() {
        let patterns = Patterns::default();
        for (pattern, text, holds) in [
            ("b+", "abc", true),
            ("^b+", "abc", false),
            ("(?=b)", "abc", true),
            ("^b+", "b", true),
        ] {
            assert_eq!(patterns.holds(pattern, text), holds, "{pattern} {text}");
        }
    }

    #[test]
    fn few_are_kept() {
        let patterns = Patterns::default();
        for number in 0..1000 {
            let pattern = format!("^{number}$");
            assert!(patterns.holds(&pattern, &number.to_string()));
            assert!(!patterns.holds(&pattern, "none"));
        }
        assert!(patterns.0.borrow().len() <= MOST);
    }
}
