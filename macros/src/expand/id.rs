//! Ids: derived from a tuple struct, or made for a field.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::{Output, rules};
use crate::model::{Id, IdText};

pub(super) fn expand(id: &Id) -> Output {
    with(TokenStream::new(), id)
}

/// For an id that may not be made of a text.
pub(super) fn inert(id: &Id) -> Output {
    with(quote!(inert), id)
}

// Expands to:
// __rt::id! { pub FineTuningJobId: __rt::IdType::new(…) }
// __rt::borrowed_id! { pub FileId(&'a): __rt::IdType::new(…) }
/// What an id implements differs in nothing but names and in what holds its text, so that the runtime has it.
fn with(inert: TokenStream, id: &Id) -> Output {
    let Id {
        ident,
        vis,
        docs,
        text,
        prefixes,
        rules,
        ..
    } = id;
    let name = ident.unraw().to_string();
    let rules = rules::of_member(rules, &mut (0..));
    let table = quote!(__rt::IdType::new(#name, #docs, &[#(#prefixes),*]) #rules);
    Output {
        visible: match id.generated {
            true => item(id),
            false => TokenStream::new(),
        },
        hidden: match text {
            IdText::InPlace => quote!(__rt::id! { #inert #vis #ident: #table }),
            IdText::Borrowed(a) => quote!(__rt::borrowed_id! { #inert #vis #ident(&#a): #table }),
            IdText::Either(a) => quote!(__rt::borrowed_id! { #inert #vis #ident(Cow<#a>): #table }),
        },
    }
}

// Expands to:
// pub struct FineTuningJobId(Str);
fn item(id: &Id) -> TokenStream {
    let Id {
        ident,
        vis,
        docs,
        krate,
        ..
    } = id;
    let rt = quote!(#krate::__private);
    quote! {
        #[doc = #docs]
        #[derive(#rt::Clone, #rt::Debug, #rt::PartialEq, #rt::Eq, #rt::PartialOrd, #rt::Ord, #rt::Hash)]
        #vis struct #ident(#rt::Str);
    }
}
