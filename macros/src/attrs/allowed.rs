//! Rust's own `#[allow]` and `#[expect]`: what a declaration allows itself is allowed to what is made of it, whose names are its own.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Path, Token};

/// The lints that are allowed. What is malformed is for the compiler to tell.
pub(crate) fn lints(attrs: &[Attribute]) -> Vec<Path> {
    let is_said =
        |attr: &&Attribute| attr.path().is_ident("allow") || attr.path().is_ident("expect");
    let lists = attrs.iter().filter(is_said).filter_map(|attr| {
        let list = attr.meta.require_list().ok()?;
        let read = Punctuated::<Meta, Token![,]>::parse_terminated;
        list.parse_args_with(read).ok()
    });
    let lint = |meta| match meta {
        Meta::Path(lint) => Some(lint),
        // The reason.
        Meta::List(_) | Meta::NameValue(_) => None,
    };
    lists.flatten().filter_map(lint).collect()
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::{DeriveInput, parse_quote};

    use super::lints;

    #[test]
    fn lints_are_read_and_reasons_are_not() {
        let input: DeriveInput = parse_quote! {
            #[allow(dead_code, clippy::all,)]
            #[warn(unused)]
            #[expect(non_snake_case, reason = "as sent")]
            #[allow]
            #[allow(=)]
            struct S;
        };
        let lints = lints(&input.attrs);
        let lints: Vec<String> = lints
            .iter()
            .map(|lint| lint.to_token_stream().to_string())
            .collect();
        assert_eq!(lints, ["dead_code", "clippy :: all", "non_snake_case"]);
    }
}
