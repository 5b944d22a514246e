//! Rules of the object as a whole: functions, sums, and how many of some members are set.

use proc_macro2::Ident;

use super::claims::Claims;
use super::member::Among;
use super::rules::{level, other_place};
use super::types::{Kind, kind, value_kind};
use crate::ast::{Asked, Choice, Comparison, Relation, RuleCall, Term};
use crate::errors::Errors;
use crate::model::{self, AskObject, ObjectRule};

pub(super) fn lower(calls: &[RuleCall], among: &Among, errors: &mut Errors) -> Vec<ObjectRule> {
    let mut rule = |RuleCall { key, noted, asked }: &RuleCall| {
        let ask = match asked {
            Asked::Check(path) => Some(AskObject::Custom(path.clone())),
            Asked::Ensure(comparison) => ensure(comparison, among, errors),
            Asked::Choice(choice, members) => self::choice(*choice, members, among, errors),
            Asked::Value(_)
            | Asked::Order(..)
            | Asked::ByStatus(..)
            | Asked::If(..)
            | Asked::Same(_) => {
                let message =
                    format!("`{key}` asks a field; write it on one, or `check = path` here");
                errors.at(key.span(), message);
                None
            }
        };
        let level = level(*noted);
        ask.map(|ask| ObjectRule { level, ask })
    };
    calls.iter().filter_map(&mut rule).collect()
}

fn ensure(written: &Comparison, among: &Among, errors: &mut Errors) -> Option<AskObject> {
    let relation = match written.relation {
        Relation::Equal => model::Relation::Equal,
        Relation::AtMost => model::Relation::AtMost,
        Relation::Less => model::Relation::Less,
        Relation::AtLeast => model::Relation::AtLeast,
        Relation::More => model::Relation::More,
    };
    let (left, right) = (
        sum(&written.left, among, errors),
        sum(&written.right, among, errors),
    );
    Some(AskObject::Ensure(left?, relation, right?))
}

fn sum(terms: &[Term], among: &Among, errors: &mut Errors) -> Option<Vec<model::Term>> {
    let mut term = |term: &Term| {
        let member = match &term.member {
            Some(member) => Some(number(member, among, errors)?),
            None => None,
        };
        Some(model::Term {
            times: term.times,
            member,
        })
    };
    let lowered: Vec<_> = terms.iter().map(&mut term).collect();
    lowered.into_iter().collect()
}

/// The place of a member that may be a number.
fn number(member: &Ident, among: &Among, errors: &mut Errors) -> Option<usize> {
    let place = other_place(member, None, among, errors)?;
    let field = among.fields.get(place)?;
    if let Kind::Bool | Kind::Text | Kind::List(_) | Kind::Map(_) = value_kind(field.ty) {
        let message =
            format!("`{member}` is no number, and only numbers have sums; name another field");
        errors.at(member.span(), message);
        return None;
    }
    Some(place)
}

fn choice(
    choice: Choice,
    members: &[Ident],
    among: &Among,
    errors: &mut Errors,
) -> Option<AskObject> {
    let mut claims = Claims::default();
    let mut place = |member: &Ident| {
        if let Err(first) = claims.claim(member.to_string(), member.span()) {
            let message = format!("`{member}` is named already; remove it here");
            errors.twice(member.span(), first, message);
        }
        let place = other_place(member, None, among, errors)?;
        let field = among.fields.get(place)?;
        let why = match kind(field.ty) {
            Kind::Option(_) => return Some(place),
            Kind::Nullable(_) => "a `Nullable`, of which null is a value, too",
            _ => "always set",
        };
        let message = format!("`{member}` is {why}; make its type an `Option`, or remove it here");
        errors.at(member.span(), message);
        Some(place)
    };
    let places: Vec<_> = members.iter().map(&mut place).collect();
    let choice = match choice {
        Choice::Exactly => model::Choice::Exactly,
        Choice::AtMost => model::Choice::AtMost,
        Choice::AtLeast => model::Choice::AtLeast,
    };
    let places: Option<Vec<usize>> = places.into_iter().collect();
    Some(AskObject::Choice(choice, places?))
}
