//! Writes crates with many types: the same ones for serde derive, for `ApiObject`, and for what else there is.
//!
//! Each type has 15 members of mixed kinds, an id and an enum of its own, and holds other types, as in an SDK; every fifth
//! has a list of a union, and every fifth other a lifecycle.
//! For serde the members are public, and the tag is a sixteenth. For us they are private and have accessors and rules,
//! unknown members are kept, and the enum of every fifth type is a status table: everything that a user would switch on.

mod miniserde;
mod ours;
mod serde;

use serde_json::{Value, json};

use crate::random::Random;

/// The types of one crate.
pub struct Schema {
    things: Vec<Thing>,
}

/// Who derives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// `#[derive(Serialize, Deserialize)]`.
    Serde,
    /// `#[derive(ApiObject)]`.
    Ours,
    /// Serde's derives, and those of other crates for some of what ours does besides: strum for enums, derive-getters,
    /// garde for rules, bon for builders.
    Crowd,
    /// `#[derive(miniserde::Serialize, miniserde::Deserialize)]`, which knows of no ids and no unions.
    Miniserde,
}

/// A type.
struct Thing {
    number: usize,
    members: Vec<Member>,
}

struct Member {
    name: &'static str,
    kind: Kind,
}

/// What a member holds. `Object` and its kin name other types by number, always lower ones.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Id,
    Word,
    Time,
    TimeOrNull,
    Text,
    TextOrNull,
    Texts,
    TextsOrNull,
    Signed,
    Unsigned,
    CountOrNull,
    Flag,
    FlagOrNull,
    Float,
    FloatOrNull,
    Object(usize),
    ObjectOrNull(usize),
    ObjectsOrNull(usize),
    PartsOrNull(usize, usize),
}

/// The words of every enum and status table.
const WORDS: [&str; 5] = ["queued", "running", "succeeded", "failed", "cancelled"];

/// Names for the twelve members that are drawn.
const NAMES: &[&str] = &[
    "model",
    "instructions",
    "description",
    "title",
    "name",
    "owner",
    "region",
    "currency",
    "locale",
    "notes",
    "reason",
    "amount",
    "total",
    "limit_value",
    "offset",
    "priority",
    "version",
    "attempts",
    "weight",
    "temperature",
    "score",
    "ratio",
    "tags",
    "labels",
    "scopes",
    "features",
    "expires_at",
    "finished_at",
    "started_at",
    "archived_at",
    "parent",
    "source",
    "target",
    "settings",
    "usage",
    "details",
    "children",
    "steps",
    "messages",
    "attachments",
    "enabled",
    "public",
    "live_mode",
    "has_more",
    "strict",
    "parallel",
    "usage_tokens",
    "size_bytes",
    "position",
];

impl Side {
    /// How its crates are called.
    pub fn short(self) -> &'static str {
        match self {
            Side::Serde => "serde",
            Side::Ours => "ours",
            Side::Crowd => "crowd",
            Side::Miniserde => "miniserde",
        }
    }

    /// As it stands in tables.
    pub fn name(self) -> &'static str {
        match self {
            Side::Serde => "serde derive",
            Side::Ours => "api-object",
            Side::Crowd => "serde + strum + getters + garde + bon",
            Side::Miniserde => "miniserde",
        }
    }
}

impl Schema {
    /// As many types as asked for, the same at every call.
    pub fn new(types: usize) -> Self {
        let mut random = Random::new(0xc0de);
        Schema {
            things: (0..types)
                .map(|number| Thing::new(number, &mut random))
                .collect(),
        }
    }

    /// The `lib.rs` of the crate that declares the types.
    pub fn types(&self, side: Side) -> String {
        match side {
            Side::Serde => serde::types(&self.things, serde::ALONE),
            Side::Ours => ours::types(&self.things),
            Side::Crowd => serde::types(&self.things, serde::IN_A_CROWD),
            Side::Miniserde => miniserde::types(&self.things),
        }
    }

    /// The `main.rs` of a program that decodes and encodes one document of each type, line by line from its input.
    pub fn app(&self, side: Side, types: &str) -> String {
        let (head, turn): (_, fn(&str, &Thing) -> String) = match side {
            Side::Serde => ("", serde::turn),
            Side::Ours => (ours::APP_HEAD, ours::turn),
            Side::Crowd => ("use garde::Validate;\n\n", serde::turn_with_rules),
            Side::Miniserde => ("", miniserde::turn),
        };
        let turns: String = self.things.iter().map(|thing| turn(types, thing)).collect();
        format!("{APP}\n{head}const TURNS: &[Turn] = &[\n{turns}];\n")
    }

    /// A document for each type, in order.
    pub fn samples(&self) -> Vec<Value> {
        self.things
            .iter()
            .map(|thing| self.sample(thing, 0))
            .collect()
    }

    fn sample(&self, thing: &Thing, depth: usize) -> Value {
        let members = thing.members.iter().map(|member| {
            let value = self.value(thing, member.kind, depth);
            (member.name.to_owned(), value)
        });
        let tag = ("object".to_owned(), json!(thing.tag()));
        Value::Object(members.chain([tag]).collect())
    }

