//! The derive of `api-object`: read what was written, lower it to what is meant, write that out.

mod ast;
mod attrs;
#[cfg(test)]
mod editors;
mod errors;
mod expand;
mod groups;
mod lower;
mod model;
mod receiver;
mod repair;
#[cfg(test)]
mod robustness;
#[cfg(test)]
mod snapshots;
mod sums;
mod told;
#[cfg(test)]
mod written_out;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::ast::Declaration;
use crate::errors::{Errors, Outcome};
use crate::lower::{header, inner_names, lower};

/// Derives `ApiObject` and what belongs to it: see the crate `api-object`, which re-exports this.
// A fuzz target calls `derive` itself, in a crate that is a library.
#[cfg(not(fuzzing))]
// It claims serde's attribute to answer it: a compiler would advise serde's derives, which clash with this one.
#[proc_macro_derive(ApiObject, attributes(api, serde))]
pub fn derive_api_object(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(tokens.into()).into()
}

/// `derive` for the fuzz target of that name.
#[cfg(fuzzing)]
pub fn fuzzed(tokens: TokenStream) -> TokenStream {
    derive(tokens)
}

/// The derive on tokens that unit tests can make.
pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    // In an editor, a declaration is what somebody has typed so far.
    let (mut input, not_rust) = match syn::parse2::<DeriveInput>(tokens.clone()) {
        Ok(input) => (input, None),
        Err(error) => match repair::understood(tokens) {
            Some(input) => (input, Some(error)),
            None => return error.into_compile_error(),
        },
    };
    groups::open(&mut input);
    sums::parenthesize(&mut input);
    receiver::name_self(&mut input);
    let mut errors = Errors::new();
    not_rust.into_iter().for_each(|error| errors.push(error));
    if told::is_in(&mut input) {
        return told_elsewhere(&input, errors);
    }
    let declaration = Declaration::read(&input, &mut errors);
    let model = lower(&declaration, &mut errors);
    match errors.finish(model) {
        Outcome::Sound(model) => expand::expand(&model, &declaration.allowed),
        Outcome::Broken(error, salvaged) => {
            let mut tokens = error.into_compile_error();
            if !inner_names::are_in(&input) {
                tokens.extend(expand::fallback(
                    header(&declaration),
                    salvaged,
                    &declaration.allowed,
                ));
            }
            tokens
        }
    }
}

/// What is made of a declaration of which a compiler tells a mistake: what is wrong besides, and the names.
fn told_elsewhere(input: &DeriveInput, mut errors: Errors) -> TokenStream {
    let judged = told::judged(input);
    let declaration = Declaration::read(&judged, &mut errors);
    let model = lower(&declaration, &mut errors);
    let mut tokens = match errors.finish(model) {
        Outcome::Sound(_) => TokenStream::new(),
        Outcome::Broken(error, _) => error.into_compile_error(),
    };
    if inner_names::are_in(input) {
        return tokens;
    }
    let inert = told::inert(input);
    let mut told_already = Errors::new();
    let declaration = Declaration::read(&inert, &mut told_already);
    let model = lower(&declaration, &mut told_already);
    let salvaged = match told_already.finish(model) {
        Outcome::Sound(model) => Some(model),
        Outcome::Broken(_, salvaged) => salvaged,
    };
    tokens.extend(expand::fallback(
        header(&declaration),
        salvaged,
        &declaration.allowed,
    ));
    tokens
}
