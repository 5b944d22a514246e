//! What the derive costs beside what its users have today, at run time and at compile time.

use crate::run::{Outcome, cargo, run};

/// The programs that print the tables of `docs/costs.md` and need nothing but cargo and, for instructions, valgrind: what they
/// are given in any case, and what makes them shorter.
const PROGRAMS: &[(&[&str], &[&str], &[&str])] = &[
    (
        &[
            "--manifest-path",
            "benches/peers/Cargo.toml",
            "--bin",
            "peers",
        ],
        &[],
        &["--quick"],
    ),
    (&["-p", "benches", "--bin", "sizes"], &[], &[]),
    (&["-p", "benches", "--bin", "tokens"], &[], &[]),
    (
        &["-p", "benches", "--bin", "compile"],
        &["--peers"],
        &["--rounds", "1", "--only", "check", "--only", "dev app"],
    ),
];

pub(crate) fn costs(arguments: &[String]) -> Outcome {
    let quick = match &arguments[1..] {
        [] => false,
        [word] if word == "--quick" => true,
        _ => return Err("`costs` takes `--quick`, or nothing".to_owned()),
    };
    for (program, always, when_quick) in PROGRAMS {
        let mut program_run = cargo(&["run", "--quiet", "--release", "--locked"]);
        program_run.args(*program).arg("--").args(*always);
        if quick {
            program_run.args(*when_quick);
        }
        run(program_run)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::costs;

    #[test]
    fn a_word_that_it_does_not_know_is_told_before_anything_runs() {
        let words = ["costs", "--fast"].map(str::to_owned);
        assert!(costs(&words).is_err());
    }
}
