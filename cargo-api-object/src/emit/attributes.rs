//! What stands in `#[api(...)]`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::document::{Number, Value};
use crate::plan::{Field, Hints, Presence, Rule, Tag};
use crate::schema::Length;

/// The tag of an object.
pub(super) fn tag(tag: &Tag) -> TokenStream {
    let (key, word) = (&tag.key, &tag.word);
    let former = &tag.former;
    let former = match former.is_empty() {
        true => TokenStream::new(),
        false => quote!(, former(#(#former),*)),
    };
    match (tag.key.as_str(), tag.optional) {
        ("object", false) => quote!(object = #word #former),
        ("object", true) => quote!(object(#word, optional) #former),
        (_, false) => quote!(tag(key = #key, word = #word) #former),
        (_, true) => quote!(tag(key = #key, word = #word, optional) #former),
    }
}

/// The keys of a field, in the order of the reference: names, presence, what it makes, rules.
pub(super) fn field(field: &Field) -> Vec<TokenStream> {
    let mut keys = Vec::new();
    let wire = &field.wire;
    if field.ident != *wire {
        keys.push(quote!(rename = #wire));
    }
    match field.presence {
        Presence::Optional => keys.push(quote!(optional)),
        Presence::Either => keys.push(quote!(optional(nullable))),
        Presence::Required | Presence::Nullable | Presence::Distinct => {}
    }
    hints(&field.hints, field, &mut keys);
    keys.extend(field.rules.iter().map(rule));
    keys
}

fn hints(hints: &Hints, field: &Field, keys: &mut Vec<TokenStream>) {
    let is_option = matches!(
        field.presence,
        Presence::Optional | Presence::Either | Presence::Nullable
    );
    if !hints.null_like.is_empty() && is_option {
        let values = hints.null_like.iter().filter_map(null_like);
        keys.push(quote!(null_like(#(#values),*)));
    }
    if !hints.status.is_empty() {
        let entries = hints.status.iter().map(|(word, next)| entry(word, next));
        keys.push(quote!(status { #(#entries),* }));
    }
    for flag in &hints.flags {
        if *flag != "secret" && (*flag != "set_once" || is_option) {
            let flag = ident(flag);
            keys.push(quote!(#flag));
        }
    }
    for (key, statuses) in hints.presence.iter().filter(|_| is_option) {
        let key = ident(key);
        let statuses = statuses.iter().map(|status| status_name(status));
        keys.push(quote!(#key(#(#statuses),*)));
    }
    for (key, other) in &hints.orders {
        let (key, other) = (ident(key), name(other));
        keys.push(quote!(#key = #other));
    }
}

fn null_like(value: &Value) -> Option<TokenStream> {
    match value {
        Value::Map(map) if map.is_empty() => Some(quote!({})),
        Value::List(list) if list.is_empty() => Some(quote!([])),
        Value::String(text) => Some(quote!(#text)),
        Value::Bool(value) => Some(quote!(#value)),
        Value::Number(number) => number.as_whole().map(|whole| bound(Number::Integer(whole))),
        _ => None,
    }
}

/// A line of a status table: words that are no identifiers are quoted, and have their variant named.
fn entry(word: &str, next: &[String]) -> TokenStream {
    let plain = crate::plan::snake_ident(word);
    let left = match plain {
        Some(_) => status_name(word),
        None => {
            let variant = ident(&crate::plan::variant_name(word));
            quote!(#word as #variant)
        }
    };
    let arrow = match next {
        [] => TokenStream::new(),
        next => {
            let next = next.iter().map(|to| status_name(to));
            quote!(=> #(#next)|*)
        }
    };
    quote!(#left #arrow)
}

/// A status as a rule names it: an identifier where it is one, `!x` for all others, or quoted.
fn status_name(status: &str) -> TokenStream {
    if let Some(rest) = status.strip_prefix('!') {
        let rest = status_name(rest);
        return quote!(!#rest);
    }
    match crate::plan::snake_ident(status) {
        Some(_) => {
            let status = ident(status);
            quote!(#status)
        }
        None => quote!(#status),
    }
}

fn rule(found: &Rule) -> TokenStream {
    match found {
        Rule::Range(low, high) => {
            let range = range(*low, *high);
            quote!(range(#range))
        }
        Rule::Len(length) => {
            let len = len(*length);
            quote!(len(#len))
        }
        Rule::Unique => quote!(unique),
        Rule::Each(rules) => {
            let rules = rules.iter().map(rule);
            quote!(each(#(#rules),*))
        }
    }
}

fn range(low: Option<(Number, bool)>, high: Option<(Number, bool)>) -> TokenStream {
    let low = low.map(|(number, excluded)| {
        let number = bound(number);
        if excluded { quote!(#number <) } else { number }
    });
    let high = high.map(|(number, excluded)| (bound(number), excluded));
    match high {
        None => quote!(#low ..),
        Some((high, true)) => quote!(#low .. #high),
        Some((high, false)) => quote!(#low ..= #high),
    }
}

fn bound(number: Number) -> TokenStream {
    let (negative, digits) = match number {
        Number::Integer(whole) => (whole < 0, Literal::u128_unsuffixed(whole.unsigned_abs())),
        Number::Float(float) => (float < 0.0, Literal::f64_unsuffixed(float.abs())),
    };
    match negative {
        true => quote!(-#digits),
        false => quote!(#digits),
    }
}

fn len(length: Length) -> TokenStream {
    let literal = |bound: u64| Literal::u64_unsuffixed(bound);
    match (length.low.map(literal), length.high.map(literal)) {
        (Some(_), Some(high)) if length.low == length.high => quote!(#high),
        (low, Some(high)) => quote!(#low ..= #high),
        (low, None) => quote!(#low ..),
    }
}

/// An identifier that is none of Rust's own words, or a raw one.
pub(super) fn name(text: &str) -> Ident {
    match crate::plan::is_keyword(text) {
        true => Ident::new_raw(text, Span::call_site()),
        false => Ident::new(text, Span::call_site()),
    }
}

fn ident(text: &str) -> Ident {
    name(text)
}
