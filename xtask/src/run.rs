//! Programs that tasks start, from the root of the repository.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Whether a task did what it is for, and else why not.
pub(crate) type Outcome = Result<(), String>;

pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// A folder below the one where cargo builds.
pub(crate) fn target(folder: &str) -> PathBuf {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    root().join(target).join("xtask").join(folder)
}

pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    // Whoever started this program, its toolchain and lints are no business of what it starts.
    for name in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC", "RUSTDOC"] {
        command.env_remove(name);
    }
    command
}

pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command("cargo", arguments)
}

/// Runs a command to its end, with what it prints.
pub(crate) fn run(mut command: Command) -> Outcome {
    let words = words(&command);
    println!("== {words}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{words}` ended with {status}")),
        Err(error) => Err(format!("`{words}` cannot be started: {error}")),
    }
}

/// Whether a program answers; where it does not, says that its task is left out.
pub(crate) fn is_there(program: &str, arguments: &[&str], hint: &str) -> bool {
    let answer = command(program, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let there = answer.is_ok_and(|status| status.success());
    if !there {
        println!(
            "left out, since `{program} {}` does not answer: {hint}",
            arguments.join(" ")
        );
    }
    there
}

/// Writes a file, and the folder that it stands in.
pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    let failed = |error| format!("{}: {error}", path.display());
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(failed)?;
    fs::write(path, text).map_err(failed)
}

pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The command as a shell would take it.
fn words(command: &Command) -> String {
    let all = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<String> = all.map(|word| quoted(&word.to_string_lossy())).collect();
    words.join(" ")
}

/// A word in quotes where a shell would read it as several, or as something else.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./=:,+@%".contains(c);
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_can_be_pasted() {
        let mut command = Command::new("cargo");
        command.args(["run", "--only", "dev app", "it's", ""]);
        assert_eq!(words(&command), r"cargo run --only 'dev app' 'it'\''s' ''");
    }
}
