//! `flatten`: the members of objects in an object, behind its own.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::{blamed, lend, sound};
use crate::model::{Header, Object, Part};

// Expands to:
// { static __MEMBERS: [Member; 2] = [Member { … }, …]; ObjectType::of(…, &__MEMBERS, …) }
/// The table of an object with these members of its own; `finish` makes it of all members.
///
/// They are an item that the table names: what stands within a call a compiler evaluates piece by piece. What has
/// parameters stands in no item.
pub(super) fn table(
    object: &Object<'_>,
    members: &[TokenStream],
    finish: impl FnOnce(TokenStream) -> TokenStream,
) -> TokenStream {
    let types: Vec<&Type> = object.parts.iter().map(|part| part.ty).collect();
    if !types.is_empty() {
        return behind(members, &types, &object.header, finish, None);
    }
    // That a type is no enum of statuses says more than that it is no member, and one body says one of the two.
    if !object.header.generics.params.is_empty() || object.shared_status.is_some() {
        return finish(quote!(&[#(#members),*]));
    }
    let table = finish(quote!(&__MEMBERS));
    let len = Literal::usize_unsuffixed(members.len());
    quote!({
        static __MEMBERS: [__rt::Member; #len] = [#(#members),*];
        #table
    })
}

/// The table of an object with these members of its own, and behind them those of these objects. None of them has the key
/// of the tag that stands around it, if there is one.
// Expands to:
// const __OWN: &[Member] = &[Member { … }, …];
// static __MEMBERS: [Member; flattened_len(__OWN.len(), __PARTS)] = flattened(__OWN, __PARTS);
// ObjectType::flattens(ObjectType::of(…, &__MEMBERS, …), __PARTS)
pub(super) fn behind(
    members: &[TokenStream],
    types: &[&Type],
    header: &Header<'_>,
    finish: impl FnOnce(TokenStream) -> TokenStream,
    tag: Option<&str>,
) -> TokenStream {
    let parts = types.iter().map(|part| table_of(part));
    // What clashes is found while the tables are put together, and told at the type.
    let at = types.first().map_or(Span::call_site(), blamed);
    let is_generic = !header.generics.params.is_empty();
    // Where own members have no value, nothing that hangs on their number has one. What has parameters stands in no item.
    let (item, own, len) = match is_generic || members.is_empty() {
        true => {
            let len = Literal::usize_unsuffixed(members.len());
            (None, quote!(&[#(#members),*]), len.into_token_stream())
        }
        false => (
            Some(quote!(const __OWN: &[__rt::Member] = &[#(#members),*];)),
            quote!(__OWN),
            quote!(__OWN.len()),
        ),
    };
    let members = quote_spanned!(at=> __rt::flattened::<{ __LEN }>(#own, __PARTS));
    let (all_in_item, all) = match is_generic {
        true => (None, quote!(&const { #members })),
        false => (
            Some(quote!(static __MEMBERS: [__rt::Member; __LEN] = #members;)),
            quote!(&__MEMBERS),
        ),
    };
    let table = finish(all);
    let beside = tag.map(|tag| quote_spanned!(at=> .beside_tag(#tag, __PARTS)));
    let table = quote_spanned!(at=> __rt::ObjectType::flattens(#table, __PARTS)#beside);
    quote!({
        const __PARTS: &[&__rt::ObjectType] = &[#(#parts),*];
        #item
        const __LEN: __rt::usize = __rt::flattened_len(#len, __PARTS);
        #all_in_item
        #table
    })
}

fn table_of(part: &Type) -> TokenStream {
    let ty = forever(part.to_token_stream());
    quote_spanned!(blamed(part)=> <#ty as __rt::Part>::TYPE)
}

/// What has a value where these are objects.
pub(super) fn sound<'a>(
    types: impl Iterator<Item = &'a Type>,
) -> impl Iterator<Item = TokenStream> {
    types.map(|part| {
        let table = table_of(part);
        quote!(#table.keeps_extra)
    })
}

/// A type with all its lifetimes longest, which make no difference to its table, and which an item can name.
fn forever(ty: TokenStream) -> TokenStream {
    let mut after_tick = false;
    let token = |token: TokenTree| match token {
        TokenTree::Ident(ident) if after_tick => {
            after_tick = false;
            Ident::new("static", ident.span()).into()
        }
        TokenTree::Punct(punct) => {
            after_tick = punct.as_char() == '\'';
            TokenTree::Punct(punct)
        }
        TokenTree::Group(group) => {
            let inside = forever(group.stream());
            TokenTree::Group(Group::new(group.delimiter(), inside))
        }
        other => other,
    };
    ty.into_iter().map(token).collect()
}

/// Lends own fields, and behind them those of the parts.
// Expands to:
// __rt::lend(&__TABLE, Some(&self.extra), &[&self.id, …], &[&self.common], f)
pub(super) fn lend(
    object: &Object<'_>,
    extra: &TokenStream,
    fields: &[TokenStream],
) -> TokenStream {
    let parts = object
        .parts
        .iter()
        .map(|Part { ident, ty, .. }| quote_spanned!(blamed(*ty)=> &self.#ident));
    let table = lend::table(object);
    quote! {
        __rt::lend(#table, #extra, &[#(#fields),*], &[#(#parts),*], __f)
    }
}

/// The same, for filling.
pub(super) fn lend_mut(
    object: &Object<'_>,
    extra: &TokenStream,
    fields: &[TokenStream],
) -> TokenStream {
    let parts = object
        .parts
        .iter()
        .map(|Part { ident, ty, .. }| quote_spanned!(blamed(*ty)=> &mut self.#ident));
    let table = lend::table(object);
    quote! {
        __rt::lend_mut(#table, #extra, &mut [#(#fields),*], &mut [#(#parts),*], __f)
    }
}

// Expands to:
// fn part<'__a>(self: &'__a __Sound, number: usize) -> Option<&'__a dyn Object> { match number { 0 => Some(&self.common), _ => None } }
pub(super) fn part(object: &Object<'_>) -> Option<TokenStream> {
    let arms = numbered(object).map(|(number, part)| {
        let field = part.ident;
        quote_spanned!(blamed(part.ty)=> #number => __rt::Some(&self.#field),)
    });
    let receiver = sound::lending(&object.header);
    (!object.parts.is_empty()).then(|| {
        quote! {
            fn part<'__a>(#receiver, __number: __rt::usize) -> __rt::Option<&'__a dyn __rt::Object> {
                match __number {
                    #(#arms)*
                    _ => __rt::None,
                }
            }
        }
    })
}

/// The arm that restores the members of parts.
// Expands to:
// member => match ObjectType::part_at(&__TABLE, member) { Some((0, member)) => ObjectMut::restore(&mut self.common, member), … }
pub(super) fn restore(object: &Object<'_>) -> TokenStream {
    if object.parts.is_empty() {
        return quote!(_ => {});
    }
    let arms = numbered(object).map(|(number, part)| {
        let field = part.ident;
        quote_spanned!(blamed(part.ty)=> __rt::Some((#number, __member)) => __rt::ObjectMut::restore(&mut self.#field, __member),)
    });
    let table = lend::table(object);
    quote! {
        _ => match __rt::ObjectType::part_at(#table, __member) {
            #(#arms)*
            _ => {}
        },
    }
}

fn numbered<'o, 'a>(object: &'o Object<'a>) -> impl Iterator<Item = (Literal, &'o Part<'a>)> {
    let numbers = (0..).map(Literal::usize_unsuffixed);
    numbers.zip(&object.parts)
}
