//! What nobody means to give: empty files, folders, bytes that are no text, names that are nearly right.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{fixture, text};

/// Runs the program in a folder with odd things in it.
fn run(dir: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_cargo-api-object"))
        .args(arguments)
        .current_dir(dir)
        .output()
        .expect("the program runs");
    (status.code(), text(&stdout), text(&stderr))
}

fn odd_things() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    fs::create_dir(at("folder")).unwrap();
    for (name, bytes) in [
        ("empty.yaml", &b""[..]),
        ("word.yaml", b"hello\n"),
        ("bytes.yaml", b"\xff\xfe\x00"),
        (
            "none.json",
            br#"{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{}}"#,
        ),
        ("blank.jsonl", b"\n\n"),
        ("huge.json", br#"{"a":1e999}"#),
        ("no.json", b"{a: 1}"),
        ("one.json", br#"{"a":1}"#),
    ] {
        fs::write(at(name), bytes).unwrap();
    }
    dir
}

#[test]
fn what_is_no_document_is_called_what_it_is() {
    let dir = odd_things();
    for (arguments, said) in [
        (&["import", "empty.yaml"][..], "empty.yaml: it is empty"),
        (
            &["import", "word.yaml"],
            "word.yaml: it is a string, and no document",
        ),
        (&["import", "bytes.yaml"], "bytes.yaml: it is no UTF-8"),
        (&["import", "folder"], "folder: "),
        (&["import", "none.json"], "none.json: it has no schemas"),
        (
            &["diff", "empty.yaml", "none.json"],
            "empty.yaml: it is empty",
        ),
        (
            &["diff", "folder", "none.json"],
            "is it an imported folder?",
        ),
    ] {
        let mut arguments = arguments.to_vec();
        if arguments[0] == "import" {
            arguments.extend(["--out", "out"]);
        }
        let (code, _, error) = run(dir.path(), &arguments);
        assert_eq!(code, Some(1), "{arguments:?}: {error}");
        assert!(error.starts_with("error: "), "{error}");
        assert!(error.contains(said), "{error}");
        assert!(!dir.path().join("out").exists());
    }
}

#[test]
fn what_is_in_the_way_is_not_written_over() {
    let dir = odd_things();
    let document = fixture("unions.yaml");
    let document = document.to_str().unwrap();
    let (code, _, error) = run(dir.path(), &["import", document, "--out", "one.json"]);
    assert_eq!(code, Some(1));
    assert_eq!(
        error,
        "error: one.json: it is a file, and the output needs a folder\n"
    );
    for there in ["no.json", "folder"] {
        let arguments = ["infer", "one.json", "--name", "One", "--out", there];
        let (code, _, error) = run(dir.path(), &arguments);
        assert_eq!(code, Some(1));
        assert_eq!(
            error,
            format!("error: {there}: it is there already, and only a new file is written\n")
        );
    }
    let left = fs::read_to_string(dir.path().join("no.json")).unwrap();
    assert_eq!(left, "{a: 1}");
}

#[test]
fn payloads_are_json_or_nothing() {
    let dir = odd_things();
    let (code, said, error) = run(
        dir.path(),
        &["infer", "one.json", "huge.json", "no.json", "--name", "One"],
    );
    assert_eq!(code, Some(0), "{error}");
    assert!(said.contains("Made from 1 sample") && said.contains("a: i64,"));
    assert!(error.contains("note: huge.json:1 was not used: number out of range"));
    assert!(error.contains("note: no.json:1 was not used: key must be a string"));
}

#[test]
fn a_check_tells_of_files_without_payloads_and_of_names_that_are_nearly_there() {
    let dir = odd_things();
    let document = fixture("unions.yaml");
    let check = |name: &str, file: &str| {
        let document = document.to_str().unwrap();
        run(dir.path(), &["check", name, file, "--document", document])
    };
    let (code, said, error) = check("Customer", "blank.jsonl");
    assert_eq!(code, Some(0));
    assert_eq!(said, "0 without violation, 0 with, 0 unreadable\n");
    assert_eq!(error, "note: blank.jsonl holds no payload\n");
    let (code, _, error) = check("Custmer", "one.json");
    assert_eq!(code, Some(1));
    assert!(
        error.starts_with("error: the document has no type `Custmer`; there is Customer"),
        "{error}"
    );
}
