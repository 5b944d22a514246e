//! Names on the wire: casings, and who has which name.

use proc_macro2::{Ident, Span};
use syn::LitStr;
use syn::ext::IdentExt;

use super::claims::Claims;
use crate::ast::{Casing, Slot};
use crate::errors::Errors;

/// The wire name of a field or a variant: as renamed, or else the identifier in this casing.
pub(super) fn name(rename: &Slot<LitStr>, ident: &Ident, casing: Option<Casing>) -> String {
    if let Some(renamed) = rename.value() {
        return renamed.value();
    }
    let ident = ident.unraw().to_string();
    match casing {
        Some(casing) => casing.apply(&ident),
        None => ident,
    }
}

pub(super) fn aliases(written: &[LitStr]) -> Vec<String> {
    written.iter().map(LitStr::value).collect()
}

/// Names that one object or one enum may use once each.
pub(super) struct WireNames {
    /// What such a name is called in a message: `wire name`, `word`.
    what: &'static str,
    claims: Claims,
}

impl WireNames {
    pub(super) fn new(what: &'static str) -> Self {
        WireNames {
            what,
            claims: Claims::default(),
        }
    }

    pub(super) fn claim(&mut self, name: &str, span: Span, errors: &mut Errors) {
        if let Err(first) = self.claims.claim(name, span) {
            let what = self.what;
            let message = format!("the {what} `{name}` is taken; choose another, or remove one");
            errors.twice(span, first, message);
        }
    }

    /// Claims a name that was written at `span` unless it was renamed, and its aliases.
    pub(super) fn claim_all(
        &mut self,
        name: &str,
        span: Span,
        rename: &Slot<LitStr>,
        alias: &[LitStr],
        errors: &mut Errors,
    ) {
        let span = rename.value().map_or(span, LitStr::span);
        self.claim(name, span, errors);
        for alias in alias {
            self.claim(&alias.value(), alias.span(), errors);
        }
    }
}

impl Casing {
    /// Writes an identifier, be it `snake_case` or `PascalCase`, in this casing.
    pub(super) fn apply(self, ident: &str) -> String {
        let parts = parts(ident);
        match self {
            Casing::Snake => parts.join("_"),
            Casing::Kebab => parts.join("-"),
            Casing::ScreamingSnake => parts.join("_").to_uppercase(),
            Casing::ScreamingKebab => parts.join("-").to_uppercase(),
            Casing::Pascal => parts.iter().map(|part| capitalized(part)).collect(),
            Casing::Camel => camel(&parts),
            Casing::Lower => ident.to_lowercase(),
            Casing::Upper => ident.to_uppercase(),
        }
    }
}

fn camel(parts: &[String]) -> String {
    let mut parts = parts.iter();
    let first = parts.next().cloned().unwrap_or_default();
    parts.fold(first, |name, part| name + &capitalized(part))
}

fn capitalized(part: &str) -> String {
    let mut chars = part.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// The parts of an identifier in lower case: `HTTPServer_v2` is `http`, `server`, `v2`.
///
/// A capital begins a part where a small letter or a digit is before it, or, after another capital, where a small
/// letter follows.
fn parts(ident: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let chars: Vec<char> = ident.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| chars.get(i));
        let after = chars.get(i + 1);
        let begins = c.is_uppercase()
            && before.is_some_and(|b| !b.is_uppercase() || after.is_some_and(|a| a.is_lowercase()));
        if !c.is_alphanumeric() || begins {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut()
            && c.is_alphanumeric()
        {
            part.extend(c.to_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn casings_of_fields_and_variants() {
        let cases = [
            (Casing::Snake, "FineTune", "fine_tune"),
            (Casing::Snake, "HTTPServer2Go", "http_server2_go"),
            (Casing::Snake, "Gpt4", "gpt4"),
            (Casing::Camel, "created_at", "createdAt"),
            (Casing::Camel, "FineTune", "fineTune"),
            (Casing::Pascal, "validating_files", "ValidatingFiles"),
            (Casing::Pascal, "IN_PROGRESS", "InProgress"),
            (Casing::Pascal, "inProgress", "InProgress"),
            (Casing::Kebab, "FineTune", "fine-tune"),
            (Casing::ScreamingSnake, "FineTune", "FINE_TUNE"),
            (Casing::ScreamingKebab, "created_at", "CREATED-AT"),
            (Casing::Lower, "FineTune", "finetune"),
            (Casing::Upper, "created_at", "CREATED_AT"),
            (Casing::Snake, "type_", "type"),
        ];
        for (casing, ident, wire) in cases {
            assert_eq!(casing.apply(ident), wire, "{casing:?} of {ident}");
        }
    }
}
