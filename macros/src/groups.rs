//! Types that a macro was given as `$ty:ty` come in a group without brackets, that nobody sees. Taken out of it such a type is what
//! it is where somebody wrote it: by its name it is known what it is lent as, that it is an `Extra`, or that it is a new name.

use syn::{Data, DeriveInput, GenericArgument, PathArguments, ReturnType, Type, TypePath};

/// Takes the types of members, and those in them, out of such groups.
pub(crate) fn open(input: &mut DeriveInput) {
    match &mut input.data {
        Data::Struct(data) => data.fields.iter_mut().for_each(|field| ty(&mut field.ty)),
        Data::Enum(data) => {
            let variants = data.variants.iter_mut();
            let fields = variants.flat_map(|variant| &mut variant.fields);
            fields.for_each(|field| ty(&mut field.ty));
        }
        Data::Union(_) => {}
    }
}

fn ty(outer: &mut Type) {
    match outer {
        Type::Group(group) => {
            ty(&mut group.elem);
            if stands_alone(&group.elem) {
                *outer = (*group.elem).clone();
            }
        }
        Type::Paren(inner) => ty(&mut inner.elem),
        Type::Reference(reference) => ty(&mut reference.elem),
        Type::Ptr(pointer) => ty(&mut pointer.elem),
        Type::Slice(slice) => ty(&mut slice.elem),
        Type::Array(array) => ty(&mut array.elem),
        Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(ty),
        Type::Path(path) => arguments(path),
        _ => {}
    }
}

fn arguments(path: &mut TypePath) {
    if let Some(own) = &mut path.qself {
        ty(&mut own.ty);
    }
    for segment in &mut path.path.segments {
        match &mut segment.arguments {
            PathArguments::AngleBracketed(list) => {
                list.args.iter_mut().for_each(|argument| match argument {
                    GenericArgument::Type(inner) => ty(inner),
                    GenericArgument::AssocType(named) => ty(&mut named.ty),
                    _ => {}
                });
            }
            PathArguments::Parenthesized(list) => {
                list.inputs.iter_mut().for_each(|input| ty(&mut input.ty));
                if let ReturnType::Type(_, output) = &mut list.output {
                    ty(output);
                }
            }
            PathArguments::None => {}
        }
    }
}

/// Whether a type is the same wherever it stands: what is a sum, or ends with what may be one, is another behind a `&`.
fn stands_alone(ty: &Type) -> bool {
    match ty {
        Type::Reference(reference) => stands_alone(&reference.elem),
        Type::Ptr(pointer) => stands_alone(&pointer.elem),
        Type::Path(_) | Type::Paren(_) | Type::Slice(_) | Type::Array(_) | Type::Tuple(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
    use quote::{ToTokens, quote};
    use syn::parse_quote;

    /// The type in a group without brackets.
    fn grouped(ty: TokenStream) -> TokenStream {
        TokenTree::from(Group::new(Delimiter::None, ty)).into()
    }

    fn opened(ty: TokenStream) -> Type {
        let mut input: DeriveInput = parse_quote!(struct S { f: #ty });
        open(&mut input);
        let Data::Struct(data) = input.data else {
            panic!("a struct")
        };
        data.fields.into_iter().next().expect("a field").ty
    }

    /// The tokens of a type, in which a group without brackets is seen.
    fn told(ty: Type) -> String {
        format!("{:?}", ty.into_token_stream())
    }

    #[test]
    fn a_type_is_taken_out_of_its_groups() {
        let name = grouped(grouped(quote!(String)));
        for (ty, is) in [
            (name.clone(), quote!(String)),
            (quote!(Option<#name>), quote!(Option<String>)),
            (quote!(&'a #name), quote!(&'a String)),
            (quote!([(#name, u8); N]), quote!([(String, u8); N])),
            (quote!(<#name as Api>::Id), quote!(<String as Api>::Id)),
            (grouped(quote!(&'a str)), quote!(&'a str)),
        ] {
            assert_eq!(told(opened(ty)), told(parse_quote!(#is)));
        }
    }

    #[test]
    fn a_sum_stays_in_its_group() {
        let sum = grouped(quote!(dyn Read + Send));
        assert!(matches!(opened(quote!(#sum)), Type::Group(_)));
    }
}
