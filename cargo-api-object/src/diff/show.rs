//! Changes as Markdown and as JSON.

use std::fmt;

use serde::Serialize;

use super::{Diff, Difference};
use crate::report::shown;

#[derive(Serialize)]
struct Told<'d> {
    old: &'d str,
    new: &'d str,
    breaks_readers: usize,
    breaks_writers: usize,
    changes: Vec<Entry<'d>>,
}

#[derive(Serialize)]
struct Entry<'d> {
    #[serde(rename = "type")]
    ty: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<&'d str>,
    code: &'static str,
    change: &'d str,
    breaks_readers: bool,
    breaks_writers: bool,
}

impl Diff {
    /// The changes for programs.
    pub fn to_json(&self) -> String {
        let (breaks_readers, breaks_writers) = self.breaking();
        let changes = self.changes.iter().map(|change| Entry {
            ty: &change.ty,
            member: change.member.as_deref(),
            code: change.code.as_str(),
            change: &change.what,
            breaks_readers: change.breaks_readers,
            breaks_writers: change.breaks_writers,
        });
        let told = Told {
            old: &self.old,
            new: &self.new,
            breaks_readers,
            breaks_writers,
            changes: changes.collect(),
        };
        serde_json::to_string(&told).unwrap_or_default()
    }
}

/// Markdown: what breaks somebody, and then what breaks nobody.
impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (readers, writers) = self.breaking();
        writeln!(f, "# From {} to {}\n", cell(&self.old), cell(&self.new))?;
        let count = self.changes.len();
        let s = if count == 1 { "" } else { "s" };
        writeln!(
            f,
            "{count} change{s}; breaking for readers: {readers}; breaking for writers: {writers}."
        )?;
        let is_breaking = |change: &&Difference| change.breaks_readers || change.breaks_writers;
        let (breaking, rest): (Vec<_>, Vec<_>) = self.changes.iter().partition(is_breaking);
        table(f, "Breaking", &breaking)?;
        table(f, "Not breaking", &rest)
    }
}

fn table(f: &mut fmt::Formatter<'_>, title: &str, changes: &[&Difference]) -> fmt::Result {
    if changes.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n## {title}\n")?;
    writeln!(f, "| what | change | breaks | code |")?;
    writeln!(f, "|---|---|---|---|")?;
    for change in changes {
        let what = match &change.member {
            Some(member) => format!("`{}.{}`", cell(&change.ty), name(member)),
            None => format!("`{}`", cell(&change.ty)),
        };
        let breaks = match (change.breaks_readers, change.breaks_writers) {
            (true, true) => "readers, writers",
            (true, false) => "readers",
            (false, true) => "writers",
            (false, false) => "",
        };
        let (said, code) = (cell(&change.what), change.code.as_str());
        writeln!(f, "| {what} | {said} | {breaks} | {code} |")?;
    }
    Ok(())
}

/// Text that stays within a cell of a table.
fn cell(text: &str) -> String {
    shown(text).replace('|', "\\|")
}

/// A name within a code span.
fn name(text: &str) -> String {
    cell(text).replace('`', "'")
}
