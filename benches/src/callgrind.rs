//! Instructions, as callgrind counts them: the same in every run, whatever else the machine does.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// What callgrind saw of one run.
#[derive(Debug, Default, PartialEq)]
pub struct Profile {
    /// All instructions.
    pub total: u64,
    /// Those of each function that was called, with all that it called, by the function's name.
    inclusive: HashMap<String, u64>,
}

/// Whether there is a valgrind on this machine.
pub fn is_there() -> bool {
    let version = Command::new("valgrind")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    version.is_ok_and(|status| status.success())
}

/// Runs a program under callgrind. The profile is written to `out` and read from there; `prepare` may set the
/// program's arguments, environment and streams.
///
/// # Errors
///
/// Where there is no valgrind, where the program fails, or where the profile is none.
pub fn profile(
    program: &Path,
    out: &Path,
    prepare: impl FnOnce(&mut Command),
) -> io::Result<Profile> {
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--quiet"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program);
    prepare(&mut command);
    let output = command.output()?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        let name = program.display();
        return Err(io::Error::other(format!(
            "`{name}` fails under callgrind: {told}"
        )));
    }
    Profile::of(out)
}

/// Names the file for rustc's profile, for a program that stands between cargo and rustc.
const OUT: &str = "API_OBJECT_BENCH_RUSTC_PROFILE";

/// Has `cargo` run rustc under callgrind, for the members of its workspace, by way of this program, which must begin
/// with [`wrapped_rustc`]. The profile is to be read from `out`.
///
/// # Errors
///
/// Where nobody knows where this program is.
pub fn wrap_rustc(cargo: &mut Command, out: &Path) -> io::Result<()> {
    cargo.env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?);
    cargo.env(OUT, out);
    Ok(())
}

/// Runs rustc in place of this program where cargo meant that; `None` where it did not. Cargo asks rustc a few questions
/// before, which nobody counts.
pub fn wrapped_rustc() -> Option<ExitCode> {
    let out = std::env::var_os(OUT)?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (rustc, arguments) = words.split_first()?;
    let compiles = arguments
        .iter()
        .any(|argument| argument.starts_with("metadata="));
    let mut command = match compiles {
        true => {
            let mut valgrind = Command::new("valgrind");
            valgrind.args(["--tool=callgrind", "--quiet", "--log-file=/dev/null"]);
            valgrind.arg(format!("--callgrind-out-file={}", out.to_string_lossy()));
            valgrind.arg(behind_proxy(rustc));
            valgrind
        }
        false => Command::new(rustc),
    };
    let status = command.args(arguments).status();
    let worked = status.is_ok_and(|status| status.success());
    Some(if worked {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The compiler itself, where `rustc` is rustup's, which becomes the compiler and leaves valgrind behind.
fn behind_proxy(rustc: &str) -> PathBuf {
    let sysroot = Command::new(rustc).args(["--print", "sysroot"]).output();
    let sysroot = sysroot
        .ok()
        .and_then(|out| String::from_utf8(out.stdout).ok());
    let found = sysroot.map(|sysroot| Path::new(sysroot.trim()).join("bin/rustc"));
    found
        .filter(|found| found.exists())
        .unwrap_or_else(|| PathBuf::from(rustc))
}

impl Profile {
    /// Reads a profile from its file.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or is none.
    pub fn of(file: &Path) -> io::Result<Self> {
        Profile::read(&String::from_utf8_lossy(&fs::read(file)?))
    }

    /// Reads the format of callgrind's output files: `calls=` follows the function that is called, and is followed by a
    /// line with the position and the cost, which includes all that was called. A name stands once beside its number.
    fn read(text: &str) -> io::Result<Self> {
        let mut profile = Profile::default();
        let mut names: HashMap<&str, &str> = HashMap::new();
        let mut called = None;
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if let Some(name) = line.strip_prefix("fn=") {
                name_of(name, &mut names);
            } else if let Some(name) = line.strip_prefix("cfn=") {
                called = Some(name_of(name, &mut names));
            } else if line.starts_with("calls=") {
                let cost = lines.next().and_then(last_number).ok_or_else(odd)?;
                let name = called.take().ok_or_else(odd)?;
                *profile.inclusive.entry(name.to_owned()).or_default() += cost;
            } else if let Some(total) = line.strip_prefix("totals: ") {
                profile.total = total.trim().parse().map_err(|_| odd())?;
            }
        }
        match profile.total {
            0 => Err(odd()),
            _ => Ok(profile),
        }
    }

    /// The instructions of all functions with such a name, with all that they called, where they do not call each other.
    pub fn inclusive(&self, is_wanted: impl Fn(&str) -> bool) -> u64 {
        let wanted = self.inclusive.iter().filter(|(name, _)| is_wanted(name));
        wanted.map(|(_, cost)| cost).sum()
    }
}

/// `(12) name` gives a number to a name, and `(12)` is that name from then on.
fn name_of<'t>(text: &'t str, names: &mut HashMap<&'t str, &'t str>) -> &'t str {
    match text.split_once(") ") {
        Some((number, name)) => {
            names.insert(number, name);
            name
        }
        None => names
            .get(text.trim_end_matches(')'))
            .copied()
            .unwrap_or(text),
    }
}

fn last_number(line: &str) -> Option<u64> {
    line.split_whitespace().last()?.parse().ok()
}

fn odd() -> io::Error {
    io::Error::other("callgrind's profile is not as its manual has it")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "version: 1\nevents: Ir\n\nfn=(1) main\n16 400\ncfn=(2) mac::derive\ncalls=2 50\n16 300\n\
                        fn=(2)\n20 200\ncfi=(3) x.rs\ncfn=(4) mac::part\ncalls=1 9\n+3 100\n\nfn=(5) other\n1 1\n\
                        cfn=(2)\ncalls=1 50\n* 7\n\ntotals: 708\n";

    #[test]
    fn calls_are_summed_by_who_is_called() {
        let profile = Profile::read(TEXT).unwrap();
        assert_eq!(profile.total, 708);
        assert_eq!(profile.inclusive(|name| name == "mac::derive"), 307);
        assert_eq!(profile.inclusive(|name| name.starts_with("mac::")), 407);
        assert_eq!(profile.inclusive(|name| name == "main"), 0);
    }

    #[test]
    fn what_is_no_profile_is_refused() {
        assert!(Profile::read("").is_err());
        assert!(Profile::read("fn=(1) main\ncalls=1 2\n3 4\ntotals: 5\n").is_err());
        assert!(Profile::read("cfn=(1) main\ncalls=1 2\ntotals: 5\n").is_err());
    }
}
