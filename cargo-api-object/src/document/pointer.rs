//! JSON Pointers (RFC 6901), bare or as the fragment of a reference.

use std::collections::HashMap;

use super::value::Value;

/// The value at a pointer, whose parts are escaped by `~`.
pub(super) fn find<'v>(root: &'v Value, pointer: &str) -> Option<&'v Value> {
    if pointer.is_empty() {
        return Some(root);
    }
    let parts = pointer.strip_prefix('/')?.split('/');
    parts
        .map(unescape)
        .try_fold(root, |value, part| match value {
            Value::Map(map) => map.get(&part),
            Value::List(list) => list.get(part.parse::<usize>().ok()?),
            _ => None,
        })
}

/// The pointers of all schemas that an anchor names, in order.
pub(super) fn anchors(root: &Value) -> HashMap<String, Vec<String>> {
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    let mut open = vec![(String::new(), root)];
    while let Some((pointer, value)) = open.pop() {
        for keyword in ["$anchor", "$dynamicAnchor"] {
            if let Some(name) = value.get(keyword).and_then(Value::as_str) {
                found
                    .entry(name.to_owned())
                    .or_default()
                    .push(pointer.clone());
            }
        }
        match value {
            Value::Map(map) => {
                let inner = map.iter().rev();
                open.extend(inner.map(|(name, value)| (child(&pointer, name), value)));
            }
            Value::List(list) => {
                let inner = list.iter().enumerate().rev();
                open.extend(inner.map(|(i, value)| (child(&pointer, &i.to_string()), value)));
            }
            _ => {}
        }
    }
    found
}

/// A part of a pointer as the name that it stands for.
pub fn unescape(part: &str) -> String {
    part.replace("~1", "/").replace("~0", "~")
}

/// The pointer of a member or an element.
pub fn child(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A fragment without its percent signs; what is no UTF-8 then stays as it was.
pub(super) fn decode(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let code = (byte == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(code) => {
                bytes.push(code);
                rest = &tail[2..];
            }
            None => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    #[test]
    fn pointers_walk_maps_and_lists() {
        let root = parse("a/b: [{c~d: 7}]").unwrap();
        let pointer = child(&child(&child("", "a/b"), "0"), "c~d");
        assert_eq!(pointer, "/a~1b/0/c~0d");
        assert_eq!(find(&root, &pointer).unwrap().to_string(), "7");
        assert_eq!(find(&root, "/a~1b/1"), None);
        assert_eq!(find(&root, "a"), None);
        assert_eq!(decode("/paths/~1a~1%7Bid%7D%"), "/paths/~1a~1{id}%");
    }
}
