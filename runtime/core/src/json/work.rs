//! A count of work, for tests that ask how it grows: bytes that are passed over, looked through for a place, or written.
//!
//! What is read in place goes once through the text and is not counted; what could be done again and again is.

use std::cell::Cell;

thread_local! {
    static DONE: Cell<u64> = const { Cell::new(0) };
}

/// Counts so many bytes, for the thread that asks.
pub(crate) fn done(bytes: usize) {
    DONE.set(DONE.get() + bytes as u64);
}

/// How much is done by `f`.
pub(crate) fn during<R>(f: impl FnOnce() -> R) -> (u64, R) {
    let before = DONE.get();
    let made = f();
    (DONE.get() - before, made)
}
