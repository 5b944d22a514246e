//! Whatever tokens come, the derive answers with Rust, and never panics: declarations of all tests, damaged at random.

mod damage;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::Item;

use crate::snapshots::{derived, root};
use damage::{Damage, Random, words};

/// How often each declaration is damaged.
const ROUNDS: usize = 6;
/// How many of the damages of one declaration are wounds to attributes alone.
const IN_ATTRIBUTES: usize = 4;

#[test]
fn damaged_declarations_are_answered_with_rust() {
    let declarations = declarations();
    assert!(declarations.len() > 300, "the declarations are found");
    let vocabulary = vocabulary(&declarations);
    let mut random = Random::new(0x5EED);
    let mut wrong = Vec::new();
    for (name, tokens) in &declarations {
        for round in 0..ROUNDS {
            let mut damage = Damage {
                random: &mut random,
                vocabulary: &vocabulary,
                attributes_only: round < IN_ATTRIBUTES,
            };
            let damaged = damage.wound(tokens.clone());
            if let Err(why) = answer(damaged.clone()) {
                wrong.push(format!("{name}: {why}\n{damaged}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Each declaration with each of its tokens left out, one after the other.
#[test]
fn declarations_that_lack_a_token_are_answered_with_rust() {
    let mut wrong = Vec::new();
    let declarations = declarations_in(&root().join("tests/expand"));
    for (name, tokens) in declarations {
        for place in 0.. {
            let Some(lacking) = damage::without(&tokens, place) else {
                break;
            };
            if let Err(why) = answer(lacking.clone()) {
                wrong.push(format!("{name}: {why}\n{lacking}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Words of a list that stand for variants as they are, and that no variant can be called.
#[test]
fn listed_words_that_name_no_variant_are_answered_with_rust() {
    for word in ["Self", "_", "__", "_self", "Ok"] {
        for beside in ["", "#[api(frobnicate)] name: String"] {
            let declaration =
                format!("struct Job {{ #[api(status({word}))] status: Status, {beside} }}");
            let answered = answer(declaration.parse().expect("tokens"));
            assert!(answered.is_ok(), "{declaration}: {answered:?}");
        }
    }
}

/// Types that no member can have, and that stand otherwise behind a `&` or before an `as` than they do in a field.
#[test]
fn types_with_a_plus_are_answered_with_rust() {
    for ty in [
        "dyn A + Send",
        "dyn A +",
        "A + Send",
        "A +",
        "impl A + Send",
        "impl A +",
        "A + 'static +",
        "&'static (dyn A + Send)",
    ] {
        for declaration in [
            format!("struct Job {{ a: {ty}, b: u8 }}"),
            format!("struct Job {{ #[api(optional)] pub a: {ty} }}"),
            format!("struct Job {{ #[api(serde)] a: {ty} }}"),
            format!("struct Job {{ #[api(id)] a: {ty}, b: Box<{ty}>, c: Option<{ty}> }}"),
            format!(
                "struct Job {{ #[api(status {{ a => b, b }})] s: {ty}, #[api(set_in(b))] c: {ty} }}"
            ),
            format!("#[api(id = \"a-\")] struct Job({ty});"),
            format!("#[api(tag = \"type\")] enum Job {{ A({ty}), B({ty}, Extra) }}"),
            format!("#[api(untagged)] enum Job {{ A({ty}), #[api(unknown)] B({ty}) }}"),
        ] {
            let tokens = declaration.parse().expect("tokens");
            let answered = answer(tokens);
            assert!(answered.is_ok(), "{declaration}: {answered:?}");
        }
    }
}

/// What is wrong with the derive's answer, if it has any.
fn answer(tokens: TokenStream) -> Result<(), String> {
    let derived = catch_unwind(AssertUnwindSafe(|| crate::derive(tokens)));
    let tokens = derived.map_err(|panic| match panic.downcast_ref::<String>() {
        Some(words) => format!("it panics: {words}"),
        None => "it panics".to_owned(),
    })?;
    let parsed = syn::parse2::<syn::File>(tokens);
    parsed
        .map(drop)
        .map_err(|error| format!("it is no Rust: {error}"))
}

/// The declarations of all tests, those with mistakes included.
fn declarations() -> Vec<(String, TokenStream)> {
    let tests = root().join("tests");
    let mut all = declarations_in(&tests.join("expand"));
    all.extend(declarations_in(&tests.join("behavior")));
    let mut folders: Vec<PathBuf> = entries(&tests.join("ui")).collect();
    folders.sort();
    all.extend(folders.iter().flat_map(|folder| declarations_in(folder)));
    all
}

fn declarations_in(folder: &Path) -> Vec<(String, TokenStream)> {
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    let mut files: Vec<PathBuf> = entries(folder).filter(is_rust).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a test can be read");
        // A test of what is said where the Rust is broken may be no Rust.
        if let Ok(parsed) = syn::parse_file(&text) {
            collect(&parsed.items, &mut found);
        }
    }
    found
}

fn collect(items: &[Item], found: &mut Vec<(String, TokenStream)>) {
    for item in items {
        match item {
            Item::Mod(module) => {
                let inside = module.content.iter();
                inside.for_each(|(_, items)| collect(items, found));
            }
            Item::Fn(function) => {
                let inside = function.block.stmts.iter().filter_map(|stmt| match stmt {
                    syn::Stmt::Item(item) => Some(item.clone()),
                    _ => None,
                });
                collect(&inside.collect::<Vec<_>>(), found);
            }
            _ => found.extend(derived(item)),
        }
    }
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).expect("the tests are there");
    entries.map(|entry| entry.expect("the folder can be read").path())
}

/// Every word, mark and literal of the declarations, each once.
fn vocabulary(declarations: &[(String, TokenStream)]) -> Vec<TokenTree> {
    let mut found = Vec::new();
    for (_, tokens) in declarations {
        words(tokens.clone(), &mut found);
    }
    found.sort_by_key(ToString::to_string);
    found.dedup_by_key(|token| token.to_string());
    found
}
