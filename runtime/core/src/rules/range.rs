//! `range(...)`: a number between two bounds.
//!
//! Asked of integers and numbers, exactly (see [`Number`]); `null`, words such as `"auto"` and all
//! else that is no number pass. What is not a number (NaN, which JSON does not have) is in no range.

use std::cmp::Ordering;

use super::{Bound, Breach, Number};
use crate::issue::Code;
use crate::node::View;

/// Whether a number is between its bounds.
pub(super) fn range(view: View<'_>, low: Bound, high: Bound) -> Result<(), Breach> {
    let Some(number) = Number::of(view) else {
        return Ok(());
    };
    match admits(number, low, high) {
        true => Ok(()),
        false => Err(breach(number, low, high)),
    }
}

/// Whether a value is surely between the bounds, or surely no number.
#[inline(always)]
pub(super) fn surely_holds(view: &View<'_>, low: &Bound, high: &Bound) -> bool {
    match (view, low, high) {
        (View::Text(_), ..) => true,
        (View::Unsigned(number), Bound::Integer(low), Bound::Integer(high)) => {
            (*low..=*high).contains(&i128::from(*number))
        }
        (View::Float(number), Bound::Number(low), Bound::Open) => number >= low,
        _ => Number::of(*view).is_some_and(|number| admits(number, *low, *high)),
    }
}

#[inline(never)]
fn admits(number: Number, low: Bound, high: Bound) -> bool {
    low.admits(number, Ordering::Greater) && high.admits(number, Ordering::Less)
}

impl Bound {
    /// Whether `number` stands on the `inner` side of this bound, or on it where that is allowed.
    #[inline]
    fn admits(self, number: Number, inner: Ordering) -> bool {
        match self.number() {
            None => true,
            Some((bound, included)) => match number.compare(bound) {
                Some(Ordering::Equal) => included,
                side => side == Some(inner),
            },
        }
    }

    /// The bound's number, and whether that number is itself allowed.
    #[inline]
    fn number(self) -> Option<(Number, bool)> {
        match self {
            Bound::Open => None,
            Bound::Integer(value) => Some((Number::Integer(value), true)),
            Bound::PastInteger(value) => Some((Number::Integer(value), false)),
            Bound::Number(value) => Some((Number::Float(value), true)),
            Bound::PastNumber(value) => Some((Number::Float(value), false)),
        }
    }
}

#[cold]
fn breach(number: Number, low: Bound, high: Bound) -> Breach {
    let kind = match number {
        Number::Integer(_) => "an integer",
        Number::Float(_) => "a number",
    };
    let expected = format!("{kind} {}", between(low, high));
    Breach {
        code: Code::Range,
        predicate: format!("is {number}, expected {expected}"),
        expected: Some(expected),
        found: Some(number.to_string()),
    }
}

fn between(low: Bound, high: Bound) -> String {
    let least = |(bound, included): (Number, bool)| match included {
        true => format!("of at least {bound}"),
        false => format!("greater than {bound}"),
    };
    let greatest = |(bound, included): (Number, bool)| match included {
        true => format!("of at most {bound}"),
        false => format!("less than {bound}"),
    };
    match (low.number(), high.number()) {
        (Some((low, true)), Some((high, true))) => format!("from {low} to {high}"),
        (Some(low), Some(high)) => format!("{} and {}", least(low), greatest(high)),
        (Some(low), None) => least(low),
        (None, Some(high)) => greatest(high),
        (None, None) => "of any size".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(view: View<'_>, low: Bound, high: Bound) -> Option<String> {
        range(view, low, high).err().map(|breach| breach.predicate)
    }

    #[test]
    fn both_ends_are_included() {
        let (low, high) = (Bound::Integer(1), Bound::Integer(50));
        assert_eq!(says(View::Unsigned(1), low, high), None);
        assert_eq!(says(View::Signed(50), low, high), None);
        assert_eq!(
            says(View::Unsigned(60), low, high).unwrap(),
            "is 60, expected an integer from 1 to 50"
        );
        assert_eq!(
            says(View::Signed(-1), low, high).unwrap(),
            "is -1, expected an integer from 1 to 50"
        );
    }

    #[test]
    fn an_end_may_be_left_out() {
        let (low, high) = (Bound::PastNumber(0.0), Bound::Open);
        assert_eq!(says(View::Float(f64::MIN_POSITIVE), low, high), None);
        assert_eq!(
            says(View::Float(0.0), low, high).unwrap(),
            "is 0, expected a number greater than 0"
        );
        assert_eq!(
            says(View::Float(1.0), Bound::Number(0.0), Bound::PastInteger(1)).unwrap(),
            "is 1, expected a number of at least 0 and less than 1"
        );
    }

    #[test]
    fn bounds_and_values_of_different_types_compare_exactly() {
        let high = Bound::Number(9_007_199_254_740_992.0);
        assert_eq!(says(View::Unsigned(1 << 53), Bound::Open, high), None);
        assert!(says(View::Unsigned((1 << 53) + 1), Bound::Open, high).is_some());
        assert!(says(View::Single(1.5), Bound::Open, Bound::Integer(1)).is_some());
    }

    #[test]
    fn only_numbers_are_asked() {
        let (low, high) = (Bound::Integer(1), Bound::Integer(2));
        assert_eq!(says(View::Null, low, high), None);
        assert_eq!(says(View::Text("auto"), low, high), None);
        assert!(says(View::Float(f64::NAN), low, high).is_some());
    }
}
