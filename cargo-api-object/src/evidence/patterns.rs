//! The patterns of a document, each compiled when a string is first held against it.
//!
//! A document is untrusted, and a short pattern may take megabytes and a while to compile. So of all patterns only so many are looked
//! at; of the others samples show nothing, and their rules stay.

use std::cell::RefCell;
use std::collections::HashMap;

use regex::{Regex, RegexBuilder};

/// How much a small pattern takes at most, in bytes, when it is compiled.
const SMALL: usize = 1 << 18;
/// How many small patterns are compiled, and how many others.
const SMALL_ONES: usize = 1_000;
const LARGE_ONES: usize = 32;

/// Patterns by their text.
#[derive(Debug, Default)]
pub(super) struct Patterns(RefCell<Compiled>);

#[derive(Debug, Default)]
struct Compiled {
    /// Nothing where it is none that the declarations could have, or there were too many.
    known: HashMap<String, Option<Regex>>,
    small: usize,
    large: usize,
}

impl Patterns {
    /// Whether a pattern matches somewhere in a string. One that is not asked is broken by none.
    pub(super) fn holds(&self, pattern: &str, text: &str) -> bool {
        let mut compiled = self.0.borrow_mut();
        if !compiled.known.contains_key(pattern) {
            let regex = compiled.compile(pattern);
            compiled.known.insert(pattern.to_owned(), regex);
        }
        let regex = compiled.known.get(pattern).and_then(Option::as_ref);
        regex.is_none_or(|regex| regex.is_match(text))
    }
}

impl Compiled {
    fn compile(&mut self, pattern: &str) -> Option<Regex> {
        if self.small == SMALL_ONES {
            return None;
        }
        match RegexBuilder::new(pattern).size_limit(SMALL).build() {
            Ok(regex) => {
                self.small += 1;
                Some(regex)
            }
            Err(regex::Error::CompiledTooBig(_)) if self.large < LARGE_ONES => {
                self.large += 1;
                Regex::new(pattern).ok()
            }
            Err(_) => None,
        }
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
            (r"^\w{1,100}$", "a b", false),
        ] {
            assert_eq!(patterns.holds(pattern, text), holds, "{pattern} {text}");
        }
        let compiled = patterns.0.borrow();
        assert_eq!((compiled.small, compiled.large), (2, 1));
    }

    #[test]
    fn of_so_many_patterns_samples_show_nothing() {
        let patterns = Patterns::default();
        let breaks = |pattern: String| !patterns.holds(&pattern, "none");
        let large = (0..LARGE_ONES + 8).map(|number| format!(r"^\w{{1,50}}{number}$"));
        assert_eq!(
            large.filter(|large| breaks(large.clone())).count(),
            LARGE_ONES
        );
        let small = (0..SMALL_ONES + 8).map(|number| format!("^{number}$"));
        assert_eq!(
            small.filter(|small| breaks(small.clone())).count(),
            SMALL_ONES
        );
    }
}
