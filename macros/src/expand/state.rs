//! The typed view of an object in its status: `FineTuningJobState`, and the method that makes it.

mod listed;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Lifetime;
use syn::ext::IdentExt;

use super::{Output, accessors, blamed, made_of, seen_as, shown};
use crate::model::{Object, Returns, Seen, View, ViewField, ViewVariant};

pub(super) fn expand(object: &Object<'_>, view: &View<'_>) -> Output {
    with(object, view, unwrapping(object, view), showing(view))
}

/// For fields that may not be what the view shows.
pub(super) fn inert(object: &Object<'_>, view: &View<'_>) -> Output {
    with(object, view, quote!(loop {}), quote!(loop {}))
}

fn with(object: &Object<'_>, view: &View<'_>, body: TokenStream, show: TokenStream) -> Output {
    let (method, debug) = (method(object, view, body), debug(view, show));
    Output {
        visible: vec![view_enum(object, view)],
        hidden: quote!(#method #debug),
    }
}

// Expands to:
// pub enum FineTuningJobState<'a> { Succeeded { fine_tuned_model: &'a str, … }, …, Unknown(&'a UnknownValue) }
fn view_enum(object: &Object<'_>, view: &View<'_>) -> TokenStream {
    // A name that is there already is answered where the object has its own.
    let at = blamed(object.header.ident);
    let (krate, vis) = (&object.header.krate, seen_as(object.header.vis, at));
    let name = made_of(&view.ident);
    let docs = format!(
        "A [`{}`] in its status, with the members that are set there.",
        object.header.ident.unraw()
    );
    let rt = quote!(#krate::__private);
    let variants = view.variants.iter().map(|one| variant(one, &rt));
    let unknown = &view.unknown;
    let without = view.without.as_ref().map(|without| {
        quote! {
            /// The object came without a status, or with one that is none.
            #without,
        }
    });
    let lifecycle = object.lifecycle.as_ref();
    let presence = lifecycle.and_then(|lifecycle| shown::presence(object, lifecycle));
    let presence = presence.map(|table| quote!(#[doc = #table]));
    let body = quote! {
        #(#variants,)*
        #without
        /// A status that these types do not know.
        #unknown(&'a #krate::UnknownValue),
    };
    let item = quote_spanned!(at=> #vis enum #name<'a> { #body });
    // What fewer see may be a field of the object, which is as visible as the view; of a span of ours, nothing is said of that.
    quote! {
        #[doc = #docs]
        #presence
        #[derive(#rt::Clone, #rt::Copy)]
        #[non_exhaustive]
        #item
    }
}

fn variant(variant: &ViewVariant<'_>, rt: &TokenStream) -> TokenStream {
    let (ident, docs) = (&variant.ident, &variant.docs);
    let lifetime = Lifetime::new("'a", ident.span());
    let fields = variant.set.iter().map(|field| {
        let (name, docs) = (made_of(field.ident), &field.docs);
        let ty = accessors::return_type(&field.returns, rt, Some(&lifetime), name.span());
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
    let ident = object.header.ident;
    let at = blamed(ident);
    let vis = seen_as(object.header.vis, at);
    let (name, method) = (&view.ident, made_of(&view.method));
    let head = quote_spanned!(at=> #vis fn #method(&self) -> __rt::Result<#name<'_>, __rt::Report>);
    quote! {
        impl #ident {
            /// The object in its status, with the members that are set there unwrapped.
            ///
            /// # Errors
            ///
            /// The report of what contradicts the status, where a member does.
            #head {
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
fn unwrapping(object: &Object<'_>, view: &View<'_>) -> TokenStream {
    let name = &view.ident;
    let unknown = &view.unknown;
    let fields = presence_fields(object, view);
    let Matched {
        before,
        status,
        patterns: statuses,
        unlisted,
        is_sure,
    } = matched(view);
    let sent = |status: TokenStream| match view.optional {
        true => quote!(__rt::Some(#status)),
        false => status,
    };
    let arms = view.variants.iter().zip(statuses).map(|(variant, known)| {
        let patterns = fields.iter().map(|field| pattern(variant, field));
        let status = &variant.ident;
        let set = variant.set.iter().map(unwrapped);
        let made = match variant.set.is_empty() {
            true => quote!(#name::#status),
            false => quote!(#name::#status { #(#set),* }),
        };
        let known = sent(known);
        quote!((#known, #(#patterns),*) => __rt::Ok(#made),)
    });
    let rest: Vec<_> = fields.iter().map(|_| quote!(_)).collect();
    let unlisted = sent(unlisted);
    let without = view
        .without
        .as_ref()
        .map(|without| quote!((__rt::None, #(#rest),*) => __rt::Ok(#name::#without),));
    let is_sure = is_sure && fields.is_empty();
    let contradictions = (!is_sure).then(|| quote!(_ => __rt::Err(__rt::contradictions(self)),));
    let unsent = unsent(object, view);
    quote! {
        #before
        #unsent
        match (#status, #(&self.#fields),*) {
            #(#arms)*
            (#unlisted, #(#rest),*) => __rt::Ok(#name::#unknown(__word)),
            #without
            #contradictions
        }
    }
}

// Expands to:
// if !__rt::status_stands(self) { return Err(__rt::contradictions(self)); }
/// What an object answers in which another status stands for one that did not come, or does not fit.
fn unsent(object: &Object<'_>, view: &View<'_>) -> Option<TokenStream> {
    let name = &view.ident;
    let answer = match &view.without {
        Some(without) => quote!(__rt::Ok(#name::#without)),
        None => quote!(__rt::Err(__rt::contradictions(self))),
    };
    // Without `extra` nothing remembers what came.
    let is_remembered = view.may_stand_in && object.extra.is_some();
    is_remembered.then(|| {
        quote! {
            if !__rt::status_stands(self) {
                return #answer;
            }
        }
    })
}

/// The status, as an object in it is told from others.
struct Matched {
    /// What stands before it.
    before: TokenStream,
    status: TokenStream,
    /// One for each variant of the view.
    patterns: Vec<TokenStream>,
    /// The pattern of all others, which binds `__word`.
    unlisted: TokenStream,
    /// Whether the compiler knows that there are no more.
    is_sure: bool,
}

fn matched(view: &View<'_>) -> Matched {
    match &view.statuses {
        Seen::Own(statuses) => {
            let (field, unknown) = (view.field, &view.unknown);
            let known = view.variants.iter().map(|variant| &variant.status);
            Matched {
                before: TokenStream::new(),
                status: quote!(&self.#field),
                patterns: known.map(|status| quote!(#statuses::#status)).collect(),
                unlisted: quote!(#statuses::#unknown(__word)),
                is_sure: true,
            }
        }
        Seen::Listed {
            ty,
            at,
            tells_ended,
        } => listed::matched(view, ty, *at, *tells_ended),
    }
}

/// Written out, since a derive would ask the fields for `Debug`, and they need not have it.
fn debug(view: &View<'_>, body: TokenStream) -> TokenStream {
    let name = &view.ident;
    quote! {
        impl __rt::Debug for #name<'_> {
            fn fmt(&self, __f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                #body
            }
        }
    }
}

// Expands to:
// let mut _show = |__name, __fields| __rt::debug_view(__f, __name, __fields);
// match self { Self::Failed { error: __error } => _show("Failed", &[("error", __error)]), … }
fn showing(view: &View<'_>) -> TokenStream {
    let unknown = &view.unknown;
    let arms = view.variants.iter().map(|variant| {
        let (ident, set) = (&variant.ident, &variant.set);
        let name = ident.unraw().to_string();
        let (patterns, fields): (Vec<_>, Vec<_>) = set.iter().map(shown).unzip();
        let pattern = match set.is_empty() {
            true => quote!(Self::#ident),
            false => quote!(Self::#ident { #(#patterns),* }),
        };
        quote!(#pattern => _show(#name, &[#(#fields),*]),)
    });
    let name = unknown.unraw().to_string();
    let without = view.without.as_ref().map(|without| {
        let name = without.to_string();
        quote!(Self::#without => _show(#name, &[]),)
    });
    // What the patterns bind begins with two underscores, and does not hide the closure.
    quote! {
        let mut _show = |__name: &_, __fields: &[(&_, &dyn __rt::ViewField)]| __rt::debug_view(__f, __name, __fields);
        match self {
            #(#arms)*
            #without
            Self::#unknown(__word) => __f.debug_tuple(#name).field(__word).finish(),
        }
    }
}

/// A field of the view: its pattern, and its name with its value.
fn shown(field: &ViewField<'_>) -> (TokenStream, TokenStream) {
    let (ident, bound) = (field.ident, bound(field.ident));
    let name = ident.unraw().to_string();
    // A reference to a value shows the value.
    let lent = match field.returns {
        Returns::Boxed(_) | Returns::Ref(_) => Some(quote!(*)),
        _ => None,
    };
    let value = match field.foreign {
        false => quote!(#lent #bound),
        true => foreign(field, &bound),
    };
    // Of a type that no member may have, it is not said again that it cannot be shown.
    let is_surely_shown = field.sure && !field.foreign;
    let value = match is_surely_shown {
        true => value,
        false => quote!(#value as &__rt::Shown<'_, __Sound>),
    };
    (quote!(#ident: #bound), quote!((#name, #value)))
}

/// A field whose type only serde knows, as it shows itself.
fn foreign(field: &ViewField<'_>, bound: &Ident) -> TokenStream {
    match field.returns {
        Returns::Copy(_) => quote!(&__rt::ForeignView(#bound)),
        _ => quote!(&__rt::ForeignView(*#bound)),
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
        let bound = bound(field);
        quote!(__rt::Some(#bound))
    } else if variant.null.contains(&field) {
        quote!(__rt::None)
    } else {
        quote!(_)
    }
}

/// A field of the view, from the reference that the pattern bound.
fn unwrapped(field: &ViewField<'_>) -> TokenStream {
    let (name, bound) = (field.ident, bound(field.ident));
    match field.returns {
        Returns::Copy(_) => quote!(#name: *#bound),
        _ => quote!(#name: #bound),
    }
}

/// The name that a pattern binds a member to: one that no constant of the user's has.
fn bound(field: &Ident) -> Ident {
    format_ident!("__{}", field.unraw())
}
