//! Rules of a field and of the object: what each asks, in the order written.

mod listed;
mod value;

use proc_macro2::Ident;

use super::member::Among;
use super::presence::{self, Presence};
use super::types::{Kind, kind, may_be_a_word, value_kind};
use crate::ast::{self, Asked, Condition, Field, RuleCall, Sequence, Wanted};
use crate::errors::Errors;
use crate::model::{self, Ask, Level, Order, Rule};

/// Lowers the rules of one field.
pub(super) fn lower(
    calls: &[RuleCall],
    field: &Field,
    among: &Among,
    errors: &mut Errors,
) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut presences = Vec::new();
    for call in calls {
        let RuleCall { key, noted, asked } = call;
        let asks: Vec<Ask> = match asked {
            Asked::Value(asked) => value::lower(key, asked, field.ty, errors)
                .into_iter()
                .collect(),
            Asked::Check(path) => vec![Ask::Custom(path.clone())],
            Asked::Order(sequence, other) => {
                has_order(key, *sequence, field, errors);
                let place = other_place(other, Some(field), among, errors);
                if let Some(with) = place.and_then(|place| among.fields.get(place)) {
                    keeps_order(*sequence, field, (other, with), errors);
                }
                place
                    .map(|place| Ask::Order(order(*sequence), place))
                    .into_iter()
                    .collect()
            }
            Asked::If(wanted, condition) => {
                may_be_null(key, field, errors);
                conditional(*wanted, condition, field, among, errors)
            }
            Asked::Same(path) => {
                let place = other_place(&path.member, Some(field), among, errors);
                place
                    .map(|place| Ask::SameAs(place, path.below.clone()))
                    .into_iter()
                    .collect()
            }
            Asked::Ensure(_) | Asked::Choice(..) => {
                let message = format!("`{key}` asks the object as a whole; write it on the struct");
                errors.at(key.span(), message);
                Vec::new()
            }
            Asked::ByStatus(wanted, args) => {
                may_be_null(key, field, errors);
                let presence = presence::lower(key, *noted, *wanted, args, among.statuses, errors);
                let asks = presence.iter().flat_map(Presence::asks).collect();
                presences.extend(presence);
                asks
            }
        };
        let level = level(*noted);
        rules.extend(asks.into_iter().map(|ask| Rule { level, ask }));
    }
    presence::consistent(&presences, among.statuses, errors);
    rules
}

/// Lowers the rules of a type of one value of this kind.
pub(super) fn of_type(calls: &[RuleCall], kind: Kind, errors: &mut Errors) -> Vec<Rule> {
    let mut rule = |RuleCall { key, noted, asked }: &RuleCall| match asked {
        Asked::Value(asked) => Some(Rule {
            level: level(*noted),
            ask: value::of_kind(key, asked, kind, errors)?,
        }),
        Asked::Check(_)
        | Asked::Order(..)
        | Asked::ByStatus(..)
        | Asked::If(..)
        | Asked::Same(_)
        | Asked::Ensure(_)
        | Asked::Choice(..) => {
            let is = named(kind).unwrap_or("a value");
            let message = format!("`{key}` cannot ask {is}; write it on a field of this type");
            errors.at(key.span(), message);
            None
        }
    };
    calls.iter().filter_map(&mut rule).collect()
}

pub(super) fn level(noted: bool) -> Level {
    match noted {
        true => Level::Note,
        false => Level::Violation,
    }
}

fn order(sequence: Sequence) -> Order {
    match sequence {
        Sequence::NotBefore => Order::NotBefore,
        Sequence::NotAfter => Order::NotAfter,
        Sequence::AtLeast => Order::AtLeast,
        Sequence::AtMost => Order::AtMost,
    }
}

/// `set_if`, `null_if`, and both in `only_if`.
fn conditional(
    wanted: Wanted,
    written: &Condition,
    field: &Field,
    among: &Among,
    errors: &mut Errors,
) -> Vec<Ask> {
    let place = other_place(&written.member, Some(field), among, errors);
    let Some(member) = place else {
        return Vec::new();
    };
    if let Some(other) = among.fields.get(member) {
        may_be(written, other, errors);
    }
    let condition = |negated| model::Condition {
        member,
        negated,
        values: written.values.iter().map(value).collect(),
    };
    let negated = written.negated;
    match wanted {
        Wanted::Set | Wanted::Once => vec![Ask::SetIf(condition(negated))],
        Wanted::Null => vec![Ask::NullIf(condition(negated))],
        Wanted::Only => vec![
            Ask::SetIf(condition(negated)),
            Ask::NullIf(condition(!negated)),
        ],
    }
}

/// A value that the declaration names.
pub(super) fn value(written: &ast::Value) -> model::Value {
    match written {
        ast::Value::EmptyObject => model::Value::EmptyObject,
        ast::Value::EmptyList => model::Value::EmptyList,
        ast::Value::Integer(value) => model::Value::Integer(*value),
        ast::Value::Text(text) => model::Value::Text(text.clone()),
        ast::Value::Bool(value) => model::Value::Bool(*value),
    }
}

