//! Rules of a field: what each asks, and whether the type can answer.

use proc_macro2::{Ident, Span};
use syn::{LitStr, Type};

use super::lifecycle::Table;
use super::presence::{self, Presence, Which};
use super::types::{Kind, kind, value_kind};
use crate::ast::{Asked, Field, Interval, Limit, Number, RuleCall, StatusArg};
use crate::errors::Errors;
use crate::model::{Ask, Bound, Level, LeveledPath, Order, Rule};

/// Lowers the rules of one of the `fields`.
pub(super) fn lower(
    field: &Field,
    fields: &[&Field],
    table: Option<&Table>,
    errors: &mut Errors,
) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut presences = Vec::new();
    for call in &field.attrs.rules.calls {
        let RuleCall { key, asked, .. } = call;
        let asks: Vec<Ask> = match asked {
            Asked::SetIn(args) | Asked::NullIn(args) | Asked::OnlyIn(args) => {
                let presence = by_status(field, call, args, table, errors);
                let asks = presence.iter().flat_map(Presence::asks).collect();
                presences.extend(presence);
                asks
            }
            Asked::NotBefore(other) => order(Order::NotBefore, key, other, field, fields, errors),
            Asked::NotAfter(other) => order(Order::NotAfter, key, other, field, fields, errors),
            Asked::AtLeast(other) => order(Order::AtLeast, key, other, field, fields, errors),
            Asked::AtMost(other) => order(Order::AtMost, key, other, field, fields, errors),
            Asked::Check(path) => vec![Ask::Custom(path.clone())],
            Asked::Range(_)
            | Asked::Len(_)
            | Asked::Pattern(_)
            | Asked::Unique
            | Asked::Each(_) => of_value(call, field.ty, errors).into_iter().collect(),
        };
        let level = level(call);
        rules.extend(asks.into_iter().map(|ask| Rule { level, ask }));
    }
    presence::consistent(&presences, table, errors);
    rules
}

/// Lowers the rules of the object as a whole, which are functions.
pub(super) fn of_object(calls: &[RuleCall], errors: &mut Errors) -> Vec<LeveledPath> {
    let mut path = |call: &RuleCall| match &call.asked {
        Asked::Check(path) => Some(LeveledPath {
            level: level(call),
            path: path.clone(),
        }),
        _ => {
            let key = &call.key;
            let message = format!("`{key}` asks a field; write it on one, or `check = path` here");
            errors.at(key.span(), message);
            None
        }
    };
    calls.iter().filter_map(&mut path).collect()
}

fn level(call: &RuleCall) -> Level {
    match call.noted {
        true => Level::Note,
        false => Level::Violation,
    }
}

fn by_status<'s>(
    field: &Field,
    call: &'s RuleCall,
    args: &[StatusArg],
    table: Option<&Table>,
    errors: &mut Errors,
) -> Option<Presence<'s>> {
    let which = match call.asked {
        Asked::SetIn(_) => Which::Set,
        Asked::NullIn(_) => Which::Null,
        _ => Which::Only,
    };
    let key = &call.key;
    if !matches!(kind(field.ty), Kind::Option(_)) {
        let message = format!("`{key}` is for a field that may be null; make its type an `Option`");
        errors.at(key.span(), message);
    }
    presence::lower(key, call.noted, which, args, table, errors)
}

/// An order between this field and another, at most one.
fn order(
    order: Order,
    key: &Ident,
    other: &Ident,
    field: &Field,
    fields: &[&Field],
    errors: &mut Errors,
) -> Vec<Ask> {
    if matches!(
        value_kind(field.ty),
        Kind::Bool | Kind::List(_) | Kind::Map(_)
    ) {
        cannot_answer(key, "moments and numbers", field.ty, errors);
    }
    let place = fields.iter().position(|f| f.ident == other);
    if other == field.ident {
        let message = format!("`{other}` is this field itself; name another");
        errors.at(other.span(), message);
    } else if place.is_none() {
        let names: Vec<String> = fields.iter().map(|f| f.ident.to_string()).collect();
        let what = format!("there is no field `{other}` here");
        errors.unknown(other, what, names.iter().map(String::as_str));
    }
    place
        .map(|place| Ask::Order(order, place))
        .into_iter()
        .collect()
}

