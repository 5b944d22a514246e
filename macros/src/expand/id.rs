//! Ids: derived from a tuple struct, or made for a field.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;

use super::{Output, rules};
use crate::model::{Id, IdValue};

/// For an id that is derived.
pub(super) fn expand(id: &Id) -> Output {
    with(TokenStream::new(), id, &table(0))
}

/// For an id that may not be made of a text.
pub(super) fn inert(id: &Id) -> Output {
    with(quote!(inert), id, &table(0))
}

// Expands to:
// pub struct FineTuningJobId(Str);
// __rt::made_id! { FineTuningJobId in __ID0 } __rt::id! { … }
/// For the ids that the fields of an object have.
pub(super) fn made(ids: &[Id]) -> Output {
    let ids = ids.iter().zip((0..).map(table));
    ids.fold(Output::default(), |output, (id, table)| {
        let ident = &id.ident;
        let copy = matches!(id.value, IdValue::Number(_)).then(|| quote!(copy));
        let made = Output {
            visible: item(id),
            hidden: quote!(__rt::made_id! { #copy #ident in #table }),
        };
        output.and(made).and(with(TokenStream::new(), id, &table))
    })
}

/// What the table of an id is called, by the id's place among those of its declaration.
fn table(place: usize) -> Ident {
    format_ident!("__ID{place}")
}

// Expands to:
// __rt::id! { pub FineTuningJobId in __ID0: { … } }
// __rt::borrowed_id! { pub FileId in __ID0(&'a): { … } }
// __rt::number_id! { pub IssueId in __ID0(u64): { … } }
/// What an id implements differs in nothing but names and in what it holds, so that the runtime has it.
fn with(inert: TokenStream, id: &Id, table: &Ident) -> Output {
    let Id {
        ident,
        vis,
        docs,
        value,
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
    let content = quote! {
        {
            name: #name,
            docs: #docs,
            prefixes: &[#(#prefixes),*],
            rules: &[#(#rules),*],
            head: #head,
        }
    };
    let what = quote!(#vis #ident in #table);
    Output::hidden(match value {
        IdValue::InPlace => quote!(__rt::id! { #inert #what: #content }),
        IdValue::Borrowed(a) => quote!(__rt::borrowed_id! { #inert #what(&#a): #content }),
        IdValue::Either(a) => quote!(__rt::borrowed_id! { #inert #what(Cow<#a>): #content }),
        // What is wrong with it is never its number.
        IdValue::Number(number) => quote!(__rt::number_id! { #what(#number): #content }),
    })
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
fn item(id: &Id) -> TokenStream {
    let Id {
        ident,
        vis,
        docs,
        krate,
        value,
        ..
    } = id;
    let value = match value {
        IdValue::Number(number) => number.to_token_stream(),
        // What a field makes has no lifetime.
        _ => quote!(#krate::__private::Str),
    };
    quote! {
        #[doc = #docs]
        #vis struct #ident(#value);
    }
}
