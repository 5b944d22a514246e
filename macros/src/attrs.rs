//! `#[api(...)]`: from tokens to typed keys. Knows keys and their values, and nothing of shapes.
//!
//! Each place has one table (`attrs/container.rs`, `variant.rs`, `field.rs`, `rules.rs`); a key is spelled there and
//! nowhere else. After a mistake, reading goes on behind the next comma, so that one run tells them all.

pub(crate) mod allowed;
pub(crate) mod container;
pub(crate) mod deprecated;
mod familiar;
pub(crate) mod field;
pub(crate) mod intervals;
pub(crate) mod null_like;
pub(crate) mod relations;
pub(crate) mod rules;
pub(crate) mod status;
pub(crate) mod values;
pub(crate) mod variant;

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::token::Paren;
use syn::{Attribute, Expr, ExprLit, Lit, MacroDelimiter, Meta, MetaList, Token};

use crate::errors::Errors;

/// What one place may say: a table of keys that fills `Self`.
pub(crate) trait Keys: Sized + 'static {
    /// Where these keys stand, as a message says it: `on a field`.
    const PLACE: &'static str;
    const TABLE: &'static [Row<Self>];

    /// Reads what follows `key` if the key may stand here; otherwise answers `None`.
    fn read_key(
        &mut self,
        key: &Ident,
        input: ParseStream,
        errors: &mut Errors,
    ) -> Option<syn::Result<()>> {
        read_row(self, key, input, errors)
    }

    /// Reads what a misspelled key was meant to bring, so that nothing else misses it.
    fn read_meant(&mut self, meant: &Ident, input: ParseStream, errors: &mut Errors) {
        let _ = read_row(self, meant, input, errors);
    }

    /// Every key that may stand here.
    fn names() -> Vec<&'static str> {
        spellings::<Self>()
    }
}

/// A key: its spelling, how it is written (for messages), and what reads its value.
pub(crate) struct Row<K> {
    key: &'static str,
    form: &'static str,
    read: fn(&mut K, &Ident, ParseStream, &mut Errors) -> syn::Result<()>,
}

/// The value of a key that may be given once, together with the key.
pub(crate) struct Slot<T> {
    given: Option<Given<T>>,
    /// Whether the key was written with a value that could not be read.
    broken: bool,
}

pub(crate) struct Given<T> {
    pub(crate) key: Ident,
    pub(crate) value: T,
}

impl<T> Slot<T> {
    /// Takes the value that was read for `key`, or passes on what is wrong with it.
    fn fill(&mut self, key: &Ident, read: syn::Result<T>, errors: &mut Errors) -> syn::Result<()> {
        self.fill_told(key, read.map(Some), errors)
    }

    /// The same where `None` means that what is wrong was told.
    fn fill_told(
        &mut self,
        key: &Ident,
        read: syn::Result<Option<T>>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        self.broken |= !matches!(read, Ok(Some(_)));
        let Some(value) = read? else { return Ok(()) };
        let key = key.clone();
        match &self.given {
            Some(first) => {
                let message = format!("`{key}` is given twice; keep one of the two");
                errors.twice(key.span(), first.key.span(), message);
            }
            None => self.given = Some(Given { key, value }),
        }
        Ok(())
    }

    fn take(self) -> Option<T> {
        self.given.map(|given| given.value)
    }

    /// Whether the key was not written at all.
    pub(crate) fn is_absent(&self) -> bool {
        self.given.is_none() && !self.broken
    }

    pub(crate) fn given(&self) -> Option<&Given<T>> {
        self.given.as_ref()
    }

    pub(crate) fn value(&self) -> Option<&T> {
        self.given.as_ref().map(|given| &given.value)
    }

    pub(crate) fn key(&self) -> Option<&Ident> {
        self.given.as_ref().map(|given| &given.key)
    }
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Slot {
            given: None,
            broken: false,
        }
    }
}

/// Reads every `#[api(...)]` among `attrs`, as if they were one list.
pub(crate) fn read<K: Keys + Default>(attrs: &[Attribute], errors: &mut Errors) -> K {
    let mut keys = K::default();
    for attr in ours(attrs) {
        let Meta::List(list) = &attr.meta else {
            errors.at(bracketed(attr), "`api` takes a list; write `#[api(...)]`");
            continue;
        };
        if !matches!(list.delimiter, MacroDelimiter::Paren(_)) {
            errors.at(
                list.delimiter.span().open(),
                "`api` takes a list in round brackets; write `#[api(...)]`",
            );
            read_tokens(&mut keys, list, errors);
        } else if list.tokens.is_empty() {
            errors.at(
                bracketed(attr),
                "this list is empty; write a key into it, or remove the attribute",
            );
        } else {
            read_tokens(&mut keys, list, errors);
        }
    }
    read_as_ours(&mut keys, attrs, errors);
    keys
}

/// Refuses each `#[serde(...)]`. What it says is heard all the same: nothing else misses it, and a key that has another
/// form here is answered at once.
fn read_as_ours<K: Keys + Default>(keys: &mut K, attrs: &[Attribute], errors: &mut Errors) {
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
        errors.at(
            attr.path().span(),
            "`serde` speaks to serde's own derives, which this one takes the place of; write `#[api(...)]`",
        );
        let Meta::List(list) = &attr.meta else {
            continue;
        };
        read_tokens(&mut K::default(), list, errors);
        // A key that is given in both ways is no second mistake.
        let told = errors.count();
        read_tokens(keys, list, errors);
        errors.forget_after(told);
    }
}

