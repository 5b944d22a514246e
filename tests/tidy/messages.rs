//! What is said of mistakes in a declaration: each message of the macro crate is shown by a case of `tests/ui`, and
//! `docs/mistakes.md` lists them all. `BLESS=1 cargo test -p tests --test tidy` writes that page.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use syn::visit::{self, Visit};
use syn::{Attribute, LitStr};

use crate::nothing_of;
use crate::source::{paths, root, sources};

/// Said by nothing that a case can do: texts of what is made, a feature that the tests switch on, and bugs of ours.
const UNSHOWN: &[&str] = &[
    "The `{}` of a `{}`.",
    "Where a `{}` stands.",
    "The status is `{}`.",
    "`{}`, which is set here.",
    "`pattern` needs regular expressions; switch on the feature `regex` of `api-object`",
];

#[test]
fn every_message_is_shown() {
    let shown: String = shown()
        .into_values()
        .flatten()
        .map(|(_, message)| message + "\n")
        .collect();
    let mut missing = Vec::new();
    for source in sources(is_of_the_road) {
        let mut messages = Messages::default();
        messages.visit_file(&source.file);
        let unshown = messages.found.into_iter().filter(|(message, _)| {
            !UNSHOWN.contains(&message.as_str()) && !is_shown(message, &shown)
        });
        missing.extend(unshown.map(|(message, line)| format!("{}:{line}: {message}", source.path)));
    }
    nothing_of(missing);
}

#[test]
fn the_catalogue_lists_what_is_shown() {
    let page = catalogue();
    let path = root().join("docs/mistakes.md");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let same = written == page;
    nothing_of(
        (!same)
            .then(|| {
                "docs/mistakes.md: `BLESS=1` in front of this command writes it anew".to_owned()
            })
            .into_iter()
            .collect(),
    );
}

/// Where mistakes are found.
fn is_of_the_road(path: &str) -> bool {
    let is_test = path.ends_with("/tests.rs") || path.ends_with("/testing.rs");
    let rooms = [
        "macros/src/attrs",
        "macros/src/lower",
        "macros/src/attrs.rs",
        "macros/src/lower.rs",
    ];
    !is_test && rooms.iter().any(|room| path.starts_with(room))
}

/// Messages by folder, which is mostly the key's, with the case that shows them.
fn shown() -> BTreeMap<String, Vec<(String, String)>> {
    let mut shown: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for path in paths() {
        let case = path
            .strip_prefix("tests/ui/")
            .and_then(|path| path.strip_suffix(".stderr"));
        let Some((folder, case)) = case.and_then(|case| case.split_once('/')) else {
            continue;
        };
        let text = fs::read_to_string(root().join(&path)).expect("a case can be read");
        let messages = text.lines().filter_map(message);
        let messages = messages.map(|message| (case.to_owned(), message.to_owned()));
        shown.entry(folder.to_owned()).or_default().extend(messages);
    }
    shown
}

/// What is said in our words: by the macro, by a constant, or for a trait that is missing.
fn message(line: &str) -> Option<&str> {
    let line = line.strip_prefix("error")?;
    let ours = line.strip_prefix(": ");
    let constant = line.strip_prefix("[E0080]: evaluation panicked: ");
    ours.or(constant).or_else(|| line.strip_prefix("[E0277]: "))
}

fn catalogue() -> String {
    let mut page = String::from(
        "# Mistakes\n\n\
         What is said of each mistake that can be made in a declaration, at the very token, by the key or the shape that it \
         belongs to. Behind each\nmessage stands the case in `tests/ui` that shows it. This page is written by \
         `BLESS=1 cargo test -p tests --test tidy`.\n",
    );
    for (folder, messages) in shown() {
        let _ = write!(page, "\n## {folder}\n\n");
        let mut told: Vec<&str> = Vec::new();
        for (case, message) in &messages {
            // What only points to a second place is no message of its own.
            if message != "first given here" && !told.contains(&message.as_str()) {
                let _ = writeln!(page, "- {message} (`{case}`)");
                told.push(message);
            }
        }
    }
    page
}

/// Whether a message with gaps in it is among those shown.
fn is_shown(message: &str, shown: &str) -> bool {
    let message = message.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let mut fixed = Vec::new();
    let mut rest = message.as_str();
    while let Some((before, behind)) = rest.split_once('{') {
        fixed.push(before);
        rest = behind.split_once('}').map_or("", |(_, behind)| behind);
    }
    fixed.push(rest);
    let fixed: Vec<String> = fixed
        .into_iter()
        .map(|part| part.replace('\u{1}', "{").replace('\u{2}', "}"))
        .collect();
    shown.lines().any(|line| {
        let mut left = line;
        fixed.iter().all(|part| match left.find(part.as_str()) {
            Some(at) => {
                left = &left[at + part.len()..];
                true
            }
            None => false,
        })
    })
}

/// Sentences in string literals, with their lines.
#[derive(Default)]
struct Messages {
    found: Vec<(String, usize)>,
}

impl<'ast> Visit<'ast> for Messages {
    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        let line = text.span().start().line;
        let text = text.value();
        if text.contains(' ') && text.len() > 18 {
            self.found.push((text, line));
        }
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let words = call.tokens.clone().into_iter();
        let literal = |token: proc_macro2::TokenTree| syn::parse2::<LitStr>(token.into()).ok();
        words
            .filter_map(literal)
            .for_each(|text| self.visit_lit_str(&text));
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }
}
