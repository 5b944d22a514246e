//! Files and functions that a person can hold in mind, and nothing left half done.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::nothing_of;
use crate::source::sources;

/// The most lines of a file.
const FILE: usize = 400;
/// The most lines of a function, from its name to its closing brace.
const FUNCTION: usize = 60;
/// Macros that say that something is not finished.
const UNFINISHED: &[&str] = &["todo", "unimplemented", "dbg"];

#[test]
fn files_and_functions_are_short() {
    let mut wrong = Vec::new();
    for source in sources(|path| !path.starts_with("tests/fixtures/")) {
        let lines = source.text.lines().count();
        if lines > FILE {
            wrong.push(format!(
                "{}: {lines} lines, and {FILE} are allowed",
                source.path
            ));
        }
        let mut functions = Functions::default();
        functions.visit_file(&source.file);
        let long = functions
            .found
            .iter()
            .filter(|(_, _, lines)| *lines > FUNCTION);
        wrong.extend(long.map(|(name, line, lines)| {
            format!(
                "{}:{line}: `{name}` has {lines} lines, and {FUNCTION} are allowed",
                source.path
            )
        }));
    }
    nothing_of(wrong);
}

#[test]
fn nothing_is_left_half_done() {
    let mut wrong = Vec::new();
    for source in sources(|_| true) {
        let mut unfinished = Unfinished::default();
        unfinished.visit_file(&source.file);
        wrong.extend(
            unfinished
                .found
                .iter()
                .map(|(name, line)| format!("{}:{line}: `{name}!`", source.path)),
        );
    }
    nothing_of(wrong);
}

/// Functions by name, first line and number of lines.
#[derive(Default)]
struct Functions {
    found: Vec<(String, usize, usize)>,
}

impl Functions {
    fn add(&mut self, signature: &syn::Signature, end: Span) {
        let first = signature.span().start().line;
        let last = end.end().line;
        self.found
            .push((signature.ident.to_string(), first, last + 1 - first));
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, function.block.span());
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, function.block.span());
        visit::visit_impl_item_fn(self, function);
    }
}

/// Macros that say that something is not finished, with lines.
#[derive(Default)]
struct Unfinished {
    found: Vec<(String, usize)>,
}

impl<'ast> Visit<'ast> for Unfinished {
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let name = call
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string());
        if let Some(name) = name.filter(|name| UNFINISHED.contains(&name.as_str())) {
            self.found.push((name, call.span().start().line));
        }
        visit::visit_macro(self, call);
    }
}
