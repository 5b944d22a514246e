//! What changed of a member's lifecycle, and of what it asks in which status.

use super::Code;
use super::fit::Fit;
use crate::plan::{Hints, Status};

type Told = (Code, Fit, String);

/// Each change of what overlays say of a member.
pub(super) fn changes(old: &Hints, new: &Hints) -> Vec<Told> {
    let mut all = statuses(&old.status, &new.status);
    all.extend(presence(&old.presence, &new.presence));
    for (was, is, fit, end) in [
        (&old.flags, &new.flags, Fit::NARROWER, ""),
        (&new.flags, &old.flags, Fit::WIDER, " no longer"),
    ] {
        for flag in is.iter().filter(|flag| !was.contains(flag)) {
            // What is secret says nothing of the values.
            let fit = if *flag == "secret" { Fit::SAME } else { fit };
            all.push((rule(fit), fit, format!("is{end} `{flag}`")));
        }
    }
    for (was, is, fit, end) in [
        (&old.orders, &new.orders, Fit::NARROWER, "is"),
        (&new.orders, &old.orders, Fit::WIDER, "is no longer"),
    ] {
        for (key, other) in is.iter().filter(|order| !was.contains(order)) {
            all.push((rule(fit), fit, format!("{end} `{key} = {other}`")));
        }
    }
    for (was, is, end) in [
        (&old.null_like, &new.null_like, "is"),
        (&new.null_like, &old.null_like, "is no longer"),
    ] {
        for value in is.iter().filter(|value| !was.contains(value)) {
            // Who has no word for it reads it as what it is.
            let what = format!("`{value}` {end} as good as null");
            all.push((Code::RuleChanged, Fit::OTHER, what));
        }
    }
    all
}

fn rule(fit: Fit) -> Code {
    match fit {
        Fit::NARROWER => Code::RuleTightened,
        Fit::WIDER => Code::RuleLoosened,
        _ => Code::RuleChanged,
    }
}

/// Arrows and end states of the statuses that both tables have; that words come and go is told where the enum is compared.
fn statuses(old: &[Status], new: &[Status]) -> Vec<Told> {
    let mut all = Vec::new();
    match (old.is_empty(), new.is_empty()) {
        (true, false) => {
            let what = "has a lifecycle".to_owned();
            return vec![(Code::RuleTightened, Fit::NARROWER, what)];
        }
        (false, true) => {
            let what = "has a lifecycle no longer".to_owned();
            return vec![(Code::RuleLoosened, Fit::WIDER, what)];
        }
        _ => {}
    }
    for was in old {
        let Some(is) = new.iter().find(|status| status.word == was.word) else {
            continue;
        };
        let word = &was.word;
        let known =
            |table: &[Status], word: &String| table.iter().any(|status| status.word == *word);
        for next in is.next.iter().filter(|next| !was.next.contains(next)) {
            // A status that nobody knew breaks nothing by being reached.
            let fit = Fit::of(known(old, next), false);
            all.push((
                Code::ArrowAdded,
                fit,
                format!("`{next}` may follow `{word}`"),
            ));
        }
        for next in was.next.iter().filter(|next| !is.next.contains(next)) {
            let fit = Fit::of(false, known(new, next));
            all.push((
                Code::ArrowRemoved,
                fit,
                format!("`{next}` may no longer follow `{word}`"),
            ));
        }
        let what = match (was.next.is_empty(), is.next.is_empty()) {
            (true, false) => format!("`{word}` is no longer an end state"),
            (false, true) => format!("`{word}` is an end state"),
            _ => continue,
        };
        // Who waits with the old table stops too early, or never.
        all.push((Code::EndChanged, Fit::WIDER, what));
    }
    all
}

/// Rules of presence: the statuses that each names.
fn presence(old: &[(&'static str, Vec<String>)], new: &[(&'static str, Vec<String>)]) -> Vec<Told> {
    let mut all = Vec::new();
    for key in ["set_in", "null_in", "only_in", "once"] {
        let named = |all: &[(&'static str, Vec<String>)]| -> Vec<String> {
            let found = all.iter().filter(|(known, _)| *known == key);
            found.flat_map(|(_, statuses)| statuses.clone()).collect()
        };
        let (was, is) = (named(old), named(new));
        let (gone, come) = (missing(&was, &is), missing(&is, &was));
        // To be set only here is to be null elsewhere, and a group of statuses may hold others: such rules are others.
        let is_plain = matches!(key, "set_in" | "null_in") && is_listed(&was) && is_listed(&is);
        let fit = match (gone.is_empty(), come.is_empty()) {
            (true, true) => continue,
            (true, false) if is_plain || was.is_empty() => Fit::NARROWER,
            (false, true) if is_plain || is.is_empty() => Fit::WIDER,
            _ => Fit::OTHER,
        };
        all.push((rule(fit), fit, told(key, &was, &is)));
    }
    all
}

fn told(key: &str, was: &[String], is: &[String]) -> String {
    let shown = |statuses: &[String]| format!("`{key}({})`", statuses.join(", "));
    match (was.is_empty(), is.is_empty()) {
        (true, _) => format!("is {}", shown(is)),
        (_, true) => format!("is no longer {}", shown(was)),
        _ => format!("is {}, and was {}", shown(is), shown(was)),
    }
}

/// Whether statuses are named one by one.
fn is_listed(statuses: &[String]) -> bool {
    let is_group = |status: &String| matches!(status.as_str(), "active" | "ended");
    !statuses
        .iter()
        .any(|status| status.starts_with('!') || is_group(status))
}

fn missing<'s>(of: &'s [String], among: &[String]) -> Vec<&'s String> {
    of.iter().filter(|status| !among.contains(status)).collect()
}
