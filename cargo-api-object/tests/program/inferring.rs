//! `infer` as it is called.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::{fixture, text};

fn infer(dir: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cargo-api-object"))
        .current_dir(dir)
        .arg("infer")
        .arg(fixture("inferred.jsonl"))
        .args(more)
        .output()
        .expect("the program runs")
}

#[test]
fn it_writes_a_declaration() {
    let dir = tempfile::tempdir().unwrap();
    let shown = infer(dir.path(), &["--name", "Order"]);
    assert_eq!(text(&shown.stderr), "");
    let said = text(&shown.stdout);
    let lines = [
        "/// Inferred from 3 samples.",
        "#[api(object = \"order\", debug)]",
        "    id: OrderId,",
        "    created_at: UnixSeconds,",
        "    status: OrderStatus,",
        "    rate: f64,",
        "    note: Option<String>,",
        "    customer_id: Option<CustomerId>,",
        "    pay: OrderPay,",
        "    limit: Auto<i64>,",
        "    labels: BTreeMap<String, String>,",
        "    /// In 2 of 3 samples.",
        "    #[api(optional(nullable))]",
        "    paid_at: Option<UnixSeconds>,",
    ];
    let mut rest = said.lines();
    for line in lines {
        assert!(
            rest.any(|found| found == line),
            "no line `{line}` here, or not in this order:\n{said}"
        );
    }
    let to_file = ["--name", "Order", "--out", "order.rs"];
    let written = infer(dir.path(), &to_file);
    assert_eq!(
        (written.status.code(), text(&written.stdout)),
        (Some(0), String::new())
    );
    let file = dir.path().join("order.rs");
    assert_eq!(fs::read_to_string(file).unwrap(), said);
    // What is there may have been edited.
    assert_eq!(infer(dir.path(), &to_file).status.code(), Some(1));
}

#[test]
fn it_says_what_was_of_no_use() {
    let dir = tempfile::tempdir().unwrap();
    let nameless = infer(dir.path(), &["--name", "my order"]);
    assert_eq!(
        text(&nameless.stderr),
        "error: `my order` is no name of a type; write one such as `TrainingJob`\n"
    );
    let other = "{\n{\"schema\": \"Other\", \"payload\": 1}\n";
    fs::write(dir.path().join("odd.jsonl"), other).unwrap();
    let odd = infer(dir.path(), &["odd.jsonl", "--name", "Order"]);
    assert!(text(&odd.stderr).starts_with("note: odd.jsonl:1 was not used: "));
    assert!(text(&odd.stdout).contains("/// Inferred from 3 samples.\n"));
    assert_eq!(odd.status.code(), Some(0));
}
