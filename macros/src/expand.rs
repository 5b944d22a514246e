//! `Model` to tokens: the list of outputs, and the one block that hides them.
//!
//! Nothing here refuses or decides. Each file writes one thing that the user gets; what would be the
//! same for two users is a function of the runtime, and only called here.

mod accessors;
mod debug;
mod describe;
mod fallback;
mod flatten;
mod generics;
mod id;
mod index;
mod key;
mod lend;
mod literal;
mod mark;
mod open_enum;
mod relations;
mod rules;
mod serde;
mod shown;
mod sound;
mod state;
mod statuses;
mod union;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Path, Type, Visibility};

use crate::model::{Model, Object};

pub(crate) use fallback::fallback;

/// What a declaration makes.
#[derive(Default)]
struct Output {
    /// New named items, beside the user's type.
    visible: Vec<TokenStream>,
    /// Implementations, inside a block where the runtime is called `__rt`.
    hidden: TokenStream,
}

impl Output {
    fn hidden(hidden: TokenStream) -> Self {
        Output {
            hidden,
            ..Output::default()
        }
    }

    fn and(mut self, other: Output) -> Self {
        self.visible.extend(other.visible);
        other.hidden.to_tokens(&mut self.hidden);
        self
    }

    // Expands to:
    // pub struct FineTuningJobId(…);
    // const _: () = { use ::api_object::__private::derive_needs_api_object_0_1_0 as __rt; impl … };
    fn wrapped(self, krate: &Path, allowed: &[Path]) -> TokenStream {
        let Output { visible, hidden } = self;
        let runtime = runtime();
        let allow = (!allowed.is_empty()).then(|| quote!(#[allow(#(#allowed),*)]));
        let hidden = quote! {
            #[doc(hidden)]
            const _: () = {
                use #krate::__private::#runtime as __rt;
                #hidden
            };
        };
        let items = visible.into_iter().chain([hidden]);
        items.flat_map(|item| quote!(#allow #item)).collect()
    }
}

/// What the runtime calls itself to a derive of this version. A runtime of another version has no such name, which is
/// then the only error: what is imported in vain silences what would be said of all that hangs on it.
fn runtime() -> Ident {
    let version = env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_");
    format_ident!("derive_needs_api_object_{version}")
}

/// Where a mistake in what the user wrote is shown. Names are looked up as everywhere else in the expansion: what a
/// `macro_rules!` macro was given has a `self` of another scope.
fn blamed(written: &impl Spanned) -> Span {
    Span::call_site().located_at(written.span())
}

/// A name that the user wrote, where something is made that has it: of what a macro makes, compilers say less.
fn made_of(written: &Ident) -> Ident {
    let mut name = written.clone();
    name.set_span(blamed(written));
    name
}

/// The same of how visible it is. A path may begin with the name of another crate, and stays as it is.
fn seen_as(vis: &Visibility, at: Span) -> TokenStream {
    let made = |tokens: TokenStream| {
        let tokens = tokens.into_iter().map(|mut token| {
            token.set_span(at);
            token
        });
        tokens.collect()
    };
    match vis {
        Visibility::Restricted(within) if within.in_token.is_some() => vis.to_token_stream(),
        _ => made(vis.to_token_stream()),
    }
}

/// What a type is asked as one that is described, where a mistake in it is the type's alone. Only the trait's path is a macro's,
/// or the user would be told to shorten it.
// Expands to:
// <Job as __rt::Described>::SHAPE
fn of_type(ty: &Type, asked: &str) -> TokenStream {
    let described = quote!(__rt::Described);
    let asked = Ident::new(asked, ty.span());
    quote_spanned!(ty.span()=> <#ty as #described>::#asked)
}

/// `allowed` are lints.
pub(crate) fn expand(model: &Model<'_>, allowed: &[Path]) -> TokenStream {
    let (output, krate) = match model {
        Model::Object(object) => (expand_object(object), &object.header.krate),
        Model::OpenEnum(words) => (open_enum::expand(words), &words.krate),
        Model::Union(union) => (union::expand(union), &union.header.krate),
        Model::Id(id) => (id::expand(id), &id.krate),
    };
    output.wrapped(krate, allowed)
}

fn expand_object(object: &Object<'_>) -> Output {
    let mut output = id::made(object);
    if let Some(lifecycle) = &object.lifecycle {
        output = output.and(open_enum::expand(&lifecycle.statuses));
    }
    if let Some(view) = object.view() {
        output = output.and(state::expand(object, view));
    }
    output
        .and(Output::hidden(describe::expand(object)))
        .and(Output::hidden(lend::expand(object)))
        .and(Output::hidden(serde::expand(&object.header)))
        .and(Output::hidden(
            debug::expand(&object.header).unwrap_or_default(),
        ))
        .and(Output::hidden(accessors::expand(object)))
}
