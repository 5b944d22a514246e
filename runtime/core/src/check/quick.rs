//! The quick way through the members of an object, of which most are as they should be.
//!
//! It asks each member only what may be wrong with it; where something may, the long way says what.

use super::{Site, Walk};
use crate::describe::Member;
use crate::extra::odd_bit;
use crate::node::View;
use crate::rules::Status;

impl Walk {
    /// The members of an object, and the rules of the whole. Of those with a bit in `odd` it is remembered how they came.
    #[inline(always)]
    pub(super) fn members(&mut self, site: &Site<'_>, odd: u64) {
        let status = Status::bit_of(site.lent, odd);
        let members = site.lent.object.members.iter().zip(site.lent.fields);
        for (place, (member, field)) in members.enumerate() {
            if odd != 0 && odd & odd_bit(place) != 0 {
                self.odd_member(site, status, place);
                continue;
            }
            if member.is_quiet() {
                continue;
            }
            let view = field.view();
            if view.is_null() {
                if member.null_in_doubt(status) {
                    self.rules(site, Status::of(site.lent), (place, member), view);
                }
                continue;
            }
            if member.set_in_doubt(&view, status, site.lent) {
                self.rules(site, Status::of(site.lent), (place, member), view);
            }
            self.quick_below(site, member, &view);
        }
        let declared = site.declared;
        if !declared.rules.is_empty() || !declared.parts.is_empty() {
            self.object_rules(site);
        }
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
            view => self.below_member(site, &member.shape, member.name, *view),
        }
    }
}
