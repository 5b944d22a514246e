//! `diff` as it is called.

use std::fs;
use std::process::{Command, Output};

use crate::text;

const OLD: &str = r##"openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get:
      responses:
        200: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}
      responses: {}
components:
  schemas:
    Order:
      type: object
      required: [id, total]
      properties:
        id: {type: string}
        total: {type: integer}
        state: {type: string, enum: [open, paid]}
    NewOrder:
      type: object
      required: [total]
      properties:
        total: {type: integer, maximum: 9}
        note: {type: string}
"##;

/// The same, a version later.
fn new() -> String {
    OLD.replace("version: \"1\"", "version: \"2\"")
        .replace("required: [id, total]", "required: [id]")
        .replace("[open, paid]", "[open, paid, 'a|b']")
        .replace("maximum: 9", "maximum: 8")
        .replace("required: [total]", "required: [total, note]")
}

fn diff(new: &str, more: &[&str]) -> Output {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("old.yaml"), OLD).unwrap();
    fs::write(dir.path().join("new.yaml"), new).unwrap();
    Command::new(env!("CARGO_BIN_EXE_cargo-api-object"))
        .current_dir(dir.path())
        .args(["diff", "old.yaml", "new.yaml"])
        .args(more)
        .output()
        .expect("the program runs")
}

#[test]
fn it_says_whom_a_change_breaks() {
    let found = diff(&new(), &[]);
    let expected = "\
# From `old.yaml` (Shop 1) to `new.yaml` (Shop 2)

4 changes; breaking for readers: 1; breaking for writers: 2.

## Breaking

| what | change | breaks | code |
|---|---|---|---|
| `Order.total` | may be absent | readers | became_optional |
| `NewOrder.total` | the greatest value is 8, and was 9 | writers | rule_tightened |
| `NewOrder.note` | may not be absent | writers | became_required |

## Not breaking

| what | change | breaks | code |
|---|---|---|---|
| `OrderState` | `a\\|b` is new |  | word_added |
";
    assert_eq!(text(&found.stdout), expected);
    assert_eq!(text(&found.stderr), "");
    assert_eq!(found.status.code(), Some(0));
}

#[test]
fn it_may_refuse_what_breaks() {
    let denied = diff(&new(), &["--deny", "breaking", "--json"]);
    assert_eq!(denied.status.code(), Some(3));
    assert_eq!(
        text(&denied.stderr),
        "error: changes break readers (1) or writers (2), which `--deny breaking` refuses\n"
    );
    let told: serde_json::Value = serde_json::from_slice(&denied.stdout).unwrap();
    assert_eq!(
        (&told["breaks_readers"], &told["breaks_writers"]),
        (&1.into(), &2.into())
    );
    let first = serde_json::json!({
        "type": "Order", "member": "total", "code": "became_optional", "change": "may be absent",
        "breaks_readers": true, "breaks_writers": false,
    });
    assert_eq!(told["changes"][0], first);
    let tolerated = OLD.replace("[open, paid]", "[open, paid, lost]");
    let tolerated = diff(&tolerated, &["--deny", "breaking"]);
    assert_eq!(tolerated.status.code(), Some(0));
    assert_eq!(diff("openapi: 3.1.0\n", &[]).status.code(), Some(1));
}

#[test]
fn a_folder_stands_for_the_document_that_it_was_imported_from() {
    let dir = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_cargo-api-object"))
            .current_dir(dir.path())
            .args(arguments)
            .output()
            .expect("the program runs")
    };
    fs::write(dir.path().join("old.yaml"), OLD).unwrap();
    fs::write(dir.path().join("new.yaml"), new()).unwrap();
    let order = r#"{"id": "o", "total": 1, "state": "open"}"#;
    fs::write(dir.path().join("order.json"), order).unwrap();
    assert!(
        run(&["import", "old.yaml", "--out", "a/shop"])
            .status
            .success()
    );
    let found = run(&["diff", "a/shop", "new.yaml"]);
    assert!(text(&found.stdout).contains("\n4 changes; breaking for readers: 1;"));
    let checked = run(&["check", "Order", "order.json", "--document", "a/shop"]);
    assert_eq!(
        text(&checked.stdout),
        "1 without violation, 0 with, 0 unreadable\n"
    );
    let other = run(&["check", "Order", "order.json", "--document", "a"]);
    assert!(text(&other.stderr).contains("is it an imported folder?"));
    assert_eq!(other.status.code(), Some(1));
}
