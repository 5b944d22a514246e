//! The generics of an implementation: the user's, with the bounds and the lifetime that it needs.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{GenericParam, Generics, Token, TypeParamBound, WherePredicate, parse_quote};

use crate::model::{Asked, Asks, Bounds, Header};

type Bound = Punctuated<TypeParamBound, Token![+]>;

/// `impl<…> … for T<…> where …`, in its three parts.
pub(super) struct Parts {
    pub(super) params: TokenStream,
    pub(super) args: TokenStream,
    pub(super) clause: TokenStream,
}

/// For implementations that show a value.
pub(super) fn showing(header: &Header<'_>) -> Parts {
    if has_none(header) {
        return none(TokenStream::new());
    }
    let bounded = bounded(header, |asks| match asks {
        Asks::Member => quote!(__rt::Described),
        Asks::SortedKey | Asks::HashedKey => quote!(__rt::MapKey),
        Asks::Hasher => quote!(__rt::Default),
    });
    parts(&bounded, header.generics)
}

/// For implementations that fill a value from data that lives for `'__de`, a lifetime that no user has.
pub(super) fn filling(header: &Header<'_>) -> Parts {
    if has_none(header) {
        return none(quote!(<'__de>));
    }
    let mut bounded = bounded(header, |asks| match asks {
        Asks::Member => quote!(__rt::Fill<'__de> + __rt::Described),
        Asks::SortedKey => quote!(__rt::MapKey + __rt::Ord),
        Asks::HashedKey => quote!(__rt::MapKey + __rt::Eq + __rt::Hash),
        Asks::Hasher => quote!(__rt::BuildHasher + __rt::Default),
    });
    let borrowed = header.generics.lifetimes().map(|param| &param.lifetime);
    let mut de: syn::LifetimeParam = parse_quote!('__de);
    de.bounds.extend(borrowed.cloned());
    bounded.params.insert(0, GenericParam::Lifetime(de));
    parts(&bounded, header.generics)
}

/// Whether nothing is generic, as in most declarations, so that nothing is to be put together.
fn has_none(header: &Header<'_>) -> bool {
    let given = match &header.bounds {
        Bounds::OfMembers { .. } => &[],
        Bounds::Given(predicates) => predicates.as_slice(),
    };
    let generics = header.generics;
    generics.params.is_empty() && generics.where_clause.is_none() && given.is_empty()
}

fn none(params: TokenStream) -> Parts {
    Parts {
        params,
        args: TokenStream::new(),
        clause: TokenStream::new(),
    }
}

/// The user's generics, with these bounds on the parameters that have any; or else with what `bound` says.
fn bounded(header: &Header<'_>, bounds: fn(Asks) -> TokenStream) -> Generics {
    let mut generics = header.generics.clone();
    match &header.bounds {
        Bounds::OfMembers { params, asked } => {
            let of_members = bounds(Asks::Member);
            let of_members: Bound = parse_quote!(#of_members);
            for param in generics
                .type_params_mut()
                .filter(|p| params.contains(&p.ident))
            {
                param.bounds.extend(of_members.clone());
            }
            if !asked.is_empty() {
                let asked = asked.iter().map(|Asked { ty, asks }| -> WherePredicate {
                    let bounds = bounds(*asks);
                    parse_quote!(#ty: #bounds)
                });
                generics.make_where_clause().predicates.extend(asked);
            }
        }
        Bounds::Given(predicates) if predicates.is_empty() => {}
        Bounds::Given(predicates) => {
            let clause = generics.make_where_clause();
            clause.predicates.extend(predicates.iter().cloned());
        }
    }
    generics
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
