//! Each feature alone, all together, and none.

use crate::run::{Outcome, cargo, read, root, run};

pub(crate) fn features(_: &[String]) -> Outcome {
    for (package, folder) in [
        ("api-object", "runtime"),
        ("api-object-core", "runtime/core"),
        ("api-object-macros", "macros"),
    ] {
        let manifest = read(&root().join(folder).join("Cargo.toml"))?;
        let names = section(&manifest, "features");
        let mut sets: Vec<String> = names.iter().map(|(name, _)| (*name).to_owned()).collect();
        sets.extend([sets.join(","), String::new()]);
        for features in sets {
            let mut check = cargo(&["check", "--locked", "-p", package, "--no-default-features"]);
            check.args(["--features", &features]);
            run(check)?;
        }
    }
    Ok(())
}

/// The entries of a table of a manifest whose values stand on their line.
pub(crate) fn section<'m>(manifest: &'m str, name: &str) -> Vec<(&'m str, &'m str)> {
    let head = format!("[{name}]");
    let lines = manifest.lines().skip_while(|line| line.trim() != head);
    let entries = lines.skip(1).take_while(|line| !line.starts_with('['));
    let entry = |line: &'m str| {
        let (key, value) = line.split_once('=')?;
        (!line.starts_with('#')).then_some((key.trim(), value.trim()))
    };
    entries.filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::section;

    #[test]
    fn entries_of_a_table_are_found() {
        let manifest = "[a]\nx = 1\n\n# Says = why.\ny.workspace = true\n[b]\nz = 2\n";
        let all = [("x", "1"), ("y.workspace", "true")];
        assert_eq!(section(manifest, "a"), all);
        assert_eq!(section(manifest, "c"), []);
    }
}
