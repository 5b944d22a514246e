//! An object in a status of an enum that stands elsewhere: it knows the names that the enum has for its statuses, and
//! their places are constants.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;

use super::super::blamed;
use super::Matched;
use crate::model::View;

// Expands to:
// const __STATUS_0: usize = __rt::status_place(<<StepStatus as __rt::StatusEnum>::Named>::completed as u64); …
// match (__rt::status_among::<StepStatus>(&self.status), …) { (Ok(__STATUS_0), …) => …, (Err(__word), …) => … }
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
    let same = same(view, ty, at, tells_ended, &names);
    let field = view.field;
    let place = quote_spanned!(blamed(ty)=> __rt::status_among::<#ty>);
    Matched {
        before: quote!(#(#constants)* #same),
        status: match view.optional {
            true => quote!(__rt::Option::map(__rt::Option::as_ref(&self.#field), #place)),
            false => quote!(#place(&self.#field)),
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
// const _: () = __rt::same_statuses(<StepStatus as __rt::StatusEnum>::STATUSES, …, Some(…));
/// A status that the list lacks, and an end state that it does not call so, are told by the compiler.
fn same(view: &View<'_>, ty: &Type, at: Span, tells_ended: bool, names: &[Ident]) -> TokenStream {
    let listed = names.iter().map(|name| bit(ty, name));
    let ended = view.variants.iter().zip(names).filter(|(one, _)| one.ended);
    let ended = ended.map(|(_, name)| bit(ty, name));
    let ended = match tells_ended {
        true => quote!(__rt::Some(#(#ended)|*)),
        false => quote!(__rt::None),
    };
    let statuses = quote!(<#ty as __rt::StatusEnum>::STATUSES);
    quote_spanned! {blamed(&at)=>
        const _: () = __rt::same_statuses(#statuses, #(#listed)|*, #ended);
    }
}
