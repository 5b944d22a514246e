//! What implementations ask of type parameters.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    AngleBracketedGenericArguments, GenericArgument, Generics, PathArguments, Type, TypePath,
    WherePredicate, parse_quote,
};

use crate::ast::Slot;
use crate::model::{Asked, Asks, Bounds};

/// What `bound` says; or else what members ask, of the parameters that occur in one of their types, and of the types
/// that a trait gives for these: `T::Id` and `<T as Kind>::Id` are asked themselves, and not `T`. So are the keys of maps.
pub(super) fn lower<'t>(
    given: &Slot<Vec<WherePredicate>>,
    generics: &Generics,
    types: impl Iterator<Item = &'t Type>,
) -> Bounds {
    if let Some(predicates) = given.value() {
        return Bounds::Given(predicates.clone());
    }
    let mut params: Vec<Ident> = generics.type_params().map(|p| p.ident.clone()).collect();
    let mut taking = Taking {
        params: &params,
        asked: Vec::new(),
    };
    let mut rest = TokenStream::new();
    if !params.is_empty() {
        for ty in types {
            let mut ty = ty.clone();
            taking.take_from(&mut ty);
            ty.to_tokens(&mut rest);
        }
    }
    let asked = taking.asked;
    params.retain(|param| occurs(param, rest.clone()));
    Bounds::OfMembers { params, asked }
}

/// Takes out of types what is asked itself, in the place of the parameters that occur in it; each once.
struct Taking<'p> {
    params: &'p [Ident],
    asked: Vec<Asked>,
}

impl Taking<'_> {
    fn take_from(&mut self, ty: &mut Type) {
        match ty {
            Type::Path(path) if self.is_projection(path) => self.take(ty, Asks::Member),
            Type::Path(path) => {
                for segment in &mut path.path.segments {
                    let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else {
                        continue;
                    };
                    self.take_from_arguments(&segment.ident, arguments);
                }
            }
            Type::Paren(inner) => self.take_from(&mut inner.elem),
            Type::Group(inner) => self.take_from(&mut inner.elem),
            _ => {}
        }
    }

    fn take_from_arguments(&mut self, of: &Ident, list: &mut AngleBracketedGenericArguments) {
        let types = list.args.iter_mut().filter_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        });
        let mut types: Vec<&mut Type> = types.collect();
        let count = types.len();
        for (place, ty) in types.iter_mut().enumerate() {
            match asks(of, place, count) {
                Asks::Member => self.take_from(ty),
                asks if self.occurs_in(ty) => self.take(ty, asks),
                _ => {}
            }
        }
    }

    fn take(&mut self, ty: &mut Type, asks: Asks) {
        let text = |ty: &Type| ty.to_token_stream().to_string();
        let ty = std::mem::replace(ty, parse_quote!(()));
        let is_taken = |other: &Asked| other.asks == asks && text(&other.ty) == text(&ty);
        if !self.asked.iter().any(is_taken) {
            self.asked.push(Asked { ty, asks });
        }
    }

    fn is_projection(&self, path: &TypePath) -> bool {
        match &path.qself {
            Some(_) => self.occurs_in(path),
            None => match path.path.segments.first() {
                Some(first) => path.path.segments.len() > 1 && self.params.contains(&first.ident),
                None => false,
            },
        }
    }

    fn occurs_in(&self, tokens: &impl ToTokens) -> bool {
        let occurs = |param| occurs(param, tokens.to_token_stream());
        self.params.iter().any(occurs)
    }
}

/// What a type asks of its argument at this place, as one of so many.
fn asks(of: &Ident, place: usize, count: usize) -> Asks {
    let name = of.to_string();
    match (name.as_str(), place, count) {
        ("BTreeMap", 0, 2) => Asks::SortedKey,
        ("HashMap", 0, 2 | 3) | ("OrderedMap", 0, 2) => Asks::HashedKey,
        ("HashMap", 2, 3) => Asks::Hasher,
        _ => Asks::Member,
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
            Bounds::OfMembers { params, asked } => {
                let params = params.iter().map(Ident::to_string);
                params.chain(asked.iter().map(told)).collect()
            }
            Bounds::Given(predicates) => {
                let texts = predicates.iter().map(|p| p.to_token_stream().to_string());
                texts.collect()
            }
        }
    }

    fn told(asked: &Asked) -> String {
        let ty = asked.ty.to_token_stream();
        match asked.asks {
            Asks::Member => ty.to_string(),
            Asks::SortedKey => format!("{ty} sorted"),
            Asks::HashedKey => format!("{ty} hashed"),
            Asks::Hasher => format!("{ty} hashes"),
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
        let bounds = [
            "C",
            "A :: Id",
            "< Vec < B > as Kept > :: Item",
            "C :: Id hashed",
        ];
        assert_eq!(bounded(declared), bounds);
    }

    #[test]
    fn a_key_of_a_map_is_asked_what_keys_are_asked() {
        let declared = quote! {
            struct Maps<A, B, C: Kind, D, E, F, G> {
                sorted: BTreeMap<A, Vec<BTreeMap<A, B>>>,
                hashed: Option<std::collections::HashMap<<C as Kind>::Id, B, D>>,
                both: OrderedMap<A, Other<BTreeMap<Key<E>, F>, C::Id>>,
                plain: BTreeMap<String, HashMap<FileId, u8>>,
                mine: HashMap<G>,
            }
        };
        let bounds = [
            "B",
            "F",
            "G",
            "A sorted",
            "< C as Kind > :: Id hashed",
            "D hashes",
            "A hashed",
            "Key < E > sorted",
            "C :: Id",
        ];
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
