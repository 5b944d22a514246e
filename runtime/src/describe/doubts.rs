//! What the rules of a member come to, so that one that is as it should be is checked in next to no time.

use super::{Member, Shape};
use crate::node::View;
use crate::object::Lent;

/// What the rules of a member come to.
///
/// Most rules of most members are `set_in` and `null_in`, and most members are null or have nothing else to
/// ask. One bit says of a member that all its rules of this kind hold, and only where it does not are they
/// asked one by one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Doubts {
    /// Whether a check has nothing to look at here, whatever the value is.
    pub(crate) none: bool,
    /// The statuses in which a rule wants the member set: a bit each, all of them where one is beyond the 64th.
    pub(crate) set_in: u64,
    /// The statuses in which a rule wants the member null.
    pub(crate) null_in: u64,
    /// Whether there are rules that ask for something else.
    pub(crate) others: bool,
    /// Where this is one range of whole numbers, its ends; else no number is between them.
    pub(crate) span: (u64, u64),
    /// Whether one of these asks a member that is null, as `set_if` does.
    pub(crate) of_null: bool,
}

impl Member {
    /// Whether a value may break a rule of this member in the status with this bit.
    pub(crate) fn in_doubt(&self, view: View<'_>, status: u64, lent: &Lent<'_>) -> bool {
        match view.is_null() {
            true => self.null_in_doubt(status),
            false => self.set_in_doubt(&view, status, lent),
        }
    }

    /// The same of a null.
    #[inline(always)]
    pub(crate) fn null_in_doubt(&self, status: u64) -> bool {
        self.doubts.set_in & status != 0 || self.doubts.of_null
    }

    /// The same of any other value.
    #[inline(always)]
    pub(crate) fn set_in_doubt(&self, view: &View<'_>, status: u64, lent: &Lent<'_>) -> bool {
        self.doubts.null_in & status != 0
            || self.doubts.others
                && !self.doubts.surely_spans(view)
                && self.others_in_doubt(view, lent)
    }

    /// The same of its rules that are none of presence.
    #[inline(never)]
    fn others_in_doubt(&self, view: &View<'_>, lent: &Lent<'_>) -> bool {
        self.rules.iter().any(|rule| rule.ask.in_doubt(view, lent))
    }
}

impl Doubts {
    /// Whether the only rule is a range, and a value is in it, or no number.
    #[inline(always)]
    fn surely_spans(&self, view: &View<'_>) -> bool {
        let (least, greatest) = self.span;
        match view {
            View::Unsigned(number) => (least..=greatest).contains(number),
            View::Text(_) => least <= greatest,
            _ => false,
        }
    }
}

impl Shape {
    /// Whether values of this shape are scalars that mean no more than they say.
    pub(crate) const fn is_plain(&self) -> bool {
        matches!(
            self,
            Shape::Any
                | Shape::Bool
                | Shape::Integer { .. }
                | Shape::Number
                | Shape::Text
                | Shape::BorrowedText
                | Shape::UnixSeconds
        )
    }

    /// The same, or null.
    pub(crate) const fn is_plain_or_null(&self) -> bool {
        match self {
            Shape::Nullable(inner) => inner.is_plain(),
            shape => shape.is_plain(),
        }
    }
}
