//! What implementations ask of type parameters.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, PathArguments, Type, TypePath, WherePredicate, parse_quote};

use crate::ast::Slot;
use crate::model::Bounds;

/// What `bound` says; or else what members ask, of the parameters that occur in one of their types, and of the types
/// that a trait gives for these: `T::Id` and `<T as Kind>::Id` are asked themselves, and not `T`.
pub(super) fn lower<'t>(
    given: &Slot<Vec<WherePredicate>>,
    generics: &Generics,
    types: impl Iterator<Item = &'t Type>,
) -> Bounds {
    if let Some(predicates) = given.value() {
        return Bounds::Given(predicates.clone());
    }
    let mut params: Vec<Ident> = generics.type_params().map(|p| p.ident.clone()).collect();
    let mut projections = Vec::new();
    if !params.is_empty() {
        let mut rest = TokenStream::new();
        for ty in types {
            let mut ty = ty.clone();
            take_projections(&mut ty, &params, &mut projections);
            ty.to_tokens(&mut rest);
        }
        params.retain(|param| occurs(param, rest.clone()));
    }
    Bounds::OfMembers {
        params,
        projections,
    }
}

/// Takes the types out of a type that a trait gives for a parameter, each once.
fn take_projections(ty: &mut Type, params: &[Ident], taken: &mut Vec<TypePath>) {
    match ty {
        Type::Path(path) if is_projection(path, params) => {
            let text = |path: &TypePath| path.to_token_stream().to_string();
            if !taken.iter().any(|other| text(other) == text(path)) {
                taken.push(path.clone());
            }
            *ty = parse_quote!(());
        }
        Type::Path(path) => {
            for segment in &mut path.path.segments {
                let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else {
                    continue;
                };
                for argument in &mut arguments.args {
                    if let GenericArgument::Type(ty) = argument {
                        take_projections(ty, params, taken);
                    }
                }
            }
        }
        Type::Paren(inner) => take_projections(&mut inner.elem, params, taken),
        Type::Group(inner) => take_projections(&mut inner.elem, params, taken),
        _ => {}
    }
}

fn is_projection(path: &TypePath, params: &[Ident]) -> bool {
    match &path.qself {
        Some(_) => params
            .iter()
            .any(|param| occurs(param, path.to_token_stream())),
        None => match path.path.segments.first() {
            Some(first) => path.path.segments.len() > 1 && params.contains(&first.ident),
            None => false,
        },
    }
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
            Bounds::OfMembers {
                params,
                projections,
            } => {
                let projections = projections.iter().map(|p| p.to_token_stream().to_string());
                let params = params.iter().map(Ident::to_string);
                params.chain(projections).collect()
            }
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
    fn what_a_trait_gives_is_bounded_itself() {
        let declared = quote! {
            struct Page<A: Kind, B, C: Kind, D> {
                id: A::Id,
                ids: Option<Vec<(A::Id)>>,
                item: <Vec<B> as Kept>::Item,
                both: OrderedMap<C::Id, C>,
                known: <Files as Kind>::Id,
                #[api(serde)] other: D::Id,
            }
        };
        let bounds = ["C", "A :: Id", "< Vec < B > as Kept > :: Item", "C :: Id"];
        assert_eq!(bounded(declared), bounds);
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
