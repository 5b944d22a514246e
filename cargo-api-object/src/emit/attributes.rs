//! What stands in `#[api(...)]`, as text: a printer of tokens knows nothing of how its keys are read.
//!
//! Words of the document stand here in literals alone, and names of fields were cleaned before.

use proc_macro2::{Ident, Literal, Span};

use crate::document::{Number, Value};
use crate::plan::{Field, Hints, Presence, Rule, Status, Tag, UnionStyle, Variant, snake};
use crate::schema::Length;

/// How long a line may be.
const WIDTH: usize = 100;

/// `Debug` by the runtime: what the standard library derives is the dearest of its derives to compile.
pub(super) const DEBUG: &str = "debug";

/// The tag of an object.
pub(super) fn tag(tag: &Tag) -> Vec<String> {
    let (key, word) = (text(&tag.key), text(&tag.word));
    let own = match (tag.key.as_str(), tag.optional) {
        ("object", false) => format!("object = {word}"),
        ("object", true) => format!("object({word}, optional)"),
        (_, false) => format!("tag(key = {key}, word = {word})"),
        (_, true) => format!("tag(key = {key}, word = {word}, optional)"),
    };
    let former: Vec<String> = tag.former.iter().map(|word| text(word)).collect();
    match former.is_empty() {
        true => vec![own],
        false => vec![own, format!("former({})", former.join(", "))],
    }
}

/// A word as it is renamed.
pub(super) fn rename(word: &str) -> String {
    format!("rename = {}", text(word))
}

/// What tells the variants of a union apart.
pub(super) fn style(style: &UnionStyle) -> Vec<String> {
    match style {
        UnionStyle::Own => vec!["tag".to_owned()],
        UnionStyle::Untagged => vec!["untagged".to_owned()],
        UnionStyle::Keyed(tag) => vec![format!("tag = {}", text(tag)), "keyed".to_owned()],
        UnionStyle::Content(tag, content) => vec![
            format!("tag = {}", text(tag)),
            format!("content = {}", text(content)),
        ],
    }
}

/// The word of a variant, where it is not what its name says, and what tells it from others with this word.
pub(super) fn variant(variant: &Variant) -> Vec<String> {
    let word = variant.word.as_ref();
    let word = word.filter(|word| snake(&variant.ident) != **word);
    let when = variant.when.as_ref().map(|(member, values)| {
        let member = match crate::plan::snake_ident(member) {
            Some(member) => member.to_owned(),
            None => text(member),
        };
        let values = values.iter().map(|value| match value {
            Value::String(word) => text(word),
            other => other.to_string(),
        });
        condition(&member, &values.collect::<Vec<_>>())
    });
    word.map(|word| rename(word))
        .into_iter()
        .chain(when)
        .collect()
}

/// A condition, in as many lines as it takes.
fn condition(member: &str, values: &[String]) -> String {
    let line = format!("when({member} = {})", values.join(" | "));
    match line.len() <= WIDTH - 16 {
        true => line,
        false => format!("when(\n    {member} = {}\n)", values.join("\n        | ")),
    }
}

/// The casing of all names.
pub(super) fn casing(casing: &str) -> String {
    format!("rename_all = {}", text(casing))
}

/// The key of an id.
pub(super) fn id(prefixes: &[String]) -> String {
    let all: Vec<String> = prefixes.iter().map(|prefix| text(prefix)).collect();
    match all.as_slice() {
        [] => "id".to_owned(),
        [one] => format!("id = {one}"),
        all => format!("id({})", all.join(", ")),
    }
}

/// The keys of a field, in the order of the reference: names, presence, what it makes, rules.
pub(super) fn field(field: &Field, is_cased: bool) -> Vec<String> {
    let mut keys = Vec::new();
    if field.ident != field.wire && !is_cased {
        keys.push(rename(&field.wire));
    }
    match field.presence {
        Presence::Optional => keys.push("optional".to_owned()),
        Presence::Either => keys.push("optional(nullable)".to_owned()),
        Presence::Required | Presence::Nullable | Presence::Distinct => {}
    }
    hints(&field.hints, field, &mut keys);
    keys.extend(field.rules.iter().map(rule));
    if !field.noted.is_empty() {
        keys.push(format!("note({})", all(&field.noted)));
    }
    keys
}

/// An attribute with these keys, in as many lines as it takes.
pub(super) fn attribute(keys: &[String], indent: &str) -> String {
    let line = format!("{indent}#[api({})]", keys.join(", "));
    let is_table = keys.iter().any(|key| key.contains('\n'));
    match keys {
        [table] if is_table => {
            let table = table.replace('\n', &format!("\n{indent}"));
            format!("{indent}#[api({table})]")
        }
        _ if line.chars().count() <= WIDTH && !is_table => line,
        keys => {
            let inner = format!("{indent}    ");
            let keys = keys
                .iter()
                .map(|key| format!("{inner}{},\n", key.replace('\n', &format!("\n{inner}"))));
            format!("{indent}#[api(\n{}{indent})]", keys.collect::<String>())
        }
    }
}

