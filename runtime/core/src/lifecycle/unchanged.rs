//! Whether a value is the one that it was, as far as both observations tell.
//!
//! That is less than to be the same value: what did not fit, or was missing and has a placeholder, is known of neither
//! observation that has it so, and an object is the one that its id named before it was expanded.

use crate::describe::{Member, Shape};
use crate::identity::{AnyId, id_of, scalar_id};
use crate::node::{List, Map, Node, View};
use crate::object::{Lent, Object, lend};
use crate::rules::{same_unknown, same_views, stands};
use crate::union::{Shown, Union, shown};

/// From this many entries on, two maps are compared as wholes.
const LARGE: usize = 32;

/// Whether nothing speaks against two values of a shape being the same, observed twice.
pub(super) fn unchanged((before, after): (View<'_>, View<'_>), shape: &Shape) -> bool {
    let shape = inner(shape);
    match (before, after) {
        (View::Secret(a), View::Secret(b)) => unchanged((a.view(), b.view()), shape),
        (View::Unreadable(_), _) | (_, View::Unreadable(_)) => true,
        (View::Object(a), View::Object(b)) => match shape {
            Shape::IdOr(..) => same_reference(before, after).unwrap_or_else(|| objects(a, b)),
            _ => objects(a, b),
        },
        (View::Union(a), View::Union(b)) => match shape {
            Shape::IdOr(..) => same_reference(before, after).unwrap_or_else(|| unions(a, b)),
            _ => unions(a, b),
        },
        (View::List(a), View::List(b)) => lists(a, b, shape),
        (View::Map(a), View::Map(b)) => maps(a, b, shape),
        _ if matches!(shape, Shape::IdOr(..)) => {
            same_reference(before, after).unwrap_or_else(|| same_views(before, after))
        }
        _ => same_views(before, after),
    }
}

/// The shape without what does not show.
fn inner(shape: &Shape) -> &Shape {
    match shape {
        Shape::Nullable(within)
        | Shape::NullOrAbsent(within)
        | Shape::Secret(within)
        | Shape::Auto(within) => inner(within),
        _ => shape,
    }
}

/// Whether two references, each an id or the object itself, are to the same object; nothing where one has no id.
fn same_reference(before: View<'_>, after: View<'_>) -> Option<bool> {
    match (reference(before)?, reference(after)?) {
        (AnyId::Text(a), AnyId::Text(b)) | (AnyId::Number(a), AnyId::Number(b)) => Some(a == b),
        _ => Some(false),
    }
}

/// The ids of two references that may be shown: those of objects that hold a secret are not.
pub(super) fn references(
    (before, after): (View<'_>, View<'_>),
    shape: &Shape,
) -> Option<(AnyId, AnyId)> {
    match inner(shape) {
        shape @ Shape::IdOr(..) if !shape.holds_secret() => {
            Some((reference(before)?, reference(after)?))
        }
        _ => None,
    }
}

/// The id that stands here, or that of the object.
fn reference(view: View<'_>) -> Option<AnyId> {
    scalar_id(view).or_else(|| id_of(view))
}

fn objects(before: &dyn Object, after: &dyn Object) -> bool {
    let mut answer = false;
    lend(before, &mut |a: &Lent<'_>| {
        lend(after, &mut |b: &Lent<'_>| answer = members(a, b));
    });
    answer
}

fn members(before: &Lent<'_>, after: &Lent<'_>) -> bool {
    let unchanged_at = |(place, member): (usize, &Member)| {
        if !stands(before, place) || !stands(after, place) {
            return true;
        }
        match (before.fields.get(place), after.fields.get(place)) {
            (Some(a), Some(b)) => unchanged((a.view(), b.view()), &member.shape),
            _ => false,
        }
    };
    let mut rows = after.object.members.iter().enumerate();
    before.is_of_the_type_of(after)
        && rows.all(unchanged_at)
        && same_unknown(&before.own_extra(), &after.own_extra())
}

fn unions(before: &dyn Union, after: &dyn Union) -> bool {
    shown(before, |a| {
        shown(after, |b| match (a, b) {
            (Shown::Variant(i, a), Shown::Variant(j, b)) => {
                i == j && unchanged((a.view(), b.view()), &Shape::Any)
            }
            _ => same_views(View::Union(before), View::Union(after)),
        })
    })
}

fn lists(before: &dyn List, after: &dyn List, shape: &Shape) -> bool {
    let element = match shape {
        Shape::List(element) | Shape::Items(element) => element,
        _ => &Shape::Any,
    };
    let mut places = 0..before.count();
    before.count() == after.count()
        && places.all(|place| match (before.get(place), after.get(place)) {
            (Some(a), Some(b)) => unchanged((a.view(), b.view()), element),
            _ => false,
        })
}

/// Entries can only be gone through, so those of large maps are not held against each other one by one.
fn maps(before: &dyn Map, after: &dyn Map, shape: &Shape) -> bool {
    if before.count() != after.count() || before.count() >= LARGE {
        return same_views(View::Map(before), View::Map(after));
    }
    let value = match shape {
        Shape::Map(value) => value,
        _ => &Shape::Any,
    };
    let mut all = true;
    before.each(&mut |key, a| {
        let mut found = false;
        after.each(&mut |other, b: &dyn Node| {
            found = found || other == key && unchanged((a.view(), b.view()), value);
        });
        all = all && found;
    });
    all
}
