//! The folder of the output: written anew, or merged with what a person changed in it.
//!
//! Beside the files lies a folder with each file as it was made last. So a later import knows which lines were changed by hand, and which by the document.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::emit::OutFile;

/// The folder of the files as they were made.
const BASE: &str = ".api-object";
/// What those files end in, so that no tool takes them for code.
const END: &str = ".base";
/// How long the marks of a conflict are while it is looked at: longer than any line that code has.
const MARK: usize = 90;

/// What was done with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// It was not there.
    Added,
    /// It is new, and nobody had changed the old one.
    Updated,
    /// There is nothing new in it.
    Unchanged,
    /// What is new and what was changed by hand are both in it.
    Merged,
    /// What is new could not be put into it in these places; there it is as it was changed by hand.
    Kept(Vec<Conflict>),
    /// What is new and what was changed by hand do not go together: it is as it was changed by hand, and the next import tries anew.
    Apart,
    /// It was not made here.
    NotOurs,
    /// A person removed it, and it stays away.
    StaysRemoved,
    /// Nothing is left of it in the document.
    Removed,
    /// Nothing is left of it in the document, but a person changed it.
    LeftOver,
}

/// A place that the document and a person have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The line of the file where the person's lines begin, from 1.
    pub line: usize,
    /// What would be written there.
    pub new: String,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteError {
    /// Files that were changed, or are not from here, would be lost.
    InTheWay(Vec<String>),
    /// A path leads out of the folder.
    Outside(PathBuf),
    /// The system refuses.
    Io(PathBuf, io::Error),
}

/// Writes files into a folder. Without `update`, files that somebody changed are an error; with it, they are merged.
///
/// # Errors
/// See [`WriteError`]; nothing is written then, unless the system itself fails half-way.
pub fn write(
    dir: &Path,
    files: &[OutFile],
    update: bool,
) -> Result<Vec<(String, Done)>, WriteError> {
    if dir.exists() && !dir.is_dir() {
        let error = io::Error::other("it is a file, and the output needs a folder");
        return Err(WriteError::Io(dir.to_path_buf(), error));
    }
    fs::create_dir_all(dir).map_err(|error| WriteError::Io(dir.to_path_buf(), error))?;
    let base = read_base(dir)?;
    let mut steps: Vec<(String, Done, Option<String>)> = Vec::new();
    let mut in_the_way = Vec::new();
    let formatter = Formatter::new(dir);
    for file in files {
        let path = inside(dir, &file.path)?;
        let mine = read(&path)?;
        let known = base.get(&file.path).map(String::as_str);
        let (done, text) = formatter.decide(known, mine.as_deref(), &file.text);
        let is_changed = !matches!(done, Done::Added | Done::Updated | Done::Unchanged);
        if is_changed && !update {
            in_the_way.push(file.path.clone());
        }
        steps.push((file.path.clone(), done, text));
    }
    for (path, known) in &base {
        if files.iter().any(|file| file.path == *path) {
            continue;
        }
        match read(&inside(dir, path)?)? {
            None => {}
            Some(mine) if mine == *known || formatter.format(known).as_ref() == Some(&mine) => {
                steps.push((path.clone(), Done::Removed, None));
            }
            Some(_) => steps.push((path.clone(), Done::LeftOver, None)),
        }
    }
    if !in_the_way.is_empty() {
        return Err(WriteError::InTheWay(in_the_way));
    }
    for (path, done, text) in &steps {
        apply(dir, path, done, text.as_deref())?;
    }
    // What was not taken is offered again.
    let is_taken = |file: &&OutFile| {
        let mut steps = steps.iter();
        let step = steps.find(|(path, ..)| *path == file.path);
        !step.is_some_and(|(_, done, _)| matches!(done, Done::Apart | Done::NotOurs))
    };
    write_base(dir, files.iter().filter(is_taken), &base)?;
    remove_base(dir, files, &base)?;
    Ok(steps
        .into_iter()
        .map(|(path, done, _)| (path, done))
        .collect())
}

/// Rust's formatter, as the folder has it set up: what it alone changed was changed by nobody.
struct Formatter<'d> {
    dir: &'d Path,
}

impl<'d> Formatter<'d> {
    fn new(dir: &'d Path) -> Self {
        Formatter { dir }
    }

