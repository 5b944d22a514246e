//! YAML text as a tree: the events of a scanner, put together leniently.
//!
//! Keys that are no strings become their text (`200:` is `"200"`), the last of equal keys holds, tags but those of the core
//! schema are passed over. Aliases are copied, and what they copy counts: a document that unfolds without end is refused.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::repeated::{Keys, Repeated};
use super::value::{Map, Number, Value};
use super::{DEPTH, VALUES};

pub(super) fn parse(text: &str) -> Result<(Value, Vec<Repeated>), String> {
    let mut builder = Builder::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| {
            let line = error.marker().line();
            format!("line {line}: {}", error.info())
        })?;
        builder.line = span.start.line();
        if builder.take(event).map_err(|what| at(span, &what))? {
            break;
        }
    }
    Ok((builder.root.unwrap_or(Value::Null), builder.repeated))
}

fn at(span: Span, what: &str) -> String {
    format!("line {}: {what}", span.start.line())
}

/// A list or a map whose end has not come.
enum Open {
    List(Vec<Value>),
    /// The map, the key whose value has not come, and the keys that stand in it.
    Map(Map, Option<String>, Keys),
}

#[derive(Default)]
struct Builder {
    open: Vec<(Open, usize)>,
    /// What anchors name: values, and how many there are in each.
    anchors: HashMap<usize, (Value, usize)>,
    values: usize,
    root: Option<Value>,
    /// The line of the event that is taken.
    line: usize,
    repeated: Vec<Repeated>,
}

impl Builder {
    /// Takes an event; answers whether the document is at its end.
    fn take(&mut self, event: Event<'_>) -> Result<bool, String> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let text_wanted = tag.is_some_and(|t| t.is_yaml_core_schema() && t.suffix == "str");
                let value = match style == ScalarStyle::Plain && !text_wanted {
                    true => scalar(&text),
                    false => Value::String(text.into_owned()),
                };
                self.put(value, anchor, 1)?;
            }
            Event::Alias(anchor) => {
                let (value, size) = self
                    .anchors
                    .get(&anchor)
                    .cloned()
                    .ok_or("an alias of something that is not complete here")?;
                self.count(size)?;
                self.put(value, 0, 0)?;
            }
            Event::SequenceStart(anchor, _) => self.enter(Open::List(Vec::new()), anchor)?,
            Event::MappingStart(anchor, _) => {
                self.enter(Open::Map(Map::new(), None, Keys::default()), anchor)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some((open, anchor)) = self.open.pop() {
                    let value = match open {
                        Open::List(list) => Value::List(list),
                        Open::Map(map, ..) => Value::Map(map),
                    };
                    self.put(value, anchor, 1)?;
                }
            }
            // A second document in the same file is none of this one.
            Event::DocumentEnd => return Ok(self.root.is_some()),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
        }
        Ok(false)
    }

    fn enter(&mut self, open: Open, anchor: usize) -> Result<(), String> {
        if self.open.len() >= DEPTH {
            return Err(format!("nested deeper than {DEPTH} levels"));
        }
        self.open.push((open, anchor));
        Ok(())
    }

    fn count(&mut self, more: usize) -> Result<(), String> {
        self.values = self.values.saturating_add(more);
        match self.values > VALUES {
            true => Err(format!("more than {VALUES} values, aliases unfolded")),
            false => Ok(()),
        }
    }

    fn put(&mut self, value: Value, anchor: usize, size: usize) -> Result<(), String> {
        self.count(size)?;
        if anchor > 0 {
            let (size, depth) = measure(&value);
            if depth + self.open.len() > DEPTH {
                return Err(format!("nested deeper than {DEPTH} levels"));
            }
            self.anchors.insert(anchor, (value.clone(), size));
        }
        match self.open.last_mut() {
            None => self.root = Some(value),
            Some((Open::List(list), _)) => list.push(value),
            Some((Open::Map(map, key, keys), _)) => match key.take() {
                None if value == Value::from("<<") => *key = Some("<<".to_owned()),
                None => {
                    let text = key_text(value);
                    self.repeated.extend(keys.take(&text, self.line));
                    *key = Some(text);
                }
                Some(name) if name == "<<" => merge(map, value),
                Some(name) => {
                    map.insert(name, value);
                }
            },
        }
        Ok(())
    }
}

