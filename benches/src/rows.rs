//! Cases, timed way by way; and what the command line asks for.

use std::cell::RefCell;
use std::process::ExitCode;

use serde::Serialize;

use crate::cases::Case;
use crate::command_line;
use crate::paired::{Effort, Paired, paired};
use crate::table;
use crate::ways::Way;

/// One line of a table: a way, held against the baseline of its case.
#[derive(Serialize)]
pub struct Row {
    /// What is done.
    pub case: &'static str,
    /// Who does it.
    pub way: &'static str,
    /// Whose time is one.
    pub baseline: &'static str,
    /// How many objects a run takes.
    pub objects: usize,
    /// The median time of a whole run, of the baseline in a row of its own.
    pub baseline_ns: Option<f64>,
    /// What the rounds found, for a whole run.
    pub found: Option<Paired>,
    /// Why there is nothing to find.
    pub cannot: Option<String>,
    /// The least ratio that the budget allows.
    pub must: Option<f64>,
}

/// What the command line asks for.
#[derive(Debug)]
pub struct Args {
    /// How long to measure.
    pub effort: Effort,
    /// Whether programs will read it.
    pub json: bool,
    /// Whether only the names of cases are asked for.
    pub list: bool,
    /// Whether a missed budget is a failure.
    pub deny_missed: bool,
    /// Parts of the names of cases.
    only: Vec<String>,
}

impl Args {
    /// What all tables understand, for people.
    pub const OPTIONS: &str = "  --only PART     the cases whose name holds PART, such as \"decode page\"; may be given several times
  --list          print the names of the cases, and measure nothing
  --quick         a sixth of the time, for a look while working
  --json          for programs
  --deny missed   end with 3 where a ratio misses its budget

It ends with 1 where something cannot be measured, and with 2 where the arguments are wrong.";

    /// Reads the words behind the program's name.
    ///
    /// # Errors
    ///
    /// Where a word is not known.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Args {
            effort: Effort::FULL,
            json: false,
            list: false,
            deny_missed: false,
            only: Vec::new(),
        };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--quick" => args.effort = Effort::QUICK,
                "--json" => args.json = true,
                "--list" => args.list = true,
                "--only" => {
                    let part = words
                        .next()
                        .ok_or("`--only` wants a part of a case's name")?;
                    args.only.push(part);
                }
                "--deny" => {
                    command_line::deny(words.next())?;
                    args.deny_missed = true;
                }
                _ => return Err(command_line::unknown(&word)),
            }
        }
        Ok(args)
    }

    /// Whether a case with this name is asked for.
    pub fn is_asked(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|part| name.contains(part))
    }

    /// Prints these names, where somebody asks for them, or says which part of one is in none of them.
    ///
    /// # Errors
    ///
    /// The code to end with, where there is nothing more to do.
    pub fn answer_by(&self, names: &[String]) -> Result<(), ExitCode> {
        if self.list {
            table::line(&names.join("\n"));
            return Err(ExitCode::SUCCESS);
        }
        self.find_in(names).map_err(|message| {
            eprintln!("{message}");
            ExitCode::from(2)
        })
    }

    /// That there is something to measure among cases of these names.
    ///
    /// # Errors
    ///
    /// Where a part is in none of them; says which there are.
    fn find_in(&self, names: &[String]) -> Result<(), String> {
        let is_in_none = |part: &&String| !names.iter().any(|name| name.contains(*part));
        match self.only.iter().find(is_in_none) {
            None => Ok(()),
            Some(part) => Err(format!(
                "no case's name holds `{part}`; there are:\n  {}",
                names.join("\n  ")
            )),
        }
    }
}

/// The names about which a source of cases asks, each once. None is wanted, so that no large document is made.
pub fn names(ask: impl FnOnce(&dyn Fn(&str) -> bool)) -> Vec<String> {
    let names = RefCell::new(Vec::<String>::new());
    ask(&|name| {
        let mut names = names.borrow_mut();
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        false
    });
    names.into_inner()
}

/// Times all ways of a case.
///
/// # Errors
///
/// Where the baseline does not do what it should: no ratio would mean anything.
pub fn measure(case: &mut Case<'_>, effort: Effort) -> Result<Vec<Row>, String> {
    let (name, objects) = (case.name, case.objects);
    let baseline_name = case.baseline.name;
    let baseline = case.baseline.held();
    let baseline = baseline.map_err(|why| format!("{name}, {baseline_name}: {why}"))?;
    let row = |way: &mut Way<'_>| {
        eprintln!("{name}: {}", way.name);
        let held = way.held();
        let found = held.map(|run| paired(effort, baseline, run));
        let (found, cannot) = match found {
            Ok(found) => (Some(found), None),
            Err(why) => (None, Some(why)),
        };
        Row {
            case: name,
            way: way.name,
            baseline: baseline_name,
            objects,
            baseline_ns: None,
            found,
            cannot,
            must: way.must,
        }
    };
    Ok(case.ways.iter_mut().map(row).collect())
}

