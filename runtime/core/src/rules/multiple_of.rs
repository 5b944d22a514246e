//! `multiple_of(...)`: a number that is so many times a step.
//!
//! Asked of integers and numbers; what is no number passes. Fractions are held as decimals: 0.3 is a multiple of 0.1, though the
//! double next to 0.3 is none of the double next to 0.1. The decimal of a double is the shortest one that reads as it, which is what
//! is written for it.

use super::number::Spelling;
use super::{Breach, Number};
use crate::issue::Code;
use crate::json::Decimal;
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
    let (mut number_text, mut step_text) = (Spelling::new(), Spelling::new());
    let number = number_text.of(number).and_then(Decimal::read);
    let step = step_text.of(step).and_then(Decimal::read);
    number
        .zip(step)
        .is_some_and(|(number, step)| number.is_multiple_of(step))
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
