//! What is settled about checks at compile time, so that a clean object is checked in next to no time.
//!
//! Most rules of most members are `set_in` and `null_in`, and most members are null or have nothing
//! else to ask. So these two are summed up in a set of statuses each: one bit says of a member that
//! all its rules of this kind hold, and only where it does not are they asked one by one.

use super::{Ask, Bound, Rule};
use crate::describe::Shape;
use crate::node::View;

/// What a check looks at in a member.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Checks {
    /// The statuses in which a rule wants the member set: a bit each.
    set_in: u64,
    /// The statuses in which a rule wants the member null.
    null_in: u64,
    /// The numbers between which the other rules surely hold.
    between: (f64, f64),
    /// Whether there is anything to look at.
    pub(crate) any: bool,
    /// Whether there are other rules than those of presence.
    others: bool,
    /// Whether the other rules ask numbers only, and `between` says all that they ask.
    only_ranges: bool,
    /// Whether values of this shape may hold something that a check looks at.
    pub(crate) below: bool,
}

impl Checks {
    pub(crate) const fn of(shape: &Shape, rules: &[Rule]) -> Self {
        let below = has_below(shape);
        let mut checks = Checks {
            set_in: 0,
            null_in: 0,
            between: (f64::NEG_INFINITY, f64::INFINITY),
            any: below || !rules.is_empty(),
            others: false,
            only_ranges: true,
            below,
        };
        let mut i = 0;
        while i < rules.len() {
            checks = checks.and(&rules[i].ask);
            i += 1;
        }
        checks
    }

    const fn and(mut self, ask: &Ask) -> Self {
        match ask {
            Ask::SetIn(statuses) => self.set_in |= statuses.bits(),
            Ask::NullIn(statuses) => self.null_in |= statuses.bits(),
            Ask::Range(low, high) => {
                self.others = true;
                match (least(low), greatest(high)) {
                    (Some(low), Some(high)) => {
                        self.between = (self.between.0.max(low), self.between.1.min(high));
                    }
                    _ => self.only_ranges = false,
                }
            }
            _ => {
                self.others = true;
                self.only_ranges = false;
            }
        }
        self
    }

    /// Whether a presence rule may be broken in the status with this bit.
    #[inline]
    pub(crate) const fn presence_in_doubt(&self, is_null: bool, status: u64) -> bool {
        let statuses = if is_null { self.set_in } else { self.null_in };
        statuses & status != 0
    }

    /// Whether another rule may be broken.
    #[inline]
    pub(crate) fn others_in_doubt(&self, view: View<'_>) -> bool {
        self.others
            && match view {
                View::Null => false,
                View::Unsigned(value) => self.range_in_doubt(value as f64),
                View::Signed(value) => self.range_in_doubt(value as f64),
                View::Float(value) => self.range_in_doubt(value),
                View::Single(value) => self.range_in_doubt(value.into()),
                _ => !self.only_ranges,
            }
    }

    /// An integer comes here rounded to a double, which keeps its order to every bound below 2^53.
    #[inline]
    fn range_in_doubt(&self, value: f64) -> bool {
        let (low, high) = self.between;
        !self.only_ranges || !(low..=high).contains(&value)
    }
}

/// The least double that a lower bound admits, where it is small enough to judge rounded integers by.
const fn least(bound: &Bound) -> Option<f64> {
    match *bound {
        Bound::Open => Some(f64::NEG_INFINITY),
        Bound::Integer(value) => small(value as f64),
        Bound::Number(value) => small(value),
        Bound::PastInteger(value) => small((value as f64).next_up()),
        Bound::PastNumber(value) => small(value.next_up()),
    }
}

/// The greatest double that an upper bound admits, likewise.
const fn greatest(bound: &Bound) -> Option<f64> {
    match *bound {
        Bound::Open => Some(f64::INFINITY),
        Bound::Integer(value) => small(value as f64),
        Bound::Number(value) => small(value),
        Bound::PastInteger(value) => small((value as f64).next_down()),
        Bound::PastNumber(value) => small(value.next_down()),
    }
}

const fn small(value: f64) -> Option<f64> {
    const TWO_TO_53: f64 = 9_007_199_254_740_992.0;
    match value.abs() < TWO_TO_53 {
        true => Some(value),
        false => None,
    }
}

/// Whether values of this shape may hold something that a check looks at, whatever rules there are.
const fn has_below(shape: &Shape) -> bool {
    match shape {
        Shape::Named(_) => true,
        Shape::WordOr(_, shape)
        | Shape::Nullable(shape)
        | Shape::List(shape)
        | Shape::Map(shape) => has_below(shape),
        Shape::Any
        | Shape::Bool
        | Shape::Integer { .. }
        | Shape::Number
        | Shape::Text
        | Shape::UnixSeconds => false,
    }
}

