//! Rust's own `#[allow]` and `#[expect]`: what a declaration allows itself is allowed to what is made of it, whose names are its own.
//!
//! Nothing else is allowed, since a crate may `forbid` it, which makes an `allow` an error. Of most lints nothing is to be feared:
//! compilers do not tell them of what a derive makes, as far as no name or type of the user's is what they tell it of.

use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Field, Meta, Path, Token, parse_quote};

/// The lints that are allowed: those that the declaration allows itself, and that it is deprecated, where a part of it is, or
/// allows itself what is.
pub(crate) fn to_expansion(input: &DeriveInput) -> Vec<Path> {
    let mut allowed = lints(&input.attrs);
    // It is expected of a type that nobody uses; what is allowed to be dead makes alive what it names.
    allowed.retain(|lint| !lint.is_ident("dead_code"));
    let is_deprecated = |lint: &Path| lint.is_ident("deprecated");
    let speaks_of_it = |attrs: &Vec<Attribute>| {
        attrs.iter().any(|attr| is_deprecated(attr.path()))
            || lints(attrs).iter().any(is_deprecated)
    };
    if !allowed.iter().any(is_deprecated) && parts(input).any(speaks_of_it) {
        allowed.push(parse_quote!(deprecated));
    }
    allowed
}

/// The attributes of the declaration, and of each of its parts.
fn parts(input: &DeriveInput) -> impl Iterator<Item = &Vec<Attribute>> {
    let variants = match &input.data {
        Data::Enum(data) => Some(&data.variants),
        Data::Struct(_) | Data::Union(_) => None,
    };
    let of_variants = variants.into_iter().flatten().map(|variant| &variant.attrs);
    std::iter::once(&input.attrs)
        .chain(of_variants)
        .chain(fields(&input.data).map(|field| &field.attrs))
}

/// The fields of a struct, or of all variants of an enum.
pub(crate) fn fields(data: &Data) -> impl Iterator<Item = &Field> {
    let (of_struct, variants) = match data {
        Data::Struct(data) => (Some(&data.fields), None),
        Data::Enum(data) => (None, Some(&data.variants)),
        Data::Union(_) => (None, None),
    };
    let of_variants = variants
        .into_iter()
        .flatten()
        .map(|variant| &variant.fields);
    of_struct.into_iter().chain(of_variants).flatten()
}

/// What is malformed is for the compiler to tell.
fn lints(attrs: &[Attribute]) -> Vec<Path> {
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

    use super::{lints, to_expansion};

    #[test]
    fn what_is_deprecated_is_allowed_only_where_there_is_such() {
        let speaking: [DeriveInput; 5] = [
            parse_quote!(
                #[deprecated]
                struct S;
            ),
            parse_quote! { struct S { #[deprecated = "old"] a: u8 } },
            parse_quote! { struct S { #[allow(deprecated)] a: Old } },
            parse_quote! { enum E { A, #[deprecated] B } },
            parse_quote! { enum E { A(#[expect(deprecated)] Old) } },
        ];
        for input in speaking {
            let allowed = to_expansion(&input);
            assert_eq!(allowed.len(), 1);
            assert!(allowed.iter().all(|lint| lint.is_ident("deprecated")));
        }
        let dead = parse_quote! { #[expect(dead_code)] struct S; };
        assert!(to_expansion(&dead).is_empty());
        let silent = parse_quote! { #[doc = "deprecated"] struct S { #[api(note)] a: u8 } };
        assert!(to_expansion(&silent).is_empty());
    }

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
