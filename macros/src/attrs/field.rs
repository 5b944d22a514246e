//! Keys on a field of an object. The rules that may stand there too have a table of their own.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr, LitStr, Token, Type, token};

use super::container::prefixes;
use super::null_like::{self, NullLike};
use super::rules::Rules;
use super::status::{StatusCall, list, table};
use super::values::{
    NameOrNone, assigned_expression, name_or_none, parens, text, texts, word_in_brackets,
};
use super::{Keys, Row, Slot};
use crate::errors::Errors;

#[derive(Default)]
pub(crate) struct FieldAttrs {
    pub(crate) rename: Slot<LitStr>,
    pub(crate) alias: Vec<LitStr>,
    pub(crate) optional: Slot<Optional>,
    pub(crate) null_like: Slot<Vec<NullLike>>,
    /// `default`, or `default = expr`.
    pub(crate) default: Slot<Option<Expr>>,
    pub(crate) extra: Slot<ExtraCall>,
    pub(crate) flatten: Slot<()>,
    pub(crate) accessor: Slot<NameOrNone>,
    pub(crate) id: Slot<IdCall>,
    pub(crate) status: Slot<StatusCall>,
    pub(crate) immutable: Slot<()>,
    pub(crate) set_once: Slot<()>,
    /// `serde`, or `serde(blank = expr)`.
    pub(crate) serde: Slot<Option<Expr>>,
    pub(crate) rules: Rules,
}

/// `extra`, or `extra(expected)`.
#[derive(Clone, Copy)]
pub(crate) struct ExtraCall {
    pub(crate) expected: bool,
}

/// What an id begins with, or the type of number that it is.
#[derive(Default)]
pub(crate) struct IdCall {
    pub(crate) prefixes: Vec<LitStr>,
    pub(crate) number: Option<Type>,
}

/// `optional`, or `optional(nullable)`.
#[derive(Clone, Copy)]
pub(crate) struct Optional {
    pub(crate) nullable: bool,
}

