//! `Serialize` and `Deserialize`: calls into the two bridges.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics;
use crate::model::Header;

// Expands to:
// impl Serialize for T { fn serialize(…) { __rt::serialize(self, __serializer) } }
// impl<'de> Deserialize<'de> for T { fn deserialize(…) { __rt::deserialize(__deserializer) } }
pub(super) fn expand(header: &Header<'_>) -> TokenStream {
    let ident = header.ident;
    let show = generics::showing(header);
    let (params, args, clause) = (show.params, show.args, show.clause);
    let fill = generics::filling(header);
    let (de_params, de_clause) = (fill.params, fill.clause);
    quote! {
        impl #params __rt::Serialize for #ident #args #clause {
            fn serialize<__S: __rt::Serializer>(
                &self,
                __serializer: __S,
            ) -> __rt::Result<__S::Ok, __S::Error> {
                __rt::serialize(self, __serializer)
            }
        }
        impl #de_params __rt::Deserialize<'__de> for #ident #args #de_clause {
            fn deserialize<__D: __rt::Deserializer<'__de>>(
                __deserializer: __D,
            ) -> __rt::Result<Self, __D::Error> {
                __rt::deserialize(__deserializer)
            }
        }
    }
}
