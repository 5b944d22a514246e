//! What belongs to every key of `#[api(...)]`: a test of what it does, tests of what is said where it is misused, and
//! a section of the reference.

use std::collections::BTreeSet;
use std::fs;

use syn::visit::{self, Visit};
use syn::{Expr, ExprLit, ImplItem, Lit, Member};

use crate::nothing_of;
use crate::source::{paths, root, sources};

#[test]
fn every_key_is_tested_and_documented() {
    let keys = keys();
    assert!(keys.contains("rename"), "the tables are read");
    let paths = paths();
    let reference = fs::read_to_string(root().join("docs/attributes.md")).unwrap_or_default();
    let headings: BTreeSet<&str> = reference.lines().collect();
    let mut missing = Vec::new();
    for key in &keys {
        let behavior = format!("tests/behavior/attr_{key}.rs");
        if !paths.contains(&behavior) {
            missing.push(behavior);
        }
        missing.extend(missing_complaints(key, &paths));
        let heading = format!("## `{key}`");
        if !headings.contains(heading.as_str()) {
            missing.push(format!("docs/attributes.md: the heading {heading}"));
        }
    }
    nothing_of(missing);
}

#[test]
fn what_is_tested_or_documented_is_a_key() {
    let keys = keys();
    let paths = paths();
    let tested = paths.iter().filter_map(|path| {
        path.strip_prefix("tests/behavior/attr_")?
            .strip_suffix(".rs")
    });
    let reference = fs::read_to_string(root().join("docs/attributes.md")).unwrap_or_default();
    let documented = reference
        .lines()
        .filter_map(|line| line.strip_prefix("## `")?.strip_suffix('`'));
    let stray = tested.chain(documented).filter(|key| !keys.contains(*key));
    nothing_of(
        stray
            .map(|key| format!("`{key}` is no key of any table"))
            .collect(),
    );
}

/// The complaints about a key that are not there: at least one case, and the message of each.
fn missing_complaints(key: &str, paths: &[String]) -> Vec<String> {
    let folder = format!("tests/ui/{key}/");
    let mut cases = paths
        .iter()
        .filter(|path| path.starts_with(&folder) && path.ends_with(".rs"))
        .peekable();
    if cases.peek().is_none() {
        return vec![format!("{folder}*.rs")];
    }
    let messages = cases.map(|case| format!("{}.stderr", case.trim_end_matches(".rs")));
    messages
        .filter(|message| !paths.contains(message))
        .collect()
}

/// The keys that the tables of the macro crate list, without those that stand inside another key.
fn keys() -> BTreeSet<String> {
    let mut keys = Keys::default();
    for source in sources(|path| path.starts_with("macros/src/attrs")) {
        keys.visit_file(&source.file);
    }
    keys.found
}

#[derive(Default)]
struct Keys {
    found: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Keys {
    fn visit_item_impl(&mut self, block: &'ast syn::ItemImpl) {
        if !place(block).is_some_and(|place| place.starts_with("in ")) {
            visit::visit_item_impl(self, block);
        }
    }

    fn visit_expr_struct(&mut self, row: &'ast syn::ExprStruct) {
        if row.path.is_ident("Row") {
            let key = row
                .fields
                .iter()
                .find(|field| matches!(&field.member, Member::Named(name) if name == "key"));
            self.found.extend(key.and_then(|field| text(&field.expr)));
        }
        visit::visit_expr_struct(self, row);
    }
}

/// The `PLACE` of a table of keys, as messages have it.
fn place(block: &syn::ItemImpl) -> Option<String> {
    block.items.iter().find_map(|item| match item {
        ImplItem::Const(constant) if constant.ident == "PLACE" => text(&constant.expr),
        _ => None,
    })
}

fn text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}
