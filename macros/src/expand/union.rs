//! Unions: enums whose variants hold values of different types.

mod table;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::{Output, blamed, debug, describe, flatten, generics, serde, sound};
use crate::model::{Holds, Union, UnionStyle, UnionVariant};

pub(super) fn expand(union: &Union<'_>) -> Output {
    let parts = [
        describe(union),
        show(union),
        fill(union),
        serde::expand(&union.header),
        debug::expand(&union.header).unwrap_or_default(),
    ];
    Output::hidden(quote!(#(#parts)*))
}

// Expands to:
// static __TABLE: __rt::UnionType = …; impl __rt::Described for T { … } impl __rt::ApiObject for T {}
fn describe(union: &Union<'_>) -> TokenStream {
    let table = describe::Table {
        kind: quote!(__rt::UnionType),
        declared: quote!(__rt::DeclaredUnion),
        descriptor: quote!(__rt::Descriptor::Union),
        sound: match union.header.generics.params.is_empty() {
            true => Some(quote!(__TABLE.open)),
            false => sound_of_generic(union),
        },
    };
    let own_tag = (union.style == UnionStyle::Untagged).then(|| quote!(None));
    table.expand(
        &union.header,
        &table::expand(union),
        (&blank(union), None),
        own_tag,
    )
}

/// What has a value where all that the table asks of types without parameters has one.
fn sound_of_generic(union: &Union<'_>) -> Option<TokenStream> {
    let variants = || union.variants.iter();
    let beside = variants().filter_map(|variant| match &variant.holds {
        Holds::Object { beside, .. } => *beside,
        Holds::Value(_) => None,
    });
    sound::of_shapes(
        &union.header,
        variants().filter_map(table::shape),
        variants()
            .filter_map(table::keeps_extra)
            .chain(flatten::sound(beside)),
    )
}

/// How the union's own code names its table.
fn own_table(union: &Union<'_>) -> TokenStream {
    describe::own_table(&union.header, &quote!(__rt::DeclaredUnion))
}

// Expands to:
// impl __rt::Union for T { … fn active<'__a>(self: &'__a __Sound) -> Active<'__a> { match self { __Sound::Wandb(value) => Active::Known(0, value), … } } }
fn show(union: &Union<'_>) -> TokenStream {
    let ident = union.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(&union.header);
    let sound = sound::path(&union.header);
    let known = union.variants.iter().zip(places());
    let known = known.map(|(variant, place)| shown(&sound, variant, &place));
    let view = match union.style {
        UnionStyle::Untagged => view(union),
        _ => quote! {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Union(self)
            }
        },
    };
    let unknown = union.unknown.map(|unknown| match union.style {
        UnionStyle::Untagged => quote!(#sound::#unknown(__raw) => __rt::Active::Unmatched(__raw),),
        _ => quote!(#sound::#unknown(__object) => __rt::Active::Unknown(__object),),
    });
    let table = own_table(union);
    let receiver = sound::lending(&union.header);
    quote! {
        impl #params __rt::Node for #ident #args #clause {
            #view
        }
        impl #params __rt::Union for #ident #args #clause {
            fn union_type(&self) -> &'static __rt::UnionType {
                #table
            }
            fn active<'__a>(#receiver) -> __rt::Active<'__a> {
                match self {
                    #(#known)*
                    #unknown
                }
            }
        }
    }
}

