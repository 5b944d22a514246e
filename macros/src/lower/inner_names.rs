//! Names that expansions use inside, where the user's own would be in the way.

use std::borrow::Cow;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{DeriveInput, GenericParam, Ident};

use crate::ast::fields;
use crate::errors::Errors;

/// Types, of which the runtime's is a module.
const TYPES: &[&str] = &["__rt", "__Sound"];
/// The same, where they are mentioned.
const MENTIONED: &[&str] = &["__rt", "__Sound", "__Statuses"];
/// Parameters, of types and of lifetimes.
const PARAMS: &[&str] = &["__S", "__D", "__de", "__a"];

pub(super) fn refuse(input: &DeriveInput, errors: &mut Errors) {
    for (name, tick) in of(input) {
        let message = format!("the derive uses the name `{tick}{name}` inside; write another one");
        errors.at(name.span(), message);
    }
}

/// Whether there is one: then no code of ours can stand around the declaration.
pub(crate) fn are_in(input: &DeriveInput) -> bool {
    of(input).next().is_some()
}

/// The names, with the mark that stands before a lifetime.
fn of(input: &DeriveInput) -> impl Iterator<Item = (Cow<'_, Ident>, &'static str)> {
    let params = input.generics.params.iter().map(|param| match param {
        GenericParam::Lifetime(param) => (&param.lifetime.ident, "'"),
        GenericParam::Type(param) => (&param.ident, ""),
        GenericParam::Const(param) => (&param.ident, ""),
    });
    let params = params.filter(|(name, _)| is_among(name, PARAMS) || is_among(name, TYPES));
    let own = Some((&input.ident, "")).filter(|(name, _)| is_among(name, TYPES));
    let declared: Vec<_> = own.into_iter().chain(params).collect();
    let mentioned = mentioned(input, |name| declared.iter().any(|(told, _)| *told == name));
    let declared = declared.into_iter();
    let declared = declared.map(|(name, tick)| (Cow::Borrowed(name), tick));
    let mentioned = mentioned.into_iter();
    declared.chain(mentioned.map(|name| (Cow::Owned(name), "")))
}

/// The names that stand in the types of fields, and in bounds, but for those of which it is told already.
fn mentioned(input: &DeriveInput, is_told: impl Fn(&Ident) -> bool) -> Vec<Ident> {
    let mut names = Vec::new();
    let mut add = |name: Ident| {
        if is_among(&name, MENTIONED) && !is_told(&name) {
            names.push(name);
        }
    };
    fields(&input.data).for_each(|field| each_name(field.ty.to_token_stream(), &mut add));
    for param in &input.generics.params {
        each_name(param.to_token_stream(), &mut add);
    }
    each_name(input.generics.where_clause.to_token_stream(), &mut add);
    names
}

fn each_name(tokens: TokenStream, f: &mut dyn FnMut(Ident)) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => f(name),
            TokenTree::Group(group) => each_name(group.stream(), f),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn is_among(name: &Ident, names: &[&str]) -> bool {
    names.iter().any(|inner| name == inner)
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::super::testing::complaints;

    #[test]
    fn a_name_that_is_used_inside_is_refused() {
        let declared = quote! {
            struct __Sound<'a, '__de, __S, T, const __rt: usize> {
                name: &'a str,
                other: &'__de str,
                item: __S,
                more: T,
            }
        };
        let names = ["__Sound", "'__de", "__S", "__rt"];
        assert_eq!(
            complaints(declared),
            names
                .map(|name| format!("the derive uses the name `{name}` inside; write another one"))
        );
    }

    #[test]
    fn so_is_one_that_is_mentioned_once_for_each_place() {
        let declared = quote! {
            struct Job<T: __Sound> where T: self::__rt {
                __rt: Vec<__rt>,
                item: T,
                status: __Statuses,
            }
        };
        let names = ["__rt", "__Statuses", "__Sound", "__rt"];
        assert_eq!(
            complaints(declared),
            names
                .map(|name| format!("the derive uses the name `{name}` inside; write another one"))
        );
    }

    #[test]
    fn other_names_may_begin_so() {
        let declared = quote! {
            struct __TABLE<'__b, __T> { name: &'__b str, item: __T, __rt: __Words, __Sound: u8 }
        };
        assert_eq!(complaints(declared), [""; 0]);
    }
}
