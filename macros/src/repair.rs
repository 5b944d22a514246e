//! A declaration that is no Rust yet, as an editor hands it over while somebody types: what can be understood of it.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use quote::TokenStreamExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{DeriveInput, Field, Variant};

/// How many commas a field may have within its type or its attributes' macros, if it is to be found.
const COMMAS: usize = 8;

/// The declaration without the fields or variants that cannot be read. None, where that is not what is wrong with it.
pub(crate) fn understood(tokens: TokenStream) -> Option<DeriveInput> {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_enum = tokens
        .iter()
        .any(|token| matches!(token, TokenTree::Ident(ident) if ident == "enum"));
    let read = match is_enum {
        true => is_variant,
        false => is_field,
    };
    let place = tokens.iter().rposition(
        |token| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace),
    )?;
    let body = match tokens.get(place)? {
        TokenTree::Group(group) => readable(group, read),
        _ => return None,
    };
    *tokens.get_mut(place)? = body.into();
    syn::parse2(tokens.into_iter().collect()).ok()
}

fn is_field(tokens: TokenStream) -> bool {
    let field = |input: ParseStream| Field::parse_named(input);
    field.parse2(tokens).is_ok()
}

fn is_variant(tokens: TokenStream) -> bool {
    Variant::parse.parse2(tokens).is_ok()
}

/// What stands between commas, as far as it can be read. A comma may be one within a type, too.
fn readable(body: &Group, read: fn(TokenStream) -> bool) -> Group {
    let between: Vec<Vec<TokenTree>> = body
        .stream()
        .into_iter()
        .collect::<Vec<_>>()
        .split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
        .map(<[TokenTree]>::to_vec)
        .collect();
    let mut rest = between.as_slice();
    let mut kept = Vec::new();
    while let [first, others @ ..] = rest {
        let whole = (0..COMMAS.min(rest.len())).find_map(|commas| {
            let (parts, behind) = rest.split_at(commas + 1);
            let tokens = parted(parts.iter().map(|part| part.iter().cloned().collect()));
            read(tokens.clone()).then_some((tokens, behind))
        });
        let (tokens, behind) = match whole {
            Some((tokens, behind)) => (Some(tokens), behind),
            None => (end_of(first, read), others),
        };
        kept.extend(tokens);
        rest = behind;
    }
    let mut group = Group::new(Delimiter::Brace, parted(kept.into_iter()));
    group.set_span(body.span());
    group
}

/// Parts with commas between them.
fn parted(parts: impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut all = TokenStream::new();
    for part in parts {
        if !all.is_empty() {
            all.append(Punct::new(',', Spacing::Alone));
        }
        all.extend(part);
    }
    all
}

/// What can be read behind what cannot: a field behind one that lacks its type, and its comma.
fn end_of(tokens: &[TokenTree], read: fn(TokenStream) -> bool) -> Option<TokenStream> {
    let ends = (1..tokens.len()).filter_map(|start| tokens.get(start..));
    let mut ends = ends.map(|end| end.iter().cloned().collect());
    ends.find(|end: &TokenStream| read(end.clone()))
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    fn kept(declaration: &str) -> String {
        let tokens = declaration.parse().expect("tokens");
        understood(tokens).map_or_else(String::new, |input| match input.data {
            syn::Data::Struct(data) => data.fields.to_token_stream().to_string(),
            syn::Data::Enum(data) => data.variants.to_token_stream().to_string(),
            syn::Data::Union(_) => "a union".to_owned(),
        })
    }

    #[test]
    fn a_field_without_a_type_is_left_out() {
        for half in [
            "struct Job { a: u8, b: }",
            "struct Job { b:, a: u8 }",
            "struct Job { b, a: u8, }",
            "struct Job { b a: u8 }",
            "struct Job { a: u8, #[api(id)] }",
            "struct Job { a: u8, pub }",
            "struct Job { a: u8, b: Vec< }",
            "struct Job { a: u8,, }",
        ] {
            assert_eq!(kept(half).replace(" , }", " }"), "{ a : u8 }", "{half}");
        }
        assert_eq!(
            kept("struct Job<T> { b:, #[api(x, y)] map: Map<String, Map<String, T>>, c }"),
            "{ # [api (x , y)] map : Map < String , Map < String , T > > }"
        );
    }

    #[test]
    fn half_a_variant_is_left_out() {
        assert_eq!(kept("enum Tool { A(B), #[api(unknown)] }"), "A (B)");
        assert_eq!(kept("enum Tool { A = , B }"), "B");
    }

    #[test]
    fn what_is_wrong_elsewhere_is_not_repaired() {
        for half in [
            "struct { a: u8 }",
            "struct Job",
            "fn f() {}",
            "",
            "struct Job(,);",
        ] {
            assert_eq!(kept(half), "", "{half}");
        }
    }
}
