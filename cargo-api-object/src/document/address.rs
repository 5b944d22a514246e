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

/// What a reference means that stands at an address, without its fragment (RFC 3986, section 5.2).
pub(super) fn joined(base: &str, reference: &str) -> String {
    // What grows without end is no address.
    let base = if base.len() > LONGEST { "" } else { base };
    let (base, reference) = (Address::of(base), Address::of(reference));
    let Address {
        scheme,
        host,
        path,
        query,
    } = reference;
    if scheme.is_some() {
        return shown(scheme, host, &without_dots(path), query);
    }
    if host.is_some() {
        return shown(base.scheme, host, &without_dots(path), query);
    }
    let path = match path {
        "" => return shown(base.scheme, base.host, base.path, query.or(base.query)),
        path if path.starts_with('/') => without_dots(path),
        path => without_dots(&base.beside(path)),
    };
    shown(base.scheme, base.host, &path, query)
}

/// An address in its parts, without its fragment.
struct Address<'a> {
    scheme: Option<&'a str>,
    /// With whom and which port it is, if these are there.
    host: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

impl<'a> Address<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.split('#').next().unwrap_or_default();
        let (text, query) = match text.split_once('?') {
            Some((text, query)) => (text, Some(query)),
            None => (text, None),
        };
        let (scheme, rest) = match text.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, text),
        };
        let (host, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(host), path)
            }
            None => (None, rest),
        };
        Address {
            scheme,
            host,
            path,
            query,
        }
    }

    /// A path that begins where the last part of this one's does.
    fn beside(&self, path: &str) -> String {
        match self.path.rfind('/') {
            Some(end) => format!("{}/{path}", &self.path[..end]),
            None if self.host.is_some() => format!("/{path}"),
            None => path.to_owned(),
        }
    }
}

fn shown(scheme: Option<&str>, host: Option<&str>, path: &str, query: Option<&str>) -> String {
    let scheme = scheme.map(|scheme| format!("{scheme}:"));
    let host = host.map(|host| format!("//{host}"));
    let query = query.map(|query| format!("?{query}"));
    let [scheme, host, query] = [scheme, host, query].map(Option::unwrap_or_default);
    format!("{scheme}{host}{path}{query}")
}

/// Whether this stands before the colon of an address, as `https` and `urn` do.
fn is_scheme(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_sign)
}

/// A path without the parts `.` and `..`. One that ends in such a part is a folder's.
fn without_dots(path: &str) -> String {
    let (root, rest) = match path.strip_prefix('/') {
        Some(rest) => ("/", rest),
        None => ("", path),
    };
    let mut kept: Vec<&str> = Vec::new();
    for part in rest.split('/') {
        match part {
            "." => {}
            ".." => drop(kept.pop()),
            part => kept.push(part),
        }
    }
    let is_folder = matches!(rest.rsplit('/').next(), Some("." | ".."));
    if is_folder && !kept.is_empty() {
        kept.push("");
    }
    format!("{root}{}", kept.join("/"))
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
            ("https://a.example", "d", "https://a.example/d"),
            ("https://a.example?q", "d", "https://a.example/d"),
            ("https://a.example?q=/b/c", "d", "https://a.example/d"),
            ("https://a.example/b", "//c.example", "https://c.example"),
            ("https://a.example/b?q", "", "https://a.example/b?q"),
            ("https://a.example/b/", "urn:x:y?z", "urn:x:y?z"),
            (
                "https://a.example/b/c",
                "d//../e",
                "https://a.example/b/d/e",
            ),
            (
                "https://a.example/b",
                "https://c.example/d/../e",
                "https://c.example/e",
            ),
            ("b/c.json", "d.json", "b/d.json"),
            ("b/c.json?v=1", "?v=2", "b/c.json?v=2"),
            ("b/c.json", "../../d.json", "d.json"),
            ("", "d.json", "d.json"),
            ("urn:x:y", "#z", "urn:x:y"),
        ] {
            assert_eq!(joined(base, reference), address, "{reference} at {base}");
        }
    }

    /// Each kind of reference that section 5.4 of RFC 3986 shows, at an address like the one there. Fragments are no part of what is
    /// joined, and `https:g` is an address by itself.
    #[test]
    fn references_of_each_kind_are_joined_as_the_standard_asks() {
        const BASE: &str = "https://a.example/b/c/d;p?q";
        let at_root = [
            ("", "/b/c/d;p?q"),
            ("#s", "/b/c/d;p?q"),
            ("?y", "/b/c/d;p?y"),
            ("?y#s", "/b/c/d;p?y"),
            ("?", "/b/c/d;p?"),
            ("g", "/b/c/g"),
            ("./g", "/b/c/g"),
            ("g/", "/b/c/g/"),
            ("g?y", "/b/c/g?y"),
            ("g#s", "/b/c/g"),
            ("g?y#s", "/b/c/g?y"),
            (";x", "/b/c/;x"),
            ("g;x", "/b/c/g;x"),
            ("g;x?y#s", "/b/c/g;x?y"),
            ("/g", "/g"),
            (".", "/b/c/"),
            ("./", "/b/c/"),
            ("..", "/b/"),
            ("../", "/b/"),
            ("../g", "/b/g"),
            ("../..", "/"),
            ("../../", "/"),
            ("../../g", "/g"),
            // More steps upwards than there are, and dots that are none.
            ("../../../g", "/g"),
            ("../../../../g", "/g"),
            ("/./g", "/g"),
            ("/../g", "/g"),
            ("g.", "/b/c/g."),
            (".g", "/b/c/.g"),
            ("g..", "/b/c/g.."),
            ("..g", "/b/c/..g"),
            ("./../g", "/b/g"),
            ("./g/.", "/b/c/g/"),
            ("g/./h", "/b/c/g/h"),
            ("g/../h", "/b/c/h"),
            ("g;x=1/./y", "/b/c/g;x=1/y"),
            ("g;x=1/../y", "/b/c/y"),
            // A query has no parts.
            ("g?y/./x", "/b/c/g?y/./x"),
            ("g?y/../x", "/b/c/g?y/../x"),
            ("g#s/./x", "/b/c/g"),
            ("g#s/../x", "/b/c/g"),
        ];
        for (reference, path) in at_root {
            let address = format!("https://a.example{path}");
            assert_eq!(joined(BASE, reference), address, "{reference}");
        }
        for (reference, address) in [("g:h", "g:h"), ("//g", "https://g"), ("https:g", "https:g")] {
            assert_eq!(joined(BASE, reference), address, "{reference}");
        }
    }

    #[test]
    fn addresses_that_differ_in_their_query_are_two() {
        let root = parse("{x: {$id: 'https://a.example/b?v=1'}, y: {$id: 'https://a.example/b?v=2', z: {$id: '?v=3'}}}").unwrap();
        let found: Vec<(String, String)> = all(&root).into_iter().collect();
        let found: Vec<_> = found
            .iter()
            .map(|(id, at)| (id.as_str(), at.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("https://a.example/b?v=1", "/x"),
                ("https://a.example/b?v=2", "/y"),
                ("https://a.example/b?v=3", "/y/z"),
            ]
        );
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