    /// What becomes of a file, where its format says nothing.
    fn decide(&self, base: Option<&str>, mine: Option<&str>, new: &str) -> (Done, Option<String>) {
        let plain = decide(base, mine, new);
        let (Some(base), Some(mine), Done::Merged | Done::Kept(_) | Done::Apart) =
            (base, mine, &plain.0)
        else {
            return plain;
        };
        let formatted = (self.format(base), self.format(mine), self.format(new));
        match formatted {
            // The person's file is as the formatter would have it, so the others are compared in that form.
            (Some(base), Some(same), Some(new)) if same == mine => {
                decide(Some(&base), Some(mine), &new)
            }
            _ => plain,
        }
    }

    /// A text as `rustfmt` would have it; none where there is none, or it refuses.
    fn format(&self, text: &str) -> Option<String> {
        let mut child = Command::new("rustfmt")
            .args(["--edition", "2024", "--quiet"])
            .current_dir(self.dir)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut stdin = child.stdin.take()?;
        let text = text.to_owned();
        let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
        let output = child.wait_with_output().ok()?;
        writer.join().ok()?.ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8(output.stdout).ok())?
    }
}

/// What becomes of a file: as it was made last, as it is, as it would be made now.
fn decide(base: Option<&str>, mine: Option<&str>, new: &str) -> (Done, Option<String>) {
    match (base, mine) {
        (None, None) => (Done::Added, Some(new.to_owned())),
        (Some(_), None) => (Done::StaysRemoved, None),
        (_, Some(mine)) if mine == new => (Done::Unchanged, None),
        (Some(base), Some(mine)) if mine == base => (Done::Updated, Some(new.to_owned())),
        (Some(base), Some(_)) if base == new => (Done::Unchanged, None),
        (Some(base), Some(mine)) => merge(base, mine, new),
        (None, Some(_)) => (Done::NotOurs, None),
    }
}

/// Puts two changes of one text together; where both change the same lines, the person's stay.
fn merge(base: &str, mine: &str, new: &str) -> (Done, Option<String>) {
    let merged = diffy::MergeOptions::new()
        .set_conflict_style(diffy::ConflictStyle::Merge)
        .set_conflict_marker_length(MARK)
        .merge(base, mine, new);
    let (text, conflicts) = match merged {
        Ok(text) => (text, Vec::new()),
        Err(marked) => ours(&marked),
    };
    // Lines that fit each by each need not fit together.
    match (syn::parse_file(&text).is_ok(), conflicts.is_empty()) {
        (true, true) => (Done::Merged, Some(text)),
        (true, false) => (Done::Kept(conflicts), Some(text)),
        (false, _) => (Done::Apart, None),
    }
}

/// A text with marks of conflicts, where each is decided for the first side.
fn ours(marked: &str) -> (String, Vec<Conflict>) {
    let mark = |c: char| c.to_string().repeat(MARK);
    let (start, middle, end) = (mark('<'), mark('='), mark('>'));
    let mut text = String::new();
    let (mut conflicts, mut theirs) = (Vec::<Conflict>::new(), false);
    for line in marked.split_inclusive('\n') {
        if line.starts_with(&start) {
            conflicts.push(Conflict {
                line: text.lines().count() + 1,
                new: String::new(),
            });
        } else if line.starts_with(&middle) {
            theirs = true;
        } else if line.starts_with(&end) {
            theirs = false;
        } else if !theirs {
            text.push_str(line);
        } else if let Some(conflict) = conflicts.last_mut() {
            conflict.new.push_str(line);
        }
    }
    (text, conflicts)
}

fn apply(dir: &Path, path: &str, done: &Done, text: Option<&str>) -> Result<(), WriteError> {
    let whole = inside(dir, path)?;
    let failed = |error| WriteError::Io(whole.clone(), error);
    match (done, text) {
        (Done::Removed, _) => fs::remove_file(&whole).map_err(failed),
        (_, Some(text)) => {
            if let Some(parent) = whole.parent() {
                fs::create_dir_all(parent).map_err(failed)?;
            }
            fs::write(&whole, text).map_err(failed)
        }
        (_, None) => Ok(()),
    }
}

