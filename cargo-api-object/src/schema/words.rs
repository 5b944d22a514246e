//! Enums and constants, and what all parts of a schema say beside its kind.

use super::constraints::{bounds, same};
use super::gather::Parts;
use super::model::{Bounds, Kind, Schema, Union, Words};
use super::read::Reader;
use super::samples::{samples, unquoted};
use super::told;
use crate::document::{Number, Place, Target, Value, parse_payload, unescape};

/// The most references from one sample to another.
const STEPS: usize = 10;

impl Reader<'_> {
    /// The words of a schema; none where it has no enum and no constant.
    pub(super) fn words(&mut self, target: &Target, parts: &Parts) -> Option<Kind> {
        let mut values = self.listed(target, parts)?;
        values.retain(|value| *value != Value::Null);
        if values.is_empty() {
            return None;
        }
        let values = as_typed(values, parts);
        let is_text = parts
            .all
            .iter()
            .any(|part| part.value().get("type") == Some(&Value::from("string")));
        let all = |test: fn(&Value) -> bool| values.iter().all(test);
        if all(|value| matches!(value, Value::Bool(_))) && !is_text {
            let only = values.iter().all(|value| *value == values[0]);
            return Some(Kind::Bool(values[0].as_bool().filter(|_| only)));
        }
        if all(|value| matches!(value, Value::Number(_))) && !is_text {
            return Some(self.numbers(target, parts, &values));
        }
        if !all(|value| !matches!(value, Value::List(_) | Value::Map(_))) {
            return Some(self.reduced(target, "an enum of lists or objects"));
        }
        Some(
            match is_text || all(|value| matches!(value, Value::String(_))) {
                true => self.strings(target, parts, values),
                false => self.kinds(target, parts, values),
            },
        )
    }

    /// The values of an enum that are of several kinds: those of each are a branch.
    fn kinds(&mut self, target: &Target, parts: &Parts, values: Vec<Value>) -> Kind {
        let mut branches = Vec::new();
        let (bools, values): (Vec<_>, Vec<_>) = values
            .into_iter()
            .partition(|value| matches!(value, Value::Bool(_)));
        let (numbers, strings): (Vec<_>, Vec<_>) = values
            .into_iter()
            .partition(|value| matches!(value, Value::Number(_)));
        if !strings.is_empty() {
            branches.push(self.strings(target, parts, strings));
        }
        if !numbers.is_empty() {
            branches.push(self.numbers(target, parts, &numbers));
        }
        if let Some(first) = bools.first() {
            let only = bools.iter().all(|value| value == first);
            branches.push(Kind::Bool(first.as_bool().filter(|_| only)));
        }
        let branches = branches.into_iter();
        let branches = branches.map(|kind| self.push_plain(target, kind)).collect();
        Kind::Union(Union {
            branches,
            ..Union::default()
        })
    }

    /// The strings of an enum.
    fn strings(&mut self, target: &Target, parts: &Parts, values: Vec<Value>) -> Kind {
        let mut words: Vec<String> = Vec::new();
        for value in values {
            // `enum: [1, on]` of strings in YAML is `"1"` and `"on"`.
            let word = match value {
                Value::String(word) => word,
                other => {
                    if matches!(other, Value::Number(Number::Float(_))) {
                        let what = format!(
                            "the word `{other}` is a number in the document, which may have spelled it otherwise; where it did, it wants quotes"
                        );
                        self.schemas.problem(&target.place, what, false);
                    }
                    other.to_string()
                }
            };
            match words.contains(&word) {
                true => self.schemas.problem(
                    &target.place,
                    format!("the word `{word}` is there twice"),
                    false,
                ),
                false => words.push(word),
            }
        }
        let told = told::of_words(&words, parts);
        Kind::Words(Words {
            words,
            told,
            ..Words::default()
        })
    }

    /// The numbers of an enum.
    fn numbers(&mut self, target: &Target, parts: &Parts, values: &[Value]) -> Kind {
        let mut found = Bounds::default();
        for value in values {
            let Some(number) = value.as_number() else {
                continue;
            };
            match found.listed.iter().any(|known| same(*known, number)) {
                true => {
                    let what = format!("the number {value} is there twice");
                    self.schemas.problem(&target.place, what, false);
                }
                false => found.listed.push(number),
            }
        }
        for part in &parts.all {
            bounds(part.value(), &mut found);
        }
        let is_whole = found
            .listed
            .iter()
            .all(|number| number.as_whole().is_some());
        match is_whole {
            true => {
                let mut formats = parts
                    .all
                    .iter()
                    .filter_map(|part| part.value().get("format"));
                Kind::Integer(found, formats.find_map(Value::as_str).map(str::to_owned))
            }
            false => Kind::Number(found),
        }
    }

    /// A schema with what its annotations say.
    pub(super) fn annotated(
        &mut self,
        target: &Target,
        annotations: &[Target],
        kind: Kind,
    ) -> Schema {
        self.untold_notes(target);
        let mut all = vec![target];
        all.extend(annotations.iter().filter(|part| part.place != target.place));
        let find = |name: &str| all.iter().find_map(|part| part.value().get(name));
        let says = |name: &str| target.value().get(name).and_then(Value::as_bool) == Some(true);
        let text = |name: &str| {
            find(name)
                .and_then(Value::as_str)
                .map(str::trim)
                .filter(|t| !t.is_empty())
        };
        Schema {
            place: target.place.clone(),
            docs: text("description")
                .or(text("title").filter(|title| !is_said(title, &target.place)))
                .unwrap_or_default()
                .to_owned(),
            title: text("title").unwrap_or_default().to_owned(),
            nullable: all.iter().any(|part| self.allows_null(part)),
            deprecated: says("deprecated"),
            read_only: says("readOnly"),
            write_only: says("writeOnly"),
            default: find("default").cloned(),
            samples: self.at_hand(&target.place, samples(target.value())),
            hints: target.value().get("x-api-object").cloned(),
            broken: Vec::new(),
            kind,
        }
    }

    /// Samples, of which one that is a reference is what it leads to; what is not there shows nothing.
    pub(super) fn at_hand(&mut self, place: &Place, samples: Vec<Value>) -> Vec<Value> {
        let mut found = Vec::new();
        for sample in samples {
            match self.followed_sample(place, sample) {
                Ok(sample) => found.push(sample),
                Err(_) => {
                    let what = "a sample is a reference that leads nowhere; it shows nothing";
                    self.schemas.problem(place, what, false);
                }
            }
        }
        found
    }

    fn followed_sample(&self, place: &Place, mut sample: Value) -> Result<Value, String> {
        let mut place = place.clone();
        for _ in 0..STEPS {
            let only = sample.as_map().filter(|map| map.len() == 1);
            let Some(reference) = only.and_then(|map| map.get("$ref")?.as_str()) else {
                return Ok(sample);
            };
            let target = self.documents.resolve(&place, reference)?;
            place = target.place.clone();
            let value = target.value();
            let is_shared = target.place.pointer.starts_with("/components/examples/");
            let shared = value.get("value").filter(|_| is_shared);
            sample = unquoted(shared.unwrap_or(value).clone());
        }
        Err("a reference leads to references without end".to_owned())
    }

    /// Whether a part allows null, in any of the spellings.
    fn allows_null(&self, part: &Target) -> bool {
        let value = part.value();
        let lists = |name: &str| value.get(name).and_then(Value::as_list).unwrap_or_default();
        let has_branch = |name: &str| {
            let all = part.child(name);
            (0..lists(name).len()).any(|i| {
                let branch = all.as_ref().and_then(|all| all.child(&i.to_string()));
                branch.is_some_and(|branch| self.is_only_null(&branch))
            })
        };
        value.get("nullable").and_then(Value::as_bool) == Some(true)
            || value.get("x-nullable").and_then(Value::as_bool) == Some(true)
            || value.get("type") == Some(&Value::from("null"))
            || value.get("const") == Some(&Value::Null)
            || lists("type")
                .iter()
                .any(|ty| matches!(ty, Value::Null) || *ty == Value::from("null"))
            || lists("enum").contains(&Value::Null)
            || has_branch("oneOf")
            || has_branch("anyOf")
            || has_branch("allOf")
    }
}

