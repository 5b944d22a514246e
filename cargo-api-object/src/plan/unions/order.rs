//! In which order the branches of a union are tried that nothing tells apart but what fits.

use std::cmp::Reverse;

use super::super::planner::Planner;
use crate::schema::{Kind, Member, SchemaId};

impl Planner<'_> {
    /// Puts what asks for more first, since the first that fits is taken.
    pub(super) fn order(&self, branches: &mut [SchemaId]) {
        branches.sort_by_key(|branch| Reverse(self.demands(*branch)));
        for place in (0..branches.len()).rev() {
            let mut at = place;
            while let Some([bare, next]) = branches.get_mut(at..at + 2)
                && self.takes_from(*bare, *next)
            {
                std::mem::swap(bare, next);
                at += 1;
            }
        }
    }

    /// How much a branch asks of a value: nothing, its kind, or more.
    fn demands(&self, branch: SchemaId) -> (u8, bool, usize) {
        match self.schemas.kind(branch) {
            Kind::Object(object) => {
                let required = object.members.iter().filter(|member| member.required);
                let is_tagged = self.tag(branch).is_some_and(|tag| !tag.optional);
                (2, is_tagged, required.count())
            }
            Kind::Any(_) => (0, false, 0),
            Kind::Text(_) | Kind::Map(..) => (1, false, 0),
            _ => (2, false, 0),
        }
    }

    /// Whether an object asks for its tag alone, and would take another's values that lack theirs, as an object without its tag
    /// is one that was not sent in full. That other never has this one's word, and asks for something besides.
    fn takes_from(&self, bare: SchemaId, other: SchemaId) -> bool {
        let (Kind::Object(own), Kind::Object(object)) =
            (self.schemas.kind(bare), self.schemas.kind(other))
        else {
            return false;
        };
        let Some(tag) = self.tag(bare) else {
            return false;
        };
        let asks = |members: &[Member]| {
            let mut members = members.iter();
            members.any(|member| member.required && member.name != tag.key)
        };
        let excludes = object.member(&tag.key).is_some_and(|member| {
            matches!(self.schemas.kind(member.schema), Kind::Words(words)
                if !words.open && !words.words.contains(&tag.word) && !words.former.contains(&tag.word))
        });
        !asks(&own.members) && asks(&object.members) && excludes
    }
}
