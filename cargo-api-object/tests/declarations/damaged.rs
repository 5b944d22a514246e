//! Damaged documents: whatever stands where, a document is an error or becomes files that are Rust.
//!
//! The damage is the same in each run. The fuzz target `import` goes on where this ends.

use cargo_api_object::document::{Map, Value, parse};
use cargo_api_object::import::{ImportError, Options, import_text};

use super::fixture::path;

/// How many documents are damaged.
const CASES: u64 = 240;
/// The largest part that takes the place of another, in bytes of JSON.
const LARGEST: usize = 300;

/// Numbers that are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        // xorshift64*, of Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled".
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(drawn).unwrap_or_default() % end.max(1)
    }

    fn pick<'p, T>(&mut self, among: &'p [T]) -> &'p T {
        &among[self.below(among.len())]
    }
}

/// The documents of the tests, and what they are made of.
struct Stock {
    texts: Vec<String>,
    trees: Vec<Value>,
    values: Vec<Value>,
    keys: Vec<String>,
}

fn stock() -> Stock {
    let mut paths: Vec<_> = std::fs::read_dir(path(""))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .collect();
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let trees: Vec<Value> = texts.iter().map(|text| parse(text).unwrap()).collect();
    let (mut values, mut keys) = (Vec::new(), Vec::new());
    trees
        .iter()
        .for_each(|tree| gather(tree, &mut values, &mut keys));
    for odd in [
        "-1",
        "1e400",
        "170141183460469231731687303715884105728",
        "\"#/\"",
        "\"\\u0000`*/\"",
        "[]",
        "{}",
    ] {
        values.extend(
            parse(&format!("{{\"a\": {odd}}}"))
                .ok()
                .and_then(|value| value.get("a").cloned()),
        );
    }
    keys.dedup();
    Stock {
        texts,
        trees,
        values,
        keys,
    }
}

/// All values that are not too large, and all keys.
fn gather(value: &Value, values: &mut Vec<Value>, keys: &mut Vec<String>) {
    if value.to_string().len() <= LARGEST {
        values.push(value.clone());
    }
    match value {
        Value::Map(map) => map.iter().for_each(|(key, value)| {
            keys.push(key.clone());
            gather(value, values, keys);
        }),
        Value::List(list) => list.iter().for_each(|value| gather(value, values, keys)),
        _ => {}
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Map(map) => map.values().map(count).sum(),
        Value::List(list) => list.iter().map(count).sum(),
        _ => 0,
    }
}

/// Damages the value at a place, which is counted down.
fn strike(value: &mut Value, place: &mut usize, random: &mut Random, stock: &Stock) {
    if *place == 0 {
        *place = usize::MAX;
        return hit(value, random, stock);
    }
    *place = place.saturating_sub(1);
    let mut inner: Vec<&mut Value> = match value {
        Value::Map(map) => map.values_mut().collect(),
        Value::List(list) => list.iter_mut().collect(),
        _ => Vec::new(),
    };
    for value in &mut inner {
        if *place < usize::MAX / 2 {
            strike(value, place, random, stock);
        }
    }
}

fn hit(value: &mut Value, random: &mut Random, stock: &Stock) {
    let other = random.pick(&stock.values).clone();
    match (random.below(4), &mut *value) {
        (0, Value::Map(map)) if !map.is_empty() => {
            let lost = random.below(map.len());
            let kept = map
                .clone()
                .into_iter()
                .enumerate()
                .filter(|(i, _)| *i != lost);
            *map = kept.map(|(_, entry)| entry).collect::<Map>();
        }
        (1 | 2, Value::Map(map)) => {
            map.insert(random.pick(&stock.keys).clone(), other);
        }
        (0 | 1, Value::List(list)) => list.push(other),
        _ => *value = other,
    }
}

/// A text in which a few characters are lost, or stand twice.
fn torn(text: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(3) {
        let at = random.below(chars.len());
        let end = (at + 1 + random.below(12)).min(chars.len());
        match random.below(2) {
            0 => drop(chars.drain(at..end)),
            _ => {
                let part: Vec<char> = chars[at..end].to_vec();
                let to = random.below(chars.len());
                drop(chars.splice(to..to, part));
            }
        }
    }
    chars.into_iter().collect()
}

#[test]
fn a_damaged_document_is_an_error_or_becomes_rust() {
    let stock = stock();
    let (mut imported, mut refused) = (0, 0);
    for case in 0..CASES {
        let mut random = Random(case * 2 + 1);
        let text = match case % 4 {
            0 => {
                let text: &String = random.pick(&stock.texts);
                torn(text, &mut random)
            }
            _ => {
                let mut tree = random.pick(&stock.trees).clone();
                for _ in 0..=random.below(4) {
                    let mut place = random.below(count(&tree));
                    strike(&mut tree, &mut place, &mut random, &stock);
                }
                tree.to_string()
            }
        };
        match import_text("damaged.yaml", &text, &Options::default()) {
            Ok(found) => {
                imported += 1;
                for file in &found.files {
                    syn::parse_file(&file.text).unwrap_or_else(|error| {
                        panic!("case {case}: {error}\n{text}\n{}", file.text)
                    });
                }
            }
            Err(ImportError::Emit(why)) => panic!("case {case}: {why}\n{text}"),
            Err(error) => {
                refused += 1;
                assert!(!error.to_string().is_empty());
            }
        }
    }
    assert!(
        imported > CASES / 2 && refused > 5,
        "{imported} imported, {refused} refused"
    );
}
