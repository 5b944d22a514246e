//! `one_of(...)`: the numbers that a member may be, or the boolean that it always is.

use proc_macro2::Span;
use syn::LitBool;

use super::super::types::Kind;
use super::value::{float, settled};
use crate::ast::{Figure, Listed, Number};
use crate::errors::Errors;
use crate::model::Ask;

/// Which values are listed, where all are of one kind.
pub(super) enum Values<'v> {
    Numbers(Vec<Figure>),
    Booleans(Vec<&'v LitBool>),
    /// The first that is of another kind than those before it.
    Mixed(Span),
}

pub(super) fn values(listed: &[Listed]) -> Values<'_> {
    let (mut numbers, mut booleans) = (Vec::new(), Vec::new());
    for value in listed {
        let span = match value {
            Listed::Number(figure) => {
                numbers.push(*figure);
                figure.span
            }
            Listed::Bool(boolean) => {
                booleans.push(boolean);
                boolean.span
            }
        };
        if !numbers.is_empty() && !booleans.is_empty() {
            return Values::Mixed(span);
        }
    }
    match booleans.is_empty() {
        true => Values::Numbers(numbers),
        false => Values::Booleans(booleans),
    }
}

pub(super) fn one_of(listed: &[Listed], kind: Kind, errors: &mut Errors) -> Option<Ask> {
    match values(listed) {
        Values::Numbers(numbers) => Some(one_number(&numbers, kind, errors)),
        Values::Booleans(booleans) => only(&booleans, errors),
        Values::Mixed(span) => {
            let message = "this is of another kind than what is before it; list numbers, or write one boolean";
            errors.at(span, message);
            None
        }
    }
}

fn one_number(numbers: &[Figure], kind: Kind, errors: &mut Errors) -> Ask {
    for (place, figure) in numbers.iter().enumerate() {
        let mut before = numbers.iter().take(place);
        if let Some(first) = before.find(|other| is_same(other.number, figure.number)) {
            let message = "this number is there already; remove it here";
            errors.twice(figure.span, first.span, message);
        } else if matches!(kind, Kind::Integer | Kind::UnixSeconds) && is_fraction(figure.number) {
            let message = "no integer is this number; write a whole number";
            errors.at(figure.span, message);
        }
    }
    let numbers = numbers.iter().map(|figure| settled(figure.number));
    Ask::OneOf(numbers.collect())
}

/// Of two booleans nothing is asked that a boolean is not.
fn only(booleans: &[&LitBool], errors: &mut Errors) -> Option<Ask> {
    let (first, others) = booleans.split_first()?;
    for other in others {
        if other.value == first.value {
            let message = "this boolean is there already; remove it here";
            errors.twice(other.span, first.span, message);
        } else {
            let message = "every boolean is one of these; write the one that it always is, or remove the rule";
            errors.at(other.span, message);
            return None;
        }
    }
    Some(Ask::Only(first.value))
}

fn is_same(one: Number, other: Number) -> bool {
    match (one, other) {
        (Number::Integer(one), Number::Integer(other)) => one == other,
        (one, other) => float(one) == float(other),
    }
}

fn is_fraction(number: Number) -> bool {
    matches!(number, Number::Float(value) if value.fract() != 0.0)
}
