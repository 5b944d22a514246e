//! Rules as constant data, and the calls of the user's own.

use std::ops::RangeFrom;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Path;

use super::{blamed, relations, statuses};
use crate::model::{
    Ask, AskObject, Bound, Level, Member, Object, ObjectRule, Order, Rule, StatusSet,
};

/// Numbers for the rules of the user's own: the members' in declaration order, then the object's.
pub(super) type Numbers = RangeFrom<u16>;

/// The rules of a member: `.rules(&[…])`, or nothing. Of rules of presence it says what they come to.
pub(super) fn of_member(rules: &[Rule], numbers: &mut Numbers) -> Option<TokenStream> {
    let table: Vec<_> = rules.iter().map(|one| rule(one, numbers)).collect();
    let set_in = || rules.iter().filter_map(set_in);
    let null_in = || rules.iter().filter_map(null_in);
    let presences = set_in().count() + null_in().count();
    if rules.is_empty() {
        return None;
    }
    // Most rules ask nothing of a null; of those that do, the descriptor says so.
    let of_null = rules.iter().any(|rule| matches!(rule.ask, Ask::SetIf(_)));
    let of_null = of_null.then(|| quote!(.asks_of_null()));
    if presences == 0 {
        return Some(quote!(.rules(&[#(#table),*]) #of_null));
    }
    let others = presences < rules.len();
    let (set_in, null_in) = (statuses::union(set_in()), statuses::union(null_in()));
    Some(quote!(.presence_rules(#set_in, #null_in, #others, &[#(#table),*]) #of_null))
}

fn set_in(rule: &Rule) -> Option<&StatusSet> {
    match &rule.ask {
        Ask::SetIn(statuses) => Some(statuses),
        _ => None,
    }
}

fn null_in(rule: &Rule) -> Option<&StatusSet> {
    match &rule.ask {
        Ask::NullIn(statuses) => Some(statuses),
        _ => None,
    }
}

/// The rules of an object as a whole.
pub(super) fn of_object(object: &Object<'_>, numbers: &mut Numbers) -> Option<TokenStream> {
    let mut rule = |rule: &ObjectRule| {
        let ask = match &rule.ask {
            AskObject::Custom(_) => {
                let number = number(numbers);
                quote!(custom(#number))
            }
            AskObject::Ensure(left, relation, right) => {
                let relation = relations::relation(*relation);
                let (left, right) = (relations::sum(left), relations::sum(right));
                quote!(ensure(#left, #relation, #right))
            }
            AskObject::Choice(choice, places) => {
                let choice = relations::choice(*choice);
                let places = places.iter().copied().map(Literal::usize_unsuffixed);
                quote!(choice(#choice, &[#(#places),*]))
            }
        };
        leveled(rule.level, ask)
    };
    let rules: Vec<_> = object.rules.iter().map(&mut rule).collect();
    (!rules.is_empty()).then(|| quote!(.rules(&[#(#rules),*])))
}

fn rule(rule: &Rule, numbers: &mut Numbers) -> TokenStream {
    let ask = match &rule.ask {
        Ask::Range(low, high) => {
            let (low, high) = (bound(low), bound(high));
            quote!(range(#low, #high))
        }
        Ask::Len(min, max) => {
            let max = match *max {
                usize::MAX => quote!(__rt::usize::MAX),
                max => Literal::usize_unsuffixed(max).into_token_stream(),
            };
            let min = Literal::usize_unsuffixed(*min);
            quote!(len(#min, #max))
        }
        Ask::Pattern(pattern) => quote!(pattern(#pattern)),
        Ask::Unique => quote!(unique()),
        Ask::Each(rules) => {
            let rules = rules.iter().map(|one| self::rule(one, numbers));
            quote!(each(&[#(#rules),*]))
        }
        Ask::Order(by, other) => {
            let by = order(*by);
            let other = Literal::usize_unsuffixed(*other);
            quote!(order(__rt::Order::#by, #other))
        }
        Ask::SetIn(set) => statuses::call(quote!(set_in), quote!(set_in_shared), set),
        Ask::NullIn(set) => statuses::call(quote!(null_in), quote!(null_in_shared), set),
        Ask::SetIf(condition) => {
            let condition = relations::condition(condition);
            quote!(set_if(#condition))
        }
        Ask::NullIf(condition) => {
            let condition = relations::condition(condition);
            quote!(null_if(#condition))
        }
        Ask::SameAs(member, below) => {
            let member = Literal::usize_unsuffixed(*member);
            quote!(same_as(#member, &[#(#below),*]))
        }
        Ask::Custom(_) => {
            let number = number(numbers);
            quote!(custom(#number))
        }
    };
    leveled(rule.level, ask)
}

fn leveled(level: Level, ask: TokenStream) -> TokenStream {
    match level {
        Level::Violation => quote!(__rt::Rule::#ask),
        Level::Note => quote!(__rt::Rule::#ask.note()),
    }
}

fn number(numbers: &mut Numbers) -> Option<Literal> {
    numbers.next().map(Literal::u16_unsuffixed)
}

/// Places in the status table, without suffixes, as a person would write them.
pub(super) fn places(places: &[u16]) -> impl Iterator<Item = Literal> {
    places.iter().copied().map(Literal::u16_unsuffixed)
}

fn bound(bound: &Bound) -> TokenStream {
    match *bound {
        Bound::Open => quote!(__rt::Bound::Open),
        Bound::Integer(value) => {
            let value = Literal::i128_unsuffixed(value);
            quote!(__rt::Bound::Integer(#value))
        }
        Bound::PastInteger(value) => {
            let value = Literal::i128_unsuffixed(value);
            quote!(__rt::Bound::PastInteger(#value))
        }
        Bound::Number(value) => {
            let value = Literal::f64_unsuffixed(value);
            quote!(__rt::Bound::Number(#value))
        }
        Bound::PastNumber(value) => {
            let value = Literal::f64_unsuffixed(value);
            quote!(__rt::Bound::PastNumber(#value))
        }
    }
}

fn order(order: Order) -> TokenStream {
    match order {
        Order::NotBefore => quote!(NotBefore),
        Order::NotAfter => quote!(NotAfter),
        Order::AtLeast => quote!(AtLeast),
        Order::AtMost => quote!(AtMost),
    }
}

// Expands to:
// fn custom(&self, number: u16) -> Result<(), String> {
//     match number { 0 => __rt::custom(path::to::rule(&self.seed)), … _ => Ok(()) }
// }
// The user's paths are in the scope of these two names.
pub(super) fn custom(object: &Object<'_>) -> Option<TokenStream> {
    let members = object.members.iter().flat_map(|member| {
        let paths = member.rules.iter().filter_map(|rule| match &rule.ask {
            Ask::Custom(path) => Some(path),
            _ => None,
        });
        paths.map(|path| member_call(member, path))
    });
    let own = object.rules.iter().filter_map(|rule| match &rule.ask {
        AskObject::Custom(path) => Some(quote!(__rt::custom(#path(self)))),
        AskObject::Ensure(..) | AskObject::Choice(..) => None,
    });
    let arms: Vec<_> = members
        .chain(own)
        .zip((0..).map(Literal::u16_unsuffixed))
        .map(|(call, number)| quote!(#number => #call,))
        .collect();
    (!arms.is_empty()).then(|| {
        quote! {
            fn custom(&self, __number: __rt::u16) -> __rt::Result<(), __rt::String> {
                match __number {
                    #(#arms)*
                    _ => __rt::Ok(()),
                }
            }
        }
    })
}

fn member_call(member: &Member<'_>, path: &Path) -> TokenStream {
    let ident = member.ident;
    match member.nullable {
        false => quote_spanned!(blamed(path)=> __rt::custom(#path(&self.#ident))),
        true => quote_spanned! {blamed(path)=>
            match &self.#ident {
                __rt::Some(__value) => __rt::custom(#path(__value)),
                __rt::None => __rt::Ok(()),
            }
        },
    }
}
