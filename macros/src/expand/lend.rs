//! What an object lends: its members, for showing and for filling.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{blamed, generics, rules};
use crate::model::{Object, Presence};

pub(super) fn expand(object: &Object<'_>) -> TokenStream {
    let show = show(object);
    let fill = fill(object);
    quote!(#show #fill)
}

// Expands to:
// impl __rt::Node for T { fn view(&self) -> View<'_> { View::Object(self) } }
// impl __rt::Object for T { fn lend(&self, f: …) { f(Lent { object: Self::TYPE, extra: …, fields: &[&self.id, …] }) } }
fn show(object: &Object<'_>) -> TokenStream {
    let ident = object.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(object.header.generics);
    let extra = match object.extra {
        Some(extra) => quote!(__rt::Some(&self.#extra)),
        None => quote!(__rt::None),
    };
    let fields = object.members.iter().map(|member| {
        let field = member.ident;
        quote_spanned!(blamed(member.ty)=> &self.#field)
    });
    let custom = rules::custom(object);
    let blank = has_defaults(object).then(|| {
        quote! {
            fn lend_blank(&self, f: &mut dyn __rt::FnMut(__rt::Lent<'_>)) {
                __rt::Object::lend(&<Self as __rt::Fill>::blank(), f)
            }
        }
    });
    quote! {
        impl #params __rt::Node for #ident #args #clause {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Object(self)
            }
        }
        impl #params __rt::Object for #ident #args #clause {
            fn lend(&self, f: &mut dyn __rt::FnMut(__rt::Lent<'_>)) {
                f(__rt::Lent {
                    object: <Self as __rt::Declared>::TYPE,
                    extra: #extra,
                    fields: &[#(#fields),*],
                })
            }
            #blank
            #custom
        }
    }
}

fn has_defaults(object: &Object<'_>) -> bool {
    let is_default = |presence: &Presence| matches!(presence, Presence::Default(_));
    object
        .members
        .iter()
        .any(|member| is_default(&member.presence))
}

// Expands to:
// impl<'de> __rt::ObjectMut<'de> for T { fn lend_mut(&mut self, f: …) { f(LentMut { …, fields: &mut [&mut self.id, …] }) } }
// impl<'de> __rt::Fill<'de> for T { fn blank() -> Self { T { id: Fill::blank(), … } } … }
fn fill(object: &Object<'_>) -> TokenStream {
    let ident = object.header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::filling(object.header.generics);
    let extra = match object.extra {
        Some(extra) => quote!(__rt::Some(&mut self.#extra)),
        None => quote!(__rt::None),
    };
    let fields = object.members.iter().map(|member| {
        let field = member.ident;
        quote_spanned!(blamed(member.ty)=> &mut self.#field)
    });
    let blanks = object.members.iter().map(|member| {
        let field = member.ident;
        match &member.presence {
            Presence::Default(Some(value)) => quote!(#field: #value),
            Presence::Default(None) => {
                quote_spanned!(blamed(member.ty)=> #field: __rt::Default::default())
            }
            _ => quote_spanned!(blamed(member.ty)=> #field: __rt::Fill::blank()),
        }
    });
    let blank_extra = object.extra.map(|extra| quote!(#extra: __rt::Extra::new()));
    let blanks = blanks.chain(blank_extra);
    quote! {
        impl #params __rt::ObjectMut<'__de> for #ident #args #clause {
            fn lend_mut(&mut self, f: &mut dyn __rt::FnMut(__rt::LentMut<'_, '__de>)) {
                f(__rt::LentMut {
                    object: <Self as __rt::Declared>::TYPE,
                    extra: #extra,
                    fields: &mut [#(#fields),*],
                })
            }
        }
        impl #params __rt::Fill<'__de> for #ident #args #clause {
            fn blank() -> Self {
                Self { #(#blanks),* }
            }
            fn open(&mut self) -> __rt::Opened<'_, '__de> {
                __rt::Opened::Object(self)
            }
            fn close(&mut self) {
                *self = <Self as __rt::Fill>::blank();
            }
        }
    }
}
