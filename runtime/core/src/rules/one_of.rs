//! `one_of(...)`: a number that is one of some, or a boolean that is always the same.
//!
//! Asked of integers and numbers, exactly (see [`Number`]): `1.0` is `1`. What is no number, or no boolean, passes.

use std::cmp::Ordering;

use super::{Breach, Number};
use crate::issue::{Code, alternatives};
use crate::node::View;

/// How many numbers a message lists, beside that there are more.
const SHOWN: usize = 11;

/// Whether a number is one of these.
pub(super) fn one_of(view: View<'_>, numbers: &'static [Number]) -> Result<(), Breach> {
    let Some(number) = Number::written(view) else {
        return Ok(());
    };
    let is = |one: &Number| one.compare(number) == Some(Ordering::Equal);
    match numbers.iter().any(is) {
        true => Ok(()),
        false => Err(breach(number, numbers)),
    }
}

/// Whether a boolean is this one.
pub(super) fn only(view: View<'_>, value: bool) -> Result<(), Breach> {
    match view {
        View::Bool(found) if found != value => Err(other(value)),
        _ => Ok(()),
    }
}

#[cold]
fn other(value: bool) -> Breach {
    Breach {
        code: Code::OneOf,
        predicate: format!("is {}, expected {value}", !value),
        expected: Some(value.to_string()),
        found: Some((!value).to_string()),
    }
}

#[cold]
fn breach(number: Number, numbers: &[Number]) -> Breach {
    let (shown, rest) = numbers.split_at(numbers.len().min(SHOWN));
    let mut names: Vec<String> = shown.iter().map(Number::to_string).collect();
    if !rest.is_empty() {
        names.push(format!("one of {} more", rest.len()));
    }
    let expected = alternatives(names.iter().map(String::as_str));
    Breach {
        code: Code::OneOf,
        predicate: format!("is {number}, expected {expected}"),
        expected: Some(expected),
        found: Some(number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Number::{Float, Integer};

    #[test]
    fn a_number_is_one_of_them_in_whatever_type_it_is_held() {
        let sizes: &'static [Number] = &[Integer(256), Float(0.3), Integer(-1)];
        for view in [
            View::Unsigned(256),
            View::Signed(-1),
            View::Float(256.0),
            View::Float(0.3),
            View::Single(0.3),
        ] {
            assert_eq!(one_of(view, sizes), Ok(()));
        }
        let breach = one_of(View::Unsigned(255), sizes).unwrap_err();
        assert_eq!(breach.predicate, "is 255, expected 256, 0.3 or -1");
    }

    #[test]
    fn one_alone_is_named_alone() {
        let breach = one_of(View::Float(0.5), &[Integer(2)]).unwrap_err();
        assert_eq!(breach.predicate, "is 0.5, expected 2");
        assert_eq!(
            (breach.expected.as_deref(), breach.found.as_deref()),
            (Some("2"), Some("0.5"))
        );
    }

    #[test]
    fn of_many_some_are_named() {
        static MANY: [Number; 15] = [Integer(7); 15];
        let breach = one_of(View::Unsigned(1), &MANY).unwrap_err();
        let sevens = "7, ".repeat(10) + "7 or one of 4 more";
        assert_eq!(breach.predicate, format!("is 1, expected {sevens}"));
    }

    #[test]
    fn a_boolean_is_the_only_one() {
        assert_eq!(only(View::Bool(true), true), Ok(()));
        assert_eq!(only(View::Bool(false), false), Ok(()));
        let breach = only(View::Bool(false), true).unwrap_err();
        assert_eq!(breach.code, Code::OneOf);
        assert_eq!(breach.predicate, "is false, expected true");
        assert_eq!(
            (breach.expected.as_deref(), breach.found.as_deref()),
            (Some("true"), Some("false"))
        );
        for other in [View::Null, View::Text("true"), View::Unsigned(1)] {
            assert_eq!(only(other, false), Ok(()));
        }
    }

    #[test]
    fn only_numbers_are_asked() {
        assert_eq!(one_of(View::Null, &[Integer(2)]), Ok(()));
        assert_eq!(one_of(View::Text("auto"), &[Integer(2)]), Ok(()));
        assert!(one_of(View::Float(f64::NAN), &[Integer(2)]).is_err());
    }
}
