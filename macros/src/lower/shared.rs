//! Statuses of an enum that several objects share: only the compiler, who sees both, knows them. A rule says them by
//! names, and the enum has a constant for each.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};
use syn::Type;

use crate::ast::{Casing, Spelling, StatusArg, Wanted};
use crate::errors::Errors;
use crate::model::{Said, SharedName, SharedSet, StatusSet};

/// What a rule of presence asks for, as sets: set, and null.
pub(super) type Sets = (Option<StatusSet>, Option<StatusSet>);

/// The name of a status in rules: its variant's in snake case, whichever of the two was written.
pub(super) fn name(text: &str, span: Span) -> Ident {
    let name = Casing::Snake.apply(text);
    let is_ident = |text: &str| syn::parse_str::<Ident>(text).is_ok();
    if is_ident(&name) {
        Ident::new(&name, span)
    } else if is_ident(&format!("r#{name}")) {
        Ident::new_raw(&name, span)
    } else if is_ident(&format!("_{name}")) {
        // A digit comes first, or the name is one of the few that cannot be raw.
        Ident::new(&format!("_{name}"), span)
    } else {
        Ident::new("_unnamed", span)
    }
}

/// What `set_in(...)` and its kin ask for.
pub(super) fn sets(ty: &Type, wanted: Wanted, args: &[StatusArg], errors: &mut Errors) -> Sets {
    let mut told = BTreeMap::new();
    for arg in args {
        let named = (arg.negated, Casing::Snake.apply(&arg.name.text));
        if let Some(first) = told.get(&named) {
            let name = &arg.name.text;
            let message = format!("this names `{name}` a second time; name each status once");
            errors.twice(arg.name.span, *first, message);
        } else {
            told.insert(named, arg.name.span);
        }
    }
    let shared_name = |arg: &StatusArg| SharedName {
        said: said(&arg.name),
        negated: arg.negated,
    };
    let set = |negated: bool| {
        Some(StatusSet::Shared(Box::new(SharedSet {
            ty: ty.clone(),
            names: args.iter().map(shared_name).collect(),
            negated,
        })))
    };
    match wanted {
        Wanted::Set => (set(false), None),
        Wanted::Null => (None, set(false)),
        Wanted::Only => (set(false), set(true)),
        Wanted::Once => once(ty, args, errors),
    }
}

/// What comes only by way of one status, and what cannot come after it.
fn once(ty: &Type, args: &[StatusArg], errors: &mut Errors) -> Sets {
    let [arg] = args else { return (None, None) };
    let named = match said(&arg.name) {
        Said::Status(name) if !arg.negated => name,
        _ => {
            let message = "`once` names one status, and no group of them";
            errors.at(arg.name.span, message);
            return (None, None);
        }
    };
    let set = |said: Said| {
        Some(StatusSet::Shared(Box::new(SharedSet {
            ty: ty.clone(),
            names: vec![SharedName {
                said,
                negated: false,
            }],
            negated: false,
        })))
    };
    (set(Said::After(named.clone())), set(Said::Before(named)))
}

fn said(spelled: &Spelling) -> Said {
    match spelled.text.as_str() {
        "active" if !spelled.quoted => Said::Active(spelled.span),
        "ended" if !spelled.quoted => Said::Ended(spelled.span),
        text => Said::Status(name(text, spelled.span)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_called_as_its_variant() {
        let called = |text| name(text, Span::call_site()).to_string();
        assert_eq!(called("InProgress"), "in_progress");
        assert_eq!(called("in_progress"), "in_progress");
        assert_eq!(called("in-progress"), "in_progress");
        assert_eq!(called("Yield"), "r#yield");
        assert_eq!(called("Crate"), "_crate");
        assert_eq!(called("_24h"), "_24h");
        assert_eq!(called("--"), "_unnamed");
    }
}
