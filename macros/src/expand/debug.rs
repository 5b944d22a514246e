//! `Debug`, by a call into the runtime, which shows what the table says.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::ext::IdentExt;

use super::{blamed, generics};
use crate::model::Header;

/// An implementation that stands beside another is shown at the key that asked for it.
// Expands to:
// impl __rt::Debug for T { fn fmt(&self, f: …) -> __rt::fmt::Result { __rt::debug("T", __rt::Node::view(self), f) } }
pub(super) fn expand(header: &Header<'_>) -> Option<TokenStream> {
    let ident = header.ident;
    let name = ident.unraw().to_string();
    let generics::Parts {
        params,
        args,
        clause,
    } = generics::showing(header);
    Some(quote_spanned! {blamed(&header.debug?)=>
        impl #params __rt::Debug for #ident #args #clause {
            #[inline]
            fn fmt(&self, __f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                __rt::debug(#name, __rt::Node::view(self), __f)
            }
        }
    })
}
