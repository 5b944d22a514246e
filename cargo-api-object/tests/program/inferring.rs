//! `infer` as it is called.

use std::fs;
use std::process::Command;

use crate::{fixture, text};

#[test]
fn it_writes_a_declaration() {
    let dir = tempfile::tempdir().unwrap();
    let infer = |more: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_cargo-api-object"))
            .current_dir(dir.path())
            .arg("infer")
            .arg(fixture("inferred.jsonl"))
            .args(more)
            .output()
            .expect("the program runs")
    };
    let shown = infer(&["--name", "Order"]);
    assert_eq!(text(&shown.stderr), "");
    let said = text(&shown.stdout);
    let lines = [
        "/// Inferred from 3 samples.",
        "#[api(object = \"order\")]",
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
    let written = infer(&["--name", "Order", "--out", "order.rs"]);
    assert_eq!(
        (written.status.code(), text(&written.stdout)),
        (Some(0), String::new())
    );
    assert_eq!(
        fs::read_to_string(dir.path().join("order.rs")).unwrap(),
        said
    );
    // What is there may have been edited.
    assert_eq!(
        infer(&["--name", "Order", "--out", "order.rs"])
            .status
            .code(),
        Some(1)
    );

    let nameless = infer(&["--name", "my order"]);
    let said = "error: `my order` is no name of a type; write one such as `TrainingJob`\n";
    assert_eq!(text(&nameless.stderr), said);
    let odd = dir.path().join("odd.jsonl");
    fs::write(&odd, "{\n{\"schema\": \"Other\", \"payload\": 1}\n").unwrap();
    let odd = infer(&[odd.to_str().unwrap(), "--name", "Order"]);
    assert!(text(&odd.stderr).contains("odd.jsonl:1 was not used: "));
    assert_eq!(odd.status.code(), Some(0));
}
