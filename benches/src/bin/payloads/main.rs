//! The samples of vendors, read by the types that the importer makes of their documents, beside `serde_json::Value`.
//!
//! ```text
//! cargo run --release -p benches --bin payloads
//! cargo run --release -p benches --bin payloads -- --json
//! ```
//!
//! Each document is imported, built as a crate, optimized, and read with by a program that has a function for each of its
//! types. Both sides read a sample in turns, a tenth of a second for each. `Value` knows nothing of what it reads; a type that is
//! as fast checks the whole declaration for the same time.
//!
//! Ends with 1 where something does not compile or cannot be measured, with 2 where the arguments are wrong, and with 3
//! where a sample takes longer than `Value` and `--deny missed` asks for that.

mod program;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use benches::paired::Quartiles;
use benches::{corpus, table};
use serde::Serialize;

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
    let (mut json, mut deny_missed) = (false, false);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--json" => json = true,
            "--deny" if words.next().as_deref() == Some("missed") => deny_missed = true,
            _ => {
                eprintln!("unknown argument `{word}`\nusage: payloads [--json] [--deny missed]");
                return ExitCode::from(2);
            }
        }
    }
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

fn measure() -> io::Result<Vec<Found>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = root.canonicalize()?;
    let mut folders = corpus::folders(&root)?;
    folders.retain(|folder| folder.join("cases.jsonl").exists());
    if folders.is_empty() {
        return Ok(Vec::new());
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
        println!("{text}");
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
    println!();
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
