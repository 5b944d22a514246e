//! Whether the house is in order: who imports whom, sizes, and what belongs to every attribute.
//!
//! Each test lists all that is wrong at once. The rules are those of `ARCHITECTURE.md`.

#[path = "tidy/attributes.rs"]
mod attributes;
#[path = "tidy/errors.rs"]
mod errors;
#[path = "tidy/messages.rs"]
mod messages;
#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/sizes.rs"]
mod sizes;
#[path = "tidy/source.rs"]
mod source;
#[path = "tidy/tree.rs"]
mod tree;

/// Fails with everything that is wrong, one on a line.
#[track_caller]
fn nothing_of(wrong: Vec<String>) {
    let count = wrong.len();
    assert!(
        wrong.is_empty(),
        "{count} to put in order:\n{}",
        wrong.join("\n")
    );
}
