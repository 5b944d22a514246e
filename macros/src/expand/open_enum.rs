//! Open enums: derived from an enum of words, or made from a status table.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::{Output, blamed, rules, shown, statuses};
use crate::model::{OpenEnum, Word};

pub(super) fn expand(words: &OpenEnum) -> Output {
    with(words_impl(words), words)
}

/// For words of which some may be missing.
pub(super) fn inert(words: &OpenEnum) -> Output {
    with(inert_impl(words), words)
}

// Expands to:
// impl __rt::OpenEnum for E { … } __rt::words! { pub E in __WORDS: ValidatingFiles Queued …; lifecycle }
/// All that the implementation of `OpenEnum` carries differs in nothing but names, so that the runtime has it.
fn with(words_impl: TokenStream, words: &OpenEnum) -> Output {
    let OpenEnum { ident, vis, .. } = words;
    let list = match words.unknown {
        Some(_) => quote!(words),
        None => quote!(closed_words),
    };
    let variants = words.words.iter().map(|word| &word.ident);
    let lifecycle = words.has_arrows.then(|| quote!(lifecycle));
    let named = statuses::named(words);
    Output {
        visible: match words.generated {
            true => vec![item(words)],
            false => Vec::new(),
        },
        hidden: quote! {
            #words_impl
            __rt::#list! { #vis #ident in __WORDS: #(#variants)*; #lifecycle }
            #named
        },
    }
}

// Expands to:
// pub enum FineTuningJobStatus { /// … ValidatingFiles, …, Unknown(UnknownValue) }
fn item(words: &OpenEnum) -> TokenStream {
    let OpenEnum {
        ident,
        vis,
        docs,
        krate,
        unknown,
        ..
    } = words;
    let rt = quote!(#krate::__private);
    let unknown = unknown.as_ref().map(|unknown| {
        quote! {
            /// A word that these types do not know, as it was sent.
            #unknown(#krate::UnknownValue),
        }
    });
    let variants = words.words.iter().map(|word| {
        let (ident, docs) = (&word.ident, variant_docs(word));
        quote!(#[doc = #docs] #ident)
    });
    let transitions = shown::transitions(words).map(|table| quote!(#[doc = #table]));
    // A name that is there already is answered where the field has it.
    let item = quote_spanned! {blamed(ident)=>
        #vis enum #ident {
            #(#variants,)*
            #unknown
        }
    };
    quote! {
        #[doc = #docs]
        #transitions
        #[derive(#rt::Clone, #rt::Debug, #rt::PartialEq, #rt::PartialOrd, #rt::Ord, #rt::Hash)]
        #[non_exhaustive]
        #item
        impl #rt::Eq for #ident {}
    }
}

fn variant_docs(word: &Word) -> String {
    match word.docs.as_str() {
        "" => format!("`{}`.", word.wire),
        docs => docs.to_owned(),
    }
}

// Expands to:
// static __WORDS: __rt::EnumType = …;
// impl __rt::OpenEnum for E { fn words() { &__WORDS } fn from_place(…) { match … } fn place(&self) { match … } }
fn words_impl(words: &OpenEnum) -> TokenStream {
    let (ident, docs) = (&words.ident, &words.docs);
    let name = ident.unraw().to_string();
    let table = words.words.iter().map(word);
    let others = others(words);
    let variants = || words.words.iter().map(|word| &word.ident);
    let places: Vec<_> = (0..words.words.len())
        .map(Literal::usize_unsuffixed)
        .collect();
    // The last word stands for every place beyond, of which there is none; in a closed enum for unknown words, too,
    // of which it is never asked.
    let last = places.len().saturating_sub(1);
    let is_closed = words.unknown.is_none();
    let from = variants()
        .zip(&places)
        .enumerate()
        .map(|(i, (variant, place))| match i == last {
            true if is_closed => quote!(_ => Self::#variant,),
            true => quote!(__rt::Ok(_) => Self::#variant,),
            false => quote!(__rt::Ok(#place) => Self::#variant,),
        });
    let (from_unknown, to_unknown) = match &words.unknown {
        Some(unknown) => (
            Some(quote!(__rt::Err(__word) => Self::#unknown(__word),)),
            Some(quote!(Self::#unknown(__word) => __rt::Err(__word),)),
        ),
        None => (None, None),
    };
    let to = variants().zip(&places);
    let to = to.map(|(variant, place)| quote!(Self::#variant => __rt::Ok(#place),));
    quote! {
        static __WORDS: __rt::EnumType = __rt::EnumType {
            name: #name,
            docs: #docs,
            words: &[#(#table),*],
            others: #others,
        };
        impl __rt::OpenEnum for #ident {
            #[inline]
            fn words() -> &'static __rt::EnumType {
                &__WORDS
            }
            #[inline]
            fn from_place(__place: __rt::Result<__rt::usize, __rt::UnknownValue>) -> Self {
                match __place {
                    #(#from)*
                    #from_unknown
                }
            }
            #[inline]
            fn place(&self) -> __rt::Result<__rt::usize, &__rt::UnknownValue> {
                match self {
                    #(#to)*
                    #to_unknown
                }
            }
        }
    }
}

/// What becomes of other words.
fn others(words: &OpenEnum) -> TokenStream {
    let others = match (&words.unknown, words.expects_more) {
        (None, _) => quote!(Refused),
        (Some(_), true) => quote!(Expected),
        (Some(_), false) => quote!(Kept),
    };
    quote!(__rt::Others::#others)
}

fn inert_impl(words: &OpenEnum) -> TokenStream {
    let ident = &words.ident;
    let name = ident.to_string();
    let others = others(words);
    quote! {
        static __WORDS: __rt::EnumType =
            __rt::EnumType { name: #name, docs: "", words: &[], others: #others };
        impl __rt::OpenEnum for #ident {
            fn words() -> &'static __rt::EnumType {
                &__WORDS
            }
            fn from_place(_: __rt::Result<__rt::usize, __rt::UnknownValue>) -> Self {
                loop {}
            }
            fn place(&self) -> __rt::Result<__rt::usize, &__rt::UnknownValue> {
                loop {}
            }
        }
    }
}

fn word(word: &Word) -> TokenStream {
    let Word {
        ident: _,
        wire,
        aliases,
        docs,
        next,
        terminal,
    } = word;
    let terms = match (aliases.as_slice(), next.as_slice(), terminal) {
        ([], [], false) => quote!(None),
        ([], [], true) => quote!(Next(0)),
        ([], next, false) if next.is_sorted() && next.iter().all(|&place| place < 64) => {
            let bits = next.iter().fold(0_u64, |bits, place| bits | 1 << place);
            let bits = Literal::u64_unsuffixed(bits);
            quote!(Next(#bits))
        }
        (aliases, next, terminal) => {
            let next = rules::places(next);
            quote! {
                Full(&__rt::FullWordTerms { aliases: &[#(#aliases),*], next: &[#(#next),*], terminal: #terminal })
            }
        }
    };
    quote!(__rt::Word { name: #wire, docs: #docs, terms: __rt::WordTerms::#terms })
}