/// How many values there are in one, and how deep they are nested.
fn measure(value: &Value) -> (usize, usize) {
    let of = |values: &mut dyn Iterator<Item = &Value>| {
        values.fold((1, 1), |(size, depth), value| {
            let (more, deep) = measure(value);
            (size + more, depth.max(deep + 1))
        })
    };
    match value {
        Value::List(list) => of(&mut list.iter()),
        Value::Map(map) => of(&mut map.values()),
        _ => (1, 1),
    }
}

/// The merge key of older YAML: members that a map does not have itself.
fn merge(map: &mut Map, value: Value) {
    match value {
        Value::Map(other) => {
            for (name, value) in other {
                map.entry(name).or_insert(value);
            }
        }
        Value::List(others) => others.into_iter().for_each(|other| merge(map, other)),
        _ => {}
    }
}

fn key_text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// A plain scalar by the core schema of YAML 1.2.
fn scalar(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let number = whole(text).map(Number::Integer);
    match number.or_else(|| float(text).map(Number::Float)) {
        Some(number) => Value::Number(number),
        None => Value::from(text),
    }
}

fn whole(text: &str) -> Option<i128> {
    if let Some(hex) = text.strip_prefix("0x") {
        return i128::from_str_radix(hex, 16).ok();
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return i128::from_str_radix(octal, 8).ok();
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    match !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => text.parse().ok(),
        false => None,
    }
}

fn float(text: &str) -> Option<f64> {
    let starts = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
    let looks = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E'));
    match starts && looks && text.bytes().any(|byte| byte.is_ascii_digit()) {
        true => text.parse().ok().filter(|float: &f64| float.is_finite()),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> String {
        match parse(text) {
            Ok((value, _)) => value.to_string(),
            Err(error) => error,
        }
    }

    #[test]
    fn scalars_are_those_of_the_core_schema() {
        let text = "[yes, no, on, 1, -2, 0x1F, 1.50, 1e3, .5, ~, null, 'true', \"3\", 1.2.3, 2020-01-01, +1, '', 18446744073709551616]";
        assert_eq!(
            json(text),
            r#"["yes","no","on",1,-2,31,1.5,1000.0,0.5,null,null,"true","3","1.2.3","2020-01-01",1,"",18446744073709551616]"#
        );
    }

    #[test]
    fn keys_become_text_and_the_last_of_equal_ones_holds() {
        assert_eq!(
            json("200: a\ntrue: b\nx: 1\nx: 2\n"),
            r#"{"200":"a","true":"b","x":2}"#
        );
    }

    #[test]
    fn equal_keys_are_told_with_their_lines() {
        let (_, found) = parse("a: &a {x: 1}\nb:\n  <<: *a\n  x: 2\n  <<: *a\nc: {x: 1,\n  x: 2}\na: 3\n200: 1\n'200': 2\n").unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|at| (at.key.as_str(), at.line, at.before))
            .collect();
        assert_eq!(found, [("x", 7, 6), ("a", 8, 1), ("200", 10, 9)]);
    }

    #[test]
    fn aliases_and_merge_keys_unfold() {
        let text = "base: &b {a: 1, c: 2}\nuse:\n  <<: *b\n  a: 3\nlist: [*b]\n";
        assert_eq!(
            json(text),
            r#"{"base":{"a":1,"c":2},"use":{"a":3,"c":2},"list":[{"a":1,"c":2}]}"#
        );
    }

    #[test]
    fn what_unfolds_without_end_is_refused() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for i in 1..12 {
            let before = format!("*a{}, ", i - 1).repeat(10);
            bomb += &format!("a{i}: &a{i} [{}]\n", before.trim_end_matches(", "));
        }
        assert!(json(&bomb).contains("more than 4000000 values"));
        assert!(json(&"[".repeat(100_000)).contains("line 1"));
        assert_eq!(
            json("a: &a [*a]\n"),
            "line 1: an alias of something that is not complete here"
        );
    }
}
