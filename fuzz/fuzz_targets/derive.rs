//! Whatever tokens the derive is given, it answers with Rust and never panics.
//!
//! A text is taken as a file of declarations, so that those of the tests are seeds; bytes that are none choose a
//! declaration from words, brackets and keys.

#![no_main]

use fuzz::declarations::{Chooser, declared, nesting};
use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;
use syn::File;

/// The compiler itself reads nothing that is deeper.
const DEEPEST: usize = 100;

fuzz_target!(|bytes: &[u8]| {
    let text = std::str::from_utf8(bytes).ok();
    let tokens = text.and_then(|text| text.parse::<TokenStream>().ok());
    match tokens {
        Some(tokens) if nesting(tokens.clone()) > DEEPEST => {}
        Some(tokens) => match syn::parse2::<File>(tokens.clone()) {
            Ok(file) => file
                .items
                .into_iter()
                .filter_map(declared)
                .for_each(answered),
            Err(_) => answered(tokens),
        },
        None => answered(Chooser::new(bytes).declaration()),
    }
});

fn answered(declaration: TokenStream) {
    // Both are shared, and only what goes wrong is put in words.
    let answer = derive::fuzzed(declaration.clone());
    if let Err(error) = syn::parse2::<File>(answer.clone()) {
        panic!("{error}\n{declaration}\n{answer}");
    }
}
