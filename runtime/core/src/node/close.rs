//! How a value becomes blank again, after what was read into it did not fit.

use super::{Fill, Kind, Slot};
use crate::extra::Extra;
use crate::object::{LentMut, ObjectMut};
use crate::raw::RawJson;
use crate::text::Str;

/// Makes a value what [`blank`](super::Described::blank) makes.
///
/// It sets itself, or lends what is to be set. So this is compiled once, where an assignment would be for each type, with the
/// drop of what was there before.
#[cold]
pub(crate) fn close(node: &mut dyn Fill<'_>) {
    match node.slot(Kind::Nothing) {
        Slot::None | Slot::Null => {}
        Slot::Bool(place) => *place = false,
        Slot::Unsigned(place) => *place = 0,
        Slot::Signed(place) => *place = 0,
        Slot::Text(place) => *place = String::new(),
        Slot::Inline(place) => *place = Str::new(),
        Slot::Word(words, place) => place.set(words.blank()),
        Slot::Scalar(place) => place.reset(),
        Slot::Object(object) => close_object(object),
        Slot::Union(union) => union.close(),
        Slot::List(list) => list.clear(),
        Slot::Map(map) => map.clear(),
        Slot::Raw(place) => *place = RawJson::default(),
        Slot::Json(place) => place.reset(),
    }
}

fn close_object(object: &mut dyn ObjectMut<'_>) {
    let mut members = &[][..];
    object.lend_mut(&mut |lent: LentMut<'_, '_>| {
        members = lent.object.members;
        lent.fields.iter_mut().for_each(|field| close(&mut **field));
        if let Some(extra) = lent.extra {
            *extra = Extra::new();
        }
    });
    for (place, member) in members.iter().enumerate() {
        if member.has_default() {
            object.restore(place);
        }
    }
}