    fn value(&self, thing: &Thing, kind: Kind, depth: usize) -> Value {
        let number = thing.number;
        let object = |other: usize| self.sample(&self.things[other], depth + 1);
        match kind {
            Kind::Id => json!(format!("{}x7Kq2", thing.prefix())),
            Kind::Word => json!(WORDS[2]),
            Kind::Time | Kind::TimeOrNull => json!(1_721_764_800 + number),
            Kind::Text | Kind::TextOrNull => json!("plain text"),
            Kind::Texts | Kind::TextsOrNull => json!(["one", "two \"quoted\""]),
            Kind::Signed => json!(-17),
            Kind::Unsigned | Kind::CountOrNull => json!(number),
            Kind::Flag | Kind::FlagOrNull => json!(number.is_multiple_of(2)),
            Kind::Float | Kind::FloatOrNull => json!(0.25),
            Kind::Object(other) => object(other),
            Kind::ObjectOrNull(_) | Kind::ObjectsOrNull(_) | Kind::PartsOrNull(..) if depth > 0 => {
                Value::Null
            }
            Kind::ObjectOrNull(other) => object(other),
            Kind::ObjectsOrNull(other) => json!([object(other)]),
            Kind::PartsOrNull(first, second) => {
                let part = |word: &str, other| {
                    let mut part = object(other);
                    part["type"] = json!(word);
                    part
                };
                json!([part("first", first), part("second", second)])
            }
        }
    }
}

impl Thing {
    fn new(number: usize, random: &mut Random) -> Self {
        let mut names = NAMES.to_vec();
        random.shuffle(&mut names);
        let mut kinds = drawn(number, random);
        random.shuffle(&mut kinds);
        let fixed = [
            ("id", Kind::Id),
            ("created_at", Kind::Time),
            ("status", Kind::Word),
        ];
        let members = fixed.into_iter().chain(names.into_iter().zip(kinds));
        Thing {
            number,
            members: members.map(|(name, kind)| Member { name, kind }).collect(),
        }
    }

    fn name(&self) -> String {
        format!("Thing{}", self.number)
    }

    fn tag(&self) -> String {
        format!("thing{}", self.number)
    }

    fn prefix(&self) -> String {
        format!("thing{}_", self.number)
    }

    fn has_lifecycle(&self) -> bool {
        self.number.is_multiple_of(5)
    }

    /// The two variants of its union.
    fn parts(&self) -> Option<(usize, usize)> {
        self.members.iter().find_map(|member| match member.kind {
            Kind::PartsOrNull(first, second) => Some((first, second)),
            _ => None,
        })
    }

    /// How a member of this kind is typed in Rust, for a side that calls a moment `time`.
    fn rust_type(&self, kind: Kind, time: &str) -> String {
        match kind {
            Kind::Id => format!("{}Id", self.name()),
            Kind::Word => format!("{}Status", self.name()),
            Kind::Time => time.to_owned(),
            Kind::TimeOrNull => format!("Option<{time}>"),
            Kind::Text => "String".to_owned(),
            Kind::TextOrNull => "Option<String>".to_owned(),
            Kind::Texts => "Vec<String>".to_owned(),
            Kind::TextsOrNull => "Option<Vec<String>>".to_owned(),
            Kind::Signed => "i64".to_owned(),
            Kind::Unsigned => "u32".to_owned(),
            Kind::CountOrNull => "Option<u64>".to_owned(),
            Kind::Flag => "bool".to_owned(),
            Kind::FlagOrNull => "Option<bool>".to_owned(),
            Kind::Float => "f64".to_owned(),
            Kind::FloatOrNull => "Option<f64>".to_owned(),
            Kind::Object(other) => format!("Thing{other}"),
            Kind::ObjectOrNull(other) => format!("Option<Box<Thing{other}>>"),
            Kind::ObjectsOrNull(other) => format!("Option<Vec<Thing{other}>>"),
            Kind::PartsOrNull(..) => format!("Option<Vec<{}Part>>", self.name()),
        }
    }
}

/// Twelve kinds, of which some differ from type to type. The first type has nothing to hold.
fn drawn(number: usize, random: &mut Random) -> Vec<Kind> {
    let either = |a, b, random: &mut Random| if random.once_in(2) { a } else { b };
    let objects = match number {
        0 => [Kind::Text, Kind::TextOrNull],
        // Half the number, so that a chain of types by value stays short.
        _ => [
            either(
                Kind::Object(number / 2),
                Kind::ObjectOrNull(random.below(number)),
                random,
            ),
            Kind::ObjectsOrNull(random.below(number)),
        ],
    };
    let mut kinds = vec![
        Kind::Text,
        Kind::TextOrNull,
        either(Kind::Text, Kind::TextOrNull, random),
        match number % 5 {
            3 => Kind::PartsOrNull(number / 2, number - 1),
            _ => either(Kind::Texts, Kind::TextsOrNull, random),
        },
        Kind::Signed,
        Kind::Unsigned,
        Kind::CountOrNull,
        either(Kind::Flag, Kind::FlagOrNull, random),
        either(Kind::Float, Kind::FloatOrNull, random),
        Kind::TimeOrNull,
    ];
    kinds.extend(objects);
    kinds
}

/// `queued` as the name of a variant.
fn variant(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// One line in, one line out: the number of a type, a space, a document.
const APP: &str = r#"//! Decodes and encodes every type.

use std::error::Error;
use std::io::Write;

type Turn = fn(&[u8]) -> Result<Vec<u8>, Box<dyn Error>>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lines() {
        let line = line?;
        let (number, document) = line.split_once(' ').ok_or("no space")?;
        let turn = TURNS.get(number.parse::<usize>()?).ok_or("no such type")?;
        out.write_all(&turn(document.as_bytes())?)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
"#;

#[cfg(test)]
mod tests;
