//! Run time beside the peers, as ratios: serde derive's time divided by the way's, round by round.
//!
//! ```text
//! cargo run --release -p benches --bin ratios
//! cargo run --release -p benches --bin ratios -- --quick --json --only "encode page"
//! ```

use std::process::ExitCode;

use benches::cases::{self, Case};
use benches::data::Corpus;
use benches::paired::{Effort, Paired, paired};
use benches::{table, unions};
use serde::Serialize;

/// One line of the table.
#[derive(Serialize)]
struct Row {
    case: &'static str,
    way: &'static str,
    #[serde(flatten)]
    found: Paired,
    must: Option<f64>,
}

/// What the command line asks for.
struct Args {
    effort: Effort,
    json: bool,
    only: Option<String>,
}

fn main() -> ExitCode {
    let args = match Args::read(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(message) => {
            eprintln!("{message}\nusage: ratios [--quick] [--json] [--only PART-OF-A-CASE'S-NAME]");
            return ExitCode::from(2);
        }
    };
    if cfg!(debug_assertions) {
        eprintln!("warning: not a release build; these ratios mean nothing");
    }
    let corpus = Corpus::new();
    let unions = unions::Corpus::new();
    let cases = cases::all(&corpus, &unions);
    let asked = |case: &Case<'_>| {
        args.only
            .as_ref()
            .is_none_or(|part| case.name.contains(part))
    };
    let rows: Vec<Row> = cases
        .into_iter()
        .filter(asked)
        .flat_map(|case| measure(case, args.effort))
        .collect();
    match args.json {
        true => println!(
            "{}",
            serde_json::to_string_pretty(&rows).expect("rows have a JSON form")
        ),
        false => print(&rows),
    }
    ExitCode::SUCCESS
}

impl Args {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Args {
            effort: Effort::FULL,
            json: false,
            only: None,
        };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--quick" => args.effort = Effort::QUICK,
                "--json" => args.json = true,
                "--only" => args.only = Some(words.next().ok_or("--only wants a name")?),
                _ => return Err(format!("unknown argument `{word}`")),
            }
        }
        Ok(args)
    }
}

fn measure(mut case: Case<'_>, effort: Effort) -> Vec<Row> {
    let baseline = &mut case.baseline.run;
    let rows = case.ways.iter_mut().map(|way| {
        eprintln!("{}: {}", case.name, way.name);
        Row {
            case: case.name,
            way: way.name,
            found: paired(effort, baseline, &mut way.run),
            must: way.must,
        }
    });
    rows.collect()
}

fn print(rows: &[Row]) {
    let cells = |row: &Row| {
        let ratio = row.found.ratio;
        let must = row.must.map_or(String::new(), |must| {
            format!(
                "{must:.2} {}",
                if ratio.median < must {
                    "MISSED"
                } else {
                    "kept"
                }
            )
        });
        vec![
            row.case.to_owned(),
            row.way.to_owned(),
            format!("{:.0}", row.found.baseline_ns),
            format!("{:.0}", row.found.way_ns),
            format!("{:.2}", ratio.median),
            format!("{:.2}–{:.2}", ratio.lower, ratio.upper),
            row.found.rounds.to_string(),
            must,
        ]
    };
    let head = [
        "case",
        "way",
        "baseline ns",
        "way ns",
        "ratio",
        "quartiles",
        "rounds",
        "must",
    ];
    table::print(2, &head, &rows.iter().map(cells).collect::<Vec<_>>());
}
