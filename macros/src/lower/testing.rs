//! Declarations in, models or complaints out.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use super::lower;
use crate::ast::Declaration;
use crate::errors::{Errors, Outcome};
use crate::model::{Model, Object};

fn lowered(tokens: TokenStream) -> syn::Result<Model<'static>> {
    let input: &'static DeriveInput = Box::leak(Box::new(syn::parse2(tokens)?));
    let mut errors = Errors::new();
    let declaration = Declaration::read(input, &mut errors);
    let model = lower(&declaration, &mut errors);
    match errors.finish(model) {
        Outcome::Sound(model) => Ok(model),
        Outcome::Broken(error, _) => Err(error),
    }
}

/// The model of a declaration without a mistake.
pub(crate) fn model(tokens: TokenStream) -> Model<'static> {
    lowered(tokens).unwrap_or_else(|e| panic!("{:?}", told(e)))
}

pub(crate) fn object(tokens: TokenStream) -> Object<'static> {
    match model(tokens) {
        Model::Object(object) => object,
        _ => panic!("not an object"),
    }
}

/// Everything that is said about a declaration with mistakes.
pub(crate) fn complaints(tokens: TokenStream) -> Vec<String> {
    match lowered(tokens) {
        Ok(_) => Vec::new(),
        Err(error) => told(error),
    }
}

fn told(error: syn::Error) -> Vec<String> {
    error.into_iter().map(|e| e.to_string()).collect()
}
