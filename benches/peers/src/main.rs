//! What `api-object` costs at run time, beside all that an author of an SDK could use instead.
//!
//! ```text
//! cargo run --release --manifest-path benches/peers/Cargo.toml
//! cargo run --release --manifest-path benches/peers/Cargo.toml -- --quick --only "decode page" --json
//! cargo run --release --manifest-path benches/peers/Cargo.toml -- --counts --only union
//! ```
//!
//! `--help` says what else there is.

mod print;

use std::process::ExitCode;

use benches::cases::{Case, Corpora};
use benches::command_line;
use benches::paired::Effort;
use benches::rows::{self, Args, Row, measure};
use benches::table;
use peers::measured::{Allocated, Name, allocations, counted_run, instructions};
use serde::Serialize;

/// A way in numbers.
#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    row: Row,
    /// For an object.
    instructions: Option<f64>,
    /// Those of the baseline, divided by the way's.
    instruction_ratio: Option<f64>,
    allocated: Option<Allocated>,
}

/// Which columns are asked for.
#[derive(Clone, Copy, PartialEq)]
enum Columns {
    All,
    Clock,
    Counts,
}

/// What the command line asks for.
struct Asked {
    columns: Columns,
    args: Args,
}

const USAGE: &str = "\
usage: peers [--clock | --counts] [--only PART]… [--list] [--quick] [--json] [--deny missed]

Run time, instructions and allocations of api-object beside all other libraries, on the same fields: a quarter of an hour.
Ratios are serde derive's figure divided by the way's, so above one is faster; all numbers but ratios and peaks are for an
object. docs/costs.md says how to read the table. Instructions need valgrind, and are left out where there is none.

  --clock         time alone
  --counts        what does not shake alone: instructions and allocations
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, case, way] = &words[..]
        && flag == "--run"
    {
        return run_once(case, way);
    }
    let usage = format!("{USAGE}{}", Args::OPTIONS);
    let asked = match command_line::read(&usage, Asked::read) {
        Ok(asked) => asked,
        Err(code) => return code,
    };
    let corpora = Corpora::new();
    let names = rows::names(|is_asked| drop(peers::cases(&corpora, is_asked)));
    if let Err(code) = asked.args.answer_by(&names) {
        return code;
    }
    rows::warn_of_debug_build();
    match tabulate(&asked, &corpora) {
        Ok(missed) => ExitCode::from(if missed && asked.args.deny_missed {
            3
        } else {
            0
        }),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

impl Asked {
    fn read(words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut columns = Columns::All;
        let mut others = Vec::new();
        for word in words {
            let wanted = match word.as_str() {
                "--clock" => Columns::Clock,
                "--counts" => Columns::Counts,
                _ => {
                    others.push(word);
                    continue;
                }
            };
            if columns != Columns::All && columns != wanted {
                return Err(
                    "`--clock` and `--counts` together are what is measured without them"
                        .to_owned(),
                );
            }
            columns = wanted;
        }
        let args = Args::read(others.into_iter())?;
        Ok(Asked { columns, args })
    }
}

/// Measures and prints; answers whether a budget is missed.
fn tabulate(asked: &Asked, corpora: &Corpora) -> Result<bool, String> {
    let Asked { columns, args } = asked;
    let mut cases = peers::cases(corpora, &|name| args.is_asked(name));
    let rows: Result<Vec<Vec<Row>>, String> = cases
        .iter_mut()
        .map(|case| match columns {
            Columns::Counts => Ok(untimed(case)),
            _ => timed(case, args.effort),
        })
        .collect();
    let rows: Vec<Row> = rows?.into_iter().flatten().collect();
    let missed = rows.iter().any(Row::misses);
    let lines = match columns {
        Columns::Clock => rows.into_iter().map(Line::timed).collect(),
        _ => counted(rows)?,
    };
    match args.json {
        true => {
            let text = serde_json::to_string_pretty(&lines).map_err(|error| error.to_string())?;
            table::line(&text);
        }
        false => print::print(&lines),
    }
    Ok(missed)
}

/// One run of a way, for callgrind.
fn run_once(case: &str, way: &str) -> ExitCode {
    let corpora = Corpora::new();
    let cases = peers::cases(&corpora, &|name| name == case);
    let ways = cases
        .into_iter()
        .flat_map(|case| std::iter::once(case.baseline).chain(case.ways));
    let found = ways.into_iter().find(|one| one.name == way);
    let Some(mut found) = found else {
        eprintln!("there is no {case}: {way}");
        return ExitCode::from(2);
    };
    let Some(run) = found.run() else {
        return ExitCode::FAILURE;
    };
    run();
    counted_run(run);
    ExitCode::SUCCESS
}

/// The baseline held against itself, and all ways held against it.
fn timed(case: &mut Case<'_>, effort: Effort) -> Result<Vec<Row>, String> {
    let rows = measure(case, effort)?;
    let baseline_ns = rows
        .iter()
        .find_map(|row| row.found)
        .map(|found| found.baseline_ns);
    let mut first = baseline_row(case);
    first.baseline_ns = baseline_ns;
    Ok(std::iter::once(first).chain(rows).collect())
}

fn untimed(case: &mut Case<'_>) -> Vec<Row> {
    let mut rows = vec![baseline_row(case)];
    for way in &mut case.ways {
        let cannot = way.held().err();
        rows.push(Row {
            case: case.name,
            way: way.name,
            baseline: case.baseline.name,
            objects: case.objects,
            baseline_ns: None,
            found: None,
            cannot,
            must: None,
        });
    }
    rows
}

fn baseline_row(case: &Case<'_>) -> Row {
    Row {
        case: case.name,
        way: case.baseline.name,
        baseline: case.baseline.name,
        objects: case.objects,
        baseline_ns: None,
        found: None,
        cannot: None,
        must: None,
    }
}

fn counted(rows: Vec<Row>) -> Result<Vec<Line>, String> {
    let mut cases: Vec<&str> = rows.iter().map(|row| row.case).collect();
    cases.dedup();
    let mut allocated = allocations(&cases)?;
    // Under valgrind, making 20 MB takes minutes, and says no more than a page does.
    let is_counted = |row: &&Row| row.cannot.is_none() && !row.case.contains("20 MB");
    let names: Vec<Name> = rows.iter().filter(is_counted).map(name).collect();
    let counts = instructions(&names).unwrap_or_else(|message| {
        eprintln!("without instructions: {message}");
        Default::default()
    });
    let lines = rows.into_iter().map(|row| {
        let name = name(&row);
        let count = counts.get(&name).copied();
        let baseline = counts
            .get(&(name.0.clone(), row.baseline.to_owned()))
            .copied();
        Line {
            instructions: count.map(|count| count as f64 / row.objects as f64),
            instruction_ratio: count
                .zip(baseline)
                .map(|(way, one)| one as f64 / way as f64),
            allocated: allocated.remove(&name),
            row,
        }
    });
    Ok(lines.collect())
}

fn name(row: &Row) -> Name {
    (row.case.to_owned(), row.way.to_owned())
}

impl Line {
    fn timed(row: Row) -> Self {
        Line {
            row,
            instructions: None,
            instruction_ratio: None,
            allocated: None,
        }
    }
}
