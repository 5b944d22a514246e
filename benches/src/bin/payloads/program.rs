//! A document as a crate, and a program that reads samples with its types.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use api_object::{ApiObject, RawJson};
use benches::corpus;
use serde::Deserialize;

use super::{Found, Timed};

/// What the importer reports of a schema.
#[derive(Deserialize)]
struct Schema {
    schema: String,
    reference: String,
    path: String,
}

#[derive(Deserialize)]
struct Imported {
    schemas: Vec<Schema>,
}

/// Imports a vendor's document, with its samples as evidence, and times all of these.
pub(super) fn run(root: &Path, importer: &Path, folder: &Path) -> io::Result<Found> {
    let document = corpus::name(folder);
    let cases = folder.join("cases.jsonl");
    let dir = root
        .join("target/bench-documents")
        .join(format!("{document}-payloads"));
    eprintln!("{document}: import");
    let imported = import(importer, folder, &dir)?;
    write(root, &dir, &imported)?;
    eprintln!("{document}: build");
    let program = build(&dir)?;
    eprintln!("{document}: read");
    let mut found = Found {
        document,
        timed: Vec::new(),
        refused: Vec::new(),
    };
    read(&program, &samples(&cases)?, &mut found)?;
    Ok(found)
}

fn import(importer: &Path, folder: &Path, dir: &Path) -> io::Result<Imported> {
    // What an earlier run left would be merged with.
    if dir.exists() {
        fs::remove_dir_all(dir)?;
    }
    let report = Command::new(importer)
        .args(["import", "--json"])
        .arg(folder.join("openapi.yaml"))
        .arg("--observe")
        .arg(folder.join("cases.jsonl"))
        .arg("--out")
        .arg(dir.join("src"))
        .stderr(Stdio::inherit())
        .output()?;
    serde_json::from_slice(&report.stdout).map_err(io::Error::other)
}

/// Writes the manifest of the crate, and the program.
fn write(root: &Path, dir: &Path, imported: &Imported) -> io::Result<()> {
    let manifest = format!(
        "[package]\nname = \"vendor\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         api-object = {{ path = {:?}, features = [\"regex\"] }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n",
        root.join("runtime")
    );
    fs::write(dir.join("Cargo.toml"), manifest)?;
    fs::copy(root.join("Cargo.lock"), dir.join("Cargo.lock"))?;
    fs::create_dir_all(dir.join("src/bin"))?;
    let paired = root.join("benches/src/paired.rs");
    let program = PROGRAM.replace("PAIRED", &format!("{paired:?}"));
    let program = program.replace("        // ARMS\n", &arms(&imported.schemas));
    fs::write(dir.join("src/bin/read.rs"), program)
}

/// A function for each schema, under its name and under the reference to it.
fn arms(schemas: &[Schema]) -> String {
    let mut known = BTreeMap::new();
    for schema in schemas.iter().filter(|schema| !schema.path.is_empty()) {
        known.entry(&schema.schema).or_insert(&schema.path);
        known.entry(&schema.reference).or_insert(&schema.path);
    }
    let arm = |(schema, path)| format!("        {schema:?} => timed::<vendor::{path}>(json),\n");
    known.into_iter().map(arm).collect()
}

/// Builds the program, optimized.
fn build(dir: &Path) -> io::Result<PathBuf> {
    let target = dir.join("../target");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet", "--bin", "read"])
        .current_dir(dir)
        .env("CARGO_TARGET_DIR", &target)
        .status()?;
    match status.success() {
        true => Ok(target.join("release/read")),
        false => Err(io::Error::other(format!(
            "{} does not compile",
            dir.display()
        ))),
    }
}

/// A line of the vendor's file.
#[derive(ApiObject)]
struct Case {
    schema: String,
    payload: RawJson,
}

/// Schema and payload of each sample, as the program reads them.
fn samples(cases: &Path) -> io::Result<Vec<(String, String)>> {
    let text = fs::read_to_string(cases)?;
    let samples = text.lines().map(|line| {
        let case = api_object::from_str::<Case>(line).map_err(io::Error::other)?;
        let case = case.lenient();
        Ok((case.schema, case.payload.as_str().to_owned()))
    });
    samples.collect()
}

/// Has the program read all samples.
fn read(program: &Path, samples: &[(String, String)], found: &mut Found) -> io::Result<()> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let lost = || io::Error::other("the program is gone");
    let mut input = child.stdin.take().ok_or_else(lost)?;
    let mut answers = BufReader::new(child.stdout.take().ok_or_else(lost)?).lines();
    for (case, (schema, payload)) in samples.iter().enumerate() {
        if case % 100 == 99 {
            eprintln!("{}: {} of {}", found.document, case + 1, samples.len());
        }
        writeln!(input, "{schema}\t{payload}")?;
        let answer = answers.next().ok_or_else(lost)??;
        match serde_json::from_str::<[f64; 3]>(&answer) {
            Ok([value_ns, ours_ns, ratio]) => found.timed.push(Timed {
                case,
                schema: schema.clone(),
                bytes: payload.len(),
                value_ns,
                ours_ns,
                ratio,
            }),
            Err(_) => found
                .refused
                .push(format!("case {case}, {schema}: {answer}")),
        }
    }
    drop(input);
    child.wait().map(drop)
}

/// Reads lines of schema and payload, and answers each with a line: three numbers, or why there are none.
const PROGRAM: &str = r#"//! Times samples.

#[path = PAIRED]
#[allow(dead_code)]
mod paired;

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Duration;

use api_object::FillOwned;
use paired::Effort;
use serde_json::Value;

const EFFORT: Effort = Effort {
    total: Duration::from_millis(100),
    half_round: Duration::from_millis(2),
};

fn timed<T: FillOwned>(json: &[u8]) -> String {
    if let Err(error) = api_object::from_slice::<T>(json) {
        return error.to_string().replace('\n', "; ");
    }
    let found = paired::paired(
        EFFORT,
        &mut || drop(black_box(serde_json::from_slice::<Value>(black_box(json)))),
        &mut || drop(black_box(api_object::from_slice::<T>(black_box(json)))),
    );
    format!("[{:.1},{:.1},{:.3}]", found.baseline_ns, found.way_ns, found.ratio.median)
}

fn answer(schema: &str, json: &[u8]) -> String {
    match schema {
        // ARMS
        _ => "there is no type for it".to_owned(),
    }
}

fn main() {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (schema, json) = line.split_once('\t').unwrap();
        writeln!(out, "{}", answer(schema, json.as_bytes())).unwrap();
        out.flush().unwrap();
    }
}
"#;
