//! `multiple_of(...)`: a number that is so many times a step.
//!
//! Asked of integers and numbers; what is no number passes. Fractions are held as decimals: 0.3 is a multiple of 0.1, though the
//! double next to 0.3 is none of the double next to 0.1. The decimal of a double is the shortest one that reads as it, which is what
//! is written for it.

use std::fmt::{self, Write};

use super::{Breach, Number};
use crate::issue::Code;
use crate::node::View;

/// Whether a number is a multiple of the step.
pub(super) fn multiple_of(view: View<'_>, step: Number) -> Result<(), Breach> {
    let Some(number) = Number::written(view) else {
        return Ok(());
    };
    match is_multiple(number, step) {
        true => Ok(()),
        false => Err(breach(number, step)),
    }
}

#[cold]
fn breach(number: Number, step: Number) -> Breach {
    let expected = format!("a multiple of {step}");
    Breach {
        code: Code::MultipleOf,
        predicate: format!("is {number}, expected {expected}"),
        expected: Some(expected),
        found: Some(number.to_string()),
    }
}

fn is_multiple(number: Number, step: Number) -> bool {
    let of = |number| Some((Decimal::of(number)?, Decimal::of(step)?));
    of(number).is_some_and(|(number, step)| number.is_multiple_of(&step))
}

/// A number without its sign: `digits` times ten to the power of `exponent`. Digits fill at most 128 bits: a double has no more than 17.
#[derive(Debug, Default)]
struct Decimal {
    digits: u128,
    exponent: i32,
}

impl Decimal {
    /// The decimal of a number, unless it is none (infinite, or NaN).
    fn of(number: Number) -> Option<Self> {
        let mut shortest = Shortest::default();
        match number {
            Number::Integer(value) => shortest.decimal.digits = value.unsigned_abs(),
            Number::Float(value) if value.is_finite() => {
                write!(shortest, "{:e}", value.abs()).ok()?;
            }
            Number::Float(_) => return None,
        }
        Some(shortest.finish())
    }

    /// Whether this is a whole number of steps. No step is zero.
    fn is_multiple_of(&self, step: &Self) -> bool {
        if step.digits == 0 || self.digits == 0 {
            return self.digits == 0;
        }
        let shift = self.exponent.saturating_sub(step.exponent);
        match u32::try_from(shift) {
            Ok(shift) => self.remainder_of_shifted(shift, step.digits) == 0,
            Err(_) => {
                // The step has more zeros behind it: the number must end in as many.
                let zeros = 10_u128.checked_pow(shift.unsigned_abs());
                zeros.is_some_and(|zeros| {
                    self.digits.is_multiple_of(zeros)
                        && (self.digits / zeros).is_multiple_of(step.digits)
                })
            }
        }
    }

    /// What is left of the digits with so many zeros behind them.
    fn remainder_of_shifted(&self, zeros: u32, divisor: u128) -> u128 {
        // Both are below half of what fits, so that twice the remainder does.
        let twice = |remainder: u128| (remainder + remainder) % divisor;
        let mut remainder = self.digits % divisor;
        for _ in 0..zeros {
            if remainder == 0 {
                break;
            }
            let eight = twice(twice(twice(remainder)));
            remainder = (eight + twice(remainder)) % divisor;
        }
        remainder
    }
}

/// Takes `1.25e-7` as it is written, so that nothing is allocated for it.
#[derive(Default)]
struct Shortest {
    decimal: Decimal,
    is_fraction: bool,
    /// What stands behind the `e`, and whether it is below zero.
    power: Option<(i32, bool)>,
}

impl Shortest {
    fn finish(self) -> Decimal {
        let (power, is_negative) = self.power.unwrap_or_default();
        let power = if is_negative { -power } else { power };
        Decimal {
            exponent: self.decimal.exponent + power,
            ..self.decimal
        }
    }
}

impl Write for Shortest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            match (character, character.to_digit(10), &mut self.power) {
                (_, Some(digit), Some((power, _))) => *power = *power * 10 + digit as i32,
                (_, Some(digit), None) => {
                    self.decimal.digits = self.decimal.digits * 10 + u128::from(digit);
                    self.decimal.exponent -= i32::from(self.is_fraction);
                }
                ('.', ..) => self.is_fraction = true,
                ('e', ..) => self.power = Some((0, false)),
                ('-', _, Some((_, is_negative))) => *is_negative = true,
                _ => return Err(fmt::Error),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Number::{Float, Integer};

    #[test]
    fn whole_numbers_are_multiples_of_whole_steps() {
        for (number, step, is) in [
            (0, 5, true),
            (-15, 5, true),
            (14, 5, false),
            (i128::MIN, 2, true),
            (i128::MIN, 3, false),
            (i128::MAX, i128::MAX, true),
        ] {
            assert_eq!(is_multiple(Integer(number), Integer(step)), is, "{number}");
        }
        assert!(is_multiple(Integer(6), Float(1.5)) && !is_multiple(Integer(5), Float(1.5)));
        assert!(is_multiple(Float(4e20), Integer(4)) && !is_multiple(Float(4.5), Integer(1)));
    }

    #[test]
    fn fractions_are_decimals() {
        for (number, step, is) in [
            (0.3, 0.1, true),
            (-0.7, 0.1, true),
            (1.1, 0.01, true),
            (19.99, 0.01, true),
            (0.35, 0.1, false),
            (1.0 / 3.0, 0.01, false),
            (1e300, 1e-300, true),
            (1e-300, 1e300, false),
            (0.0, 0.1, true),
            (123_456_789.01, 0.05, false),
            (123_456_789.05, 0.05, true),
            (1.5e10, 1e10, false),
            (3e10, 1e10, true),
            (f64::MAX, 1.0, true),
            (5e-324, 5e-324, true),
            (f64::INFINITY, 1.0, false),
            (f64::NAN, 1.0, false),
        ] {
            assert_eq!(
                is_multiple(Float(number), Float(step)),
                is,
                "{number} of {step}"
            );
        }
    }

    #[test]
    fn the_digits_of_a_step_may_fill_what_is_there() {
        let step = Integer(i128::MAX);
        assert!(!is_multiple(Float(1e300), step));
        assert!(is_multiple(Float(0.0), step));
        assert!(is_multiple(Integer(i128::MIN), Integer(i128::MIN)));
    }

    #[test]
    fn a_single_is_the_decimal_that_it_is_written_as() {
        assert_eq!(multiple_of(View::Single(0.3), Float(0.1)), Ok(()));
        let breach = multiple_of(View::Single(0.35), Float(0.1)).unwrap_err();
        assert_eq!(breach.predicate, "is 0.35, expected a multiple of 0.1");
    }

    #[test]
    fn only_numbers_are_asked() {
        assert_eq!(multiple_of(View::Null, Integer(2)), Ok(()));
        assert_eq!(multiple_of(View::Text("auto"), Integer(2)), Ok(()));
        assert!(multiple_of(View::Unsigned(3), Integer(2)).is_err());
    }
}
