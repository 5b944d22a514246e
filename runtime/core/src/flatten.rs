//! How an object lends the members of another among its own: `#[api(flatten)]`.

use crate::describe::ObjectType;
use crate::extra::Extra;
use crate::node::{Fill, Node};
use crate::object::{Borrower, BorrowerMut, Lent, LentMut, Object, ObjectMut};

/// Lends an object's own members, and behind them those of its parts: the objects that it flattens.
///
/// A part's own `extra` is left out: what is to be remembered is in that of the object around it.
pub fn lend(
    object: &'static ObjectType,
    extra: Option<&Extra>,
    own: &[&dyn Node],
    parts: &[&dyn Object],
    f: &mut dyn Borrower,
) {
    let mut fields = Vec::with_capacity(object.members.len());
    fields.extend_from_slice(own);
    gather(fields, parts, &mut |fields| {
        f.take(&Lent {
            object,
            extra,
            fields,
        });
    });
}

fn gather<'a>(
    mut fields: Vec<&'a dyn Node>,
    parts: &[&'a dyn Object],
    f: &mut dyn FnMut(&[&dyn Node]),
) {
    let Some((part, rest)) = parts.split_first() else {
        return f(&fields);
    };
    part.lend(&mut |lent: &Lent<'_>| {
        let mut fields = std::mem::take(&mut fields);
        fields.extend_from_slice(lent.fields);
        gather(fields, rest, f);
    });
}

/// As [`lend`], for filling.
pub fn lend_mut<'de>(
    object: &'static ObjectType,
    extra: Option<&mut Extra>,
    own: &mut [&mut dyn Fill<'de>],
    parts: &mut [&mut dyn ObjectMut<'de>],
    f: &mut dyn BorrowerMut<'de>,
) {
    let mut fields = Vec::with_capacity(object.members.len());
    fields.extend(own.iter_mut().map(shorter));
    gather_mut(object, extra, fields, parts, f);
}

fn gather_mut<'de>(
    object: &'static ObjectType,
    mut extra: Option<&mut Extra>,
    fields: Vec<&mut dyn Fill<'de>>,
    parts: &mut [&mut dyn ObjectMut<'de>],
    f: &mut dyn BorrowerMut<'de>,
) {
    let Some((part, rest)) = parts.split_first_mut() else {
        let mut fields: Vec<_> = fields.into_iter().map(|field| field as _).collect();
        return f.take(LentMut {
            object,
            extra,
            fields: &mut fields,
        });
    };
    let mut before = Some(fields);
    part.lend_mut(&mut |lent: LentMut<'_, 'de>| {
        let before = before.take().into_iter().flatten();
        let before = before.map(|field| -> &mut dyn Fill<'de> { field });
        let fields = before.chain(lent.fields.iter_mut().map(shorter));
        gather_mut(object, extra.as_deref_mut(), fields.collect(), rest, f);
    });
}

/// What can be changed cannot be lent for less time than it is lent already, but one by one.
fn shorter<'s, 'de>(field: &'s mut &mut dyn Fill<'de>) -> &'s mut dyn Fill<'de> {
    &mut **field
}
