//! Whether prose names a default already.

/// Words that may stand between a default and the word `default`.
const BETWEEN: &[&str] = &[
    "is", "to", "value", "of", "the", "a", "are", "will", "be", "=",
];

/// Whether a text says what the default is: `Defaults to 20`, `auto (the default)`.
pub(super) fn says(docs: &str, default: &str) -> bool {
    let plain = bare(default);
    let words: Vec<&str> = docs.split_whitespace().map(bare).collect();
    let is_default = |word: &str| {
        ["default", "defaults"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
    };
    let mut places = (0..words.len()).filter(|at| is_default(words[*at]));
    !plain.is_empty()
        && places.any(|at| {
            let (before, behind) = (&words[..at], &words[at + 1..]);
            nearest(behind.iter()) == Some(plain) || nearest(before.iter().rev()) == Some(plain)
        })
}

/// The first word that says something.
fn nearest<'w>(mut words: impl Iterator<Item = &'w &'w str>) -> Option<&'w str> {
    words.find(|word| !BETWEEN.contains(*word)).copied()
}

/// A word without what quotes it, and what ends a sentence.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| "`\"'*()[]{},.;:".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_may_name_the_default() {
        for (docs, default) in [
            ("Whether it is shown. Defaults to `false`.", "false"),
            ("The default is 20.", "20"),
            ("One of `a`, or `auto` (default value).", "\"auto\""),
            ("Default: \"b\", else none", "\"b\""),
            ("`1024x1024` is the default size.", "\"1024x1024\""),
            ("The default value is `gpt-4.1`.", "\"gpt-4.1\""),
            ("If none is given, the default of `[]` holds.", "[]"),
        ] {
            let is_named = !bare(default).is_empty();
            assert_eq!(says(docs, default), is_named, "{docs}");
        }
        for (docs, default) in [
            ("Whether it is shown.", "false"),
            ("`opaque`, or `auto` (the default).", "\"opaque\""),
            (
                "Defaults to `low` for some, and else to `high`.",
                "\"high\"",
            ),
            ("Its default is 10.", "1"),
            ("", "1"),
        ] {
            assert!(!says(docs, default), "{docs}");
        }
    }
}
