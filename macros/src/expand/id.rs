//! Ids: derived from a tuple struct, or made for a field.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;
use syn::ext::IdentExt;

use super::{Output, serde};
use crate::model::Id;

pub(super) fn expand(id: &Id) -> Output {
    let text = quote! {
        fn from_text(__text: __rt::Str) -> Self {
            Self(__text)
        }
        #[inline]
        fn text(&self) -> &__rt::Str {
            &self.0
        }
        #[inline]
        fn text_mut(&mut self) -> &mut __rt::Str {
            &mut self.0
        }
    };
    with(text, id)
}

/// For an id that may not be made of a text.
pub(super) fn inert(id: &Id) -> Output {
    let text = quote! {
        fn from_text(_: __rt::Str) -> Self {
            loop {}
        }
        fn text(&self) -> &__rt::Str {
            loop {}
        }
        fn text_mut(&mut self) -> &mut __rt::Str {
            loop {}
        }
    };
    with(text, id)
}

/// All that the functions that make and lend the text carry.
fn with(text: TokenStream, id: &Id) -> Output {
    let parts = [
        node(id, text),
        strings(id),
        serde::expand_for(&id.ident, &Generics::default()),
    ];
    Output {
        visible: match id.generated {
            true => item(id),
            false => TokenStream::new(),
        },
        hidden: quote!(#(#parts)*),
    }
}

// Expands to:
// pub struct FineTuningJobId(Str);
fn item(id: &Id) -> TokenStream {
    let Id {
        ident,
        vis,
        docs,
        krate,
        ..
    } = id;
    let rt = quote!(#krate::__private);
    quote! {
        #[doc = #docs]
        #[derive(#rt::Clone, #rt::Debug, #rt::PartialEq, #rt::Eq, #rt::PartialOrd, #rt::Ord, #rt::Hash)]
        #vis struct #ident(#rt::Str);
    }
}

// Expands to:
// impl __rt::Id for T { const ID: &IdType = …; fn from_text(__text: Str) -> Self { Self(__text) } … }
// impl __rt::Node for T { … } impl<'de> __rt::Fill<'de> for T { … }
fn node(id: &Id, text: TokenStream) -> TokenStream {
    let Id {
        ident,
        docs,
        prefixes,
        ..
    } = id;
    let name = ident.unraw().to_string();
    quote! {
        impl __rt::Id for #ident {
            const ID: &'static __rt::IdType = &__rt::IdType::new(#name, #docs, &[#(#prefixes),*]);
            #text
        }
        impl __rt::Described for #ident {
            const SHAPE: __rt::Shape = __rt::Shape::Named(|| <Self as __rt::ApiObject>::DESCRIPTOR);
        }
        impl __rt::ApiObject for #ident {
            const DESCRIPTOR: __rt::Descriptor = __rt::Descriptor::Id(<Self as __rt::Id>::ID);
        }
        impl __rt::Node for #ident {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Id(<Self as __rt::Id>::ID, __rt::Id::text(self))
            }
        }
        impl<'__de> __rt::Fill<'__de> for #ident {
            fn blank() -> Self {
                __rt::Id::from_text(__rt::Str::new())
            }
            fn accept(
                &mut self,
                __scalar: __rt::Scalar<'_, '__de>,
            ) -> __rt::Result<__rt::Taken, __rt::Misfit> {
                __rt::Fill::accept(__rt::Id::text_mut(self), __scalar)
            }
            fn close(&mut self) {
                *__rt::Id::text_mut(self) = __rt::Str::new();
            }
        }
        impl __rt::Key for #ident {
            fn from_wire(__name: &__rt::str) -> Self {
                __rt::Id::from_text(__rt::From::from(__name))
            }
            fn as_wire(&self) -> &__rt::str {
                __rt::Id::text(self).as_str()
            }
        }
    }
}

fn strings(id: &Id) -> TokenStream {
    let (ident, vis) = (&id.ident, &id.vis);
    quote! {
        impl #ident {
            /// The id as it is sent.
            #vis fn as_str(&self) -> &__rt::str {
                __rt::Id::text(self).as_str()
            }
        }
        impl __rt::fmt::Display for #ident {
            fn fmt(&self, __f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                __f.pad(__rt::Id::text(self).as_str())
            }
        }
        impl __rt::FromStr for #ident {
            type Err = __rt::Infallible;
            fn from_str(__text: &__rt::str) -> __rt::Result<Self, __rt::Infallible> {
                __rt::Ok(__rt::Id::from_text(__rt::From::from(__text)))
            }
        }
        impl __rt::From<&__rt::str> for #ident {
            fn from(__text: &__rt::str) -> Self {
                __rt::Id::from_text(__rt::From::from(__text))
            }
        }
        impl __rt::From<__rt::String> for #ident {
            fn from(__text: __rt::String) -> Self {
                __rt::Id::from_text(__rt::From::from(__text))
            }
        }
        impl __rt::AsRef<__rt::str> for #ident {
            fn as_ref(&self) -> &__rt::str {
                __rt::Id::text(self).as_str()
            }
        }
        impl __rt::Borrow<__rt::str> for #ident {
            fn borrow(&self) -> &__rt::str {
                __rt::Id::text(self).as_str()
            }
        }
    }
}
