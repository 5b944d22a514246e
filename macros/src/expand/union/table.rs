//! The table of a union: its variants, and what tells them apart.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::expand::{blamed, describe, flatten, key, mark, of_type};
use crate::model::{Content, Header, Holds, Union, UnionStyle, UnionVariant};

// Expands to:
// __rt::UnionType::new("Tool", "…", "type", &[__rt::UnionVariant::new("search", "…", <Search as __rt::Described>::SHAPE), …]).open()
pub(super) fn expand(union: &Union<'_>) -> TokenStream {
    let name = union.header.ident.unraw().to_string();
    let docs = &union.header.docs;
    let (tag, style) = match &union.style {
        UnionStyle::Internal(tag) => (tag.as_str(), None),
        UnionStyle::Keyed(tag) => (tag.as_str(), Some(quote!(Keyed))),
        UnionStyle::Adjacent { tag, content } => (tag.as_str(), Some(quote!(Adjacent(#content)))),
        UnionStyle::Own => ("", Some(quote!(Own))),
        UnionStyle::Untagged => ("", Some(quote!(Untagged))),
    };
    // Two variants with the same tag are answered at the union's name.
    let at = blamed(union.header.ident);
    let style = style.map(|style| quote_spanned!(at=> .style(__rt::UnionStyle::#style)));
    let variants = union
        .variants
        .iter()
        .map(|one| variant(&union.header, &union.style, one));
    let open = union.unknown.map(|_| quote!(.open()));
    let expects_more = union.expects_more.then(|| quote!(.expects_more()));
    let is_plain = !tag.is_empty() && union.variants.iter().all(|one| key::is_plain(&one.word));
    let token = is_plain.then(|| {
        let token = key::expand(tag);
        quote!(.token(#token))
    });
    let is_conditional = union.variants.iter().any(|one| one.when.is_some());
    let conditional = is_conditional.then(|| quote!(.conditional()));
    quote!(__rt::UnionType::new(#name, #docs, #tag, &[#(#variants),*]) #style #token #open #expects_more #conditional)
}

fn variant(union: &Header<'_>, style: &UnionStyle, variant: &UnionVariant<'_>) -> TokenStream {
    let UnionVariant {
        ident,
        word,
        aliases,
        docs,
        holds,
        when,
    } = variant;
    let aliases = match aliases.as_slice() {
        [] => None,
        aliases => Some(quote!(.aliases(&[#(#aliases),*]))),
    };
    let is_told_by_tag = *style == UnionStyle::Own && when.is_none();
    let when = when
        .as_ref()
        .map(|(member, values)| quote!(.when(#member, &[#(#values),*])));
    let made = match holds {
        Holds::Value(ty) if is_told_by_tag => {
            let (shape, own_tag) = (of_type(ty, "SHAPE"), of_type(ty, "OWN_TAG"));
            // As in `of_type`: the call is the type's, and a part of the path is a macro's.
            let kind = quote!(UnionVariant);
            quote_spanned!(ty.span()=> __rt::#kind::own(#word, #docs, #shape, #own_tag))
        }
        Holds::Value(ty) => {
            let shape = of_type(ty, "SHAPE");
            quote!(__rt::UnionVariant::new(#word, #docs, #shape))
        }
        Holds::Object {
            content,
            beside,
            extra: _,
        } => {
            let name = format!("{}::{}", union.ident.unraw(), ident.unraw());
            let object = envelope(&name, content.as_ref(), variant);
            let own: Vec<_> = content.iter().map(member).collect();
            let object = match (beside, style) {
                (
                    Some(ty),
                    UnionStyle::Keyed(tag)
                    | UnionStyle::Adjacent { tag, .. }
                    | UnionStyle::Internal(tag),
                ) => {
                    let object = flatten::behind(&own, &[ty], union, object, Some(tag));
                    quote!(const #object)
                }
                _ => {
                    let object = object(quote!(const { &[#(#own),*] }));
                    quote!(const { #object })
                }
            };
            quote!(__rt::UnionVariant::object(#word, #docs, &#object))
        }
    };
    quote!(#made #aliases #when)
}

/// The table of what stands around a variant's content, of all its members.
// Expands to:
// __rt::ObjectType::of("Tool::Function", …, &[__rt::Member { name: "function", … }], …)
fn envelope(
    name: &str,
    content: Option<&Content<'_>>,
    variant: &UnionVariant<'_>,
) -> impl FnOnce(TokenStream) -> TokenStream {
    let mark = mark::of(&[name, content.map_or("", |one| &one.name)]);
    let keeps_extra = keeps_extra(variant).unwrap_or_else(|| quote!(false));
    let asked = variant.when.as_ref();
    let asked = asked.map(|(member, _)| quote!(.asked(#member)));
    move |members| {
        quote! {
            __rt::ObjectType::of(#name, "", __rt::None, #members, #keeps_extra, &[], #mark) #asked
        }
    }
}

/// What stands under the tag's word, or under the one name of all contents.
fn member(content: &Content<'_>) -> TokenStream {
    let Content {
        name,
        aliases,
        ty,
        optional,
    } = content;
    let shape = of_type(ty, "SHAPE");
    describe::plain_member(name, "", &shape, &describe::aliases(aliases, *optional))
}

/// The type of what a variant holds, and how its shape is asked for.
pub(super) fn shape<'a>(variant: &UnionVariant<'a>) -> Option<(&'a Type, TokenStream)> {
    let ty = match &variant.holds {
        Holds::Value(ty) => ty,
        Holds::Object { content, .. } => content.as_ref()?.ty,
    };
    Some((ty, of_type(ty, "SHAPE")))
}

/// That there is an `Extra`. Another type of that name is answered where the variant has it.
pub(super) fn keeps_extra(variant: &UnionVariant<'_>) -> Option<TokenStream> {
    match &variant.holds {
        Holds::Value(_) => None,
        Holds::Object { extra, .. } => {
            extra.map(|ty| quote_spanned!(blamed(ty)=> <#ty as __rt::IsExtra>::IS))
        }
    }
}
