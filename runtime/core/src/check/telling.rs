//! How what deviates becomes an issue.

use super::{Path, Walk};
use crate::issue::{Code, Issue, Said, Severity, Words};
use crate::json::Pointer;
use crate::report::Report;
use crate::rules::{Breach, Level};

impl Walk {
    pub(crate) fn into_report(self) -> Report {
        Report {
            issues: self.issues,
        }
    }

    /// Says this of the value at the end of the path.
    pub(super) fn tell(
        &mut self,
        code: Code,
        severity: Severity,
        said: impl Into<Said>,
        path: &Path<'_>,
    ) {
        self.stand_at(path);
        self.tell_here(code, severity, said, path.indices());
    }

    /// Makes `self.pointer` the path's.
    pub(super) fn stand_at(&mut self, path: &Path<'_>) {
        self.pointer.clear();
        path.write(&mut self.pointer);
    }

    /// Says this of the value at `self.pointer`, of which so many of the last segments are indices.
    pub(super) fn tell_here(
        &mut self,
        code: Code,
        severity: Severity,
        said: impl Into<Said>,
        indices: u16,
    ) {
        let pointer = Pointer::from_text(&self.pointer);
        let mut issue = Issue::saying(pointer, code, said).below(indices);
        issue.severity = severity;
        self.issues.push(issue);
    }

    #[inline]
    pub(super) fn answer(&mut self, answer: Result<(), Breach>, level: Level, path: &Path<'_>) {
        if let Err(breach) = answer {
            self.breach(breach, level, path);
        }
    }

    #[cold]
    pub(crate) fn breach(&mut self, breach: Breach, level: Level, path: &Path<'_>) {
        let words = Words {
            message: format!("{} {}", path.subject(), breach.predicate),
            expected: breach.expected,
            found: breach.found,
        };
        self.tell(breach.code, level.severity(), words, path);
    }
}
