//! What programs from elsewhere say of this repository, where they are installed.

use crate::run::{Outcome, cargo, command, is_there, run};

pub(crate) fn spelling(_: &[String]) -> Outcome {
    let hint = "`pip install typos`, or `cargo install typos-cli`";
    match is_there("typos", &["--version"], hint) {
        true => run(command("typos", &[])),
        false => Ok(()),
    }
}

pub(crate) fn deny(_: &[String]) -> Outcome {
    let hint = "`cargo install cargo-deny`";
    match is_there("cargo", &["deny", "--version"], hint) {
        // Advisories need a database that is fetched; who has it adds `advisories`.
        true => run(cargo(&[
            "deny",
            "--all-features",
            "check",
            "bans",
            "licenses",
            "sources",
        ])),
        false => Ok(()),
    }
}
