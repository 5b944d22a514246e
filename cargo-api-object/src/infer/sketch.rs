//! The schema of samples: what all of them are, member by member.

use indexmap::IndexMap;

use crate::document::{Map, Number, Value};

/// Members whose word says what their object is.
const TAGS: &[&str] = &["object", "type", "kind", "event"];
/// Members that are words even where few samples show them.
const STATES: &[&str] = &["status", "state", "role"];
/// The most words of an enum, and the most variants of a union.
const WORDS: usize = 24;
/// So many samples there are at least for each word of an enum.
const TIMES: usize = 3;
/// An object with more different members than this may be a map.
const MEMBERS: usize = 12;

/// The schema of values at one place, whose member has this name.
pub(super) fn schema(name: &str, values: &[&Value]) -> Value {
    let is_null = |value: &&&Value| matches!(value, Value::Null);
    let nullable = values.iter().any(|value| is_null(&value));
    let set: Vec<&Value> = values
        .iter()
        .copied()
        .filter(|value| !is_null(&value))
        .collect();
    let mut branches = branches(name, &set);
    if nullable && branches.len() == 1 && branches[0].get("type").is_some() {
        let mut only = branches.remove(0);
        if let Value::Map(map) = &mut only {
            map.insert("nullable".to_owned(), Value::Bool(true));
        }
        return only;
    }
    if nullable && !branches.is_empty() {
        branches.push(typed("null"));
    }
    match branches.len() {
        // Nothing, or null alone, may be anything.
        0 => Value::Map(Map::new()),
        1 => branches.remove(0),
        _ => object([("anyOf", Value::List(branches))]),
    }
}

/// A schema for each kind of values that are there.
fn branches(name: &str, values: &[&Value]) -> Vec<Value> {
    let strings: Vec<&str> = values.iter().filter_map(|value| value.as_str()).collect();
    let numbers: Vec<_> = values
        .iter()
        .filter_map(|value| value.as_number())
        .collect();
    let lists: Vec<&[Value]> = values.iter().filter_map(|value| value.as_list()).collect();
    let maps: Vec<&Map> = values.iter().filter_map(|value| value.as_map()).collect();
    let mut all = Vec::new();
    if !strings.is_empty() {
        all.push(text(name, &strings, strings.len() == values.len()));
    }
    if values.iter().any(|value| value.as_bool().is_some()) {
        all.push(typed("boolean"));
    }
    if !numbers.is_empty() {
        all.push(of_numbers(&numbers));
    }
    if !lists.is_empty() {
        let elements: Vec<&Value> = lists.into_iter().flatten().collect();
        let items = schema(name, &elements);
        all.push(object([("type", Value::from("array")), ("items", items)]));
    }
    if !maps.is_empty() {
        all.push(of_maps(name, &maps));
    }
    all
}

/// Integers where all are whole, and some type of Rust has room for them.
fn of_numbers(numbers: &[Number]) -> Value {
    let whole: Option<Vec<i128>> = numbers.iter().map(|number| number.as_whole()).collect();
    let fits = |low: i128, high: i128| {
        let whole = whole.as_deref().unwrap_or_default();
        !whole.is_empty() && whole.iter().all(|number| (low..=high).contains(number))
    };
    if fits(i64::MIN.into(), i64::MAX.into()) {
        return typed("integer");
    }
    if fits(0, u64::MAX.into()) {
        let none = Value::Number(Number::Integer(0));
        return object([("type", Value::from("integer")), ("minimum", none)]);
    }
    typed("number")
}

/// A string: words, where few come often, or where the member is one that has words.
fn text(name: &str, strings: &[&str], is_alone: bool) -> Value {
    let mut words: Vec<&str> = strings.to_vec();
    words.sort_unstable();
    words.dedup();
    let are_words = words.len() <= WORDS && words.iter().all(|word| is_word(word));
    let is_id = name == "id" || name.ends_with("_id") || name.ends_with("_ids");
    let is_known = TAGS.contains(&name) || STATES.contains(&name);
    // Names with numbers in them are more often made by a machine than chosen.
    let is_chosen = |word: &&str| !word.contains(|c: char| c.is_ascii_digit());
    let is_frequent = words.len() * TIMES <= strings.len() && words.len() > 1;
    let is_frequent = is_frequent && words.iter().all(is_chosen);
    let is_auto = !is_alone && words == ["auto"];
    match are_words && !is_id && (is_known || is_frequent) || is_auto {
        true => enumeration(&words),
        false => typed("string"),
    }
}

