//! What is asked of a member, as its attributes would say it.

use api_object::__private::{
    Ask, Bound, Change, Format as Form, FullTerms, Given, Level, Literal, Number as Figure, Order,
    Rule, Terms,
};

use super::statuses::Table;
use super::tables::{leak, leak_all, text};
use crate::document::{Number, Value};
use crate::plan::{self, Field, Presence};
use crate::schema::Format;

/// The terms of a field among those of its object.
pub(super) fn terms(field: &Field, fields: &[Field], table: &Table<'_>) -> Terms {
    let hints = &field.hints;
    let is_option = matches!(
        field.presence,
        Presence::Optional | Presence::Either | Presence::Nullable
    );
    let (mut set_in, mut null_in) = (0, 0);
    let mut null_like = Vec::new();
    if is_option {
        for (key, named) in &hints.presence {
            let (set, null) = table.presence(key, named);
            (set_in, null_in) = (set_in | set, null_in | null);
        }
        null_like.extend(hints.null_like.iter().filter_map(literal));
    }
    let orders = hints.orders.iter().filter_map(|(key, other)| {
        let other = fields.iter().position(|field| field.ident == *other)?;
        Some(violation(Ask::Order(order(key), other)))
    });
    let rules = self::rules(&field.rules, Level::Violation);
    let noted = self::rules(&field.noted, Level::Note);
    let rules: Vec<Rule> = orders.chain(rules).chain(noted).collect();
    let change = match () {
        () if hints.flags.contains(&"immutable") => Change::Immutable,
        () if hints.flags.contains(&"set_once") && is_option => Change::SetOnce,
        () => Change::Free,
    };
    let is_plain = rules.is_empty() && null_like.is_empty() && change == Change::Free;
    let given = match field.presence {
        Presence::Optional => Given::Optional,
        Presence::Either => Given::OptionalOrNull,
        _ => Given::Nothing,
    };
    if is_plain && (set_in, null_in) == (0, 0) && !field.deprecated {
        return match given {
            Given::Optional => Terms::Optional,
            Given::OptionalOrNull => Terms::OptionalOrNull,
            Given::Default => Terms::Default,
            Given::Nothing => Terms::None,
        };
    }
    Terms::Full(leak(FullTerms {
        given,
        aliases: &[],
        deprecated: field.deprecated.then_some(""),
        null_like: leak_all(null_like),
        change,
        set_in,
        null_in,
        rules: leak_all(rules),
    }))
}

fn violation(ask: Ask) -> Rule {
    Rule {
        level: Level::Violation,
        ask,
    }
}

fn rules(rules: &[plan::Rule], level: Level) -> Vec<Rule> {
    let made = rules.iter().map(|rule| Rule {
        level,
        ask: ask(rule, level),
    });
    made.collect()
}

fn ask(rule: &plan::Rule, level: Level) -> Ask {
    match rule {
        plan::Rule::Range(low, high) => Ask::Range(bound(*low), bound(*high)),
        plan::Rule::MultipleOf(step) => Ask::MultipleOf(figure(*step)),
        plan::Rule::OneOf(numbers) => {
            Ask::OneOf(leak_all(numbers.iter().copied().map(figure).collect()))
        }
        plan::Rule::Len(length) => Ask::Len(
            length.low.map_or(0, clamped),
            length.high.map_or(usize::MAX, clamped),
        ),
        plan::Rule::Only(value) => Ask::Only(*value),
        plan::Rule::Pattern(pattern) => Ask::Pattern(text(pattern)),
        plan::Rule::Format(Format::Uri) => Ask::Format(Form::Uri),
        plan::Rule::Format(Format::Email) => Ask::Format(Form::Email),
        plan::Rule::Unique => Ask::Unique,
        plan::Rule::Each(of_each) => Ask::Each(leak_all(rules(of_each, level))),
    }
}

fn clamped(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

/// A double that is whole is written without a point.
fn figure(number: Number) -> Figure {
    match number.as_whole() {
        Some(whole) => Figure::Integer(whole),
        None => Figure::Float(number.as_f64()),
    }
}

/// A bound, and whether it is excluded.
fn bound(bound: Option<(Number, bool)>) -> Bound {
    let Some((number, is_excluded)) = bound else {
        return Bound::Open;
    };
    match (figure(number), is_excluded) {
        (Figure::Integer(whole), false) => Bound::Integer(whole),
        (Figure::Integer(whole), true) => Bound::PastInteger(whole),
        (Figure::Float(float), false) => Bound::Number(float),
        (Figure::Float(float), true) => Bound::PastNumber(float),
        _ => Bound::Open,
    }
}

fn order(key: &str) -> Order {
    match key {
        "not_before" => Order::NotBefore,
        "not_after" => Order::NotAfter,
        "at_least" => Order::AtLeast,
        _ => Order::AtMost,
    }
}

/// A value that is as good as null.
fn literal(value: &Value) -> Option<Literal> {
    match value {
        Value::Map(map) if map.is_empty() => Some(Literal::EmptyObject),
        Value::List(list) if list.is_empty() => Some(Literal::EmptyList),
        Value::String(word) => Some(Literal::Text(text(word))),
        Value::Bool(value) => Some(Literal::Bool(*value)),
        Value::Number(number) => {
            let whole = i64::try_from(number.as_whole()?).ok()?;
            Some(Literal::Integer(whole))
        }
        _ => None,
    }
}
