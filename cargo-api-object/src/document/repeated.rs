//! Keys that stand twice in one map, of which the last holds.

use std::collections::HashMap;

/// A key that its map has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// The key.
    pub key: String,
    /// The line where it stands again.
    pub line: usize,
    /// The line where it stood before.
    pub before: usize,
}

/// The keys of one map, and the lines of all.
#[derive(Debug, Default)]
pub(super) struct Keys(HashMap<String, usize>);

impl Keys {
    /// Takes a key; answers it where it is there already.
    pub(super) fn take(&mut self, key: &str, line: usize) -> Option<Repeated> {
        let before = self.0.insert(key.to_owned(), line)?;
        Some(Repeated {
            key: key.to_owned(),
            line,
            before,
        })
    }
}

/// What is open at a place of a JSON text.
enum Open {
    List,
    /// The keys that were there, and whether another may come.
    Map(Keys, bool),
}

/// The keys that stand twice in a text that is JSON.
pub(super) fn in_json(text: &str) -> Vec<Repeated> {
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut line = 1;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\n' => line += 1,
            b'{' => open.push(Open::Map(Keys::default(), true)),
            b'[' => open.push(Open::List),
            b'}' | b']' => drop(open.pop()),
            b',' => {
                if let Some(Open::Map(_, begins)) = open.last_mut() {
                    *begins = true;
                }
            }
            b'"' => {
                let end = at + string(&bytes[at..]);
                if let Some(Open::Map(keys, begins)) = open.last_mut()
                    && std::mem::take(begins)
                {
                    let written = text.get(at..end).unwrap_or_default();
                    let key = serde_json::from_str::<String>(written).unwrap_or_default();
                    found.extend(keys.take(&key, line));
                }
                at = end - 1;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// How long the string is that a text begins with, quotes included.
fn string(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_one_map_are_told_with_their_lines() {
        let told = |text: &str| -> Vec<(String, usize, usize)> {
            let found = in_json(text).into_iter();
            found.map(|at| (at.key, at.line, at.before)).collect()
        };
        let text = "{\"a\": {\"b\": 1},\n \"b\": [\"b\", {\"b\": \"b\"}],\n\n \"\\u0061\": 2,\n\"b\": \"\\\"b\"}";
        assert_eq!(told(text), [("a".to_owned(), 4, 1), ("b".to_owned(), 5, 2)]);
        assert!(told("{\"a\": \"a\", \"b\": {\"a\": [\"a\", \"a\"]}}").is_empty());
        // What is no JSON is not walked beyond its end.
        assert!(told("{\"a\\").is_empty() && told("{\"a").is_empty());
    }
}
