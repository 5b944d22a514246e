//! What must not be shown.

use super::{Descriptor, Shape, UnionType};

impl Shape {
    /// Whether values of this shape are themselves secret.
    #[inline]
    pub(crate) fn is_secret(&self) -> bool {
        let mut shape = self;
        loop {
            shape = match shape {
                Shape::Secret(_) => return true,
                Shape::WordOr(_, inner)
                | Shape::Nullable(inner)
                | Shape::NullOrAbsent(inner)
                | Shape::IdOr(_, inner) => inner,
                _ => return false,
            };
        }
    }

    /// Whether a secret may stand anywhere in a value of this shape, or in what came in the place of one.
    #[cold]
    pub(crate) fn holds_secret(&self) -> bool {
        holds(self, &mut Vec::new())
    }
}

impl UnionType {
    /// Whether a secret may stand anywhere in a variant.
    #[cold]
    pub(crate) fn holds_secret(&'static self) -> bool {
        holds_in_variants(self, &mut Vec::new())
    }
}

/// Types may hold themselves, so each is entered once; `entered` holds the addresses of their tables.
fn holds(shape: &Shape, entered: &mut Vec<*const ()>) -> bool {
    match shape {
        Shape::Secret(_) => true,
        Shape::WordOr(_, inner)
        | Shape::Nullable(inner)
        | Shape::NullOrAbsent(inner)
        | Shape::List(inner)
        | Shape::Items(inner)
        | Shape::Map(inner) => holds(inner, entered),
        Shape::IdOr(id, object) => holds(id, entered) || holds(object, entered),
        Shape::Named(descriptor) => holds_declared(descriptor(), entered),
        _ => false,
    }
}

fn holds_declared(descriptor: Descriptor, entered: &mut Vec<*const ()>) -> bool {
    match descriptor {
        Descriptor::Object(object) => {
            let members = object.members.iter().map(|member| member.shape);
            enter(object, members, entered)
        }
        Descriptor::Union(union) => holds_in_variants(union, entered),
        Descriptor::OpenEnum(_) | Descriptor::Id(_) => false,
    }
}

fn holds_in_variants(union: &'static UnionType, entered: &mut Vec<*const ()>) -> bool {
    let variants = union.variants.iter().map(|variant| variant.shape);
    enter(union, variants, entered)
}

fn enter<T>(
    table: &'static T,
    mut shapes: impl Iterator<Item = Shape>,
    entered: &mut Vec<*const ()>,
) -> bool {
    let table = std::ptr::from_ref(table).cast::<()>();
    if entered.contains(&table) {
        return false;
    }
    entered.push(table);
    shapes.any(|shape| holds(&shape, entered))
}
