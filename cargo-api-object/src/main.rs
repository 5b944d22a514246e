//! `cargo api-object`: declarations of `api-object` from OpenAPI documents.

mod arguments;
mod checking;
mod inferring;
mod input;
mod progress;

use std::io::Write;
use std::process::ExitCode;

use cargo_api_object::diff::Diff;
use cargo_api_object::import::{Imported, import};
use cargo_api_object::output::{self, Done};
use cargo_api_object::record;
use clap::Parser;

use arguments::{Arguments, Command, Deny, DenyChange, Import};
use progress::Progress;

/// Something that `--deny` names is there, or a payload breaks its type. (With 2, wrong arguments end it.)
const DENIED: u8 = 3;

type Ended = Result<ExitCode, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse_from(arguments::own());
    let ended = match command {
        Command::Import(arguments) => run_import(&arguments),
        Command::Check(arguments) => checking::run(&arguments),
        Command::Diff(arguments) => run_diff(&arguments),
        Command::Infer(arguments) => inferring::run(&arguments),
    };
    ended.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })
}

fn run_import(arguments: &Import) -> Ended {
    let mut progress = Progress::new();
    let options = arguments.options();
    let imported = import(&options, &mut |step| progress.step(step))?;
    progress.step("writing files");
    let done = output::write(&arguments.out, &imported.files, arguments.update)?;
    record::save(&arguments.out, &options)?;
    progress.end();
    let told = match arguments.json {
        true => format!("{}\n", imported.coverage.to_json()),
        false => format!("{}{}", imported.coverage, told(&done, arguments.update)),
    };
    // Who reads no further, as `head` does, has read enough.
    let _ = std::io::stdout().lock().write_all(told.as_bytes());
    Ok(judged(arguments, &imported))
}

fn run_diff(arguments: &arguments::Diff) -> Ended {
    let mut progress = Progress::new();
    let [old, new] = arguments.options()?;
    let diff = Diff::of([&old, &new], &mut |step| progress.step(step))?;
    progress.end();
    // Who reads no further, as `head` does, has read enough.
    let mut out = std::io::stdout().lock();
    let _ = match arguments.json {
        true => writeln!(out, "{}", diff.to_json()),
        false => write!(out, "{diff}"),
    };
    let (readers, writers) = diff.breaking();
    let is_denied = arguments.deny.contains(&DenyChange::Breaking) && readers + writers > 0;
    if is_denied {
        eprintln!(
            "error: changes break readers ({readers}) or writers ({writers}), which `--deny breaking` refuses"
        );
        return Ok(ExitCode::from(DENIED));
    }
    Ok(ExitCode::SUCCESS)
}

/// What was done with the files: each that a person has changed, and how many there are of the others.
fn told(done: &[(String, Done)], update: bool) -> String {
    let mut told = String::new();
    let plain = [Done::Added, Done::Updated, Done::Unchanged, Done::Removed];
    for kind in &plain {
        match done.iter().filter(|(_, done)| done == kind).count() {
            0 => {}
            1 => told.push_str(&format!("     1 file {kind}\n")),
            count => told.push_str(&format!("{count:>6} files {kind}\n")),
        }
    }
    for (path, done) in done
        .iter()
        .filter(|(_, done)| update && !plain.contains(done))
    {
        told.push_str(&format!("{path}: {done}\n"));
    }
    told
}

fn judged(arguments: &Import, imported: &Imported) -> ExitCode {
    let reduced = imported.coverage.reduced();
    match arguments.deny.contains(&Deny::Reduced) && reduced > 0 {
        true => {
            eprintln!(
                "error: {reduced} parts of the document are raw JSON, which `--deny reduced` refuses"
            );
            ExitCode::from(DENIED)
        }
        false => ExitCode::SUCCESS,
    }
}
