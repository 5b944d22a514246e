//! Tokens of the golden expansions. Each snapshot says how many it has, and a test holds the snapshots to the derive.

use std::fs;
use std::io;
use std::path::Path;

use super::{Group, Measured};

/// The tokens of every snapshot under the workspace at `root`: the golden declarations and the model case.
///
/// # Errors
///
/// Where a snapshot cannot be read, or does not say how many tokens it has.
pub fn measure(root: &Path) -> io::Result<Vec<Measured>> {
    let mut measured = Vec::new();
    for entry in fs::read_dir(root.join("tests/expand"))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "snap")
        {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let tokens = tokens(&fs::read_to_string(&path)?).ok_or_else(|| {
                io::Error::other(format!("`{}` has no count of tokens", path.display()))
            })?;
            measured.push(Measured::new(Group::Tokens, name, tokens));
        }
    }
    measured.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(measured)
}

/// The first line behind insta's head is `// 2058 tokens`.
fn tokens(snapshot: &str) -> Option<u64> {
    let (_, text) = snapshot.strip_prefix("---\n")?.split_once("\n---\n")?;
    let first = text.lines().next()?;
    first
        .strip_prefix("// ")?
        .strip_suffix(" tokens")?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_stands_behind_the_head() {
        let snapshot = "---\nsource: x.rs\n---\n// 12 tokens\n\n// A: 7 tokens\n";
        assert_eq!(tokens(snapshot), Some(12));
        assert_eq!(tokens("---\nsource: x.rs\n---\nimpl A {}\n"), None);
        assert_eq!(tokens("// 12 tokens\n"), None);
    }

    #[test]
    fn the_goldens_and_the_model_case_are_counted() {
        let measured = measure(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
        let of = |name: &str| measured.iter().find(|one| one.name == name);
        assert!(of("fine_tuning_job").is_some_and(|job| job.figure > 1_000));
        assert!(of("minimal").is_some_and(|minimal| minimal.figure > 100));
    }
}
