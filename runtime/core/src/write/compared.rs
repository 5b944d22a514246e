//! What a value is compared by with what it was when it was read: a text that depends on the value alone.
//!
//! It is not what is written of the value, since that in turn depends on such comparisons, in each object within. So a value in
//! which something changed would be written twice for each of its levels, and twice as often for the next.

use super::Writer;
use crate::extra::Extra;
use crate::json::Room;
use crate::node::{Map, Node};
use crate::object::{Lent, Object};
use crate::spelling::plain_spelling;

/// A comparison with another text.
pub(super) struct Comparison {
    /// How long the other one is: a longer one is another, and need not be written to its end.
    longest: usize,
}

/// Of how many bytes a spelling is, at most, that stands in the text beside the value which is spelled so. A longer one is a
/// composite value, whose parts are compared.
const SHORT: usize = 64;

/// The text that a value is compared by.
pub(crate) fn compared(node: &dyn Node) -> String {
    let text = text_up_to(node, usize::MAX);
    String::from_utf8(text).unwrap_or_default()
}

/// Whether a value is the one that this text was made of.
pub(crate) fn is_still(node: &dyn Node, text: &str) -> bool {
    text_up_to(node, text.len()) == text.as_bytes()
}

fn text_up_to(node: &dyn Node, longest: usize) -> Vec<u8> {
    let mut writer = Writer::new(Room::new(), false);
    writer.comparison = Some(Comparison { longest });
    writer.write(0, node.view())
}

impl Writer {
    /// Whether so much is written that the text is another.
    fn is_beyond(&self, at: usize) -> bool {
        self.comparison
            .as_ref()
            .is_some_and(|other| at > other.longest)
    }

    /// The entries of a map by their names, since maps of `std` have an order that is no other's.
    #[cold]
    pub(super) fn sorted(&mut self, at: usize, map: &dyn Map) -> usize {
        let mut entries = Vec::with_capacity(map.count());
        map.each(&mut |key, value| entries.push((key.to_owned(), compared(value))));
        entries.sort_unstable();
        let mut at = self.room.put(at, b"{");
        for (key, value) in &entries {
            at = self.room.put_name(at, key);
            at = self.room.put_all(at, value.as_bytes());
        }
        self.room.put(at, b"}")
    }

    /// The members of an object that remembers something. How one is spelled that is spelled otherwise stands behind its value.
    #[cold]
    pub(super) fn remembered_part(
        &mut self,
        mut at: usize,
        object: &dyn Object,
        lent: &Lent<'_>,
        extra: &Extra,
    ) -> usize {
        for (place, (member, field)) in lent.object.members.iter().zip(lent.fields).enumerate() {
            if self.is_beyond(at) {
                return at;
            }
            let spelled = plain_spelling(object, lent, extra, place);
            at = self.spelled(at, (member, lent.alias(place, member)), *field, spelled);
            if let Some(respelled) = extra.respelled(place)
                && respelled.raw.len() <= SHORT
            {
                at = self.room.put_all(at, respelled.raw.as_bytes());
            }
        }
        at
    }
}
