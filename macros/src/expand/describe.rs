//! The descriptor: one constant that holds all that the declaration says.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Generics;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::rules::Numbers;
use super::{flatten, generics, key, lend, literal, rules, statuses};
use crate::model::{Change, Member, Object, Presence, Tag};

// Expands to:
// impl __rt::Declared for T { const TYPE: &ObjectType = &ObjectType::new("T", …, &[__rt::Member::new("id", …, <… as __rt::Described>::SHAPE), …]); }
// impl __rt::Described for T { const SHAPE: Shape = …; fn blank() -> Self { T { id: Described::blank(), … } } }
// impl __rt::ApiObject for T { const DESCRIPTOR: Descriptor = …; }
pub(super) fn expand(object: &Object<'_>) -> TokenStream {
    let ident = object.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(&object.header);
    let object_type = object_type(object);
    let table = table(
        &quote!(__rt::ObjectType),
        &object_type,
        object.header.generics,
    );
    let tag = object.tag.as_ref();
    let tag = tag.map(|_| quote!(Object(<Self as __rt::Declared>::TYPE)));
    let described = described(lend::blank(object), tag);
    quote! {
        impl #params __rt::Declared for #ident #args #clause {
            const TYPE: &'static __rt::ObjectType = #table;
        }
        impl #params __rt::Described for #ident #args #clause {
            #described
        }
        impl #params __rt::ApiObject for #ident #args #clause {
            const DESCRIPTOR: __rt::Descriptor = __rt::Descriptor::Object(<Self as __rt::Declared>::TYPE);
        }
    }
}

/// A constant table as a reference: to one `static` for the whole program, where no generics speak against that.
pub(super) fn table(kind: &TokenStream, table: &TokenStream, generics: &Generics) -> TokenStream {
    match generics.params.is_empty() {
        true => quote!({
            static __TABLE: #kind = #table;
            &__TABLE
        }),
        false => quote!(&#table),
    }
}

/// What `Described` wants of a type with a descriptor.
pub(super) fn described(blank: TokenStream, own_tag: Option<TokenStream>) -> TokenStream {
    let own_tag = own_tag.map(|own_tag| {
        quote!(
            const OWN_TAG: __rt::OwnTag = __rt::OwnTag::#own_tag;
        )
    });
    quote! {
        const SHAPE: __rt::Shape = __rt::Shape::Named(__rt::descriptor::<Self>);
        #own_tag
        #[inline]
        fn blank() -> Self {
            #blank
        }
    }
}

fn object_type(object: &Object<'_>) -> TokenStream {
    let name = object.header.ident.unraw().to_string();
    let docs = &object.header.docs;
    let mut numbers = 0..;
    let members: Vec<_> = object
        .members
        .iter()
        .map(|one| member(one, &mut numbers))
        .collect();
    let tag = object.tag.as_ref().map(tag);
    let extra = object.extra.map(|_| quote!(.keeps_extra()));
    let lifecycle = object.lifecycle.as_ref().map(|lifecycle| {
        let member = Literal::usize_unsuffixed(lifecycle.member);
        let statuses = &lifecycle.statuses.ident;
        quote!(.lifecycle(#member, <#statuses as __rt::OpenEnum>::WORDS))
    });
    let shared_status = object.shared_status.as_ref().map(statuses::lifecycle);
    let has_aliases = object.members.iter().any(|one| !one.aliases.is_empty());
    let aliases = has_aliases.then(|| quote!(.has_aliases()));
    let has_null_likes = object.members.iter().any(|one| !one.null_like.is_empty());
    let null_likes = has_null_likes.then(|| quote!(.has_null_likes()));
    let checks = rules::of_object(object, &mut numbers);
    flatten::table(object, &members, |members| {
        quote! {
            __rt::ObjectType::new(#name, #docs, #members)
                #tag #extra #lifecycle #shared_status #aliases #null_likes #checks
        }
    })
}

fn tag(tag: &Tag) -> TokenStream {
    let Tag {
        key,
        word,
        former,
        optional,
    } = tag;
    // The reader compares a tag's key and word in one go, which is only for words that stand as they are.
    let token = match key::is_plain(word) {
        true => key::expand(key),
        false => quote!(__rt::Key::LONG),
    };
    let optional = optional.then(|| quote!(.optional_tag()));
    quote!(.tag(#key, #token, #word, &[#(#former),*]) #optional)
}

fn member(member: &Member<'_>, numbers: &mut Numbers) -> TokenStream {
    let Member {
        ident: _,
        ty,
        nullable,
        wire,
        aliases,
        docs,
        deprecated,
        presence,
        null_like,
        change,
        rules,
        accessor: _,
        foreign,
        owned: _,
    } = member;
    let aliases = match aliases.as_slice() {
        [] => None,
        aliases => Some(quote!(.aliases(&[#(#aliases),*]))),
    };
    let deprecated = deprecated.as_ref().map(|note| quote!(.deprecated(#note)));
    let presence = match presence {
        Presence::Plain => None,
        Presence::Optional { nullable: false } => Some(quote!(.optional())),
        Presence::Optional { nullable: true } => Some(quote!(.optional_or_null())),
        Presence::Default(_) => Some(quote!(.default())),
    };
    let null_like = (!null_like.is_empty()).then(|| {
        let values = null_like.iter().map(literal::expand);
        quote!(.null_like(&[#(#values),*]))
    });
    let change = match change {
        Change::Free => None,
        Change::Immutable => Some(quote!(.immutable())),
        Change::SetOnce => Some(quote!(.set_once())),
    };
    let rules = rules::of_member(rules, numbers);
    // A type that is no member of anything is answered at the field's type.
    let shape = match (foreign, nullable) {
        (None, _) => quote_spanned!(ty.span()=> <#ty as __rt::Described>::SHAPE),
        (Some(_), false) => quote_spanned!(ty.span()=> <#ty as __rt::Serde>::SHAPE),
        (Some(_), true) => quote_spanned!(ty.span()=> <#ty as __rt::Serde>::NULLABLE),
    };
    let key = key::expand(wire);
    quote!(__rt::Member::new(#wire, #key, #docs, #shape) #aliases #deprecated #presence #null_like #change #rules)
}
