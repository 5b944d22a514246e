//! An object in a status of an enum that stands elsewhere: it knows the names that the enum has for its statuses, and
//! their places are constants.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;

use super::super::blamed;
use super::Matched;
use crate::model::View;

// Expands to:
// const __STATUS_0: usize = __rt::status_place(<<StepStatus as __rt::StatusEnum>::Named>::completed as u64); …
// match (__rt::OpenEnum::place(&self.status), …) { (Ok(__STATUS_0), …) => …, (Err(__word), …) => … }
pub(super) fn matched(view: &View<'_>, ty: &Type, at: Span, tells_ended: bool) -> Matched {
    let names: Vec<Ident> = view
        .variants
        .iter()
        .map(|one| at_its_place(&one.status))
        .collect();
    let places: Vec<_> = (0..names.len())
        .map(|i| format_ident!("__STATUS_{i}"))
        .collect();
    let constants = names.iter().zip(&places).map(|(name, place)| {
        let bit = bit(ty, name);
        quote!(const #place: __rt::usize = __rt::status_place(#bit);)
    });
    let complete = complete(ty, at, &names);
    let ended = tells_ended.then(|| ended(view, ty, at, &names));
    let field = view.field;
    Matched {
        before: quote!(#(#constants)* #complete #ended),
        status: match view.optional {
            true => {
                quote!(__rt::Option::map(__rt::Option::as_ref(&self.#field), __rt::OpenEnum::place))
            }
            false => quote!(__rt::OpenEnum::place(&self.#field)),
        },
        patterns: places
            .iter()
            .map(|place| quote!(__rt::Ok(#place)))
            .collect(),
        unlisted: quote!(__rt::Err(__word)),
        is_sure: false,
    }
}

fn at_its_place(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(blamed(&name));
    name
}

fn bit(ty: &Type, name: &Ident) -> TokenStream {
    quote_spanned!(name.span()=> <<#ty as __rt::StatusEnum>::Named>::#name as __rt::u64)
}

// Expands to:
// const _: fn(<StepStatus as __rt::StatusEnum>::Named) = |__status| match __status { <…>::completed | … => {} };
/// A status that the list has not is answered by the compiler, with its name.
fn complete(ty: &Type, at: Span, names: &[Ident]) -> TokenStream {
    let all = names
        .iter()
        .map(|name| quote_spanned!(name.span()=> <<#ty as __rt::StatusEnum>::Named>::#name));
    let status = Ident::new("__status", blamed(&at));
    quote_spanned! {blamed(&at)=>
        const _: fn(<#ty as __rt::StatusEnum>::Named) = |#status| match #status { #(#all)|* => {} };
    }
}

/// What the list calls end states is what the enum does.
fn ended(view: &View<'_>, ty: &Type, at: Span, names: &[Ident]) -> TokenStream {
    let ended = view.variants.iter().zip(names).filter(|(one, _)| one.ended);
    let bits = ended.map(|(_, name)| bit(ty, name));
    let none = Literal::u64_unsuffixed(0);
    quote_spanned! {blamed(&at)=>
        const _: () = __rt::same_end_states(#none #(| #bits)*, <#ty as __rt::EndedStatuses>::BITS);
    }
}
