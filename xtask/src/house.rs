//! What programs from elsewhere say of this repository, where they are installed, and what cargo makes of it for others.

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
    package.env("CARGO_TARGET_DIR", target("package"));
    run(package)
}

pub(crate) fn spelling(_: &[String]) -> Outcome {
    let hint = "`pip install typos`, or `cargo install typos-cli`";
    match is_there("typos", &["--version"], hint) {
        true => run(command("typos", &[])),
        false => Ok(()),
    }
}
