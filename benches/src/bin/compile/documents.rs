//! Whole documents of vendors: imported, then built, beside the same declarations for serde's derive.

mod twin;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use benches::builds::Step;
use benches::corpus;
use benches::usage::{self, Usage};

use super::Args;
use super::rows::{Found, Must, Row};

/// The document that the budget is about, and what its import and its check may take: seconds, and megabytes.
const BUDGET: (&str, [f64; 2], [f64; 2]) = ("openai", [5.0, 500.0], [20.0, 1_500.0]);

/// A build of a document's declarations, which have no program that uses them.
struct Build {
    /// What it stands for on the command line.
    step: Step,
    name: &'static str,
    args: &'static [&'static str],
    /// What tells cargo of its profile apart from building, and the folder of that.
    profile: (&'static [&'static str], &'static str),
}

const BUILDS: [Build; 3] = [
    Build {
        step: Step::Check,
        name: "check",
        args: &["check"],
        profile: (&[], "debug"),
    },
    Build {
        step: Step::DevLib,
        name: "dev lib",
        args: &["build"],
        profile: (&[], "debug"),
    },
    Build {
        step: Step::ReleaseApp,
        name: "release lib",
        args: &["build", "--release"],
        profile: (&["--release"], "release"),
    },
];

/// Imports and builds every document of the corpus.
pub(super) fn measure(args: &Args, root: &Path) -> io::Result<Found> {
    let folders = corpus::folders(root)?;
    let import = corpus::importer(root)?;
    let mut rows = Vec::new();
    for folder in folders {
        rows.extend(measure_one(args, root, &import, &folder)?);
    }
    Ok(Found {
        rows,
        growth: Vec::new(),
    })
}

fn measure_one(args: &Args, root: &Path, import: &Path, folder: &Path) -> io::Result<Vec<Row>> {
    let name = corpus::name(folder);
    let dir = root.join("target/bench-documents").join(&name);
    eprintln!("{name}: import");
    let imported = import_into(import, folder, &dir)?;
    let krate = Krate {
        name: format!("vendor-{name}"),
        dir: dir.clone(),
        dependencies: &["api-object"],
    };
    // Documents have patterns.
    let runtime = root.join("runtime");
    let dependency = format!(
        "api-object = {{ path = \"{}\", features = [\"regex\"] }}\n",
        runtime.display()
    );
    write_manifest(root, &krate.name, &dir, &dependency)?;
    let mut rows = cost(&name, &imported);
    rows.push(Row::alone(
        "source",
        &name,
        "lines",
        lines(&dir.join("src"))? as f64,
    ));
    let twin = write_twin(root, &name, &dir)?;
    for build in BUILDS
        .iter()
        .filter(|build| args.steps.contains(&build.step))
    {
        rows.extend(measure_build(&name, build, [&twin, &krate])?);
    }
    Ok(rows)
}

/// What a build costs and how large what it makes is, beside that of the twin.
fn measure_build(name: &str, build: &Build, sides: [&Krate; 2]) -> io::Result<Vec<Row>> {
    eprintln!("{name}: {}", build.name);
    let [theirs, ours] = sides.map(|krate| krate.build(build));
    let [theirs, ours] = [theirs?, ours?];
    let cpu = |usage: &Usage| usage.cpu.as_secs_f64();
    eprintln!(
        "{name}: {}: {:.1} s of CPU time, serde's twin {:.1} s",
        build.name,
        cpu(&ours),
        cpu(&theirs)
    );
    let mut rows = costs(name, build.name, [theirs, ours]);
    if build.step != Step::Check {
        let [theirs, ours] = sides.map(|krate| krate.size(build.profile.1));
        let what = format!("{}, size", build.name);
        rows.push(Row::beside(what, name, "bytes", [theirs?, ours?]));
    }
    Ok(rows)
}

/// A crate of declarations, and what it depends on.
struct Krate {
    dir: PathBuf,
    name: String,
    dependencies: &'static [&'static str],
}

impl Krate {
    /// What a build costs, all dependencies apart.
    fn build(&self, build: &Build) -> io::Result<Usage> {
        let dependencies = self.dependencies.iter().flat_map(|name| ["-p", name]);
        let dependencies: Vec<&str> = build.args.iter().copied().chain(dependencies).collect();
        cargo(&self.dir, &dependencies)?;
        let clean = ["clean", "-p", &self.name];
        cargo(&self.dir, &[&clean[..], build.profile.0].concat())?;
        cargo(&self.dir, build.args)
    }

    /// The bytes of the library.
    fn size(&self, profile: &str) -> io::Result<f64> {
        let library = self.name.replace('-', "_");
        let file = format!("../target/{profile}/lib{library}.rlib");
        Ok(fs::metadata(self.dir.join(file))?.len() as f64)
    }
}

/// The same declarations for serde's derive.
fn write_twin(root: &Path, name: &str, dir: &Path) -> io::Result<Krate> {
    let twin = dir.with_file_name(format!("{name}-serde"));
    let source = twin.join("src");
    if source.exists() {
        fs::remove_dir_all(&source)?;
    }
    twin::write(&dir.join("src"), &source)?;
    twin::write_types(&source)?;
    let dependencies = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";
    let name = format!("vendor-{name}-serde");
    write_manifest(root, &name, &twin, dependencies)?;
    Ok(Krate {
        dir: twin,
        name,
        dependencies: &["serde", "serde_json"],
    })
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

fn write_manifest(root: &Path, name: &str, dir: &Path, dependencies: &str) -> io::Result<()> {
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{dependencies}"
    );
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

/// What the import costs.
fn cost(name: &str, usage: &Usage) -> Vec<Row> {
    let figures = figures(usage)
        .map(|(figure, unit, is)| Row::alone(format!("import, {figure}"), name, unit, is));
    held(figures, name, BUDGET.1)
}

/// What a build costs, beside that of the twin.
fn costs(name: &str, what: &str, [theirs, ours]: [Usage; 2]) -> Vec<Row> {
    let pairs = figures(&theirs).into_iter().zip(figures(&ours));
    let rows = pairs.map(|((_, _, theirs), (figure, unit, ours))| {
        Row::beside(format!("{what}, {figure}"), name, unit, [theirs, ours])
    });
    match what {
        "check" => held(rows, name, BUDGET.2),
        _ => rows.collect(),
    }
}

fn figures(usage: &Usage) -> [(&'static str, &'static str, f64); 3] {
    [
        ("wall", "s", usage.wall.as_secs_f64()),
        ("cpu", "s", usage.cpu.as_secs_f64()),
        ("peak memory", "MB", usage.peak_memory as f64 / 1e6),
    ]
}

/// CPU time and memory held against a budget, if the document is the one that it is about.
fn held(
    rows: impl IntoIterator<Item = Row>,
    name: &str,
    [seconds, megabytes]: [f64; 2],
) -> Vec<Row> {
    let must = [None, Some(seconds), Some(megabytes)];
    let must = must.map(|must| must.filter(|_| name == BUDGET.0));
    let rows = rows.into_iter().zip(must);
    rows.map(|(row, must)| match must {
        Some(must) => row.must(Must::Figure(must)),
        None => row,
    })
    .collect()
}

/// Lines of all files in a folder and below.
fn lines(dir: &Path) -> io::Result<usize> {
    let mut lines = 0;
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        lines += match path.is_dir() {
            true => self::lines(&path)?,
            // Beside the files stand copies, which `--update` compares with, and no compiler reads.
            false if path.extension().is_none_or(|extension| extension != "rs") => 0,
            false => fs::read_to_string(&path)?.lines().count(),
        };
    }
    Ok(lines)
}
