//! The quick way through the members of an object, of which most are as they should be.
//!
//! It asks each member only what may be wrong with it; where something may, the long way says what.

use super::{Site, Walk};
use crate::describe::{Member, ObjectType};
use crate::extra::{odd_bit, odd_places};
use crate::node::{Node, View};
use crate::object::Lent;
use crate::rules::Status;

impl Walk {
    /// The members of an object, and the rules of the whole. Of those with a bit in `odd` it is remembered how they came.
    #[inline(always)]
    pub(super) fn members(&mut self, site: &Site<'_>, odd: u64) {
        let status = Status::bit_of(site.lent, odd);
        let rows = Rows::of(site.lent);
        let mut loud = rows.object.loud_members(odd_places(odd));
        while loud != 0 {
            let place = loud.trailing_zeros() as usize;
            loud &= loud - 1;
            self.member(site, &rows, status, (place, odd));
        }
        for place in rows.object.members_without_masks() {
            self.member(site, &rows, status, (place, odd));
        }
        let declared = site.declared;
        if !declared.rules.is_empty() || !declared.parts.is_empty() {
            self.object_rules(site);
        }
    }

    #[inline(always)]
    fn member(
        &mut self,
        site: &Site<'_>,
        rows: &Rows<'_>,
        status: u64,
        (place, odd): (usize, u64),
    ) {
        let Some((member, field)) = rows.get(place) else {
            return;
        };
        let lent = site.lent;
        if odd != 0 && odd & odd_bit(place) != 0 {
            return self.odd_member(site, status, place);
        }
        let view = field.view();
        if view.is_null() {
            if member.null_in_doubt(status) {
                self.rules(site, Status::of(lent), (place, member), view);
            }
            return;
        }
        if member.set_in_doubt(&view, status, lent) {
            self.rules(site, Status::of(lent), (place, member), view);
        }
        self.quick_below(site, member, &view);
    }

    /// What is below a member, or in an id or a word that nobody knows.
    #[inline(always)]
    fn quick_below(&mut self, site: &Site<'_>, member: &Member, view: &View<'_>) {
        if let View::Id(id, text) = view
            && id.head.is_of(text.first_word())
        {
            return;
        }
        match view {
            View::Bool(_) | View::Unsigned(_) | View::Signed(_) | View::Float(_) => {}
            View::Text(_) | View::Inline(_) | View::Word(_, Ok(_)) | View::Quoted(_) => {}
            View::Object(object) => self.object(*object, &site.path.key(member.name)),
            View::List(list) if member.shape.has_below() => {
                self.list(*list, &site.path.key(member.name));
            }
            view => self.below_member(site, &member.shape, member.name, *view),
        }
    }
}

/// Members beside their fields, as many of both, so that a place is looked for once.
struct Rows<'a> {
    object: &'static ObjectType,
    members: &'static [Member],
    fields: &'a [&'a dyn Node],
}

impl<'a> Rows<'a> {
    #[inline(always)]
    fn of(lent: &Lent<'a>) -> Self {
        let count = lent.object.members.len().min(lent.fields.len());
        Rows {
            object: lent.object,
            members: lent.object.members.get(..count).unwrap_or_default(),
            fields: lent.fields.get(..count).unwrap_or_default(),
        }
    }

    #[inline(always)]
    fn get(&self, place: usize) -> Option<(&'static Member, &'a dyn Node)> {
        Some((self.members.get(place)?, *self.fields.get(place)?))
    }
}
