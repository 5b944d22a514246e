//! Compile time beside serde derive, on generated crates of many types, in turns.
//!
//! ```text
//! cargo run --release -p benches --bin compile
//! cargo run --release -p benches --bin compile -- --n 100 --n 500 --rounds 5 --json
//! cargo run --release -p benches --bin compile -- --only check --noise
//! ```
//!
//! Only the generated crates are built in the time that counts; what they depend on is built before. `--noise` pairs
//! serde derive with itself: how far from one the ratios fall then is what this machine can tell apart.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use benches::builds::{Step, Workspace};
use benches::generate::{Schema, Side};
use benches::paired::Quartiles;
use benches::table;
use benches::usage::Usage;
use serde::Serialize;

/// What the command line asks for.
struct Args {
    sizes: Vec<usize>,
    rounds: usize,
    steps: Vec<Step>,
    noise: bool,
    json: bool,
}

/// One line of the table. Times are medians in seconds, ratios are ours divided by serde's: below one, ours is cheaper.
#[derive(Serialize)]
struct Row {
    types: usize,
    what: &'static str,
    serde: f64,
    ours: f64,
    ratio: Quartiles,
    must: Option<f64>,
}

const USAGE: &str = "usage: compile [--n TYPES]… [--rounds ROUNDS] [--only STEP]… [--noise] [--json]\n\
                     steps: check, \"dev lib\", \"dev app\", \"release app\"";

fn main() -> ExitCode {
    let args = match Args::read(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match rows(&args) {
        Ok(rows) if args.json => {
            println!(
                "{}",
                serde_json::to_string_pretty(&rows).expect("rows have a JSON form")
            );
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

impl Args {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Args {
            sizes: Vec::new(),
            rounds: 3,
            steps: Vec::new(),
            noise: false,
            json: false,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} wants a value"));
            let number = |text: String| text.parse().map_err(|_| format!("`{text}` is no number"));
            match word.as_str() {
                "--n" => args.sizes.push(number(value()?)?),
                "--rounds" => args.rounds = number(value()?)?.max(1),
                "--only" => args.steps.push(step(&value()?)?),
                "--noise" => args.noise = true,
                "--json" => args.json = true,
                _ => return Err(format!("unknown argument `{word}`")),
            }
        }
        if args.sizes.is_empty() {
            args.sizes.push(100);
        }
        if args.steps.is_empty() {
            args.steps.extend(Step::ALL);
        }
        Ok(args)
    }
}

fn step(name: &str) -> Result<Step, String> {
    let found = Step::ALL.into_iter().find(|step| step.name() == name);
    found.ok_or(format!("no step is called `{name}`"))
}

fn rows(args: &Args) -> io::Result<Vec<Row>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()?;
    let (other, copy) = match args.noise {
        true => (Side::Serde, "-again"),
        false => (Side::Ours, ""),
    };
    let mut rows = Vec::new();
    for &types in &args.sizes {
        let schema = Schema::new(types);
        let pair = [
            Workspace::write(&root, &schema, types, Side::Serde, "")?,
            Workspace::write(&root, &schema, types, other, copy)?,
        ];
        for &step in &args.steps {
            eprintln!("{types} types, {}", step.name());
            rows.extend(measure(&pair, types, step, args.rounds)?);
        }
        if args.steps.contains(&Step::ReleaseApp) {
            rows.push(size(&pair, types)?);
            let samples = schema.samples();
            pair.iter()
                .try_for_each(|workspace| workspace.prove(&samples))?;
        }
    }
    if args.noise {
        rows.iter_mut().for_each(|row| row.must = None);
    }
    Ok(rows)
}

fn measure(pair: &[Workspace; 2], types: usize, step: Step, rounds: usize) -> io::Result<[Row; 2]> {
    // Builds the dependencies, and finds out whether the crates compile at all.
    let [serde, ours] = pair;
    ours.build(step)?;
    serde.build(step)?;
    let mut costs: Vec<(Usage, Usage)> = Vec::new();
    for round in 0..rounds {
        let turn = if round % 2 == 0 {
            let a = serde.build(step)?;
            (a, ours.build(step)?)
        } else {
            let b = ours.build(step)?;
            (serde.build(step)?, b)
        };
        costs.push(turn);
    }
    let row = |what, time: fn(&Usage) -> f64, must| Row {
        types,
        what,
        serde: Quartiles::of(costs.iter().map(|(serde, _)| time(serde))).median,
        ours: Quartiles::of(costs.iter().map(|(_, ours)| time(ours))).median,
        ratio: Quartiles::of(costs.iter().map(|(serde, ours)| time(ours) / time(serde))),
        must,
    };
    let (wall, cpu) = names(step);
    Ok([
        row(wall, |cost| cost.wall.as_secs_f64(), must(step)),
        row(cpu, |cost| cost.cpu.as_secs_f64(), must(step)),
    ])
}

fn size(pair: &[Workspace; 2], types: usize) -> io::Result<Row> {
    let [serde, ours] = pair;
    let (serde, ours) = (serde.binary_size()? as f64, ours.binary_size()? as f64);
    Ok(Row {
        types,
        what: "release app, bytes",
        serde,
        ours,
        ratio: Quartiles::of([ours / serde]),
        must: Some(0.5),
    })
}

fn names(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Check => ("check, wall s", "check, cpu s"),
        Step::DevLib => ("dev lib, wall s", "dev lib, cpu s"),
        Step::DevApp => ("dev app, wall s", "dev app, cpu s"),
        Step::ReleaseApp => ("release app, wall s", "release app, cpu s"),
    }
}

/// The budget; there is none for the library alone.
fn must(step: Step) -> Option<f64> {
    match step {
        Step::Check | Step::DevApp => Some(0.45),
        Step::DevLib => None,
        Step::ReleaseApp => Some(0.30),
    }
}

fn print(rows: &[Row]) {
    let cells = |row: &Row| {
        let decimals = if row.serde > 1000.0 { 0 } else { 2 };
        let must = row.must.map_or(String::new(), |must| {
            format!(
                "{must:.2} {}",
                if row.ratio.median > must {
                    "MISSED"
                } else {
                    "kept"
                }
            )
        });
        vec![
            row.what.to_owned(),
            row.types.to_string(),
            format!("{:.decimals$}", row.serde),
            format!("{:.decimals$}", row.ours),
            format!("{:.2}", row.ratio.median),
            format!("{:.2}–{:.2}", row.ratio.lower, row.ratio.upper),
            must,
        ]
    };
    let head = [
        "build",
        "types",
        "serde derive",
        "api-object",
        "ours / serde",
        "quartiles",
        "must",
    ];
    table::print(1, &head, &rows.iter().map(cells).collect::<Vec<_>>());
}
