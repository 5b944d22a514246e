//! Casings that all names of an object or an enum are in, so that they are said once; and what no casing parts.

use super::letters::plain;
use super::names::snake;

/// What a casing makes of an identifier and of its parts in small letters.
type Apply = fn(&str, &[&str]) -> String;

/// The casings that the derive knows, as it spells them and as it applies them.
const CASINGS: &[(&str, Apply)] = &[
    ("camelCase", |_, parts| camel(parts)),
    ("PascalCase", |_, parts| {
        parts.iter().map(|part| capitalized(part)).collect()
    }),
    ("kebab-case", |_, parts| parts.join("-")),
    ("SCREAMING_SNAKE_CASE", |_, parts| {
        parts.join("_").to_uppercase()
    }),
    ("SCREAMING-KEBAB-CASE", |_, parts| {
        parts.join("-").to_uppercase()
    }),
    ("lowercase", |ident, _| ident.to_lowercase()),
    ("UPPERCASE", |ident, _| ident.to_uppercase()),
];

/// The one casing that makes each name from its identifier, where several are not what they would be anyway.
pub(super) fn common<'n>(names: impl Iterator<Item = (&'n str, &'n str)>) -> Option<&'static str> {
    let names: Vec<(&str, String, &str)> = names
        .map(|(ident, name)| (ident, snake(ident), name))
        .collect();
    if names
        .iter()
        .filter(|(_, snake, name)| snake != name)
        .count()
        < 2
    {
        return None;
    }
    let fits = |apply: Apply| {
        names.iter().all(|(ident, snake, name)| {
            apply(ident, &snake.split('_').collect::<Vec<_>>()) == *name
        })
    };
    CASINGS
        .iter()
        .find(|(_, apply)| fits(*apply))
        .map(|(casing, _)| *casing)
}

fn camel(parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let first = parts
        .next()
        .map(|first| (*first).to_owned())
        .unwrap_or_default();
    parts.fold(first, |name, part| name + &capitalized(part))
}

fn capitalized(part: &str) -> String {
    let mut chars = part.chars();
    match chars.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + chars.as_str(),
        None => String::new(),
    }
}

/// A name in which several of what an abbreviation stands for, as `userIDs` or `URLs`, are no words of their own.
pub(super) fn abbreviations(text: &str, snake: String) -> String {
    let text = plain(text);
    let is_end = |at: usize| !text[at..].starts_with(|c: char| c.is_ascii_lowercase());
    let plurals = text.match_indices('s').filter(|(at, _)| {
        let before = text[..*at].bytes().rev();
        before.take_while(u8::is_ascii_uppercase).count() > 1 && is_end(at + 1)
    });
    plurals.fold(snake, |snake, (at, _)| {
        let last = text[..at].chars().next_back().unwrap_or_default();
        let parted = format!("_{}s", last.to_ascii_lowercase());
        snake.replacen(&parted, &parted[1..], 1)
    })
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn a_casing_is_that_of_all_names() {
        let of = |names: &[(&'static str, &'static str)]| common(names.iter().copied());
        assert_eq!(
            of(&[
                ("created_at", "createdAt"),
                ("id", "id"),
                ("n_tokens", "nTokens")
            ]),
            Some("camelCase")
        );
        assert_eq!(
            of(&[
                ("created_at", "createdAt"),
                ("n_tokens", "n_tokens"),
                ("a_b", "aB")
            ]),
            None
        );
        assert_eq!(
            of(&[("InProgress", "IN_PROGRESS"), ("Done", "DONE")]),
            Some("SCREAMING_SNAKE_CASE")
        );
        assert_eq!(
            of(&[("InProgress", "in-progress"), ("NotYet", "not-yet")]),
            Some("kebab-case")
        );
        assert_eq!(
            of(&[("On", "ON"), ("Off", "OFF")]),
            Some("SCREAMING_SNAKE_CASE")
        );
        // One is renamed by itself.
        assert_eq!(of(&[("created_at", "createdAt"), ("id", "id")]), None);
    }
}
