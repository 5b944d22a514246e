//! The typed view of an object in its status: `FineTuningJobState`, and the method that makes it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Lifetime;
use syn::ext::IdentExt;

use super::{Output, accessors};
use crate::model::{Lifecycle, Object, Returns, View, ViewField, ViewVariant};

/// A generic object has no view: its type parameters need not occur in any of the fields shown.
pub(super) fn expand(object: &Object<'_>, lifecycle: &Lifecycle<'_>) -> Output {
    with(unwrapping, showing, object, lifecycle)
}

/// For fields that may not be what the view shows.
pub(super) fn inert(object: &Object<'_>, lifecycle: &Lifecycle<'_>) -> Output {
    with(
        |_, _, _| quote!(loop {}),
        |_, _| quote!(loop {}),
        object,
        lifecycle,
    )
}

fn with(
    body: fn(&Object<'_>, &Lifecycle<'_>, &View<'_>) -> TokenStream,
    show: fn(&Lifecycle<'_>, &View<'_>) -> TokenStream,
    object: &Object<'_>,
    lifecycle: &Lifecycle<'_>,
) -> Output {
    match &lifecycle.view {
        Some(view) if object.header.generics.params.is_empty() => Output {
            visible: view_enum(object, lifecycle, view),
            hidden: [
                method(object, view, body(object, lifecycle, view)),
                debug(view, show(lifecycle, view)),
            ]
            .into_iter()
            .collect(),
        },
        _ => Output::default(),
    }
}

// Expands to:
// pub enum FineTuningJobState<'a> { Succeeded { fine_tuned_model: &'a str, … }, …, Unknown(&'a UnknownValue) }
fn view_enum(object: &Object<'_>, lifecycle: &Lifecycle<'_>, view: &View<'_>) -> TokenStream {
    let (krate, vis, name) = (&object.header.krate, object.header.vis, &view.ident);
    let docs = format!(
        "A [`{}`] in its status, with the members that are set there.",
        object.header.ident.unraw()
    );
    let rt = quote!(#krate::__private);
    let variants = view.variants.iter().map(|one| variant(one, &rt));
    let unknown = &lifecycle.statuses.unknown;
    quote! {
        #[doc = #docs]
        #[derive(#rt::Clone, #rt::Copy)]
        #[allow(dead_code)]
        #[non_exhaustive]
        #vis enum #name<'a> {
            #(#variants,)*
            /// A status that these types do not know.
            #unknown(&'a #krate::UnknownValue),
        }
    }
}

fn variant(variant: &ViewVariant<'_>, rt: &TokenStream) -> TokenStream {
    let (ident, docs) = (&variant.ident, &variant.docs);
    let lifetime = Lifetime::new("'a", ident.span());
    let fields = variant.set.iter().map(|field| {
        let (name, docs) = (field.ident, &field.docs);
        let ty = accessors::return_type(&field.returns, rt, Some(&lifetime));
        quote!(#[doc = #docs] #name: #ty)
    });
    match variant.set.is_empty() {
        true => quote!(#[doc = #docs] #ident),
        false => quote!(#[doc = #docs] #ident { #(#fields),* }),
    }
}

// Expands to:
// pub fn state(&self) -> Result<FineTuningJobState<'_>, Report> { … }
fn method(object: &Object<'_>, view: &View<'_>, body: TokenStream) -> TokenStream {
    let (ident, vis) = (object.header.ident, object.header.vis);
    let (name, method) = (&view.ident, &view.method);
    quote! {
        impl #ident {
            /// The object in its status, with the members that are set there unwrapped.
            ///
            /// # Errors
            ///
            /// The report of what contradicts the status, where a member does.
            #vis fn #method(&self) -> __rt::Result<#name<'_>, __rt::Report> {
                #body
            }
        }
    }
}

// Expands to:
// match (&self.status, &self.error, …) {
//     (FineTuningJobStatus::Failed, Some(error), …) => Ok(FineTuningJobState::Failed { error }), …
//     _ => Err(__rt::contradictions(self)),
// }
fn unwrapping(object: &Object<'_>, lifecycle: &Lifecycle<'_>, view: &View<'_>) -> TokenStream {
    let name = &view.ident;
    let statuses = &lifecycle.statuses.ident;
    let unknown = &lifecycle.statuses.unknown;
    let status = object
        .members
        .get(lifecycle.member)
        .map(|member| member.ident);
    let fields = presence_fields(object, view);
    let arms = view.variants.iter().map(|variant| {
        let patterns = fields.iter().map(|field| pattern(variant, field));
        let status = &variant.ident;
        let set = variant.set.iter().map(unwrapped);
        let made = match variant.set.is_empty() {
            true => quote!(#name::#status),
            false => quote!(#name::#status { #(#set),* }),
        };
        quote!((#statuses::#status, #(#patterns),*) => __rt::Ok(#made),)
    });
    let rest = fields.iter().map(|_| quote!(_));
    quote! {
        match (&self.#status, #(&self.#fields),*) {
            #(#arms)*
            (#statuses::#unknown(word), #(#rest),*) => __rt::Ok(#name::#unknown(word)),
            #[allow(unreachable_patterns)]
            _ => __rt::Err(__rt::contradictions(self)),
        }
    }
}

/// Written out, since a derive would ask the fields for `Debug`, and they need not have it.
fn debug(view: &View<'_>, body: TokenStream) -> TokenStream {
    let name = &view.ident;
    quote! {
        impl __rt::Debug for #name<'_> {
            fn fmt(&self, f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                #body
            }
        }
    }
}

// Expands to:
// let mut __show = |name, fields| __rt::debug_view(f, name, fields);
// match self { Self::Succeeded { fine_tuned_model, … } => __show("Succeeded", &[("fine_tuned_model", fine_tuned_model), …]), … }
fn showing(lifecycle: &Lifecycle<'_>, view: &View<'_>) -> TokenStream {
    let unknown = &lifecycle.statuses.unknown;
    let arms = view.variants.iter().map(|variant| {
        let ident = &variant.ident;
        let (name, set) = (ident.unraw().to_string(), &variant.set);
        let fields = set.iter().map(|field| field.ident);
        let pattern = match set.is_empty() {
            true => quote!(Self::#ident),
            false => quote!(Self::#ident { #(#fields),* }),
        };
        let fields = set.iter().map(|field| {
            // A reference to a value shows the value.
            let lent = match field.returns {
                Returns::Boxed(_) | Returns::Ref(_) => Some(quote!(*)),
                _ => None,
            };
            let (field, name) = (field.ident, field.ident.unraw().to_string());
            quote!((#name, #lent #field))
        });
        quote!(#pattern => __show(#name, &[#(#fields),*]),)
    });
    let name = unknown.unraw().to_string();
    // Patterns bind the fields' names, so the closure has one that no field has.
    quote! {
        let mut __show = |name: &_, fields: &[(&_, &dyn __rt::ViewField)]| __rt::debug_view(f, name, fields);
        match self {
            #(#arms)*
            Self::#unknown(word) => f.debug_tuple(#name).field(word).finish(),
        }
    }
}

/// The members whose presence any status fixes, in declaration order.
fn presence_fields<'a>(object: &'a Object<'_>, view: &View<'_>) -> Vec<&'a Ident> {
    let is_fixed = |field: &Ident| {
        view.variants.iter().any(|variant| {
            variant.null.contains(&field) || variant.set.iter().any(|set| set.ident == field)
        })
    };
    let fields = object.members.iter().map(|member| member.ident);
    fields.filter(|field| is_fixed(field)).collect()
}

fn pattern(variant: &ViewVariant<'_>, field: &Ident) -> TokenStream {
    if variant.set.iter().any(|set| set.ident == field) {
        quote!(__rt::Some(#field))
    } else if variant.null.contains(&field) {
        quote!(__rt::None)
    } else {
        quote!(_)
    }
}

/// A field of the view, from the reference that the pattern bound.
fn unwrapped(field: &ViewField<'_>) -> TokenStream {
    let name = field.ident;
    match field.returns {
        Returns::Copy(_) => quote!(#name: *#name),
        _ => quote!(#name),
    }
}
