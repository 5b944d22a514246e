//! What the command line asks for.

use std::ffi::OsString;

use crate::failure::Failure;
use crate::input::Input;

pub(crate) const HELP: &str = "\
Reads a fine-tuning job, and prints what a person wants to know of it: where it
stands, what came out, and where it deviates from its declaration.

Usage: cargo run --example fine_tuning_job -- [--lines | --json] [FILE]

  FILE     the job, as JSON; `-` is standard input; without it, a built-in job
  --lines  print each deviation with the line of the text that it is about
  --json   print one JSON object: {\"value\": the job, \"report\": what deviates}
  --help   print this

Exit code: 0 if the job breaks no rule, 2 if it does, 1 if it cannot be read.
";

/// What to do.
pub(crate) enum Request {
    Help,
    Show { input: Input, form: Form },
}

/// For whom to print.
pub(crate) enum Form {
    /// For a person.
    Page,
    /// For a person who looks for the places in the text.
    Lines,
    /// For a program.
    Json,
}

impl Request {
    pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Self, Failure> {
        let mut input = None;
        let mut form = Form::Page;
        for argument in arguments {
            match argument.to_str() {
                Some("--help" | "-h") => return Ok(Request::Help),
                Some("--lines") => form = Form::Lines,
                Some("--json") => form = Form::Json,
                Some(option) if option.starts_with('-') && option != "-" => {
                    return Err(Failure::Usage(format!("there is no option `{option}`")));
                }
                _ if input.is_some() => {
                    return Err(Failure::Usage("one file at a time".to_owned()));
                }
                Some("-") => input = Some(Input::Standard),
                _ => input = Some(Input::File(argument.into())),
            }
        }
        let input = input.unwrap_or(Input::BuiltIn);
        Ok(Request::Show { input, form })
    }
}
