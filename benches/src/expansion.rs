//! What derives emit, in tokens: rustc expands a crate, and what its author wrote is taken off.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, File, Item, Type};

/// Declarations to expand: one file of types, and what it depends on.
pub struct Source<'a> {
    /// The crate's name.
    pub name: &'a str,
    /// The text of its `lib.rs`.
    pub text: &'a str,
    /// The lines under `[dependencies]`.
    pub dependencies: &'a str,
}

/// The tokens that came with one of the author's types, in the author's order.
pub struct Emitted {
    /// The author's type.
    pub ident: String,
    /// How many tokens its derives added.
    pub tokens: usize,
}

/// Expands the crate in a folder under `dir`, and counts.
///
/// # Errors
///
/// Where the crate cannot be written, does not compile, or does not parse.
pub fn emitted(source: &Source<'_>, dir: &Path) -> io::Result<Vec<Emitted>> {
    let written = syn::parse_file(source.text).map_err(io::Error::other)?;
    let expanded = expand(source, dir)?;
    let expanded = syn::parse_file(&expanded).map_err(io::Error::other)?;
    Ok(attribute(&written, &expanded))
}

fn expand(source: &Source<'_>, dir: &Path) -> io::Result<String> {
    let krate = write_crate(source, &dir.join(source.name))?;
    let output = Command::new(env!("CARGO"))
        .args(["rustc", "--quiet", "--lib", "--profile=check"])
        .args(["--", "-Zunpretty=expanded"])
        .current_dir(krate)
        .env("CARGO_TARGET_DIR", dir.join("target"))
        // Unpretty is unstable; the pinned compiler obliges for this one crate.
        .env("RUSTC_BOOTSTRAP", source.name)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(io::Error::other(format!(
            "`{}` does not compile",
            source.name
        )));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}

fn write_crate(source: &Source<'_>, krate: &Path) -> io::Result<PathBuf> {
    let manifest = format!(
        "[package]\nname = \"{}\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{}\n",
        source.name, source.dependencies
    );
    fs::create_dir_all(krate.join("src"))?;
    fs::write(krate.join("Cargo.toml"), manifest)?;
    fs::write(krate.join("src/lib.rs"), source.text)?;
    Ok(krate.to_owned())
}

/// Derives put what they emit behind the type that they stand on.
fn attribute(written: &File, expanded: &File) -> Vec<Emitted> {
    let authored: Vec<String> = written.items.iter().filter_map(type_name).collect();
    let mut found: Vec<Emitted> = Vec::new();
    for item in &expanded.items {
        let name = type_name(item).filter(|name| authored.contains(name));
        if let Some(ident) = name {
            found.push(Emitted { ident, tokens: 0 });
        } else if let Some(last) = found.last_mut() {
            last.tokens += cost(item, &authored);
        }
    }
    found
}

fn type_name(item: &Item) -> Option<String> {
    match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

/// The tokens of an emitted item. The compiler's own derives (`Debug`, `Clone`, …) are nobody's expense where the
/// author asked for them, and a name and a comma where a derive asked for them on a type that it made.
fn cost(item: &Item, authored: &[String]) -> usize {
    match item {
        Item::Impl(block) if block.attrs.iter().any(is_builtin) => {
            let own = matches!(&*block.self_ty, Type::Path(ty)
                if ty.path.segments.last().is_some_and(|s| authored.contains(&s.ident.to_string())));
            if own { 0 } else { 2 }
        }
        _ => count(item.to_token_stream()),
    }
}

fn is_builtin(attribute: &Attribute) -> bool {
    attribute.path().is_ident("automatically_derived")
}

/// Words, literals and single punctuation marks; a pair of brackets counts as two.
fn count(tokens: TokenStream) -> usize {
    let each = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => 2 + count(group.stream()),
        _ => 1,
    });
    each.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_two_and_marks_are_single() {
        let tokens: TokenStream = "a::b(c, [1])".parse().unwrap();
        assert_eq!(count(tokens), 11);
    }

    #[test]
    fn emitted_items_belong_to_the_type_before_them() {
        let written =
            syn::parse_file("use x::X; #[derive(X)] struct A; #[derive(X)] struct B;").unwrap();
        let expanded = syn::parse_file(
            "extern crate std; use x::X; struct A; \
             #[automatically_derived] impl ::core::clone::Clone for A { fn clone(&self) -> A { A } } \
             const _: () = (); \
             struct B; struct Made; #[automatically_derived] impl Clone for Made { fn c() {} }",
        );
        let found = attribute(&written, &expanded.unwrap());
        let found: Vec<_> = found.iter().map(|e| (e.ident.as_str(), e.tokens)).collect();
        // `const _ : ( ) = ( ) ;` is nine; `struct Made ;` is three, and its derive two.
        assert_eq!(found, [("A", 9), ("B", 5)]);
    }
}
