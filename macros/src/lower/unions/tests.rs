use proc_macro2::TokenStream;
use quote::quote;

use super::super::testing::{complaints, model};
use crate::model::{Content, Holds, Model, Union, UnionStyle};

fn union(tokens: TokenStream) -> Union<'static> {
    match model(tokens) {
        Model::Union(union) => union,
        _ => panic!("not a union"),
    }
}

fn content<'u>(union: &'u Union<'_>, place: usize) -> Option<&'u Content<'u>> {
    match &union.variants[place].holds {
        Holds::Object { content, .. } => content.as_ref(),
        Holds::Value(_) => None,
    }
}

#[test]
fn variants_with_values_make_a_union() {
    let integration = union(quote! {
        #[api(tag = "type")]
        enum Integration { WandbRun(Wandb), #[api(unknown)] Other(UnknownObject) }
    });
    assert_eq!(integration.style, UnionStyle::Internal("type".to_owned()));
    assert_eq!(integration.variants[0].word, "wandb_run");
    assert_eq!(integration.unknown.expect("an unknown variant"), "Other");
    let closed = union(quote! { #[api(tag = "type")] enum Closed { A(A) } });
    assert!(closed.unknown.is_none());
}

#[test]
fn variants_may_hold_nothing() {
    let format =
        union(quote! { #[api(tag = "type")] enum Format { Text, Json(Extra), Schema(Schema) } });
    let extras: Vec<_> = format
        .variants
        .iter()
        .map(|variant| match variant.holds {
            Holds::Object { extra, .. } => Some(extra.is_some()),
            Holds::Value(_) => None,
        })
        .collect();
    assert_eq!(extras, [Some(false), Some(true), None]);
    assert_eq!(format.blank, Some(0));
}

#[test]
fn values_stand_under_the_word_or_under_one_name() {
    let method = union(quote! {
        #[api(tag = "type", keyed)]
        enum Method { #[api(alias = "a")] Dpo(Option<Dpo>, Extra), Plain }
    });
    let dpo = content(&method, 0).expect("a content");
    assert_eq!((dpo.name.as_str(), dpo.optional), ("dpo", true));
    assert_eq!(dpo.aliases, ["a"]);
    assert!(content(&method, 1).is_none());
    let event = union(quote! { #[api(tag = "event", content = "data")] enum Event { Made(u8) } });
    assert_eq!(content(&event, 0).expect("a content").name, "data");
}

#[test]
fn conditions_are_json() {
    let file = union(quote! {
        #[api(tag)]
        enum AnyFile { #[api(when(deleted = true))] Gone(Gone), #[api(when("a b" = "c\"d" | 2))] Odd(Odd), File(File) }
    });
    let when = |place: usize| file.variants[place].when.clone();
    assert_eq!(
        when(0),
        Some(("deleted".to_owned(), vec!["true".to_owned()]))
    );
    assert_eq!(
        when(1),
        Some((
            "a b".to_owned(),
            vec![r#""c\"d""#.to_owned(), "2".to_owned()]
        ))
    );
    assert_eq!(when(2), None);
}

#[test]
fn the_blank_is_one_that_surely_ends() {
    let blank = |tokens| union(tokens).blank;
    assert_eq!(
        blank(quote! { #[api(untagged)] enum A { B(B), Text(String) } }),
        Some(1)
    );
    assert_eq!(
        blank(quote! { #[api(tag = "t")] enum A { B(B), C(C) } }),
        None
    );
    assert_eq!(
        blank(quote! { #[api(tag = "t")] enum A { B(B), C } }),
        Some(1)
    );
}

#[test]
fn styles_exclude_each_other() {
    assert_eq!(
        complaints(quote! { #[api(untagged, tag = "type")] enum A { B(B) } }),
        [
            "an untagged union has no tag; keep one of the two",
            "first given here"
        ]
    );
    assert_eq!(
        complaints(quote! { #[api(keyed, tag = "type", content = "c")] enum A { B(B) } }),
        [
            "a value stands under the tag's word or under one name; keep `keyed` or `content`",
            "first given here",
        ]
    );
    assert_eq!(
        complaints(quote! { #[api(keyed)] enum A { B(B) } }),
        ["`keyed` needs the member that has the word; write `tag = \"type\"`, too"]
    );
    assert_eq!(
        complaints(quote! { #[api(keyed)] struct A { b: u8 } }),
        ["`keyed` is for a union, an enum of values; remove it here"]
    );
}

#[test]
fn forms_depend_on_the_style() {
    let complaint = |tokens| complaints(tokens).remove(0);
    assert!(complaint(quote! { #[api(untagged)] enum A { B } }).ends_with("write `B(Type)`"));
    assert!(complaint(quote! { #[api(tag)] enum A { B(Extra) } }).ends_with("write `B(Type)`"));
    let wide = complaint(quote! { #[api(tag = "t")] enum A { B(B, Extra) } });
    assert!(
        wide.ends_with("write `B(Type)`, `B(Extra)` or `B`"),
        "{wide}"
    );
    let itself = complaint(quote! { #[api(untagged)] enum A { B(Option<Box<A>>), C(u8) } });
    assert!(
        itself.ends_with("put it into a struct, as a member"),
        "{itself}"
    );
    let taken = complaint(quote! { #[api(tag = "b", keyed)] enum A { B(u8) } });
    assert!(taken.ends_with("write another word by `rename`"), "{taken}");
}

#[test]
fn one_word_serves_two_variants_where_conditions_differ() {
    let two = quote! { #[api(tag = "t")] enum A { B(B), #[api(rename = "b", when(x = 1))] C(C) } };
    assert!(complaints(two).is_empty());
    let same = quote! {
        #[api(tag = "t")]
        enum A { #[api(when(x = 1))] B(B), #[api(rename = "b", when(x = 1))] C(C) }
    };
    assert_eq!(complaints(same).len(), 2);
}
