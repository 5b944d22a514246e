//! Builds generated crates with cargo, again and again, and says what that cost.

mod written;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::callgrind::{self, Profile};
use crate::data::same_value;
use crate::ir::Ir;
use crate::usage::{self, Usage};

/// What is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// `cargo check` of the types.
    Check,
    /// A dev build of the types.
    DevLib,
    /// A dev build of the types and of the program that uses them all.
    DevApp,
    /// The same with optimization.
    ReleaseApp,
}

/// One of the two crates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The library with the types.
    Types,
    /// The program that uses them all.
    App,
}

/// Two generated crates, types and program, that are built in a folder of their own.
pub struct Workspace {
    dir: PathBuf,
    target: PathBuf,
    types: String,
    app: String,
}

impl Step {
    /// All, in the order in which they are measured.
    pub const ALL: [Step; 4] = [Step::Check, Step::DevLib, Step::DevApp, Step::ReleaseApp];

    /// As it stands in tables and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Step::Check => "check",
            Step::DevLib => "dev lib",
            Step::DevApp => "dev app",
            Step::ReleaseApp => "release app",
        }
    }
}

impl Workspace {
    /// The same crates, built in another folder than that of the generated crates.
    #[must_use]
    pub fn with_target(self, target: &Path) -> Self {
        let target = target.to_owned();
        Workspace { target, ..self }
    }

    /// Forgets what was built of the two crates, but not of what they depend on, and builds.
    ///
    /// # Errors
    ///
    /// Where cargo cannot be run, or the crates do not compile; the compiler's words went to standard error.
    pub fn build(&self, step: Step) -> io::Result<Usage> {
        let profile = profile(step == Step::ReleaseApp);
        let (verb, package) = match step {
            Step::Check => ("check", &self.types),
            Step::DevLib => ("build", &self.types),
            Step::DevApp | Step::ReleaseApp => ("build", &self.app),
        };
        self.clean(profile)?;
        self.run(self.cargo(&[verb, "-p", package]).args(profile))
    }

    fn clean(&self, profile: &[&str]) -> io::Result<()> {
        let clean = ["clean", "-p", &self.types, "-p", &self.app];
        self.run(self.cargo(&clean).args(profile)).map(drop)
    }

    /// What rustc hands to LLVM for one of the crates, with names that do not tell one type from the other.
    ///
    /// # Errors
    ///
    /// Where cargo cannot be run, or the crate does not compile.
    pub fn ir(&self, part: Part, release: bool) -> io::Result<Ir> {
        let (package, kind) = match part {
            Part::Types => (&self.types, "--lib"),
            Part::App => (&self.app, "--bins"),
        };
        let suffix = if release { "-release" } else { "" };
        let file = self.dir.join(format!("{package}{suffix}.ll"));
        if !file.exists() {
            // What cargo holds for built is not built again, and the file may have been removed.
            self.clean(profile(release))?;
        }
        let mut cargo = self.cargo(&["rustc", "-p", package]);
        cargo.arg(kind).args(profile(release)).arg("--");
        // One unit, as LLVM gets it; debug information would add to the lines.
        cargo.arg(format!("--emit=llvm-ir={}", file.display()));
        cargo.args(["-Ccodegen-units=1", "-Cno-prepopulate-passes"]);
        cargo.env("CARGO_INCREMENTAL", "0");
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
        cargo.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        self.run(&mut cargo)?;
        Ir::read(&file, without_numbers)
    }

    /// The profile of rustc for a `check` of the types. This program stands between cargo and rustc then, and must begin
    /// with [`callgrind::wrapped_rustc`].
    ///
    /// # Errors
    ///
    /// Where cargo or valgrind cannot be run, or the crate does not compile.
    pub fn check_instructions(&self) -> io::Result<Profile> {
        // Builds what they depend on.
        self.run(&mut self.cargo(&["check", "-p", &self.types]))?;
        self.clean(&[])?;
        let out = self.dir.join("check.callgrind");
        let mut cargo = self.cargo(&["check", "-p", &self.types]);
        callgrind::wrap_rustc(&mut cargo, &out)?;
        self.run(&mut cargo)?;
        Profile::of(&out)
    }

    fn cargo(&self, args: &[&str]) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(args)
            .arg("--quiet")
            .current_dir(&self.dir)
            .env("CARGO_TARGET_DIR", &self.target);
        cargo
    }

    fn run(&self, cargo: &mut Command) -> io::Result<Usage> {
        let (status, usage) = usage::run(cargo)?;
        match status.success() {
            true => Ok(usage),
            false => Err(io::Error::other(format!(
                "`{cargo:?}` failed in {}",
                self.dir.display()
            ))),
        }
    }

    /// The size of the optimized program, in bytes, as cargo's default profile leaves it.
    ///
    /// # Errors
    ///
    /// Where it was not built.
    pub fn binary_size(&self) -> io::Result<u64> {
        fs::metadata(self.binary()).map(|file| file.len())
    }

    /// The size of the library with the types, in bytes, without optimization.
    ///
    /// # Errors
    ///
    /// Where it was not built.
    pub fn library_size(&self) -> io::Result<u64> {
        let name = format!("lib{}.rlib", self.types.replace('-', "_"));
        fs::metadata(self.target.join("debug").join(name)).map(|file| file.len())
    }

    /// Runs the optimized program on a document of each type.
    ///
    /// # Errors
    ///
    /// Where it was not built, fails, or does not give the documents back.
    pub fn prove(&self, samples: &[Value]) -> io::Result<()> {
        let mut program = Command::new(self.binary())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let input: String = samples
            .iter()
            .enumerate()
            .map(|(i, s)| format!("{i} {s}\n"))
            .collect();
        let stdin = program.stdin.take();
        let writer =
            std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
        let output = program.wait_with_output()?;
        drop(writer.join());
        let found = String::from_utf8(output.stdout).map_err(io::Error::other)?;
        let found: Vec<Value> = found
            .lines()
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .map_err(io::Error::other)?;
        let same = found.len() == samples.len()
            && found
                .iter()
                .zip(samples)
                .all(|(found, sample)| same_value(found, sample));
        match same && output.status.success() {
            true => Ok(()),
            false => Err(io::Error::other(format!(
                "`{}` does not give its documents back",
                self.app
            ))),
        }
    }

    fn binary(&self) -> PathBuf {
        self.target.join("release").join(&self.app)
    }
}

fn profile(release: bool) -> &'static [&'static str] {
    if release { &["--release"] } else { &[] }
}

/// The name with one letter for each row of digits: what differs in the number of a type alone is the same.
fn without_numbers(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c.is_ascii_digit() {
            true if out.ends_with('N') => {}
            true => out.push('N'),
            false => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_tell_one_type_from_the_other() {
        let one = without_numbers("types_ours_100::Thing17::lend");
        assert_eq!(one, without_numbers("types_ours_20::Thing4::lend"));
        assert_eq!(one, "types_ours_N::ThingN::lend");
    }
}
