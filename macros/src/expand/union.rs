//! Unions: enums of objects that a tag tells apart.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::{Output, blamed, describe, generics, serde};
use crate::model::{Union, UnionVariant};

pub(super) fn expand(union: &Union<'_>) -> Output {
    let parts = [
        describe(union),
        show(union),
        fill(union),
        serde::expand(&union.header),
    ];
    Output::hidden(quote!(#(#parts)*))
}

// Expands to:
// impl __rt::DeclaredUnion for T { const TYPE: &UnionType = …; } impl __rt::Described for T { … } impl __rt::ApiObject for T { … }
fn describe(union: &Union<'_>) -> TokenStream {
    let ident = union.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(&union.header);
    let (name, docs, tag) = (ident.unraw().to_string(), &union.header.docs, &union.tag);
    let variants = union.variants.iter().map(variant);
    let open = union.unknown.map(|_| quote!(.open()));
    let table = quote!(__rt::UnionType::new(#name, #docs, #tag, &[#(#variants),*])#open);
    let table = describe::table(&quote!(__rt::UnionType), &table, union.header.generics);
    let described = describe::described(blank(union));
    quote! {
        impl #params __rt::DeclaredUnion for #ident #args #clause {
            const TYPE: &'static __rt::UnionType = #table;
        }
        impl #params __rt::Described for #ident #args #clause {
            #described
        }
        impl #params __rt::ApiObject for #ident #args #clause {
            const DESCRIPTOR: __rt::Descriptor =
                __rt::Descriptor::Union(<Self as __rt::DeclaredUnion>::TYPE);
        }
    }
}

fn variant(variant: &UnionVariant<'_>) -> TokenStream {
    let UnionVariant {
        ident: _,
        word,
        aliases,
        docs,
        ty,
    } = variant;
    let aliases = match aliases.as_slice() {
        [] => None,
        aliases => Some(quote!(.aliases(&[#(#aliases),*]))),
    };
    let shape = quote_spanned!(ty.span()=> <#ty as __rt::Described>::SHAPE);
    quote!(__rt::UnionVariant::new(#word, #docs, #shape)#aliases)
}

// Expands to:
// impl __rt::Union for T { … fn active(&self) -> Active<'_> { match self { Self::Wandb(value) => Active::Known(0, value), … } } }
fn show(union: &Union<'_>) -> TokenStream {
    let ident = union.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(&union.header);
    let known = union.variants.iter().zip(places()).map(|(variant, place)| {
        let ident = variant.ident;
        quote_spanned!(blamed(variant.ty)=> Self::#ident(__value) => __rt::Active::Known(#place, __value),)
    });
    let unknown = union
        .unknown
        .map(|unknown| quote!(Self::#unknown(__object) => __rt::Active::Unknown(__object),));
    quote! {
        impl #params __rt::Node for #ident #args #clause {
            #[inline]
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Union(self)
            }
        }
        impl #params __rt::Union for #ident #args #clause {
            #[inline]
            fn union_type(&self) -> &'static __rt::UnionType {
                <Self as __rt::DeclaredUnion>::TYPE
            }
            #[inline]
            fn active(&self) -> __rt::Active<'_> {
                match self {
                    #(#known)*
                    #unknown
                }
            }
        }
    }
}

// Expands to:
// impl<'de> __rt::UnionMut<'de> for T { fn choose(&mut self, __place: usize) -> Option<&mut dyn Fill<'de>> { *self = match __place { … }; … } }
// impl<'de> __rt::Fill<'de> for T { … }
fn fill(union: &Union<'_>) -> TokenStream {
    let ident = union.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::filling(&union.header);
    let choices = union.variants.iter().zip(places()).map(|(variant, place)| {
        let ident = variant.ident;
        quote_spanned!(blamed(variant.ty)=> #place => Self::#ident(__rt::Described::blank()),)
    });
    let lends = union.variants.iter().map(|variant| {
        let ident = variant.ident;
        quote_spanned!(blamed(variant.ty)=> Self::#ident(__value) => __rt::Some(__value),)
    });
    let lends_nothing = union
        .unknown
        .map(|unknown| quote!(Self::#unknown(_) => __rt::None,));
    let keep = union.unknown.map(|unknown| {
        quote! {
            #[inline]
            fn keep(&mut self, __object: __rt::UnknownObject) -> __rt::bool {
                *self = Self::#unknown(__object);
                true
            }
        }
    });
    quote! {
        impl #params __rt::UnionMut<'__de> for #ident #args #clause {
            #[inline]
            fn choose(&mut self, __place: __rt::usize) -> __rt::Option<&mut dyn __rt::Fill<'__de>> {
                *self = match __place {
                    #(#choices)*
                    _ => return __rt::None,
                };
                match self {
                    #(#lends)*
                    #lends_nothing
                }
            }
            #keep
        }
        impl #params __rt::Fill<'__de> for #ident #args #clause {
            #[inline]
            fn open(&mut self) -> __rt::Opened<'_, '__de> {
                __rt::Opened::Union(self)
            }
        }
    }
}

fn blank(union: &Union<'_>) -> TokenStream {
    match (union.unknown, union.variants.get(union.blank)) {
        (Some(unknown), _) => quote!(Self::#unknown(__rt::Default::default())),
        (None, Some(UnionVariant { ident, .. })) => quote!(Self::#ident(__rt::Described::blank())),
        (None, None) => TokenStream::new(),
    }
}

fn places() -> impl Iterator<Item = Literal> {
    (0..).map(Literal::usize_unsuffixed)
}
