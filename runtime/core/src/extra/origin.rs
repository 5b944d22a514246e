//! Of which type an `Extra` remembers what it remembers by places.

use super::{Extra, LOW};
use crate::describe::ObjectType;
use crate::json::members;

/// Where in the bits the mark of the type stands.
const MARK: u32 = LOW.count_ones();

impl Extra {
    /// This, to remember something of an object of this type.
    #[inline]
    pub(crate) fn of(&mut self, object: &ObjectType) -> &mut Self {
        self.bits = self.bits & LOW | u64::from(object.mark) << MARK;
        self
    }

    /// Whether this came with an object of another type, and was moved into one of this type since.
    #[inline]
    pub(crate) fn is_of_another(&self, object: &ObjectType) -> bool {
        let mark = (self.bits >> MARK) as u16;
        mark != object.mark && mark != 0 && object.mark != 0
    }

    /// What an object of this type has of one that came with an object of another: what neither declares. The places of
    /// members are those of the other.
    #[cold]
    pub(crate) fn unknown_to(&self, object: &ObjectType) -> Extra {
        let mut own = Extra::new();
        for member in members(self.unknown_text()).filter(|member| !object.has_key(&member.name)) {
            own.push_unknown(member.text);
        }
        own
    }
}

/// Two are equal that remember the same, whatever type it is of.
impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.bits & LOW == other.bits & LOW && self.rest == other.rest
    }
}

impl Eq for Extra {}
