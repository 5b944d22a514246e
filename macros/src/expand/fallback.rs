//! What a declaration with mistakes makes, so that one mistake is one error: every name that the rest of the
//! crate may use, over bodies that do nothing. None of them ever runs, since the crate does not compile.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::{Output, accessors, debug, describe, generics, id, open_enum, serde, state};
use crate::model::{Header, IdValue, Model, NoValue, Object};

/// `salvaged` is what could be made of the declaration. Only its names and types count, each of which is there once.
pub(crate) fn fallback(
    header: Header<'_>,
    salvaged: Option<Model<'_>>,
    allowed: &[Path],
) -> TokenStream {
    let is_generic = !header.generics.params.is_empty();
    let output = match salvaged {
        // Of a type without values each implementation would be told that it has none.
        Some(Model::Object(object)) => match object.no_value {
            Some(NoValue::Endless) => made(&object),
            Some(NoValue::Unsized) => names(&object),
            None => names(&object)
                .and(Output::hidden(traits(&header)))
                .and(Output::hidden(members(&header))),
        },
        Some(Model::Union(union)) if union.endless => Output::default(),
        Some(Model::OpenEnum(words)) if !is_generic => open_enum::inert(&words),
        Some(Model::Id(id)) if has_just(&header, &id.value) => id::inert(&id),
        _ => Output::hidden(traits(&header)),
    };
    output.wrapped(&header.krate, allowed)
}

/// Whether the generics of an id are those that its value has.
fn has_just(header: &Header<'_>, value: &IdValue) -> bool {
    header.generics.params.len() == usize::from(value.lifetime().is_some())
}

/// What an object makes beside its traits.
fn names(object: &Object<'_>) -> Output {
    Output::hidden(accessors::expand(object)).and(made(object))
}

/// The items that an object makes.
fn made(object: &Object<'_>) -> Output {
    let mut output = id::made(object);
    if let Some(lifecycle) = &object.lifecycle {
        output = output.and(open_enum::inert(&lifecycle.statuses));
    }
    if let Some(view) = object.view() {
        output = output.and(state::inert(object, view));
    }
    output
}

// Expands to:
// impl __rt::Described for T { const DECLARED: Descriptor = …; fn blank() -> Self { loop {} } } impl __rt::ApiObject for T {}
// impl __rt::Node for T { fn view(&self) -> View<'_> { loop {} } } …
fn traits(header: &Header<'_>) -> TokenStream {
    let ident = header.ident;
    let name = ident.to_string();
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(header);
    let fill = generics::filling(header);
    let (fill_params, fill_clause) = (fill.params, fill.clause);
    let (serde, debug) = (serde::expand(header), debug::expand(header));
    let table = quote!(__rt::Descriptor::Object(&__rt::ObjectType::new(#name, "", &[])));
    let described = describe::described(&table, &quote!(loop {}), Some(quote!(Some)));
    quote! {
        impl #params __rt::Described for #ident #args #clause {
            #described
        }
        impl #params __rt::ApiObject for #ident #args #clause {}
        impl #params __rt::Node for #ident #args #clause {
            fn view(&self) -> __rt::View<'_> {
                loop {}
            }
        }
        impl #fill_params __rt::Fill<'__de> for #ident #args #fill_clause {
            fn slot(&mut self, _: __rt::Kind) -> __rt::Slot<'_, '__de> {
                loop {}
            }
        }
        #serde
        #debug
    }
}

/// What whoever flattens an object asks of it.
// Expands to:
// impl __rt::Object for T { fn lend(&self, f: …) { loop {} } } …
fn members(header: &Header<'_>) -> TokenStream {
    let ident = header.ident;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(header);
    let fill = generics::filling(header);
    let (fill_params, fill_clause) = (fill.params, fill.clause);
    quote! {
        impl #params __rt::Object for #ident #args #clause {
            fn lend(&self, __f: &mut dyn __rt::Borrower) {
                loop {}
            }
        }
        impl #fill_params __rt::ObjectMut<'__de> for #ident #args #fill_clause {
            fn lend_mut(&mut self, __f: &mut dyn __rt::BorrowerMut<'__de>) {
                loop {}
            }
        }
    }
}