/// The first bytes of an id's current prefix, as a word: most ids are known by one comparison.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head {
    word: u64,
    mask: u64,
}

impl Head {
    /// The head of the first prefix; one that no text begins with, where that is longer than a word.
    pub(crate) const fn of(prefixes: &[&str]) -> Self {
        let prefix = match prefixes {
            [] => "",
            [first, ..] => first,
        };
        let bytes = prefix.as_bytes();
        if bytes.len() > 8 {
            return Head { word: 1, mask: 0 };
        }
        let mut head = Head { word: 0, mask: 0 };
        let mut i = 0;
        while i < bytes.len() {
            head.word |= (bytes[i] as u64) << (8 * i);
            head.mask |= 0xff << (8 * i);
            i += 1;
        }
        head
    }

    /// Whether the text surely begins with this head. Texts shorter than a word are not looked at.
    #[inline]
    pub(crate) fn begins(&self, text: &[u8]) -> bool {
        match text.first_chunk() {
            Some(word) => u64::from_le_bytes(*word) & self.mask == self.word,
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Statuses;

    #[test]
    fn presence_is_in_doubt_where_some_rule_asks_for_it() {
        const FAR: Statuses = Statuses::new(&[3, 64]);
        let near = Rule::new(Ask::SetIn(Statuses::new(&[1])));
        let checks = Checks::of(&Shape::Text, &[near, Rule::new(Ask::NullIn(FAR)).note()]);
        assert!(checks.any && !checks.others && !checks.below);
        assert!(checks.presence_in_doubt(true, 1 << 1));
        assert!(!checks.presence_in_doubt(true, 1 << 2));
        assert!(!checks.presence_in_doubt(false, 0), "no known status");
        assert!(checks.presence_in_doubt(false, u64::MAX), "beyond the 64th");
    }

    #[test]
    fn a_number_out_of_doubt_is_within_its_range() {
        const BOUNDS: [Bound; 13] = [
            Bound::Open,
            Bound::Integer(0),
            Bound::PastInteger(0),
            Bound::Number(0.0),
            Bound::PastNumber(0.0),
            Bound::Number(0.5),
            Bound::Integer((1 << 53) - 1),
            Bound::Integer(1 << 53),
            Bound::PastInteger(1 << 53),
            Bound::Number(1e17),
            Bound::Integer(i128::MAX),
            Bound::PastNumber(f64::MAX),
            Bound::Number(f64::NAN),
        ];
        let mut views = vec![View::Null, View::Text("auto"), View::Float(f64::NAN)];
        for n in [
            0,
            1,
            (1 << 53) - 1,
            1 << 53,
            (1 << 53) + 1,
            100_000_000_000_000_001,
        ] {
            let float = n as f64;
            views.extend([View::Unsigned(n), View::Signed(-(n as i64))]);
            views.extend([float, float.next_up(), float.next_down(), -float].map(View::Float));
        }
        let mut sure = 0;
        for (low, high) in BOUNDS
            .iter()
            .flat_map(|&low| BOUNDS.map(|high| (low, high)))
        {
            let ask = Ask::Range(low, high);
            let checks = Checks::of(&Shape::Number, &[Rule::new(ask)]);
            for &view in views.iter().filter(|&&view| !checks.others_in_doubt(view)) {
                assert_eq!(ask.of_value(view), Ok(()));
                sure += 1;
            }
        }
        assert!(sure > 500, "the quick answer is worth something: {sure}");
    }

    #[test]
    fn what_holds_no_named_type_has_nothing_below() {
        const TEXTS: Shape = Shape::Nullable(&Shape::List(&Shape::Text));
        assert!(!Checks::of(&TEXTS, &[]).any);
        const NAMED: Shape = Shape::Named(|| unreachable!());
        assert!(Checks::of(&Shape::Map(&Shape::WordOr("auto", &NAMED)), &[]).below);
    }

    #[test]
    fn a_head_says_yes_only_of_its_prefix() {
        for prefix in ["", "f", "file-", "ftjob-ab", "ftjob-abc"] {
            let head = Head::of(&[prefix, "other"]);
            for text in [
                "",
                "f",
                "file-12345",
                "ftjob-abcdef",
                "\0\0\0\0\0\0\0\0",
                "\u{1}2345678",
            ] {
                let begins = text.starts_with(prefix);
                assert!(begins || !head.begins(text.as_bytes()), "{prefix} {text}");
            }
        }
        assert!(Head::of(&["file-"]).begins(b"file-123"));
        assert!(Head::of(&[]).begins(b"12345678"), "no prefix is declared");
    }
}
