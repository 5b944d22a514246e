//! Names that expansions use inside, where the user's own would be in the way.

use syn::{DeriveInput, GenericParam, Ident};

use crate::errors::Errors;

/// Types, of which the runtime's is a module.
const TYPES: &[&str] = &["__rt", "__Sound"];
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
fn of(input: &DeriveInput) -> impl Iterator<Item = (&Ident, &'static str)> {
    let params = input.generics.params.iter().map(|param| match param {
        GenericParam::Lifetime(param) => (&param.lifetime.ident, "'"),
        GenericParam::Type(param) => (&param.ident, ""),
        GenericParam::Const(param) => (&param.ident, ""),
    });
    let params = params.filter(|(name, _)| is_among(name, PARAMS) || is_among(name, TYPES));
    let own = Some((&input.ident, "")).filter(|(name, _)| is_among(name, TYPES));
    own.into_iter().chain(params)
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
    fn other_names_may_begin_so() {
        let declared = quote! {
            struct __TABLE<'__b, __T> { name: &'__b str, item: __T }
        };
        assert_eq!(complaints(declared), [""; 0]);
    }
}
