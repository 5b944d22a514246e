//! Rules of a field and of the object: what each asks, in the order written.

mod value;

use proc_macro2::Ident;

use super::member::Among;
use super::presence::{self, Presence};
use super::types::{Kind, kind, value_kind};
use crate::ast::{Asked, Field, RuleCall, Sequence};
use crate::errors::Errors;
use crate::model::{Ask, Level, LeveledPath, Order, Rule};

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
                moments_or_numbers(key, field, errors);
                let place = other_place(other, field, among, errors);
                place
                    .map(|place| Ask::Order(order(*sequence), place))
                    .into_iter()
                    .collect()
            }
            Asked::ByStatus(wanted, args) => {
                may_be_null(key, field, errors);
                let presence = presence::lower(key, *noted, *wanted, args, among.table, errors);
                let asks = presence.iter().flat_map(Presence::asks).collect();
                presences.extend(presence);
                asks
            }
        };
        let level = level(*noted);
        rules.extend(asks.into_iter().map(|ask| Rule { level, ask }));
    }
    presence::consistent(&presences, among.table, errors);
    rules
}

/// Lowers the rules of the object as a whole, which are functions.
pub(super) fn of_object(calls: &[RuleCall], errors: &mut Errors) -> Vec<LeveledPath> {
    let mut path = |RuleCall { key, noted, asked }: &RuleCall| match asked {
        Asked::Check(path) => Some(LeveledPath {
            level: level(*noted),
            path: path.clone(),
        }),
        Asked::Value(_) | Asked::Order(..) | Asked::ByStatus(..) => {
            let message = format!("`{key}` asks a field; write it on one, or `check = path` here");
            errors.at(key.span(), message);
            None
        }
    };
    calls.iter().filter_map(&mut path).collect()
}

/// Lowers the rules of a string's own type.
pub(super) fn of_text(calls: &[RuleCall], errors: &mut Errors) -> Vec<Rule> {
    let mut rule = |RuleCall { key, noted, asked }: &RuleCall| match asked {
        Asked::Value(asked) => Some(Rule {
            level: level(*noted),
            ask: value::of_kind(key, asked, Kind::Text, errors)?,
        }),
        Asked::Check(_) | Asked::Order(..) | Asked::ByStatus(..) => {
            let message = format!("`{key}` cannot ask a string; write it on a field of this type");
            errors.at(key.span(), message);
            None
        }
    };
    calls.iter().filter_map(&mut rule).collect()
}

fn level(noted: bool) -> Level {
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

/// The place of the other member that a rule names.
fn other_place(other: &Ident, field: &Field, among: &Among, errors: &mut Errors) -> Option<usize> {
    let place = among.fields.iter().position(|f| f.ident == other);
    if other == field.ident {
        let message = format!("`{other}` is this field itself; name another");
        errors.at(other.span(), message);
    } else if place.is_none() {
        let names: Vec<String> = among.fields.iter().map(|f| f.ident.to_string()).collect();
        let what = format!("there is no field `{other}` here");
        errors.unknown(other, what, names.iter().map(String::as_str));
    }
    place
}

fn moments_or_numbers(key: &Ident, field: &Field, errors: &mut Errors) {
    if let Kind::Bool | Kind::List(_) | Kind::Map(_) = value_kind(field.ty) {
        cannot_answer(key, "moments and numbers", value_kind(field.ty), errors);
    }
}

fn may_be_null(key: &Ident, field: &Field, errors: &mut Errors) {
    if !matches!(kind(field.ty), Kind::Option(_)) {
        let message = format!("`{key}` is for a field that may be null; make its type an `Option`");
        errors.at(key.span(), message);
    }
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
        Kind::Option(_) | Kind::Boxed(_) | Kind::Auto(_) => None,
        Kind::Nullable(_) | Kind::Secret(_) | Kind::Reference(_) | Kind::Unknown => None,
    }
}

#[cfg(test)]
mod tests;
