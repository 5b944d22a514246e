//! The type itself, as the code names it that lends what it holds.
//!
//! Where a field's type is none that is known, the table has no value. Then `__Sound` is no type, of which compilers say
//! nothing more: one mistake is one error, and not one for each place that has to do with the field.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Type};

use super::generics;
use crate::model::Header;

// Expands to:
// type __Sound = __rt::Sound<Job, { __TABLE.keeps_extra }>;
pub(super) fn expand(header: &Header<'_>, sound: Option<&TokenStream>) -> TokenStream {
    let ident = header.ident;
    let args = generics::plain(header.generics).args;
    let params = header.generics.params.iter().map(bare);
    let params = (!header.generics.params.is_empty()).then(|| quote!(<#(#params),*>));
    match sound {
        Some(sound) => quote!(type __Sound #params = __rt::Sound<#ident #args, { #sound }>;),
        None => quote!(type __Sound #params = #ident #args;),
    }
}

/// A parameter without its bounds and its default.
fn bare(param: &GenericParam) -> TokenStream {
    match param {
        GenericParam::Lifetime(param) => param.lifetime.to_token_stream(),
        GenericParam::Type(param) => param.ident.to_token_stream(),
        GenericParam::Const(param) => {
            let (name, ty) = (&param.ident, &param.ty);
            quote!(const #name: #ty)
        }
    }
}

/// The shapes that have nothing to do with parameters, of which a constant cannot be asked. None is asked for twice: what a
/// compiler says of the second is what it said of the first, and it says nothing twice. So with what else is asked, which is a `bool`
/// each, and has nothing to do with parameters.
pub(super) fn of_shapes<'a>(
    header: &Header<'_>,
    shapes: impl Iterator<Item = (&'a Type, TokenStream)>,
    asked: impl Iterator<Item = TokenStream>,
) -> Option<TokenStream> {
    let shapes = shapes
        .filter(|(ty, _)| !is_of_parameters(ty.to_token_stream(), header.generics))
        .map(|(_, shape)| shape);
    let shapes: Vec<_> = shapes.collect();
    // By the slice's path: as a method it could be one that a trait of the user's has for every type.
    let shapes = (!shapes.is_empty()).then(|| quote!(<[_]>::is_empty(&[#(#shapes),*])));
    let all: Vec<_> = shapes.into_iter().chain(asked).collect();
    (!all.is_empty()).then(|| quote!(#(#all)|*))
}

fn is_of_parameters(tokens: TokenStream, generics: &Generics) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => {
            let mut types = generics.type_params().map(|param| &param.ident);
            let mut consts = generics.const_params().map(|param| &param.ident);
            types.any(|param| *param == ident) || consts.any(|param| *param == ident)
        }
        TokenTree::Punct(punct) => punct.as_char() == '\'',
        TokenTree::Group(group) => is_of_parameters(group.stream(), generics),
        TokenTree::Literal(_) => false,
    })
}

/// The type in expressions and patterns.
pub(super) fn path(header: &Header<'_>) -> TokenStream {
    let (_, args, _) = header.generics.split_for_impl();
    let args = args.as_turbofish();
    quote!(__Sound #args)
}

/// The receiver of a function that lends to a function.
pub(super) fn receiver(header: &Header<'_>) -> TokenStream {
    let args = generics::plain(header.generics).args;
    quote!(self: &__Sound #args)
}

/// The same, to change what is lent.
pub(super) fn receiver_mut(header: &Header<'_>) -> TokenStream {
    let args = generics::plain(header.generics).args;
    quote!(self: &mut __Sound #args)
}

/// The receiver of a function that returns what it lends, for `'__a`. (No lifetime is left out beside an alias.)
pub(super) fn lending(header: &Header<'_>) -> TokenStream {
    let args = generics::plain(header.generics).args;
    quote!(self: &'__a __Sound #args)
}

/// The same, to change what is lent.
pub(super) fn lending_mut(header: &Header<'_>) -> TokenStream {
    let args = generics::plain(header.generics).args;
    quote!(self: &'__a mut __Sound #args)
}
