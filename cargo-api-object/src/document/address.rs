//! Addresses of schemas: the `$id` that one has, and that references within it are relative to.

use std::rc::Rc;

use indexmap::IndexMap;

use super::pointer::{child, unescape};
use super::value::Value;

/// What holds payloads, in which an `$id` is a member like others.
const PAYLOADS: &[&str] = &["example", "examples", "default", "enum", "const"];

/// The longest address that is known, in bytes.
const LONGEST: usize = 2_000;

/// The addresses of all schemas that have one, with their pointers, the first of each address.
pub(super) fn all(root: &Value) -> IndexMap<String, String> {
    let mut found = IndexMap::new();
    if !has_any(root) {
        return found;
    }
    let mut open: Vec<(String, Rc<str>, &Value)> = vec![(String::new(), "".into(), root)];
    while let Some((pointer, base, value)) = open.pop() {
        let base = match own(value) {
            Some(id) => {
                let address = joined(&base, id);
                let base = address.as_str().into();
                found.entry(address).or_insert_with(|| pointer.clone());
                base
            }
            None => base,
        };
        match value {
            Value::Map(map) => {
                let inner = map.iter().rev();
                let inner = inner.filter(|(name, _)| !PAYLOADS.contains(&name.as_str()));
                open.extend(
                    inner.map(|(name, value)| (child(&pointer, name), base.clone(), value)),
                );
            }
            Value::List(list) => {
                let inner = list.iter().enumerate().rev();
                let at = |i: usize| child(&pointer, &i.to_string());
                open.extend(inner.map(|(i, value)| (at(i), base.clone(), value)));
            }
            _ => {}
        }
    }
    found
}

/// Whether anything says that it has an address.
fn has_any(value: &Value) -> bool {
    own(value).is_some()
        || match value {
            Value::Map(map) => map.values().any(has_any),
            Value::List(list) => list.iter().any(has_any),
            _ => false,
        }
}

/// The address of the schema around a place that has one; empty where none has.
pub(super) fn base(root: &Value, pointer: &str) -> String {
    let mut base = own(root).map(|id| joined("", id)).unwrap_or_default();
    let mut value = root;
    for part in pointer.split('/').skip(1).map(unescape) {
        let inner = match value {
            Value::Map(map) => map.get(&part),
            Value::List(list) => part.parse::<usize>().ok().and_then(|i| list.get(i)),
            _ => None,
        };
        let Some(inner) = inner else {
            break;
        };
        value = inner;
        if let Some(id) = own(value) {
            base = joined(&base, id);
        }
    }
    base
}

/// The address that a schema says it has. One that is only a fragment is an anchor of older drafts.
fn own(value: &Value) -> Option<&str> {
    let id = value.get("$id")?.as_str()?;
    let is_address = !id.is_empty() && !id.starts_with('#') && id.len() <= LONGEST;
    is_address.then_some(id)
}

/// What a reference means that stands at an address, without its fragment (RFC 3986, section 5.2, for what has no query).
pub(super) fn joined(base: &str, reference: &str) -> String {
    let reference = reference.split('#').next().unwrap_or_default();
    // What grows without end is no address.
    let base = if base.len() > LONGEST { "" } else { base };
    let base = base.split(['#', '?']).next().unwrap_or_default();
    if reference.is_empty() {
        return base.to_owned();
    }
    if has_scheme(reference) {
        return reference.to_owned();
    }
    let (scheme, rest) = match base.split_once(':') {
        Some((scheme, rest)) if has_scheme(base) => (format!("{scheme}:"), rest),
        _ => (String::new(), base),
    };
    if reference.starts_with("//") {
        return format!("{scheme}{reference}");
    }
    let (host, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            (format!("//{}", &rest[..end]), &rest[end..])
        }
        None => (String::new(), rest),
    };
    let path = match reference.starts_with('/') {
        true => reference.to_owned(),
        false => {
            let folder = path.rfind('/').map_or("", |end| &path[..=end]);
            let root = if folder.is_empty() && !host.is_empty() {
                "/"
            } else {
                ""
            };
            format!("{root}{folder}{reference}")
        }
    };
    format!("{scheme}{host}{}", without_dots(&path))
}

/// Whether a reference begins with a scheme, as `https:` and `urn:` are.
fn has_scheme(reference: &str) -> bool {
    let scheme = reference.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_sign)
}

/// A path without the parts `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(kept.pop_if(|last| !last.is_empty())),
            part => kept.push(part),
        }
    }
    kept.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    #[test]
    fn references_are_relative_to_addresses() {
        for (base, reference, address) in [
            ("https://a.example/b/c", "d", "https://a.example/b/d"),
            ("https://a.example/b/c?q#f", "d#x", "https://a.example/b/d"),
            ("https://a.example/b/c", "/d", "https://a.example/d"),
            ("https://a.example/b/c", "../d", "https://a.example/d"),
            ("https://a.example/b/c", "../../../d", "https://a.example/d"),
            ("https://a.example/b/c", "./d", "https://a.example/b/d"),
            ("https://a.example", "d", "https://a.example/d"),
            (
                "https://a.example/b",
                "//c.example/d",
                "https://c.example/d",
            ),
            ("https://a.example/b", "", "https://a.example/b"),
            ("https://a.example/b", "urn:x:y", "urn:x:y"),
            ("b/c.json", "d.json", "b/d.json"),
            ("", "d.json", "d.json"),
        ] {
            assert_eq!(joined(base, reference), address, "{reference} at {base}");
        }
    }

    #[test]
    fn schemas_within_others_have_addresses_relative_to_theirs() {
        let root = parse("{$id: 'https://a.example/b/', x: {y: [{$id: c, z: {}}]}, example: {$id: d}, e: {$id: '#f'}}").unwrap();
        let found = all(&root);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(id, at)| (id.as_str(), at.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("https://a.example/b/", ""),
                ("https://a.example/b/c", "/x/y/0")
            ]
        );
        assert_eq!(base(&root, "/x/y/0/z"), "https://a.example/b/c");
        assert_eq!(base(&root, "/x/none"), "https://a.example/b/");
        assert_eq!(base(&root, "/e"), "https://a.example/b/");
    }
}
