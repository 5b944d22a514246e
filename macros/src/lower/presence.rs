//! Presence by status: `set_in`, `null_in`, `only_in`.

mod once;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span};

use super::lifecycle::{Statuses, Table};
use super::shared;
use crate::ast::{StatusArg, Wanted};
use crate::errors::Errors;
use crate::model::{Ask, StatusSet};

/// In which statuses a rule wants its member set, and in which null.
pub(super) struct Presence<'s> {
    key: &'s Ident,
    noted: bool,
    set: Option<StatusSet>,
    null: Option<StatusSet>,
}

/// Lowers one rule. `None` where its statuses cannot be told, which is said then.
pub(super) fn lower<'s>(
    key: &'s Ident,
    noted: bool,
    wanted: Wanted,
    args: &[StatusArg],
    statuses: Option<&Statuses>,
    errors: &mut Errors,
) -> Option<Presence<'s>> {
    let (set, null) = match statuses {
        None => {
            needs_statuses(key, errors);
            return None;
        }
        Some(Statuses::Own(table)) if table.is_broken() => return None,
        Some(Statuses::Own(table)) if matches!(wanted, Wanted::Once) => {
            once::lower(key, args, table, errors)?
        }
        Some(Statuses::Own(table)) => sets(wanted, places(args, table, errors)?, table),
        Some(Statuses::Shared(_)) if matches!(wanted, Wanted::Once) && args.len() != 1 => {
            once::one_alone(key, errors);
            return None;
        }
        Some(Statuses::Shared(shared)) => shared::sets(shared, wanted, args, errors),
    };
    Some(Presence {
        key,
        noted,
        set,
        null,
    })
}

fn needs_statuses(key: &Ident, errors: &mut Errors) {
    let message = format!(
        "`{key}` needs the statuses of this object; write `status {{ ... }}` on its status field"
    );
    errors.at(key.span(), message);
}

/// What a rule about these places of a table wants set, and what null.
fn sets(wanted: Wanted, named: BTreeSet<u16>, table: &Table) -> shared::Sets {
    let rest = complement(&named, table);
    match wanted {
        Wanted::Only => sets_of(named, rest),
        Wanted::Set | Wanted::Once => sets_of(named, BTreeSet::new()),
        Wanted::Null => sets_of(BTreeSet::new(), named),
    }
}

fn sets_of(set: BTreeSet<u16>, null: BTreeSet<u16>) -> shared::Sets {
    let places = |places: BTreeSet<u16>| {
        let places: Vec<u16> = places.into_iter().collect();
        (!places.is_empty()).then_some(StatusSet::Places(places))
    };
    (places(set), places(null))
}

impl Presence<'_> {
    /// What the rule asks; nothing about statuses that it does not name.
    pub(super) fn asks(&self) -> impl Iterator<Item = Ask> {
        let set = self.set.clone().map(Ask::SetIn);
        let null = self.null.clone().map(Ask::NullIn);
        set.into_iter().chain(null)
    }
}

/// Refuses what is wanted set and null in one status. A note may differ from a violation.
pub(super) fn consistent(rules: &[Presence], statuses: Option<&Statuses>, errors: &mut Errors) {
    for (i, second) in rules.iter().enumerate() {
        for first in &rules[..i] {
            let name = common(&first.set, &second.null, statuses)
                .or_else(|| common(&first.null, &second.set, statuses));
            if let Some(name) = name
                && !first.noted
                && !second.noted
            {
                let (first, second) = (first.key, second.key);
                let message = format!(
                    "`{name}` must be set by one of `{first}` and `{second}` and null by the other; \
                     take it out of one"
                );
                errors.twice(second.span(), first.span(), message);
            }
        }
    }
}

/// A status that is surely in both sets, as it is spelled.
fn common(
    one: &Option<StatusSet>,
    other: &Option<StatusSet>,
    statuses: Option<&Statuses>,
) -> Option<String> {
    match (one.as_ref()?, other.as_ref()?, statuses?) {
        (StatusSet::Places(one), other, Statuses::Own(table)) => {
            let place = one.iter().find(|&&place| other.has_place(place))?;
            table.spellings().nth((*place).into()).map(str::to_owned)
        }
        (StatusSet::Shared(one), StatusSet::Shared(other), _) => one.common_name(other),
        _ => None,
    }
}

/// The statuses that the arguments name together, each once.
fn places(args: &[StatusArg], table: &Table, errors: &mut Errors) -> Option<BTreeSet<u16>> {
    let mut all: BTreeMap<u16, Span> = BTreeMap::new();
    let mut complete = true;
    for arg in args {
        let told = errors.count();
        let Some(named) = named(arg, table, errors) else {
            complete = false;
            continue;
        };
        let mut first_places = named.iter().filter_map(|place| all.get_key_value(place));
        let again = first_places.next().filter(|_| errors.count() == told);
        if let Some((&place, &first)) = again
            && let Some(again) = table.spellings().nth(place.into())
        {
            let message = format!("this names `{again}` a second time; name each status once");
            errors.twice(arg.name.span, first, message);
        }
        for place in named {
            all.entry(place).or_insert(arg.name.span);
        }
    }
    complete.then(|| all.into_keys().collect())
}

/// The statuses that one argument names, at least one.
fn named(arg: &StatusArg, table: &Table, errors: &mut Errors) -> Option<BTreeSet<u16>> {
    let named = group(arg, table, errors)?;
    let named = match arg.negated {
        true => complement(&named, table),
        false => named,
    };
    if named.is_empty() {
        let not = if arg.negated { "!" } else { "" };
        let message = format!("no status is `{not}{}`; remove it", arg.name.text);
        errors.at(arg.name.span, message);
        return None;
    }
    Some(named)
}

/// A status of the table; or else `active` and `ended`, so that a status may have one of these names itself.
fn group(arg: &StatusArg, table: &Table, errors: &mut Errors) -> Option<BTreeSet<u16>> {
    let name = arg.name.text.as_str();
    if let Some(place) = table.place(name) {
        return Some(BTreeSet::from([place]));
    }
    let ended = match name {
        "ended" if !arg.name.quoted => true,
        "active" if !arg.name.quoted => false,
        _ => {
            let known = table.spellings().chain(["active", "ended"]);
            let what = format!("there is no status `{name}`");
            // The view goes on with the status that was meant.
            let meant = errors.unknown_at(arg.name.span, name, what, known)?;
            return table.place(meant).map(|place| BTreeSet::from([place]));
        }
    };
    if !table.has_arrows() {
        let message = format!(
            "the table has no arrows, so nobody knows what is `{name}`; write arrows there, or name statuses here"
        );
        errors.at(arg.name.span, message);
        return None;
    }
    Some(table.ended(ended).collect())
}

fn complement(named: &BTreeSet<u16>, table: &Table) -> BTreeSet<u16> {
    table
        .places()
        .filter(|place| !named.contains(place))
        .collect()
}

#[cfg(test)]
mod tests;
