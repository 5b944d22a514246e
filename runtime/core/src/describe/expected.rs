//! What a value is expected to be, in words.

use super::{Descriptor, Others, Shape, UnionStyle};
use crate::json::{is_number, is_whole};

/// How bounds of integers are told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bounds {
    /// As far as they say something to a person, which those of 64 bits do not.
    Short,
    /// All of them, since one of them is why a number does not fit.
    Exact,
}

impl Shape {
    /// What a value of this shape is, in words that follow "expected".
    pub fn expected(&self) -> String {
        self.in_words(Bounds::Short)
    }

    /// The same, told of a value with this JSON text, which is none; and what more is to be said behind that.
    #[cold]
    pub(crate) fn expected_of(&self, value: &str) -> (String, &'static str) {
        match self.is_out_of_range(value) {
            true => (self.in_words(Bounds::Exact), ", which is out of range"),
            false => (self.in_words(Bounds::Short), ""),
        }
    }

    fn in_words(&self, bounds: Bounds) -> String {
        let of = |shape: &Shape| shape.in_words(bounds);
        match self {
            Shape::Any => "a value".to_owned(),
            Shape::Bool => "true or false".to_owned(),
            Shape::Integer { min, max } => integer(*min, *max, bounds),
            Shape::Number => number(&f64::MIN, &f64::MAX, bounds),
            Shape::Single => number(&f32::MIN, &f32::MAX, bounds),
            Shape::Text => "a string".to_owned(),
            Shape::BorrowedText => "a string that can be borrowed (one without escapes)".to_owned(),
            Shape::Receipt(descriptor) => crate::deleted::expected(descriptor()),
            Shape::UnixSeconds => {
                let integer = integer(i64::MIN, i64::MAX as u64, bounds);
                format!("a moment in Unix seconds ({integer})")
            }
            Shape::Auto(other) => format!("\"auto\" or {}", of(other)),
            Shape::Quoted(other) => format!("a string with {}", of(other)),
            Shape::Nullable(other) | Shape::NullOrAbsent(other) => match other {
                Shape::Nullable(_) | Shape::NullOrAbsent(_) => of(other),
                Shape::Bool => "true, false or null".to_owned(),
                Shape::IdOr(id, object) => format!("{}, {} or null", of(id), of(object)),
                _ => format!("{} or null", of(other)),
            },
            Shape::IdOr(id, object) => format!("{} or {}", of(id), of(object)),
            Shape::Secret(other) => of(other),
            Shape::Foreign(foreign) => format!("a value of {}", foreign.short_name()),
            Shape::List(_) | Shape::Items(_) => "an array".to_owned(),
            Shape::Map(_) => "an object".to_owned(),
            Shape::Named(descriptor) => descriptor().in_words(bounds),
            Shape::Late(late) => late.descriptor().in_words(bounds),
            Shape::LateReceipt(late) => crate::deleted::expected(late.descriptor()),
        }
    }

    /// Whether a value with this JSON text, which is none of this shape, is a number of its kind, but too great or too small. Of
    /// a secret that is not told.
    fn is_out_of_range(&self, value: &str) -> bool {
        match self {
            Shape::Integer { .. } | Shape::UnixSeconds => is_whole(value),
            Shape::Number | Shape::Single => is_number(value),
            Shape::Auto(inner)
            | Shape::Nullable(inner)
            | Shape::NullOrAbsent(inner)
            | Shape::IdOr(inner, _) => inner.is_out_of_range(value),
            Shape::Quoted(inner) => {
                let quoted = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
                inner.is_out_of_range(quoted.unwrap_or(value))
            }
            _ => match self.descriptor() {
                Some(Descriptor::Id(id)) => id.shape.is_out_of_range(value),
                Some(Descriptor::Union(union)) if union.style == UnionStyle::Untagged => {
                    let mut variants = union.variants.iter();
                    variants.any(|variant| variant.shape.is_out_of_range(value))
                }
                _ => false,
            },
        }
    }
}

impl Descriptor {
    fn in_words(&self, bounds: Bounds) -> String {
        match self {
            Descriptor::Object(t) => format!("an object ({})", t.name),
            Descriptor::OpenEnum(t) => match t.others {
                Others::Refused => format!("{} ({})", t.alternatives(), t.name),
                Others::Kept | Others::Expected => format!("a string ({})", t.name),
            },
            Descriptor::Union(t) => t.in_words(&|shape| shape.in_words(bounds)),
            Descriptor::Id(t) => format!("{} ({})", t.shape.in_words(bounds), t.name),
        }
    }
}

fn integer(min: i64, max: u64, bounds: Bounds) -> String {
    const MOST: u64 = i64::MAX as u64;
    match (bounds, min) {
        (Bounds::Short, i64::MIN) if max >= MOST => "an integer".to_owned(),
        (Bounds::Short, 0) if max >= MOST => "an integer that is not negative".to_owned(),
        _ => format!("an integer from {min} to {max}"),
    }
}

fn number(min: &dyn std::fmt::Debug, max: &dyn std::fmt::Debug, bounds: Bounds) -> String {
    match bounds {
        Bounds::Short => "a number".to_owned(),
        Bounds::Exact => format!("a number from {min:?} to {max:?}"),
    }
}
