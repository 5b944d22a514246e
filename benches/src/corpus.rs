//! Documents of vendors, which are not part of this repository.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders that have a document, one for each vendor, in the order of their names. They are looked for in the folder that
/// `API_OBJECT_CORPUS` names, or else in `../shared/corpus` beside the workspace.
///
/// # Errors
///
/// Where there is none, or it cannot be read.
pub fn folders(root: &Path) -> io::Result<Vec<PathBuf>> {
    let corpus = std::env::var_os("API_OBJECT_CORPUS");
    folders_in(&corpus.map_or_else(|| root.join("../shared/corpus"), PathBuf::from))
}

fn folders_in(corpus: &Path) -> io::Result<Vec<PathBuf>> {
    let none = |error| {
        io::Error::other(format!(
            "there is no corpus here: API_OBJECT_CORPUS names a folder with a folder for each vendor, and an openapi.yaml in \
             it; `{}`: {error}",
            corpus.display()
        ))
    };
    let entries = fs::read_dir(corpus).map_err(none)?;
    let folders = entries.map(|entry| Ok(entry?.path()));
    let mut folders: Vec<PathBuf> = folders.collect::<io::Result<_>>()?;
    folders.retain(|folder| folder.join("openapi.yaml").exists());
    folders.sort();
    match folders.is_empty() {
        true => Err(none(io::Error::other(
            "no folder in it has an openapi.yaml",
        ))),
        false => Ok(folders),
    }
}

/// Builds the program that imports, optimized.
///
/// # Errors
///
/// Where it does not compile.
pub fn importer(root: &Path) -> io::Result<PathBuf> {
    let target = root.join("target/bench-documents/target");
    eprintln!("building cargo-api-object");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet", "-p", "cargo-api-object"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", &target)
        .status()?;
    match status.success() {
        true => Ok(target.join("release/cargo-api-object")),
        false => Err(io::Error::other("cargo-api-object does not compile")),
    }
}

/// The vendor's name.
pub fn name(folder: &Path) -> String {
    folder
        .file_name()
        .unwrap_or(OsStr::new(""))
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_documents_is_no_corpus() {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        for folder in [package.join("src"), package.join("nowhere")] {
            let error = folders_in(&folder).unwrap_err().to_string();
            assert!(error.contains("API_OBJECT_CORPUS"), "{error}");
        }
    }
}
