//! What implementations ask of type parameters.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Generics, Type, WherePredicate};

use crate::ast::Slot;
use crate::model::Bounds;

/// What `bound` says; or else what members ask, of the parameters that occur in one of their types.
pub(super) fn lower<'t>(
    given: &Slot<Vec<WherePredicate>>,
    generics: &Generics,
    types: impl Iterator<Item = &'t Type>,
) -> Bounds {
    if let Some(predicates) = given.value() {
        return Bounds::Given(predicates.clone());
    }
    let mut params: Vec<Ident> = generics.type_params().map(|p| p.ident.clone()).collect();
    if !params.is_empty() {
        let types: TokenStream = types.map(ToTokens::to_token_stream).collect();
        params.retain(|param| occurs(param, types.clone()));
    }
    Bounds::OfMembers(params)
}

/// Whether a parameter stands in what was written.
pub(super) fn occurs(param: &Ident, tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *param,
        TokenTree::Group(group) => occurs(param, group.stream()),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::super::testing::object;
    use super::*;

    fn bounded(tokens: TokenStream) -> Vec<String> {
        match object(tokens).header.bounds {
            Bounds::OfMembers(params) => params.iter().map(Ident::to_string).collect(),
            Bounds::Given(predicates) => {
                let texts = predicates.iter().map(|p| p.to_token_stream().to_string());
                texts.collect()
            }
        }
    }

    #[test]
    fn only_what_occurs_in_a_member_is_bounded() {
        let declared = quote! {
            struct Page<'a, A, B, C, D, const N: usize> {
                data: Vec<(Option<A>)>,
                #[api(serde)] other: B,
                of: PhantomData<C>,
                name: Cow<'a, str>,
            }
        };
        assert_eq!(bounded(declared), ["A"]);
    }

    #[test]
    fn what_is_given_goes_before() {
        let declared = quote! {
            #[api(bound = "A: Clone, B: Copy,")]
            struct Page<A, B> { a: A, b: B }
        };
        assert_eq!(bounded(declared), ["A : Clone", "B : Copy"]);
        let declared = quote! {
            #[api(bound = "")]
            struct Page<A> { a: A }
        };
        assert_eq!(bounded(declared), [""; 0]);
    }
}