fn hints(hints: &Hints, field: &Field, keys: &mut Vec<String>) {
    let is_option = matches!(
        field.presence,
        Presence::Optional | Presence::Either | Presence::Nullable
    );
    let null_like: Vec<String> = hints.null_like.iter().filter_map(null_like).collect();
    if !null_like.is_empty() && is_option {
        keys.push(format!("null_like({})", null_like.join(", ")));
    }
    if !hints.status.is_empty() {
        let entries = hints.status.iter().map(entry);
        let entries: Vec<String> = entries.map(|entry| format!("    {entry},\n")).collect();
        keys.push(format!("status {{\n{}}}", entries.concat()));
    }
    for flag in &hints.flags {
        if *flag != "secret" && (*flag != "set_once" || is_option) {
            keys.push((*flag).to_owned());
        }
    }
    for (key, statuses) in hints.presence.iter().filter(|_| is_option) {
        let statuses: Vec<String> = statuses.iter().map(|status| status_name(status)).collect();
        keys.push(format!("{key}({})", statuses.join(", ")));
    }
    for (key, other) in &hints.orders {
        keys.push(format!("{key} = {}", name(other)));
    }
}

fn null_like(value: &Value) -> Option<String> {
    match value {
        Value::Map(map) if map.is_empty() => Some("{}".to_owned()),
        Value::List(list) if list.is_empty() => Some("[]".to_owned()),
        Value::String(word) => Some(text(word)),
        Value::Bool(value) => Some(value.to_string()),
        Value::Number(number) => number.as_whole().map(|whole| whole.to_string()),
        _ => None,
    }
}

/// A line of a status table: words that are no identifiers are quoted, and have their variant named.
fn entry(status: &Status) -> String {
    let word = status_name(&status.word);
    let left = match &status.variant {
        None => word,
        Some(variant) => format!("{word} as {}", name(variant)),
    };
    let next: Vec<String> = status.next.iter().map(|to| status_name(to)).collect();
    match next.is_empty() {
        true => left,
        false => format!("{left} => {}", next.join(" | ")),
    }
}

/// A status as a rule names it: an identifier where it is one, `!x` for all others, or quoted.
fn status_name(status: &str) -> String {
    if let Some(rest) = status.strip_prefix('!') {
        return format!("!{}", status_name(rest));
    }
    match crate::plan::snake_ident(status) {
        Some(status) => status.to_owned(),
        None => text(status),
    }
}

fn rule(found: &Rule) -> String {
    match found {
        Rule::Range(low, high) => format!("range({})", range(*low, *high)),
        Rule::MultipleOf(step) => format!("multiple_of({})", bound(*step)),
        Rule::OneOf(numbers) => one_of(numbers),
        Rule::Len(length) => format!("len({})", len(*length)),
        Rule::Only(value) => format!("one_of({value})"),
        Rule::Pattern(pattern) => format!("pattern({})", text(pattern)),
        Rule::Format(format) => format!("format({})", format.name()),
        Rule::Unique => "unique".to_owned(),
        Rule::Each(rules) => format!("each({})", all(rules)),
    }
}

fn all(rules: &[Rule]) -> String {
    let rules: Vec<String> = rules.iter().map(rule).collect();
    rules.join(", ")
}

/// As many numbers on a line as it takes.
fn one_of(numbers: &[Number]) -> String {
    let numbers: Vec<String> = numbers.iter().copied().map(bound).collect();
    let line = format!("one_of({})", numbers.join(", "));
    if line.len() <= WIDTH - 20 {
        return line;
    }
    let mut lines = vec![String::new()];
    for number in numbers {
        let is_full = lines
            .last()
            .is_some_and(|line| !line.is_empty() && line.len() + number.len() > WIDTH - 20);
        if is_full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            let space = if line.is_empty() { "    " } else { " " };
            line.push_str(&format!("{space}{number},"));
        }
    }
    format!("one_of(\n{}\n)", lines.join("\n"))
}

fn range(low: Option<(Number, bool)>, high: Option<(Number, bool)>) -> String {
    let low = low.map(|(number, excluded)| match excluded {
        true => format!("{} <", bound(number)),
        false => bound(number),
    });
    let low = low.unwrap_or_default();
    match high {
        None => format!("{low}.."),
        Some((high, true)) => format!("{low}..{}", bound(high)),
        Some((high, false)) => format!("{low}..={}", bound(high)),
    }
}

fn bound(number: Number) -> String {
    match (number.as_whole(), number) {
        (Some(whole), _) | (None, Number::Integer(whole)) => whole.to_string(),
        // With an exponent only where it takes many zeros, and so that it never looks like a whole number.
        (None, Number::Float(float)) => match float.abs() {
            size if (1e-7..1e30).contains(&size) => float.to_string(),
            _ => format!("{float:e}"),
        },
    }
}

fn len(length: Length) -> String {
    match (length.low, length.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (low, Some(high)) => format!(
            "{}..={high}",
            low.map(|low| low.to_string()).unwrap_or_default()
        ),
        (low, None) => format!("{}..", low.unwrap_or(0)),
    }
}

/// A string as Rust writes it.
fn text(word: &str) -> String {
    Literal::string(word).to_string()
}

/// An identifier that is none of Rust's own words, or a raw one.
pub(super) fn name(text: &str) -> Ident {
    match crate::plan::is_keyword(text) {
        true => Ident::new_raw(text, Span::call_site()),
        false => Ident::new(text, Span::call_site()),
    }
}
