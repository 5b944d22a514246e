//! What programs from elsewhere say of this repository, where they are installed, and what cargo makes of it for others.

use std::path::PathBuf;
use std::time::SystemTime;

use crate::run::{Outcome, cargo, command, is_there, run, target};

/// The crates that are published, each behind those that it depends on.
const PUBLISHED: &[&str] = &[
    "api-object-core",
    "api-object-macros",
    "api-object",
    "cargo-api-object",
];

/// A file that lies outside of its crate's folder is there in this repository, and not for those who download the crate.
pub(crate) fn package(_: &[String]) -> Outcome {
    let mut package = cargo(&["package", "--allow-dirty", "--quiet"]);
    for name in PUBLISHED {
        package.args(["-p", name]);
    }
    let folder = folder_of_its_own();
    package.env("CARGO_TARGET_DIR", &folder);
    let outcome = run(package);
    // What is left of it would only take room.
    let _ = std::fs::remove_dir_all(folder);
    outcome
}

/// A folder that no run had before. Cargo unpacks what it has packed into its home, by the path of the folder and the version
/// of the crate, and what is there already it believes to be the same.
fn folder_of_its_own() -> PathBuf {
    let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    target("package").join(since.as_nanos().to_string())
}

pub(crate) fn spelling(_: &[String]) -> Outcome {
    let hint = "`pip install typos`, or `cargo install typos-cli`";
    match is_there("typos", &["--version"], hint) {
        true => run(command("typos", &[])),
        false => Ok(()),
    }
}
