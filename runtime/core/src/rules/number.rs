//! Numbers compared by their exact values, whatever types they are held in.

use std::cmp::Ordering;
use std::fmt;
use std::io::Write;

use crate::issue::float;
use crate::json::parse_f64;
use crate::node::{Node, View};

/// A number, as a declaration writes it or a value holds it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Number {
    /// A whole number, without a point.
    Integer(i128),
    /// A double.
    Float(f64),
}

impl Number {
    /// The number that a value is, if it is one.
    #[inline]
    pub(crate) fn of(view: View<'_>) -> Option<Self> {
        match view {
            View::Unsigned(value) => Some(Number::Integer(value.into())),
            View::Signed(value) => Some(Number::Integer(value.into())),
            View::Float(value) => Some(Number::Float(value)),
            View::Single(value) => Some(Number::Float(value.into())),
            View::Quoted(number) => Number::quoted(number),
            _ => None,
        }
    }

    #[inline(never)]
    fn quoted(number: &dyn Node) -> Option<Self> {
        Number::of(number.view())
    }

    /// The same, also of a value of which there is only the JSON text, as of one that serde wrote.
    pub(crate) fn asked_of(view: View<'_>) -> Option<Self> {
        match view {
            View::Raw(raw) => Number::of_text(raw.as_str()),
            view => Number::of(view),
        }
    }

    #[cold]
    fn of_text(json: &str) -> Option<Self> {
        let integer = || json.parse().ok().map(Number::Integer);
        let double = parse_f64(json)?;
        integer().or(Some(Number::Float(double)))
    }

    /// The same, where decimals matter: a single is the double with the spelling that is written for it.
    pub(crate) fn written(view: View<'_>) -> Option<Self> {
        match view {
            View::Single(value) => Some(Number::Float(widened(value))),
            view => Number::of(view),
        }
    }

    /// Compares exactly: no integer is rounded to a double. `None` for what is not a number (NaN).
    #[inline]
    pub(crate) fn compare(self, other: Number) -> Option<Ordering> {
        match (self, other) {
            (Number::Integer(a), Number::Integer(b)) => Some(a.cmp(&b)),
            (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
            (Number::Integer(a), Number::Float(b)) => compare_mixed(a, b),
            (Number::Float(a), Number::Integer(b)) => compare_mixed(b, a).map(Ordering::reverse),
        }
    }

    /// The same key for equal numbers: the integer, where the value is one, or else the double's bits.
    pub(crate) fn key(self) -> (i128, u64) {
        match self {
            Number::Integer(value) => (value, 0),
            Number::Float(value) if value.fract() == 0.0 && value.abs() < TWO_TO_127 => {
                (value as i128, 0)
            }
            Number::Float(value) => (0, value.to_bits()),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Integer(value) => value.fmt(f),
            Number::Float(value) => f.write_str(&float(*value)),
        }
    }
}

/// The double that is nearest to the decimal of a single, which is the single itself only where it holds no fraction or a binary one.
fn widened(single: f32) -> f64 {
    let mut spelling = Spelling::new();
    let text = spelling.written(format_args!("{single:e}"));
    let double = text.and_then(|text| text.parse().ok());
    double.unwrap_or(f64::from(single))
}

/// Room for the shortest text of a number, so that nothing is allocated for it: an `i128` has up to 40 bytes.
pub(super) struct Spelling([u8; 40]);

impl Spelling {
    pub(super) const fn new() -> Self {
        Spelling([0; 40])
    }

    /// The number as JSON spells it, unless it is infinite or NaN.
    pub(super) fn of(&mut self, number: Number) -> Option<&str> {
        match number {
            Number::Integer(value) => self.written(format_args!("{value}")),
            Number::Float(value) if value.is_finite() => self.written(format_args!("{value:e}")),
            Number::Float(_) => None,
        }
    }

