//! Unions, all of which keep what no variant takes.

use api_object::__private::late::Close;
use api_object::__private::{Active, Chosen, Union, UnionMut};
use api_object::describe::{UnionStyle, UnionType};
use api_object::{Described, Extra, Node, RawJson, UnknownObject, View};

use super::value::Value;

/// A union: the variant that it is.
pub(super) struct Choice {
    union: &'static UnionType,
    held: Held,
}

enum Held {
    Variant(usize, Value),
    /// A variant that is an object by itself: its value, if it has one, and what is beside it.
    Envelope(usize, Option<Value>, Extra),
    Unknown(UnknownObject),
    Unmatched(RawJson),
}

impl Choice {
    pub(super) fn of(union: &'static UnionType) -> Self {
        let held = match union.style {
            UnionStyle::Untagged => Held::Unmatched(RawJson::blank()),
            _ => Held::Unknown(UnknownObject::default()),
        };
        Choice { union, held }
    }

    /// A value without a tag is what its variant holds, so that rules see it.
    pub(super) fn shown(&self) -> View<'_> {
        match (&self.held, self.union.style) {
            (Held::Variant(_, value), UnionStyle::Untagged) => value.view(),
            _ => View::Union(self),
        }
    }
}

impl Close for Choice {
    fn close(&mut self) {
        *self = Choice::of(self.union);
    }
}

impl Union for Choice {
    fn union_type(&self) -> &'static UnionType {
        self.union
    }

    fn active(&self) -> Active<'_> {
        match &self.held {
            Held::Variant(place, value) => Active::Known(*place, value),
            Held::Envelope(place, value, extra) => Active::Inline(
                *place,
                value.as_ref().map(|value| value as _),
                None,
                Some(extra),
            ),
            Held::Unknown(object) => Active::Unknown(object),
            Held::Unmatched(raw) => Active::Unmatched(raw),
        }
    }
}

impl<'de> UnionMut<'de> for Choice {
    fn choose(&mut self, place: usize) -> Chosen<'_, 'de> {
        let union = self.union;
        let Some(variant) = union.variants.get(place) else {
            return Chosen::None;
        };
        self.held = match variant.object {
            Some(object) => {
                let value = object
                    .members
                    .first()
                    .map(|member| Value::blank(&member.shape));
                Held::Envelope(place, value, Extra::new())
            }
            None => Held::Variant(place, Value::blank(&variant.shape)),
        };
        match &mut self.held {
            Held::Variant(_, value) => Chosen::Value(value),
            Held::Envelope(_, value, extra) => {
                Chosen::Inline(value.as_mut().map(|value| value as _), None, Some(extra))
            }
            Held::Unknown(_) | Held::Unmatched(_) => Chosen::None,
        }
    }

    fn keep(&mut self, unknown: UnknownObject) -> bool {
        self.held = match self.union.style {
            UnionStyle::Untagged => Held::Unmatched(unknown.into()),
            _ => Held::Unknown(unknown),
        };
        true
    }
}
