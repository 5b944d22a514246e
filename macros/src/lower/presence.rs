//! Presence by status: `set_in`, `null_in`, `only_in`.

use std::collections::BTreeSet;

use proc_macro2::Ident;

use super::lifecycle::Table;
use crate::ast::StatusArg;
use crate::errors::Errors;
use crate::model::Ask;

/// In which statuses a rule wants its member set, and in which null.
pub(super) struct Presence<'s> {
    key: &'s Ident,
    noted: bool,
    set: BTreeSet<u16>,
    null: BTreeSet<u16>,
}

/// Which of the three rules it is.
#[derive(Clone, Copy)]
pub(super) enum Which {
    Set,
    Null,
    Only,
}

/// Lowers one rule. `None` where its statuses cannot be told, which is said then.
pub(super) fn lower<'s>(
    key: &'s Ident,
    noted: bool,
    which: Which,
    args: &[StatusArg],
    table: Option<&Table>,
    errors: &mut Errors,
) -> Option<Presence<'s>> {
    let Some(table) = table else {
        let message = format!(
            "`{key}` needs the statuses of this object; write `status {{ ... }}` on its status field"
        );
        errors.at(key.span(), message);
        return None;
    };
    if table.is_broken() {
        return None;
    }
    let named = places(args, table, errors)?;
    let rest = || complement(&named, table);
    let (set, null) = match which {
        Which::Only => (named.clone(), rest()),
        Which::Set => (named, BTreeSet::new()),
        Which::Null => (BTreeSet::new(), named),
    };
    Some(Presence {
        key,
        noted,
        set,
        null,
    })
}

impl Presence<'_> {
    /// What the rule asks; nothing about statuses that it does not name.
    pub(super) fn asks(&self) -> impl Iterator<Item = Ask> {
        let places = |places: &BTreeSet<u16>| places.iter().copied().collect::<Vec<u16>>();
        let set = (!self.set.is_empty()).then(|| Ask::SetIn(places(&self.set)));
        let null = (!self.null.is_empty()).then(|| Ask::NullIn(places(&self.null)));
        set.into_iter().chain(null)
    }
}

