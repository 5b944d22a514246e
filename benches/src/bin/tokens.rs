//! How much the derives emit for the model case: tokens of everything that they add, by type.
//!
//! ```text
//! cargo run -p benches --bin tokens
//! cargo run -p benches --bin tokens -- --json
//! ```
//!
//! Needs nothing but the pinned compiler. Serde's count is that of `Serialize` and `Deserialize`; ours is that of all
//! outputs together: serde impls, accessors, rules, lifecycle, descriptor with docs, ids and statuses.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use benches::expansion::{Emitted, Source, emitted};
use benches::{command_line, table};
use serde::Serialize;

const USAGE: &str = "\
usage: tokens [--json]

How many tokens the derives emit for the model case, by type: serde's two, and all that ours makes. The budget is that ours are
no more for all types together. A token is a word, a literal or one punctuation mark; a pair of brackets is two.

It ends with 1 where a side does not compile, and with 2 where the arguments are wrong.";

/// Sums of several types, from one to all.
const SUMS: &[(&str, &[&str])] = &[
    ("the job struct alone", &["FineTuningJob"]),
    (
        "… with its id and statuses",
        &["FineTuningJobId", "FineTuningJobStatus"],
    ),
    (
        "… with hyperparameters",
        &["Hyperparameters", "Auto", "AutoWord"],
    ),
];

/// One line of the table: tokens on both sides.
#[derive(Serialize)]
struct Row {
    what: String,
    serde: usize,
    ours: usize,
    /// The most that ours may be of serde's.
    must: Option<f64>,
}

/// The budget, of all types together.
const MUST: f64 = 1.0;

fn main() -> ExitCode {
    let json = match command_line::read(USAGE, command_line::json_alone) {
        Ok(json) => json,
        Err(code) => return code,
    };
    match rows() {
        Ok(rows) if json => {
            table::line(&serde_json::to_string_pretty(&rows).expect("rows have a JSON form"));
            ExitCode::SUCCESS
        }
        Ok(rows) => {
            print(&rows);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn rows() -> io::Result<Vec<Row>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()?;
    let dir = root.join("target/bench-tokens");
    let serde = Source {
        name: "model_serde",
        text: include_str!("../peers/untagged.rs"),
        dependencies: "serde = { version = \"1\", features = [\"derive\"] }",
    };
    eprintln!("expanding serde's derives");
    let serde = emitted(&serde, &dir)?;
    eprintln!("expanding ours");
    let ours = ours(&root, &dir)?;
    Ok(sums(&serde, &ours))
}

fn ours(root: &Path, dir: &Path) -> io::Result<Vec<Emitted>> {
    let runtime = root.join("runtime");
    let source = Source {
        name: "model_ours",
        text: include_str!("../ours.rs"),
        dependencies: &format!("api-object = {{ path = \"{}\" }}", runtime.display()),
    };
    emitted(&source, dir)
}

fn sums(serde: &[Emitted], ours: &[Emitted]) -> Vec<Row> {
    let sum = |of: &[Emitted], names: &[&str]| -> usize {
        of.iter()
            .filter(|e| names.contains(&e.ident.as_str()))
            .map(|e| e.tokens)
            .sum()
    };
    let mut names: Vec<&str> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for (what, more) in SUMS {
        names.extend(*more);
        rows.push(Row {
            what: (*what).to_owned(),
            serde: sum(serde, &names),
            ours: sum(ours, &names),
            must: None,
        });
    }
    let all = |of: &[Emitted]| of.iter().map(|e| e.tokens).sum();
    rows.push(Row {
        what: "all types".to_owned(),
        serde: all(serde),
        ours: all(ours),
        must: Some(MUST),
    });
    rows.extend(serde.iter().map(|e| Row {
        what: format!("  {}", e.ident),
        serde: e.tokens,
        ours: sum(ours, &[&e.ident]),
        must: None,
    }));
    rows
}

fn print(rows: &[Row]) {
    let cells = |row: &Row| {
        let ratio = row.ours as f64 / row.serde as f64;
        let verdict = |must| {
            let verdict = if ratio > must { "MISSED" } else { "kept" };
            format!("{must:.2} {verdict}")
        };
        vec![
            row.what.clone(),
            row.serde.to_string(),
            row.ours.to_string(),
            format!("{ratio:.2}"),
            row.must.map_or(String::new(), verdict),
        ]
    };
    let head = [
        "tokens emitted for",
        "serde derive",
        "api-object",
        "ours / serde",
        "must",
    ];
    table::print(1, &head, &rows.iter().map(cells).collect::<Vec<_>>());
}
