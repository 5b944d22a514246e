//! `pattern("...")`: a regular expression that must match somewhere in the string.
//!
//! The syntax is that of the crate `regex`, not anchored, as in JSON Schema 2020-12 (Validation,
//! section 6.3.3). Matching takes time linear in the string. A pattern is compiled once per process,
//! when it is first asked, and kept under its text.
//!
//! Without the cargo feature `regex` nothing is asked; the derive refuses the attribute then.

use super::Breach;
use crate::node::View;

/// Nothing is asked without the feature `regex`.
#[cfg(not(feature = "regex"))]
pub(super) fn pattern(_view: View<'_>, _pattern: &'static str) -> Result<(), Breach> {
    Ok(())
}

#[cfg(feature = "regex")]
pub(super) use compiled::pattern;

#[cfg(feature = "regex")]
mod compiled {
    use std::collections::HashMap;
    use std::sync::{PoisonError, RwLock};

    use regex::Regex;

    use super::{Breach, View};
    use crate::issue::{Code, quoted};

    /// Whether the pattern matches somewhere in a string.
    pub(in crate::rules) fn pattern(view: View<'_>, pattern: &'static str) -> Result<(), Breach> {
        let Some(text) = view.text() else {
            return Ok(());
        };
        match matches(pattern, text) {
            true => Ok(()),
            false => Err(breach(text, pattern)),
        }
    }

    /// A pattern is `None` where it does not compile, which the derive rules out.
    type Patterns = HashMap<&'static str, Option<Regex>>;

    fn matches(pattern: &'static str, text: &str) -> bool {
        static PATTERNS: RwLock<Option<Patterns>> = RwLock::new(None);
        let known = PATTERNS.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(regex) = known.as_ref().and_then(|known| known.get(pattern)) {
            return regex.as_ref().is_none_or(|regex| regex.is_match(text));
        }
        drop(known);
        let regex = Regex::new(pattern).ok();
        let matched = regex.as_ref().is_none_or(|regex| regex.is_match(text));
        let mut known = PATTERNS.write().unwrap_or_else(PoisonError::into_inner);
        known.get_or_insert_default().insert(pattern, regex);
        matched
    }

    #[cold]
    fn breach(text: &str, pattern: &str) -> Breach {
        let found = quoted(text);
        let expected = format!("a match of {pattern}");
        Breach {
            code: Code::Pattern,
            predicate: format!("is {found}, expected {expected}"),
            expected: Some(expected),
            found: Some(found),
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::text::Str;

        #[test]
        fn a_match_anywhere_will_do() {
            assert_eq!(pattern(View::Text("xaby"), "ab"), Ok(()));
            assert_eq!(pattern(View::Inline(&Str::from("xaby")), "ab"), Ok(()));
            let breach = pattern(View::Text("xaby"), "^ab").unwrap_err();
            assert_eq!(breach.predicate, "is \"xaby\", expected a match of ^ab");
        }

        #[test]
        fn the_second_time_asks_the_kept_pattern() {
            for _ in 0..2 {
                assert_eq!(pattern(View::Text("日本"), "^..$"), Ok(()));
                assert!(pattern(View::Text("日"), "^..$").is_err());
            }
        }

        #[test]
        fn only_strings_are_asked() {
            assert_eq!(pattern(View::Null, "a"), Ok(()));
            assert_eq!(pattern(View::Unsigned(1), "a"), Ok(()));
        }
    }
}
