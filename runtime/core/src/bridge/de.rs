//! Reading from any self-describing serde format.

mod containers;
mod items;
mod members;
mod union;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::at_once;
use super::path::{Budget, Path};
use super::respelled;
use super::transcode::{NUMBER, ToJson, next_json, number_in_quotes};
use crate::describe::{Shape, UnionStyle};
use crate::filling::{Filling, UnionTag};
use crate::foreign::Reasons;
use crate::issue::{Code, Issue, Words, excerpt, kind};
use crate::json::{Input, Number, Pointer};
use crate::node::{Described, Fill, Kind, Misfit, Scalar, Slot, Taken, close};
use crate::object::LentMut;
use crate::raw::{RawJson, quoted};
use containers::{elements, map_entries};
use members::members_or_number;
use union::Place;

/// Reads a value from any self-describing serde format.
///
/// What is unknown is kept; what is missing or does not fit is an error, as serde's users expect.
///
/// # Errors
///
/// What the format says; and, with its JSON Pointer, the first value that does not fit, or all
/// members that one object lacks.
#[inline]
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Fill<'de> + Described,
    D: Deserializer<'de>,
{
    let mut value = T::blank();
    fill(deserializer, &mut value, &T::SHAPE)?;
    Ok(value)
}

/// Fills a blank value, the shortest way.
fn fill<'de, D: Deserializer<'de>>(
    deserializer: D,
    node: &mut dyn Fill<'de>,
    shape: &'static Shape,
) -> Result<(), D::Error> {
    match at_once::is_worth_it::<D>(shape) {
        true => at_once::fill(deserializer, node, shape),
        false => visit(deserializer, node, shape),
    }
}

/// Fills a blank value with what the format says, one after the other.
pub(super) fn visit<'de, D: Deserializer<'de>>(
    deserializer: D,
    node: &mut dyn Fill<'de>,
    shape: &'static Shape,
) -> Result<(), D::Error> {
    let budget = Budget::default();
    let root = Path::Root(&budget);
    Seed::new(node, shape, &root).deserialize(deserializer)?;
    Ok(())
}

/// A value that waits to be filled.
struct Seed<'a, 'de> {
    node: &'a mut dyn Fill<'de>,
    shape: &'static Shape,
    path: &'a Path<'a>,
    around: Around<'a>,
}

/// The unions that a value is a variant of, directly within each other.
#[derive(Clone, Copy, Default)]
struct Around<'a> {
    unions: usize,
    /// The tags that they have, the innermost last.
    tags: &'a [UnionTag],
}

/// The JSON text that a value was spelled as, where its type writes it otherwise.
pub(super) type Spelled = Option<String>;

impl<'a, 'de> Seed<'a, 'de> {
    fn new(node: &'a mut dyn Fill<'de>, shape: &'static Shape, path: &'a Path<'a>) -> Self {
        Seed {
            node,
            shape,
            path,
            around: Around::default(),
        }
    }

    fn scalar<E: Error>(self, scalar: Scalar<'_, 'de>) -> Result<Spelled, E> {
        match self.node.slot(scalar.kind()).take(scalar) {
            Ok(Taken::Exactly) => Ok(None),
            Ok(Taken::Respelled) => Ok(Some(found(scalar))),
            Err(Misfit) => {
                close(self.node);
                Err(self.misfit(&found(scalar)))
            }
        }
    }

    /// Takes a number that came as its spelling.
    fn number<E: Error>(self, spelling: &str) -> Result<Spelled, E> {
        let mut input = Input::from_text(spelling);
        match input.number().map_err(E::custom)? {
            Number::Unsigned(value) => self.scalar(Scalar::Unsigned(value)),
            Number::Signed(value) => self.scalar(Scalar::Signed(value)),
            Number::Other(spelling) => self.scalar(Scalar::Number(spelling)),
        }
    }

    /// What comes of a value that was offered as JSON text.
    fn took<E: Error>(self, taken: Result<Taken, Misfit>, json: String) -> Result<Spelled, E> {
        match taken {
            Ok(Taken::Exactly) => Ok(None),
            Ok(Taken::Respelled) => Ok(Some(json)),
            Err(Misfit) => {
                close(self.node);
                Err(self.misfit(&json))
            }
        }
    }

    #[cold]
    fn misfit<E: Error>(&self, found: &str) -> E {
        misfit(self.shape, self.path, found)
    }
}

/// The error for a value that is not of its shape, found as JSON text or described in words.
#[cold]
fn misfit<E: Error>(shape: &Shape, path: &Path<'_>, found: &str) -> E {
    let (expected, found, message) = match path.is_secret() || shape.holds_secret() {
        true => {
            let (expected, found) = (shape.expected(), kind(found));
            let message = format!("expected {expected}, found {found}, which is secret");
            (expected, found, message)
        }
        false => {
            let (expected, beyond) = shape.expected_of(found);
            let why = refusal(shape, found).map_or_else(String::new, |why| format!(": {why}"));
            let found = excerpt(found);
            let message = format!("expected {expected}, found {found}{beyond}{why}");
            (expected, found, message)
        }
    };
    let words = Words {
        message,
        expected: Some(expected),
        found: Some(found),
    };
    path.tell(Issue::saying(Pointer::default(), Code::Misfit, words))
}

/// What a type of serde says of a value that is none of its own, where somebody wants to know.
fn refusal(shape: &Shape, found: &str) -> Option<String> {
    let is_wanted = Reasons::wanted() == Reasons::All;
    is_wanted.then(|| shape.refusal(found))?
}

