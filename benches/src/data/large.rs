//! More than a cache holds: the same jobs as one array, and as a line each.

use std::ops::Range;

use serde_json::Value;

use super::jobs::Jobs;
use super::json::Json;
use super::{Document, compact};
use crate::random::Random;

/// The least size of each document.
const BYTES: usize = 20_000_000;

/// Documents of 20 MB.
pub struct Large {
    /// One array.
    pub list: Document,
    /// A line each.
    pub lines: Lines,
}

/// A text of lines, where each stands, and what each means.
pub struct Lines {
    /// All lines, each with its end.
    pub text: Vec<u8>,
    /// What serde_json reads in each.
    pub values: Vec<Value>,
    ranges: Vec<Range<usize>>,
}

impl Large {
    /// Writes the documents. Two calls write the same bytes.
    pub fn new() -> Self {
        Self::of_at_least(BYTES)
    }

    /// The same of another size: its beginning.
    pub(crate) fn of_at_least(bytes: usize) -> Self {
        let mut jobs = Jobs::new(Random::new(0x5eed));
        let mut lines = Lines {
            text: Vec::new(),
            values: Vec::new(),
            ranges: Vec::new(),
        };
        while lines.text.len() < bytes {
            lines.push(compact(&Json::Object(jobs.next())));
        }
        let list: Vec<&str> = lines
            .each()
            .map(|line| std::str::from_utf8(line).expect("the generator writes UTF-8"))
            .collect();
        Large {
            list: Document::new(format!("[{}]", list.join(","))),
            lines,
        }
    }
}

impl Default for Large {
    fn default() -> Self {
        Self::new()
    }
}

impl Lines {
    /// The lines, without their ends.
    pub fn each(&self) -> impl Iterator<Item = &[u8]> {
        self.ranges.iter().map(|range| &self.text[range.clone()])
    }

    fn push(&mut self, line: Document) {
        let start = self.text.len();
        self.text.extend(line.bytes);
        self.ranges.push(start..self.text.len());
        self.text.push(b'\n');
        self.values.push(line.value);
    }
}
