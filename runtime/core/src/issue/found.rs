//! How values and alternatives are shown in a message: short, in one line, unmistakable.

use super::OneLine;
use crate::node::View;
use crate::union::{Shown, shown};

/// The greatest number of characters of a value that are shown.
const SHOWN: usize = 64;

/// The greatest number of characters of an error that is told within another.
const TOLD: usize = 500;

/// The greatest number of alternatives that are named one by one.
const NAMED: usize = 12;

/// Shows a value: a scalar as its JSON, anything else in words.
#[cold]
pub(crate) fn found(view: View<'_>) -> String {
    match view {
        View::Null => "null".to_owned(),
        View::Absent => "absent".to_owned(),
        View::Bool(value) => value.to_string(),
        View::Unsigned(value) => value.to_string(),
        View::Signed(value) => value.to_string(),
        View::Float(value) => float(value),
        View::Single(value) => format!("{value:?}"),
        View::Text(text) | View::BorrowedId(_, text) => quoted(text),
        View::Inline(text) | View::Id(_, text) => quoted(text.as_str()),
        View::Quoted(number) => quoted(&found(number.view())),
        View::Word(words, Ok(place)) => quoted(words.words.get(place).map_or("", |w| w.name)),
        View::Word(_, Err(word)) => quoted(word),
        View::Object(_) => "an object".to_owned(),
        View::Union(union) => shown(union, |shown| match shown {
            Shown::Variant(_, node) => found(node.view()),
            Shown::Unknown(_) => "an object".to_owned(),
            // What no variant takes may be a secret that one of them was to hold.
            Shown::Unmatched(value) if union.union_type().holds_secret() => kind(value.as_str()),
            Shown::Unmatched(value) => excerpt(value.as_str()),
        }),
        View::List(list) => format!("a list of {}", count(list.count(), "element", "elements")),
        View::Map(map) => format!("a map of {}", count(map.count(), "entry", "entries")),
        View::Secret(_) => "a secret".to_owned(),
        View::Unreadable(_) => "what cannot be read".to_owned(),
        View::Raw(raw) => excerpt(raw.as_str()),
    }
}

/// What kind of value JSON text is, of which nothing may be shown. What is no JSON is described already.
pub(crate) fn kind(json: &str) -> String {
    const DESCRIBED: [&str; 5] = [
        "a string",
        "an object",
        "an array",
        "a number",
        "true or false",
    ];
    match json.as_bytes().first() {
        Some(b'"') => "a string",
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'-' | b'0'..=b'9') => "a number",
        _ if json == "null" => "null",
        _ if json == "true" || json == "false" => "true or false",
        _ if DESCRIBED.contains(&json) => json,
        _ => "another value",
    }
    .to_owned()
}

/// A number as it is read best: without an exponent where it is short without.
pub(crate) fn float(value: f64) -> String {
    let size = value.abs();
    match size == 0.0 || (1e-6..1e16).contains(&size) {
        true => value.to_string(),
        false => format!("{value:?}"),
    }
}

/// `1 element`, `5 elements`.
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    match n {
        1 => format!("1 {one}"),
        _ => format!("{n} {many}"),
    }
}

/// A string in quotes, shortened.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars().take(SHOWN) {
        push_escaped(&mut out, c);
    }
    if text.chars().nth(SHOWN).is_some() {
        out.push('…');
    }
    out.push('"');
    out
}

fn push_escaped(out: &mut String, c: char) {
    match c {
        '"' | '\\' => out.extend(['\\', c]),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        _ if is_unprintable(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
        _ => out.push(c),
    }
}

/// JSON text in one line, shortened. A line break in JSON text is never part of a string (RFC 8259,
/// section 7), so it is left out together with the indentation that follows.
pub(crate) fn excerpt(json: &str) -> String {
    let mut lines = json.lines().flat_map(|line| line.trim_start().chars());
    let mut out: String = (&mut lines)
        .take(SHOWN)
        .map(|c| if is_unprintable(c) { '\u{fffd}' } else { c })
        .collect();
    if lines.next().is_some() {
        out.push('…');
    }
    out
}

/// The words of an error that is told within another, in one line: each level of unions, say, would else repeat all that is
/// said below it, and a type of serde all that it was given.
pub(crate) fn shortened(words: &str) -> String {
    let mut words = OneLine(words).to_string();
    if let Some((end, _)) = words.char_indices().nth(TOLD) {
        words.truncate(end);
        words.push('…');
    }
    words
}

/// `a`, `a or b`, `a, b or c`; many are counted and not named.
pub(crate) fn alternatives<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> String {
    let last = words.len().saturating_sub(1);
    if last >= NAMED {
        return format!("one of {} words", last + 1);
    }
    let mut out = String::new();
    for (place, word) in words.enumerate() {
        match place {
            0 => {}
            _ if place == last => out.push_str(" or "),
            _ => out.push_str(", "),
        }
        out.push_str(word);
    }
    out
}

/// What breaks a line or steers a terminal: controls, line and paragraph separators, and the marks
/// that turn the direction of text.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_cut_between_characters() {
        assert_eq!(quoted(&"é".repeat(64)), format!("\"{}\"", "é".repeat(64)));
        assert_eq!(quoted(&"é".repeat(65)), format!("\"{}…\"", "é".repeat(64)));
    }

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a\"\\\n\u{7}\u{202e}"), r#""a\"\\\n\u0007\u202e""#);
    }

    #[test]
    fn json_is_shown_in_one_line() {
        assert_eq!(
            excerpt("{\n  \"a\":  1,\r\n  \"b\": 2\n}"),
            "{\"a\":  1,\"b\": 2}"
        );
        assert_eq!(excerpt(&"1".repeat(80)), format!("{}…", "1".repeat(64)));
    }

    #[test]
    fn numbers_are_shown_as_people_write_them() {
        assert_eq!(float(0.5), "0.5");
        assert_eq!(float(60.0), "60");
        assert_eq!(float(1e300), "1e300");
        assert_eq!(float(0.0), "0");
        assert_eq!(found(View::Single(0.1)), "0.1");
    }

    #[test]
    fn what_is_hidden_twice_is_still_told_by_its_kind() {
        for json in ["\"a\"", "{}", "[1]", "-1", "true", "null"] {
            assert_eq!(kind(&kind(json)), kind(json), "{json}");
        }
        assert_eq!(kind("what nobody knows"), "another value");
    }

    #[test]
    fn alternatives_read_as_a_sentence() {
        assert_eq!(alternatives(["a"].into_iter()), "a");
        assert_eq!(alternatives(["a", "b", "c"].into_iter()), "a, b or c");
        assert_eq!(alternatives(["a"; 13].into_iter()), "one of 13 words");
        assert_eq!(alternatives([].into_iter()), "");
    }
}
