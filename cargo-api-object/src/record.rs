//! What a folder was imported from, so that it can be named in the place of its document.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::import::Options;

/// The file, in the folder that an import keeps beside its files.
const RECORD: &str = ".api-object/import.json";

/// Paths are those from the folder, with slashes, so that the record is the same wherever both are.
#[derive(Serialize, Deserialize)]
struct Record {
    files: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    overlays: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    observe: Vec<String>,
    #[serde(default, skip_serializing_if = "is_not")]
    trust_document: bool,
}

// As serde asks for it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_not(value: &bool) -> bool {
    !value
}

/// Notes in a folder what it was imported from.
///
/// # Errors
/// Where a path leads nowhere, or the file cannot be written.
pub fn save(dir: &Path, options: &Options) -> io::Result<()> {
    let dir = dir.canonicalize()?;
    let relative = |paths: &[PathBuf]| -> io::Result<Vec<String>> {
        let paths = paths.iter();
        paths
            .map(|path| Ok(from(&dir, &path.canonicalize()?)))
            .collect()
    };
    let record = Record {
        files: relative(&options.files)?,
        overlays: relative(&options.overlays)?,
        observe: relative(&options.observe)?,
        trust_document: options.trust_document,
    };
    let text = serde_json::to_string_pretty(&record)? + "\n";
    let path = dir.join(RECORD);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// What a folder was imported from.
///
/// # Errors
/// Says in words that there is no record, or none that can be read.
pub fn load(dir: &Path) -> Result<Options, String> {
    let path = dir.join(RECORD);
    let text = fs::read_to_string(&path)
        .map_err(|error| format!("{}: {error}; is it an imported folder?", path.display()))?;
    let record: Record =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let paths = |paths: Vec<String>| paths.iter().map(|path| dir.join(path)).collect();
    Ok(Options {
        files: paths(record.files),
        overlays: paths(record.overlays),
        observe: paths(record.observe),
        trust_document: record.trust_document,
        is_crate: false,
    })
}

/// The way from a folder to a file, or the file's whole path where there is none.
fn from(dir: &Path, file: &Path) -> String {
    let (dir, file): (Vec<_>, Vec<_>) = (dir.components().collect(), file.components().collect());
    let common = dir.iter().zip(&file).take_while(|(a, b)| a == b).count();
    let is_apart = !matches!(dir.get(..common), Some([Component::RootDir, ..]))
        && !matches!(dir.get(..common), Some([Component::Prefix(_), ..]));
    let up = if is_apart { 0 } else { dir.len() - common };
    let down = if is_apart { &file[..] } else { &file[common..] };
    let parts = std::iter::repeat_n("..".into(), up)
        .chain(down.iter().map(|part| part.as_os_str().to_string_lossy()));
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_short() {
        let way = |dir: &str, file: &str| from(Path::new(dir), Path::new(file));
        assert_eq!(way("/a/b/src", "/a/b/doc.yaml"), "../doc.yaml");
        assert_eq!(way("/a/b", "/a/b/c/doc.yaml"), "c/doc.yaml");
        assert_eq!(way("/a", "/x/doc.yaml"), "../x/doc.yaml");
    }

    #[test]
    fn a_record_comes_back() {
        let dir = tempfile::tempdir().unwrap();
        let (out, file) = (dir.path().join("out"), dir.path().join("doc.yaml"));
        fs::create_dir(&out).unwrap();
        fs::write(&file, "").unwrap();
        let options = Options {
            files: vec![file.clone()],
            overlays: vec![file.clone()],
            trust_document: true,
            ..Options::default()
        };
        save(&out, &options).unwrap();
        let text = fs::read_to_string(out.join(RECORD)).unwrap();
        assert!(
            text.contains("\"../doc.yaml\"") && !text.contains("observe"),
            "{text}"
        );
        let loaded = load(&out).unwrap();
        let whole = |paths: &[PathBuf]| paths[0].canonicalize().unwrap();
        assert_eq!(whole(&loaded.files), file.canonicalize().unwrap());
        assert_eq!(whole(&loaded.overlays), file.canonicalize().unwrap());
        assert!(loaded.observe.is_empty() && loaded.trust_document);
        assert!(
            load(dir.path())
                .unwrap_err()
                .contains("is it an imported folder?")
        );
    }
}
