//! Keys on a variant, and on an entry of a status table.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Lit, LitStr, Token};

use super::values::{parens, text, texts};
use super::{Keys, Row, Slot};

#[derive(Default)]
pub(crate) struct VariantAttrs {
    pub(crate) rename: Slot<LitStr>,
    pub(crate) alias: Vec<LitStr>,
    pub(crate) unknown: Slot<()>,
    pub(crate) when: Slot<When>,
}

/// `when(deleted = true)`: the member's name, its place, and the value as it is in Rust.
pub(crate) struct When {
    pub(crate) member: String,
    pub(crate) span: Span,
    pub(crate) value: Lit,
}

impl Keys for VariantAttrs {
    const PLACE: &'static str = "on a variant";
    const TABLE: &'static [Row<Self>] = &[
        Row {
            key: "rename",
            form: "`rename = \"word\"`",
            read: |attrs, key, input, errors| attrs.rename.fill(key, text(input), errors),
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
            key: "unknown",
            form: "`unknown`, without a value",
            read: |attrs, key, _, errors| attrs.unknown.fill(key, Ok(()), errors),
        },
        Row {
            key: "when",
            form: "`when(member = true)` or `when(\"member\" = \"word\")`",
            read: |attrs, key, input, errors| attrs.when.fill(key, when(input), errors),
        },
    ];
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
        let value: Lit = inside.parse()?;
        match &value {
            Lit::Str(_) | Lit::Bool(_) | Lit::Int(_) => Ok(When {
                member,
                span,
                value,
            }),
            _ => Err(syn::Error::new(
                value.span(),
                "expected `true`, `false`, a string or an integer",
            )),
        }
    })
}
