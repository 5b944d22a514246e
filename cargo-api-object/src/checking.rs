//! `check`: payloads against a type of a document.

use std::io::{self, Write};
use std::process::ExitCode;

use cargo_api_object::check::{Checked, Ending, to_json};
use cargo_api_object::judge::{Judge, Type};
use cargo_api_object::payloads::Form;

use crate::arguments::Check;
use crate::input::text_of;
use crate::progress::Progress;
use crate::{DENIED, Ended};

pub(crate) fn run(arguments: &Check) -> Ended {
    let mut progress = Progress::new();
    let judge = Judge::new(&arguments.options()?, &mut |step| progress.step(step))?;
    let ty = judge.find(&arguments.name).map_err(|near| {
        let near = match near.is_empty() {
            true => String::new(),
            false => format!("; there is {}", near.join(", ")),
        };
        format!("the document has no type `{}`{near}", arguments.name)
    })?;
    progress.end();
    let mut all = Vec::new();
    let mut unread = Vec::new();
    for path in &arguments.files {
        let name = path.display().to_string();
        match text_of(path) {
            Ok(text) => all.push(checked(ty, arguments, &name, &text)),
            Err(error) => unread.push((name, error.to_string())),
        }
    }
    tell(arguments, &all, &unread);
    let worst = all.iter().map(Checked::ending).max();
    Ok(match worst.unwrap_or(Ending::Clean) {
        _ if !unread.is_empty() => ExitCode::FAILURE,
        Ending::Unreadable => ExitCode::FAILURE,
        Ending::Violations => ExitCode::from(DENIED),
        Ending::Clean => ExitCode::SUCCESS,
    })
}

fn checked(ty: Type, arguments: &Check, name: &str, text: &str) -> Checked {
    let form = arguments.form.map(Form::from);
    let form = form.unwrap_or_else(|| Form::of(name, text));
    Checked::new(ty, name, form, text)
}

fn tell(arguments: &Check, all: &[Checked], unread: &[(String, String)]) {
    // Who reads no further, as `head` does, has read enough.
    let mut out = io::stdout().lock();
    if arguments.json {
        let _ = writeln!(out, "{}", to_json(all, unread));
        return;
    }
    for one in all {
        let _ = out.write_all(one.show().as_bytes());
    }
    for name in all.iter().filter_map(Checked::without_payload) {
        eprintln!("note: {name} holds no payload");
    }
    for (name, error) in unread {
        eprintln!("error: {name}: {error}");
    }
    let count = |ending| all.iter().map(|one| one.count(ending)).sum::<usize>();
    let (clean, broken) = (count(Ending::Clean), count(Ending::Violations));
    let unreadable = count(Ending::Unreadable) + unread.len();
    let _ = writeln!(
        out,
        "{clean} without violation, {broken} with, {unreadable} unreadable"
    );
}
