//! A value that does not fit, in a random place of a random valid document: the error names that place, by pointer, offset,
//! line and column.

use api_object::{Code, DecodeIssue};
use serde_json::{Value, json};

use super::documents::Random;
use super::{DOCUMENTS, ours};

/// Members that the types do not know, so that anything fits there.
const UNKNOWN: [&str; 2] = ["unknown", "more"];

/// Keys of maps that a pointer has to escape (RFC 6901, section 3), and others that it need not.
const KEYS: [&str; 5] = ["a/b", "~", "~1", "", "é \"\\"];

/// Where a value does not fit, as keys and indexes, in the words of RFC 6901.
#[derive(Default)]
struct Place(String);

impl Place {
    fn below(mut self, segment: &str) -> Self {
        self.0.push('/');
        self.0
            .push_str(&segment.replace('~', "~0").replace('/', "~1"));
        self
    }
}

/// Puts a value of another kind in a random place, and says where; in what is told by trying, the whole is the place.
fn damage(random: &mut Random, value: &mut Value, place: Place) -> Place {
    match value {
        Value::Object(members) if random.mostly(5) => {
            let known = members
                .keys()
                .filter(|name| !UNKNOWN.contains(&name.as_str()));
            let known: Vec<String> = known.cloned().collect();
            if known.is_empty() {
                *value = json!([0]);
                return place;
            }
            let name = &known[random.below(known.len())];
            let place = place.below(name);
            match name.as_str() {
                "choice" => {
                    members[name] = json!({"": 0});
                    place
                }
                _ => damage(random, &mut members[name], place),
            }
        }
        Value::Array(items) if !items.is_empty() && random.mostly(5) => {
            let at = random.below(items.len());
            damage(random, &mut items[at], place.below(&at.to_string()))
        }
        // An object never stands for a list, a scalar or null here, nor a list for an object.
        Value::Object(_) => {
            *value = json!([0]);
            place
        }
        _ => {
            *value = json!({"": 0});
            place
        }
    }
}

/// Line and column of an offset, counted anew.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[track_caller]
fn names(at: &DecodeIssue, place: &str, text: &str) {
    let pointer = at.issue.pointer.as_str();
    // A tag that is no word is told at the tag, or at the object that it was to tell of.
    let holder = place.strip_suffix("/type").or(place.strip_suffix("/event"));
    let is_tag = at.issue.code == Code::UnknownVariant || at.issue.code == Code::WrongTag;
    assert!(
        pointer == place || (holder == Some(pointer) && is_tag),
        "{at}, and not at {place}, in {text}"
    );
    let found = at.issue.pointer.find_in(text).expect("it is there");
    assert_eq!(found.start, at.offset, "{at} in {text}");
    assert_eq!(
        (at.line, at.column),
        position(text, at.offset),
        "{at} in {text}"
    );
}

#[test]
fn the_error_names_the_place_of_the_damage() {
    let mut deepest = 0;
    for seed in 0..DOCUMENTS / 2 {
        let mut random = Random::new(seed);
        let (mut order, mut text) = (random.order(3), String::new());
        order["limits"][KEYS[random.below(KEYS.len())]] = json!(1);
        let Place(place) = damage(&mut random, &mut order, Place::default());
        random.write(&order, &mut text);
        // White space of all kinds, where no string has it.
        let text = text
            .replace("\":{", "\" :\r\n\t{")
            .replace("\":[", "\":\n [");
        let error = api_object::from_str::<ours::Order>(&text).expect_err(&text);
        let at: Vec<_> = error.issues().collect();
        let [at] = at[..] else {
            panic!("one place is told: {error}\nin {text}");
        };
        names(at, &place, &text);
        deepest = deepest.max(place.matches('/').count());
    }
    assert!(deepest >= 4, "{deepest}");
}
