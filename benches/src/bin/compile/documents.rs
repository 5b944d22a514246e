//! Whole documents of vendors: imported, then built.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use benches::usage::{self, Usage};

use super::rows::{Found, Must, Row};

/// The document that the budget is about, and what its import and its check may take: seconds, and megabytes.
const BUDGET: (&str, [f64; 2], [f64; 2]) = ("openai", [5.0, 500.0], [20.0, 1_500.0]);

/// Imports and builds every document of the corpus; says so where there is none.
pub(super) fn measure(root: &Path) -> io::Result<Found> {
    let corpus = std::env::var_os("API_OBJECT_CORPUS");
    let corpus = corpus.map_or_else(|| root.join("../shared/corpus"), PathBuf::from);
    let mut rows = Vec::new();
    match fs::read_dir(&corpus) {
        Err(_) => eprintln!(
            "there is no corpus here: API_OBJECT_CORPUS names a folder with a folder for each vendor, and an openapi.yaml in it"
        ),
        Ok(entries) => {
            let import = importer(root)?;
            let folders = entries.map(|entry| Ok(entry?.path()));
            let mut folders: Vec<PathBuf> = folders.collect::<io::Result<_>>()?;
            folders.retain(|folder| folder.join("openapi.yaml").exists());
            folders.sort();
            for folder in folders {
                rows.extend(measure_one(root, &import, &folder)?);
            }
        }
    }
    Ok(Found {
        rows,
        growth: Vec::new(),
    })
}

/// Builds the program that imports, optimized.
fn importer(root: &Path) -> io::Result<PathBuf> {
    let target = root.join("target/bench-documents/target");
    eprintln!("building cargo-api-object");
    let build = ["build", "--release", "--quiet", "-p", "cargo-api-object"];
    run(Command::new(env!("CARGO"))
        .args(build)
        .current_dir(root)
        .env("CARGO_TARGET_DIR", &target))?;
    Ok(target.join("release/cargo-api-object"))
}

fn measure_one(root: &Path, import: &Path, folder: &Path) -> io::Result<Vec<Row>> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let dir = root.join("target/bench-documents").join(&*name);
    eprintln!("{name}: import");
    let imported = import_into(import, folder, &dir)?;
    write_manifest(root, &name, &dir)?;
    let mut rows = cost(&name, "import", imported);
    rows.push(Row::alone(
        "source",
        &name,
        "lines",
        lines(&dir.join("src"))? as f64,
    ));
    let krate = format!("vendor-{name}");
    let dependency = ["-p", "api-object"];
    let clean = ["clean", "-p", &krate];
    for (what, args, profile) in [
        ("check", &["check"][..], &[][..]),
        ("dev lib", &["build"], &[]),
        ("release lib", &["build", "--release"], &["--release"]),
    ] {
        eprintln!("{name}: {what}");
        cargo(&dir, &[args, &dependency].concat())?;
        cargo(&dir, &[&clean[..], profile].concat())?;
        rows.extend(cost(&name, what, cargo(&dir, args)?));
    }
    for (what, profile) in [("dev lib", "debug"), ("release lib", "release")] {
        let file = format!("../target/{profile}/lib{}.rlib", krate.replace('-', "_"));
        let bytes = fs::metadata(dir.join(file))?.len();
        rows.push(Row::alone(
            format!("{what}, size"),
            &name,
            "bytes",
            bytes as f64,
        ));
    }
    Ok(rows)
}

fn import_into(import: &Path, folder: &Path, dir: &Path) -> io::Result<Usage> {
    let source = dir.join("src");
    if source.exists() {
        fs::remove_dir_all(&source)?;
    }
    fs::create_dir_all(dir)?;
    let mut import = Command::new(import);
    import
        .args(["import", "--json"])
        .arg(folder.join("openapi.yaml"));
    import.arg("--out").arg(&source);
    // What could not be read stands in the report, and is no concern of this program.
    run(import.stdout(std::process::Stdio::null()))
}

fn write_manifest(root: &Path, name: &str, dir: &Path) -> io::Result<()> {
    let package =
        format!("[package]\nname = \"vendor-{name}\"\nedition = \"2024\"\n\n[workspace]\n");
    let runtime = root.join("runtime");
    // Documents have patterns.
    let dependency = format!(
        "api-object = {{ path = \"{}\", features = [\"regex\"] }}\n",
        runtime.display()
    );
    let manifest = format!("{package}\n[dependencies]\n{dependency}");
    fs::write(dir.join("Cargo.toml"), manifest)?;
    fs::copy(root.join("Cargo.lock"), dir.join("Cargo.lock")).map(drop)
}

fn cargo(dir: &Path, args: &[&str]) -> io::Result<Usage> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(args).arg("--quiet").current_dir(dir);
    run(cargo.env("CARGO_TARGET_DIR", dir.join("../target")))
}

fn run(command: &mut Command) -> io::Result<Usage> {
    let (status, usage) = usage::run(command)?;
    match status.success() {
        true => Ok(usage),
        false => Err(io::Error::other(format!("`{command:?}` failed"))),
    }
}

fn cost(name: &str, what: &str, usage: Usage) -> Vec<Row> {
    let (document, import, check) = BUDGET;
    let must = match what {
        "import" if name == document => Some(import),
        "check" if name == document => Some(check),
        _ => None,
    };
    let row =
        |unit_name: &str, unit, is| Row::alone(format!("{what}, {unit_name}"), name, unit, is);
    let wall = row("wall", "s", usage.wall.as_secs_f64());
    let cpu = row("cpu", "s", usage.cpu.as_secs_f64());
    let memory = row("peak memory", "MB", usage.peak_memory as f64 / 1e6);
    match must {
        Some([seconds, megabytes]) => vec![
            wall,
            cpu.must(Must::Figure(seconds)),
            memory.must(Must::Figure(megabytes)),
        ],
        None => vec![wall, cpu, memory],
    }
}

/// Lines of all files in a folder and below.
fn lines(dir: &Path) -> io::Result<usize> {
    let mut lines = 0;
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        lines += match path.is_dir() {
            true => self::lines(&path)?,
            false => fs::read_to_string(&path)?.lines().count(),
        };
    }
    Ok(lines)
}
