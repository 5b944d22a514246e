//! What may stand behind a key.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{LitBool, LitStr, Token, parenthesized};

/// `= "text"`.
pub(super) fn text(input: ParseStream) -> syn::Result<LitStr> {
    input.parse::<Token![=]>()?;
    input.parse()
}

/// `= "text"` or `("text", "text")`.
pub(super) fn texts(input: ParseStream) -> syn::Result<Vec<LitStr>> {
    match input.peek(Token![=]) {
        true => Ok(vec![text(input)?]),
        false => many_texts(input),
    }
}

/// `("text", "text")`, at least one.
pub(super) fn many_texts(input: ParseStream) -> syn::Result<Vec<LitStr>> {
    parens(input, |inside| {
        let first = inside.parse()?;
        let mut texts = vec![first];
        while !inside.is_empty() {
            inside.parse::<Token![,]>()?;
            if !inside.is_empty() {
                texts.push(inside.parse()?);
            }
        }
        Ok(texts)
    })
}

/// `= value`.
pub(super) fn assigned<T: syn::parse::Parse>(input: ParseStream) -> syn::Result<T> {
    input.parse::<Token![=]>()?;
    input.parse()
}

/// A name for what is generated, or `false` for nothing.
pub(crate) enum NameOrNone {
    Name(Ident),
    None,
}

/// `= name` or `= false`.
pub(super) fn name_or_none(input: ParseStream) -> syn::Result<NameOrNone> {
    input.parse::<Token![=]>()?;
    if !input.peek(LitBool) {
        return Ok(NameOrNone::Name(input.parse()?));
    }
    let literal: LitBool = input.parse()?;
    match literal.value {
        false => Ok(NameOrNone::None),
        true => Err(syn::Error::new(literal.span, "`true` goes without saying")),
    }
}

/// A word that must stand here.
pub(super) fn word(input: ParseStream, wanted: &str) -> syn::Result<()> {
    let found = Ident::parse_any(&input.fork()).is_ok_and(|found| found == wanted);
    match found {
        true => Ident::parse_any(input).map(drop),
        false => Err(input.error(format!("expected `{wanted}`"))),
    }
}

/// Reads the inside of `(...)` with `read`, which must come to its end.
pub(super) fn parens<T>(
    input: ParseStream,
    read: impl FnOnce(ParseStream) -> syn::Result<T>,
) -> syn::Result<T> {
    let inside;
    parenthesized!(inside in input);
    let value = read(&inside)?;
    end(&inside)?;
    Ok(value)
}

fn end(inside: ParseStream) -> syn::Result<()> {
    match inside.is_empty() {
        true => Ok(()),
        false => Err(inside.error("expected `)`")),
    }
}
