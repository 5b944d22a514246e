//! Instructions of the work on a page, in a program that consists of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use super::{Group, Measured};
use crate::callgrind;
use crate::data::Corpus;
use crate::work::{self, Page, Work};

/// Builds the program of the workspace at `root` in the folder `target`, optimized, and counts.
///
/// # Errors
///
/// Where it cannot be built, or does not run under callgrind.
pub fn measure(root: &Path, target: &Path) -> io::Result<Vec<Measured>> {
    let program = build(root, target)?;
    let corpus = Corpus::new();
    let documents = root.join("target/bench-guard/documents");
    fs::create_dir_all(&documents)?;
    // Two at a time: callgrind knows one core.
    let (first, second) = work::ALL.split_at(work::ALL.len() / 2);
    let count = |works: &[Work]| -> io::Result<Vec<Measured>> {
        let counted = works
            .iter()
            .map(|work| count(&program, work, &corpus, &documents));
        counted.collect()
    };
    let (first, second) = thread::scope(|scope| {
        let second = scope.spawn(|| count(second));
        (
            count(first),
            second.join().expect("counting does not panic"),
        )
    });
    let mut measured = first?;
    measured.extend(second?);
    Ok(measured)
}

/// What the second and the third time take. The first makes what is made once.
fn count(program: &Path, work: &Work, corpus: &Corpus, documents: &Path) -> io::Result<Measured> {
    let file = documents.join(format!("{}.json", work.name));
    fs::write(&file, text(work.page, corpus))?;
    let run = |times: &str| {
        let out = file.with_extension(format!("{times}.callgrind"));
        let profile = callgrind::profile(program, &out, |command| {
            command.arg(work.name).arg(&file).arg(times);
        });
        profile.map(|profile| profile.total)
    };
    let (once, thrice) = (run("1")?, run("3")?);
    let figure = thrice.saturating_sub(once) / 2;
    Ok(Measured::new(Group::Instructions, work.name, figure))
}

/// The text of a page.
pub fn text(page: Page, corpus: &Corpus) -> &[u8] {
    let document = match page {
        Page::Declared => &corpus.page,
        Page::Vendor => &corpus.vendor_order,
        Page::Random => &corpus.random_order,
        Page::Unknown => &corpus.unknown_members,
        Page::Damaged => &corpus.damaged,
    };
    &document.bytes
}

fn build(root: &Path, target: &Path) -> io::Result<PathBuf> {
    let dir = root.join("target/bench-guard");
    fs::create_dir_all(dir.join("src"))?;
    fs::write(dir.join("Cargo.toml"), MANIFEST)?;
    fs::write(dir.join("src/main.rs"), MAIN)?;
    fs::copy(root.join("Cargo.lock"), dir.join("Cargo.lock"))?;
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet"])
        .current_dir(&dir)
        .env("CARGO_TARGET_DIR", target)
        .status()?;
    match status.success() {
        true => Ok(target.join("release/bench-guard")),
        false => Err(io::Error::other("the program does not compile")),
    }
}

const MANIFEST: &str = "\
[package]
name = \"bench-guard\"
edition = \"2024\"

[workspace]

[dependencies]
api-object = { path = \"../../runtime\" }
serde_json = \"1\"
";

const MAIN: &str = r#"//! Does a piece of work on a text so many times.

#[path = "../../../benches/src/ours.rs"]
#[allow(dead_code)]
pub mod ours;
#[path = "../../../benches/src/work.rs"]
#[allow(dead_code)]
pub mod work;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let [_, name, file, times] = &words[..] else {
        panic!("usage: bench-guard WORK FILE TIMES")
    };
    let text = std::fs::read(file).expect("the text can be read");
    let work = work::ALL.iter().find(|work| work.name == name).expect("the work is known");
    let times: u32 = times.parse().expect("TIMES is a number");
    work.prepared(&text, |once| (0..times).for_each(|_| once()));
}
"#;
