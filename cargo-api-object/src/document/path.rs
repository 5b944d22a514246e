//! JSONPath (RFC 9535) as far as overlays use it: names, indices, `*`, `..`, and filters that compare members.

use super::value::Value;

/// One step of a path.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Name(String),
    Index(usize),
    All,
    /// The values below, at any depth, themselves included.
    Descend,
    Filter(Vec<Test>),
}

/// `@.a.b == value`, `@.a != value`, or `@.a` alone; all of a filter's must hold.
#[derive(Debug, Clone, PartialEq)]
struct Test {
    members: Vec<String>,
    wanted: Option<(bool, Value)>,
}

/// A path, ready to select.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Path(Vec<Step>);

impl Path {
    /// Reads a path; an error says in words what of it is not understood.
    pub(super) fn parse(text: &str) -> Result<Path, String> {
        let mut rest = text
            .trim()
            .strip_prefix('$')
            .ok_or_else(|| format!("`{text}` does not start with `$`"))?;
        let mut steps = Vec::new();
        while !rest.is_empty() {
            rest = step(rest, &mut steps).ok_or_else(|| format!("`{rest}` in `{text}`"))?;
        }
        Ok(Path(steps))
    }

    /// The places that the path selects, as ways from the root, in document order.
    pub(super) fn select(&self, root: &Value) -> Vec<Vec<Key>> {
        let mut places = vec![Vec::new()];
        for step in &self.0 {
            let mut next = Vec::new();
            for place in places {
                if let Some(value) = at(root, &place) {
                    follow(step, value, &place, &mut next);
                }
            }
            places = next;
        }
        places
    }
}

/// A name in a map or a number in a list.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Key {
    Name(String),
    Index(usize),
}

/// The value at a way from the root.
pub(super) fn at<'v>(root: &'v Value, place: &[Key]) -> Option<&'v Value> {
    place
        .iter()
        .try_fold(root, |value, key| match (value, key) {
            (Value::Map(map), Key::Name(name)) => map.get(name),
            (Value::List(list), Key::Index(index)) => list.get(*index),
            _ => None,
        })
}

/// The same, to be changed.
pub(super) fn at_mut<'v>(root: &'v mut Value, place: &[Key]) -> Option<&'v mut Value> {
    place
        .iter()
        .try_fold(root, |value, key| match (value, key) {
            (Value::Map(map), Key::Name(name)) => map.get_mut(name),
            (Value::List(list), Key::Index(index)) => list.get_mut(*index),
            _ => None,
        })
}

fn children(value: &Value) -> Vec<(Key, &Value)> {
    match value {
        Value::Map(map) => map.iter().map(|(n, v)| (Key::Name(n.clone()), v)).collect(),
        Value::List(list) => list
            .iter()
            .enumerate()
            .map(|(i, v)| (Key::Index(i), v))
            .collect(),
        _ => Vec::new(),
    }
}

fn follow(step: &Step, value: &Value, place: &[Key], found: &mut Vec<Vec<Key>>) {
    let below = |key: Key| [place, &[key]].concat();
    match step {
        Step::Name(name) => {
            if value.get(name).is_some() {
                found.push(below(Key::Name(name.clone())));
            }
        }
        Step::Index(index) => {
            if value.as_list().is_some_and(|list| *index < list.len()) {
                found.push(below(Key::Index(*index)));
            }
        }
        Step::All => found.extend(children(value).into_iter().map(|(key, _)| below(key))),
        Step::Descend => {
            found.push(place.to_vec());
            for (key, child) in children(value) {
                follow(step, child, &below(key), found);
            }
        }
        Step::Filter(tests) => {
            let fit = children(value)
                .into_iter()
                .filter(|(_, v)| tests.iter().all(|t| t.holds(v)));
            found.extend(fit.map(|(key, _)| below(key)));
        }
    }
}

impl Test {
    fn holds(&self, value: &Value) -> bool {
        let found = self
            .members
            .iter()
            .try_fold(value, |value, name| value.get(name));
        match &self.wanted {
            None => found.is_some(),
            Some((equal, wanted)) => (found == Some(wanted)) == *equal,
        }
    }
}

