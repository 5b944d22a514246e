//! Reads a fine-tuning job, and prints what a person wants to know of it.
//!
//! `cargo run --example fine_tuning_job -- --help` says how to call it.

mod arguments;
pub mod declaration;
mod failure;
mod input;
mod layout;
mod page;
mod quantity;
mod round_trip;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use api_object::{Report, Source};

use crate::arguments::{Form, HELP, Request};
use crate::declaration::FineTuningJob;
use crate::failure::Failure;

/// The job was read, and breaks its declaration.
const VIOLATED: u8 = 2;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Failure> {
    match Request::read(std::env::args_os().skip(1))? {
        Request::Help => print(HELP).map(|()| ExitCode::SUCCESS),
        Request::Show { input, form } => {
            let text = input.read()?;
            let source = Source::of::<FineTuningJob>(&text.bytes).named(&text.name);
            let job = api_object::from_slice::<FineTuningJob>(&text.bytes).map_err(|error| {
                Failure::Undecodable(text.name.clone(), source.show_error(&error))
            })?;
            let report = job.report();
            let written = api_object::to_string(&job);
            let round_trip = round_trip::compare(&text.bytes, &written);
            print(&match form {
                Form::Page => page::page(&job, &report, &round_trip),
                Form::Lines => source.show_report(&report),
                Form::Json => json(&written, &report)?,
            })?;
            round_trip.or_failure(&text.name)?;
            Ok(code(&report))
        }
    }
}

fn code(report: &Report) -> ExitCode {
    match report.is_valid() {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(VIOLATED),
    }
}

/// The value as it is written back, and the report, in one JSON object.
fn json(written: &str, report: &Report) -> Result<String, Failure> {
    let report = serde_json::to_string(report).map_err(|error| Failure::Output(error.into()))?;
    Ok(format!("{{\"value\":{written},\"report\":{report}}}\n"))
}

/// Writes to standard output. A reader who has seen enough (`| head`) is no failure.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}
