//! `infer`: a first declaration from samples alone.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::process::ExitCode;

use cargo_api_object::infer::infer;
use cargo_api_object::payloads::Form;

use crate::Ended;
use crate::arguments::Infer;
use crate::input::text_of;

pub(crate) fn run(arguments: &Infer) -> Ended {
    let mut payloads = Vec::new();
    for path in &arguments.files {
        let name = path.display().to_string();
        let text = text_of(path).map_err(|error| format!("{name}: {error}"))?;
        let form = arguments.form.map(Form::from);
        let form = form.unwrap_or_else(|| Form::of(&name, &text));
        let found = form.payloads(&text).into_iter();
        payloads.extend(found.map(|payload| (name.clone(), payload)));
    }
    let inferred = infer(&arguments.name, &payloads)?;
    for note in &inferred.notes {
        eprintln!("note: {note}");
    }
    match &arguments.out {
        None => {
            // Who reads no further, as `head` does, has read enough.
            let _ = io::stdout().lock().write_all(inferred.text.as_bytes());
        }
        Some(path) => {
            let file = OpenOptions::new().write(true).create_new(true).open(path);
            let written = file.and_then(|mut file| file.write_all(inferred.text.as_bytes()));
            written.map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => format!(
                    "{}: it is there already, and only a new file is written",
                    path.display()
                ),
                _ => format!("{}: {error}", path.display()),
            })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
