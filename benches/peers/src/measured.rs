//! What does not shake: instructions by callgrind, and what is allocated.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use benches::callgrind;
use serde::{Deserialize, Serialize};

/// A way, by the names of its case and its own.
pub type Name = (String, String);

/// What a run allocates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Allocated {
    /// What is done.
    pub case: String,
    /// Who does it.
    pub way: String,
    /// How often memory was asked for, for an object.
    pub allocations: f64,
    /// How much of it, for an object.
    pub bytes: f64,
    /// How much of it there was at once, in bytes, for all objects of the run.
    pub peak: f64,
}

/// Runs the sister program that counts allocations. It is one of its own, since counting takes time.
///
/// # Errors
///
/// Where it cannot be built or run.
pub fn allocations(only: &[&str]) -> Result<HashMap<Name, Allocated>, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--release", "--bin", "counted"]);
    command
        .arg("--manifest-path")
        .arg(manifest)
        .arg("--")
        .args(only);
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        return Err("the program that counts allocations does not compile, or fails".to_owned());
    }
    let found: Vec<Allocated> =
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let by_name = found
        .into_iter()
        .map(|one| ((one.case.clone(), one.way.clone()), one));
    Ok(by_name.collect())
}

/// Counts the instructions of one run of each of these ways, as many at once as there are processors.
///
/// # Errors
///
/// Where valgrind is not installed, or does not say a number.
pub fn instructions(names: &[Name]) -> Result<HashMap<Name, u64>, String> {
    if !callgrind::is_there() {
        return Err("there is no valgrind here, which counts them".to_owned());
    }
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let left = Mutex::new(names.iter());
    let count = || {
        let mut found = Vec::new();
        loop {
            let next = left.lock().map_err(|error| error.to_string())?.next();
            let Some(name) = next else { return Ok(found) };
            eprintln!("counting instructions of {}: {}", name.0, name.1);
            found.push((name.clone(), instructions_of(&program, name)?));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let parts: Result<Vec<Vec<(Name, u64)>>, String> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(count)).collect();
        let joined = running.into_iter().map(|thread| {
            let ended = thread.join();
            ended.unwrap_or_else(|_| Err("a thread panicked".to_owned()))
        });
        joined.collect()
    });
    Ok(parts?.into_iter().flatten().collect())
}

fn instructions_of(program: &PathBuf, (case, way): &Name) -> Result<u64, String> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    command.args(["--collect-atstart=no", "--toggle-collect=*counted_run*"]);
    let output = command.arg(program).args(["--run", case, way]).output();
    let output = output.map_err(|error| format!("valgrind: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said
        .lines()
        .find_map(|line| line.split_once("Collected :"))
        .and_then(|(_, number)| number.trim().parse().ok());
    collected
        .filter(|&count| count > 0)
        .ok_or_else(|| format!("callgrind counts nothing: {said}"))
}

/// What is counted: one run, behind a first one that made all that is made once.
#[inline(never)]
pub fn counted_run(run: &mut dyn FnMut()) {
    run();
}
