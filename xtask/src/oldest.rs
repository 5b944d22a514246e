//! The oldest compiler that the manifests promise.

use crate::run::{Outcome, command, is_there, read, root, run, target};

/// Checks what users of that compiler may have: all that is published, and declarations with what the derive makes of them.
pub(crate) fn oldest(_: &[String]) -> Outcome {
    let manifest = read(&root().join("Cargo.toml"))?;
    let toolchain = format!("+{}.0", promised(&manifest)?);
    let hint = format!(
        "`rustup toolchain install {} --profile minimal`",
        &toolchain[1..]
    );
    if !is_there("cargo", &[&toolchain, "--version"], &hint) {
        return Ok(());
    }
    let mut check = command(
        "cargo",
        &[&toolchain, "check", "--locked", "--all-features"],
    );
    for package in [
        "api-object",
        "cargo-api-object",
        "examples",
        "openai-example",
    ] {
        check.args(["-p", package]);
    }
    check.env("CARGO_TARGET_DIR", target("oldest"));
    run(check)
}

/// The value of `rust-version`.
fn promised(manifest: &str) -> Result<&str, String> {
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = \""));
    line.and_then(|rest| rest.strip_suffix('"'))
        .ok_or_else(|| "Cargo.toml promises no `rust-version`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::promised;

    #[test]
    fn the_promise_is_found() {
        let manifest = "[workspace.package]\nedition = \"2024\"\nrust-version = \"1.88\"\n";
        assert_eq!(promised(manifest), Ok("1.88"));
        assert!(promised("[workspace]\n").is_err());
    }
}
