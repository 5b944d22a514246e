//! The least version of each dependency that the manifests allow: what a user may have locked.

use std::fs;

use crate::features::section;
use crate::run::{Outcome, cargo, read, root, run, target, write};

/// What is always there, and what features bring.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Always,
    Optional,
}

/// Builds a crate that pins what the product needs to the least versions, and one that pins what its features bring. They are two,
/// since an optional dependency may need more of the others than the product does. What these need themselves is as new
/// as it gets: their least versions are their own business.
pub(crate) fn minimal(_: &[String]) -> Outcome {
    build(Part::Always, "minimal", "[]")?;
    let features = r#"["chrono", "jiff", "regex", "time"]"#;
    build(Part::Optional, "minimal-features", features)
}

fn build(part: Part, name: &str, features: &str) -> Outcome {
    let runtime = fs::canonicalize(root().join("runtime")).map_err(|error| error.to_string())?;
    let pins = pins(part)?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{pins}\
         api-object = {{ path = {runtime:?}, features = {features} }}\n"
    );
    let folder = target(name);
    write(&folder.join("Cargo.toml"), &manifest)?;
    let declaration = read(&root().join("examples/fine_tuning_job/declaration.rs"))?;
    write(&folder.join("src/lib.rs"), &declaration)?;
    // What an earlier run locked says nothing of today's manifests.
    if folder.join("Cargo.lock").exists() {
        fs::remove_file(folder.join("Cargo.lock")).map_err(|error| error.to_string())?;
    }
    let mut check = cargo(&["check"]);
    check
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"));
    run(check)
}

/// The dependencies of this part at their least versions, one on a line.
fn pins(part: Part) -> Result<String, String> {
    let workspace = read(&root().join("Cargo.toml"))?;
    let versions = section(&workspace, "workspace.dependencies");
    let mut pins: Vec<String> = Vec::new();
    for folder in ["runtime", "runtime/core", "macros"] {
        let manifest = read(&root().join(folder).join("Cargo.toml"))?;
        for (name, how) in section(&manifest, "dependencies") {
            let is_optional = how.contains("optional = true");
            if is_optional != (part == Part::Optional) {
                continue;
            }
            let name = name.trim_end_matches(".workspace");
            let Some((_, written)) = versions.iter().find(|(key, _)| *key == name) else {
                return Err(format!("`{name}` of {folder} has no version in Cargo.toml"));
            };
            // What is a part of this repository has just one version.
            if !written.contains("path =") {
                pins.push(format!("{name} = {}\n", pinned(written)?));
            }
        }
    }
    pins.sort();
    pins.dedup();
    Ok(pins.concat())
}

/// A dependency as it is written, at its least version and nothing above it.
fn pinned(written: &str) -> Result<String, String> {
    let mut parts = written.splitn(3, '"');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(before), Some(version), Some(behind)) => {
            let least = version.trim_start_matches(['^', '=']);
            let zeros = ".0".repeat(2usize.saturating_sub(least.matches('.').count()));
            Ok(format!("{before}\"={least}{zeros}\"{behind}"))
        }
        _ => Err(format!("there is no version in `{written}`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_pinned_to_the_least() {
        assert_eq!(pinned("\"1.0.220\"").as_deref(), Ok("\"=1.0.220\""));
        let table = "{ version = \"3\", features = [\"full\"] }";
        let least = "{ version = \"=3.0.0\", features = [\"full\"] }";
        assert_eq!(pinned(table).as_deref(), Ok(least));
        assert!(pinned("{ path = here }").is_err());
    }

    #[test]
    fn each_dependency_is_in_one_part() {
        let (always, optional) = (pins(Part::Always), pins(Part::Optional));
        assert!(always.is_ok_and(|pins| pins.contains("serde = ") && !pins.contains("jiff")));
        assert!(optional.is_ok_and(|pins| pins.contains("jiff = ") && !pins.contains("serde = ")));
    }
}
