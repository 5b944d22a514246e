//! What may stand anywhere in a value: what must not be shown, and what is borrowed.

use super::{Descriptor, Shape, UnionType};

impl Shape {
    /// Whether values of this shape are themselves secret.
    #[inline]
    pub(crate) fn is_secret(&self) -> bool {
        let mut shape = self;
        loop {
            shape = match shape {
                Shape::Secret(_) => return true,
                Shape::Auto(inner)
                | Shape::Quoted(inner)
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
        holds(self, is_secret, &mut Vec::new())
    }

    /// Whether a text may stand anywhere in a value of this shape that is borrowed from what it is read from.
    #[cold]
    pub(crate) fn borrows(&self) -> bool {
        holds(self, is_borrowed, &mut Vec::new())
    }

    /// Whether the elements of an array of this shape stand each for itself.
    pub(crate) fn is_items(&self) -> bool {
        let mut shape = self;
        loop {
            shape = match shape {
                Shape::Items(_) => return true,
                Shape::Nullable(inner) | Shape::NullOrAbsent(inner) | Shape::Secret(inner) => inner,
                _ => return false,
            };
        }
    }
}

fn is_secret(shape: &Shape) -> bool {
    matches!(shape, Shape::Secret(_))
}

fn is_borrowed(shape: &Shape) -> bool {
    match shape {
        Shape::BorrowedText => true,
        Shape::Named(descriptor) => {
            matches!(descriptor(), Descriptor::Id(id) if is_borrowed(&id.shape))
        }
        _ => false,
    }
}

impl UnionType {
    /// Whether a secret may stand anywhere in a variant.
    #[cold]
    pub(crate) fn holds_secret(&'static self) -> bool {
        holds_in_variants(self, is_secret, &mut Vec::new())
    }
}

/// Types may hold themselves, so each is entered once; `entered` holds the addresses of their tables.
fn holds(shape: &Shape, wanted: fn(&Shape) -> bool, entered: &mut Vec<*const ()>) -> bool {
    match shape {
        _ if wanted(shape) => true,
        Shape::Secret(inner)
        | Shape::Auto(inner)
        | Shape::Quoted(inner)
        | Shape::Nullable(inner)
        | Shape::NullOrAbsent(inner)
        | Shape::List(inner)
        | Shape::Items(inner)
        | Shape::Map(inner) => holds(inner, wanted, entered),
        Shape::IdOr(id, object) => holds(id, wanted, entered) || holds(object, wanted, entered),
        Shape::Named(descriptor) => holds_declared(descriptor(), wanted, entered),
        Shape::Late(late) => holds_declared(late.descriptor(), wanted, entered),
        _ => false,
    }
}

fn holds_declared(
    descriptor: Descriptor,
    wanted: fn(&Shape) -> bool,
    entered: &mut Vec<*const ()>,
) -> bool {
    match descriptor {
        Descriptor::Object(object) => {
            let members = object.members.iter().map(|member| member.shape);
            enter(object, members, wanted, entered)
        }
        Descriptor::Union(union) => holds_in_variants(union, wanted, entered),
        Descriptor::OpenEnum(_) | Descriptor::Id(_) => false,
    }
}

fn holds_in_variants(
    union: &'static UnionType,
    wanted: fn(&Shape) -> bool,
    entered: &mut Vec<*const ()>,
) -> bool {
    // An object that stands beside the tag may have more members than the one that is the variant's value.
    let variants = union.variants.iter().flat_map(|variant| {
        let members = variant.object.map_or(&[][..], |object| object.members);
        let others = members.iter().map(|member| member.shape);
        [variant.shape].into_iter().chain(others)
    });
    enter(union, variants, wanted, entered)
}

fn enter<T>(
    table: &'static T,
    mut shapes: impl Iterator<Item = Shape>,
    wanted: fn(&Shape) -> bool,
    entered: &mut Vec<*const ()>,
) -> bool {
    let table = std::ptr::from_ref(table).cast::<()>();
    if entered.contains(&table) {
        return false;
    }
    entered.push(table);
    shapes.any(|shape| holds(&shape, wanted, entered))
}
