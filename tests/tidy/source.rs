//! The files of this repository, and Rust files as items and tokens.

use std::fs;
use std::path::Path;
use std::process::Command;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, File, Item};

/// A Rust file.
pub(crate) struct Source {
    /// Its path from the root of the repository.
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) file: File,
}

/// A word, a literal, a mark or a bracket, and its line.
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// The paths of all files that are tracked, or will be, from the root of the repository.
pub(crate) fn paths() -> Vec<String> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files");
    let listed = String::from_utf8(output.stdout).expect("paths are UTF-8");
    let mut paths: Vec<String> = listed.lines().map(str::to_owned).collect();
    // What is removed and not yet committed is still listed.
    paths.retain(|path| root().join(path).exists());
    paths.sort();
    paths.dedup();
    paths
}

/// All Rust files whose path `is_wanted`; those that are written to be wrong are not parsed.
pub(crate) fn sources(is_wanted: impl Fn(&str) -> bool) -> Vec<Source> {
    let rust = paths()
        .into_iter()
        .filter(|path| path.ends_with(".rs") && is_wanted(path));
    let sources = rust.filter_map(|path| {
        let text = fs::read_to_string(root().join(&path)).expect("a file can be read");
        let file = syn::parse_file(&text).ok()?;
        Some(Source { path, text, file })
    });
    sources.collect()
}

pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

impl Source {
    /// The tokens of all that is compiled into the product: without `#[cfg(test)]` items.
    pub(crate) fn tokens(&self) -> Vec<Token> {
        let mut file = self.file.clone();
        WithoutTests.visit_file_mut(&mut file);
        let mut tokens = Vec::new();
        flatten(file.into_token_stream(), &mut tokens);
        tokens
    }

    /// The files that this one declares with `#[cfg(test)] mod name;`.
    pub(crate) fn test_modules(&self) -> impl Iterator<Item = String> {
        let folder = match self.path.rsplit_once('/') {
            Some((folder, "lib.rs" | "main.rs")) => folder,
            _ => self.path.trim_end_matches(".rs"),
        };
        self.file.items.iter().filter_map(move |item| match item {
            Item::Mod(module) if module.content.is_none() && is_for_tests(&module.attrs) => {
                Some(format!("{folder}/{}.rs", module.ident))
            }
            _ => None,
        })
    }
}

struct WithoutTests;

impl VisitMut for WithoutTests {
    fn visit_file_mut(&mut self, file: &mut File) {
        file.items.retain(|item| !is_test(item));
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        if let Some((_, items)) = &mut module.content {
            items.retain(|item| !is_test(item));
        }
        visit_mut::visit_item_mod_mut(self, module);
    }
}

fn is_test(item: &Item) -> bool {
    match item {
        Item::Fn(item) => is_for_tests(&item.attrs),
        Item::Impl(item) => is_for_tests(&item.attrs),
        Item::Mod(item) => is_for_tests(&item.attrs),
        Item::Struct(item) => is_for_tests(&item.attrs),
        Item::Use(item) => is_for_tests(&item.attrs),
        _ => false,
    }
}

fn is_for_tests(attrs: &[Attribute]) -> bool {
    let is_cfg_test = |attr: &Attribute| {
        attr.path().is_ident("cfg")
            && attr
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    };
    attrs.iter().any(is_cfg_test)
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                    proc_macro2::Delimiter::Brace => ("{", "}"),
                    proc_macro2::Delimiter::Bracket => ("[", "]"),
                    proc_macro2::Delimiter::None => ("", ""),
                };
                tokens.push(Token {
                    text: open.to_owned(),
                    line,
                });
                flatten(group.stream(), tokens);
                tokens.push(Token {
                    text: close.to_owned(),
                    line,
                });
            }
            leaf => tokens.push(Token {
                text: leaf.to_string(),
                line,
            }),
        }
    }
}
