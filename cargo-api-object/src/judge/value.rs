//! A value of a type that is known at run time only: what it shows, and how it is filled.
//!
//! Scalars are held as the Rust types that the declaration would have, so that they take and show what those do.

use api_object::__private::late::{Close, Late};
use api_object::__private::{Opened, accept_untagged};
use api_object::describe::{Descriptor, EnumType, IdType, UnionStyle};
use api_object::{
    Described, Fill, Misfit, Node, RawJson, Scalar, Shape, Str, Taken, UnixSeconds, View,
};

use super::containers::{Elements, Entries};
use super::object::Members;
use super::union::Choice;

/// A value of a shape.
pub(super) struct Value {
    shape: &'static Shape,
    held: Held,
}

/// What a value holds.
enum Held {
    /// What a type of one scalar holds, or raw JSON.
    Plain(Box<dyn for<'de> Fill<'de>>),
    /// The word of a receipt.
    Receipt(&'static Late, Str),
    Id(&'static IdType, Str),
    /// The place of a known word, or an unknown one.
    Word(&'static EnumType, Result<usize, String>),
    /// What may be null, or absent where it says so itself.
    Maybe(Maybe),
    /// What may be a word instead.
    WordOr(&'static str, Option<Box<Value>>),
    /// An id or its object.
    IdOr(Box<Value>),
    Secret(Box<Value>),
    List(Elements),
    Map(Entries),
    Object(Members),
    Union(Box<Choice>),
}

/// A value, or none.
enum Maybe {
    Absent,
    Null,
    Value(Box<Value>),
}

impl Value {
    /// The blank of a shape.
    pub(super) fn blank(shape: &'static Shape) -> Self {
        let held = match shape {
            Shape::Nullable(_) => Held::Maybe(Maybe::Null),
            Shape::NullOrAbsent(_) => Held::Maybe(Maybe::Absent),
            Shape::WordOr(word, _) => Held::WordOr(word, None),
            Shape::IdOr(id, _) => Held::IdOr(Value::boxed(id)),
            Shape::Secret(inner) => Held::Secret(Value::boxed(inner)),
            Shape::List(element) => Held::List(Elements::new(element, false)),
            Shape::Items(element) => Held::List(Elements::new(element, true)),
            Shape::Map(inner) => Held::Map(Entries::new(inner)),
            Shape::LateReceipt(late) => Held::Receipt(late, Str::new()),
            shape => match shape.descriptor() {
                Some(descriptor) => described(descriptor),
                None => Held::Plain(plain(shape)),
            },
        };
        Value { shape, held }
    }

    fn boxed(shape: &'static Shape) -> Box<Self> {
        Box::new(Value::blank(shape))
    }
}

fn described(descriptor: Descriptor) -> Held {
    match descriptor {
        Descriptor::Object(object) => Held::Object(Members::of(object)),
        Descriptor::OpenEnum(words) => Held::Word(words, Err(String::new())),
        Descriptor::Union(union) => Held::Union(Box::new(Choice::of(union))),
        Descriptor::Id(id) => Held::Id(id, Str::new()),
        _ => Held::Plain(Box::new(RawJson::blank())),
    }
}

/// The blank of a scalar.
fn plain(shape: &Shape) -> Box<dyn for<'de> Fill<'de>> {
    match *shape {
        Shape::Bool => Box::new(bool::blank()),
        Shape::Integer { min, .. } if min == i128::from(i32::MIN) => Box::new(i32::blank()),
        Shape::Integer { min: 0, .. } => Box::new(u64::blank()),
        Shape::Integer { .. } => Box::new(i64::blank()),
        Shape::Number => Box::new(f64::blank()),
        Shape::Text => Box::new(String::blank()),
        Shape::UnixSeconds => Box::new(UnixSeconds::blank()),
        _ => Box::new(RawJson::blank()),
    }
}

/// The shape below one that adds something to it.
fn inner(shape: &'static Shape) -> &'static Shape {
    match shape {
        Shape::Nullable(inner)
        | Shape::NullOrAbsent(inner)
        | Shape::WordOr(_, inner)
        | Shape::Secret(inner) => inner,
        other => other,
    }
}

impl Close for Value {
    fn close(&mut self) {
        *self = Value::blank(self.shape);
    }
}

impl Node for Value {
    fn view(&self) -> View<'_> {
        match &self.held {
            Held::Plain(value) => value.view(),
            Held::Receipt(_, text) => View::Inline(text),
            Held::Id(id, text) => View::Id(id, text),
            Held::Word(words, Ok(place)) => View::Word(words, Ok(*place)),
            Held::Word(words, Err(word)) => View::Word(words, Err(word)),
            Held::Maybe(Maybe::Absent) => View::Absent,
            Held::Maybe(Maybe::Null) => View::Null,
            Held::WordOr(word, None) => View::Text(word),
            Held::Maybe(Maybe::Value(value)) | Held::WordOr(_, Some(value)) | Held::IdOr(value) => {
                value.view()
            }
            Held::Secret(value) => match value.view() {
                nothing if nothing.is_null() => nothing,
                _ => View::Secret(&**value),
            },
            Held::List(list) => View::List(list),
            Held::Map(map) => View::Map(map),
            Held::Object(object) => View::Object(object),
            Held::Union(union) => View::Union(&**union),
        }
    }
}

impl<'de> Fill<'de> for Value {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        let shape = self.shape;
        let fresh = |shape| {
            let mut value = Value::boxed(shape);
            let taken = value.accept(scalar)?;
            Ok((value, taken))
        };
        match &mut self.held {
            Held::Plain(value) => value.accept(scalar),
            Held::Receipt(late, text) => match string(scalar) {
                Some(word) if late.is_receipt(word) => text.accept(scalar),
                _ => Err(Misfit),
            },
            Held::Id(_, text) => text.accept(scalar),
            Held::Word(words, place) => {
                let word = string(scalar).ok_or(Misfit)?;
                *place = words.find(word).ok_or_else(|| word.to_owned());
                Ok(Taken::Exactly)
            }
            Held::Maybe(held) if scalar == Scalar::Null => {
                *held = Maybe::Null;
                Ok(Taken::Exactly)
            }
            Held::Maybe(held) => {
                let (value, taken) = fresh(inner(shape))?;
                *held = Maybe::Value(value);
                Ok(taken)
            }
            Held::WordOr(word, held) if string(scalar) == Some(word) => {
                *held = None;
                Ok(Taken::Exactly)
            }
            Held::WordOr(_, held) => {
                let (value, taken) = fresh(inner(shape))?;
                *held = Some(value);
                Ok(taken)
            }
            Held::IdOr(held) => {
                let Shape::IdOr(id, _) = shape else {
                    return Err(Misfit);
                };
                let (value, taken) = fresh(id)?;
                *held = value;
                Ok(taken)
            }
            Held::Secret(value) => value.accept(scalar),
            Held::Union(union) if union.style() == UnionStyle::Untagged => {
                accept_untagged(&mut **union, scalar)
            }
            _ => Err(Misfit),
        }
    }

    fn open(&mut self) -> Opened<'_, 'de> {
        let shape = self.shape;
        match &mut self.held {
            Held::Plain(value) => value.open(),
            Held::Maybe(held) => {
                *held = Maybe::Value(Value::boxed(inner(shape)));
                match held {
                    Maybe::Value(value) => value.open(),
                    Maybe::Absent | Maybe::Null => Opened::Scalar,
                }
            }
            Held::WordOr(_, held) => held.insert(Value::boxed(inner(shape))).open(),
            Held::IdOr(held) => {
                if let Shape::IdOr(_, object) = shape {
                    *held = Value::boxed(object);
                }
                held.open()
            }
            Held::Secret(value) => value.open(),
            Held::List(list) => Opened::List(list.cleared()),
            Held::Map(map) => Opened::Map(map.cleared()),
            Held::Object(object) => Opened::Object(object),
            Held::Union(union) => Opened::Union(&mut **union),
            Held::Receipt(..) | Held::Id(..) | Held::Word(..) => Opened::Scalar,
        }
    }
}

fn string<'a>(scalar: Scalar<'a, 'a>) -> Option<&'a str> {
    match scalar {
        Scalar::Borrowed(text) | Scalar::Transient(text) => Some(text),
        _ => None,
    }
}
