//! Rules about other members, as constant data.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal;
use crate::model::{Choice, Condition, Relation, Term};

pub(super) fn condition(condition: &Condition) -> TokenStream {
    let Condition {
        member,
        negated,
        values,
    } = condition;
    let member = Literal::usize_unsuffixed(*member);
    let values = values.iter().map(literal::expand);
    quote!(__rt::Condition { member: #member, negated: #negated, values: &[#(#values),*] })
}

pub(super) fn sum(terms: &[Term]) -> TokenStream {
    let terms = terms.iter().map(|Term { times, member }| {
        let times = Literal::i64_unsuffixed(*times);
        match member {
            Some(member) => {
                let member = Literal::usize_unsuffixed(*member);
                quote!(__rt::Term::Member(#times, #member))
            }
            None => quote!(__rt::Term::Number(#times)),
        }
    });
    quote!(&[#(#terms),*])
}

pub(super) fn relation(relation: Relation) -> TokenStream {
    match relation {
        Relation::Equal => quote!(__rt::Relation::Equal),
        Relation::AtMost => quote!(__rt::Relation::AtMost),
        Relation::Less => quote!(__rt::Relation::Less),
        Relation::AtLeast => quote!(__rt::Relation::AtLeast),
        Relation::More => quote!(__rt::Relation::More),
    }
}

pub(super) fn choice(choice: Choice) -> TokenStream {
    match choice {
        Choice::Exactly => quote!(__rt::Choice::Exactly),
        Choice::AtMost => quote!(__rt::Choice::AtMost),
        Choice::AtLeast => quote!(__rt::Choice::AtLeast),
    }
}
