//! Holds figures that need no clock against those in `benches/guard.txt`.
//!
//! ```text
//! cargo run -p benches --bin guard
//! cargo run -p benches --bin guard -- --bless
//! cargo run -p benches --bin guard -- --only instructions --all
//! ```
//!
//! Ends with 0 where every figure is as it was, within its tolerance, with 1 where one is not, with 2 where the arguments
//! are wrong, and with 3 where something cannot be measured. Without valgrind, instructions are left out, and it says so.

use std::fs;
use std::io;
use std::mem::size_of;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use allocation_counter::{AllocationInfo, measure};
use benches::callgrind;
use benches::command_line;
use benches::data::Corpus;
use benches::guard::{Group, Judged, Measured, Table, Verdict, grouped};
use benches::guard::{instructions, ir, program, tokens};
use benches::{ours, table, work};

/// What the command line asks for.
#[derive(Debug, Default)]
struct Args {
    only: Vec<Group>,
    bless: bool,
    all: bool,
    json: bool,
}

const USAGE: &str = "\
usage: guard [--only GROUP]… [--bless] [--all] [--json]

Holds figures that need no clock against those in benches/guard.txt, each within its tolerance.

  --only GROUP   tokens, ir, program, allocations, bytes, sizes or instructions; may be given several times
  --bless        write the figures that are out of their tolerance; say in the commit why they changed
  --all          show the figures that are as they were, too
  --json         for programs: all of them

It ends with 1 where a figure is not as it was, with 2 where the arguments are wrong, and with 3 where something cannot be
measured. Without valgrind, instructions are left out, and it says so.";

const BLESS: &str = "cargo run -p benches --bin guard -- --bless";

fn main() -> ExitCode {
    let args = match command_line::read(USAGE, Args::read) {
        Ok(args) => args,
        Err(code) => return code,
    };
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}

impl Args {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Args::default();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--only" => {
                    let name = words.next().ok_or("`--only` wants a group")?;
                    let group = Group::named(&name);
                    let none = || format!("no group is called `{name}`");
                    args.only.push(group.ok_or_else(none)?);
                }
                "--bless" => args.bless = true,
                "--all" => args.all = true,
                "--json" => args.json = true,
                _ => return Err(command_line::unknown(&word)),
            }
        }
        Ok(args)
    }

    fn wants(&self, group: Group) -> bool {
        self.only.is_empty() || self.only.contains(&group)
    }
}

/// False where a figure is not as it was.
fn run(args: &Args) -> io::Result<bool> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()?;
    let file = root.join("benches/guard.txt");
    let old = match fs::read_to_string(&file) {
        Ok(text) => {
            Table::read(&text).map_err(|error| io::Error::other(format!("guard.txt: {error}")))?
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Table::default(),
        Err(error) => return Err(error),
    };
    let mut left_out: Vec<Group> = Vec::new();
    let mut measured: Vec<Measured> = Vec::new();
    for group in Group::ALL {
        if !args.wants(group) {
            left_out.push(group);
        } else if group == Group::Instructions && !callgrind::is_there() {
            eprintln!("there is no valgrind here: instructions are left out");
            left_out.push(group);
        } else {
            eprintln!("measuring {}", group.name());
            measured.extend(measure_group(group, &root)?);
        }
    }
    let judged = old.judge(&measured, &left_out);
    if args.bless {
        fs::write(&file, old.bless(&measured, &left_out).to_string())?;
    }
    show(&judged, args);
    Ok(args.bless || judged.iter().all(|one| one.verdict == Verdict::Kept))
}

fn measure_group(group: Group, root: &Path) -> io::Result<Vec<Measured>> {
    match group {
        Group::Tokens => tokens::measure(root),
        Group::Ir => ir::measure(root, &target()?),
        Group::Program => program::measure(root, &target()?),
        Group::Allocations => Ok(allocations(group, |info| info.count_total)),
        Group::Bytes => Ok(allocations(group, |info| info.bytes_total)),
        Group::Sizes => Ok(sizes()),
        Group::Instructions => instructions::measure(root, &target()?),
    }
}

/// The folder that this program was built in: what it builds shares dependencies with the workspace.
fn target() -> io::Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.parent().and_then(Path::parent);
    let none = || io::Error::other("this program is in no target folder");
    target.map(Path::to_owned).ok_or_else(none)
}

/// How often the work on a page of a hundred jobs asks for memory, or for how many bytes of it.
fn allocations(group: Group, count: fn(&AllocationInfo) -> u64) -> Vec<Measured> {
    let corpus = Corpus::new();
    let measured = work::ALL.iter().map(|work| {
        let text = instructions::text(work.page, &corpus);
        let info = work.prepared(text, |once| {
            // What is made once is made here.
            once();
            measure(once)
        });
        Measured::new(group, work.name, count(&info))
    });
    measured.collect()
}

/// Bytes of the model case's types, without what they own elsewhere.
fn sizes() -> Vec<Measured> {
    let sizes = [
        ("FineTuningJob", size_of::<ours::FineTuningJob>()),
        ("Hyperparameters", size_of::<ours::Hyperparameters>()),
        ("Integration", size_of::<ours::Integration>()),
        ("FileId", size_of::<ours::FileId>()),
        (
            "FineTuningJobStatus",
            size_of::<ours::FineTuningJobStatus>(),
        ),
        ("Extra", size_of::<api_object::Extra>()),
    ];
    let sizes = sizes.map(|(name, size)| Measured::new(Group::Sizes, name, size as u64));
    sizes.into()
}

fn show(judged: &[Judged], args: &Args) {
    let deviates = |one: &&Judged| one.verdict != Verdict::Kept;
    if args.json {
        let text = serde_json::to_string_pretty(judged).expect("figures have a JSON form");
        table::line(&text);
        return;
    }
    let shown = judged.iter().filter(|one| args.all || deviates(one));
    let rows: Vec<Vec<String>> = shown.map(cells).collect();
    if !rows.is_empty() {
        let head = [
            "group", "what", "verdict", "was", "is", "differs", "allowed",
        ];
        table::print(3, &head, &rows);
    }
    let deviating = judged.iter().filter(deviates).count();
    let all = judged.len();
    table::line(&match (deviating, args.bless) {
        (0, _) => format!("{all} figures are as they were"),
        (_, true) => format!("{deviating} of {all} figures are written to benches/guard.txt"),
        (_, false) => format!(
            "{deviating} of {all} figures are not as benches/guard.txt has them. Where that is meant, say why in the commit, \
             and write what is now:\n    {BLESS}"
        ),
    });
}

fn cells(one: &Judged) -> Vec<String> {
    let figure = |figure: Option<u64>| figure.map_or("–".to_owned(), grouped);
    let verdict = match one.verdict {
        Verdict::Kept => "kept",
        Verdict::Exceeded => "EXCEEDED",
        Verdict::Better => "better: bless it",
        Verdict::New => "new: bless it",
        Verdict::Gone => "gone: bless it",
    };
    let differs = match (one.was, one.is) {
        (Some(was), Some(is)) if was > 0 => {
            format!("{:+.1} %", (is as f64 / was as f64 - 1.0) * 100.0)
        }
        _ => String::new(),
    };
    vec![
        one.group.name().to_owned(),
        one.name.clone(),
        verdict.to_owned(),
        figure(one.was),
        figure(one.is),
        differs,
        format!("{} %", one.within),
    ]
}