/// The place of the other member that a rule names.
pub(super) fn other_place(
    other: &Ident,
    field: Option<&Field>,
    among: &Among,
    errors: &mut Errors,
) -> Option<usize> {
    let place = among.fields.iter().position(|f| f.ident == other);
    if field.is_some_and(|field| field.ident == other) {
        let message = format!("`{other}` is this field itself; name another");
        errors.at(other.span(), message);
    } else if place.is_none() {
        let names: Vec<String> = among.fields.iter().map(|f| f.ident.to_string()).collect();
        let what = format!("there is no field `{other}` here");
        errors.unknown(other, what, names.iter().map(String::as_str));
    }
    place
}

fn has_order(key: &Ident, sequence: Sequence, field: &Field, errors: &mut Errors) {
    let kind = value_kind(field.ty);
    match kind {
        Kind::Bool | Kind::List(_) | Kind::Map(_) => {
            cannot_answer(key, "moments and numbers", kind, errors);
        }
        Kind::Text if !is_of_moments(sequence) => {
            let message = format!(
                "`{key}` is for numbers, and this is a string; two moments that are strings are compared by \
                 `not_before` and `not_after`"
            );
            errors.at(key.span(), message);
        }
        _ => {}
    }
}

/// What the other member is, to be compared with this one.
fn keeps_order(
    sequence: Sequence,
    field: &Field,
    (name, other): (&Ident, &Field),
    errors: &mut Errors,
) {
    let (kind, with) = (value_kind(field.ty), value_kind(other.ty));
    let Some(is) = named(with) else { return };
    let message = match (kind, with) {
        (_, Kind::Bool | Kind::List(_) | Kind::Map(_)) => {
            format!("`{name}` is {is}, which has no order; name another field")
        }
        (_, Kind::Text) if !is_of_moments(sequence) => {
            format!("`{name}` is {is}, and no number; name another field")
        }
        (Kind::Text, with) | (with, Kind::Text) if is_number(with) => {
            "one of the two is a string, and the other a number, which are not compared; name another field, or give \
             both one type"
                .to_owned()
        }
        _ => return,
    };
    errors.at(name.span(), message);
}

fn is_of_moments(sequence: Sequence) -> bool {
    matches!(sequence, Sequence::NotBefore | Sequence::NotAfter)
}

fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Integer | Kind::Float | Kind::UnixSeconds)
}

/// A field that never has the value makes a condition of which nobody sees that it is none.
fn may_be(condition: &Condition, other: &Field, errors: &mut Errors) {
    use ast::Value::{Bool, EmptyList, EmptyObject, Integer, Text};
    let kind = value_kind(other.ty);
    let Some(is) = named(kind) else { return };
    for value in &condition.values {
        let shown = match (kind, value) {
            (Kind::Bool, Bool(_)) | (Kind::Text, Text(_)) => continue,
            (Kind::Integer | Kind::Float | Kind::UnixSeconds, Integer(_)) => continue,
            (Kind::List(_), EmptyList) | (Kind::Map(_), EmptyObject) => continue,
            (_, Text(_)) if may_be_a_word(other.ty) => continue,
            (_, Text(text)) => format!("{text:?}"),
            (_, Integer(integer)) => integer.to_string(),
            (_, Bool(value)) => value.to_string(),
            (_, EmptyList) => "[]".to_owned(),
            (_, EmptyObject) => "{}".to_owned(),
        };
        let member = &condition.member;
        let message =
            format!("`{member}` is {is}, and never {shown}; write a value that it may have");
        errors.at(member.span(), message);
    }
}

pub(super) fn may_be_null(key: &Ident, field: &Field, errors: &mut Errors) {
    let message = match kind(field.ty) {
        Kind::Option(_) => return,
        Kind::Nullable(_) => format!(
            "`{key}` asks whether the field is null, and a `Nullable` may be absent as well; make its type an `Option`"
        ),
        _ => format!("`{key}` is for a field that may be null; make its type an `Option`"),
    };
    errors.at(key.span(), message);
}

fn cannot_answer(key: &Ident, wants: &str, kind: Kind, errors: &mut Errors) {
    let Some(is) = named(kind) else { return };
    let message =
        format!("`{key}` is for {wants}, and this is {is}; remove the rule, or change the type");
    errors.at(key.span(), message);
}

/// What a kind of value is called in a message; nothing where it is not surely known.
fn named(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Bool => Some("a bool"),
        Kind::Integer => Some("an integer"),
        Kind::Float => Some("a number"),
        Kind::UnixSeconds => Some("a moment"),
        Kind::Text => Some("a string"),
        Kind::List(_) => Some("a list"),
        Kind::Map(_) => Some("a map"),
        Kind::Option(_) | Kind::Boxed(_) | Kind::Auto(_) | Kind::Quoted(_) => None,
        Kind::Nullable(_) | Kind::Secret(_) | Kind::Reference(_) | Kind::Unknown => None,
    }
}

#[cfg(test)]
mod tests;