/// A path below the folder, which neither its parts nor links lead out of.
fn inside(dir: &Path, path: &str) -> Result<PathBuf, WriteError> {
    let outside = || WriteError::Outside(dir.join(path));
    let is_plain = path
        .split('/')
        .all(|part| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':']));
    if !is_plain {
        return Err(outside());
    }
    let mut whole = dir.to_path_buf();
    for part in path.split('/') {
        whole.push(part);
        if fs::symlink_metadata(&whole).is_ok_and(|meta| meta.file_type().is_symlink()) {
            return Err(outside());
        }
    }
    Ok(whole)
}

fn read(path: &Path) -> Result<Option<String>, WriteError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WriteError::Io(path.to_path_buf(), error)),
    }
}

/// The files as they were made last, by their paths.
fn read_base(dir: &Path) -> Result<BTreeMap<String, String>, WriteError> {
    let mut found = BTreeMap::new();
    let mut open = vec![String::new()];
    while let Some(folder) = open.pop() {
        let whole = match folder.as_str() {
            "" => inside(dir, BASE)?,
            folder => inside(dir, &format!("{BASE}/{folder}"))?,
        };
        let Ok(entries) = fs::read_dir(&whole) else {
            continue;
        };
        for entry in entries {
            let entry = entry.map_err(|error| WriteError::Io(whole.clone(), error))?;
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let path = if folder.is_empty() {
                name
            } else {
                format!("{folder}/{name}")
            };
            if entry.path().is_dir() {
                open.push(path);
            } else if let Some(stem) = path.strip_suffix(END) {
                let text = read(&inside(dir, &format!("{BASE}/{path}"))?)?;
                found.insert(stem.to_owned(), text.unwrap_or_default());
            }
        }
    }
    Ok(found)
}

fn write_base<'f>(
    dir: &Path,
    files: impl Iterator<Item = &'f OutFile>,
    old: &BTreeMap<String, String>,
) -> Result<(), WriteError> {
    for file in files {
        let path = format!("{BASE}/{}{END}", file.path);
        if old.get(&file.path) != Some(&file.text) {
            apply(dir, &path, &Done::Added, Some(&file.text))?;
        }
    }
    Ok(())
}

fn remove_base(
    dir: &Path,
    files: &[OutFile],
    old: &BTreeMap<String, String>,
) -> Result<(), WriteError> {
    for path in old
        .keys()
        .filter(|path| !files.iter().any(|file| file.path == **path))
    {
        apply(dir, &format!("{BASE}/{path}{END}"), &Done::Removed, None)?;
    }
    Ok(())
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Done::Added => f.write_str("added"),
            Done::Updated => f.write_str("updated"),
            Done::Unchanged => f.write_str("unchanged"),
            Done::Merged => f.write_str("merged with what was changed by hand"),
            Done::Kept(conflicts) => {
                let count = match conflicts.len() {
                    1 => "one place".to_owned(),
                    count => format!("{count} places"),
                };
                write!(
                    f,
                    "kept as changed by hand in {count}, where the document has changed, too"
                )?;
                for Conflict { line, new } in conflicts {
                    match new.is_empty() {
                        true => write!(f, "\n  at line {line} nothing is left in the document")?,
                        false => write!(f, "\n  at line {line} the document has now")?,
                    }
                    for line in new.lines() {
                        write!(f, "\n    | {line}")?;
                    }
                }
                Ok(())
            }
            Done::Apart => f.write_str(
                "kept as changed by hand: together with what is new it would be no Rust, and the next import tries anew",
            ),
            Done::NotOurs => f.write_str("left as it is, since it was not made by an import"),
            Done::StaysRemoved => f.write_str("stays removed"),
            Done::Removed => f.write_str("removed, since nothing of it is left in the document"),
            Done::LeftOver => {
                f.write_str("left as it is, though nothing of it is left in the document")
            }
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::InTheWay(paths) => write!(
                f,
                "these files were changed by hand, or are not from here; `--update` keeps what was changed: {}",
                paths.join(", ")
            ),
            WriteError::Outside(path) => write!(
                f,
                "{} leads out of the folder of the output",
                path.display()
            ),
            WriteError::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for WriteError {}

#[cfg(test)]
mod tests;
