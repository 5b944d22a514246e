//! A first build, with all dependencies, from an empty folder.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use benches::paired::Quartiles;
use benches::usage::{self, Usage};

use super::Args;
use super::rows::{Found, Must, Row};

/// How many seconds more than serde's ours may take.
const MUST: f64 = 3.0;

/// Builds both sides as often as asked for, each time from nothing.
pub(super) fn measure(args: &Args, root: &Path) -> io::Result<Found> {
    let dir = root.join("target/bench-cold");
    let runtime = format!(
        "api-object = {{ path = \"{}\" }}",
        root.join("runtime").display()
    );
    let serde = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"";
    let both = [("cold-serde", serde), ("cold-ours", runtime.as_str())];
    for (name, dependencies) in both {
        write(root, &dir.join(name), name, dependencies)?;
        cargo(&dir.join(name), &["fetch"])?;
    }
    let mut rows = Vec::new();
    for (what, verb) in [
        ("cold check", &["check"][..]),
        ("cold build, dev", &["build"]),
        ("cold build, release", &["build", "--release"]),
    ] {
        let mut pairs = Vec::new();
        for round in 0..args.rounds {
            eprintln!("{what}, round {} of {}", round + 1, args.rounds);
            let [serde, ours] = both.map(|(name, _)| cargo(&dir.join(name), verb));
            pairs.push((serde?, ours?));
        }
        rows.extend(compare(what, &pairs));
    }
    Ok(Found {
        rows,
        growth: Vec::new(),
    })
}

fn write(root: &Path, dir: &Path, name: &str, dependencies: &str) -> io::Result<()> {
    fs::create_dir_all(dir.join("src"))?;
    let package = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[workspace]\n");
    let manifest = format!("{package}\n[dependencies]\n{dependencies}\n");
    fs::write(dir.join("Cargo.toml"), manifest)?;
    fs::write(
        dir.join("src/lib.rs"),
        "//! Nothing but its dependencies.\n",
    )?;
    fs::copy(root.join("Cargo.lock"), dir.join("Cargo.lock")).map(drop)
}

/// Runs cargo with an empty folder to build in.
fn cargo(dir: &Path, args: &[&str]) -> io::Result<Usage> {
    let target = dir.join("target");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(args).arg("--quiet").current_dir(dir);
    let (status, usage) = usage::run(cargo.env("CARGO_TARGET_DIR", &target))?;
    match status.success() {
        true => Ok(usage),
        false => Err(io::Error::other(format!("`{cargo:?}` failed"))),
    }
}

fn compare(what: &str, pairs: &[(Usage, Usage)]) -> [Row; 2] {
    let row = |unit: &str, of: fn(&Usage) -> f64| Row {
        what: format!("{what}, {unit}"),
        types: None,
        way: "api-object".to_owned(),
        unit: "s",
        baseline: Some(Quartiles::of(pairs.iter().map(|(serde, _)| of(serde))).median),
        is: Quartiles::of(pairs.iter().map(|(_, ours)| of(ours))).median,
        ratio: Some(Quartiles::of(
            pairs.iter().map(|(serde, ours)| of(ours) / of(serde)),
        )),
        must: None,
    };
    let wall = row("wall", |cost| cost.wall.as_secs_f64());
    let cpu = row("cpu", |cost| cost.cpu.as_secs_f64());
    [wall.must(Must::Above(MUST)), cpu]
}
