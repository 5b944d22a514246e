//! Any document is an error, or becomes files that are Rust, lie in their folder, and are declarations that the derive takes.

#![no_main]

use cargo_api_object::import::{ImportError, Imported, Options, import_text};
use fuzz::declarations::declared;
use libfuzzer_sys::fuzz_target;
use proc_macro2::{TokenStream, TokenTree};

fuzz_target!(|text: &str| {
    let options = Options::default();
    let imported = match import_text("fuzzed.yaml", text, &options) {
        Ok(imported) => imported,
        Err(ImportError::Emit(why)) => panic!("{why}"),
        Err(error) => return drop(error.to_string()),
    };
    for file in &imported.files {
        match syn::parse_file(&file.text) {
            Err(error) => panic!("{}: {error}\n{}", file.path, file.text),
            Ok(parsed) => parsed.items.into_iter().for_each(taken),
        }
        let is_plain = |part: &str| {
            let stem = part.strip_suffix(".rs").unwrap_or(part);
            let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            !stem.is_empty() && stem.bytes().all(is_word)
        };
        assert!(file.path.split('/').all(is_plain), "{}", file.path);
    }
    let Imported { coverage, .. } = &imported;
    let json = coverage.to_json();
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    assert!(coverage.to_string().lines().count() > 5);
    if let Ok(again) = import_text("fuzzed.yaml", text, &options) {
        assert_eq!(again.files, imported.files);
    }
});

/// Fails where the derive has something to say against an item.
fn taken(item: syn::Item) {
    let Some(declaration) = declared(item) else {
        return;
    };
    let answer = derive::fuzzed(declaration.clone());
    if is_mistake(answer.clone()) {
        panic!("{declaration}\n{answer}");
    }
}

fn is_mistake(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "compile_error",
        TokenTree::Group(group) => is_mistake(group.stream()),
        _ => false,
    })
}
