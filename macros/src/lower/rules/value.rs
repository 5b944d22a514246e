//! Rules that ask one value, be it a field's or an element's.

use proc_macro2::{Ident, Span};
use syn::{LitStr, Type};

use super::super::types::{Kind, value_kind};
use super::listed::{self, Values};
use super::{cannot_answer, level};
use crate::ast::{Asked, Figure, Interval, Limit, Number, OfValue, RuleCall};
use crate::errors::Errors;
use crate::model::{self, Ask, Bound, Format, Rule};

/// Lowers what is asked of a value of this type.
pub(super) fn lower(key: &Ident, asked: &OfValue, ty: &Type, errors: &mut Errors) -> Option<Ask> {
    of_kind(key, asked, value_kind(ty), errors)
}

pub(super) fn of_kind(
    key: &Ident,
    asked: &OfValue,
    kind: Kind,
    errors: &mut Errors,
) -> Option<Ask> {
    use Kind::{Bool, Float, Integer, List, Map, Text, UnixSeconds};
    let is_number = matches!(kind, Integer | Float | UnixSeconds);
    let (wants, fits) = match asked {
        OfValue::Range(_) | OfValue::MultipleOf(_) => ("numbers", is_number),
        OfValue::OneOf(listed) => match listed::values(listed) {
            Values::Numbers(_) => ("numbers", is_number),
            Values::Booleans(_) => ("booleans", matches!(kind, Bool)),
            // What is wrong with these is told of them.
            Values::Mixed(_) => ("numbers", true),
        },
        OfValue::Len(_) => {
            let long = matches!(kind, Text | List(_) | Map(_));
            ("strings, lists and maps", long)
        }
        OfValue::Pattern(_) | OfValue::StartsWith(_) | OfValue::Format(_) => {
            ("strings", matches!(kind, Text))
        }
        OfValue::Unique => ("lists", matches!(kind, List(_))),
        OfValue::Each(_) => ("lists and maps", matches!(kind, List(_) | Map(_))),
    };
    if !fits {
        cannot_answer(key, wants, kind, errors);
    }
    match asked {
        OfValue::Range(interval) => Some(range(interval, errors)),
        OfValue::MultipleOf(step) => multiple_of(*step, errors),
        OfValue::OneOf(listed) => listed::one_of(listed, kind, errors),
        OfValue::Len(interval) => len(interval, errors),
        OfValue::Pattern(pattern) => Some(self::pattern(key, pattern, errors)),
        OfValue::StartsWith(prefixes) => Some(starts_with(prefixes, errors)),
        OfValue::Format(name) => format(name, errors),
        OfValue::Unique => Some(Ask::Unique),
        OfValue::Each(calls) => Some(Ask::Each(elements(calls, element(kind), errors))),
    }
}

fn element(of: Kind) -> Kind {
    match of {
        Kind::List(element) | Kind::Map(element) => value_kind(element),
        _ => Kind::Unknown,
    }
}

fn elements(calls: &[RuleCall], kind: Kind, errors: &mut Errors) -> Vec<Rule> {
    let mut rule = |RuleCall { key, noted, asked }: &RuleCall| match asked {
        Asked::Value(asked) => Some(Rule {
            level: level(*noted),
            ask: of_kind(key, asked, kind, errors)?,
        }),
        Asked::Order(..)
        | Asked::ByStatus(..)
        | Asked::If(..)
        | Asked::Same(_)
        | Asked::Ensure(_)
        | Asked::Choice(..)
        | Asked::Check(_) => {
            let message = format!("`{key}` cannot ask an element; write it outside `each(...)`");
            errors.at(key.span(), message);
            None
        }
    };
    calls.iter().filter_map(&mut rule).collect()
}

fn range(interval: &Interval, errors: &mut Errors) -> Ask {
    if let (Some(low), Some(high)) = (interval.low, interval.high)
        && is_empty(low, high)
    {
        empty(low.span, errors);
    }
    Ask::Range(bound(interval.low), bound(interval.high))
}

fn bound(limit: Option<Limit>) -> Bound {
    let Some(limit) = limit else {
        return Bound::Open;
    };
    match (limit.number, limit.included) {
        (Number::Integer(value), true) => Bound::Integer(value),
        (Number::Integer(value), false) => Bound::PastInteger(value),
        (Number::Float(value), true) => Bound::Number(value),
        (Number::Float(value), false) => Bound::PastNumber(value),
    }
}

fn is_empty(low: Limit, high: Limit) -> bool {
    let (above, equal) = match (low.number, high.number) {
        (Number::Integer(low), Number::Integer(high)) => (low > high, low == high),
        (low, high) => (float(low) > float(high), float(low) == float(high)),
    };
    above || equal && !(low.included && high.included)
}

