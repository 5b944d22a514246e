//! Documents for tests, imported.

use std::path::{Path, PathBuf};

use cargo_api_object::import::{Imported, Options, import, import_text};

pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// Imports a document of this folder.
pub(crate) fn imported(name: &str) -> Imported {
    with(&Options {
        files: vec![path(name)],
        ..Options::default()
    })
}

pub(crate) fn with(options: &Options) -> Imported {
    import(options, &mut |_| {}).expect("the document is imported")
}

/// Imports a document that has these schemas, each on a line of its own.
pub(crate) fn of(schemas: &[&str]) -> Imported {
    let text = text_of(schemas);
    import_text("habits.yaml", &text, &Options::default()).expect("the document is imported")
}

/// A document that has these schemas, each on a line of its own.
pub(crate) fn text_of(schemas: &[&str]) -> String {
    let schemas: Vec<String> = schemas
        .iter()
        .map(|schema| format!("    {schema}\n"))
        .collect();
    format!(
        "openapi: 3.1.0\ninfo: {{title: Habits, version: '1'}}\ncomponents:\n  schemas:\n{}",
        schemas.concat()
    )
}

/// Whether a type of this name is written.
pub(crate) fn has_type(found: &Imported, name: &str) -> bool {
    let heads = ["struct", "enum", "type"].map(|kind| format!("pub {kind} {name} "));
    let mut files = found.files.iter();
    files.any(|file| heads.iter().any(|head| file.text.contains(head.as_str())))
}

/// The item of this name, as it is written.
#[track_caller]
pub(crate) fn item(imported: &Imported, name: &str) -> String {
    let heads = ["struct", "enum", "type"].map(|kind| format!("pub {kind} {name}"));
    let is_head = |line: &str| {
        heads.iter().any(|head| {
            let rest = line.strip_prefix(head.as_str());
            rest.is_some_and(|rest| rest.starts_with([' ', '(', '<', ';']))
        })
    };
    let items = imported
        .files
        .iter()
        .flat_map(|file| file.text.split("\n\n"));
    let mut found = items.filter(|item| item.lines().any(is_head));
    match found.next() {
        Some(item) => item.trim_end().to_owned(),
        None => panic!("no item `{name}` in {:#?}", imported.files),
    }
}

/// Fails unless the item of this name has each of these lines, in this order.
#[track_caller]
pub(crate) fn declares(imported: &Imported, name: &str, lines: &[&str]) {
    let item = item(imported, name);
    let mut rest = item.lines().map(str::trim);
    for line in lines {
        assert!(
            rest.any(|found| found == *line),
            "no line `{line}` here, or not in this order:\n{item}"
        );
    }
}

/// The places and reasons of what is not part of the types: those that are raw JSON, or the others.
pub(crate) fn parts(imported: &Imported, reduced: bool) -> Vec<String> {
    let parts = imported
        .coverage
        .parts
        .iter()
        .filter(|part| part.reduced == reduced);
    let pointer = |place: &str| {
        place
            .split_once("#/components/schemas")
            .map_or(place.to_owned(), |(_, rest)| rest.to_owned())
    };
    parts
        .map(|part| format!("{}: {}", pointer(&part.place), part.why))
        .collect()
}
