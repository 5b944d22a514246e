//! The generics of an implementation: the user's, with the bounds and the lifetime that it needs.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, parse_quote};

/// `impl<…> … for T<…> where …`, in its three parts.
pub(super) struct Parts {
    pub(super) params: TokenStream,
    pub(super) args: TokenStream,
    pub(super) clause: TokenStream,
}

/// For implementations that show a value.
pub(super) fn showing(generics: &Generics) -> Parts {
    let mut bounded = generics.clone();
    for param in bounded.type_params_mut() {
        param.bounds.push(parse_quote!(__rt::Node));
        param.bounds.push(parse_quote!(__rt::Described));
    }
    parts(&bounded, generics)
}

/// For implementations that fill a value from data that lives for `'__de`, a lifetime that no user has.
pub(super) fn filling(generics: &Generics) -> Parts {
    let mut bounded = generics.clone();
    for param in bounded.type_params_mut() {
        param.bounds.push(parse_quote!(__rt::Fill<'__de>));
        param.bounds.push(parse_quote!(__rt::Described));
    }
    let borrowed = generics.lifetimes().map(|param| &param.lifetime);
    let mut de: syn::LifetimeParam = parse_quote!('__de);
    de.bounds.extend(borrowed.cloned());
    bounded.params.insert(0, GenericParam::Lifetime(de));
    parts(&bounded, generics)
}

/// For the user's type as it is.
pub(super) fn plain(generics: &Generics) -> Parts {
    parts(generics, generics)
}

fn parts(bounded: &Generics, generics: &Generics) -> Parts {
    let (params, _, clause) = bounded.split_for_impl();
    let (_, args, _) = generics.split_for_impl();
    Parts {
        params: params.to_token_stream(),
        args: args.to_token_stream(),
        clause: quote!(#clause),
    }
}
