//! How a member is written: as its value, as it came, or not at all.

use crate::describe::{Member, Presence};
use crate::extra::Extra;
use crate::node::Node;
use crate::object::{Lent, Object};
use crate::write;

/// How a member is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling<'a> {
    /// As its value.
    Value,
    /// As this JSON text, which it came as.
    Raw(&'a str),
    /// Not at all.
    Absent,
}

/// How a member is written of an object that remembers something.
pub(crate) fn spelling<'a>(
    object: &dyn Object,
    lent: &Lent<'a>,
    extra: &'a Extra,
    place: usize,
) -> Spelling<'a> {
    match extra.remembers(place) {
        true => remembered(object, lent, extra, place),
        false => lent.usual(place),
    }
}

/// The same, but for what is spelled otherwise than its type writes it.
#[cold]
pub(crate) fn plain_spelling<'a>(
    object: &dyn Object,
    lent: &Lent<'a>,
    extra: &'a Extra,
    place: usize,
) -> Spelling<'a> {
    let Some(member) = lent.object.members.get(place) else {
        return Spelling::Absent;
    };
    if !extra.remembers(place) || !is_untouched(object, lent, place, member) {
        return lent.usual(place);
    }
    match extra.aside(place) {
        Some(aside) => Spelling::Raw(aside.raw.as_str()),
        None if !extra.deviates(place) => lent.usual(place),
        None if member.presence() == Presence::Optional => Spelling::Raw("null"),
        None => Spelling::Absent,
    }
}

/// How a member is written of which something is remembered.
///
/// That holds for as long as the member has the value that it was read with.
#[cold]
fn remembered<'a>(
    object: &dyn Object,
    lent: &Lent<'a>,
    extra: &'a Extra,
    place: usize,
) -> Spelling<'a> {
    if let (Some(field), Some(respelled)) = (lent.fields.get(place), extra.respelled(place))
        && write::is_still(*field, &respelled.canonical)
    {
        return Spelling::Raw(&respelled.raw);
    }
    plain_spelling(object, lent, extra, place)
}

impl Lent<'_> {
    /// How a member is written of which nothing is remembered.
    pub(crate) fn usual(&self, place: usize) -> Spelling<'static> {
        match (self.object.members.get(place), self.fields.get(place)) {
            (Some(member), Some(field)) if member.is_written(*field) => Spelling::Value,
            _ => Spelling::Absent,
        }
    }
}

impl Member {
    /// Whether a member with this value is written, if nothing is remembered of it.
    pub(crate) fn is_written(&self, field: &dyn Node) -> bool {
        let view = match self.presence() {
            Presence::Required if self.shape.is_plain() => return true,
            _ => field.view(),
        };
        let may_be_left_out = self.presence() == Presence::Optional || view.is_absent();
        !view.is_null() || !may_be_left_out
    }
}

/// Whether a member that did not come, or did not fit, still has the value that took its place.
fn is_untouched(object: &dyn Object, lent: &Lent<'_>, place: usize, member: &Member) -> bool {
    let Some(field) = lent.fields.get(place) else {
        return false;
    };
    match member.presence() {
        Presence::Required => return lent.holds_placeholder(place),
        Presence::Default => {}
        Presence::Free => return field.view().is_absent(),
        _ => return field.view().is_null(),
    }
    let mut default = None;
    if let Some(special) = object.special() {
        special.lend_blank(&mut |blank: &Lent<'_>| {
            default = blank.fields.get(place).map(|field| write::compared(*field));
        });
    }
    default.is_some_and(|default| write::is_still(*field, &default))
}