impl Keys for FieldAttrs {
    const PLACE: &'static str = "on a field";
    const TABLE: &'static [Row<Self>] = &[
        Row {
            key: "rename",
            form: "`rename = \"name\"`",
            read: |attrs, key, input, errors| attrs.rename.fill(key, text(input), errors),
        },
        Row {
            key: "alias",
            form: "`alias = \"former_name\"` or `alias(\"one\", \"two\")`",
            read: |attrs, _, input, _| {
                attrs.alias.extend(texts(input)?);
                Ok(())
            },
        },
        Row {
            key: "optional",
            form: "`optional`, or `optional(nullable)` where null is as good as absent",
            read: |attrs, key, input, errors| {
                let read = word_in_brackets(input, "nullable").map(|word| Optional {
                    nullable: word.is_some(),
                });
                attrs.optional.fill(key, read, errors)
            },
        },
        Row {
            key: "null_like",
            form: "`null_like({}, 0, \"\")` with one value or more",
            read: |attrs, key, input, errors| {
                let read = parens(input, null_like::values);
                attrs.null_like.fill(key, read, errors)
            },
        },
        Row {
            key: "default",
            form: "`default` or `default = expression`",
            read: |attrs, key, input, errors| attrs.default.fill(key, default(input), errors),
        },
        Row {
            key: "extra",
            form: "`extra`, or `extra(expected)` where the API promises members that nobody can declare",
            read: |attrs, key, input, errors| {
                // Even a broken one is where what nobody declared is kept.
                let read = word_in_brackets(input, "expected");
                let expected = matches!(read, Ok(Some(_)));
                let filled = attrs.extra.fill(key, Ok(ExtraCall { expected }), errors);
                filled.and(read.map(|_| ()))
            },
        },
        Row {
            key: "flatten",
            form: "`flatten`, without a value",
            read: |attrs, key, _, errors| attrs.flatten.fill(key, Ok(()), errors),
        },
        Row {
            key: "accessor",
            form: "`accessor = name` or `accessor = false`",
            read: |attrs, key, input, errors| attrs.accessor.fill(key, name_or_none(input), errors),
        },
        Row {
            key: "id",
            form: "`id = \"prefix-\"`, `id(\"one-\", \"two_\")`, `id(u64)` for a number, or `id` alone",
            read: |attrs, key, input, errors| {
                let mut found = IdCall::default();
                let read = id(&mut found, input);
                // Even a broken `id` makes its type: nothing else must miss it as well.
                attrs.id.fill(key, Ok(found), errors).and(read)
            },
        },
        Row {
            key: "status",
            form: "`status { queued => running, running => done, done }`, or `status` alone for an enum with `#[api(status)]`",
            read: |attrs, key, input, errors| {
                let is_alone = super::end_of_item(input).is_ok();
                if is_alone || input.peek(token::Paren) {
                    let read = (!is_alone).then(|| list(input)).transpose();
                    // Even with a broken list the statuses are elsewhere.
                    let (read, list) = read.map_or_else(|e| (Err(e), None), |list| (Ok(()), list));
                    let shared = StatusCall::Shared(list);
                    return attrs.status.fill(key, Ok(shared), errors).and(read);
                }
                // What `=` names is there already, and no table makes it.
                let is_named = input.peek(Token![=]);
                let mut entries = Vec::new();
                let read = table(&mut entries, input, errors);
                // Even a broken table is there: rules about statuses must not miss it as well.
                let call = match is_named {
                    true => StatusCall::Shared(None),
                    false => StatusCall::Table(entries),
                };
                attrs.status.fill(key, Ok(call), errors).and(read)
            },
        },
        Row {
            key: "immutable",
            form: "`immutable`, without a value",
            read: |attrs, key, _, errors| attrs.immutable.fill(key, Ok(()), errors),
        },
        Row {
            key: "set_once",
            form: "`set_once`, without a value",
            read: |attrs, key, _, errors| attrs.set_once.fill(key, Ok(()), errors),
        },
        Row {
            key: "serde",
            form: "`serde`, or `serde(blank = expression)` for a type without `Default`",
            read: |attrs, key, input, errors| attrs.serde.fill(key, blank(input), errors),
        },
        Row {
            key: "note",
            form: "`note(...)` around rules, such as `note(len(..=5))`",
            read: |attrs, _, input, errors| attrs.rules.note(input, errors),
        },
    ];

    fn read_key(
        &mut self,
        key: &Ident,
        input: ParseStream,
        errors: &mut Errors,
    ) -> Option<syn::Result<()>> {
        super::read_row(self, key, input, errors)
            .or_else(|| self.rules.read_key(key, input, errors))
    }

    fn names() -> Vec<&'static str> {
        [super::spellings::<Self>(), Rules::names()].concat()
    }
}

/// What follows `id`: prefixes, the type of a number, or nothing.
fn id(found: &mut IdCall, input: ParseStream) -> syn::Result<()> {
    if !names_a_type(input) {
        return prefixes(input).map(|read| found.prefixes = read);
    }
    parens(input, |inside| {
        found.number = Some(inside.parse()?);
        match inside.parse::<Option<Token![,]>>()? {
            Some(_) if !inside.is_empty() => Err(inside.error("a number has no prefix")),
            _ => Ok(()),
        }
    })
}

/// Whether a name follows in brackets.
fn names_a_type(input: ParseStream) -> bool {
    let begins = |inside: ParseStream| {
        let is_named = inside.peek(Ident::peek_any) || inside.peek(Token![::]);
        inside.parse::<TokenStream>().map(|_| is_named)
    };
    input.peek(token::Paren) && parens(&input.fork(), begins).unwrap_or(false)
}

/// Nothing, or `(blank = expr)`.
fn blank(input: ParseStream) -> syn::Result<Option<Expr>> {
    if !input.peek(token::Paren) {
        return Ok(None);
    }
    parens(input, |inside| {
        let key: Ident = inside.parse()?;
        match key == "blank" {
            true => assigned_expression(inside).map(Some),
            false => Err(syn::Error::new(key.span(), "there is no such key here")),
        }
    })
}

fn default(input: ParseStream) -> syn::Result<Option<Expr>> {
    match input.peek(Token![=]) {
        true => assigned_expression(input).map(Some),
        false => Ok(None),
    }
}
