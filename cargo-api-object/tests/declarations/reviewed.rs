//! What a reviewer would ask for: prose that says something and nothing twice, short paths, short names.

use super::fixture::{declares, imported, item};

#[test]
fn bodies_without_prose_say_which_operations_have_them() {
    let found = imported("reviewed.yaml");
    for (name, docs) in [
        ("CreateOrder", "/// What `POST /orders` takes."),
        (
            "Order",
            "/// What `POST /orders` and `GET /orders/{id}` answer.",
        ),
        ("OrderPage", "/// What `GET /orders` answers."),
        ("OrderFailure", "/// The document's `OrderFailure`."),
        ("OrderNote", "/// What is said of it."),
    ] {
        declares(&found, name, &[docs]);
    }
}

#[test]
fn modules_say_what_the_document_says_of_their_tag() {
    let found = imported("reviewed.yaml");
    let first_line = |path: &str| {
        let mut files = found.files.iter().filter(|file| file.path == path);
        files
            .next()
            .and_then(|file| file.text.lines().next())
            .map(str::to_owned)
    };
    assert_eq!(
        first_line("orders.rs").as_deref(),
        Some("//! What is ordered, and what becomes of it.")
    );
    assert_eq!(first_line("stamps.rs").as_deref(), Some("//! Stamps."));
}

#[test]
fn a_default_is_told_once() {
    let found = imported("reviewed.yaml");
    let item = item(&found, "CreateOrder");
    assert!(
        item.contains("/// How large. Defaults to `small`.\n"),
        "{item}"
    );
    assert!(!item.contains("Default: `\"small\"`"), "{item}");
    declares(
        &found,
        "CreateOrder",
        &["/// How many.", "/// Default: `3`."],
    );
}

#[test]
fn the_tag_is_what_is_always_there() {
    let found = imported("reviewed.yaml");
    declares(
        &found,
        "OrderBegun",
        &["#[api(tag(key = \"type\", word = \"order.begun\"), debug)]"],
    );
    assert!(!item(&found, "OrderBegun").contains("r#type"));
}

#[test]
fn variants_do_not_repeat_what_the_union_is_called() {
    let found = imported("reviewed.yaml");
    declares(
        &found,
        "OrderEvent",
        &["Begun(OrderBegun),", "Done(OrderDone),", "Error(Failed),"],
    );
}

#[test]
fn files_of_one_module_name_each_other_by_it() {
    let found = imported("inheritance.yaml");
    let others = found.files.iter().filter(|file| file.path.contains('/'));
    for file in others {
        let module = file.path.split('/').next().unwrap_or_default();
        let long = format!("use super::super::{module}::");
        assert!(!file.text.contains(&long), "{}", file.text);
    }
}
