//! The compiler and clippy of tomorrow.

use crate::run::{Outcome, command, is_there, run, target};

pub(crate) fn nightly(_: &[String]) -> Outcome {
    let hint = "`rustup toolchain install nightly --component clippy`";
    if !is_there("cargo", &["+nightly", "clippy", "--version"], hint) {
        return Ok(());
    }
    let folder = target("nightly");
    let nightly = |arguments: &[&str]| {
        let mut command = command("cargo", &["+nightly"]);
        command.args(arguments).env("CARGO_TARGET_DIR", &folder);
        // `rust-toolchain.toml` stands above the crates that the tests write, too.
        command.env("RUSTUP_TOOLCHAIN", "nightly");
        run(command)
    };
    nightly(&[
        "clippy",
        "-p",
        "api-object",
        "-p",
        "api-object-core",
        "-p",
        "api-object-macros",
        "--locked",
        "--",
        "-D",
        "warnings",
    ])?;
    nightly(&["test", "-p", "tests", "--test", "guests", "--locked"])
}
