//! A document of several files.

use super::fixture::{declares, imported, parts};

#[test]
fn files_refer_to_each_other() {
    let found = imported("several.yaml");
    declares(&found, "Start", &["shared: Shared,"]);
    declares(
        &found,
        "Shared",
        &["deep: Deep,", "back: Option<Box<Start>>,"],
    );
    declares(
        &found,
        "Deep",
        &["n: Option<i64>,", "again: Option<Box<Shared>>,"],
    );
    assert_eq!(parts(&found, true), [""; 0]);
}
