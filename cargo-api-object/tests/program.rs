//! The program as it is called: arguments, what it prints, how it ends.

#[path = "program/checking.rs"]
mod checking;
#[path = "program/diffing.rs"]
mod diffing;
#[path = "program/inferring.rs"]
mod inferring;
#[path = "program/odd.rs"]
mod odd;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn run(arguments: &[&str], out: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cargo-api-object"))
        .args(arguments)
        .arg("--out")
        .arg(out)
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the output is UTF-8")
}

#[test]
fn it_is_called_by_cargo_or_by_itself() {
    let dir = tempfile::tempdir().unwrap();
    let document = fixture("unions.yaml");
    let document = document.to_str().unwrap();
    let (by_cargo, by_itself) = (dir.path().join("a"), dir.path().join("b/src"));
    let first = run(&["api-object", "import", document], &by_cargo);
    let second = run(&["import", document], &by_itself);
    assert!(first.status.success() && second.status.success());
    // A crate where the folder is called `src`, and a module otherwise.
    assert!(by_cargo.join("mod.rs").exists() && by_itself.join("lib.rs").exists());
    let said = text(&first.stdout);
    assert!(said.contains("    16 schemas\n"), "{said}");
    assert!(said.contains("     1 shared with an equal one\n"), "{said}");
    assert!(
        said.contains("     0 parts reduced to raw JSON\n"),
        "{said}"
    );
    // Progress is for terminals.
    assert_eq!(text(&first.stderr), "");
}

#[test]
fn it_says_what_was_reduced_and_may_refuse_it() {
    let dir = tempfile::tempdir().unwrap();
    let document = fixture("required.yaml");
    let document = document.to_str().unwrap();
    let found = run(&["import", document], dir.path());
    assert!(found.status.success());
    let said = text(&found.stdout);
    let line = "reduced  required.yaml:15:9 #/components/schemas/Thing/properties/odd: `file` is no type of JSON\n";
    assert!(said.contains(line), "{said}");
    let denied = run(
        &["import", document, "--deny", "reduced", "--json"],
        dir.path(),
    );
    assert_eq!(denied.status.code(), Some(3));
    assert_eq!(
        text(&denied.stderr),
        "error: 7 parts of the document are raw JSON, which `--deny reduced` refuses\n"
    );
    let report: serde_json::Value = serde_json::from_slice(&denied.stdout).unwrap();
    assert_eq!(report["reduced"], 7);
    assert_eq!(report["schemas"][0]["schema"], "Thing");
    assert_eq!(
        report["schemas"][0]["reference"],
        "#/components/schemas/Thing"
    );
    assert_eq!(report["schemas"][0]["path"], "common::Thing");
    assert_eq!(report["schemas"][0]["reduced"], 5);
    assert_eq!(
        report["parts"][0]["place"],
        "required.yaml#/components/schemas/Circle"
    );
}

#[test]
fn it_ends_with_an_error_that_names_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let missing = run(&["import", "nowhere.yaml"], dir.path());
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stderr).starts_with("error: nowhere.yaml: "));
    let broken = dir.path().join("broken.yaml");
    fs::write(&broken, "a:\n  - b\n c: d\n").unwrap();
    let broken = run(&["import", broken.to_str().unwrap()], dir.path());
    assert_eq!(broken.status.code(), Some(1));
    assert!(
        text(&broken.stderr).contains("broken.yaml: line 3: "),
        "{}",
        text(&broken.stderr)
    );
    assert_eq!(run(&["import"], dir.path()).status.code(), Some(2));
}

#[test]
fn an_update_keeps_what_was_changed() {
    let dir = tempfile::tempdir().unwrap();
    let document = dir.path().join("document.yaml");
    let out = dir.path().join("out");
    fs::copy(fixture("operations.yaml"), &document).unwrap();
    let name = document.to_str().unwrap();
    assert!(run(&["import", name], &out).status.success());
    let file = out.join("pet_care.rs");
    let mine = fs::read_to_string(&file).unwrap();
    let mine = mine.replace("pub struct Pet {", "/// Mine.\npub struct Pet {");
    fs::write(&file, &mine).unwrap();
    let changed = fs::read_to_string(&document).unwrap();
    let changed = changed.replace(
        "age: {type: integer}",
        "age: {type: integer}, colour: {type: string}",
    );
    fs::write(&document, changed).unwrap();

    let refused = run(&["import", name], &out);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("`--update` keeps what was changed: pet_care.rs"));
    assert_eq!(fs::read_to_string(&file).unwrap(), mine);

    let updated = run(&["import", name, "--update"], &out);
    let said = text(&updated.stdout);
    assert!(
        said.contains("pet_care.rs: merged with what was changed by hand\n"),
        "{said}"
    );
    let both = fs::read_to_string(&file).unwrap();
    assert!(
        both.contains("/// Mine.\npub struct Pet {")
            && both.contains("pub colour: Option<String>,"),
        "{both}"
    );
}