/// A scalar as JSON, for messages.
#[cold]
fn found(scalar: Scalar<'_, '_>) -> String {
    match scalar {
        Scalar::Null => "null".to_owned(),
        Scalar::Bool(value) => value.to_string(),
        Scalar::Unsigned(value) => value.to_string(),
        Scalar::Signed(value) => value.to_string(),
        Scalar::Float(value) => format!("{value:?}"),
        Scalar::Number(text) => text.to_owned(),
        Scalar::Borrowed(text) | Scalar::Transient(text) => quoted(text).into(),
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_, 'de> {
    type Value = Spelled;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Spelled, D::Error> {
        if !self.shape.is_secret() {
            return deserializer.deserialize_any(self);
        }
        deserializer.deserialize_any(Seed {
            node: self.node,
            shape: self.shape,
            path: &Path::Secret(self.path),
            around: self.around,
        })
    }
}

impl<'de> Visitor<'de> for Seed<'_, 'de> {
    type Value = Spelled;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shape.expected())
    }

    fn visit_unit<E: Error>(self) -> Result<Spelled, E> {
        self.scalar(Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Spelled, E> {
        self.scalar(Scalar::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Spelled, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Spelled, E> {
        self.scalar(Scalar::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Spelled, E> {
        self.scalar(Scalar::Unsigned(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Spelled, E> {
        match u64::try_from(value) {
            Ok(value) => self.scalar(Scalar::Unsigned(value)),
            Err(_) => self.scalar(Scalar::Signed(value)),
        }
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Spelled, E> {
        self.number(&value.to_string())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Spelled, E> {
        self.number(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Spelled, E> {
        self.scalar(Scalar::Float(value))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Spelled, E> {
        self.scalar(Scalar::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Spelled, E> {
        self.scalar(Scalar::Transient(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Spelled, A::Error> {
        let (path, shape) = (self.path, self.shape);
        match self.node.slot(Kind::Array) {
            Slot::List(list) => {
                let otherwise = match shape.is_items() && !shape.element().borrows() {
                    true => items::read(list, shape.element(), path, items)?,
                    false => elements(list, shape.element(), path, items)?,
                };
                return Ok(respelled::array(self.node, otherwise));
            }
            Slot::Raw(raw) => {
                let mut json = vec![b'['];
                while items.next_element_seed(ToJson(&mut json))?.is_some() {
                    json.push(b',');
                }
                *raw = closed(json, b']');
                return Ok(None);
            }
            Slot::Union(union) if union.union_type().style == UnionStyle::Untagged => {
                return Place {
                    union,
                    shape,
                    path,
                    outer: Around::default(),
                }
                .array(items);
            }
            Slot::Json(value) => {
                let mut json = Vec::new();
                ToJson(&mut json).visit_seq(items)?;
                let json = String::from_utf8(json).unwrap_or_default();
                let taken = value.take_json(&json);
                return self.took(taken, json);
            }
            _ => close(self.node),
        }
        Err(self.misfit("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Spelled, A::Error> {
        let Seed {
            path,
            shape,
            around,
            ..
        } = self;
        let otherwise = match self.node.slot(Kind::Object) {
            Slot::Object(object) => {
                let mut entries = Some(entries);
                let mut read = Ok(Vec::new());
                object.lend_mut(&mut |lent: LentMut<'_, 'de>| {
                    if let Some(entries) = entries.take() {
                        let filling = Filling::new(lent, around.tags);
                        read = members_or_number(filling, Some(shape), path, entries);
                    }
                });
                read?
            }
            Slot::Map(map) => map_entries(map, shape, path, entries)?,
            Slot::Union(union) => {
                return Place {
                    union,
                    shape,
                    path,
                    outer: around,
                }
                .object(entries);
            }
            Slot::Raw(raw) => {
                let mut json = Vec::new();
                ToJson(&mut json).visit_map(entries)?;
                *raw = RawJson::trusted(String::from_utf8(json).unwrap_or_default());
                return Ok(None);
            }
            Slot::Json(value) => {
                let mut json = Vec::new();
                ToJson(&mut json).visit_map(entries)?;
                let json = String::from_utf8(json).unwrap_or_default();
                let taken = value.take_json(&json);
                return self.took(taken, json);
            }
            _ => {
                close(self.node);
                if entries.next_key::<String>()?.as_deref() == Some(NUMBER) {
                    let json = next_json(&mut entries)?;
                    let number = number_in_quotes(json.as_bytes());
                    if let (Some(number), None) = (number, entries.next_key::<String>()?) {
                        return self.number(number);
                    }
                }
                return Err(self.misfit("an object"));
            }
        };
        Ok(respelled::object(self.node, &otherwise))
    }
}

/// The members that are left, behind those that `json` begins with.
fn rest_as_json<'de, A: MapAccess<'de>>(
    mut json: Vec<u8>,
    entries: &mut A,
) -> Result<RawJson, A::Error> {
    while let Some(key) = entries.next_key::<String>()? {
        json.extend_from_slice(quoted(&key).as_bytes());
        json.push(b':');
        entries.next_value_seed(ToJson(&mut json))?;
        json.push(b',');
    }
    Ok(closed(json, b'}'))
}

fn closed(mut json: Vec<u8>, bracket: u8) -> RawJson {
    if json.last() == Some(&b',') {
        json.pop();
    }
    json.push(bracket);
    RawJson::trusted(String::from_utf8(json).unwrap_or_default())
}