/// Refuses what is wanted set and null in one status. A note may differ from a violation.
pub(super) fn consistent(rules: &[Presence], table: Option<&Table>, errors: &mut Errors) {
    for (i, second) in rules.iter().enumerate() {
        for first in &rules[..i] {
            let both = first.set.intersection(&second.null);
            let both = both.chain(first.null.intersection(&second.set)).next();
            let name = both.and_then(|&place| table?.spellings().nth(place.into()));
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

/// The statuses that the arguments name together, each once.
fn places(args: &[StatusArg], table: &Table, errors: &mut Errors) -> Option<BTreeSet<u16>> {
    let mut all = BTreeSet::new();
    let mut complete = true;
    for arg in args {
        let Some(named) = named(arg, table, errors) else {
            complete = false;
            continue;
        };
        let again = named.intersection(&all).next();
        if let Some(again) = again.and_then(|&place| table.spellings().nth(place.into())) {
            let message = format!("this names `{again}` a second time; name each status once");
            errors.at(arg.name.span, message);
        }
        all.extend(named);
    }
    complete.then_some(all)
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
            errors.unknown_at(arg.name.span, name, what, known);
            return None;
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
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;

    use super::super::testing::{complaints, object};
    use crate::model::{Ask, Level, Rule};

    fn job(rules: TokenStream) -> TokenStream {
        quote! {
            struct Job {
                #[api(status { queued => running, running => done | failed, done, failed })]
                at: JobStatus,
                #[api(#rules)]
                error: Option<Error>,
            }
        }
    }

    /// The rules as a word and places.
    fn presences(rules: TokenStream) -> Vec<(&'static str, Vec<u16>)> {
        let mut object = object(job(rules));
        let rules = object.members.remove(1).rules.into_iter();
        let told = |Rule { level, ask }| match (level, ask) {
            (Level::Violation, Ask::SetIn(places)) => ("set", places),
            (Level::Violation, Ask::NullIn(places)) => ("null", places),
            (Level::Note, Ask::SetIn(places)) => ("rather set", places),
            (Level::Note, Ask::NullIn(places)) => ("rather null", places),
            _ => panic!("another rule"),
        };
        rules.map(told).collect()
    }

    #[test]
    fn groups_and_words_are_places() {
        assert_eq!(
            presences(quote!(set_in(failed, done))),
            [("set", vec![2, 3])]
        );
        assert_eq!(presences(quote!(null_in(active))), [("null", vec![0, 1])]);
        assert_eq!(presences(quote!(set_in(ended))), [("set", vec![2, 3])]);
        assert_eq!(
            presences(quote!(null_in(!running))),
            [("null", vec![0, 2, 3])]
        );
        assert_eq!(presences(quote!(null_in(!ended))), [("null", vec![0, 1])]);
        assert_eq!(
            presences(quote!(set_in("done", active))),
            [("set", vec![0, 1, 2])]
        );
    }

    #[test]
    fn only_in_is_null_in_the_rest() {
        assert_eq!(
            presences(quote!(only_in(failed))),
            [("set", vec![3]), ("null", vec![0, 1, 2])]
        );
        assert_eq!(
            presences(quote!(only_in(active, ended))),
            [("set", vec![0, 1, 2, 3])]
        );
        assert_eq!(
            presences(quote!(note(only_in(!failed))))[1],
            ("rather null", vec![3])
        );
    }

    #[test]
    fn a_status_of_that_name_hides_the_group() {
        let declared = quote! {
            struct Plan {
                #[api(status { active => gone, paused => gone, gone })] at: S,
                #[api(set_in(active))] since: Option<u64>,
            }
        };
        let asked = &object(declared).members[1].rules[0].ask;
        assert!(matches!(asked, Ask::SetIn(places) if *places == [0]));
    }

    #[test]
    fn set_and_null_at_once_is_refused() {
        assert_eq!(
            complaints(job(quote!(set_in(ended), null_in(active, failed)))),
            [
                "`failed` must be set by one of `set_in` and `null_in` and null by the other; \
                 take it out of one",
                "first given here",
            ]
        );
        assert_eq!(
            complaints(job(quote!(set_in(ended), note(null_in(failed))))),
            [""; 0]
        );
    }

    #[test]
    fn sets_name_each_status_once_and_at_least_one() {
        assert_eq!(
            complaints(job(quote!(set_in(active, running), null_in(activ)))),
            [
                "this names `running` a second time; name each status once",
                "there is no status `activ`; did you mean `active`?",
            ]
        );
        assert_eq!(
            complaints(job(quote!(set_in()))),
            ["unexpected end of input, expected a status; write `set_in(succeeded, failed)`"]
        );
        let endless = quote! {
            struct Job { #[api(status { on => off, off => on })] at: S, #[api(set_in(ended))] x: Option<u8> }
        };
        assert_eq!(complaints(endless), ["no status is `ended`; remove it"]);
    }

    #[test]
    fn statuses_are_needed_and_so_are_arrows() {
        let bare = quote! { struct Job { #[api(set_in(done))] x: Option<u8> } };
        assert_eq!(
            complaints(bare),
            ["`set_in` needs the statuses of this object; \
              write `status { ... }` on its status field"]
        );
        let flat = quote! {
            struct Job { #[api(status { on, off })] at: S, #[api(null_in(ended))] x: u8 }
        };
        assert_eq!(
            complaints(flat),
            [
                "`null_in` is for a field that may be null; make its type an `Option`",
                "the table has no arrows, so nobody knows what is `ended`; \
                 write arrows there, or name statuses here",
            ]
        );
    }

    #[test]
    fn a_broken_table_is_one_mistake() {
        let broken = quote! {
            struct Job { #[api(status(on))] at: S, #[api(only_in(on))] x: Option<u8> }
        };
        assert_eq!(
            complaints(broken),
            ["expected curly braces; write `status { queued => running, running => done, done }`"]
        );
    }
}
