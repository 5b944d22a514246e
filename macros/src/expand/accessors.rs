//! Accessors: one method for each field that is not `pub`; and the constant of the tag's word.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Lifetime, Type, Visibility};

use super::{blamed, generics, made_of, seen_as};
use crate::model::{Accessor, Object, Returns};

// Expands to:
// impl T { pub const OBJECT: &'static str = "…"; pub fn id(&self) -> &FineTuningJobId { &self.id } … }
pub(super) fn expand(object: &Object<'_>) -> TokenStream {
    let ident = object.header.ident;
    let vis = object.header.vis;
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::plain(object.header.generics);
    let word = object.tag.as_ref().map(|tag| {
        let word = &tag.word;
        let at = blamed(ident);
        let (constant, vis) = (Ident::new(tag.constant(), at), seen_as(vis, at));
        let docs = format!("The tag's word: `{}` is `{word}`.", tag.key);
        let mut word = Literal::string(word);
        word.set_span(at);
        let constant = quote_spanned!(at=> #vis const #constant: &'static __rt::str = #word;);
        quote! {
            #[doc = #docs]
            #constant
        }
    });
    let members = object.members.iter().filter_map(|member| {
        let docs = match member.docs.as_str() {
            "" => format!("The member `{}`.", member.wire),
            docs => docs.to_owned(),
        };
        let note = member.deprecated.as_ref();
        let deprecated = note.map(|note| quote!(#[deprecated(note = #note)]));
        let accessor = accessor(
            member.accessor.as_ref()?,
            (member.ident, member.at),
            docs,
            vis,
        );
        Some(quote!(#deprecated #accessor))
    });
    let parts = object.parts.iter().filter_map(|part| {
        let docs = match part.docs.as_str() {
            "" => "Members that stand among those of this object.".to_owned(),
            docs => docs.to_owned(),
        };
        Some(accessor(
            part.accessor.as_ref()?,
            (part.ident, blamed(part.ty)),
            docs,
            vis,
        ))
    });
    let accessors: Vec<_> = members.chain(parts).collect();
    if word.is_none() && accessors.is_empty() {
        return TokenStream::new();
    }
    quote! {
        impl #params #ident #args #clause {
            #word
            #(#accessors)*
        }
    }
}

/// `at` is the field's type: where that is not what its name says, as another `String`, it is told so.
fn accessor(
    accessor: &Accessor<'_>,
    (field, at): (&Ident, Span),
    docs: String,
    vis: &Visibility,
) -> TokenStream {
    // A method of that name that is there already is answered where the field has it.
    let name = made_of(&accessor.name);
    let vis = seen_as(vis, name.span());
    let ty = return_type(
        &accessor.returns,
        &quote_spanned!(name.span()=> __rt),
        None,
        name.span(),
    );
    let value = lent(&accessor.returns, quote_spanned!(at=> self.#field), at);
    let head = quote_spanned!(name.span()=> #vis fn #name(&self) -> #ty);
    quote! {
        #[doc = #docs]
        #[inline]
        #head {
            #value
        }
    }
}

/// The type that lends a field, for the lifetime that is given, or for that of `&self`.
pub(super) fn return_type(
    returns: &Returns<'_>,
    rt: &TokenStream,
    lifetime: Option<&Lifetime>,
    at: Span,
) -> TokenStream {
    match returns {
        Returns::Copy(ty) => ty.to_token_stream(),
        Returns::Str => quote_spanned!(at=> &#lifetime #rt::str),
        Returns::OptionStr => quote_spanned!(at=> #rt::Option<&#lifetime #rt::str>),
        Returns::Slice(item) => quote_spanned!(at=> &#lifetime [#item]),
        Returns::OptionSlice(item) => quote_spanned!(at=> #rt::Option<&#lifetime [#item]>),
        Returns::Boxed(ty) | Returns::Ref(ty) => referred(ty, lifetime, at),
        Returns::OptionBoxed(ty) | Returns::OptionRef(ty) => {
            let ty = referred(ty, lifetime, at);
            quote_spanned!(at=> #rt::Option<#ty>)
        }
    }
}

/// A reference to a type; what has a `+` in it needs brackets there.
fn referred(ty: &Type, lifetime: Option<&Lifetime>, at: Span) -> TokenStream {
    match ty {
        Type::TraitObject(_) => quote_spanned!(at=> &#lifetime (#ty)),
        _ => quote_spanned!(at=> &#lifetime #ty),
    }
}

fn lent(returns: &Returns<'_>, value: TokenStream, at: Span) -> TokenStream {
    match returns {
        Returns::Copy(_) => value,
        // A box of what is known by its trait is taken for the value itself where that may be.
        Returns::Boxed(Type::TraitObject(_)) => quote_spanned!(at=> &*#value),
        Returns::Str | Returns::Slice(_) | Returns::Boxed(_) | Returns::Ref(_) => {
            quote_spanned!(at=> &#value)
        }
        Returns::OptionStr | Returns::OptionSlice(_) | Returns::OptionBoxed(_) => {
            quote_spanned!(at=> __rt::Option::as_deref(&#value))
        }
        Returns::OptionRef(_) => quote_spanned!(at=> __rt::Option::as_ref(&#value)),
    }
}
