//! The descriptor: one constant that holds all that the declaration says.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

use super::rules::{Numbers, Rules};
use super::{flatten, generics, index, key, lend, literal, mark, of_type, rules, sound, statuses};
use crate::model::{Change, Foreign, Header, Member, Object, Presence, Tag};

// Expands to:
// static __TABLE: __rt::ObjectType = __rt::ObjectType::of("T", …, &[__rt::Member { name: "id", … }, …], …);
// impl __rt::Described for T { const DECLARED: Descriptor = Descriptor::Object(&__TABLE); fn blank() -> Self { T { … } } }
// impl __rt::ApiObject for T {}
pub(super) fn expand(object: &Object<'_>) -> TokenStream {
    let table = Table {
        kind: quote!(__rt::ObjectType),
        declared: quote!(__rt::Declared),
        descriptor: quote!(__rt::Descriptor::Object),
        sound: match object.header.generics.params.is_empty() {
            true => Some(quote!(__TABLE.keeps_extra)),
            false => sound::of_shapes(
                &object.header,
                object.members.iter().map(|one| (one.ty, shape(one))),
                flatten::sound(object.parts.iter().map(|part| part.ty)),
            ),
        },
    };
    let described = lend::blank(object);
    let table = table.expand(
        &object.header,
        &object_type(object),
        (&described, holds_always(object)),
        None,
    );
    let shared = object.shared_status.as_ref();
    let statuses = shared.and_then(|status| statuses::alias(&object.header, status));
    quote!(#statuses #table)
}

// Expands to:
// const NO_VALUE_OF_IT_ENDS: () = [<Box<Hen> as __rt::Described>::NO_VALUE_OF_IT_ENDS][0];
/// Where types hold each other in boxes that are always there, the compiler walks in a circle, and says so.
fn holds_always(object: &Object<'_>) -> Option<TokenStream> {
    let mut boxes = object
        .members
        .iter()
        .filter(|member| member.boxed)
        .peekable();
    boxes.peek()?;
    let boxes = boxes.map(|member| of_type(member.ty, "NO_VALUE_OF_IT_ENDS"));
    Some(quote!(const NO_VALUE_OF_IT_ENDS: () = [#(#boxes),*][0];))
}

/// The table of a type, and what hands it out.
pub(super) struct Table {
    /// The table's type.
    pub(super) kind: TokenStream,
    /// The trait that has it as its constant, where there are generics.
    pub(super) declared: TokenStream,
    /// The descriptor that holds it.
    pub(super) descriptor: TokenStream,
    /// What has a value where that of the table has one: any `bool`.
    pub(super) sound: Option<TokenStream>,
}

impl Table {
    /// One `static` for the whole program, where no generics speak against that; else a constant for each use of the type. As a
    /// constant it would be checked sooner, by four parts in a thousand, and stand in a program several times.
    pub(super) fn expand(
        &self,
        header: &Header<'_>,
        table: &TokenStream,
        (blank, ends): (&TokenStream, Option<TokenStream>),
        own_tag: Option<TokenStream>,
    ) -> TokenStream {
        let Table {
            kind,
            declared,
            descriptor,
            sound,
        } = self;
        let ident = header.ident;
        let generics::Parts {
            params,
            args,
            clause,
        } = generics::showing(header);
        let table = match header.generics.params.is_empty() {
            true => quote!(static __TABLE: #kind = #table;),
            false => quote! {
                impl #params #declared for #ident #args #clause {
                    const TYPE: &'static #kind = &#table;
                }
            },
        };
        let sound = sound::expand(header, sound.as_ref());
        let own = own_table(header, declared);
        let descriptor = quote!(#descriptor(#own));
        let described = described(&descriptor, blank, own_tag);
        quote! {
            #table
            #sound
            impl #params __rt::Described for #ident #args #clause {
                #ends
                #described
            }
            impl #params __rt::ApiObject for #ident #args #clause {}
        }
    }
}

/// How a type's own code names its table.
pub(super) fn own_table(header: &Header<'_>, declared: &TokenStream) -> TokenStream {
    match header.generics.params.is_empty() {
        true => quote!(&__TABLE),
        false => quote!(<Self as #declared>::TYPE),
    }
}

/// What `Described` wants of a type with a descriptor. The tags of its values are that descriptor's, or those that are given.
///
/// A blank is compiled once, and not into each list and each `Option` that begins with it: that is 3 % of a program.
pub(super) fn described(
    descriptor: &TokenStream,
    blank: &TokenStream,
    own_tag: Option<TokenStream>,
) -> TokenStream {
    let own_tag = own_tag.map(|own_tag| {
        quote!(
            const OWN_TAG: __rt::OwnTag = __rt::OwnTag::#own_tag;
        )
    });
    quote! {
        const DECLARED: __rt::Descriptor = #descriptor;
        #own_tag
        #[inline(never)]
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
    let tag = option(object.tag.as_ref().map(tag));
    let keeps_extra = object.extra.is_some();
    let lifecycle = object.lifecycle.as_ref().map(|lifecycle| {
        let member = Literal::usize_unsuffixed(lifecycle.member);
        quote!(__rt::Lifecycle { member: #member, statuses: &__WORDS })
    });
    let lifecycle = lifecycle.or_else(|| object.shared_status.as_ref().map(statuses::lifecycle));
    let rules = rules::of_object(object, &mut numbers);
    let rules = (!rules.is_empty()).then(|| quote!(.with_rules(&[#(#rules),*])));
    let index = index(object);
    let mark = mark(object, &name);
    let expects_more = object.expects_more.then(|| quote!(.expects_more()));
    flatten::table(object, &members, |members| {
        let object = quote! {
            __rt::ObjectType::of(#name, #docs, #tag, #members, #keeps_extra, #index, #mark)
            #rules
            #expects_more
        };
        match &lifecycle {
            Some(lifecycle) => quote!(__rt::ObjectType::with_lifecycle(#lifecycle, #object)),
            None => object,
        }
    })
}

/// The mark of an object's type: its places mean the same for as long as its name and members do.
fn mark(object: &Object<'_>, name: &str) -> Literal {
    let parts = object.parts.iter();
    let parts: Vec<String> = parts
        .map(|part| part.ty.to_token_stream().to_string())
        .collect();
    let mut words = vec![name];
    for member in &object.members {
        words.push(&member.wire);
        words.push(match member.presence {
            Presence::Plain if member.nullable => "?",
            Presence::Plain => "",
            Presence::Optional { .. } => "-",
            Presence::Default(_) => "=",
        });
    }
    words.extend(parts.iter().map(String::as_str));
    mark::of(&words)
}

/// The index of an object's members, where all are its own.
fn index(object: &Object<'_>) -> TokenStream {
    let names: Vec<&str> = match object.parts.is_empty() {
        true => object.members.iter().map(|one| &*one.wire).collect(),
        false => Vec::new(),
    };
    index::expand(&names)
}

/// An `Option` of what there is.
fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(__rt::Some(#value)),
        None => quote!(__rt::None),
    }
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
        false => quote!(__rt::NO_TOKEN),
    };
    match (former.as_slice(), optional) {
        ([], false) => quote!(__rt::Tag::new(#key, #word, #token)),
        (former, optional) => quote! {
            __rt::Tag { key: #key, word: #word, former: &[#(#former),*], optional: #optional, token: #token }
        },
    }
}

fn member(member: &Member<'_>, numbers: &mut Numbers) -> TokenStream {
    let Member {
        ident: _,
        ty: _,
        at: _,
        nullable: _,
        boxed: _,
        wire,
        aliases: _,
        docs,
        deprecated: _,
        presence: _,
        null_like: _,
        change: _,
        rules: _,
        accessor: _,
        foreign: _,
        owned: _,
    } = member;
    let terms = terms(member, numbers);
    plain_member(wire, docs, &shape(member), &terms)
}

/// A type that is no member of anything is answered at the field's type.
fn shape(member: &Member<'_>) -> TokenStream {
    let Member { ty, at, .. } = member;
    match (&member.foreign, member.nullable) {
        (None, _) => quote_spanned!(*at=> <#ty as __rt::Described>::SHAPE),
        (Some(Foreign::InNullable(inner)), _) => {
            quote_spanned!(*at=> __rt::Shape::NullOrAbsent(&<#inner as __rt::Serde>::SHAPE))
        }
        (Some(_), false) => quote_spanned!(*at=> <#ty as __rt::Serde>::SHAPE),
        (Some(_), true) => quote_spanned!(*at=> <#ty as __rt::Serde>::NULLABLE),
    }
}

/// A member of a table.
pub(super) fn plain_member(
    name: &str,
    docs: &str,
    shape: &TokenStream,
    terms: &TokenStream,
) -> TokenStream {
    let token = key::expand(name);
    // Not by a function: of what is wrong with its arguments a compiler tells one by one, and of fields it tells each type once.
    quote! {
        __rt::Member {
            name: #name,
            token: #token,
            docs: #docs,
            shape: #shape,
            terms: __rt::Terms::#terms,
        }
    }
}

/// What is said of a member, in the shortest form that has room for it.
fn terms(member: &Member<'_>, numbers: &mut Numbers) -> TokenStream {
    let rules = rules::of_member(&member.rules, numbers);
    let is_plain =
        member.aliases.is_empty() && member.deprecated.is_none() && member.null_like.is_empty();
    let Rules {
        set_in,
        null_in,
        others,
        has_presence,
    } = &rules;
    let given = given(&member.presence);
    let is_plainly_there = matches!(member.presence, Presence::Plain);
    match (is_plain, &member.change, has_presence, others.as_slice()) {
        (true, Change::Free, false, []) if is_plainly_there => quote!(None),
        (true, Change::Free, false, []) => given.into_token_stream(),
        (true, Change::Free, false, others) if !is_plainly_there => {
            quote!(Given(__rt::Given::#given, &[#(#others),*]))
        }
        (true, Change::Immutable, false, []) if is_plainly_there => quote!(Immutable),
        (true, Change::Free, true, []) if is_plainly_there => quote!(Presence(#set_in, #null_in)),
        (true, Change::Free, false, others) => quote!(Rules(&[#(#others),*])),
        _ => full_terms(member, &given, &rules),
    }
}

/// What a member may do instead of being there.
fn given(presence: &Presence) -> Ident {
    let given = match presence {
        Presence::Plain => "Nothing",
        Presence::Optional { nullable: false } => "Optional",
        Presence::Optional { nullable: true } => "OptionalOrNull",
        Presence::Default(_) => "Default",
    };
    Ident::new(given, Span::call_site())
}

/// What is said of a member that may be absent or not and has these former names, and nothing else is said of.
pub(super) fn aliases(aliases: &[String], optional: bool) -> TokenStream {
    let given = given(&match optional {
        true => Presence::Optional { nullable: false },
        false => Presence::Plain,
    });
    match (aliases, optional) {
        ([], false) => quote!(None),
        ([], true) => given.into_token_stream(),
        (aliases, _) => quote! {
            Full(&__rt::FullTerms {
                given: __rt::Given::#given,
                aliases: &[#(#aliases),*],
                deprecated: __rt::None,
                null_like: &[],
                change: __rt::Change::Free,
                set_in: 0,
                null_in: 0,
                rules: &[],
            })
        },
    }
}

fn full_terms(member: &Member<'_>, given: &Ident, rules: &Rules) -> TokenStream {
    let aliases = &member.aliases;
    let deprecated = option(member.deprecated.as_ref().map(|note| quote!(#note)));
    let null_like = member.null_like.iter().map(literal::expand);
    let change = match member.change {
        Change::Free => quote!(Free),
        Change::Immutable => quote!(Immutable),
        Change::SetOnce => quote!(SetOnce),
    };
    let Rules {
        set_in,
        null_in,
        others,
        has_presence: _,
    } = rules;
    quote! {
        Full(&__rt::FullTerms {
            given: __rt::Given::#given,
            aliases: &[#(#aliases),*],
            deprecated: #deprecated,
            null_like: &[#(#null_like),*],
            change: __rt::Change::#change,
            set_in: #set_in,
            null_in: #null_in,
            rules: &[#(#others),*],
        })
    }
}
