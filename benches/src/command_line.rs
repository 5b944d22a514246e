//! What is typed behind a program's name: read in one way by all programs, so that all answer alike.
//!
//! `--help` is printed where results are, and ends with 0. A mistake is told on standard error, with the usage below it, and
//! ends with 2.

use std::env;
use std::process::ExitCode;

use crate::table;

/// What the command line asks for, by `read`; where it asks for help or is wrong, that is printed, and the program ends with
/// this code.
///
/// # Errors
///
/// Where there is nothing left to do.
pub fn read<T>(
    usage: &str,
    read: impl FnOnce(std::vec::IntoIter<String>) -> Result<T, String>,
) -> Result<T, ExitCode> {
    match asked(env::args().skip(1).collect(), read) {
        Ok(Some(asked)) => Ok(asked),
        Ok(None) => {
            table::line(usage);
            Err(ExitCode::SUCCESS)
        }
        Err(message) => {
            eprintln!("{message}\n\n{usage}");
            Err(ExitCode::from(2))
        }
    }
}

/// `None` where it asks for help, wherever that stands.
fn asked<T>(
    words: Vec<String>,
    read: impl FnOnce(std::vec::IntoIter<String>) -> Result<T, String>,
) -> Result<Option<T>, String> {
    match words.iter().any(|word| word == "--help" || word == "-h") {
        true => Ok(None),
        false => read(words.into_iter()).map(Some),
    }
}

/// For [`read`], where a program understands `--json` and nothing else: whether it is there.
///
/// # Errors
///
/// Where any other word is.
pub fn json_alone(words: impl IntoIterator<Item = String>) -> Result<bool, String> {
    let mut json = false;
    for word in words {
        match word.as_str() {
            "--json" => json = true,
            _ => return Err(unknown(&word)),
        }
    }
    Ok(json)
}

/// For [`read`], where a program understands nothing.
///
/// # Errors
///
/// Where a word is.
pub fn nothing(mut words: impl Iterator<Item = String>) -> Result<(), String> {
    words.next().map_or(Ok(()), |word| Err(unknown(&word)))
}

/// What is said of a word that a program does not know.
pub fn unknown(word: &str) -> String {
    format!("unknown argument `{word}`")
}

/// What stands behind `--deny`, which knows of one word.
///
/// # Errors
///
/// Where it is not that word.
pub fn deny(what: Option<String>) -> Result<(), String> {
    match what.as_deref() {
        Some("missed") => Ok(()),
        Some(other) => Err(format!("`--deny` takes `missed`, and not `{other}`")),
        None => Err("`--deny` takes `missed`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn help_is_no_mistake_wherever_it_stands() {
        let read = |_: std::vec::IntoIter<String>| Err::<(), _>("a mistake".to_owned());
        for asked_for in [&["--help"][..], &["-h"], &["--odd", "--help"]] {
            assert_eq!(asked(words(asked_for), read), Ok(None));
        }
        assert!(asked(words(&["--odd"]), read).is_err());
    }

    #[test]
    fn a_mistake_is_named() {
        assert_eq!(json_alone(words(&["--json"])), Ok(true));
        assert_eq!(
            json_alone(words(&["--jsn"])),
            Err("unknown argument `--jsn`".to_owned())
        );
        assert!(nothing(words(&["x"]).into_iter()).is_err());
        assert!(deny(Some("missed".to_owned())).is_ok());
        let message = deny(Some("budgets".to_owned())).unwrap_err();
        assert!(message.contains("`missed`") && message.contains("`budgets`"));
        assert!(deny(None).is_err());
    }
}
