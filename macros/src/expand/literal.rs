//! Values that stand in declarations.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Expr;

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

/// An expression. One that syn has not read may be none, and stands where only the compiler minds.
pub(super) fn expression(expression: &Expr) -> TokenStream {
    match expression {
        Expr::Verbatim(unread) => quote!(__rt::expression!(#unread)),
        read => read.to_token_stream(),
    }
}
