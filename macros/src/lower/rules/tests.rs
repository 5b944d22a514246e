use proc_macro2::TokenStream;
use quote::quote;

use super::super::testing::{complaints, object};
use crate::model::{Ask, Bound, Level, Order, Rule};

fn field(rules: TokenStream, ty: TokenStream) -> TokenStream {
    quote! { struct Job { before: UnixSeconds, #[api(#rules)] field: #ty } }
}

fn lowered(rules: TokenStream, ty: TokenStream) -> Vec<Rule> {
    object(field(rules, ty)).members.remove(1).rules
}

fn range(interval: TokenStream) -> (Bound, Bound) {
    match lowered(quote!(range(#interval)), quote!(f64)).pop() {
        Some(Rule {
            ask: Ask::Range(low, high),
            ..
        }) => (low, high),
        _ => panic!("no range"),
    }
}

fn len(interval: TokenStream) -> (usize, usize) {
    match lowered(quote!(len(#interval)), quote!(String)).pop() {
        Some(Rule {
            ask: Ask::Len(min, max),
            ..
        }) => (min, max),
        _ => panic!("no length"),
    }
}

#[test]
fn ranges_are_as_written() {
    use Bound::{Integer, Number, Open, PastInteger, PastNumber};
    assert!(matches!(range(quote!(1..=50)), (Integer(1), Integer(50))));
    assert!(matches!(range(quote!(1..)), (Integer(1), Open)));
    assert!(matches!(range(quote!(..=5)), (Open, Integer(5))));
    assert!(matches!(range(quote!(..5)), (Open, PastInteger(5))));
    assert!(matches!(range(quote!(-2..=-1)), (Integer(-2), Integer(-1))));
    assert!(matches!(
        range(quote!(0 < ..10)),
        (PastInteger(0), PastInteger(10))
    ));
    assert!(matches!(range(quote!(0.0 <..)), (PastNumber(x), Open) if x == 0.0));
    let (low, high) = range(quote!(0.5 < ..=1.5));
    assert!(matches!(low, PastNumber(x) if x == 0.5));
    assert!(matches!(high, Number(x) if x == 1.5));
}

#[test]
fn empty_ranges_are_refused() {
    let empty = "nothing is in this range; write the lower bound first, as in `1..=5`";
    for interval in [
        quote!(5..=1),
        quote!(1..1),
        quote!(1 < ..=1),
        quote!(0.5..0.25),
    ] {
        assert_eq!(
            complaints(field(quote!(range(#interval)), quote!(f64))),
            [empty]
        );
    }
    for interval in [quote!(5..=1), quote!(..0), quote!(3..3)] {
        assert_eq!(
            complaints(field(quote!(len(#interval)), quote!(String))),
            [empty]
        );
    }
    assert_eq!(
        complaints(field(quote!(range(0 < ..1)), quote!(f64))),
        [""; 0]
    );
}

#[test]
fn lengths_include_both_ends() {
    assert_eq!(len(quote!(..=5)), (0, 5));
    assert_eq!(len(quote!(1..=64)), (1, 64));
    assert_eq!(len(quote!(3)), (3, 3));
    assert_eq!(len(quote!(1..)), (1, usize::MAX));
    assert_eq!(len(quote!(..5)), (0, 4));
}

#[test]
fn lengths_are_whole_numbers() {
    assert_eq!(
        complaints(field(quote!(len(-1..=1.5)), quote!(String))),
        ["this is not a length; write a whole number"]
    );
}

#[test]
fn rules_keep_their_order_and_level() {
    let rules = lowered(
        quote!(
            len(..=5),
            note(each(len(1..), unique), unique),
            check = f::g
        ),
        quote!(Option<Vec<Vec<u8>>>),
    );
    let levels: Vec<Level> = rules.iter().map(|rule| rule.level).collect();
    assert!(levels == [Level::Violation, Level::Note, Level::Note, Level::Violation]);
    let Ask::Each(inner) = &rules[1].ask else {
        panic!("`each` is the second");
    };
    assert!(inner.len() == 2 && inner.iter().all(|rule| rule.level == Level::Note));
    assert!(matches!(&rules[3].ask, Ask::Custom(path) if path.segments.len() == 2));
}

#[test]
fn orders_name_the_place_of_the_other() {
    let rules = lowered(quote!(not_before = before), quote!(Option<UnixSeconds>));
    assert!(matches!(rules[0].ask, Ask::Order(Order::NotBefore, 0)));
    assert_eq!(
        complaints(field(quote!(at_most = field, at_least = befor), quote!(u8))),
        [
            "`field` is this field itself; name another",
            "there is no field `befor` here; did you mean `before`?",
        ]
    );
}

#[test]
fn types_that_cannot_answer_are_refused() {
    let cases = [
        (
            quote!(range(1..)),
            quote!(String),
            "`range` is for numbers, and this is a string",
        ),
        (
            quote!(range(1..)),
            quote!(Option<Vec<u8>>),
            "`range` is for numbers, and this is a list",
        ),
        (
            quote!(len(1..)),
            quote!(u64),
            "`len` is for strings, lists and maps, and this is an integer",
        ),
        (
            quote!(len(1..)),
            quote!(Option<Auto<bool>>),
            "`len` is for strings, lists and maps, and this is a bool",
        ),
        (
            quote!(len(1..)),
            quote!(Option<Quoted<u64>>),
            "`len` is for strings, lists and maps, and this is an integer",
        ),
        (
            quote!(unique),
            quote!(f32),
            "`unique` is for lists, and this is a number",
        ),
        (
            quote!(each(len(1..))),
            quote!(UnixSeconds),
            "`each` is for lists and maps, and this is a moment",
        ),
        (
            quote!(each(len(1..))),
            quote!(Vec<bool>),
            "`len` is for strings, lists and maps, and this is a bool",
        ),
        (
            quote!(at_least = before),
            quote!(bool),
            "`at_least` is for moments and numbers, and this is a bool",
        ),
    ];
    for (rules, ty, wrong) in cases {
        let advice = "remove the rule, or change the type";
        assert_eq!(complaints(field(rules, ty)), [format!("{wrong}; {advice}")]);
    }
}

#[test]
fn types_that_nobody_knows_are_not_guessed_at() {
    let rules = quote!(range(1..), len(1..), unique, each(unique, range(1..)));
    assert_eq!(complaints(field(rules, quote!(Option<my::Thing>))), [""; 0]);
    assert_eq!(
        complaints(field(quote!(range(1..)), quote!(Option<Box<Auto<u32>>>))),
        [""; 0]
    );
}

#[test]
fn elements_take_rules_of_values_only() {
    assert_eq!(
        complaints(field(
            quote!(each(not_before = before, ragne(1..))),
            quote!(Vec<u8>)
        )),
        [
            "there is no key `ragne` among rules; did you mean `range`?",
            "`not_before` cannot ask an element; write it outside `each(...)`",
        ]
    );
}

#[test]
fn objects_take_rules_of_their_own() {
    let declared = quote! {
        #[api(check = a, note(check = b::c))]
        struct Job {}
    };
    let checks = object(declared).rules;
    assert!(checks[0].level == Level::Violation && checks[1].level == Level::Note);
    let declared = quote! { #[api(note(unique))] struct Job {} };
    assert_eq!(
        complaints(declared),
        ["`unique` asks a field; write it on one, or `check = path` here"]
    );
}

#[cfg(feature = "pattern")]
#[test]
fn patterns_are_parsed() {
    assert_eq!(
        complaints(field(quote!(pattern("^[a-z]+$")), quote!(String))),
        [""; 0]
    );
    assert_eq!(
        complaints(field(quote!(pattern("^[a-z+$")), quote!(String))),
        ["this is not a regular expression: unclosed character class; correct it at `[a-z+$`"]
    );
}

#[cfg(not(feature = "pattern"))]
#[test]
fn patterns_need_their_feature() {
    assert_eq!(
        complaints(field(quote!(pattern("^[a-z]+$")), quote!(String))),
        ["`pattern` needs regular expressions; switch on the feature `regex` of `api-object`"]
    );
}
