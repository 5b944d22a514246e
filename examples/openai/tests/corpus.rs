//! Real documents: every sample of a vendor that belongs to a declared type must come back as it came.
//!
//! The samples are not part of this repository. They are looked for in the folder that the variable
//! `API_OBJECT_CORPUS` names, or else in `../shared/corpus` beside the workspace; without them the
//! test says so and passes.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use api_object::{Code, Issue};
use serde::Deserialize;
use serde_json::value::RawValue;

#[path = "../../fine_tuning_job/declaration.rs"]
#[allow(unreachable_pub)] // An SDK exports them; a test has nobody to export them to.
mod declaration;
#[path = "../../../tests/json_value.rs"]
mod json_value;
#[path = "corpus/outcome.rs"]
mod outcome;
#[path = "corpus/table.rs"]
mod table;
#[path = "corpus/tolerance.rs"]
mod tolerance;
#[path = "corpus/wrapped.rs"]
mod wrapped;

use outcome::Outcome;
use table::{Row, rows};
use tolerance::{Sum, Verdict, tolerate};

#[derive(Deserialize)]
struct Case<'a> {
    id: u32,
    #[serde(borrow)]
    schema: &'a str,
    direction: &'a str,
    /// The vendor's text: numbers and escapes as they were written.
    #[serde(borrow)]
    payload: &'a RawValue,
}

/// What became of the cases of a schema.
#[derive(Default)]
struct Tally {
    cases: usize,
    decoded: usize,
    equal: usize,
    /// Those that came back by serde alone, too.
    serde: usize,
    /// Values that were kept as text since no type fits them, which a count of what was read does not show.
    unfit: usize,
    violations: usize,
    drift: usize,
    notes: usize,
    /// Why a case was refused, or what was lost.
    reasons: Vec<String>,
}

impl Tally {
    fn add(&mut self, case: u32, outcome: Outcome) {
        self.cases += 1;
        match outcome {
            Outcome::Refused(reasons) => {
                let at = |reason: String| format!("case {case}: {reason}");
                self.reasons.extend(reasons.into_iter().map(at));
            }
            Outcome::Lost(how) => {
                self.decoded += 1;
                self.reasons.push(format!("case {case}: {how}"));
            }
            Outcome::Equal(report, by_serde) => {
                self.decoded += 1;
                self.equal += 1;
                match by_serde {
                    Ok(()) => self.serde += 1,
                    Err(why) => self.reasons.push(format!("case {case}, by serde: {why}")),
                }
                let unfit = report.issues().iter().filter(|issue| is_unfit(issue.code));
                let at =
                    |issue: &Issue| format!("case {case}: {} {}", issue.pointer, issue.message());
                self.reasons.extend(unfit.clone().map(at));
                self.unfit += unfit.count();
                self.violations += report.violations().count();
                self.drift += report.drift().count();
                self.notes += report.notes().count();
            }
        }
    }
}

