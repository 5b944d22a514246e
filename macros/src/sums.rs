//! Types with a `+`, such as `dyn Read + Send`, in parentheses. No member has such a type, and what says so is better told by the
//! compiler than that the derive's answer is no Rust: behind a `&` or before an `as` it stands otherwise than in a field.

use syn::punctuated::Punctuated;
use syn::{
    Data, DeriveInput, GenericArgument, PathArguments, PathSegment, Token, Type, TypeParamBound,
    TypeParen, token,
};

/// Puts the types of members in parentheses that need them elsewhere.
pub(crate) fn parenthesize(input: &mut DeriveInput) {
    match &mut input.data {
        Data::Struct(data) => data
            .fields
            .iter_mut()
            .for_each(|field| whole(&mut field.ty)),
        Data::Enum(data) => {
            let variants = data.variants.iter_mut();
            let fields = variants.flat_map(|variant| &mut variant.fields);
            fields.for_each(|field| whole(&mut field.ty));
        }
        Data::Union(_) => {}
    }
}

fn whole(ty: &mut Type) {
    if let Type::TraitObject(object) = ty
        && is_sum(&mut object.bounds)
    {
        put_in(ty);
    } else {
        opaque(ty);
    }
}

/// An `impl` may stand in an `Option`, of whose content a reference is made, too. (A `dyn` may do so in a `Box`, where it needs
/// no parentheses.)
fn opaque(ty: &mut Type) {
    if let Type::ImplTrait(opaque) = ty
        && is_sum(&mut opaque.bounds)
    {
        put_in(ty);
    } else if let Type::Path(path) = ty {
        let arguments = path.path.segments.iter_mut().flat_map(arguments);
        arguments.for_each(opaque);
    }
}

fn arguments(segment: &mut PathSegment) -> impl Iterator<Item = &mut Type> {
    let arguments = match &mut segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&mut arguments.args),
        _ => None,
    };
    let arguments = arguments.into_iter().flatten();
    arguments.filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Whether there is a `+` among the bounds; none is left at their end.
fn is_sum(bounds: &mut Punctuated<TypeParamBound, Token![+]>) -> bool {
    bounds.pop_punct().is_some() || bounds.len() > 1
}

fn put_in(ty: &mut Type) {
    *ty = Type::Paren(TypeParen {
        attrs: Vec::new(),
        paren_token: token::Paren::default(),
        elem: Box::new(ty.clone()),
    });
}
