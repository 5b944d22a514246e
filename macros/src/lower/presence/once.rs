//! `once(in_progress)`: set in each status that is reached by this one alone, and null in each that is not reached by it.

use std::collections::BTreeSet;

use proc_macro2::Ident;

use super::shared::Sets;
use super::{group, sets_of};
use crate::ast::StatusArg;
use crate::errors::Errors;
use crate::lower::lifecycle::Table;

pub(super) fn lower(
    key: &Ident,
    args: &[StatusArg],
    table: &Table,
    errors: &mut Errors,
) -> Option<Sets> {
    let [arg] = args else {
        one_alone(key, errors);
        return None;
    };
    let named = group(arg, table, errors)?;
    let (Some(&through), 1, false) = (named.first(), named.len(), arg.negated) else {
        let message = format!("`{key}` names one status, and no group of them");
        errors.at(arg.name.span, message);
        return None;
    };
    if !table.has_arrows() {
        let message = format!(
            "the table has no arrows, so nobody knows what comes after `{}`; write arrows there",
            arg.name.text
        );
        errors.at(arg.name.span, message);
        return None;
    }
    let after = reached(table, [through], None);
    let otherwise = reached(table, starts(table), Some(through));
    let set = after.difference(&otherwise).copied().collect();
    let null = table
        .places()
        .filter(|place| !after.contains(place))
        .collect();
    Some(sets_of(set, null))
}

pub(super) fn one_alone(key: &Ident, errors: &mut Errors) {
    let message = format!("`{key}` names one status; write a rule for each of them");
    errors.at(key.span(), message);
}

/// Where an object may begin: in the first status, and in those to which no arrow leads.
fn starts(table: &Table) -> BTreeSet<u16> {
    let entered: BTreeSet<u16> = table
        .places()
        .flat_map(|from| table.next(from).filter(move |&to| to != from))
        .collect();
    let starts = table.places().filter(|place| !entered.contains(place));
    starts.chain(table.places().take(1)).collect()
}

/// The statuses that arrows lead to from these, and these; not by way of the one to avoid.
fn reached(
    table: &Table,
    from: impl IntoIterator<Item = u16>,
    avoided: Option<u16>,
) -> BTreeSet<u16> {
    let mut open: Vec<u16> = from.into_iter().collect();
    let mut reached = BTreeSet::new();
    while let Some(place) = open.pop() {
        if Some(place) != avoided && reached.insert(place) {
            open.extend(table.next(place));
        }
    }
    reached
}
