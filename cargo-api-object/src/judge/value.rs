//! A value of a type that is known at run time only: what it shows, and how it is filled.
//!
//! Scalars are held as the Rust types that the declaration would have, so that they take and show what those do.

use api_object::__private::late::{LateType, accept_quoted};
use api_object::describe::{Descriptor, EnumType, IdType};
use api_object::{
    Described, Fill, Kind, Misfit, Node, RawJson, Scalar, ScalarMut, Shape, Slot, Str, Taken,
    UnixSeconds, View,
};

use super::containers::{Elements, Entries};
use super::object::Members;
use super::union::Choice;

/// A value of a shape.
pub(super) struct Value {
    shape: &'static Shape,
    held: Held,
}

/// The word of what may be that instead of a value.
const AUTO: &str = "auto";

/// What a value holds.
enum Held {
    /// What a type of one scalar holds, or raw JSON.
    Plain(Box<dyn for<'de> Fill<'de>>),
    /// The word of a receipt.
    Receipt(&'static dyn LateType, Str),
    Id(&'static IdType, Str),
    /// The place of a known word, or an unknown one.
    Word(&'static EnumType, Result<usize, String>),
    /// What may be null, or absent where it says so itself.
    Maybe(Maybe),
    /// What may be [the word](AUTO) instead.
    Auto(Option<Box<Value>>),
    /// An id or its object.
    IdOr(Box<Value>),
    Secret(Box<Value>),
    /// A number in quotes.
    Quoted(Box<Value>),
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
            Shape::Auto(_) => Held::Auto(None),
            Shape::IdOr(id, _) => Held::IdOr(Value::boxed(id)),
            Shape::Secret(inner) => Held::Secret(Value::boxed(inner)),
            Shape::Quoted(inner) => Held::Quoted(Value::boxed(inner)),
            Shape::List(element) => Held::List(Elements::new(element, false)),
            Shape::Items(element) => Held::List(Elements::new(element, true)),
            Shape::Map(inner) => Held::Map(Entries::new(inner)),
            Shape::LateReceipt(late) => Held::Receipt(*late, Str::new()),
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
        Descriptor::Id(id) => match &id.shape {
            Shape::Text => Held::Id(id, Str::new()),
            number => Held::Plain(plain(number)),
        },
        _ => Held::Plain(Box::new(RawJson::blank())),
    }
}

/// The blank of a scalar.
fn plain(shape: &Shape) -> Box<dyn for<'de> Fill<'de>> {
    match *shape {
        Shape::Bool => Box::new(bool::blank()),
        Shape::Integer { min, max } => integer(min, max),
        Shape::Number => Box::new(f64::blank()),
        Shape::Text => Box::new(String::blank()),
        Shape::UnixSeconds => Box::new(UnixSeconds::blank()),
        _ => Box::new(RawJson::blank()),
    }
}

/// The blank of the integer with these bounds.
fn integer(min: i64, max: u64) -> Box<dyn for<'de> Fill<'de>> {
    match (min == 0, max) {
        (false, max) if max == i8::MAX as u64 => Box::new(i8::blank()),
        (false, max) if max == i16::MAX as u64 => Box::new(i16::blank()),
        (false, max) if max == i32::MAX as u64 => Box::new(i32::blank()),
        (false, _) => Box::new(i64::blank()),
        (true, max) if max == u8::MAX as u64 => Box::new(u8::blank()),
        (true, max) if max == u16::MAX as u64 => Box::new(u16::blank()),
        (true, max) if max == u32::MAX as u64 => Box::new(u32::blank()),
        (true, _) => Box::new(u64::blank()),
    }
}

/// The shape below one that adds something to it.
fn inner(shape: &'static Shape) -> &'static Shape {
    match shape {
        Shape::Nullable(inner)
        | Shape::NullOrAbsent(inner)
        | Shape::Auto(inner)
        | Shape::Secret(inner) => inner,
        other => other,
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
            Held::Auto(None) => View::Text(AUTO),
            Held::Maybe(Maybe::Value(value)) | Held::Auto(Some(value)) | Held::IdOr(value) => {
                value.view()
            }
            Held::Secret(value) => match value.view() {
                nothing if nothing.is_null() => nothing,
                _ => View::Secret(&**value),
            },
            Held::Quoted(number) => View::Quoted(&**number),
            Held::List(list) => View::List(list),
            Held::Map(map) => View::Map(map),
            Held::Object(object) => View::Object(object),
            Held::Union(union) => union.shown(),
        }
    }
}

impl<'de> Fill<'de> for Value {
    fn slot(&mut self, kind: Kind) -> Slot<'_, 'de> {
        if kind == Kind::Nothing || self.held.looks_at(kind) {
            return Slot::Scalar(self);
        }
        let shape = self.shape;
        match &mut self.held {
            Held::Plain(value) => value.slot(kind),
            Held::Id(_, text) => Slot::Inline(text),
            Held::Maybe(held) if kind == Kind::Null => {
                *held = Maybe::Null;
                Slot::Null
            }
            Held::Maybe(held) => {
                *held = Maybe::Value(Value::boxed(inner(shape)));
                match held {
                    Maybe::Value(value) => value.slot(kind),
                    Maybe::Absent | Maybe::Null => Slot::None,
                }
            }
            Held::Auto(held) => held.insert(Value::boxed(inner(shape))).slot(kind),
            Held::IdOr(held) => {
                if let Shape::IdOr(id, object) = shape {
                    *held = match kind {
                        Kind::Array | Kind::Object => Value::boxed(object),
                        _ => Value::boxed(id),
                    };
                }
                held.slot(kind)
            }
            Held::Secret(value) => value.slot(kind),
            Held::List(list) => Slot::List(list.cleared()),
            Held::Map(map) => Slot::Map(map.cleared()),
            Held::Object(object) => Slot::Object(object),
            Held::Union(union) => Slot::Union(&mut **union),
            Held::Receipt(..) | Held::Word(..) | Held::Quoted(_) => Slot::None,
        }
    }
}

impl Held {
    /// Whether values of this kind are looked at before they are taken.
    fn looks_at(&self, kind: Kind) -> bool {
        let is_worded = matches!(self, Held::Receipt(..) | Held::Word(..) | Held::Auto(..));
        is_worded && kind == Kind::Text || matches!(self, Held::Quoted(_))
    }
}

impl<'de> ScalarMut<'de> for Value {
    fn accept(&mut self, scalar: Scalar<'_, 'de>) -> Result<Taken, Misfit> {
        if let Held::Quoted(number) = &mut self.held {
            return accept_quoted(&mut **number, scalar);
        }
        let word = string(scalar).ok_or(Misfit)?;
        match &mut self.held {
            Held::Receipt(late, text) if late.is_receipt(word) => {
                *text = word.into();
                Ok(Taken::Exactly)
            }
            Held::Word(words, place) => {
                *place = words.find(word).ok_or_else(|| word.to_owned());
                Ok(Taken::Exactly)
            }
            Held::Auto(held) if word == AUTO => {
                *held = None;
                Ok(Taken::Exactly)
            }
            Held::Auto(held) => {
                let mut value = Value::boxed(inner(self.shape));
                let taken = value.slot(Kind::Text).take(scalar)?;
                *held = Some(value);
                Ok(taken)
            }
            _ => Err(Misfit),
        }
    }

    fn reset(&mut self) {
        *self = Value::blank(self.shape);
    }
}

fn string<'a>(scalar: Scalar<'a, 'a>) -> Option<&'a str> {
    match scalar {
        Scalar::Borrowed(text) | Scalar::Transient(text) => Some(text),
        _ => None,
    }
}