/// Values of an enum as the type beside it says that they are: a document may quote what is none: `{type: integer, enum: ["1"]}`.
fn as_typed(values: Vec<Value>, parts: &Parts) -> Vec<Value> {
    let named = |ty: &str| {
        let ty = Value::from(ty);
        let mut types = parts.all.iter().filter_map(|part| part.value().get("type"));
        types.any(|named| match named {
            Value::List(types) => types.iter().all(|one| *one == ty || is_null(one)),
            named => *named == ty,
        })
    };
    let (is_number, is_bool) = (named("integer") || named("number"), named("boolean"));
    let typed = |value: &Value| match value {
        Value::String(text) => {
            let read = parse_payload(text).ok()?;
            match read {
                Value::Number(_) => is_number.then_some(read),
                Value::Bool(_) => is_bool.then_some(read),
                _ => None,
            }
        }
        other => Some(other.clone()),
    };
    let all: Option<Vec<Value>> = values.iter().map(typed).collect();
    all.unwrap_or(values)
}

fn is_null(ty: &Value) -> bool {
    *ty == Value::Null || *ty == Value::from("null")
}

/// Whether a title only repeats the name of what has it, as generators of documents write them.
fn is_said(title: &str, place: &Place) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let name = place.pointer.rsplit('/').next().unwrap_or_default();
    letters(title) == letters(&unescape(name))
}
