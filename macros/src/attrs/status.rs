//! The status table: `status { queued => running | failed, running => ..., failed }`; and the list of statuses that
//! stand elsewhere: `status(queued, running, ended(failed))`.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Token, braced, token};

use super::values::parens;
use super::variant::VariantAttrs;
use super::{docs, end_of_item, items, read};
use crate::errors::Errors;

/// What stands behind `status` on a field.
pub(crate) enum StatusCall {
    /// `status { ... }`: makes the enum that the field's type names.
    Table(Vec<StatusEntry>),
    /// `status` alone: the field's type is an enum of statuses. Or with these in parentheses.
    Shared(Option<Vec<ListedStatus>>),
}

/// A status of an enum that stands elsewhere.
pub(crate) struct ListedStatus {
    pub(crate) name: Spelling,
    /// `as Variant`.
    pub(crate) variant: Option<Ident>,
    /// Whether it stands inside `ended(...)`.
    pub(crate) ended: bool,
}

pub(crate) struct StatusEntry {
    pub(crate) docs: Vec<String>,
    pub(crate) attrs: VariantAttrs,
    pub(crate) word: Spelling,
    /// `as Variant`.
    pub(crate) variant: Option<Ident>,
    pub(crate) arrow: Option<Arrow>,
}

/// A word as on the wire, written as an identifier or as a string.
pub(crate) struct Spelling {
    pub(crate) text: String,
    pub(crate) span: Span,
    pub(crate) quoted: bool,
}

/// `=> end | queued | failed`.
#[derive(Default)]
pub(crate) struct Arrow {
    pub(crate) end: Option<Span>,
    pub(crate) targets: Vec<Spelling>,
}

impl Parse for Spelling {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let span = input.span();
        if input.peek(LitStr) {
            return Ok(Spelling {
                text: input.parse::<LitStr>()?.value(),
                span,
                quoted: true,
            });
        }
        let ident = input
            .call(Ident::parse_any)
            .map_err(|e| syn::Error::new(e.span(), "expected a status"))?;
        Ok(Spelling {
            text: ident.unraw().to_string(),
            span,
            quoted: false,
        })
    }
}

/// What follows `status`: entries in braces. After a mistake, `entries` holds what could be read.
pub(super) fn table(
    entries: &mut Vec<StatusEntry>,
    input: ParseStream,
    errors: &mut Errors,
) -> syn::Result<()> {
    let inside;
    braced!(inside in input);
    if inside.is_empty() {
        return Err(inside.error("expected a status"));
    }
    items(&inside, errors, |input, errors| {
        entry(entries, input, errors).map_err(advised)?;
        // Behind a forgotten comma the next entry is read all the same: arrows may lead to it.
        while let Err(missing) = end_of_item(input) {
            if !input.peek(Ident::peek_any) {
                return Err(advised(missing));
            }
            errors.push(advised(missing));
            entry(entries, input, errors).map_err(advised)?;
        }
        Ok(())
    });
    Ok(())
}

/// What follows `status`: statuses in parentheses, of which some may stand inside `ended(...)`.
pub(super) fn list(input: ParseStream) -> syn::Result<Vec<ListedStatus>> {
    let advice = "a list names statuses that stand elsewhere, such as `status(queued, ended(done, failed))`; \
                  a table in braces makes new ones";
    let mut list = Vec::new();
    let read = parens(input, |inside| listed(&mut list, inside, false));
    read.map_err(|error| syn::Error::new(error.span(), format!("{error}; {advice}")))?;
    Ok(list)
}

fn listed(list: &mut Vec<ListedStatus>, input: ParseStream, ended: bool) -> syn::Result<()> {
    if input.is_empty() {
        return Err(input.error("expected a status"));
    }
    while !input.is_empty() {
        let name: Spelling = input.parse()?;
        match name.text == "ended" && !ended && input.peek(token::Paren) {
            true => parens(input, |inside| listed(list, inside, true))?,
            false => list.push(ListedStatus {
                name,
                variant: variant(input)?,
                ended,
            }),
        }
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(())
}

fn advised(error: syn::Error) -> syn::Error {
    let advice = "write an entry as `queued`, or as `queued => running | failed`";
    syn::Error::new(error.span(), format!("{error}; {advice}"))
}

fn entry(
    entries: &mut Vec<StatusEntry>,
    input: ParseStream,
    errors: &mut Errors,
) -> syn::Result<()> {
    let attributes = input.call(Attribute::parse_outer)?;
    let mut entry = StatusEntry {
        docs: docs(&attributes),
        attrs: read(&attributes, errors),
        word: input.parse()?,
        variant: None,
        arrow: None,
    };
    let tail = entry.read_tail(input);
    entries.push(entry);
    tail
}

impl StatusEntry {
    /// Reads `as Variant => targets`, both of which may be missing.
    fn read_tail(&mut self, input: ParseStream) -> syn::Result<()> {
        self.variant = variant(input)?;
        if input.parse::<Option<Token![=>]>>()?.is_some() {
            self.arrow.insert(Arrow::default()).read_targets(input)?;
        }
        Ok(())
    }
}

impl Arrow {
    /// `= end | queued | failed`.
    pub(super) fn assigned(input: ParseStream) -> syn::Result<Self> {
        input.parse::<Token![=]>()?;
        let mut arrow = Arrow::default();
        arrow.read_targets(input)?;
        Ok(arrow)
    }

    fn read_targets(&mut self, input: ParseStream) -> syn::Result<()> {
        loop {
            let target: Spelling = input.parse()?;
            match target.text == "end" && !target.quoted {
                true => self.end = Some(target.span),
                false => self.targets.push(target),
            }
            if input.parse::<Option<Token![|]>>()?.is_none() {
                return Ok(());
            }
        }
    }
}

fn variant(input: ParseStream) -> syn::Result<Option<Ident>> {
    match input.parse::<Option<Token![as]>>()? {
        Some(_) => input.parse().map(Some),
        None => Ok(None),
    }
}
