//! `cargo api-object`: declarations of `api-object` from OpenAPI documents.

mod arguments;
mod progress;

use std::process::ExitCode;

use cargo_api_object::import::{Imported, import};
use cargo_api_object::output::{self, Done};
use clap::Parser;

use arguments::{Arguments, Command, Deny, Import};
use progress::Progress;

/// Something that `--deny` names is there.
const DENIED: u8 = 3;

fn main() -> ExitCode {
    let Command::Import(arguments) = Arguments::parse_from(arguments::own()).command;
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Import) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let mut progress = Progress::new();
    let imported = import(&arguments.options(), &mut |step| progress.step(step))?;
    progress.step("writing files");
    let done = output::write(&arguments.out, &imported.files, arguments.update)?;
    progress.end();
    if arguments.json {
        println!("{}", imported.coverage.to_json());
    } else {
        print!("{}", imported.coverage);
        tell(&done, arguments.update);
    }
    Ok(judged(arguments, &imported))
}

/// Says what was done with the files: each that a person has changed, and how many there are of the others.
fn tell(done: &[(String, Done)], update: bool) {
    let plain = [Done::Added, Done::Updated, Done::Unchanged, Done::Removed];
    let counts = plain.map(|kind| (kind, done.iter().filter(|(_, done)| *done == kind).count()));
    for (kind, count) in counts.iter().filter(|(_, count)| *count > 0) {
        println!("{count:>6} files {kind}");
    }
    for (path, done) in done
        .iter()
        .filter(|(_, done)| update && !plain.contains(done))
    {
        println!("{path}: {done}");
    }
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
