//! Of what kind in JSON the values of a shape are.

use super::{Descriptor, Shape, UnionStyle, UnionType};
use crate::node::Kind;

/// A set of kinds of JSON values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

/// How far unions that stand directly in each other are followed, which may be without an end.
const DEPTH: usize = 8;

impl Kinds {
    pub(crate) const NULL: Kinds = Kinds(1);
    const NONE: Kinds = Kinds(0);
    pub(crate) const BOOL: Kinds = Kinds(2);
    pub(crate) const NUMBER: Kinds = Kinds(4);
    pub(crate) const TEXT: Kinds = Kinds(8);
    pub(crate) const ARRAY: Kinds = Kinds(16);
    pub(crate) const OBJECT: Kinds = Kinds(32);
    const ALL: Kinds = Kinds(63);

    /// The one kind.
    pub(crate) const fn of(kind: Kind) -> Kinds {
        match kind {
            Kind::Nothing => Kinds::NONE,
            Kind::Null => Kinds::NULL,
            Kind::Bool => Kinds::BOOL,
            Kind::Number => Kinds::NUMBER,
            Kind::Text => Kinds::TEXT,
            Kind::Array => Kinds::ARRAY,
            Kind::Object => Kinds::OBJECT,
        }
    }

    const fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// The kind of the value with this JSON text.
    pub(crate) fn of_text(json: &str) -> Kinds {
        match json.trim_start().as_bytes().first() {
            Some(b'n') => Kinds::NULL,
            Some(b't' | b'f') => Kinds::BOOL,
            Some(b'"') => Kinds::TEXT,
            Some(b'[') => Kinds::ARRAY,
            Some(b'{') => Kinds::OBJECT,
            _ => Kinds::NUMBER,
        }
    }

    /// Whether the two have a kind in common.
    pub(crate) const fn meet(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

impl Shape {
    /// The kinds of values that this shape takes.
    pub(crate) fn kinds(&self) -> Kinds {
        self.kinds_within(DEPTH)
    }

    /// Whether this shape takes values of this kind.
    #[inline]
    pub(crate) fn takes(&self, kind: Kinds) -> bool {
        let kinds = match self {
            Shape::Named(descriptor) => match descriptor() {
                Descriptor::Object(_) => Kinds::OBJECT,
                Descriptor::OpenEnum(_) => Kinds::TEXT,
                descriptor => descriptor.kinds(DEPTH),
            },
            Shape::Text => Kinds::TEXT,
            Shape::Bool => Kinds::BOOL,
            Shape::Number | Shape::Single | Shape::Integer { .. } => Kinds::NUMBER,
            Shape::List(_) => Kinds::ARRAY,
            _ => self.kinds(),
        };
        kinds.meet(kind)
    }

    fn kinds_within(&self, depth: usize) -> Kinds {
        match self {
            // What serde reads as a foreign type, nobody but that type knows.
            Shape::Any | Shape::Foreign(_) => Kinds::ALL,
            Shape::Bool => Kinds::BOOL,
            Shape::Integer { .. } | Shape::Number | Shape::Single | Shape::UnixSeconds => {
                Kinds::NUMBER
            }
            Shape::Text | Shape::BorrowedText | Shape::Receipt(_) | Shape::LateReceipt(_) => {
                Kinds::TEXT
            }
            Shape::Auto(other) => Kinds::TEXT.or(other.kinds_within(depth)),
            // The number may stand there without quotes.
            Shape::Quoted(other) => Kinds::TEXT.or(other.kinds_within(depth)),
            Shape::Nullable(other) | Shape::NullOrAbsent(other) => {
                Kinds::NULL.or(other.kinds_within(depth))
            }
            Shape::IdOr(id, object) => id.kinds_within(depth).or(object.kinds_within(depth)),
            Shape::Secret(other) => other.kinds_within(depth),
            Shape::Items(_) | Shape::List(_) => Kinds::ARRAY,
            Shape::Map(_) => Kinds::OBJECT,
            Shape::Named(descriptor) => descriptor().kinds(depth),
            Shape::Late(late) => late.descriptor().kinds(depth),
        }
    }
}

impl Descriptor {
    fn kinds(&self, depth: usize) -> Kinds {
        match self {
            Descriptor::Object(_) => Kinds::OBJECT,
            Descriptor::OpenEnum(_) => Kinds::TEXT,
            Descriptor::Id(id) => id.shape.kinds_within(depth),
            Descriptor::Union(union) => union.kinds(depth),
        }
    }
}

impl UnionType {
    /// The kinds of values that the variants take.
    fn kinds(&self, depth: usize) -> Kinds {
        match self.style {
            UnionStyle::Untagged if self.open => Kinds::ALL,
            UnionStyle::Untagged => {
                let Some(depth) = depth.checked_sub(1) else {
                    return Kinds(0);
                };
                let shapes = self.variants.iter().map(|variant| variant.shape);
                shapes.fold(Kinds(0), |all, shape| all.or(shape.kinds_within(depth)))
            }
            _ => Kinds::OBJECT,
        }
    }

    /// The places of the variants that take values of this kind.
    pub(crate) fn takers(&self, kind: Kinds) -> impl Iterator<Item = usize> + Clone {
        let mut from = 0;
        std::iter::from_fn(move || {
            let place = self.taker(from, kind)?;
            from = place + 1;
            Some(place)
        })
    }

    /// The first of these from a place on.
    pub(crate) fn taker(&self, from: usize, kind: Kinds) -> Option<usize> {
        let variants = self.variants.get(from..)?;
        let place = variants
            .iter()
            .position(|variant| variant.shape.takes(kind));
        place.map(|place| from + place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_what_a_shape_takes() {
        let integer = Shape::Integer { min: 0, max: 9 };
        assert!(integer.kinds().meet(Kinds::NUMBER) && !integer.kinds().meet(Kinds::TEXT));
        let auto = Shape::Auto(&Shape::Number);
        assert_eq!(auto.kinds(), Kinds::TEXT.or(Kinds::NUMBER));
        let list = Shape::Nullable(&Shape::List(&Shape::Text));
        assert_eq!(list.kinds(), Kinds::NULL.or(Kinds::ARRAY));
        assert_eq!(Shape::Any.kinds(), Kinds::ALL);
    }

    #[test]
    fn a_shape_takes_what_is_among_its_kinds() {
        let integer = Shape::Integer { min: 0, max: 9 };
        let list = Shape::List(&Shape::Text);
        let shapes = [
            Shape::Any,
            Shape::Bool,
            Shape::Text,
            Shape::Number,
            integer,
            Shape::UnixSeconds,
            Shape::Nullable(&Shape::Bool),
            list,
            Shape::Items(&Shape::Text),
            Shape::Map(&Shape::Text),
        ];
        for shape in shapes {
            for bit in 0..6 {
                let kind = Kinds(1 << bit);
                assert_eq!(shape.takes(kind), shape.kinds().meet(kind), "{shape:?}");
            }
        }
    }
}
