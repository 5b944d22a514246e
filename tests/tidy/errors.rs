//! One mistake is one error: what the cases of `tests/ui` show beside what is said of the mistake itself.

use std::collections::BTreeSet;
use std::fs;

use crate::nothing_of;
use crate::source::{paths, root};

/// Cases where the compiler says it in its own words, and well: what the declaration names is not there, or is not what the
/// expansion calls it with, or is wrong without any derive.
const IN_THE_COMPILERS_WORDS: &[&str] = &[
    "accessor/another-type-of-that-name",
    "check/no-such-function",
    "check/not-a-result",
    "check/of-another-object",
    "check/of-another-type",
    "crate/no-such-path",
    "crate/of-another-version",
    "debug/beside-the-derive",
    "default/of-another-type",
    "id/of-two-objects",
    "member/endless-together",
    "member/holds-itself",
    "member/left-out-lifetime",
    "member/no-type",
    "member/same-field",
    "member/undeclared-lifetime",
    "member/unmarked-id",
    "once/of-shared-statuses",
    "status/list-misspells-a-status",
    "status/misspelled-of-an-enum",
    "unknown/none-of-shared-statuses",
];

/// An error as the compiler shows it.
struct Shown {
    case: String,
    /// `E0277`, where the compiler found it.
    code: Option<String>,
    place: String,
    message: String,
}

#[test]
fn no_two_errors_stand_at_one_place() {
    let mut seen = BTreeSet::new();
    let again = shown()
        .into_iter()
        .filter(|error| !seen.insert((error.case.clone(), error.place.clone())));
    let again = again.map(|error| format!("{}: one mistake, more than one error", error.case));
    nothing_of(again.collect());
}

#[test]
fn errors_are_said_in_our_words() {
    // By the macro; by a constant of the expansion; of a trait that says itself what it is for.
    let ours = [None, Some("E0080"), Some("E0277")];
    let foreign = shown()
        .into_iter()
        .filter(|error| !ours.contains(&error.code.as_deref()));
    same(
        IN_THE_COMPILERS_WORDS,
        foreign.map(|error| error.case).collect(),
    );
}

/// Words of messages about what stands in two places, of which the second is the mistake.
const OF_TWO_PLACES: &[&str] = &[
    "a second time",
    "already; remove it",
    "exclude each other",
    "is given twice",
    "is there already",
    "keep one of the two",
];

/// What a constant finds has one place; the compiler leaves out an error that it showed before.
#[test]
fn what_is_there_twice_is_shown_in_both_places() {
    let shown = shown();
    let pointing = shown
        .iter()
        .filter(|error| error.message == "first given here");
    let pointing: BTreeSet<&str> = pointing.map(|error| error.case.as_str()).collect();
    let is_of_two = |error: &&Shown| {
        let says = |words: &&str| error.message.contains(words);
        error.code.is_none() && OF_TWO_PLACES.iter().any(says)
    };
    let silent = shown
        .iter()
        .filter(is_of_two)
        .filter(|error| !pointing.contains(error.case.as_str()));
    nothing_of(
        silent
            .map(|error| {
                format!(
                    "{}: {}: says nothing of the first place",
                    error.case, error.message
                )
            })
            .collect(),
    );
}

/// Fails with what one of the two sets has and the other has not.
#[track_caller]
fn same(listed: &[&str], found: BTreeSet<String>) {
    let listed: BTreeSet<String> = listed.iter().map(|case| (*case).to_owned()).collect();
    let new = found
        .difference(&listed)
        .map(|case| format!("{case}: said in the compiler's own words"));
    let stale = listed
        .difference(&found)
        .map(|case| format!("{case}: no longer so; take it off the list"));
    nothing_of(new.chain(stale).collect());
}

/// All errors of all cases, in order.
fn shown() -> Vec<Shown> {
    let mut all = Vec::new();
    for path in paths() {
        let case = path
            .strip_prefix("tests/ui/")
            .and_then(|path| path.strip_suffix(".stderr"));
        let Some(case) = case else { continue };
        let text = fs::read_to_string(root().join(&path)).expect("a case can be read");
        let mut code = None;
        let mut message = String::new();
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("error") {
                let (of, text) = rest.split_once(": ").unwrap_or((rest, ""));
                let of = of.trim_matches(['[', ']']);
                code = Some((!of.is_empty()).then(|| of.to_owned()));
                message = text.to_owned();
            } else if line.starts_with("warning") {
                code = None;
            } else if let Some((_, place)) = line.split_once("--> ")
                && let Some(code) = code.take()
            {
                all.push(Shown {
                    case: case.to_owned(),
                    code,
                    place: place.to_owned(),
                    message: message.clone(),
                });
            }
        }
    }
    assert!(all.len() > 300, "the cases are found: {}", all.len());
    all
}
