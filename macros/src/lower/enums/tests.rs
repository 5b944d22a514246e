use proc_macro2::TokenStream;
use quote::quote;

use super::super::testing::{complaints, model};
use crate::model::{Model, OpenEnum};

fn open_enum(tokens: TokenStream) -> OpenEnum {
    match model(tokens) {
        Model::OpenEnum(open_enum) => open_enum,
        _ => panic!("not an open enum"),
    }
}

#[test]
fn unit_variants_make_an_open_enum() {
    let purpose = open_enum(quote! {
        enum Purpose {
            /// To tune.
            FineTune,
            #[api(rename = "24h", alias = "day", alias("a"))] Day,
            #[api(unknown)] Other(UnknownValue),
        }
    });
    let wires: Vec<_> = purpose
        .words
        .iter()
        .map(|word| word.wire.as_str())
        .collect();
    assert_eq!(wires, ["fine_tune", "24h"]);
    assert_eq!(purpose.words[1].aliases, ["day", "a"]);
    assert_eq!(purpose.words[0].docs, "To tune.");
    assert_eq!(purpose.unknown.expect("an open enum"), "Other");
    assert!(!purpose.generated && !purpose.has_arrows);
}

#[test]
fn words_follow_rename_all() {
    let purpose = open_enum(quote! {
        #[api(rename_all = "kebab-case")]
        enum Purpose { FineTune, #[api(unknown)] Other(UnknownValue) }
    });
    assert_eq!(purpose.words[0].wire, "fine-tune");
}

#[test]
fn enums_lack_what_they_need() {
    assert_eq!(
        complaints(quote! { enum Purpose { FineTune } }),
        ["an open enum keeps words that nobody knows yet; \
          add the variant `#[api(unknown)] Other(api_object::UnknownValue)`, \
             or write `#[api(closed)]` to refuse them"]
    );
    assert_eq!(
        complaints(quote! { enum Integration { Wandb(Wandb) } }),
        [
            "a union says what tells its variants apart; write `#[api(tag = \"type\")]`, \
          or `#[api(untagged)]`"
        ]
    );
    assert_eq!(
        complaints(quote! { enum Nothing {} }),
        ["an enum needs variants; write `Word` for a word, `Name(Type)` for an object"]
    );
}

#[test]
fn variants_of_other_forms_are_refused() {
    assert_eq!(
        complaints(quote! { enum Mixed { A, B(B), C { c: u8 }, #[api(unknown)] Other(U) } }),
        [
            "a variant is a word or holds one value; write `C` or `C(Type)`",
            "some variants are words, and this one holds a value; \
             write `B` alone, or put the words into an enum of their own, and that and this into \
             a union with `#[api(untagged)]`",
        ]
    );
}

#[test]
fn one_variant_is_unknown() {
    let declared = quote! {
        enum Purpose { A, #[api(unknown, rename = "x")] Other, #[api(unknown)] Else(UnknownValue) }
    };
    assert_eq!(
        complaints(declared),
        [
            "one variant keeps what is unknown; remove `unknown` here",
            "first given here",
            "the `unknown` variant stands for every other word; remove this one",
            "the `unknown` variant holds what came; write `Other(api_object::UnknownValue)`, \
             or `Other(api_object::UnknownObject)` in a union",
        ]
    );
}

#[test]
fn words_are_taken_once() {
    let declared = quote! {
        enum Purpose { A, #[api(alias = "a")] B, #[api(unknown)] Other(UnknownValue) }
    };
    assert_eq!(
        complaints(declared),
        [
            "the word `a` is taken; choose another, or remove one",
            "first given here",
        ]
    );
}