/// Says so where figures would mean nothing.
pub fn warn_of_debug_build() {
    if cfg!(debug_assertions) {
        eprintln!(
            "warning: not a release build; these figures mean nothing. `cargo run --release …` makes one"
        );
    }
}

impl Row {
    /// Nanoseconds for an object, ratio, and its quartiles, as text.
    pub fn cells(&self) -> [String; 3] {
        let dash = || "–".to_owned();
        let Some(found) = &self.found else {
            let ns = self.baseline_ns.map(|ns| ns / self.objects as f64);
            return [
                ns.map_or_else(dash, |ns| format!("{ns:.0}")),
                dash(),
                dash(),
            ];
        };
        let ratio = found.ratio;
        [
            format!("{:.0}", found.way_ns / self.objects as f64),
            format!("{:.2}", ratio.median),
            format!("{:.2}–{:.2}", ratio.lower, ratio.upper),
        ]
    }

    /// Whether it has a budget and keeps it not; what cannot be done keeps none.
    pub fn misses(&self) -> bool {
        let median = self.found.map(|found| found.ratio.median);
        self.must
            .is_some_and(|must| median.is_none_or(|median| median < must))
    }

    /// What there is to say of it: its budget, or why it cannot be done.
    pub fn remark(&self) -> String {
        match (&self.cannot, self.must) {
            (Some(why), _) => format!("cannot: {why}"),
            (None, Some(must)) if self.misses() => format!("must {must:.2}: MISSED"),
            (None, Some(must)) => format!("must {must:.2}: kept"),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{self, Corpora};

    #[test]
    fn every_case_is_held_to_its_documents() {
        let corpora = Corpora::without_large();
        let cases = cases::all(&corpora, &|_| true);
        assert!(cases.len() > 40, "{}", cases.len());
        for mut case in cases {
            let ways = std::iter::once(&mut case.baseline).chain(&mut case.ways);
            for way in ways {
                let held = way.held().map(|run| run());
                let damaged = way.name == "serde derive, the damaged page";
                assert_eq!(
                    held.is_err(),
                    damaged,
                    "{}, {}: {held:?}",
                    case.name,
                    way.name
                );
            }
        }
    }

    #[test]
    fn a_part_of_a_name_chooses_cases() {
        let words = ["--quick", "--only", "page"].map(str::to_owned);
        let args = Args::read(words.into_iter()).unwrap();
        assert!(args.is_asked("decode page") && !args.is_asked("decode single"));
        assert!(Args::read(["--fast".to_owned()].into_iter()).is_err());
        assert!(Args::read(["--deny".to_owned()].into_iter()).is_err());
    }

    #[test]
    fn a_part_that_is_in_no_name_is_told_with_the_names() {
        let corpora = Corpora::new();
        let names = names(|is_asked| drop(cases::all(&corpora, is_asked)));
        assert!(names.len() > 40, "{names:?}");
        let read = |part: &str| Args::read(["--only", part].map(str::to_owned).into_iter());
        assert_eq!(read("decode page").unwrap().find_in(&names), Ok(()));
        let message = read("decoed").unwrap().find_in(&names).unwrap_err();
        assert!(
            message.contains("`decoed`") && message.contains("decode 20 MB array"),
            "{message}"
        );
    }

    #[test]
    fn a_budget_is_missed_by_what_is_below_it_or_cannot_be_done() {
        let row = |ratio: Option<f64>| Row {
            case: "a case",
            way: "a way",
            baseline: "another",
            objects: 1,
            baseline_ns: None,
            found: ratio.map(|ratio| Paired {
                baseline_ns: ratio,
                way_ns: 1.0,
                ratio: crate::paired::Quartiles::of([ratio]),
                rounds: 1,
            }),
            cannot: None,
            must: Some(2.0),
        };
        assert!(row(Some(1.9)).misses() && !row(Some(2.0)).misses());
        assert_eq!(row(Some(1.9)).remark(), "must 2.00: MISSED");
        assert_eq!(row(Some(2.0)).remark(), "must 2.00: kept");
        assert!(row(None).misses());
    }
}
