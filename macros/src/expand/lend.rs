//! What an object lends: its members, for showing and for filling.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::{blamed, describe, flatten, generics, literal, rules, sound};
use crate::model::{Foreign, Member, Object, Presence};

/// How the object's own code names its table.
pub(super) fn table(object: &Object<'_>) -> TokenStream {
    describe::own_table(&object.header, &quote!(__rt::Declared))
}

pub(super) fn expand(object: &Object<'_>) -> TokenStream {
    let show = show(object);
    let fill = fill(object);
    quote!(#show #fill)
}

// Expands to:
// impl __rt::Node for T { fn view(&self) -> View<'_> { View::Object(self) } }
// impl __rt::Object for T { fn lend(self: &__Sound, f: …) { __rt::lend_members(&__TABLE, …, &[&self.id, …], f) } }
fn show(object: &Object<'_>) -> TokenStream {
    let ident = object.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(&object.header);
    let extra = match object.extra {
        Some(extra) => quote!(__rt::Some(&self.#extra)),
        None => quote!(__rt::None),
    };
    let fields = object.members.iter().map(|member| {
        let field = member.ident;
        match member.foreign {
            None => quote_spanned!(member.at=> &self.#field),
            Some(Foreign::Value(_)) => {
                quote_spanned!(member.at=> &__rt::Foreign::new(&self.#field))
            }
            Some(Foreign::InNullable(_)) => {
                quote_spanned!(member.at=> &__rt::Foreign::nullable(&self.#field))
            }
        }
    });
    let table = table(object);
    let receiver = sound::receiver(&object.header);
    let lent = match object.parts.is_empty() {
        true => quote!(__rt::lend_members(#table, #extra, &[#(#fields),*], __f)),
        false => flatten::lend(object, &extra, &fields.collect::<Vec<_>>()),
    };
    let (special, is_special) = special(object);
    quote! {
        impl #params __rt::Node for #ident #args #clause {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Object(self)
            }
        }
        impl #params __rt::Object for #ident #args #clause {
            fn lend(#receiver, __f: &mut dyn __rt::Borrower) {
                #lent
            }
            #is_special
        }
        #special
    }
}

// Expands to:
// impl __rt::Special for T { fn custom(…) … }, and fn special(&self) -> Option<&dyn Special> { Some(self) }; or to nothing
/// What few objects have, and how such an object says that it has it.
fn special(object: &Object<'_>) -> (Option<TokenStream>, Option<TokenStream>) {
    let custom = rules::custom(object);
    let part = flatten::part(object);
    let blank = may_have_defaults(object).then(|| {
        quote! {
            fn lend_blank(&self, __f: &mut dyn __rt::Borrower) {
                __rt::Object::lend(&<Self as __rt::Described>::blank(), __f)
            }
        }
    });
    if custom.is_none() && part.is_none() && blank.is_none() {
        return (None, None);
    }
    let ident = object.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(&object.header);
    let special = quote! {
        impl #params __rt::Special for #ident #args #clause {
            #part
            #blank
            #custom
        }
    };
    let is_special = quote! {
        fn special(&self) -> __rt::Option<&dyn __rt::Special> {
            __rt::Some(self)
        }
    };
    (Some(special), Some(is_special))
}

/// Whether a member has a default. Of the members of objects that are flattened nobody here knows.
fn may_have_defaults(object: &Object<'_>) -> bool {
    object.members.iter().any(is_default) || !object.parts.is_empty()
}

fn is_default(member: &Member<'_>) -> bool {
    matches!(member.presence, Presence::Default(_))
}

// Expands to:
// impl<'de> __rt::ObjectMut<'de> for T { fn lend_mut(self: &mut __Sound, f: …) { __rt::lend_members_mut(&__TABLE, …, &mut [&mut self.id, …], f) } }
// impl<'de> __rt::Fill<'de> for T { fn slot(&mut self, _: Kind) -> Slot<'_, 'de> { Slot::Object(self) } }
fn fill(object: &Object<'_>) -> TokenStream {
    let ident = object.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::filling(&object.header);
    let extra = match object.extra {
        Some(extra) => quote!(__rt::Some(&mut self.#extra)),
        None => quote!(__rt::None),
    };
    let fields = object.members.iter().map(|member| {
        let field = member.ident;
        match &member.foreign {
            None if member.owned => {
                quote_spanned!(member.at=> &mut __rt::OwnedMut::new(&mut self.#field))
            }
            None => quote_spanned!(member.at=> &mut self.#field),
            Some(Foreign::Value(Some(blank))) => {
                let blank = literal::expression(blank);
                quote!(&mut __rt::ForeignMut::new(&mut self.#field, || #blank))
            }
            Some(Foreign::Value(None)) => quote_spanned!(member.at=>
                &mut __rt::ForeignMut::new(&mut self.#field, __rt::Blank::blank)),
            Some(Foreign::InNullable(_)) => quote_spanned!(member.at=>
                &mut __rt::ForeignMut::nullable(&mut self.#field)),
        }
    });
    let table = table(object);
    let receiver = sound::receiver_mut(&object.header);
    let lent = match object.parts.is_empty() {
        true => quote!(__rt::lend_members_mut(#table, #extra, &mut [#(#fields),*], __f)),
        false => flatten::lend_mut(object, &extra, &fields.collect::<Vec<_>>()),
    };
    let restore = may_have_defaults(object).then(|| restore(object));
    quote! {
        impl #params __rt::ObjectMut<'__de> for #ident #args #clause {
            fn lend_mut(#receiver, __f: &mut dyn __rt::BorrowerMut<'__de>) {
                #lent
            }
            #restore
        }
        impl #params __rt::Fill<'__de> for #ident #args #clause {
            fn slot(&mut self, _: __rt::Kind) -> __rt::Slot<'_, '__de> {
                __rt::Slot::Object(self)
            }
        }
    }
}

// Expands to:
// __Sound { id: Described::blank(), …, extra: Extra::new() }
pub(super) fn blank(object: &Object<'_>) -> TokenStream {
    let blanks = object.members.iter().map(|member| {
        let field = member.ident;
        match (&member.presence, &member.foreign) {
            (Presence::Default(Some(value)), _) => {
                let value = literal::expression(value);
                quote!(#field: #value)
            }
            (_, Some(Foreign::Value(Some(value)))) => {
                let value = literal::expression(value);
                quote!(#field: #value)
            }
            (Presence::Default(None), _) => {
                quote_spanned!(member.at=> #field: __rt::Default::default())
            }
            (_, Some(_)) => quote_spanned!(member.at=> #field: __rt::Blank::blank()),
            (_, None) => quote_spanned!(member.at=> #field: __rt::Described::blank()),
        }
    });
    let extra = object.extra.map(|extra| quote!(#extra: __rt::Extra::new()));
    let phantoms = object.phantoms.iter();
    let phantoms = phantoms.map(|field| quote!(#field: __rt::PhantomData));
    let parts = object.parts.iter().map(|part| {
        let field = part.ident;
        quote_spanned!(blamed(part.ty)=> #field: __rt::Described::blank())
    });
    let blanks = blanks.chain(parts).chain(phantoms).chain(extra);
    let sound = sound::path(&object.header);
    quote!(#sound { #(#blanks),* })
}

// Expands to:
// fn restore(self: &mut __Sound, member: usize) { let mut blank = Self::blank(); match member { 3 => swap(&mut self.tags, &mut blank.tags), … } }
fn restore(object: &Object<'_>) -> TokenStream {
    let members = object
        .members
        .iter()
        .zip((0..).map(Literal::usize_unsuffixed));
    let arms = members
        .filter(|(member, _)| is_default(member))
        .map(|(member, place)| {
            let field = member.ident;
            quote!(#place => __rt::swap(&mut self.#field, &mut __blank.#field),)
        });
    let rest = flatten::restore(object);
    let receiver = sound::receiver_mut(&object.header);
    quote! {
        fn restore(#receiver, __member: __rt::usize) {
            let mut __blank = <Self as __rt::Described>::blank();
            match __member {
                #(#arms)*
                #rest
            }
        }
    }
}