/// Whether a string looks like a word of a program.
fn is_word(text: &str) -> bool {
    const LONGEST: usize = 40;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(is_part)
}

/// Objects: of several kinds where a tag tells them apart, with free keys where these look like data, or with members.
fn of_maps(name: &str, maps: &[&Map]) -> Value {
    if let Some(groups) = tagged(maps) {
        let branches = groups.values().map(|maps| with_members(maps));
        return object([("oneOf", Value::List(branches.collect()))]);
    }
    if is_free(maps) {
        let values: Vec<&Value> = maps.iter().flat_map(|map| map.values()).collect();
        let values = schema(name, &values);
        return object([
            ("type", Value::from("object")),
            ("additionalProperties", values),
        ]);
    }
    with_members(maps)
}

/// Objects by the word of a tag, where all have it, several words come, and a member comes with some of them only.
fn tagged<'m>(maps: &[&'m Map]) -> Option<IndexMap<&'m str, Vec<&'m Map>>> {
    TAGS.iter().find_map(|tag| {
        let mut groups: IndexMap<&str, Vec<&Map>> = IndexMap::new();
        for map in maps {
            let word = map.get(*tag)?.as_str().filter(|word| is_word(word))?;
            groups.entry(word).or_default().push(map);
        }
        let names = |maps: &Vec<&Map>| {
            let mut names: Vec<String> = maps.iter().flat_map(|map| map.keys().cloned()).collect();
            names.sort_unstable();
            names.dedup();
            names
        };
        let mut shapes: Vec<Vec<String>> = groups.values().map(names).collect();
        shapes.sort_unstable();
        shapes.dedup();
        let is_union = (2..=WORDS).contains(&groups.len()) && shapes.len() > 1;
        is_union.then_some(groups)
    })
}

/// Whether the members of objects have names that are data: many, and each in few of the objects.
fn is_free(maps: &[&Map]) -> bool {
    let mut counts: IndexMap<&str, usize> = IndexMap::new();
    for name in maps.iter().flat_map(|map| map.keys()) {
        *counts.entry(name).or_default() += 1;
    }
    let is_rare = |count: &usize| count * 2 <= maps.len();
    counts.len() > MEMBERS && counts.values().all(is_rare)
        || counts.keys().any(|name| !is_word(name)) && counts.len() > 1
}

fn with_members(maps: &[&Map]) -> Value {
    let mut members: IndexMap<&str, Vec<&Value>> = IndexMap::new();
    for (name, value) in maps.iter().flat_map(|map| map.iter()) {
        members.entry(name).or_default().push(value);
    }
    let is_required = |values: &Vec<&Value>| values.len() == maps.len();
    let required = members.iter().filter(|(_, values)| is_required(values));
    let required = required.map(|(name, _)| Value::from(*name)).collect();
    let properties = members.iter().map(|(name, values)| {
        let mut schema = schema(name, values);
        // What becomes a type of its own would have it as the type's.
        let is_named = ["properties", "oneOf", "anyOf", "enum"];
        let is_named = is_named.iter().any(|key| schema.get(key).is_some());
        if let (false, Value::Map(map)) = (is_required(values) || is_named, &mut schema) {
            let (some, all) = (values.len(), maps.len());
            let docs = format!("In {some} of {all} samples.");
            map.insert("description".to_owned(), Value::String(docs));
        }
        ((*name).to_owned(), schema)
    });
    object([
        ("type", Value::from("object")),
        ("properties", Value::Map(properties.collect())),
        ("required", Value::List(required)),
    ])
}

fn enumeration(words: &[&str]) -> Value {
    let words = words.iter().map(|word| Value::from(*word)).collect();
    object([
        ("type", Value::from("string")),
        ("enum", Value::List(words)),
    ])
}

