//! Where places stand in the text of their file: the text is walked once more, and only where somebody is told.

use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser};

use super::files::{Documents, Place};
use super::flow;
use super::pointer::child;

/// A line and a column, each counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl Documents {
    /// Where places stand: at the key, or at the element of a list. What an overlay or an alias brought stands where the
    /// nearest place around it does.
    pub(crate) fn lines<'p>(
        &self,
        places: impl IntoIterator<Item = &'p Place>,
    ) -> HashMap<&'p Place, At> {
        let mut by_file: HashMap<usize, Vec<&Place>> = HashMap::new();
        for place in places {
            by_file.entry(place.file.0).or_default().push(place);
        }
        let files = self.files.borrow();
        let mut lines = HashMap::new();
        for (number, places) in by_file {
            let Some(file) = files.get(number) else {
                continue;
            };
            let pointers = places.iter().flat_map(|place| around(&place.pointer));
            let found = in_text(&file.text, &pointers.collect());
            for place in places {
                let nearest = around(&place.pointer).find_map(|pointer| found.get(pointer));
                let start = place
                    .pointer
                    .is_empty()
                    .then_some(At { line: 1, column: 1 });
                lines.extend(nearest.copied().or(start).map(|at| (place, at)));
            }
        }
        lines
    }
}

/// A pointer, and those of all that it is within, but for the whole.
fn around(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |within| {
        within.rfind('/').map(|end| &within[..end])
    })
    .filter(|pointer| !pointer.is_empty())
}

/// Where these pointers lead to in a text, as far as it can be read.
fn in_text(text: &str, wanted: &HashSet<&str>) -> HashMap<String, At> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('{')
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
    {
        return in_json(text, wanted);
    }
    in_yaml(text, wanted).unwrap_or_else(|found| {
        let other = flow::indented(text).and_then(|text| in_yaml(&text, wanted).ok());
        other.unwrap_or(found)
    })
}

/// A list or a map whose end has not come, and how long the pointer of it is.
enum Open {
    List(usize, usize),
    /// Whether a key comes next.
    Map(usize, bool),
}

/// A walk through a text, from value to value.
struct Walk<'w> {
    wanted: &'w HashSet<&'w str>,
    found: HashMap<String, At>,
    open: Vec<Open>,
    pointer: String,
}

impl<'w> Walk<'w> {
    fn new(wanted: &'w HashSet<&'w str>) -> Self {
        Walk {
            wanted,
            found: HashMap::new(),
            open: Vec::new(),
            pointer: String::new(),
        }
    }

    /// A value that begins here, or a key where one comes next.
    fn begin(&mut self, key: &str, at: At) {
        let name = match self.open.last_mut() {
            None => return,
            Some(Open::List(length, count)) => {
                self.pointer.truncate(*length);
                *count += 1;
                (*count - 1).to_string()
            }
            Some(Open::Map(_, is_key @ false)) => {
                *is_key = true;
                return;
            }
            Some(Open::Map(length, is_key)) => {
                *is_key = false;
                self.pointer.truncate(*length);
                key.to_owned()
            }
        };
        self.pointer.push_str(&child("", &name));
        if self.wanted.contains(self.pointer.as_str()) {
            self.found.insert(self.pointer.clone(), at);
        }
    }

    fn enter_list(&mut self, at: At) {
        self.begin("", at);
        self.open.push(Open::List(self.pointer.len(), 0));
    }

    fn enter_map(&mut self, at: At) {
        self.begin("", at);
        self.open.push(Open::Map(self.pointer.len(), true));
    }

    fn leave(&mut self) {
        if let Some(Open::List(length, _) | Open::Map(length, _)) = self.open.pop() {
            self.pointer.truncate(length);
        }
    }
}

