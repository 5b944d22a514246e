//! Ids: derived from a tuple struct, or made for a field.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::{Output, blamed, rules};
use crate::model::{Id, IdValue, Object};

/// For an id that is derived.
pub(super) fn expand(id: &Id) -> Output {
    with(TokenStream::new(), id)
}

/// For an id that may not be made of a text.
pub(super) fn inert(id: &Id) -> Output {
    with(quote!(inert), id)
}

// Expands to:
// pub type FineTuningJobId = ::api_object::Id<FineTuningJobIdOfFineTuningJob>;
// pub enum FineTuningJobIdOfFineTuningJob {}
// impl __rt::IdKind for FineTuningJobIdOfFineTuningJob { const TYPE: &'static __rt::IdType = &__rt::IdType { … }; }
/// For the ids that the fields of an object have. All of them are one type of the runtime: what is emitted for each is
/// what tells it from the others.
pub(super) fn made(object: &Object<'_>) -> Output {
    let of = object.header.ident;
    object.ids.iter().fold(Output::default(), |output, id| {
        // Two objects that make the same id are told that, and not that they make the same marker, too.
        let kind = format_ident!("{}Of{}", id.ident.unraw(), of.unraw());
        let shape = match &id.value {
            IdValue::Number(number) => quote!(<#number as __rt::Described>::SHAPE),
            _ => quote!(__rt::Shape::Text),
        };
        let content = content(id);
        output.and(Output {
            visible: alias(id, &kind).into(),
            hidden: quote! {
                impl __rt::IdKind for #kind {
                    const TYPE: &'static __rt::IdType = &__rt::IdType { shape: #shape, #content };
                }
            },
        })
    })
}

// Expands to:
// __rt::id! { pub FineTuningJobId in __ID: { … } }
// __rt::borrowed_id! { pub FileId in __ID(&'a): { … } }
// __rt::number_id! { pub IssueId in __ID(u64): { … } }
/// What an id implements differs in nothing but names and in what it holds, so that the runtime has it.
fn with(inert: TokenStream, id: &Id) -> Output {
    let Id {
        ident, vis, value, ..
    } = id;
    let content = content(id);
    // A tuple struct is a function, too, which a table of its name would hide.
    let table = match *ident == "__ID" {
        true => quote!(__TABLE),
        false => quote!(__ID),
    };
    let what = quote!(#vis #ident in #table);
    Output::hidden(match value {
        IdValue::InPlace => quote!(__rt::id! { #inert #what: { #content } }),
        IdValue::Borrowed(a) => quote!(__rt::borrowed_id! { #inert #what(&#a): { #content } }),
        IdValue::Either(a) => quote!(__rt::borrowed_id! { #inert #what(Cow<#a>): { #content } }),
        // What is wrong with it is never its number.
        IdValue::Number(number) => quote!(__rt::number_id! { #what(#number): { #content } }),
    })
}

// Expands to:
// name: "FineTuningJobId", docs: "…", prefixes: &["ftjob-"], rules: &[], head: __rt::Head(…, …),
/// The table of an id, but for its shape.
fn content(id: &Id) -> TokenStream {
    let Id {
        ident,
        docs,
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
    quote! {
        name: #name,
        docs: #docs,
        prefixes: &[#(#prefixes),*],
        rules: &[#(#rules),*],
        head: #head,
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
// pub type FineTuningJobId = ::api_object::Id<FineTuningJobIdOfFineTuningJob>; pub enum FineTuningJobIdOfFineTuningJob {}
fn alias(id: &Id, kind: &Ident) -> [TokenStream; 2] {
    let Id {
        ident,
        vis,
        docs,
        krate,
        value,
        ..
    } = id;
    let number = match value {
        IdValue::Number(number) => Some(quote!(, #number)),
        // What a field makes has no lifetime.
        _ => None,
    };
    // A name that is there already is answered where the field has it.
    let at = blamed(ident);
    let alias = quote_spanned! {at=>
        #[doc = #docs]
        #vis type #ident = #krate::Id<#kind #number>;
    };
    let kind = quote_spanned! {at=>
        #[doc(hidden)]
        #[non_exhaustive]
        #vis enum #kind {}
    };
    [alias, kind]
}
