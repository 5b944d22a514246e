//! What RFC 8259 accepts, what it refuses, and what it leaves to the reader: the cases that the
//! JSON Parsing Test Suite made customary.

mod accepted;
mod refused;
mod undefined;

use serde_json::Value;

use super::tree::Tree;
use super::{Input, SyntaxError};

/// A name and a text.
type Case = (&'static str, &'static [u8]);

fn skip(bytes: &[u8]) -> Result<(), SyntaxError> {
    let mut input = Input::new(bytes)?;
    input.skip_value()?;
    input.finish()
}

#[test]
fn what_must_be_accepted_is_accepted_and_read() {
    for (name, bytes) in accepted::CASES {
        let tree = Tree::from_slice(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let value: Value = serde_json::from_slice(bytes).unwrap();
        assert!(tree.is(&value), "{name}: {tree:?} is not {value:?}");
        assert_eq!(skip(bytes), Ok(()), "{name}");
    }
}

#[test]
fn what_must_be_refused_is_refused() {
    for (name, bytes) in refused::CASES {
        let read = Tree::from_slice(bytes);
        assert!(read.is_err(), "{name}: read as {read:?}");
        assert_eq!(skip(bytes).err(), read.err(), "{name}");
    }
    for opening in ["[", "{\"\":", "[{\"\":"] {
        let endless = opening.repeat(100_000);
        assert!(
            Tree::from_slice(endless.as_bytes()).is_err(),
            "{opening} without end"
        );
        assert!(skip(endless.as_bytes()).is_err(), "{opening} without end");
    }
}

#[test]
fn what_is_left_to_the_reader_is_as_serde_json_has_it() {
    for (name, bytes) in undefined::CASES {
        let theirs = serde_json::from_slice::<Value>(bytes);
        match Tree::from_slice(bytes) {
            Ok(tree) if tree.has_out_of_range() => {
                let error = theirs.unwrap_err().to_string();
                assert!(error.starts_with("number out of range"), "{name}: {error}");
                assert_eq!(skip(bytes), Ok(()), "{name}");
            }
            Ok(tree) => assert!(tree.is(&theirs.unwrap()), "{name}: {tree:?}"),
            Err(error) => {
                assert!(theirs.is_err(), "{name}: {error}");
                assert_eq!(skip(bytes), Err(error), "{name}");
            }
        }
    }
}

#[test]
fn no_case_stands_twice() {
    let mut all = [accepted::CASES, refused::CASES, undefined::CASES].concat();
    let count = all.len();
    all.sort_unstable_by_key(|(_, bytes)| *bytes);
    all.dedup_by_key(|(_, bytes)| *bytes);
    assert_eq!(all.len(), count);
}