#[test]
fn samples_of_a_vendor() {
    let file = corpus().join("openai/cases.jsonl");
    let Ok(lines) = std::fs::read_to_string(&file) else {
        println!("no corpus at {}: nothing is asked", file.display());
        return;
    };
    let cases: Vec<Case<'_>> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("a case"))
        .collect();
    let complaints = [
        hold("schema", rows(), &cases),
        hold("schema, as any object", wrapped::any_objects(), &cases),
        hold("schema, in an event", wrapped::events(), &cases),
    ]
    .concat();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// What the server sends: no requests.
const SENT: [&str; 3] = ["response", "event", "example"];

#[test]
fn what_servers_send_is_read_and_told() {
    let folder = corpus().join("openai");
    let texts =
        ["cases.jsonl", "verdicts.jsonl"].map(|file| std::fs::read_to_string(folder.join(file)));
    let [Ok(cases), Ok(verdicts)] = texts else {
        println!("no corpus at {}: nothing is asked", folder.display());
        return;
    };
    let cases = cases
        .lines()
        .map(|line| serde_json::from_str(line).expect("a case"));
    let cases: Vec<Case<'_>> = cases.collect();
    let verdicts = verdicts
        .lines()
        .map(|line| serde_json::from_str(line).expect("a verdict"));
    let verdicts: HashMap<u32, Verdict> = verdicts
        .map(|verdict: Verdict| (verdict.id, verdict))
        .collect();
    let mut sums = SENT.map(|_| Sum::default());
    let mut jobs = Sum::default();
    for (row, case) in rows().flat_map(|row| cases.iter().map(move |case| (row, case))) {
        let place = SENT
            .iter()
            .position(|direction| *direction == case.direction);
        let is_asked = case.schema == row.schema;
        let Some(sum) = place
            .and_then(|place| sums.get_mut(place))
            .filter(|_| is_asked)
        else {
            continue;
        };
        let (json, verdict) = (case.payload.get(), verdicts.get(&case.id));
        sum.add(case.id, verdict, &(row.attempt)(json).tolerated);
        if row.schema == "FineTuningJob" {
            jobs.add(
                case.id,
                verdict,
                &tolerate::<declaration::FineTuningJob>(json),
            );
        }
    }
    hold_page(&sums, &jobs);
}

/// Holds the page in the docs against what was counted just now.
fn hold_page(sums: &[Sum], jobs: &Sum) {
    let all = sums.iter().fold(Sum::default(), |all, sum| all.with(sum));
    let mut lines: Vec<String> = SENT
        .iter()
        .zip(sums)
        .map(|(name, sum)| sum.row(name))
        .collect();
    lines.push(all.row("all"));
    lines.push(jobs.row("jobs, declared strictly"));
    let beyond = all.with(jobs).beyond;
    lines.extend(beyond.iter().map(|(row, count)| format!("{row} {count} |")));
    lines.iter().for_each(|line| println!("{line}"));
    let complaints = sums.iter().chain([jobs]).flat_map(|sum| &sum.complaints);
    let complaints: Vec<&str> = complaints.map(String::as_str).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    let page = include_str!("../../../docs/tolerance.md");
    let is_told = |line: &&String| page.contains(&format!("{line}\n"));
    let untold: Vec<&String> = lines.iter().filter(|line| !is_told(line)).collect();
    assert!(
        untold.is_empty(),
        "docs/tolerance.md does not say: {untold:#?}"
    );
}

/// Holds the cases against rows, prints what became of them, and tells what is wrong.
fn hold(title: &str, rows: impl Iterator<Item = Row>, cases: &[Case<'_>]) -> Vec<String> {
    let tallies: Vec<(Row, Tally)> = rows.map(|row| (row, tally(&row, cases))).collect();
    print_table(title, &tallies);
    tallies.iter().filter_map(complaint).collect()
}

fn corpus() -> PathBuf {
    match std::env::var_os("API_OBJECT_CORPUS") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus"),
    }
}

fn tally(row: &Row, cases: &[Case<'_>]) -> Tally {
    let mut tally = Tally::default();
    for case in cases.iter().filter(|case| case.schema == row.schema) {
        tally.add(case.id, (row.attempt)(case.payload.get()).outcome);
    }
    tally
}

fn is_unfit(code: Code) -> bool {
    matches!(code, Code::Misfit | Code::UnknownVariant)
}

/// What is wrong with a row: something was lost, did not fit, or fewer cases were read than before.
fn complaint((row, tally): &(Row, Tally)) -> Option<String> {
    let schema = row.schema;
    if tally.equal < tally.decoded {
        let lost = tally.decoded - tally.equal;
        return Some(format!("{schema}: {lost} did not come back as they came"));
    }
    if tally.serde < tally.equal {
        let lost = tally.equal - tally.serde;
        return Some(format!("{schema}: {lost} did not come back by serde"));
    }
    if tally.unfit > 0 {
        return Some(format!("{schema}: {} values fit no type", tally.unfit));
    }
    (tally.decoded < row.decoded).then(|| {
        let (decoded, expected) = (tally.decoded, row.decoded);
        format!("{schema}: {decoded} were read, and {expected} are expected")
    })
}

fn print_table(title: &str, tallies: &[(Row, Tally)]) {
    let width = tallies.iter().map(|(row, _)| row.schema.len()).max();
    let width = width.unwrap_or_default();
    println!("{title:width$}  cases  decoded  equal  serde  unfit  violations  drift  notes");
    for (row, tally) in tallies {
        print_row(row.schema, tally, width);
        for reason in &tally.reasons {
            println!("    {reason}");
        }
    }
    let sum = |count: fn(&Tally) -> usize| tallies.iter().map(|(_, tally)| count(tally)).sum();
    let total = Tally {
        cases: sum(|tally| tally.cases),
        decoded: sum(|tally| tally.decoded),
        equal: sum(|tally| tally.equal),
        serde: sum(|tally| tally.serde),
        unfit: sum(|tally| tally.unfit),
        violations: sum(|tally| tally.violations),
        drift: sum(|tally| tally.drift),
        notes: sum(|tally| tally.notes),
        reasons: Vec::new(),
    };
    print_row("all", &total, width);
}

fn print_row(name: &str, tally: &Tally, width: usize) {
    println!(
        "{name:width$}  {:5}  {:7}  {:5}  {:5}  {:5}  {:10}  {:5}  {:5}",
        tally.cases,
        tally.decoded,
        tally.equal,
        tally.serde,
        tally.unfit,
        tally.violations,
        tally.drift,
        tally.notes
    );
}
