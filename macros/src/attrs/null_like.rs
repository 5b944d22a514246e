//! Values that are as good as null: `null_like({}, 0, "")`.

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Lit, Token, braced, bracketed, token};

pub(crate) struct NullLike {
    pub(crate) value: Value,
    pub(crate) span: Span,
}

#[derive(Clone, PartialEq)]
pub(crate) enum Value {
    /// `{}`: an object in which nothing is set.
    EmptyObject,
    /// `[]`: a list of nothing.
    EmptyList,
    Integer(i64),
    Text(String),
    Bool(bool),
}

impl Parse for NullLike {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let span = input.span();
        let value = value(input)?;
        Ok(NullLike { value, span })
    }
}

/// What follows `null_like`, at least one value.
pub(super) fn values(input: ParseStream) -> syn::Result<Vec<NullLike>> {
    let values = input.parse_terminated(NullLike::parse, Token![,])?;
    match values.is_empty() {
        true => Err(input.error("expected a value")),
        false => Ok(values.into_iter().collect()),
    }
}

pub(super) fn value(input: ParseStream) -> syn::Result<Value> {
    let inside;
    if input.peek(token::Brace) {
        braced!(inside in input);
        return empty(&inside).map(|()| Value::EmptyObject);
    }
    if input.peek(token::Bracket) {
        bracketed!(inside in input);
        return empty(&inside).map(|()| Value::EmptyList);
    }
    let span = input.span();
    let negative = input.parse::<Option<Token![-]>>()?.is_some();
    match input.parse::<Lit>() {
        Ok(Lit::Int(literal)) if negative => {
            let magnitude: i128 = literal.base10_parse()?;
            let value = i64::try_from(-magnitude);
            value.map(Value::Integer).map_err(|_| too_large(span))
        }
        Ok(Lit::Int(literal)) => literal
            .base10_parse()
            .map(Value::Integer)
            .map_err(|_| too_large(span)),
        Ok(Lit::Str(literal)) if !negative => Ok(Value::Text(literal.value())),
        Ok(Lit::Bool(literal)) if !negative => Ok(Value::Bool(literal.value)),
        _ => Err(syn::Error::new(
            span,
            "expected a JSON value that is no fraction",
        )),
    }
}

fn too_large(span: Span) -> syn::Error {
    syn::Error::new(span, "this number has more than 64 bits")
}

fn empty(inside: ParseStream) -> syn::Result<()> {
    match inside.is_empty() {
        true => Ok(()),
        false => Err(inside.error("only an empty one is as good as null")),
    }
}
