//! Ids: derived from a tuple struct, or made for a field.

use proc_macro2::{Literal, TokenStream};
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
// __rt::id! { pub FineTuningJobId: __rt::IdType { … } }
// __rt::borrowed_id! { pub FileId(&'a): __rt::IdType { … } }
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
    let head = match rules.is_empty() {
        true => head(prefixes),
        // No text is known by its head alone.
        false => quote!(__rt::Head::NONE),
    };
    let rules = rules::of_member(rules, &mut (0..)).others;
    let table = quote! {
        __rt::IdType {
            name: #name,
            docs: #docs,
            prefixes: &[#(#prefixes),*],
            rules: &[#(#rules),*],
            head: #head,
            without_escapes: false,
        }
    };
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
// __rt::Head(194885282150, 1099511627775)
/// The first prefix as a word, and which of its bits count; one that no text begins with, where it is longer than a word.
fn head(prefixes: &[String]) -> TokenStream {
    let prefix = prefixes.first().map_or("", String::as_str);
    let mut padded = [0; 8];
    let Some(place) = padded.get_mut(..prefix.len()) else {
        return quote!(__rt::Head::NONE);
    };
    place.copy_from_slice(prefix.as_bytes());
    let word = Literal::u64_unsuffixed(u64::from_le_bytes(padded));
    let mask = (0..prefix.len()).fold(0_u64, |mask, byte| mask | 0xff << (8 * byte));
    let mask = Literal::u64_unsuffixed(mask);
    quote!(__rt::Head(#word, #mask))
}

// Expands to:
// pub struct FineTuningJobId(Str);
// impl __rt::Eq for FineTuningJobId {}
/// `Eq` is not derived, since that asks the compiler to prove it of each field once more.
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
        #[derive(#rt::Clone, #rt::Debug, #rt::PartialEq, #rt::PartialOrd, #rt::Ord, #rt::Hash)]
        #vis struct #ident(#rt::Str);
        impl #rt::Eq for #ident {}
    }
}
