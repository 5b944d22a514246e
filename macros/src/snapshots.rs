//! What the derive emits, for people to read: the inputs of `tests/expand`, which `tests/expand.rs` runs, and the
//! model case, each beside its expansion.
//!
//! `INSTA_UPDATE=always cargo test -p api-object-macros` blesses them.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, File, Item, Meta, Token};

/// The tokens that serde's two derives emit for the types of the model case, as `benches` counts them.
const SERDE_ALL: usize = 22_818;
/// The same for the job alone, without its id, its status and all that it holds.
const SERDE_JOB: usize = 6_695;

/// What the derive makes of one item.
struct Expansion {
    name: String,
    tokens: TokenStream,
}

#[test]
fn expansions_are_as_blessed() {
    let mut inputs = rust_files(&root().join("tests/expand"));
    if cfg!(not(feature = "pattern")) {
        inputs.retain(|input| !input.ends_with("pattern.rs"));
    }
    inputs.push(model_case());
    for input in inputs {
        // The model case is `fine_tuning_job/declaration.rs`.
        let case = match input.file_stem() {
            Some(stem) if stem != "declaration" => stem.to_owned(),
            _ => "fine_tuning_job".into(),
        };
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(root().join("tests/expand"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let shown = shown(&expansions(&input));
        settings.bind(|| insta::assert_snapshot!(case.to_string_lossy().as_ref(), shown));
    }
}

#[test]
fn the_model_case_costs_no_more_than_serde() {
    let all = expansions(&model_case());
    let total: usize = all.iter().map(Expansion::cost).sum();
    assert!(
        total <= SERDE_ALL,
        "all types: {total} tokens, and serde's are {SERDE_ALL}"
    );
    let job = all
        .iter()
        .find(|one| one.name == "FineTuningJob")
        .map(Expansion::cost);
    // The budget is serde's job alone; ours has its ids, its statuses, its view, accessors and rules besides.
    assert!(
        job.is_some_and(|job| job <= SERDE_JOB),
        "the job: {job:?} tokens, and serde's are {SERDE_JOB}"
    );
}

impl Expansion {
    fn cost(&self) -> usize {
        count(self.tokens.clone())
    }
}

/// Words, literals and single punctuation marks; a pair of brackets counts as two.
fn count(tokens: TokenStream) -> usize {
    let each = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => 2 + count(group.stream()),
        _ => 1,
    });
    each.sum()
}

fn shown(expansions: &[Expansion]) -> String {
    let total: usize = expansions.iter().map(Expansion::cost).sum();
    assert!(total > 0, "an input derives something");
    let mut text = format!("// {total} tokens\n");
    for one in expansions {
        let file: File = syn::parse2(one.tokens.clone()).expect("the derive emits items");
        let pretty = prettyplease::unparse(&file);
        assert!(
            !pretty.contains("compile_error!"),
            "the derive refuses {}: {pretty}",
            one.name
        );
        text += &format!("\n// {}: {} tokens\n{pretty}", one.name, one.cost());
    }
    text
}

/// What the derive makes of each item of a file that asks for it.
fn expansions(input: &Path) -> Vec<Expansion> {
    let text = fs::read_to_string(input).expect("an input can be read");
    let file = syn::parse_file(&text).expect("an input is Rust");
    let items = file.items.iter().filter_map(derived);
    let expansions = items.map(|(name, item)| Expansion {
        name,
        tokens: crate::derive(item),
    });
    expansions.collect()
}

/// The name and the tokens of an item with `#[derive(ApiObject)]`.
pub(crate) fn derived(item: &Item) -> Option<(String, TokenStream)> {
    let (ident, attrs) = match item {
        Item::Struct(item) => (&item.ident, &item.attrs),
        Item::Enum(item) => (&item.ident, &item.attrs),
        _ => return None,
    };
    let ours = attrs.iter().any(derives_api_object);
    ours.then(|| {
        (
            ident.to_string(),
            without_derives(item.clone()).into_token_stream(),
        )
    })
}

fn derives_api_object(attr: &Attribute) -> bool {
    let Meta::List(list) = &attr.meta else {
        return false;
    };
    let paths = list.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated);
    let is_ours = |path: &syn::Path| {
        path.segments
            .last()
            .is_some_and(|last| last.ident == "ApiObject")
    };
    attr.path().is_ident("derive") && paths.is_ok_and(|paths| paths.iter().any(is_ours))
}

/// A derive sees the item that it stands on without the derives.
fn without_derives(mut item: Item) -> Item {
    if let Item::Struct(syn::ItemStruct { attrs, .. }) | Item::Enum(syn::ItemEnum { attrs, .. }) =
        &mut item
    {
        attrs.retain(|attr| !attr.path().is_ident("derive"));
    }
    item
}

/// The Rust files of a folder, by name.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the inputs are there");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let mut files: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    files
}

fn model_case() -> PathBuf {
    root().join("examples/fine_tuning_job/declaration.rs")
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
