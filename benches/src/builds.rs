//! Builds generated crates with cargo, again and again, and says what that cost.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::data::same_value;
use crate::generate::{Schema, Side};

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

/// What a build cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// As the clock on the wall has it.
    pub wall: Duration,
    /// Time on all cores, of cargo and everything that it started.
    pub cpu: Duration,
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
    /// Writes the crates into a folder under `target/bench-compile` of the workspace at `root`. `copy` tells several
    /// copies of the same crates apart.
    ///
    /// # Errors
    ///
    /// Where a file cannot be written.
    pub fn write(
        root: &Path,
        schema: &Schema,
        types: usize,
        side: Side,
        copy: &str,
    ) -> io::Result<Self> {
        let name = match side {
            Side::Serde => format!("serde-{types}{copy}"),
            Side::Ours => format!("ours-{types}{copy}"),
        };
        let bench = root.join("target/bench-compile");
        let workspace = Workspace {
            dir: bench.join(&name),
            target: bench.join("target"),
            types: format!("types-{name}"),
            app: format!("app-{name}"),
        };
        let dependencies = dependencies(root, side);
        let lib = schema.types(side);
        workspace.write_crate(&workspace.types, "src/lib.rs", &lib, &dependencies)?;
        let main = schema.app(side, &workspace.types.replace('-', "_"));
        let dependencies = format!(
            "{dependencies}{0} = {{ path = \"../{0}\" }}\n",
            workspace.types
        );
        workspace.write_crate(&workspace.app, "src/main.rs", &main, &dependencies)?;
        workspace.write_root(root)?;
        Ok(workspace)
    }

    fn write_crate(
        &self,
        name: &str,
        file: &str,
        text: &str,
        dependencies: &str,
    ) -> io::Result<()> {
        let dir = self.dir.join(name);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        );
        fs::create_dir_all(dir.join("src"))?;
        fs::write(dir.join("Cargo.toml"), manifest)?;
        fs::write(dir.join(file), text)
    }

    fn write_root(&self, root: &Path) -> io::Result<()> {
        let members = format!("members = [\"{}\", \"{}\"]", self.types, self.app);
        fs::write(
            self.dir.join("Cargo.toml"),
            format!("[workspace]\nresolver = \"3\"\n{members}\n"),
        )?;
        let lock = root.join("Cargo.lock");
        match lock.exists() {
            // The versions that the workspace itself is tested with; cargo drops what is not needed.
            true => fs::copy(lock, self.dir.join("Cargo.lock")).map(drop),
            false => Ok(()),
        }
    }

    /// Forgets what was built of the two crates, but not of what they depend on, and builds.
    ///
    /// # Errors
    ///
    /// Where cargo cannot be run, or the crates do not compile; the compiler's words went to standard error.
    pub fn build(&self, step: Step) -> io::Result<Cost> {
        let profile: &[&str] = match step {
            Step::ReleaseApp => &["--release"],
            _ => &[],
        };
        let (verb, package) = match step {
            Step::Check => ("check", &self.types),
            Step::DevLib => ("build", &self.types),
            Step::DevApp | Step::ReleaseApp => ("build", &self.app),
        };
        self.cargo(&[&["clean", "-p", &self.types, "-p", &self.app], profile].concat())?;
        let (start, cpu) = (Instant::now(), children_cpu()?);
        self.cargo(&[&[verb, "-p", package.as_str()], profile].concat())?;
        Ok(Cost {
            wall: start.elapsed(),
            cpu: children_cpu()?.saturating_sub(cpu),
        })
    }

    fn cargo(&self, args: &[&str]) -> io::Result<()> {
        let status = Command::new(env!("CARGO"))
            .args(args)
            .arg("--quiet")
            .current_dir(&self.dir)
            .env("CARGO_TARGET_DIR", &self.target)
            .status()?;
        match status.success() {
            true => Ok(()),
            false => Err(io::Error::other(format!(
                "`cargo {}` failed in {}",
                args.join(" "),
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

fn dependencies(root: &Path, side: Side) -> String {
    match side {
        Side::Serde => {
            "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n".to_owned()
        }
        Side::Ours => format!(
            "api-object = {{ path = \"{}\" }}\n",
            root.join("runtime").display()
        ),
    }
}

/// User and system time of all children that ended and were waited for, and of theirs: fields 16 and 17 of
/// `/proc/self/stat` (proc(5)), which Linux counts in hundredths of a second on every platform that Rust builds for.
fn children_cpu() -> io::Result<Duration> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let odd = || io::Error::other("`/proc/self/stat` is not as proc(5) has it");
    // The second field is the program's name in parentheses, and may hold spaces and parentheses itself.
    let (_, rest) = stat.rsplit_once(')').ok_or_else(odd)?;
    let ticks: Vec<u64> = rest
        .split_whitespace()
        .skip(13)
        .take(2)
        .map_while(|field| field.parse().ok())
        .collect();
    match ticks[..] {
        [user, system] => Ok(Duration::from_millis(10 * (user + system))),
        _ => Err(odd()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cpu_time_of_a_child_is_counted() {
        let before = children_cpu().unwrap();
        let spin = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
        assert!(
            Command::new("sh")
                .args(["-c", spin])
                .status()
                .unwrap()
                .success()
        );
        let spent = children_cpu().unwrap() - before;
        assert!(
            spent >= Duration::from_millis(10) && spent < Duration::from_secs(30),
            "{spent:?}"
        );
    }
}
