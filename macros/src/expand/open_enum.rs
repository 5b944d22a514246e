//! Open enums: derived from an enum of words, or made from a status table.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Generics;
use syn::ext::IdentExt;

use super::{Output, rules, serde};
use crate::model::{OpenEnum, Word};

pub(super) fn expand(words: &OpenEnum) -> Output {
    with(words_impl(words), words)
}

/// For words of which some may be missing.
pub(super) fn inert(words: &OpenEnum) -> Output {
    with(inert_impl(words), words)
}

/// All that the implementation of `OpenEnum` carries.
fn with(words_impl: TokenStream, words: &OpenEnum) -> Output {
    let generics = Generics::default();
    let parts = [
        words_impl,
        methods(words),
        node(words),
        strings(words),
        serde::expand_for(&words.ident, &generics),
    ];
    Output {
        visible: match words.generated {
            true => item(words),
            false => TokenStream::new(),
        },
        hidden: quote!(#(#parts)*),
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
    let variants = words.words.iter().map(|word| {
        let (ident, docs) = (&word.ident, variant_docs(word));
        quote!(#[doc = #docs] #ident)
    });
    quote! {
        #[doc = #docs]
        #[derive(#rt::Clone, #rt::Debug, #rt::PartialEq, #rt::Eq, #rt::PartialOrd, #rt::Ord, #rt::Hash)]
        #[non_exhaustive]
        #vis enum #ident {
            #(#variants,)*
            /// A word that these types do not know, as it was sent.
            #unknown(#krate::UnknownValue),
        }
    }
}

fn variant_docs(word: &Word) -> String {
    match word.docs.as_str() {
        "" => format!("`{}`.", word.wire),
        docs => docs.to_owned(),
    }
}

// Expands to:
// impl __rt::OpenEnum for E { const WORDS: &EnumType = …; fn from_place(…) { match … } fn place(&self) { match … } }
fn words_impl(words: &OpenEnum) -> TokenStream {
    let (ident, docs, unknown) = (&words.ident, &words.docs, &words.unknown);
    let name = ident.unraw().to_string();
    let table = words.words.iter().map(word);
    let arrows = words.has_arrows.then(|| quote!(.with_arrows()));
    let variants = || words.words.iter().map(|word| &word.ident);
    let places: Vec<_> = (0..words.words.len())
        .map(Literal::usize_unsuffixed)
        .collect();
    // The last word stands for every place beyond, of which there is none.
    let last = places.len().saturating_sub(1);
    let from = variants()
        .zip(&places)
        .enumerate()
        .map(|(i, (variant, place))| match i == last {
            true => quote!(__rt::Ok(_) => Self::#variant,),
            false => quote!(__rt::Ok(#place) => Self::#variant,),
        });
    let to = variants().zip(&places);
    let to = to.map(|(variant, place)| quote!(Self::#variant => __rt::Ok(#place),));
    quote! {
        impl __rt::OpenEnum for #ident {
            const WORDS: &'static __rt::EnumType =
                &__rt::EnumType::new(#name, #docs, &[#(#table),*])#arrows;
            fn from_place(__place: __rt::Result<__rt::usize, __rt::UnknownValue>) -> Self {
                match __place {
                    #(#from)*
                    __rt::Err(__word) => Self::#unknown(__word),
                }
            }
            fn place(&self) -> __rt::Result<__rt::usize, &__rt::UnknownValue> {
                match self {
                    #(#to)*
                    Self::#unknown(__word) => __rt::Err(__word),
                }
            }
        }
    }
}

fn inert_impl(words: &OpenEnum) -> TokenStream {
    let ident = &words.ident;
    let name = ident.to_string();
    quote! {
        impl __rt::OpenEnum for #ident {
            const WORDS: &'static __rt::EnumType = &__rt::EnumType::new(#name, "", &[]);
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
    let aliases = match aliases.as_slice() {
        [] => None,
        aliases => Some(quote!(.aliases(&[#(#aliases),*]))),
    };
    let next = match next.as_slice() {
        [] => None,
        next => {
            let places = rules::places(next);
            Some(quote!(.next(&[#(#places),*])))
        }
    };
    let terminal = terminal.then(|| quote!(.terminal()));
    quote!(__rt::Word::new(#wire, #docs) #aliases #next #terminal)
}

// Expands to:
// impl E { pub const ALL: …; pub fn as_str(&self) -> &str { … } … }
fn methods(words: &OpenEnum) -> TokenStream {
    let (ident, vis) = (&words.ident, &words.vis);
    let variants = words.words.iter().map(|word| &word.ident);
    let lifecycle = words.has_arrows.then(|| {
        quote! {
            /// Whether this is an end state; an unknown word is none.
            #vis fn is_terminal(&self) -> __rt::bool {
                __rt::open_enum::is_terminal(self)
            }
            /// The statuses that may follow this one directly; none are known of an unknown word.
            #vis fn successors(&self) -> impl __rt::Iterator<Item = Self> + use<> {
                __rt::open_enum::successors(self)
            }
        }
    });
    quote! {
        impl #ident {
            /// All known words, in declaration order.
            #vis const ALL: &'static [Self] = &[#(Self::#variants),*];
            /// The word as it is sent.
            #vis fn as_str(&self) -> &__rt::str {
                __rt::open_enum::as_str(self)
            }
            /// What the declaration says of the word; empty where it says nothing, or does not know it.
            #vis fn docs(&self) -> &'static __rt::str {
                __rt::open_enum::docs(self)
            }
            /// Whether these types know the word.
            #vis fn is_known(&self) -> __rt::bool {
                __rt::OpenEnum::place(self).is_ok()
            }
            #lifecycle
        }
    }
}

fn node(words: &OpenEnum) -> TokenStream {
    let ident = &words.ident;
    quote! {
        impl __rt::Described for #ident {
            const SHAPE: __rt::Shape = __rt::Shape::Named(|| <Self as __rt::ApiObject>::DESCRIPTOR);
        }
        impl __rt::ApiObject for #ident {
            const DESCRIPTOR: __rt::Descriptor =
                __rt::Descriptor::OpenEnum(<Self as __rt::OpenEnum>::WORDS);
        }
        impl __rt::Node for #ident {
            fn view(&self) -> __rt::View<'_> {
                __rt::open_enum::view(self)
            }
        }
        impl<'__de> __rt::Fill<'__de> for #ident {
            fn blank() -> Self {
                __rt::open_enum::blank()
            }
            fn accept(
                &mut self,
                __scalar: __rt::Scalar<'_, '__de>,
            ) -> __rt::Result<__rt::Taken, __rt::Misfit> {
                __rt::open_enum::accept(self, __scalar)
            }
            fn close(&mut self) {
                *self = __rt::open_enum::blank();
            }
        }
    }
}

fn strings(words: &OpenEnum) -> TokenStream {
    let ident = &words.ident;
    quote! {
        impl __rt::fmt::Display for #ident {
            fn fmt(&self, __f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                __f.pad(self.as_str())
            }
        }
        impl __rt::FromStr for #ident {
            type Err = __rt::Infallible;
            fn from_str(__word: &__rt::str) -> __rt::Result<Self, __rt::Infallible> {
                __rt::Ok(__rt::open_enum::parse(__word))
            }
        }
        impl __rt::From<&__rt::str> for #ident {
            fn from(__word: &__rt::str) -> Self {
                __rt::open_enum::parse(__word)
            }
        }
    }
}
