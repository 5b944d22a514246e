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
use benches::command_line;
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

Compile time beside serde derive, on generated crates of many types. A ratio is ours divided by serde derive's, so below one is
cheaper. benches/README.md says how to read the rest.

Without a mode, time and peak memory of builds, and the size of the program: several minutes. Modes:
  --counts         lines and functions for LLVM, and sizes
  --instructions   instructions of rustc for a check, and those of the macros; needs valgrind
  --where          our functions with the most lines for LLVM, by name
  --cold           a first build with all dependencies
  --documents      vendors' documents, imported and built; API_OBJECT_CORPUS names their folder

  --n TYPES        how many types, 100 if not given; several times for the growth between them
  --rounds ROUNDS  how often each build that is timed is repeated, 3 if not given
  --only STEP      check, \"dev lib\", \"dev app\" or \"release app\"; may be given several times
  --peers          miniserde, and serde derive among other derives, too
  --noise          serde derive against itself: what this machine can tell apart
  --json           for programs
  --deny missed    end with 3 where a budget is missed

It ends with 1 where something does not compile or cannot be measured, and with 2 where the arguments are wrong.";

fn main() -> ExitCode {
    // This program stands between cargo and rustc where rustc's instructions are counted.
    if let Some(code) = callgrind::wrapped_rustc() {
        return code;
    }
    let args = match command_line::read(USAGE, Args::read) {
        Ok(args) => args,
        Err(code) => return code,
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
            let mut value = || words.next().ok_or(format!("`{word}` wants a value"));
            match word.as_str() {
                "--n" => args.sizes.push(count(&value()?)?),
                "--rounds" => args.rounds = count(&value()?)?,
                "--only" => args.steps.push(step(&value()?)?),
                "--peers" => args.peers = true,
                "--noise" => args.noise = true,
                "--json" => args.json = true,
                "--deny" => {
                    command_line::deny(words.next())?;
                    args.deny_missed = true;
                }
                _ => args.mode = mode(&word).ok_or_else(|| command_line::unknown(&word))?,
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

fn count(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|&number| number > 0);
    number.ok_or_else(|| format!("`{text}` is no number from 1 on"))
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
    let names = Step::ALL.map(Step::name).join("`, `");
    found.ok_or_else(|| format!("no step is called `{name}`; there are `{names}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Args, String> {
        Args::read(words.iter().map(|&word| word.to_owned()))
    }

    #[test]
    fn a_mistake_on_the_command_line_is_told_with_what_there_is() {
        for (words, told) in [
            (&["--only", "chekc"][..], "`dev lib`"),
            (&["--n", "0"], "`0`"),
            (&["--rounds", "x"], "`x`"),
            (&["--deny", "budgets"], "`missed`"),
            (&["--count"], "`--count`"),
            (&["--n"], "`--n`"),
        ] {
            let message = read(words).err().unwrap_or_default();
            assert!(message.contains(told), "{words:?}: {message}");
        }
    }

    #[test]
    fn what_is_not_said_is_what_the_usage_says() {
        let args = read(&[]).ok().unwrap();
        assert_eq!((args.sizes, args.rounds), (vec![100], 3));
        assert_eq!(args.steps, Step::ALL);
    }
}
