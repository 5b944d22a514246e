//! What is done to this repository, by name: `cargo xtask` lists it.

#[cfg(feature = "api")]
mod api;
mod bless;
mod costs;
mod deny;
#[cfg(feature = "editor")]
mod editor;
mod features;
mod house;
mod minimal;
mod nightly;
mod oldest;
mod run;

use std::env;
use std::process::ExitCode;

use run::{Outcome, cargo, command, run};

/// A command: its name with its arguments, what it does, and how.
struct Task {
    usage: &'static str,
    does: &'static str,
    how: fn(&[String]) -> Outcome,
}

const TASKS: &[Task] = &[
    Task {
        usage: "check",
        does: "runs what a change must pass, which is `.ci/run`",
        how: |_| run(command("bash", &[".ci/run"])),
    },
    Task {
        usage: "bless [FOLDER of tests/ui]",
        does: "writes snapshots, messages and the list of mistakes anew; read the diff",
        how: bless::bless,
    },
    Task {
        usage: "bench BIN [ARGUMENTS]",
        does: "runs `ratios`, `peers`, `compile` or another program of `benches`; `--help` says what it takes",
        how: bench,
    },
    Task {
        usage: "costs [--quick]",
        does: "shows what the derive costs beside other libraries, at run time and at compile time: half an hour",
        how: costs::costs,
    },
    Task {
        usage: "docs [--open]",
        does: "builds the documentation, where a warning is an error",
        how: docs,
    },
    Task {
        usage: "api [--check]",
        does: "writes the public API to `tests/public-api.txt`, or compares it; needs nightly",
        how: |arguments| with_feature("api", arguments),
    },
    Task {
        usage: "editor",
        does: "holds a session with rust-analyzer: completions, definitions and docs of what is made",
        how: |arguments| with_feature("editor", arguments),
    },
    Task {
        usage: "features",
        does: "checks each feature alone, all together, and none",
        how: features::features,
    },
    Task {
        usage: "minimal",
        does: "builds with the least version of each dependency that the manifests allow",
        how: minimal::minimal,
    },
    Task {
        usage: "nightly",
        does: "lints the workspace and the crates of strangers with the nightly compiler",
        how: nightly::nightly,
    },
    Task {
        usage: "oldest",
        does: "checks with the oldest compiler that is promised, where it is installed",
        how: oldest::oldest,
    },
    Task {
        usage: "package",
        does: "packs each crate that is published, and builds what users would download",
        how: house::package,
    },
    Task {
        usage: "spelling",
        does: "looks for misspelled words; needs `typos`",
        how: house::spelling,
    },
    Task {
        usage: "deny",
        does: "judges licenses, sources and advisories of dependencies; needs `cargo-deny`",
        how: deny::deny,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let wanted = arguments.first().map(String::as_str).unwrap_or_default();
    let task = TASKS
        .iter()
        .find(|task| task.usage.split(' ').next() == Some(wanted));
    let Some(task) = task else {
        println!("{}", usage());
        return match wanted {
            "" | "help" | "--help" => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        };
    };
    match (task.how)(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let lines = TASKS
        .iter()
        .map(|task| format!("  cargo xtask {:28} {}", task.usage, task.does));
    lines.collect::<Vec<String>>().join("\n")
}

fn bench(arguments: &[String]) -> Outcome {
    let [_, bin, rest @ ..] = arguments else {
        return Err("name a program, such as `ratios`: benches/README.md lists them".to_owned());
    };
    // The other libraries are a workspace of their own.
    let place = match bin.as_str() {
        "peers" => ["--manifest-path", "benches/peers/Cargo.toml"],
        _ => ["-p", "benches"],
    };
    let mut run_bench = cargo(&["run", "--release"]);
    run_bench.args(place).args(["--bin", bin, "--"]).args(rest);
    run(run_bench)
}

fn docs(arguments: &[String]) -> Outcome {
    let mut doc = cargo(&["doc", "--workspace", "--no-deps", "--locked"]);
    doc.args(&arguments[1..]).env("RUSTDOCFLAGS", "-D warnings");
    run(doc)
}

/// Runs a task that needs crates that the others do not wait for: here, or in this program built with its feature.
fn with_feature(name: &str, arguments: &[String]) -> Outcome {
    match name {
        #[cfg(feature = "api")]
        "api" => api::api(arguments),
        #[cfg(feature = "editor")]
        "editor" => editor::editor(arguments),
        _ => {
            let mut again = cargo(&["run", "--quiet", "--manifest-path", "xtask/Cargo.toml"]);
            again.args(["--features", name, "--"]).args(arguments);
            run(again)
        }
    }
}
