//! Ids: derived from a tuple struct, or made for a field.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;
use syn::ext::IdentExt;

use super::{Output, serde};
use crate::model::Id;

pub(super) fn expand(id: &Id) -> Output {
    let parts = [
        node(id),
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
// impl __rt::Id for T { const ID: &IdType = …; fn from_text(text: Str) -> Self { Self(text) } … }
// impl __rt::Node for T { … } impl<'de> __rt::Fill<'de> for T { … }
fn node(id: &Id) -> TokenStream {
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
            fn from_text(text: __rt::Str) -> Self {
                Self(text)
            }
            fn text(&self) -> &__rt::Str {
                &self.0
            }
        }
        impl __rt::Described for #ident {
            const SHAPE: __rt::Shape = __rt::Shape::Named(|| <Self as __rt::ApiObject>::DESCRIPTOR);
        }
        impl __rt::ApiObject for #ident {
            const DESCRIPTOR: __rt::Descriptor = __rt::Descriptor::Id(<Self as __rt::Id>::ID);
        }
        impl __rt::Node for #ident {
            fn view(&self) -> __rt::View<'_> {
                __rt::View::Id(<Self as __rt::Id>::ID, &self.0)
            }
        }
        impl<'__de> __rt::Fill<'__de> for #ident {
            fn blank() -> Self {
                Self(__rt::Str::new())
            }
            fn accept(
                &mut self,
                scalar: __rt::Scalar<'_, '__de>,
            ) -> __rt::Result<__rt::Taken, __rt::Misfit> {
                __rt::Fill::accept(&mut self.0, scalar)
            }
            fn close(&mut self) {
                self.0 = __rt::Str::new();
            }
        }
        impl __rt::Key for #ident {
            fn from_wire(name: &__rt::str) -> Self {
                Self(__rt::From::from(name))
            }
            fn as_wire(&self) -> &__rt::str {
                self.0.as_str()
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
                self.0.as_str()
            }
        }
        impl __rt::fmt::Display for #ident {
            fn fmt(&self, f: &mut __rt::fmt::Formatter<'_>) -> __rt::fmt::Result {
                f.pad(self.0.as_str())
            }
        }
        impl __rt::FromStr for #ident {
            type Err = __rt::Infallible;
            fn from_str(text: &__rt::str) -> __rt::Result<Self, __rt::Infallible> {
                __rt::Ok(Self(__rt::From::from(text)))
            }
        }
        impl __rt::From<&__rt::str> for #ident {
            fn from(text: &__rt::str) -> Self {
                Self(__rt::From::from(text))
            }
        }
        impl __rt::From<__rt::String> for #ident {
            fn from(text: __rt::String) -> Self {
                Self(__rt::From::from(text))
            }
        }
        impl __rt::AsRef<__rt::str> for #ident {
            fn as_ref(&self) -> &__rt::str {
                self.0.as_str()
            }
        }
        impl __rt::Borrow<__rt::str> for #ident {
            fn borrow(&self) -> &__rt::str {
                self.0.as_str()
            }
        }
    }
}
