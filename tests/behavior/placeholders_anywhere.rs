//! Members are taken out of valid documents, or replaced, at random places: with placeholders such a document is read as
//! long as it is still an object of its type, comes back, and the report names just those places.

use std::collections::BTreeMap;

use api_object::{ApiObject, Code, Extra, Items, Pointer, Reader, UnknownObject};
use serde_json::{Value, json};

use crate::placeholders::filled;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "node")]
struct Node {
    name: String,
    n: u8,
    #[api(rename = "a/b~c", alias = "abc")]
    escaped: bool,
    list: Vec<Leaf>,
    items: Items<Leaf>,
    map: BTreeMap<String, Leaf>,
    choice: Choice,
    boxed: Box<Leaf>,
    generic: Pair<Leaf, f64>,
    below: Option<Box<Node>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Leaf {
    x: i64,
    y: String,
    z: Option<bool>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Pair<A, B> {
    first: A,
    second: Vec<B>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "kind")]
enum Choice {
    Leaf(Leaf),
    Pair(Pair<String, Leaf>),
    #[api(unknown)]
    Other(UnknownObject),
}

/// Numbers that seem random: xorshift, after Marsaglia (2003).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

fn leaf(random: &mut Random) -> Value {
    json!({"x": random.below(99), "y": "y", "z": null})
}

fn node(random: &mut Random, depth: usize) -> Value {
    let some = |random: &mut Random| -> Vec<Value> {
        (0..random.below(3)).map(|_| leaf(random)).collect()
    };
    let choice = match random.below(2) {
        0 => {
            let mut leaf = leaf(random);
            leaf["kind"] = json!("leaf");
            leaf
        }
        _ => json!({"kind": "pair", "first": "f", "second": some(random)}),
    };
    let below = match depth {
        0 => Value::Null,
        _ => node(random, depth - 1),
    };
    json!({
        "object": "node", "name": "n", "n": 7, "a/b~c": true, "list": some(random), "items": some(random),
        "map": {"k": leaf(random), "~/": leaf(random)}, "choice": choice, "boxed": leaf(random),
        "generic": {"first": leaf(random), "second": [1.5]}, "below": below,
    })
}

/// Members that are required in their objects, wherever they are.
const REQUIRED: &[&str] = &[
    "name", "n", "a/b~c", "list", "items", "map", "choice", "boxed", "generic", "x", "y", "first",
    "second",
];

/// The pointers to all required members.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                if REQUIRED.contains(&name.as_str()) {
                    found.push(at.clone());
                }
                places(value, &at, found);
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{i}"), found);
            }
        }
        _ => {}
    }
}

/// Takes a member out, or puts a value in its place that fits no type here.
fn damage(document: &mut Value, pointer: &str, remove: bool) {
    let (parent, name) = pointer.rsplit_once('/').expect("a member");
    let name = name.replace("~1", "/").replace("~0", "~");
    let parent = document.pointer_mut(parent).expect("its object");
    let members = parent.as_object_mut().expect("an object");
    if remove {
        members.remove(&name);
    } else {
        members.insert(name, json!(-0.5e-7));
    }
}

/// The same members in another order.
fn shuffled(value: &Value, random: &mut Random) -> String {
    match value {
        Value::Object(members) => {
            let mut rows: Vec<String> = members
                .iter()
                .map(|(name, value)| {
                    format!("{}:{}", Value::from(name.as_str()), shuffled(value, random))
                })
                .collect();
            for i in (1..rows.len()).rev() {
                rows.swap(i, random.below(i + 1));
            }
            format!("{{{}}}", rows.join(","))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| shuffled(item, random)).collect();
            format!("[{}]", items.join(","))
        }
        scalar => scalar.to_string(),
    }
}

#[test]
fn each_place_is_named_and_nothing_is_lost() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..1_500 {
        let mut document = node(&mut random, 2);
        let mut all = Vec::new();
        places(&document, "", &mut all);
        let mut damaged: Vec<(String, bool)> = Vec::new();
        for _ in 0..=random.below(3) {
            let pointer = all[random.below(all.len())].clone();
            let is_apart = |(other, _): &(String, bool)| {
                !pointer.starts_with(other.as_str()) && !other.starts_with(&pointer)
            };
            if damaged.iter().all(is_apart) {
                let remove = random.below(2) == 0;
                damage(&mut document, &pointer, remove);
                damaged.push((pointer, remove));
            }
        }
        let text = shuffled(&document, &mut random);
        named(&text, damaged);
    }
}

/// Asserts that a text is read with placeholders at these places and no others, and refused without them at the
/// same, or set aside with what holds them.
#[track_caller]
fn named(text: &str, damaged: Vec<(String, bool)>) {
    let read = filled::<Node>(text);
    let report = read.report();
    let mut told: Vec<(String, bool)> = report
        .violations()
        .map(|issue| (issue.pointer.to_string(), issue.code == Code::MissingFilled))
        .collect();
    let mut expected = damaged;
    told.sort();
    expected.sort();
    assert_eq!(told, expected, "{report}\nin {text}");
    let plain: Vec<String> = match api_object::from_str::<Node>(text) {
        Ok(read) => {
            let report = read.report();
            report
                .violations()
                .map(|issue| issue.pointer.to_string())
                .collect()
        }
        Err(error) => error
            .issues()
            .map(|at| at.issue.pointer.to_string())
            .collect(),
    };
    for pointer in &plain {
        assert!(
            expected.iter().any(|(place, _)| place == pointer),
            "{pointer} in {text}"
        );
    }
    assert!(!plain.is_empty(), "{text}");
}

#[test]
fn what_is_filled_reads_as_it_was_written() {
    let mut random = Random(7);
    for _ in 0..300 {
        let mut document = node(&mut random, 1);
        let mut all = Vec::new();
        places(&document, "", &mut all);
        let pointer = all[random.below(all.len())].clone();
        damage(&mut document, &pointer, random.below(2) == 0);
        let first = filled::<Node>(&document.to_string());
        let again = Reader::new().fill_missing();
        let text = api_object::to_string(&first);
        let again = again.from_str::<Node>(&text).expect("as before");
        assert_eq!((&again, again.report()), (&first, first.report()));
    }
}

/// Where all values stand, by their pointers.
fn values(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                values(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(i, item)| values(item, &format!("{at}/{i}"), found));
        }
        _ => {}
    }
}

#[test]
fn where_a_text_breaks_is_named_whatever_stands_there() {
    let mut random = Random(0x1234_5678);
    for _ in 0..400 {
        let document = node(&mut random, 2);
        let mut all = Vec::new();
        values(&document, "", &mut all);
        let text = shuffled(&document, &mut random);
        let pointer = all[random.below(all.len())].clone();
        let range = pointer.parse::<Pointer>().unwrap().find_in(&text);
        let range = range.unwrap_or_else(|| panic!("{pointer} in {text}"));
        let mut broken = text.clone();
        // The byte with which the value begins starts no value.
        broken.replace_range(range.start..range.start + 1, "@");
        for reader in [Reader::new(), Reader::new().fill_missing()] {
            let error = reader.from_str::<Node>(&broken).unwrap_err();
            let first = error.first();
            assert_eq!(first.issue.code, Code::Syntax, "{error}");
            assert_eq!(
                (first.issue.pointer.as_str(), first.offset),
                (&*pointer, range.start),
                "{broken}"
            );
        }
    }
}
