//! The type of any schema.

use super::model::{Ty, TypeNo};
use super::names::{pascal, singular};
use super::planner::Planner;
use crate::schema::{Bounds, Kind, SchemaId};

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
            Kind::Integer(bounds, format) => integer(bounds, format.as_deref(), member),
            Kind::Number(_) => Ty::Float,
            Kind::Text(_) => Ty::Text,
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
    let low = bounds.low.map(|(low, _)| low.as_f64());
    match format {
        Some("unixtime" | "unix-time" | "timestamp" | "unix-timestamp") => Ty::Moment,
        None | Some("int64") if is_moment => Ty::Moment,
        Some("int32") => Ty::Integer("i32"),
        Some("int64") => Ty::Integer("i64"),
        Some("uint64") => Ty::Integer("u64"),
        _ if low.is_some_and(|low| low >= 0.0) => Ty::Integer("u64"),
        _ => Ty::Integer("i64"),
    }
}
