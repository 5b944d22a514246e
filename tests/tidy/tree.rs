//! What lies at the top, and what no file may hold.

use std::collections::BTreeSet;
use std::fs;

use crate::nothing_of;
use crate::source::{paths, root};

/// All that may lie at the top; what is new there is decided on here.
const TOP: &[&str] = &[
    ".cargo",
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "GLOSSARY.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "benches",
    "cargo-api-object",
    "deny.toml",
    "docs",
    "examples",
    "fuzz",
    "macros",
    "runtime",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "tests",
    "typos.toml",
    "xtask",
];

/// Folders that lie at the root of somebody's machine.
const MACHINE: &[&str] = &["home", "root", "tmp", "Users", "work"];

#[test]
fn the_top_holds_what_is_known() {
    let paths = paths();
    let top: BTreeSet<&str> = paths
        .iter()
        .filter_map(|path| path.split('/').next())
        .collect();
    let strange = top.into_iter().filter(|entry| !TOP.contains(entry));
    nothing_of(
        strange
            .map(|entry| format!("{entry}: not known at the top"))
            .collect(),
    );
}

#[test]
fn no_file_knows_a_machine() {
    let mut wrong = Vec::new();
    for path in paths() {
        // What is no text has no paths to find.
        let Ok(text) = fs::read_to_string(root().join(&path)) else {
            continue;
        };
        let lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| names_machine(line));
        wrong.extend(lines.map(|(i, line)| format!("{path}:{}: {}", i + 1, line.trim())));
    }
    nothing_of(wrong);
}

#[test]
fn nothing_is_left_over_from_a_run() {
    let left = paths()
        .into_iter()
        .filter(|path| path.ends_with(".snap.new") || path.contains("/wip/"));
    nothing_of(left.collect());
}

fn names_machine(line: &str) -> bool {
    MACHINE.iter().any(|folder| {
        let absolute = format!("/{folder}/");
        let starts = line.match_indices(&absolute);
        // Behind a word it is a part of a longer path, or of an address.
        starts.into_iter().any(|(at, _)| {
            line[..at]
                .chars()
                .next_back()
                .is_none_or(|before| !before.is_alphanumeric() && !"._-}>*~".contains(before))
        })
    })
}
