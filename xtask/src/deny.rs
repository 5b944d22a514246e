//! What `cargo-deny` says of the dependencies: of their licenses and sources, and of what is known against them.

use std::process::Command;

use crate::run::{Outcome, cargo, is_there, run};

pub(crate) fn deny(_: &[String]) -> Outcome {
    if !is_there(
        "cargo",
        &["deny", "--version"],
        "`cargo install cargo-deny`",
    ) {
        return Ok(());
    }
    run(cargo(&[
        "deny",
        "--all-features",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))?;
    advisories()
}

/// Fetches the database of advisories and holds the dependencies against it. Where it cannot be fetched, that of an
/// earlier day will do (`cargo-deny` takes none older than 90 days); a machine that has none is told so, and no more.
fn advisories() -> Outcome {
    let fetched = answer(cargo(&["deny", "fetch", "db"]))?;
    // What there is to fetch is fetched by now: the database just above, the crates by the checks before.
    let judged = answer(cargo(&[
        "deny",
        "--offline",
        "--all-features",
        "--color",
        "never",
        "check",
        "advisories",
    ]))?;
    let is_fresh = fetched.code == Some(0);
    let verdict = verdict(is_fresh, judged.code, &judged.stdout);
    if !is_fresh {
        let instead = match verdict {
            Verdict::Absent => "advisories are left out",
            _ => "advisories are those of an earlier day",
        };
        let why = cause(&fetched.stderr);
        println!("{instead}, since their database cannot be fetched: {why}");
    }
    if verdict != Verdict::Absent {
        eprint!("{}", judged.stderr);
        print!("{}", judged.stdout);
    }
    match verdict {
        Verdict::Bad => Err("`cargo deny` does not pass on advisories".to_owned()),
        Verdict::Good | Verdict::Absent => Ok(()),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Good,
    Bad,
    /// There is no database.
    Absent,
}

/// `cargo-deny` ends with 1 for a finding, and also where it has no database. Only what it came to judge does it sum up
/// on its output, beside the diagnostics; and who has just fetched the database has one.
fn verdict(fetched: bool, code: Option<i32>, summary: &str) -> Verdict {
    match code {
        Some(0) => Verdict::Good,
        Some(1) if !fetched && !summary.contains("advisories FAILED") => Verdict::Absent,
        _ => Verdict::Bad,
    }
}

/// The last line of what a program complains of, which is where `git` says why.
fn cause(complaint: &str) -> &str {
    let mut lines = complaint.lines().map(str::trim).rev();
    let last = lines.find(|line| !line.is_empty());
    last.unwrap_or("it does not say why")
}

/// What a program says, kept back until it is clear whether it is of interest.
struct Answer {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn answer(mut command: Command) -> Result<Answer, String> {
    let output = command
        .output()
        .map_err(|error| format!("`cargo deny` cannot be started: {error}"))?;
    Ok(Answer {
        code: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_told_from_a_database_that_is_not_there() {
        let (ok, failed) = ("advisories ok\n", "advisories FAILED\n");
        assert_eq!(verdict(true, Some(0), ok), Verdict::Good);
        assert_eq!(verdict(true, Some(1), failed), Verdict::Bad);
        // The database of an earlier day.
        assert_eq!(verdict(false, Some(0), ok), Verdict::Good);
        assert_eq!(verdict(false, Some(1), failed), Verdict::Bad);
        // None at all.
        assert_eq!(verdict(false, Some(1), ""), Verdict::Absent);
        // Something else is wrong: the database was fetched, the program panicked, or was stopped.
        assert_eq!(verdict(true, Some(1), ""), Verdict::Bad);
        assert_eq!(verdict(false, Some(101), ""), Verdict::Bad);
        assert_eq!(verdict(false, None, ""), Verdict::Bad);
    }

    #[test]
    fn the_cause_is_the_last_line() {
        let complaint = "[ERROR] failed to clone\nfatal: Could not resolve host\n\n";
        assert_eq!(cause(complaint), "fatal: Could not resolve host");
        assert_eq!(cause("\n"), "it does not say why");
    }
}
