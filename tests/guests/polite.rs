//! The declarations of `lints.rs` as the public items of a library, where more lints look at them.

use std::path::Path;

/// Where the tests begin in `lints.rs`.
const TESTS: &str = "/// What is denied above is denied of code that works.";

/// The library; the lints that it denies are those of the file.
pub(crate) fn library(text: &str) -> String {
    let declarations = text.split(TESTS).next().unwrap_or_default();
    assert_ne!(declarations, text, "the tests are found");
    let lines = declarations
        .lines()
        .filter(|line| !line.starts_with("use crate::"));
    let public = lines.map(|line| match line.split_once(' ') {
        Some(("struct", _)) => format!("pub {line}\n"),
        // Of its own enums, a library says so itself.
        Some(("enum", _)) => format!("#[non_exhaustive]\npub {line}\n"),
        _ => format!("{line}\n"),
    });
    public.collect()
}

/// A manifest with all that lints about packages ask for.
pub(crate) fn manifest(runtime: &Path) -> String {
    format!(
        r#"[package]
name = "polite"
version = "0.1.0"
edition = "2024"
description = "Objects of an API."
license = "MIT"
repository = "https://example.com/polite"
readme = "README.md"
keywords = ["api"]
categories = ["web-programming"]

[dependencies]
api-object = {{ version = "0.1", path = {runtime:?}, features = ["regex"] }}

[workspace]
"#
    )
}
