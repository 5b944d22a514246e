//! Rules as constant data, and the calls of the user's own.

use std::ops::RangeFrom;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Path;

use super::{blamed, relations, statuses};
use crate::model::{
    Ask, AskObject, Bound, Format, Level, Member, Number, Object, ObjectRule, Order, Rule,
    StatusSet,
};

/// Numbers for the rules of the user's own: the members' in declaration order, then the object's.
pub(super) type Numbers = RangeFrom<u16>;

/// The rules of a value: when it must be set and when null, as bits of statuses, and the rest.
pub(super) struct Rules {
    pub(super) set_in: TokenStream,
    pub(super) null_in: TokenStream,
    pub(super) others: Vec<TokenStream>,
    /// Whether one of the two sets is asked for, which may be empty.
    pub(super) has_presence: bool,
}

pub(super) fn of_member(rules: &[Rule], numbers: &mut Numbers) -> Rules {
    let set_in = || rules.iter().filter_map(set_in);
    let null_in = || rules.iter().filter_map(null_in);
    let others = rules.iter().filter(|rule| !has_bits(rule));
    Rules {
        set_in: statuses::union(set_in()),
        null_in: statuses::union(null_in()),
        others: others.map(|one| rule(one, numbers)).collect(),
        has_presence: rules.iter().any(has_bits),
    }
}

fn has_bits(rule: &Rule) -> bool {
    set_in(rule).or(null_in(rule)).is_some()
}

/// The statuses in which a member must be set, where they have bits, and it is a violation if it is not.
fn set_in(rule: &Rule) -> Option<&StatusSet> {
    match (&rule.ask, rule.level) {
        (Ask::SetIn(statuses), Level::Violation) => Some(statuses).filter(|set| set.has_bits()),
        _ => None,
    }
}

fn null_in(rule: &Rule) -> Option<&StatusSet> {
    match (&rule.ask, rule.level) {
        (Ask::NullIn(statuses), Level::Violation) => Some(statuses).filter(|set| set.has_bits()),
        _ => None,
    }
}

/// The rules of an object as a whole.
pub(super) fn of_object(object: &Object<'_>, numbers: &mut Numbers) -> Vec<TokenStream> {
    let mut rule = |rule: &ObjectRule| {
        let ask = match &rule.ask {
            AskObject::Custom(_) => {
                let number = number(numbers);
                quote!(Custom(#number))
            }
            AskObject::Ensure(left, relation, right) => {
                let relation = relations::relation(*relation);
                let (left, right) = (relations::sum(left), relations::sum(right));
                quote!(Ensure(#left, #relation, #right))
            }
            AskObject::Choice(choice, places) => {
                let choice = relations::choice(*choice);
                let places = places.iter().copied().map(Literal::usize_unsuffixed);
                quote!(Choice(#choice, &[#(#places),*]))
            }
        };
        leveled(rule.level, ask)
    };
    object.rules.iter().map(&mut rule).collect()
}

fn rule(rule: &Rule, numbers: &mut Numbers) -> TokenStream {
    let ask = match &rule.ask {
        Ask::Range(low, high) => {
            let (low, high) = (bound(low), bound(high));
            quote!(Range(#low, #high))
        }
        Ask::MultipleOf(step) => {
            let step = figure(*step);
            quote!(MultipleOf(#step))
        }
        Ask::OneOf(numbers) => one_of(numbers),
        Ask::Only(value) => quote!(Only(#value)),
        Ask::Len(min, max) => {
            let max = match *max {
                usize::MAX => quote!(__rt::usize::MAX),
                max => Literal::usize_unsuffixed(max).into_token_stream(),
            };
            let min = Literal::usize_unsuffixed(*min);
            quote!(Len(#min, #max))
        }
        Ask::Pattern(pattern) => quote!(Pattern(#pattern)),
        Ask::StartsWith(prefixes) => quote!(StartsWith(&[#(#prefixes),*])),
        Ask::Format(format) => self::format(*format),
        Ask::Unique => quote!(Unique),
        Ask::Each(rules) => {
            let rules = rules.iter().map(|one| self::rule(one, numbers));
            quote!(Each(&[#(#rules),*]))
        }
        Ask::Order(by, other) => {
            let by = order(*by);
            let other = Literal::usize_unsuffixed(*other);
            quote!(Order(__rt::Order::#by, #other))
        }
        Ask::SetIn(set) => {
            let set = statuses::set(set);
            quote!(SetIn(#set))
        }
        Ask::NullIn(set) => {
            let set = statuses::set(set);
            quote!(NullIn(#set))
        }
        Ask::SetIf(condition) => {
            let condition = relations::condition(condition);
            quote!(SetIf(#condition))
        }
        Ask::NullIf(condition) => {
            let condition = relations::condition(condition);
            quote!(NullIf(#condition))
        }
        Ask::SameAs(member, below) => {
            let member = Literal::usize_unsuffixed(*member);
            quote!(SameAs(#member, &[#(#below),*]))
        }
        Ask::Custom(_) => {
            let number = number(numbers);
            quote!(Custom(#number))
        }
    };
    leveled(rule.level, ask)
}

fn leveled(level: Level, ask: TokenStream) -> TokenStream {
    let level = match level {
        Level::Violation => quote!(Violation),
        Level::Note => quote!(Note),
    };
    quote!(__rt::Rule { level: __rt::Level::#level, ask: __rt::Ask::#ask })
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

fn one_of(numbers: &[Number]) -> TokenStream {
    let numbers = numbers.iter().copied().map(figure);
    quote!(OneOf(&[#(#numbers),*]))
}

fn format(format: Format) -> TokenStream {
    match format {
        Format::Uri => quote!(Format(__rt::Format::Uri)),
        Format::Email => quote!(Format(__rt::Format::Email)),
    }
}

fn figure(number: Number) -> TokenStream {
    match number {
        Number::Integer(value) => {
            let value = Literal::i128_unsuffixed(value);
            quote!(__rt::Number::Integer(#value))
        }
        Number::Float(value) => {
            let value = Literal::f64_unsuffixed(value);
            quote!(__rt::Number::Float(#value))
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
        AskObject::Custom(path) => Some(quote_spanned!(blamed(path)=> __rt::custom(#path(self)))),
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