fn typed(kind: &str) -> Value {
    object([("type", Value::from(kind))])
}

fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let members = members.into_iter();
    Value::Map(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::schema;
    use crate::document::{Value, parse};

    #[track_caller]
    fn inferred(samples: &str, expected: &str) {
        let samples = parse(samples).unwrap();
        let samples: Vec<&Value> = samples.as_list().unwrap().iter().collect();
        assert_eq!(schema("x", &samples).to_string(), expected);
    }

    /// Reads a list in JSON as `{"all": […]}`, which is how a text looks that is JSON for sure.
    #[track_caller]
    fn member(name: &str, values: &str, expected: &str) {
        let all = parse(&format!("{{\"all\": {values}}}")).unwrap();
        let values: Vec<&Value> = all
            .get("all")
            .and_then(Value::as_list)
            .unwrap()
            .iter()
            .collect();
        assert_eq!(schema(name, &values).to_string(), expected);
    }

    #[test]
    fn kinds() {
        inferred("[1, 2.0]", r#"{"type":"integer"}"#);
        inferred("[1, 2.5]", r#"{"type":"number"}"#);
        let large = u64::MAX;
        inferred(&format!("[{large}]"), r#"{"type":"integer","minimum":0}"#);
        inferred(&format!("[{large}, -1]"), r#"{"type":"number"}"#);
        inferred("[true, null]", r#"{"type":"boolean","nullable":true}"#);
        inferred("[null]", "{}");
        inferred(
            "[[1], [null]]",
            r#"{"type":"array","items":{"type":"integer","nullable":true}}"#,
        );
        inferred("[[]]", r#"{"type":"array","items":{}}"#);
        inferred(
            r#"["a", 1]"#,
            r#"{"anyOf":[{"type":"string"},{"type":"integer"}]}"#,
        );
        inferred(
            r#"["auto", 1, null]"#,
            r#"{"anyOf":[{"type":"string","enum":["auto"]},{"type":"integer"},{"type":"null"}]}"#,
        );
    }

    #[test]
    fn words() {
        let two = r#"{"type":"string","enum":["off","on"]}"#;
        member("power", r#"["on","off","on","on","off","on"]"#, two);
        member("power", r#"["on","off"]"#, r#"{"type":"string"}"#);
        member("status", r#"["on","off"]"#, two);
        member("id", r#"["a","b","a","b","a","b"]"#, r#"{"type":"string"}"#);
        member(
            "file",
            r#"["f1","f2","f1","f2","f1","f2"]"#,
            r#"{"type":"string"}"#,
        );
        member("status", r#"["so it is"]"#, r#"{"type":"string"}"#);
    }

    #[test]
    fn objects() {
        inferred(
            r#"[{"a": 1, "b": 2}, {"a": 1}]"#,
            r#"{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer","description":"In 1 of 2 samples."}},"required":["a"]}"#,
        );
        let free = r#"{"type":"object","additionalProperties":{"type":"integer"}}"#;
        inferred(r#"[{"gpt 4": 1, "o 3": 2}]"#, free);
        let many: Vec<String> = (0..8)
            .map(|i| format!("{{\"a{i}\": 1, \"b{i}\": 1}}"))
            .collect();
        inferred(&format!("[{}]", many.join(",")), free);
    }

    #[test]
    fn a_tag_tells_objects_apart() {
        let one = r#"{"type":"object","properties":{"type":{"type":"string","enum":["one"]},"a":{"type":"integer"}},"required":["type","a"]}"#;
        let two = r#"{"type":"object","properties":{"type":{"type":"string","enum":["two"]}},"required":["type"]}"#;
        inferred(
            r#"[{"type": "one", "a": 1}, {"type": "two"}]"#,
            &format!(r#"{{"oneOf":[{one},{two}]}}"#),
        );
        // Words alone make no union.
        inferred(
            r#"[{"type": "one"}, {"type": "two"}]"#,
            r#"{"type":"object","properties":{"type":{"type":"string","enum":["one","two"]}},"required":["type"]}"#,
        );
    }
}
