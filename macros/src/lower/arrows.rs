//! Arrows between the variants of an enum of statuses: `next = completed | failed`.

use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt;

use super::claims::Claims;
use super::shared;
use crate::ast::{Arrow, Slot, Spelling, Variant};
use crate::errors::Errors;

/// So many statuses are the bits of one word.
const MOST: usize = 64;

/// The statuses of an enum, and whether there are arrows between them.
pub(super) struct Arrows {
    /// The names of the variants in rules, where the words are statuses.
    names: Option<Vec<Ident>>,
    /// Whether any variant has an arrow.
    pub(super) any: bool,
}

impl Arrows {
    pub(super) fn of(variants: &[&Variant], status: &Slot<()>, errors: &mut Errors) -> Self {
        let mut any = false;
        for key in variants
            .iter()
            .filter_map(|variant| variant.attrs.next.key())
        {
            any = true;
            if status.is_absent() {
                let message =
                    "`next` stands between statuses; write `#[api(status)]` on the enum, too";
                errors.at(key.span(), message);
            }
        }
        let names = status.given().map(|given| {
            let names = distinct_names(variants, errors);
            if names.len() > MOST {
                let message = format!(
                    "an enum of statuses has at most {MOST} of them; this has {}",
                    names.len()
                );
                errors.at(given.key.span(), message);
            }
            names
        });
        Arrows { names, any }
    }

    pub(super) fn names(&self) -> Option<Vec<Ident>> {
        self.names.clone()
    }

    /// Among arrows, a status without one is an end state.
    pub(super) fn ends(&self, variant: &Variant) -> bool {
        let arrow = variant.attrs.next.value();
        self.any && arrow.is_none_or(|arrow| arrow.end.is_some())
    }

    /// The places of the statuses that may follow, in the order written.
    pub(super) fn next(&self, variant: &Variant, errors: &mut Errors) -> Vec<u16> {
        let Some(arrow) = variant.attrs.next.value() else {
            return Vec::new();
        };
        let names: Vec<String> = self.names.iter().flatten().map(Ident::to_string).collect();
        let mut claims = Claims::default();
        let mut target = |target: &Spelling| {
            let name = shared::name(&target.text, target.span).to_string();
            let place = names.iter().position(|known| *known == name);
            if place.is_none() && !names.is_empty() {
                let what = format!("there is no status `{}` in this enum", target.text);
                errors.unknown_at(
                    target.span,
                    &target.text,
                    what,
                    names.iter().map(String::as_str),
                );
            }
            if let Err(first) = claims.claim(name, target.span) {
                let message = format!("`{}` follows already; remove it here", target.text);
                errors.twice(target.span, first, message);
            }
            u16::try_from(place?).ok()
        };
        let Arrow { end, targets } = arrow;
        let next = targets.iter().filter_map(&mut target).collect();
        if let Some(span) = end
            && names.iter().any(|name| name == "end")
        {
            let message = "`end` marks an end state; write `\"end\"` for the status of that name";
            errors.at(*span, message);
        }
        next
    }
}

fn distinct_names(variants: &[&Variant], errors: &mut Errors) -> Vec<Ident> {
    let mut claims = Claims::default();
    let mut name = |variant: &&Variant| {
        let name = shared::name(&variant.ident.unraw().to_string(), variant.ident.span());
        if let Err(first) = claims.claim(name.to_string(), name.span()) {
            let message =
                format!("the status `{name}` is there already; give this variant another name");
            errors.twice(name.span(), first, message);
            // Two constants of one name would be a second complaint.
            return format_ident!("_{}", claims.len(), span = name.span());
        }
        name
    };
    variants.iter().map(&mut name).collect()
}
