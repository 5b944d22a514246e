//! The samples of vendors, read by the types that the importer makes of their documents, beside `serde_json::Value`.
//!
//! ```text
//! cargo run --release -p benches --bin payloads
//! cargo run --release -p benches --bin payloads -- --json
//! ```
//!
//! Each document is imported, built as a crate, optimized, and read with by a program that has a function for each of its
//! types. Both sides read a sample in turns, a tenth of a second for each. `Value` knows nothing of what it reads; a type that is
//! as fast has found the field and the kind of each member in the same time. Rules are asked by `check`, which is no part of reading.
//!
//! Ends with 1 where something does not compile or cannot be measured, with 2 where the arguments are wrong, and with 3
//! where a sample takes longer than `Value` and `--deny missed` asks for that.

mod program;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use benches::paired::Quartiles;
use benches::{command_line, corpus, table};
use serde::Serialize;

const USAGE: &str = "\
usage: payloads [--json] [--deny missed]

The samples of vendors, read by the types that the importer makes of their documents: six minutes. A ratio is the time of
`serde_json::Value` divided by ours, so above one ours is faster. The samples are no part of this repository:
API_OBJECT_CORPUS names a folder with a folder for each vendor, and an openapi.yaml and a cases.jsonl in it.

  --json          for programs: all samples
  --deny missed   end with 3 where a sample takes longer than `Value`

It ends with 1 where there are no samples, something does not compile or cannot be measured, and with 2 where the arguments
are wrong.";

/// What the command line asks for.
#[derive(Debug, Default)]
struct Args {
    json: bool,
    deny_missed: bool,
}

/// The budget: the time of `Value`, divided by ours, is at least this for every sample.
const MUST: f64 = 1.0;

/// How many of the slowest samples are shown of each document.
const SLOWEST: usize = 5;

/// A sample that was read.
#[derive(Serialize)]
struct Timed {
    /// Its number in the vendor's file, from zero.
    case: usize,
    schema: String,
    bytes: usize,
    value_ns: f64,
    ours_ns: f64,
    /// The time of `Value` divided by ours.
    ratio: f64,
}

/// What was found of a document.
#[derive(Serialize)]
struct Found {
    document: String,
    timed: Vec<Timed>,
    /// Samples for which there is no type, or that it does not take.
    refused: Vec<String>,
}

fn main() -> ExitCode {
    let Args { json, deny_missed } = match command_line::read(USAGE, Args::read) {
        Ok(args) => args,
        Err(code) => return code,
    };
    match measure() {
        Ok(found) => {
            show(&found, json);
            let missed = deny_missed && found.iter().any(Found::misses);
            ExitCode::from(if missed { 3 } else { 0 })
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

impl Args {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Args::default();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--json" => args.json = true,
                "--deny" => {
                    command_line::deny(words.next())?;
                    args.deny_missed = true;
                }
                _ => return Err(command_line::unknown(&word)),
            }
        }
        Ok(args)
    }
}

fn measure() -> io::Result<Vec<Found>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = root.canonicalize()?;
    let mut folders = corpus::folders(&root)?;
    folders.retain(|folder| folder.join("cases.jsonl").exists());
    if folders.is_empty() {
        return Err(io::Error::other(
            "the corpus has no samples: `cases.jsonl` stands beside a vendor's `openapi.yaml`",
        ));
    }
    let importer = corpus::importer(&root)?;
    let found = folders
        .iter()
        .map(|folder| program::run(&root, &importer, folder));
    found.collect()
}

impl Found {
    fn ratios(&self) -> impl Iterator<Item = f64> {
        self.timed.iter().map(|timed| timed.ratio)
    }

    fn misses(&self) -> bool {
        self.ratios().any(|ratio| ratio < MUST)
    }

    fn cells(&self) -> Vec<String> {
        let least = self.ratios().fold(f64::INFINITY, f64::min);
        let slower = self.ratios().filter(|ratio| *ratio < MUST).count();
        let of = Quartiles::of(self.ratios());
        let verdict = if self.misses() { "MISSED" } else { "kept" };
        vec![
            self.document.clone(),
            (self.timed.len() + self.refused.len()).to_string(),
            self.timed.len().to_string(),
            format!("{:.2}", of.median),
            format!("{:.2}–{:.2}", of.lower, of.upper),
            format!("{least:.2}"),
            slower.to_string(),
            format!("{MUST:.2} {verdict}"),
        ]
    }

    /// The samples that are the slowest beside `Value`.
    fn slowest(&self) -> impl Iterator<Item = Vec<String>> {
        let mut timed: Vec<&Timed> = self.timed.iter().collect();
        timed.sort_by(|a, b| a.ratio.total_cmp(&b.ratio));
        timed.into_iter().take(SLOWEST).map(|timed| {
            vec![
                self.document.clone(),
                timed.schema.clone(),
                timed.case.to_string(),
                timed.bytes.to_string(),
                format!("{:.0}", timed.value_ns),
                format!("{:.0}", timed.ours_ns),
                format!("{:.2}", timed.ratio),
            ]
        })
    }
}

fn show(found: &[Found], json: bool) {
    if json {
        let text = serde_json::to_string_pretty(found).expect("what was found has a JSON form");
        table::line(&text);
        return;
    }
    let with_samples: Vec<&Found> = found.iter().filter(|one| !one.timed.is_empty()).collect();
    let head = [
        "document",
        "samples",
        "read",
        "ratio",
        "quartiles",
        "least",
        "slower",
        "must",
    ];
    let rows: Vec<_> = with_samples.iter().map(|one| one.cells()).collect();
    table::print(1, &head, &rows);
    table::line("");
    let head = [
        "slowest of",
        "schema",
        "case",
        "bytes",
        "Value, ns",
        "ours, ns",
        "ratio",
    ];
    let rows: Vec<_> = with_samples.iter().flat_map(|one| one.slowest()).collect();
    table::print(2, &head, &rows);
    for one in found {
        for why in &one.refused {
            eprintln!("{}: {why}", one.document);
        }
    }
}