// Expands to:
// match self { __Sound::Text(value) => Node::view(value), …, __Sound::Other(_) => View::Union(self) }
/// A value without a tag is what its variant holds, so that rules see it.
fn view(union: &Union<'_>) -> TokenStream {
    let sound = sound::path(&union.header);
    let known = union.variants.iter().filter_map(|variant| {
        let Holds::Value(ty) = &variant.holds else {
            return None;
        };
        let ident = variant.ident;
        Some(quote_spanned!(blamed(ty)=> #sound::#ident(__value) => __rt::Node::view(__value),))
    });
    let unknown = union
        .unknown
        .map(|unknown| quote!(#sound::#unknown(_) => __rt::View::Union(self),));
    let receiver = sound::lending(&union.header);
    quote! {
        fn view<'__a>(#receiver) -> __rt::View<'__a> {
            match self {
                #(#known)*
                #unknown
            }
        }
    }
}

// Expands to:
// __Sound::Wandb(value, extra) => Active::Inline(0, Some(value), None, Some(extra)),
fn shown(sound: &TokenStream, variant: &UnionVariant<'_>, place: &Literal) -> TokenStream {
    match &variant.holds {
        Holds::Value(ty) => {
            let ident = variant.ident;
            quote_spanned!(blamed(ty)=> #sound::#ident(__value) => __rt::Active::Known(#place, __value),)
        }
        Holds::Object { .. } => {
            let (pattern, parts) = inline(sound, variant);
            quote!(#pattern => __rt::Active::Inline(#place, #parts),)
        }
    }
}

/// What matches a variant that is an object by itself; and its content, what stands beside that, and its `Extra`, each where
/// it is there.
fn inline(sound: &TokenStream, variant: &UnionVariant<'_>) -> (TokenStream, TokenStream) {
    let ident = variant.ident;
    let parts = parts(variant);
    let lent = parts.iter().map(|part| match part {
        Some((name, span)) => {
            let name = Ident::new(name, *span);
            quote_spanned!(*span=> __rt::Some(#name))
        }
        None => quote!(__rt::None),
    });
    let lent = quote!(#(#lent),*);
    let names = parts.iter().flatten();
    let names: Vec<_> = names.map(|(name, span)| Ident::new(name, *span)).collect();
    // A variant without a value has `()` where it would be, if something stands beside that.
    let nothing = matches!(parts, [None, Some(_), _]).then(|| quote!((),));
    match names.is_empty() {
        true => (quote!(#sound::#ident), lent),
        false => (quote!(#sound::#ident(#nothing #(#names),*)), lent),
    }
}

/// The content, what stands beside it, and the `Extra`: what a pattern calls each, and where mistakes in it are shown.
fn parts(variant: &UnionVariant<'_>) -> [Option<(&'static str, Span)>; 3] {
    match &variant.holds {
        Holds::Value(ty) => [Some(("__value", blamed(ty))), None, None],
        Holds::Object {
            content,
            beside,
            extra,
        } => [
            content
                .as_ref()
                .map(|content| ("__value", blamed(content.ty))),
            beside.map(|beside| ("__beside", blamed(beside))),
            extra.map(|extra| ("__extra", blamed(extra))),
        ],
    }
}

// Expands to:
// impl<'de> __rt::UnionMut<'de> for T { fn choose<'__a>(self: &'__a mut __Sound, __place: usize) -> Chosen<'__a, 'de> { *self = match __place { … }; … } }
// impl<'de> __rt::Fill<'de> for T { … }
fn fill(union: &Union<'_>) -> TokenStream {
    let ident = union.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::filling(&union.header);
    let sound = sound::path(&union.header);
    let receiver = sound::lending_mut(&union.header);
    let choices = union.variants.iter().zip(places()).map(|(variant, place)| {
        let blank = blank_variant(&sound, variant);
        quote!(#place => #blank,)
    });
    let lends = union.variants.iter().map(|variant| lent(&sound, variant));
    let lends_nothing = union
        .unknown
        .map(|unknown| quote!(#sound::#unknown(_) => __rt::Chosen::None,));
    let keep = keep(union);
    quote! {
        impl #params __rt::UnionMut<'__de> for #ident #args #clause {
            fn choose<'__a>(#receiver, __place: __rt::usize) -> __rt::Chosen<'__a, '__de> {
                *self = match __place {
                    #(#choices)*
                    _ => return __rt::Chosen::None,
                };
                match self {
                    #(#lends)*
                    #lends_nothing
                }
            }
            #keep
        }
        impl #params __rt::Fill<'__de> for #ident #args #clause {
            fn slot(&mut self, _: __rt::Kind) -> __rt::Slot<'_, '__de> {
                __rt::Slot::Union(self)
            }
        }
    }
}

fn lent(sound: &TokenStream, variant: &UnionVariant<'_>) -> TokenStream {
    match &variant.holds {
        Holds::Value(ty) => {
            let ident = variant.ident;
            quote_spanned!(blamed(ty)=> #sound::#ident(__value) => __rt::Chosen::Value(__value),)
        }
        Holds::Object { .. } => {
            let (pattern, parts) = inline(sound, variant);
            quote!(#pattern => __rt::Chosen::Inline(#parts),)
        }
    }
}

fn keep(union: &Union<'_>) -> Option<TokenStream> {
    let unknown = union.unknown?;
    let kept = match union.style {
        UnionStyle::Untagged => quote!(__rt::Into::into(__object)),
        _ => quote!(__object),
    };
    Some(quote! {
        fn keep(&mut self, __object: __rt::UnknownObject) -> __rt::bool {
            *self = Self::#unknown(#kept);
            true
        }
    })
}

// Expands to:
// __Sound::Wandb(Described::blank(), Extra::new())
fn blank_variant(sound: &TokenStream, variant: &UnionVariant<'_>) -> TokenStream {
    let ident = variant.ident;
    let (content, beside, extra) = match &variant.holds {
        Holds::Value(ty) => (Some(*ty), None, None),
        Holds::Object {
            content,
            beside,
            extra,
        } => (content.as_ref().map(|c| c.ty), *beside, *extra),
    };
    let blank = |ty: &Type| quote_spanned!(blamed(ty)=> __rt::Described::blank());
    let value = match (content, beside) {
        (None, Some(_)) => Some(quote!(())),
        (content, _) => content.map(blank),
    };
    let values = value.into_iter().chain(beside.map(blank));
    let extra = extra.map(|_| quote!(__rt::Extra::new()));
    match values.chain(extra).collect::<Vec<_>>() {
        parts if parts.is_empty() => quote!(#sound::#ident),
        parts => quote!(#sound::#ident(#(#parts),*)),
    }
}

// Expands to:
// Self::Other(Described::blank()), or match __rt::blank_place(TYPE) { 0 => …, _ => … }
fn blank(union: &Union<'_>) -> TokenStream {
    if let Some(unknown) = union.unknown {
        return match union.style {
            UnionStyle::Untagged => quote!(Self::#unknown(__rt::Described::blank())),
            _ => quote!(Self::#unknown(__rt::Default::default())),
        };
    }
    let Some(place) = union.blank else {
        return first_that_ends(union);
    };
    let sound = sound::path(&union.header);
    let variant = union.variants.get(place);
    variant
        .map(|variant| blank_variant(&sound, variant))
        .unwrap_or_default()
}

fn first_that_ends(union: &Union<'_>) -> TokenStream {
    let sound = sound::path(&union.header);
    let last = union.variants.len().saturating_sub(1);
    let arms = union.variants.iter().zip(0..).map(|(variant, i)| {
        let blank = blank_variant(&sound, variant);
        let place = Literal::usize_unsuffixed(i);
        match i == last {
            true => quote!(_ => #blank,),
            false => quote!(#place => #blank,),
        }
    });
    let table = own_table(union);
    let place = match union.header.generics.params.is_empty() {
        true => quote!({
            static __PLACE: __rt::BlankPlace = __rt::BlankPlace::new();
            __PLACE.of(#table)
        }),
        false => quote!(__rt::BlankPlace::new().of(#table)),
    };
    quote!(match #place { #(#arms)* })
}

fn places() -> impl Iterator<Item = Literal> {
    (0..).map(Literal::usize_unsuffixed)
}