/// Says of each `#[api(...)]` among `attrs`, and of each `#[serde(...)]`, that it cannot stand here.
pub(crate) fn refuse(attrs: &[Attribute], message: &str, errors: &mut Errors) {
    let of_serde = attrs.iter().filter(|attr| attr.path().is_ident("serde"));
    for attr in ours(attrs).chain(of_serde) {
        errors.at(bracketed(attr), message);
    }
}

/// The lines of the doc comment, as written.
pub(crate) fn docs(attrs: &[Attribute]) -> Vec<String> {
    let line = |attr: &Attribute| match &attr.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    };
    attrs.iter().filter_map(line).collect()
}

fn read_tokens<K: Keys>(keys: &mut K, list: &MetaList, errors: &mut Errors) {
    let told = errors.count();
    let read = list.parse_args_with(|input: ParseStream| {
        read_list(keys, input, errors);
        Ok(())
    });
    // A mistake inside brackets leaves tokens there, of which syn would tell as of a second one.
    if let Err(left) = read
        && errors.count() == told
    {
        errors.push(left);
    }
}

/// Reads `key, key = value, key(...)` into `keys`.
fn read_list<K: Keys>(keys: &mut K, input: ParseStream, errors: &mut Errors) {
    let mut misspelled = Vec::new();
    items(input, errors, |_, errors| {
        let key = input.call(Ident::parse_any).map_err(|e| {
            syn::Error::new(
                e.span(),
                "expected a key; a list reads `key, key = value, key(...)`",
            )
        })?;
        match keys.read_key(&key, input, errors) {
            Some(read) => read.inspect_err(|_| skip_to_key(input)),
            None => {
                let meant = unknown_key::<K>(&key, errors);
                misspelled.extend(meant.map(|meant| (meant, input.fork())));
                Ok(())
            }
        }
    });
    // Of a misspelled key, only the key is blamed.
    let told = errors.count();
    for (meant, value) in &misspelled {
        keys.read_meant(meant, value, errors);
    }
    errors.forget_after(told);
}

/// Reads what follows a key of the table of `K`.
fn read_row<K: Keys>(
    keys: &mut K,
    key: &Ident,
    input: ParseStream,
    errors: &mut Errors,
) -> Option<syn::Result<()>> {
    let row = K::TABLE.iter().find(|row| key == row.key)?;
    let bare = end_of_item(input).is_ok();
    let read = (row.read)(keys, key, input, errors).and_then(|()| end_of_item(input));
    Some(read.map_err(|e| {
        // What a bare key lacks is missing at the key, not at the comma or bracket behind it.
        let span = if bare { key.span() } else { e.span() };
        syn::Error::new(span, format!("{e}; write {}", row.form))
    }))
}

fn spellings<K: Keys>() -> Vec<&'static str> {
    K::TABLE.iter().map(|row| row.key).collect()
}

/// Reads items up to the end of `input`. What an item leaves unread up to the next comma is skipped.
fn items(
    input: ParseStream,
    errors: &mut Errors,
    mut item: impl FnMut(ParseStream, &mut Errors) -> syn::Result<()>,
) {
    while !input.is_empty() {
        if let Err(error) = item(input, errors) {
            errors.push(error);
        }
        skip_past_comma(input);
    }
}

fn skip_past_comma(input: ParseStream) {
    while let Ok(token) = input.parse::<TokenTree>() {
        if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
            return;
        }
    }
}

/// Skips what was not understood: a comma behind which no key begins is one of that, as in `|a: Map<u8, u8>, b| a`.
fn skip_to_key(input: ParseStream) {
    let begins_key = |ahead: ParseStream| {
        let is_ended = |ahead: ParseStream| ahead.is_empty() || ahead.peek(Token![,]);
        let is_assigned = |ahead: ParseStream| {
            ahead.peek(Token![=]) && !ahead.peek(Token![==]) && !ahead.peek(Token![=>])
        };
        let is_given = |ahead| is_ended(ahead) || is_assigned(ahead) || ahead.peek(Paren);
        ahead.is_empty() || Ident::parse_any(ahead).is_ok_and(|_| is_given(ahead))
    };
    while !input.is_empty() {
        let ahead = input.fork();
        let is_comma = ahead.parse::<Token![,]>().is_ok();
        if is_comma && begins_key(&ahead) || input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}

fn end_of_item(input: ParseStream) -> syn::Result<()> {
    match input.is_empty() || input.peek(Token![,]) {
        true => Ok(()),
        false => Err(input.error("expected `,`")),
    }
}

/// A key of another place is told its home; any other is told what may stand here. Returns the key that was meant.
fn unknown_key<K: Keys>(key: &Ident, errors: &mut Errors) -> Option<Ident> {
    let homes = homes(&key.to_string());
    if !homes.is_empty() {
        let message = format!("`{key}` belongs {}, not {}", homes.join(" or "), K::PLACE);
        errors.at(key.span(), message);
        return None;
    }
    let what = format!("there is no key `{key}` {}", K::PLACE);
    if let Some(advice) = familiar::advice(&key.to_string()) {
        errors.at(key.span(), format!("{what}; {advice}"));
        return None;
    }
    let meant = errors.unknown(key, what, K::names())?;
    Some(Ident::new(meant, key.span()))
}

fn homes(key: &str) -> Vec<&'static str> {
    fn home<K: Keys>(key: &str) -> Option<&'static str> {
        K::names().contains(&key).then_some(K::PLACE)
    }
    [
        home::<container::ContainerAttrs>(key),
        home::<variant::VariantAttrs>(key),
        home::<field::FieldAttrs>(key),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The attributes that are written for this derive.
fn ours(attrs: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident("api"))
}

fn bracketed(attr: &Attribute) -> Span {
    attr.bracket_token.span.join()
}

#[cfg(test)]
mod tests;