/// Reads one step from the front; answers the rest.
fn step<'t>(text: &'t str, steps: &mut Vec<Step>) -> Option<&'t str> {
    if let Some(rest) = text.strip_prefix("..") {
        steps.push(Step::Descend);
        return match rest.starts_with('[') {
            true => Some(rest),
            false => dotted(rest, steps),
        };
    }
    match text.strip_prefix('.') {
        Some(rest) => dotted(rest, steps),
        None => {
            let inside = text.strip_prefix('[')?;
            let end = closing(inside)?;
            steps.push(bracketed(inside[..end].trim())?);
            Some(&inside[end + 1..])
        }
    }
}

fn dotted<'t>(text: &'t str, steps: &mut Vec<Step>) -> Option<&'t str> {
    let end = text.find(['.', '[']).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    steps.push(match name {
        "" => return None,
        "*" => Step::All,
        name => Step::Name(name.to_owned()),
    });
    Some(rest)
}

/// Where the bracket closes, past those in quotes or in a filter.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut quote, mut escaped) = (0, None, false);
    for (i, c) in text.char_indices() {
        match (quote, c) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(q), c) if q == c => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, '[') => depth += 1,
            (None, ']') if depth == 0 => return Some(i),
            (None, ']') => depth -= 1,
            _ => {}
        }
    }
    None
}

fn bracketed(text: &str) -> Option<Step> {
    if text == "*" {
        return Some(Step::All);
    }
    if let Some(filter) = text.strip_prefix('?') {
        let filter = filter.trim();
        let filter = match filter.strip_prefix('(') {
            Some(inner) => inner.strip_suffix(')')?,
            None => filter,
        };
        let tests: Option<Vec<_>> = filter.split("&&").map(|part| test(part.trim())).collect();
        return Some(Step::Filter(tests?));
    }
    match text.parse() {
        Ok(index) => Some(Step::Index(index)),
        Err(_) => Some(Step::Name(quoted(text)?)),
    }
}

fn quoted(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
    Some(
        inner
            .replace(&format!("\\{quote}"), &quote.to_string())
            .replace("\\\\", "\\"),
    )
}

fn test(text: &str) -> Option<Test> {
    let (left, wanted) = match text.split_once("==").map(|sides| (true, sides)) {
        None => match text.split_once("!=") {
            None => (text, None),
            Some((left, right)) => (left, Some((false, right))),
        },
        Some((equal, (left, right))) => (left, Some((equal, right))),
    };
    let mut steps = Vec::new();
    let mut rest = left.trim().strip_prefix('@')?;
    while !rest.is_empty() {
        rest = step(rest, &mut steps)?;
    }
    let names: Option<Vec<String>> = steps
        .into_iter()
        .map(|step| match step {
            Step::Name(name) => Some(name),
            _ => None,
        })
        .collect();
    let wanted = match wanted {
        None => None,
        Some((equal, text)) => Some((equal, literal(text.trim())?)),
    };
    Some(Test {
        members: names?,
        wanted,
    })
}

fn literal(text: &str) -> Option<Value> {
    match quoted(text) {
        Some(text) => Some(Value::String(text)),
        None => super::parse(text).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;

    fn count(path: &str) -> usize {
        let root = parse("{a: {b: [{n: x, k: 1}, {n: y}, 3], 'c.d': {n: x}}, n: x}").unwrap();
        Path::parse(path).unwrap().select(&root).len()
    }

    #[test]
    fn paths_select() {
        assert_eq!(count("$"), 1);
        assert_eq!(count("$.a.b[0].k"), 1);
        assert_eq!(count("$['a'][\"c.d\"]"), 1);
        assert_eq!(count("$.a.*"), 2);
        assert_eq!(count("$..n"), 4);
        assert_eq!(count("$.a.b[?(@.n == 'x')]"), 1);
        assert_eq!(count("$.a.b[?@.n]"), 2);
        assert_eq!(count("$.a.b[?@.n != 'x' && @.n]"), 1);
        assert_eq!(count("$.nothing"), 0);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert_eq!(
            Path::parse("a.b").unwrap_err(),
            "`a.b` does not start with `$`"
        );
        assert_eq!(
            Path::parse("$.a[1:2]").unwrap_err(),
            "`[1:2]` in `$.a[1:2]`"
        );
    }
}
