//! What may stand behind a key.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::{Expr, LitBool, LitStr, Token, parenthesized};

use super::end_of_item;

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

/// `= expression`.
pub(super) fn assigned_expression(input: ParseStream) -> syn::Result<Expr> {
    input.parse::<Token![=]>()?;
    let ahead = input.fork();
    let read = ahead.parse::<Expr>();
    let is_read = match &read {
        // Of two numbers with dots between them, one is read.
        Ok(_) => !ahead.peek(Token![..]),
        Err(_) => input.is_empty() || input.peek(Token![,]),
    };
    if is_read {
        input.advance_to(&ahead);
        return read;
    }
    unread(input).map(Expr::Verbatim)
}

/// An expression of those that syn reads only with its feature `full`, which takes half as long again to compile: all up to the next
/// comma that stands in no list of generic arguments. What may be wrong with it, the compiler says.
fn unread(input: ParseStream) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut depth = 0_usize;
    let mut before = None;
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        let token: TokenTree = input.parse()?;
        let sign = match &token {
            TokenTree::Punct(punct) => Some(punct.as_char()),
            _ => None,
        };
        match (before, sign) {
            // `::<`, or `<T as Trait>::…` at the beginning.
            (Some(':'), Some('<')) => depth += 1,
            (None, Some('<')) if tokens.is_empty() || depth > 0 => depth += 1,
            (Some('-' | '='), Some('>')) => {}
            (_, Some('>')) => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = sign;
        tokens.extend([token]);
    }
    Ok(tokens)
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

/// The place of this word where it follows in brackets; else nothing does.
pub(super) fn word_in_brackets(input: ParseStream, only: &str) -> syn::Result<Option<Span>> {
    match end_of_item(input) {
        Ok(()) => Ok(None),
        Err(_) => parens(input, |inside| {
            let span = inside.span();
            word(inside, only).map(|()| Some(span))
        }),
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

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::parse::Parser;

    use super::*;

    /// How much of a list is the expression that syn was not asked to read.
    fn unread_of(list: TokenStream) -> String {
        let parse = |input: ParseStream| {
            let unread = unread(input)?;
            let rest: TokenStream = input.parse()?;
            Ok((unread, rest))
        };
        let (unread, rest) = parse.parse2(list).expect("any tokens do");
        assert!(
            rest.is_empty() || rest.to_string().starts_with(", len"),
            "{rest}"
        );
        unread.to_string().replace(' ', "")
    }

    #[test]
    fn an_unread_expression_ends_at_the_comma_behind_it() {
        for (list, expected) in [
            (quote!([1, 2], len(1..)), "[1,2]"),
            (
                quote!(
                    match 1 {
                        1 => 5,
                        _ => 6,
                    },
                    len(1..)
                ),
                "match1{1=>5,_=>6,}",
            ),
            (
                quote!(Map::<A, B<C, D>>::new(), len(1..)),
                "Map::<A,B<C,D>>::new()",
            ),
            (quote!(<A as Into<B, C>>::X, len(1..)), "<AasInto<B,C>>::X"),
            (
                quote!(f::<fn(u8) -> u8, u8>(), len(1..)),
                "f::<fn(u8)->u8,u8>()",
            ),
            (quote!(1 < 2, len(1..)), "1<2"),
            (quote!(a << 1, len(1..)), "a<<1"),
            (quote!(a > b, len(1..)), "a>b"),
            (quote!(0..3), "0..3"),
        ] {
            assert_eq!(unread_of(list), expected);
        }
    }
}
