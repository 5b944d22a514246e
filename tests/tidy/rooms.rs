//! The rooms of the macro crate, and who may look into which.

use std::collections::BTreeSet;

use crate::nothing_of;
use crate::source::{Source, Token, sources};

/// Each room, and the rooms that it may name.
const ROOMS: &[(&str, &[&str])] = &[
    ("errors", &[]),
    ("attrs", &["errors"]),
    ("ast", &["attrs", "errors"]),
    ("model", &[]),
    ("lower", &["ast", "model", "errors", "told"]),
    ("expand", &["model"]),
    ("groups", &[]),
    ("receiver", &[]),
    ("repair", &[]),
    ("sums", &[]),
    ("told", &[]),
    (
        "lib",
        &[
            "ast", "errors", "expand", "groups", "lower", "receiver", "repair", "sums", "told",
        ],
    ),
];

/// Words that only some rooms may say, and why.
const WORDS: &[(&str, &[&str], &str)] = &[
    ("quote !", &["expand"], "only `expand` writes Rust"),
    ("quote_spanned !", &["expand"], "only `expand` writes Rust"),
    ("Attribute", &["attrs"], "only `attrs` reads attributes"),
    ("Meta", &["attrs"], "only `attrs` reads attributes"),
    ("proc_macro", &["lib"], "only `lib.rs` meets the compiler"),
    ("unwrap", &[], "a derive returns tokens, always"),
    ("expect", &[], "a derive returns tokens, always"),
    ("unreachable !", &[], "the model owes a type"),
];

#[test]
fn rooms_name_only_what_they_may() {
    let mut wrong = Vec::new();
    for source in product() {
        let room = room(&source);
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!(
                "{}: the room `{room}` is not in the table",
                source.path
            ));
            continue;
        };
        let named = named_rooms(&source);
        let strangers = named
            .iter()
            .filter(|(other, _)| *other != room && !allowed.contains(&other.as_str()));
        wrong.extend(
            strangers
                .map(|(other, line)| format!("{}:{line}: `{room}` names `{other}`", source.path)),
        );
    }
    nothing_of(wrong);
}

#[test]
fn words_are_said_where_they_belong() {
    let mut wrong = Vec::new();
    for source in product() {
        let tokens = source.tokens();
        for (word, rooms, why) in WORDS
            .iter()
            .filter(|(_, rooms, _)| !rooms.contains(&room(&source).as_str()))
        {
            let word: Vec<&str> = word.split(' ').collect();
            let said = places(&tokens, &word).filter(|&place| !is_lint(&tokens, place));
            wrong.extend(said.map(|place| {
                let line = tokens[place].line;
                format!(
                    "{}:{line}: `{}`: {why} ({rooms:?})",
                    source.path,
                    word.concat()
                )
            }));
        }
    }
    nothing_of(wrong);
}

#[test]
fn the_private_module_only_exports() {
    let mut wrong = Vec::new();
    for source in sources(|path| path.starts_with("runtime/core/src/__private")) {
        for item in &source.file.items {
            only_exports(item, &source.path, &mut wrong);
        }
    }
    nothing_of(wrong);
}

fn only_exports(item: &syn::Item, path: &str, wrong: &mut Vec<String>) {
    match item {
        syn::Item::Use(item) if matches!(item.vis, syn::Visibility::Public(_)) => {}
        syn::Item::Mod(module) => {
            for item in module.content.iter().flat_map(|(_, items)| items) {
                only_exports(item, path, wrong);
            }
        }
        other => {
            let line = syn::spanned::Spanned::span(other).start().line;
            wrong.push(format!(
                "{path}:{line}: more than a `pub use`; give it a room of its own"
            ));
        }
    }
}

/// The files of the macro crate that are no tests.
fn product() -> Vec<Source> {
    let mut all = sources(|path| path.starts_with("macros/src/"));
    let tests: BTreeSet<String> = all.iter().flat_map(Source::test_modules).collect();
    all.retain(|source| !tests.iter().any(|test| is_within(&source.path, test)));
    all
}

/// Whether a file is a module's, or that of a module below it.
fn is_within(path: &str, module: &str) -> bool {
    path == module || path.starts_with(&format!("{}/", module.trim_end_matches(".rs")))
}

fn room(source: &Source) -> String {
    let path = source.path.trim_start_matches("macros/src/");
    let first = path.split('/').next().unwrap_or(path);
    first.trim_end_matches(".rs").to_owned()
}

/// The rooms that a file names by `crate::` or `super::`, with lines.
fn named_rooms(source: &Source) -> Vec<(String, usize)> {
    let tokens = source.tokens();
    let depth = source
        .path
        .trim_start_matches("macros/src/")
        .split('/')
        .count();
    let by_crate =
        places(&tokens, &["crate", ":", ":"]).flat_map(|place| heads(&tokens, place + 3));
    let climb: Vec<&str> = ["super", ":", ":"].repeat(depth);
    let by_super = places(&tokens, &climb).flat_map(|place| heads(&tokens, place + climb.len()));
    let names = by_crate
        .chain(by_super)
        .map(|token| (token.text.clone(), token.line));
    names.collect()
}

/// The first words of the path at `place`, of which there are several in a group.
fn heads(tokens: &[Token], place: usize) -> Vec<&Token> {
    let rest = &tokens[place..];
    if rest.first().is_none_or(|token| token.text != "{") {
        return rest.first().into_iter().collect();
    }
    let mut depth = 0;
    let mut heads = Vec::new();
    for pair in rest.windows(2) {
        match pair[0].text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(pair[0].text.as_str(), "{" | ",") && pair[1].text != "}" {
            heads.push(&pair[1]);
        }
    }
    heads
}

/// Where these tokens stand one after the other.
fn places<'t>(tokens: &'t [Token], words: &[&'t str]) -> impl Iterator<Item = usize> {
    let words: Vec<&str> = words.to_vec();
    let runs = tokens.windows(words.len()).enumerate();
    runs.filter(move |(_, run)| {
        run.iter()
            .zip(&words)
            .all(|(token, word)| token.text == *word)
    })
    .map(|(place, _)| place)
}

/// Whether a word is the name of an attribute, as in `#[expect(...)]`.
fn is_lint(tokens: &[Token], place: usize) -> bool {
    place > 1 && tokens[place - 2].text == "#" && tokens[place - 1].text == "["
}