    fn written(&mut self, text: fmt::Arguments<'_>) -> Option<&str> {
        let room = self.0.len();
        let mut rest = self.0.as_mut_slice();
        rest.write_fmt(text).ok()?;
        let len = room - rest.len();
        str::from_utf8(self.0.get(..len)?).ok()
    }
}

const TWO_TO_127: f64 = 170_141_183_460_469_231_731_687_303_715_884_105_728.0;

#[inline(never)]
fn compare_mixed(a: i128, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if b >= TWO_TO_127 {
        return Some(Ordering::Less);
    }
    if b < -TWO_TO_127 {
        return Some(Ordering::Greater);
    }
    // Within these bounds the whole part is an exact `i128`, and the fraction has the sign of `b`.
    let whole = b.trunc();
    let of_whole = a.cmp(&(whole as i128));
    Some(of_whole.then(0.0.partial_cmp(&(b - whole))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::RawJson;
    use Number::{Float, Integer};

    #[test]
    fn integers_are_not_rounded_to_doubles() {
        let big = 9_007_199_254_740_993; // 2^53 + 1, which no double holds
        assert_eq!(
            Integer(big).compare(Float(9_007_199_254_740_992.0)),
            Some(Ordering::Greater)
        );
        assert_eq!(
            Float(9_007_199_254_740_994.0).compare(Integer(big)),
            Some(Ordering::Greater)
        );
        assert_eq!(
            Integer(u64::MAX.into()).compare(Float(18_446_744_073_709_551_616.0)),
            Some(Ordering::Less)
        );
    }

    #[test]
    fn fractions_decide_between_equal_whole_parts() {
        assert_eq!(Integer(1).compare(Float(1.5)), Some(Ordering::Less));
        assert_eq!(Integer(-1).compare(Float(-1.5)), Some(Ordering::Greater));
        assert_eq!(Integer(0).compare(Float(-0.0)), Some(Ordering::Equal));
        assert_eq!(Integer(0).compare(Float(-0.5)), Some(Ordering::Greater));
    }

    #[test]
    fn the_ends_of_both_types_compare() {
        assert_eq!(
            Integer(i128::MAX).compare(Float(TWO_TO_127)),
            Some(Ordering::Less)
        );
        assert_eq!(
            Integer(i128::MIN).compare(Float(-TWO_TO_127)),
            Some(Ordering::Equal)
        );
        assert_eq!(
            Integer(i128::MIN).compare(Float(f64::MIN)),
            Some(Ordering::Greater)
        );
        assert_eq!(Integer(0).compare(Float(f64::NAN)), None);
    }

    #[test]
    fn a_single_is_widened_by_its_decimal() {
        let written = |single| match Number::written(View::Single(single)) {
            Some(Float(double)) => double,
            _ => f64::NAN,
        };
        for (single, double) in [
            (0.1_f32, 0.1),
            (-1.5e-7, -1.5e-7),
            (16_777_216.0, 16_777_216.0),
        ] {
            assert_eq!(written(single), double);
        }
        assert_eq!(written(f32::MAX), 3.4028235e38);
        assert_eq!(written(f32::MIN_POSITIVE), 1.1754944e-38);
        assert_eq!(written(f32::INFINITY), f64::INFINITY);
    }

    #[test]
    fn a_text_is_the_number_that_it_spells() {
        let read = |json| Number::asked_of(View::Raw(&RawJson::trusted(json)));
        assert_eq!(read("1.5"), Some(Float(1.5)));
        assert_eq!(read("-2e2"), Some(Float(-200.0)));
        assert_eq!(read("18446744073709551616"), Some(Integer(1 << 64)));
        for none in [r#""1.5""#, "null", "[1.5]", "1e400"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn equal_numbers_have_equal_keys() {
        assert_eq!(Integer(3).key(), Float(3.0).key());
        assert_eq!(Float(0.0).key(), Float(-0.0).key());
        assert_ne!(Float(0.5).key(), Integer(0).key());
        assert_ne!(Float(1e300).key(), Float(1e301).key());
    }
}
