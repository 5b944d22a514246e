//! Files of payloads.

use std::fs::File;
use std::io::{self, Read, stdin};
use std::path::Path;

/// The largest text that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// The text of a file, or of the standard input.
pub(crate) fn text_of(path: &Path) -> io::Result<String> {
    let stream: Box<dyn Read> = match path.to_str() {
        Some("-") => Box::new(stdin().lock()),
        _ => Box::new(File::open(path)?),
    };
    let mut text = String::new();
    let read = stream.take(LARGEST + 1).read_to_string(&mut text)?;
    match read as u64 > LARGEST {
        true => Err(io::Error::other(format!(
            "expected at most {LARGEST} bytes"
        ))),
        false => Ok(text),
    }
}
