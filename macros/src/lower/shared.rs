//! Statuses of an enum that several objects share: only the compiler, who sees both, knows them. A rule says them by
//! names, and the enum has a constant for each. An object that is to be seen in its status lists them.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};
use syn::spanned::Spanned;
use syn::{Generics, Type, parse_quote};

use super::claims::Claims;
use super::lifecycle::{claim_variant, variant};
use super::view::{self, Among, Sighted};
use crate::ast::{Casing, Field, ListedStatus, NameOrNone, Slot, Spelling, StatusArg, Wanted};
use crate::errors::Errors;
use crate::model::{
    Header, Member, OneStatus, Said, Seen, SharedName, SharedSet, SharedStatus, StatusSet,
};

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

/// What the code of an object calls the enum of its statuses. Where nothing is generic, that is an alias, which is no type if the
/// enum is none of statuses.
pub(super) fn named(ty: &Type, generics: &Generics) -> Type {
    if !generics.params.is_empty() {
        return ty.clone();
    }
    let alias = Ident::new("__Statuses", ty.span());
    parse_quote!(#alias)
}

/// A status member whose type is an enum with `#[api(status)]`.
pub(super) struct Elsewhere<'s, 'a> {
    pub(super) field: &'s Field<'a>,
    /// Its place among the members.
    pub(super) member: usize,
    /// The enum.
    pub(super) ty: &'a Type,
    /// What the object's code calls it.
    pub(super) named: Box<Type>,
    pub(super) key: &'s Ident,
    /// The statuses, where they are listed.
    pub(super) list: Option<&'s [ListedStatus]>,
}

impl<'a> Elsewhere<'_, 'a> {
    /// What the object knows of the statuses.
    pub(super) fn lifecycle(
        self,
        header: &Header,
        view: &Slot<NameOrNone>,
        members: &[Member<'a>],
        errors: &mut Errors,
    ) -> SharedStatus<'a> {
        let Elsewhere {
            field, member, ty, ..
        } = self;
        let named = &self.named;
        if let (Some(_), Some(_)) = (self.list, header.generics.params.first()) {
            let message = "a generic object has no typed view; write `status` alone";
            errors.at(self.key.span(), message);
        }
        let view = self.list.and_then(|list| {
            let among = Among {
                statuses: sighted(list, errors),
                seen: Seen::Listed {
                    ty: named.clone(),
                    at: self.key.span(),
                    tells_ended: self.tells_ended(),
                },
                field,
                members,
            };
            view::lower(header, view, among, errors)
        });
        SharedStatus {
            member,
            ty: ty.clone(),
            view,
        }
    }

    fn tells_ended(&self) -> bool {
        self.list
            .is_some_and(|list| list.iter().any(|one| one.ended))
    }

    /// What a rule says with this name.
    fn said(&self, spelled: &Spelling, errors: &mut Errors) -> Said {
        let said = said(spelled);
        let Some(list) = self.list else { return said };
        if let Said::Status(_) = said {
            return said;
        }
        if list.iter().any(|one| one.name.text == spelled.text) {
            return Said::Status(name(&spelled.text, spelled.span));
        }
        if !self.tells_ended() {
            let message = format!(
                "the list of statuses does not tell which are `{}`; \
                 write there `status(queued, ended(done, failed))`",
                spelled.text
            );
            errors.at(spelled.span, message);
        }
        said
    }
}

/// The statuses of a list, each once.
fn sighted(list: &[ListedStatus], errors: &mut Errors) -> Vec<Sighted> {
    let mut names = Claims::default();
    let mut variants = Claims::default();
    let mut one = |listed: &ListedStatus| {
        let Spelling { text, span, .. } = &listed.name;
        let called = name(text, *span);
        if let Err(first) = names.claim(called.to_string(), *span) {
            let message = format!("`{text}` is in the list already; remove it here");
            errors.twice(*span, first, message);
            return None;
        }
        let variant = variant(&listed.name, own_variant(listed).as_ref(), errors)?;
        let is_new = claim_variant(&variant, text, &mut variants, errors);
        is_new.then(|| Sighted {
            variant,
            name: called.clone(),
            told: text.clone(),
            docs: String::new(),
            ended: listed.ended,
            status: OneStatus::Named(called, listed.ended),
        })
    };
    list.iter().filter_map(&mut one).collect()
}

/// The view's variant, where it is not the status in Pascal case: as named with `as`, or as the enum's own.
fn own_variant(listed: &ListedStatus) -> Option<Ident> {
    let Spelling { text, span, quoted } = &listed.name;
    let is_variant =
        !quoted && text.starts_with(|first: char| first == '_' || first.is_uppercase());
    let own = || {
        // `Self` begins as a variant does, and is none.
        let own = syn::parse_str::<Ident>(text).ok().filter(|_| is_variant)?;
        Some(Ident::new(&own.to_string(), *span))
    };
    listed.variant.clone().or_else(own)
}

/// What `set_in(...)` and its kin ask for.
pub(super) fn sets(
    statuses: &Elsewhere,
    wanted: Wanted,
    args: &[StatusArg],
    errors: &mut Errors,
) -> Sets {
    let ty = &*statuses.named;
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
    if let Wanted::Once = wanted {
        return once(ty, args, errors);
    }
    let mut shared_name = |arg: &StatusArg| SharedName {
        said: statuses.said(&arg.name, errors),
        negated: arg.negated,
    };
    let names: Vec<_> = args.iter().map(&mut shared_name).collect();
    let set = |negated: bool| {
        Some(StatusSet::Shared(Box::new(SharedSet {
            ty: ty.clone(),
            names: names.clone(),
            negated,
        })))
    };
    match wanted {
        Wanted::Set | Wanted::Once => (set(false), None),
        Wanted::Null => (None, set(false)),
        Wanted::Only => (set(false), set(true)),
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
