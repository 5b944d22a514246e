//! Rust's own `#[deprecated]`, which a member's descriptor repeats.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, MetaNameValue, Token};

/// The note of `#[deprecated]`, empty where it has none. What is malformed is for the compiler to tell.
pub(crate) fn note(attrs: &[Attribute]) -> Option<String> {
    let attr = attrs
        .iter()
        .find(|attr| attr.path().is_ident("deprecated"))?;
    let note = match &attr.meta {
        Meta::Path(_) => None,
        Meta::NameValue(note) => Some(note.value.clone()),
        Meta::List(list) => {
            let read = Punctuated::<MetaNameValue, Token![,]>::parse_terminated;
            let said = list.parse_args_with(read).unwrap_or_default();
            let mut said = said.into_iter();
            said.find(|one| one.path.is_ident("note"))
                .map(|one| one.value)
        }
    };
    match note {
        Some(Expr::Lit(ExprLit {
            lit: Lit::Str(note),
            ..
        })) => Some(note.value()),
        _ => Some(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use syn::{Attribute, parse_quote};

    use super::note;

    #[test]
    fn all_forms_are_read() {
        let said = |attr: Attribute| note(&[attr]);
        assert_eq!(said(parse_quote!(#[deprecated])).as_deref(), Some(""));
        assert_eq!(
            said(parse_quote!(#[deprecated = "use `b`"])).as_deref(),
            Some("use `b`")
        );
        assert_eq!(
            said(parse_quote!(#[deprecated(since = "1.2.0", note = "gone")])).as_deref(),
            Some("gone")
        );
        assert_eq!(
            said(parse_quote!(#[deprecated(since = "1.2.0")])).as_deref(),
            Some("")
        );
        assert_eq!(said(parse_quote!(#[doc = "deprecated"])), None);
    }
}