/// Lowers a rule that asks one value, be it a field's or an element's.
fn of_value(call: &RuleCall, ty: &Type, errors: &mut Errors) -> Option<Ask> {
    let key = &call.key;
    let kind = value_kind(ty);
    let (wants, fits) = match &call.asked {
        Asked::Range(_) => ("numbers", is_number(kind)),
        Asked::Len(_) => ("strings, lists and maps", is_long(kind)),
        Asked::Pattern(_) => ("strings", matches!(kind, Kind::Text | Kind::Unknown)),
        Asked::Unique => ("lists", matches!(kind, Kind::List(_) | Kind::Unknown)),
        Asked::Each(_) => ("lists and maps", is_many(kind)),
        _ => {
            let message = format!("`{key}` cannot ask an element; write it outside `each(...)`");
            errors.at(key.span(), message);
            return None;
        }
    };
    if !fits {
        cannot_answer(key, wants, ty, errors);
    }
    match &call.asked {
        Asked::Range(interval) => Some(range(interval, errors)),
        Asked::Len(interval) => len(interval, errors),
        Asked::Pattern(pattern) => Some(self::pattern(key, pattern, errors)),
        Asked::Unique => Some(Ask::Unique),
        Asked::Each(calls) => Some(Ask::Each(elements(calls, kind, errors))),
        _ => None,
    }
}

fn is_number(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Integer | Kind::Float | Kind::UnixSeconds | Kind::Unknown
    )
}

fn is_long(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Text | Kind::List(_) | Kind::Map(_) | Kind::Unknown
    )
}

fn is_many(kind: Kind) -> bool {
    matches!(kind, Kind::List(_) | Kind::Map(_) | Kind::Unknown)
}

/// The rules of each element; of what an unknown type holds, nothing is known either.
fn elements(calls: &[RuleCall], kind: Kind, errors: &mut Errors) -> Vec<Rule> {
    let unknown = Type::Verbatim(Default::default());
    let element = match kind {
        Kind::List(element) | Kind::Map(element) => element,
        _ => &unknown,
    };
    let mut rule = |call: &RuleCall| {
        Some(Rule {
            level: level(call),
            ask: of_value(call, element, errors)?,
        })
    };
    calls.iter().filter_map(&mut rule).collect()
}

fn cannot_answer(key: &Ident, wants: &str, ty: &Type, errors: &mut Errors) {
    let what = match value_kind(ty) {
        Kind::Bool => "a bool",
        Kind::Char => "a character",
        Kind::Integer => "an integer",
        Kind::Float => "a number",
        Kind::UnixSeconds => "a moment",
        Kind::Text => "a string",
        Kind::List(_) => "a list",
        Kind::Map(_) => "a map",
        _ => "something else",
    };
    let message =
        format!("`{key}` is for {wants}, and this is {what}; remove the rule, or change the type");
    errors.at(key.span(), message);
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
fn float(number: Number) -> f64 {
    match number {
        Number::Integer(value) => value as f64,
        Number::Float(value) => value,
    }
}

fn len(interval: &Interval, errors: &mut Errors) -> Option<Ask> {
    let min = match interval.low {
        Some(low) => length(low, 1, errors)?,
        None => 0,
    };
    let max = match interval.high {
        Some(high) if !high.included && float(high.number) == 0.0 => {
            empty(high.span, errors);
            return None;
        }
        Some(high) => length(high, -1, errors)?,
        None => usize::MAX,
    };
    if let Some(low) = interval.low
        && min > max
    {
        empty(low.span, errors);
    }
    Some(Ask::Len(min, max))
}

/// A bound on a length, moved by `step` where the number itself is not allowed.
fn length(limit: Limit, step: i128, errors: &mut Errors) -> Option<usize> {
    let value = match limit.number {
        Number::Integer(value) if limit.included => Some(value),
        Number::Integer(value) => value.checked_add(step),
        Number::Float(_) => None,
    };
    let length = value.and_then(|value| usize::try_from(value).ok());
    if length.is_none() {
        errors.at(limit.span, "this is not a length; write a whole number");
    }
    length
}

fn empty(span: Span, errors: &mut Errors) {
    errors.at(
        span,
        "nothing is in this range; write the lower bound first, as in `1..=5`",
    );
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

#[cfg(test)]
mod tests;
