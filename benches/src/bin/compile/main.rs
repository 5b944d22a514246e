//! Compile time beside serde derive, on generated crates of many types and on imported documents.
//!
//! ```text
//! cargo run --release -p benches --bin compile
//! cargo run --release -p benches --bin compile -- --n 100 --n 500 --rounds 5 --json
//! cargo run --release -p benches --bin compile -- --only check --noise
//! cargo run --release -p benches --bin compile -- --counts --n 100 --n 500 --peers
//! cargo run --release -p benches --bin compile -- --instructions
//! cargo run --release -p benches --bin compile -- --where
//! cargo run --release -p benches --bin compile -- --cold
//! cargo run --release -p benches --bin compile -- --documents
//! ```
//!
//! Of a document, `--only check`, `--only "dev lib"` and `--only "release app"` are known; it has no program, so the last is
//! its library with optimization.
//!
//! Only the generated crates are built in the time that counts; what they depend on is built before. `--noise` pairs
//! serde derive with itself: how far from one the ratios fall then is what this machine can tell apart. `--counts`,
//! `--instructions` and `--where` need no clock, and say the same in every run.
//!
//! Ends with 1 where something does not compile or cannot be measured, with 2 where the arguments are wrong, and with 3
//! where a budget is missed and `--deny missed` asks for that.

mod cold;
mod counted;
mod documents;
mod instructions;
mod rows;
mod timed;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use benches::builds::Step;
use benches::callgrind;
use benches::generate::Side;

use rows::Found;

/// What the command line asks for.
struct Args {
    mode: Mode,
    sizes: Vec<usize>,
    rounds: usize,
    steps: Vec<Step>,
    peers: bool,
    noise: bool,
    json: bool,
    deny_missed: bool,
}

/// What is measured.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// Wall, CPU time and memory, in turns.
    Timed,
    /// Lines for LLVM, functions and sizes.
    Counts,
    /// Instructions of rustc.
    Instructions,
    /// Which functions have the lines.
    Where,
    /// A first build with all dependencies.
    Cold,
    /// Imported documents.
    Documents,
}

const USAGE: &str = "\
usage: compile [MODE] [--n TYPES]… [--rounds ROUNDS] [--only STEP]… [--peers] [--noise] [--json] [--deny missed]
modes: --counts, --instructions, --where, --cold, --documents; without one: time and memory
steps: check, \"dev lib\", \"dev app\", \"release app\"";

fn main() -> ExitCode {
    // This program stands between cargo and rustc where rustc's instructions are counted.
    if let Some(code) = callgrind::wrapped_rustc() {
        return code;
    }
    let args = match Args::read(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match found(&args) {
        Ok(found) => {
            found.show(args.json);
            let missed = args.deny_missed && found.misses();
            ExitCode::from(if missed { 3 } else { 0 })
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn found(args: &Args) -> io::Result<Found> {
    let root = root()?;
    match args.mode {
        Mode::Timed => timed::measure(args, &root),
        Mode::Counts => counted::measure(args, &root),
        Mode::Instructions => instructions::measure(args, &root),
        Mode::Where => counted::most(args, &root),
        Mode::Cold => cold::measure(args, &root),
        Mode::Documents => documents::measure(args, &root),
    }
}

fn root() -> io::Result<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.join("..").canonicalize()
}

impl Args {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Args {
            mode: Mode::Timed,
            sizes: Vec::new(),
            rounds: 3,
            steps: Vec::new(),
            peers: false,
            noise: false,
            json: false,
            deny_missed: false,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} wants a value"));
            let number = |text: String| text.parse().map_err(|_| format!("`{text}` is no number"));
            match word.as_str() {
                "--n" => args.sizes.push(number(value()?)?),
                "--rounds" => args.rounds = number(value()?)?.max(1),
                "--only" => args.steps.push(step(&value()?)?),
                "--peers" => args.peers = true,
                "--noise" => args.noise = true,
                "--json" => args.json = true,
                "--deny" if value()? == "missed" => args.deny_missed = true,
                _ => args.mode = mode(&word).ok_or(format!("unknown argument `{word}`"))?,
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

    /// Who is held against serde derive.
    fn others(&self) -> &'static [Side] {
        match (self.noise, self.peers) {
            (true, _) => &[Side::Serde],
            (false, true) => &[Side::Ours, Side::Crowd, Side::Miniserde],
            (false, false) => &[Side::Ours],
        }
    }
}

fn mode(word: &str) -> Option<Mode> {
    match word {
        "--counts" => Some(Mode::Counts),
        "--instructions" => Some(Mode::Instructions),
        "--where" => Some(Mode::Where),
        "--cold" => Some(Mode::Cold),
        "--documents" => Some(Mode::Documents),
        _ => None,
    }
}

fn step(name: &str) -> Result<Step, String> {
    let found = Step::ALL.into_iter().find(|step| step.name() == name);
    found.ok_or(format!("no step is called `{name}`"))
}
