//! Where a long work stands, for those who watch.

use std::io::{self, IsTerminal, Write};

/// The steps of an import, the last included.
const STEPS: usize = 6;

/// A line on stderr that shows the step; nothing where that is no terminal.
pub(crate) struct Progress {
    is_shown: bool,
    step: usize,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Progress {
            is_shown: io::stderr().is_terminal(),
            step: 0,
        }
    }

    pub(crate) fn step(&mut self, what: &str) {
        self.step += 1;
        if self.is_shown {
            let done = "#".repeat(self.step.min(STEPS));
            let left = ".".repeat(STEPS.saturating_sub(self.step));
            // A terminal that is gone is no reason to fail.
            let _ = write!(io::stderr(), "\r\x1b[K[{done}{left}] {what}");
            let _ = io::stderr().flush();
        }
    }

    pub(crate) fn end(&self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