/// Near enough to tell whether an interval is empty.
pub(super) fn float(number: Number) -> f64 {
    match number {
        Number::Integer(value) => value as f64,
        Number::Float(value) => value,
    }
}

fn multiple_of(step: Figure, errors: &mut Errors) -> Option<Ask> {
    if float(step.number) > 0.0 {
        return Some(Ask::MultipleOf(settled(step.number)));
    }
    let message = "nothing is counted in such steps; write a number above zero";
    errors.at(step.span, message);
    None
}

pub(super) fn settled(number: Number) -> model::Number {
    match number {
        Number::Integer(value) => model::Number::Integer(value),
        Number::Float(value) => model::Number::Float(value),
    }
}

fn len(interval: &Interval, errors: &mut Errors) -> Option<Ask> {
    let min = match interval.low {
        Some(low) => length(low, 1, errors)?,
        None => 0,
    };
    let Some(high) = interval.high else {
        return Some(Ask::Len(saturated(min), usize::MAX));
    };
    let max = length(high, -1, errors)?;
    if max < min {
        empty(interval.low.unwrap_or(high).span, errors);
    }
    Some(Ask::Len(saturated(min), saturated(max)))
}

/// A bound on a length, moved by `step` where the number itself is not allowed.
fn length(limit: Limit, step: i128, errors: &mut Errors) -> Option<i128> {
    match limit.number {
        Number::Integer(value) if value >= 0 && limit.included => Some(value),
        Number::Integer(value) if value >= 0 => Some(value.saturating_add(step)),
        Number::Integer(_) | Number::Float(_) => {
            errors.at(limit.span, "this is not a length; write a whole number");
            None
        }
    }
}

/// No string is longer than `usize::MAX` anyway.
fn saturated(length: i128) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

fn empty(span: Span, errors: &mut Errors) {
    errors.at(
        span,
        "nothing is in this range; write the lower bound first, as in `1..=5`",
    );
}

fn starts_with(prefixes: &[LitStr], errors: &mut Errors) -> Ask {
    let texts: Vec<String> = prefixes.iter().map(LitStr::value).collect();
    for (place, (prefix, text)) in prefixes.iter().zip(&texts).enumerate() {
        let mut before = texts.iter().zip(prefixes).take(place);
        if text.is_empty() {
            let message =
                "every string begins with nothing; write what it begins with, or remove the rule";
            errors.at(prefix.span(), message);
        } else if let Some((_, first)) = before.find(|(other, _)| *other == text) {
            let message = format!("the prefix `{text}` is there already; remove it here");
            errors.twice(prefix.span(), first.span(), message);
        }
    }
    Ask::StartsWith(texts)
}

fn format(name: &Ident, errors: &mut Errors) -> Option<Ask> {
    const KNOWN: &[(&str, Format)] = &[("uri", Format::Uri), ("email", Format::Email)];
    // What documents call a format, and what has a type elsewhere, which reads it.
    const TYPES: &[&str] = &["date_time", "datetime", "date", "time", "duration", "uuid"];
    let known = KNOWN.iter().find(|(known, _)| name == known);
    let what = format!("there is no format `{name}`");
    if TYPES.iter().any(|known| name == known) {
        let advice = "give the field a type of the crate for such values, and the key `serde`";
        errors.at(name.span(), format!("{what}; {advice}"));
    } else if known.is_none() {
        let _ = errors.unknown(name, what, KNOWN.iter().map(|(known, _)| *known));
    }
    known.map(|(_, format)| Ask::Format(*format))
}

#[cfg(feature = "pattern")]
fn pattern(_: &Ident, literal: &LitStr, errors: &mut Errors) -> Ask {
    let pattern = literal.value();
    if let Err(error) = regex_syntax::Parser::new().parse(&pattern) {
        let (place, why) = match &error {
            regex_syntax::Error::Parse(e) => (e.span().start.offset, e.kind().to_string()),
            regex_syntax::Error::Translate(e) => (e.span().start.offset, e.kind().to_string()),
            _ => (0, error.to_string()),
        };
        let rest = pattern.get(place..).unwrap_or_default();
        let message = format!("this is not a regular expression: {why}; correct it at `{rest}`");
        errors.at(literal.span(), message);
    }
    Ask::Pattern(pattern)
}

#[cfg(not(feature = "pattern"))]
fn pattern(key: &Ident, literal: &LitStr, errors: &mut Errors) -> Ask {
    let message =
        "`pattern` needs regular expressions; switch on the feature `regex` of `api-object`";
    errors.at(key.span(), message);
    Ask::Pattern(literal.value())
}
