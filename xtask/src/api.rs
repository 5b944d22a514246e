//! The public API, one item on a line, so that a change to it is seen in a diff.

use std::path::Path;
use std::process::Command;

use public_api::Builder;

use crate::run::{Outcome, command, is_there, read, root, run, target, write};

/// Where the listing stands.
const LISTING: &str = "tests/public-api.txt";

pub(crate) fn api(arguments: &[String]) -> Outcome {
    let hint = "`rustup toolchain install nightly`";
    if !is_there("cargo", &["+nightly", "--version"], hint) {
        return Ok(());
    }
    let folder = target("api");
    // Users know of one crate, which lends all of the other.
    let lent = listing(&folder, "api-object-core")?.replace("api_object_core", "api_object");
    let text = listing(&folder, "api-object")? + &lent;
    let path = root().join(LISTING);
    if !arguments.iter().any(|argument| argument == "--check") {
        return write(&path, &text);
    }
    match read(&path)? == text {
        true => Ok(()),
        false => {
            let new = folder.join("public-api.txt");
            write(&new, &text)?;
            let new = new.to_string_lossy();
            let _ = run(command("git", &["diff", "--no-index", LISTING, &new]));
            Err(format!(
                "the public API is no longer what {LISTING} lists; `cargo xtask api` writes it anew"
            ))
        }
    }
}

/// The public items of a crate.
fn listing(folder: &Path, package: &str) -> Result<String, String> {
    run(rustdoc(folder, package))?;
    let known = format!("doc/{}.json", package.replace('-', "_"));
    let listed = Builder::from_rustdoc_json(folder.join(known))
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .map_err(|error| format!("the listing cannot be made: {error}"))?;
    Ok(listed.items().map(|item| format!("{item}\n")).collect())
}

/// What rustdoc knows of a crate with all its features, as JSON.
fn rustdoc(folder: &Path, package: &str) -> Command {
    let mut doc = command("cargo", &["+nightly", "rustdoc", "-p", package, "--lib"]);
    doc.args(["--all-features", "--locked", "--", "-Z", "unstable-options"]);
    doc.args(["--output-format", "json"])
        .env("CARGO_TARGET_DIR", folder);
    doc
}
