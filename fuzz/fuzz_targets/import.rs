//! Any document is an error, or becomes files that are Rust and lie in their folder.

#![no_main]

use cargo_api_object::import::{ImportError, Imported, Options, import_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let options = Options::default();
    let imported = match import_text("fuzzed.yaml", text, &options) {
        Ok(imported) => imported,
        Err(ImportError::Emit(why)) => panic!("{why}"),
        Err(error) => return drop(error.to_string()),
    };
    for file in &imported.files {
        if let Err(error) = syn::parse_file(&file.text) {
            panic!("{}: {error}\n{}", file.path, file.text);
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
