//! What may be wrong with a member, so that one that is as it should be is checked in next to no time.
//!
//! Most rules of most members are `set_in` and `null_in`, and most members are null or have nothing else to ask, so
//! that one bit answers.

use super::{FullTerms, Member, Terms};
use crate::node::View;
use crate::object::Lent;
use crate::rules::Rule;

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
        match self.terms {
            Terms::Presence(set_in, _) => set_in & status != 0,
            Terms::Rules(rules) | Terms::Given(_, rules) => ask_null(rules),
            Terms::Full(terms) => terms.set_in & status != 0 || ask_null(terms.rules),
            // The others ask nothing.
            _ => false,
        }
    }

    /// The same of any other value.
    #[inline(always)]
    pub(crate) fn set_in_doubt(&self, view: &View<'_>, status: u64, lent: &Lent<'_>) -> bool {
        match self.terms {
            Terms::Presence(_, null_in) => null_in & status != 0,
            Terms::Rules([only]) if only.ask.surely_spans(view) => false,
            Terms::Rules(rules) | Terms::Given(_, rules) => are_in_doubt(rules, view, status, lent),
            Terms::Full(terms) => terms.set_in_doubt(view, status, lent),
            _ => false,
        }
    }
}

impl FullTerms {
    #[inline(never)]
    fn set_in_doubt(&self, view: &View<'_>, status: u64, lent: &Lent<'_>) -> bool {
        self.null_in & status != 0 || are_in_doubt(self.rules, view, status, lent)
    }
}

/// Whether one of some rules asks a null.
fn ask_null(rules: &[Rule]) -> bool {
    rules.iter().any(|rule| rule.ask.asks_null())
}

/// Whether a value that is not null may break one of some rules.
#[inline(never)]
fn are_in_doubt(rules: &[Rule], view: &View<'_>, status: u64, lent: &Lent<'_>) -> bool {
    rules
        .iter()
        .any(|rule| rule.ask.in_doubt(view, status, lent))
}
