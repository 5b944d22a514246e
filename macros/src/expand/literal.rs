//! Values that stand in declarations.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::Value;

pub(super) fn expand(value: &Value) -> TokenStream {
    match value {
        Value::EmptyObject => quote!(__rt::Literal::EmptyObject),
        Value::EmptyList => quote!(__rt::Literal::EmptyList),
        Value::Integer(value) => {
            let value = Literal::i64_unsuffixed(*value);
            quote!(__rt::Literal::Integer(#value))
        }
        Value::Text(text) => quote!(__rt::Literal::Text(#text)),
        Value::Bool(value) => quote!(__rt::Literal::Bool(#value)),
    }
}
