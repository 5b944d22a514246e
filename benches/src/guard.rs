//! Figures that need no clock, held against those that were committed.
//!
//! The program `guard` measures; here stands what it makes of that: the table of figures, and the judgement.

pub mod instructions;
pub mod ir;
pub mod program;
pub mod tokens;

use std::fmt;

use serde::Serialize;

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// What kind of figure it is.
    pub group: Group,
    /// What was counted, without spaces.
    pub name: String,
    /// How much there is.
    pub figure: u64,
}

/// The kinds of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Tokens that the derive emits.
    Tokens,
    /// Lines and functions that rustc hands to LLVM.
    Ir,
    /// Bytes of an optimized program.
    Program,
    /// How often memory is asked for.
    Allocations,
    /// How many bytes of memory are asked for.
    Bytes,
    /// Bytes of a value.
    Sizes,
    /// Instructions.
    Instructions,
}

/// A line of the table of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Blessed {
    group: Group,
    name: String,
    figure: u64,
    /// How far a measured figure may lie from this one, in per cent of this one.
    within: f64,
}

/// The table of figures.
#[derive(Debug, Default, PartialEq)]
pub struct Table(Vec<Blessed>);

/// What is to be said of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It is as it was, or near enough.
    Kept,
    /// It has grown too much.
    Exceeded,
    /// It has shrunk so much that the committed figure guards nothing.
    Better,
    /// It is in no table.
    New,
    /// It is in the table, and nobody measures it any more.
    Gone,
}

/// A figure beside the committed one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judged {
    /// What kind of figure it is.
    pub group: Group,
    /// What was counted.
    pub name: String,
    /// The committed figure.
    pub was: Option<u64>,
    /// What was measured.
    pub is: Option<u64>,
    /// How far the two may be apart, in per cent of the committed one.
    pub within: f64,
    /// What is to be said.
    pub verdict: Verdict,
}

impl Group {
    /// All, in the order of the table.
    pub const ALL: [Group; 7] = [
        Group::Tokens,
        Group::Ir,
        Group::Program,
        Group::Allocations,
        Group::Bytes,
        Group::Sizes,
        Group::Instructions,
    ];

    /// As it stands in the table and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Group::Tokens => "tokens",
            Group::Ir => "ir",
            Group::Program => "program",
            Group::Allocations => "allocations",
            Group::Bytes => "bytes",
            Group::Sizes => "sizes",
            Group::Instructions => "instructions",
        }
    }

    /// The group of this name.
    pub fn named(name: &str) -> Option<Self> {
        Group::ALL.into_iter().find(|group| group.name() == name)
    }

    /// The tolerance of a figure that is new, in per cent. Only programs and instructions depend on more than on this tree and the
    /// compiler: on the linker, and on the C library, which chooses how to copy and to compare by what the processor can do.
    fn usual_tolerance(self) -> f64 {
        match self {
            Group::Tokens | Group::Ir | Group::Bytes => 2.0,
            Group::Allocations | Group::Sizes => 0.0,
            Group::Program => 1.0,
            Group::Instructions => 3.0,
        }
    }
}

impl Measured {
    /// A figure of this group. What a name may not hold becomes a dash.
    pub fn new(group: Group, name: impl Into<String>, figure: u64) -> Self {
        let name = name.into().replace(char::is_whitespace, "-");
        Measured {
            group,
            name,
            figure,
        }
    }

    fn is(&self, blessed: &Blessed) -> bool {
        (self.group, &self.name) == (blessed.group, &blessed.name)
    }
}

impl Blessed {
    fn judge(&self, figure: u64) -> Verdict {
        let allowed = self.within / 100.0 * self.figure as f64;
        match figure.abs_diff(self.figure) as f64 <= allowed {
            true => Verdict::Kept,
            false if figure > self.figure => Verdict::Exceeded,
            false => Verdict::Better,
        }
    }
}

impl Table {
    /// Reads a table: a figure on a line, and lines that begin with `#` for people.
    ///
    /// # Errors
    ///
    /// Where a line is none of both, by its number.
    pub fn read(text: &str) -> Result<Self, String> {
        let lines = text.lines().enumerate();
        let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let blessed = lines.map(|(index, line)| {
            let form = "is not `GROUP NAME FIGURE TOLERANCE%`";
            read_line(line).ok_or_else(|| format!("line {} {form}: {line}", index + 1))
        });
        blessed.collect::<Result<_, _>>().map(Table)
    }

    /// Holds what was measured against the table. Groups in `left_out` were not measured.
    pub fn judge(&self, measured: &[Measured], left_out: &[Group]) -> Vec<Judged> {
        let found = measured.iter().map(|one| {
            let blessed = self.0.iter().find(|blessed| one.is(blessed));
            Judged {
                group: one.group,
                name: one.name.clone(),
                was: blessed.map(|blessed| blessed.figure),
                is: Some(one.figure),
                within: blessed.map_or(one.group.usual_tolerance(), |blessed| blessed.within),
                verdict: blessed.map_or(Verdict::New, |blessed| blessed.judge(one.figure)),
            }
        });
        let gone = self.0.iter().filter(|blessed| {
            !left_out.contains(&blessed.group) && !measured.iter().any(|one| one.is(blessed))
        });
        let gone = gone.map(|blessed| Judged {
            group: blessed.group,
            name: blessed.name.clone(),
            was: Some(blessed.figure),
            is: None,
            within: blessed.within,
            verdict: Verdict::Gone,
        });
        found.chain(gone).collect()
    }

    /// The table as it should be now. A figure keeps its tolerance, and one that has hardly changed keeps its value, so
    /// that only what is worth reading is in the difference. Groups in `left_out` stay as they are.
    pub fn bless(&self, measured: &[Measured], left_out: &[Group]) -> Self {
        let kept = self.0.iter().filter(|old| left_out.contains(&old.group));
        let now = measured.iter().map(|one| {
            let old = self.0.iter().find(|old| one.is(old));
            match old {
                Some(old) if old.judge(one.figure) == Verdict::Kept => old.clone(),
                _ => Blessed {
                    group: one.group,
                    name: one.name.clone(),
                    figure: one.figure,
                    within: old.map_or(one.group.usual_tolerance(), |old| old.within),
                },
            }
        });
        let mut table: Vec<Blessed> = kept.cloned().chain(now).collect();
        table.sort_by_key(|blessed| blessed.group);
        Table(table)
    }
}

fn read_line(line: &str) -> Option<Blessed> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [group, name, figure, within] = words[..] else {
        return None;
    };
    let within: f64 = within.strip_suffix('%')?.parse().ok()?;
    Some(Blessed {
        group: Group::named(group)?,
        name: name.to_owned(),
        figure: figure.replace('_', "").parse().ok()?,
        within: Some(within).filter(|within| *within >= 0.0)?,
    })
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HEAD}")?;
        let mut last = None;
        for one in &self.0 {
            if last.replace(one.group) != Some(one.group) {
                writeln!(f)?;
            }
            let figure = grouped(one.figure);
            writeln!(
                f,
                "{:12} {:40} {figure:>12} {:>5}%",
                one.group.name(),
                one.name,
                one.within
            )?;
        }
        Ok(())
    }
}

const HEAD: &str = "\
# What `cargo run -p benches --bin guard` holds this tree to, and by how much a figure may differ.
# `… --bin guard -- --bless` writes what is now, and keeps the tolerances. `README.md` says what is counted.
";

/// A number with its thousands apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
