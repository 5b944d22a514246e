//! Crates of strangers: every declaration of the other tests, in each edition, where the runtime has another name and
//! the names of the prelude are something else; in modules, in bodies of functions, and made by macros.
//!
//! What is tested is that they compile. They stand in `target/tmp/guests` afterwards.

#[path = "guests/large.rs"]
mod large;
#[path = "guests/polite.rs"]
mod polite;
#[path = "guests/rewrite.rs"]
mod rewrite;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Item;

/// Tests with surroundings of their own, those that are more program than declaration, and one with serde's derives, which
/// want `u64` to be what it is.
const AT_HOME: &[&str] = &[
    "attr_bound",
    "attr_crate",
    "bad_input",
    "cfg_and_deprecated",
    "hygiene",
    "odd_rust",
    "random",
    "random_unions",
    "short_messages",
];

const EDITIONS: [&str; 3] = ["2018", "2021", "2024"];

/// Where a declaration stands.
#[derive(Clone, Copy)]
enum Place {
    Module,
    Function,
    Macro,
}

const PLACES: [Place; 3] = [Place::Module, Place::Function, Place::Macro];

#[test]
fn strangers_are_at_home() {
    let declarations = declarations();
    let names: Vec<String> = declarations
        .iter()
        .map(|(name, _)| name.to_string())
        .collect();
    assert!(names.len() > 80, "the declarations are found: {names:?}");
    let guests = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guests");
    // Each declaration stands in each place, and each place in each edition.
    for (turn, edition) in EDITIONS.iter().enumerate() {
        let code = guest(&declarations, turn).to_string();
        // Lines, for who reads an error.
        let code = code.replace(" # [", "\n# [") + &large::module();
        write_guest(&guests.join(edition), edition, &code);
    }
    let members = EDITIONS.map(|edition| format!("\"{edition}\"")).join(", ");
    write(
        &guests.join("Cargo.toml"),
        &format!("[workspace]\nresolver = \"2\"\nmembers = [{members}]\n"),
    );
    fs::copy(root().join("Cargo.lock"), guests.join("Cargo.lock")).expect("the lock is there");
    cargo(&guests, &["check", "--workspace"]);
}

/// Where clippy is not there, only the compiler and rustdoc are asked.
#[test]
fn the_public_items_of_a_library_are_linted() {
    let text = fs::read_to_string(root().join("tests/behavior/lints.rs")).expect("it is there");
    let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("polite");
    let manifest = polite::manifest(&root().join("runtime"));
    write(&library.join("Cargo.toml"), &manifest);
    write(&library.join("README.md"), "Objects of an API.\n");
    write(&library.join("src/lib.rs"), &polite::library(&text));
    fs::copy(root().join("Cargo.lock"), library.join("Cargo.lock")).expect("the lock is there");
    let has_clippy = Command::new(env!("CARGO"))
        .args(["clippy", "--version"])
        .output();
    match has_clippy.is_ok_and(|output| output.status.success()) {
        true => cargo(&library, &["clippy"]),
        false => {
            println!("clippy is not there");
            cargo(&library, &["check"]);
        }
    }
    cargo(&library, &["doc", "--no-deps"]);
}

/// The files of tests whose declarations can stand elsewhere, by name.
fn declarations() -> Vec<(Ident, Vec<Item>)> {
    let folders = ["tests/expand", "tests/behavior", "examples/fine_tuning_job"];
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).expect("the tests are there"))
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    let declared = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a test can be read");
        let stem = file.file_stem()?.to_str()?;
        if AT_HOME.contains(&stem) {
            return None;
        }
        let folder = file.parent()?.file_name()?.to_str()?;
        let name = Ident::new(&format!("{folder}_{stem}"), Span::call_site());
        Some((name, rewrite::rewritten(&text)?))
    };
    files.into_iter().filter_map(declared).collect()
}

/// A crate without a prelude. The names of the prelude are imported with a `*`, so that a declaration may have one itself.
fn guest(declarations: &[(Ident, Vec<Item>)], turn: usize) -> TokenStream {
    let places = PLACES.iter().cycle().skip(turn);
    let parts = declarations
        .iter()
        .zip(places)
        .map(|((name, items), place)| {
            let traits = rewrite::traits(items);
            let all = quote!(#(#items)*);
            match place {
                Place::Function if rewrite::may_be_local(items) => quote! {
                    pub fn #name() {
                        use crate::shadows::*;
                        #traits
                        #all
                    }
                },
                Place::Macro => quote! {
                    pub mod #name {
                        use crate::shadows::*;
                        #traits
                        macro_rules! declare {
                            () => { #all };
                        }
                        declare!();
                    }
                },
                Place::Function | Place::Module => quote! {
                    pub mod #name {
                        use crate::shadows::*;
                        #traits
                        #all
                    }
                },
            }
        });
    let shadows = shadows();
    quote! {
        #![no_implicit_prelude]
        #![recursion_limit = "256"]
        #![allow(warnings)]
        #shadows
        #(#parts)*
    }
}

/// Types that an expansion might call by a short name, and are something else here.
const TYPES: &str = "Option Result String Vec Box Some None Ok Err str bool u16 u64 usize \
                     Node Object Fill Report Descriptor Member";
const TRAITS: &str = "Default Clone Copy PartialEq Eq Ord Hash From Into Iterator Serialize Deserialize \
                      FnMut Sized Display ToString";
const MODULES: &str = "std core alloc serde serde_json api_object __private";

fn shadows() -> TokenStream {
    let idents = |names: &'static str| {
        let names = names.split_whitespace();
        names.map(|name| Ident::new(name, Span::call_site()))
    };
    let (types, traits, modules) = (idents(TYPES), idents(TRAITS), idents(MODULES));
    quote! {
        pub mod shadows {
            #(pub struct #types;)*
            #(pub trait #traits {})*
            #(pub mod #modules {})*
        }
    }
}

fn write_guest(folder: &Path, edition: &str, code: &str) {
    let runtime = root().join("runtime");
    let manifest = format!(
        r#"[package]
name = "guest-{edition}"
version = "0.0.0"
edition = "{edition}"

[dependencies]
objects = {{ package = "api-object", path = {runtime:?}, features = ["regex"] }}
serde = {{ version = "1", features = ["derive"] }}
guest_json = {{ package = "serde_json", version = "1", features = ["raw_value"] }}
"#
    );
    write(&folder.join("Cargo.toml"), &manifest);
    write(&folder.join("src/lib.rs"), code);
}

/// Writes a file, unless it says so already: what is unchanged is not compiled again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|written| written == text) {
        return;
    }
    let folder = path.parent().expect("a file stands in a folder");
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

fn cargo(folder: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--quiet"])
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("guests/target"),
        )
        .output()
        .expect("cargo runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
