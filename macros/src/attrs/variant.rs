//! Keys on a variant, and on an entry of a status table.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Lit, LitInt, LitStr, Token};

use super::status::Arrow;
use super::values::{parens, text, texts, word_in_brackets};
use super::{Keys, Row, Slot};

#[derive(Default)]
pub(crate) struct VariantAttrs {
    pub(crate) rename: Slot<LitStr>,
    pub(crate) alias: Vec<LitStr>,
    pub(crate) unknown: Slot<UnknownCall>,
    /// The statuses that may follow this one.
    pub(crate) next: Slot<Arrow>,
    pub(crate) when: Slot<When>,
}

/// `unknown`, or `unknown(expected)`, with the place of that word.
#[derive(Clone, Copy)]
pub(crate) struct UnknownCall {
    pub(crate) expected: Option<Span>,
}

/// `when(deleted = true)`: the member's name, its place, and the values as they are in Rust, of which it has one.
pub(crate) struct When {
    pub(crate) member: String,
    pub(crate) span: Span,
    pub(crate) values: Vec<Lit>,
}

impl Keys for VariantAttrs {
    const PLACE: &'static str = "on a variant";
    const TABLE: &'static [Row<Self>] = &[
        Row {
            key: "rename",
            form: "`rename = \"word\"`",
            read: |attrs, key, input, errors| attrs.rename.fill(key, word(input), errors),
        },
        Row {
            key: "alias",
            form: "`alias = \"former_word\"` or `alias(\"one\", \"two\")`",
            read: |attrs, _, input, _| {
                attrs.alias.extend(texts(input)?);
                Ok(())
            },
        },
        Row {
            key: "next",
            form: "`next = completed | failed`",
            read: |attrs, key, input, errors| attrs.next.fill(key, Arrow::assigned(input), errors),
        },
        Row {
            key: "unknown",
            form: "`unknown`, or `unknown(expected)` where the API promises words that nobody can declare",
            read: |attrs, key, input, errors| {
                // Even a broken one is where what nobody declared is kept.
                let read = word_in_brackets(input, "expected");
                let expected = *read.as_ref().unwrap_or(&None);
                let filled = attrs
                    .unknown
                    .fill(key, Ok(UnknownCall { expected }), errors);
                filled.and(read.map(drop))
            },
        },
        Row {
            key: "when",
            form: "`when(member = true)` or `when(\"member\" = \"word\" | \"other\")`",
            read: |attrs, key, input, errors| attrs.when.fill(key, when(input), errors),
        },
    ];
}

fn word(input: ParseStream) -> syn::Result<LitStr> {
    if input.peek(Token![=]) && input.peek2(LitInt) {
        input.parse::<Token![=]>()?;
        return Err(input.error(
            "expected string literal (a variant that a number tells has `when(member = 1)`, under `tag` alone)",
        ));
    }
    text(input)
}

fn when(input: ParseStream) -> syn::Result<When> {
    parens(input, |inside| {
        let (member, span) = match inside.peek(LitStr) {
            true => {
                let quoted: LitStr = inside.parse()?;
                (quoted.value(), quoted.span())
            }
            false => {
                let ident = inside.call(Ident::parse_any)?;
                (ident.unraw().to_string(), ident.span())
            }
        };
        inside.parse::<Token![=]>()?;
        let mut values = vec![wanted(inside)?];
        while inside.peek(Token![|]) {
            inside.parse::<Token![|]>()?;
            values.push(wanted(inside)?);
        }
        Ok(When {
            member,
            span,
            values,
        })
    })
}

fn wanted(input: ParseStream) -> syn::Result<Lit> {
    let value: Lit = input.parse()?;
    match &value {
        Lit::Str(_) | Lit::Bool(_) | Lit::Int(_) => Ok(value),
        _ => Err(syn::Error::new(
            value.span(),
            "expected `true`, `false`, a string or an integer",
        )),
    }
}
