//! The type of any schema.

use super::model::{Ty, TypeNo};
use super::names::{pascal, singular};
use super::planner::Planner;
use crate::schema::{Asked, Bounds, Kind, SchemaId};

impl Planner<'_> {
    /// The type of a schema without null.
    pub(super) fn plain(&mut self, schema: SchemaId, parent: TypeNo, member: &str) -> Ty {
        let node = self.schemas.node(schema);
        match &node.kind {
            Kind::Any(why) => {
                if let Some(why) = why {
                    self.note(schema, why.clone(), true);
                }
                Ty::Raw
            }
            Kind::Ref(root) => self.referred(*root, member),
            Kind::Bool(_) => Ty::Bool,
            Kind::Integer(bounds, format) => match integer(bounds, format.as_deref(), member) {
                Ty::Moment if node.broken.contains(&Asked::Seconds) => {
                    let what = "its name or its format says that it is a moment in seconds, but samples are far too late for that; it is a number";
                    self.note(schema, what, false);
                    Ty::Integer(of_bounds(bounds, None).unwrap_or("i64"))
                }
                ty => ty,
            },
            Kind::Number(_) => Ty::Float,
            Kind::Text(text) => match text.number {
                Some(number) => quoted(number, member),
                None => Ty::Text,
            },
            Kind::Words(words) => self.words_type(schema, words, parent, member),
            Kind::List(items, _, _) => {
                let items = *items;
                let inner = self.inner(items, parent, &singular(member));
                Ty::List(Box::new(inner))
            }
            Kind::Map(values, _) => {
                let values = *values;
                let inner = self.inner(values, parent, &format!("{} value", singular(member)));
                Ty::Map(Box::new(inner))
            }
            Kind::Union(union) => match self.special(union, parent, member) {
                Some(ty) => ty,
                None => self.union_type(schema, union, parent, member),
            },
            Kind::Object(_) => self.named_part(schema, parent, member),
        }
    }

    /// A type that is called after its parent and its member.
    pub(super) fn named_part(&mut self, schema: SchemaId, parent: TypeNo, member: &str) -> Ty {
        let hint = self.part_name(parent, member);
        self.named(schema, parent, &hint)
    }

    pub(super) fn part_name(&self, parent: TypeNo, member: &str) -> String {
        let part = match member {
            "" => "Item".to_owned(),
            member => pascal(member),
        };
        let parent = &self.plan.types[parent.0].name;
        // `ImageFileObject` is one that has an `ImageFile`, and needs not say so twice.
        match parent.strip_suffix("Object") {
            Some(rest) if rest.ends_with(&part) => rest.to_owned(),
            _ => format!("{parent}{part}"),
        }
    }
}

/// The type of a whole number: a moment by its format or its name, unsigned where the document says so.
fn integer(bounds: &Bounds, format: Option<&str>, member: &str) -> Ty {
    let is_moment =
        matches!(member, "created" | "updated" | "expires_at") || member.ends_with("_at");
    match of_bounds(bounds, format) {
        None => Ty::Moment,
        Some(_) if is_moment && matches!(format, None | Some("int64")) => Ty::Moment,
        Some(number) => Ty::Integer(number),
    }
}

/// The type of a whole number in quotes.
fn quoted(number: &'static str, member: &str) -> Ty {
    let format = (number == "i64").then_some("int64");
    let inner = match format {
        Some(_) => integer(&Bounds::default(), format, member),
        None => Ty::Integer(number),
    };
    Ty::Quoted(Box::new(inner))
}

/// The integer of Rust that the document asks for; none where its format says that it is a moment.
pub(super) fn of_bounds(bounds: &Bounds, format: Option<&str>) -> Option<&'static str> {
    let is_unsigned = bounds.low.is_some_and(|(low, _)| low.as_f64() >= 0.0);
    match format {
        Some("unixtime" | "unix-time" | "timestamp" | "unix-timestamp") => None,
        format => {
            let other = if is_unsigned { "u64" } else { "i64" };
            let width = format.and_then(of_format);
            Some(width.filter(|ty| has_room(ty, bounds)).unwrap_or(other))
        }
    }
}

/// Whether an integer of Rust holds what the bounds beside it allow, so that a document which contradicts itself refuses nothing.
fn has_room(ty: &str, bounds: &Bounds) -> bool {
    let (least, most) = limits(ty);
    let low = bounds.low.and_then(|(low, _)| low.as_whole());
    let high = bounds.high.and_then(|(high, _)| high.as_whole());
    low.is_none_or(|low| low >= least) && high.is_none_or(|high| high <= most)
}

/// The smallest integer of Rust that holds what all of these hold, as far as there is one; an `i64` where there are none.
pub(super) fn covering(numbers: &[&'static str]) -> &'static str {
    let all = || numbers.iter().map(|number| limits(number));
    let (least, most) = (
        all().map(|ends| ends.0).min(),
        all().map(|ends| ends.1).max(),
    );
    let Some((least, most)) = least.zip(most) else {
        return "i64";
    };
    let holds =
        |(_, _, low, high): &&(&str, &'static str, i128, i128)| *low <= least && *high >= most;
    let mut holding: Vec<_> = INTEGERS.iter().filter(holds).collect();
    holding.sort_by_key(|(_, _, low, high)| high - low);
    holding.first().map_or("i64", |(_, name, ..)| *name)
}

/// The integers that formats choose, their types, and what these hold.
const INTEGERS: &[(&str, &str, i128, i128)] = &[
    ("int8", "i8", i8::MIN as i128, i8::MAX as i128),
    ("uint8", "u8", 0, u8::MAX as i128),
    ("int16", "i16", i16::MIN as i128, i16::MAX as i128),
    ("uint16", "u16", 0, u16::MAX as i128),
    ("int32", "i32", i32::MIN as i128, i32::MAX as i128),
    ("uint32", "u32", 0, u32::MAX as i128),
    ("int64", "i64", i64::MIN as i128, i64::MAX as i128),
    ("uint64", "u64", 0, u64::MAX as i128),
];

pub(crate) fn of_format(format: &str) -> Option<&'static str> {
    let found = INTEGERS.iter().find(|(name, ..)| *name == format);
    found.map(|(_, ty, ..)| *ty)
}

/// The least and the greatest that an integer of Rust holds.
pub(crate) fn limits(ty: &str) -> (i128, i128) {
    let found = INTEGERS.iter().find(|(_, name, ..)| *name == ty);
    found.map_or((i64::MIN.into(), i64::MAX.into()), |(_, _, least, most)| {
        (*least, *most)
    })
}

#[cfg(test)]
mod tests {
    use super::covering;

    #[test]
    fn one_type_holds_the_numbers_of_several() {
        for (numbers, expected) in [
            (&["u64"][..], "u64"),
            (&["i32", "i32"], "i32"),
            (&["i32", "i64"], "i64"),
            (&[], "i64"),
            (&["u8", "i8"], "i16"),
            (&["u64", "i64"], "i64"),
        ] {
            assert_eq!(covering(numbers), expected, "{numbers:?}");
        }
    }
}
