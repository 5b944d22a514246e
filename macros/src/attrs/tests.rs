use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::testing::complaints;

fn on_field(keys: TokenStream) -> Vec<String> {
    complaints(quote! { struct Job { #[api(#keys)] field: Option<u8> } })
}

#[test]
fn two_mistakes_in_one_list_are_two_complaints() {
    assert_eq!(
        on_field(quote!(renmae = "x", range(1..=), rename = "y", rename = "z", optinal)),
        [
            "there is no key `renmae` on a field; did you mean `rename`?",
            "expected a number; write `range(1..=50)`, `range(..5)` or `range(0.0 <..)`",
            "`rename` is given twice; keep one of the two",
            "first given here",
            "there is no key `optinal` on a field; did you mean `optional`?",
        ]
    );
}

#[test]
fn keys_are_sent_home() {
    assert_eq!(
        on_field(quote!(object = "x", unknown)),
        [
            "`object` belongs on the struct or enum, not on a field",
            "`unknown` belongs on a variant, not on a field",
        ]
    );
    assert_eq!(
        on_field(quote!(note(rename = "x", unique))),
        [
            "`rename` belongs on a variant or on a field, not among rules",
            "`unique` is for lists, and this is an integer; remove the rule, or change the type",
        ]
    );
    assert_eq!(
        complaints(quote! { #[api(range(1..))] struct Job {} }),
        ["`range` belongs on a field, not on the struct or enum"]
    );
}

#[test]
fn values_are_asked_for() {
    let cases = [
        (quote!(rename), "expected `=`; write `rename = \"name\"`"),
        (
            quote!(rename = 1),
            "expected string literal; write `rename = \"name\"`",
        ),
        (
            quote!(optional = true),
            "expected parentheses; write `optional`, or `optional(nullable)` where null is as good as absent",
        ),
        (
            quote!(alias()),
            "unexpected end of input, expected string literal; \
                           write `alias = \"former_name\"` or `alias(\"one\", \"two\")`",
        ),
        (
            quote!(accessor = true),
            "`true` goes without saying; \
                                   write `accessor = name` or `accessor = false`",
        ),
        (
            quote!("rename"),
            "expected a key; a list reads `key, key = value, key(...)`",
        ),
        (
            quote!(range(..)),
            "a range needs a bound; \
                             write `range(1..=50)`, `range(..5)` or `range(0.0 <..)`",
        ),
        (
            quote!(default = 5 6),
            "expected `,`; write `default` or `default = expression`",
        ),
    ];
    for (keys, wrong) in cases {
        assert_eq!(on_field(keys), [wrong]);
    }
}

#[test]
fn casings_are_a_closed_list() {
    assert_eq!(
        complaints(quote! { #[api(rename_all = "camelcase")] struct Job {} }),
        ["there is no casing `camelcase`; did you mean `camelCase`?"]
    );
}

#[test]
fn lists_are_lists_and_say_something() {
    let empty = "this list is empty; write a key into it, or remove the attribute";
    assert_eq!(on_field(quote!()), [empty]);
    let list = "`api` takes a list; write `#[api(...)]`";
    assert_eq!(complaints(quote! { #[api = 1] struct Job {} }), [list]);
    assert_eq!(complaints(quote! { #[api] struct Job {} }), [list]);
}

/// A type is no module, and an import from it no Rust.
#[test]
fn self_is_no_path_to_a_crate() {
    let said = "expected identifier; write `crate = path::to::api_object`";
    assert_eq!(
        complaints(quote! { #[api(crate = Self)] struct Job {} }),
        [said]
    );
    assert_eq!(
        complaints(quote! { #[api(crate = Self::a)] struct Job {} }),
        [said]
    );
    assert!(complaints(quote! { #[api(crate = self::a)] struct Job {} }).is_empty());
}

#[test]
fn fields_without_names_take_no_keys() {
    assert_eq!(
        complaints(quote! { #[api(id)] struct FileId(#[api(rename = "x")] Str); }),
        ["a field without a name takes no keys; write them on the struct"]
    );
}