/// Where pointers lead to in YAML; what was found before an error, where there is one.
fn in_yaml(text: &str, wanted: &HashSet<&str>) -> Result<HashMap<String, At>, HashMap<String, At>> {
    let mut walk = Walk::new(wanted);
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let Ok((event, span)) = event else {
            return Err(walk.found);
        };
        let at = At {
            line: span.start.line(),
            column: span.start.col() + 1,
        };
        match event {
            Event::Scalar(text, ..) => walk.begin(&text, at),
            Event::Alias(_) => walk.begin("", at),
            Event::SequenceStart(..) => walk.enter_list(at),
            Event::MappingStart(..) => walk.enter_map(at),
            Event::SequenceEnd | Event::MappingEnd => walk.leave(),
            Event::DocumentEnd => break,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
        }
    }
    Ok(walk.found)
}

/// Where pointers lead to in JSON.
fn in_json(text: &str, wanted: &HashSet<&str>) -> HashMap<String, At> {
    let mut walk = Walk::new(wanted);
    let (mut line, mut start) = (1, 0);
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((i, byte)) = bytes.next() {
        let at = || At {
            line,
            column: text
                .get(start..i)
                .map_or(0, |before| before.chars().count())
                + 1,
        };
        match byte {
            b'\n' => (line, start) = (line + 1, i + 1),
            b'{' => walk.enter_map(at()),
            b'[' => walk.enter_list(at()),
            b'}' | b']' => walk.leave(),
            b'"' => {
                let mut is_escaped = false;
                let end = bytes.find(|(_, byte)| {
                    let ends = *byte == b'"' && !is_escaped;
                    is_escaped = *byte == b'\\' && !is_escaped;
                    ends
                });
                let written = end
                    .and_then(|(end, _)| text.get(i..=end))
                    .unwrap_or_default();
                let key = serde_json::from_str::<String>(written).unwrap_or_default();
                walk.begin(&key, at());
            }
            b',' | b':' | b' ' | b'\t' | b'\r' => {}
            _ => {
                walk.begin("", at());
                let is_more = |byte: u8| !byte.is_ascii_whitespace() && !b",]}".contains(&byte);
                while bytes.next_if(|(_, byte)| is_more(*byte)).is_some() {}
            }
        }
    }
    walk.found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, pointer: &str) -> Option<(usize, usize)> {
        let found = in_text(text, &HashSet::from([pointer]));
        found.get(pointer).map(|at| (at.line, at.column))
    }

    #[test]
    fn places_are_found_in_yaml_and_in_json() {
        let yaml = "a:\n  b/c:\n    - x\n    - {d: 1, e: [2, {f: 3}]}\n  200: y\n";
        assert_eq!(at(yaml, "/a"), Some((1, 1)));
        assert_eq!(at(yaml, "/a/b~1c/1"), Some((4, 7)));
        assert_eq!(at(yaml, "/a/b~1c/1/e/1/f"), Some((4, 22)));
        assert_eq!(at(yaml, "/a/200"), Some((5, 3)));
        assert_eq!(at(yaml, "/a/none"), None);
        let json = "{\"a\": {\n  \"ü\": 1, \"b/c\": [1, -2.5,\n [true, {\"\\\"d\": null}], \"[\"],\n\t\"e\": \"{\\\\\", \"f\": {}}}";
        assert_eq!(at(json, "/a"), Some((1, 2)));
        assert_eq!(at(json, "/a/b~1c"), Some((2, 11)));
        assert_eq!(at(json, "/a/b~1c/1"), Some((2, 22)));
        assert_eq!(at(json, "/a/b~1c/2/1/\"d"), Some((3, 10)));
        assert_eq!(at(json, "/a/b~1c/3"), Some((3, 25)));
        assert_eq!(at(json, "/a/f"), Some((4, 14)));
    }

    #[test]
    fn text_that_is_odd_is_walked_as_far_as_it_goes() {
        assert_eq!(at("a: &x {b: 1}\nc: *x\n", "/c"), Some((2, 1)));
        assert_eq!(at("a: 1\na: 2\n", "/a"), Some((2, 1)));
        assert_eq!(at("a: 1\nb: [\n", "/a"), Some((1, 1)));
        assert_eq!(at("{\"a\": 1, \"b\"", "/a"), Some((1, 2)));
        assert_eq!(at("", "/a"), None);
        // Lines that stand too far left.
        assert_eq!(at("x:\n  a: {\n\"b\": 1,\n}\nc: 1\n", "/c"), Some((5, 1)));
    }
}
