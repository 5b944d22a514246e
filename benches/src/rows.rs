//! Cases, timed way by way; and what the command line asks for.

use serde::Serialize;

use crate::cases::Case;
use crate::paired::{Effort, Paired, paired};
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
pub struct Args {
    /// How long to measure.
    pub effort: Effort,
    /// Whether programs will read it.
    pub json: bool,
    /// A part of the names of cases.
    only: Option<String>,
}

impl Args {
    /// What all tables understand.
    pub const USAGE: &str = "[--quick] [--json] [--only PART-OF-A-CASE'S-NAME]";

    /// Reads the words behind the program's name.
    ///
    /// # Errors
    ///
    /// Where a word is not known.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut args = Args {
            effort: Effort::FULL,
            json: false,
            only: None,
        };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--quick" => args.effort = Effort::QUICK,
                "--json" => args.json = true,
                "--only" => args.only = Some(words.next().ok_or("--only wants a name")?),
                _ => return Err(format!("unknown argument `{word}`")),
            }
        }
        Ok(args)
    }

    /// Whether a case with this name is asked for.
    pub fn is_asked(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|part| name.contains(part))
    }
}

/// Times all ways of a case.
///
/// # Panics
///
/// Where the baseline does not do what it should: no ratio would mean anything.
pub fn measure(case: &mut Case<'_>, effort: Effort) -> Vec<Row> {
    let (name, objects) = (case.name, case.objects);
    let baseline_name = case.baseline.name;
    let baseline = case.baseline.held();
    let baseline = baseline.unwrap_or_else(|why| panic!("{name}, {baseline_name}: {why}"));
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
    case.ways.iter_mut().map(row).collect()
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

    /// What there is to say of it: its budget, or why it cannot be done.
    pub fn remark(&self) -> String {
        let median = self.found.map(|found| found.ratio.median);
        match (&self.cannot, self.must, median) {
            (Some(why), ..) => format!("cannot: {why}"),
            (None, Some(must), Some(median)) if median < must => format!("must {must:.2}: MISSED"),
            (None, Some(must), _) => format!("must {must:.2}: kept"),
            (None, None, _) => String::new(),
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
    }
}
