//! Tables in the docs of what is made: which status follows which, and which members are set in which.

use syn::ext::IdentExt;

use crate::model::{Ask, Level, Lifecycle, Member, Object, OpenEnum, StatusSet, Word};

/// What may follow each status; nothing where the table has no arrows.
pub(super) fn transitions(words: &OpenEnum) -> Option<String> {
    let row = |word: &Word| {
        let next = word.next.iter();
        let next = next.filter_map(|&place| words.words.get(usize::from(place)));
        let next = match word.terminal {
            true => "nothing: an end state".to_owned(),
            false => links(next),
        };
        format!("\n| {} | {next} |", link(word))
    };
    let rows: String = words.words.iter().map(row).collect();
    words
        .has_arrows
        .then(|| format!("\n| status | is followed by |\n|---|---|{rows}"))
}

/// The members whose presence depends on the status; nothing where there are none.
pub(super) fn presence(object: &Object<'_>, lifecycle: &Lifecycle<'_>) -> Option<String> {
    let words = &lifecycle.statuses.words;
    let row = |member: &Member<'_>| {
        let set = cell(member, words, |ask| match ask {
            Ask::SetIn(statuses) => Some(statuses),
            _ => None,
        });
        let null = cell(member, words, |ask| match ask {
            Ask::NullIn(statuses) => Some(statuses),
            _ => None,
        });
        let depends = !set.is_empty() || !null.is_empty();
        depends.then(|| format!("\n| {} | {set} | {null} |", lent(object, member)))
    };
    let rows: String = object.members.iter().filter_map(row).collect();
    let explained = match rows.contains("(`") {
        true => {
            "\n\nIn brackets stand statuses of which a report only has a note where it is otherwise."
        }
        false => "",
    };
    let head = "\n| member | is set in | is null in |\n|---|---|---|";
    (!rows.is_empty()).then(|| format!("{head}{rows}{explained}"))
}

/// The statuses that a member's rules name; in brackets, where breaking the rule is only a note.
fn cell(member: &Member<'_>, words: &[Word], named: impl Fn(&Ask) -> Option<&StatusSet>) -> String {
    let at = |level: Level| {
        let rules = member.rules.iter().filter(|rule| rule.level == level);
        let sets: Vec<&StatusSet> = rules.filter_map(|rule| named(&rule.ask)).collect();
        let places = (0_u16..).zip(words);
        let words = places.filter(|(place, _)| sets.iter().any(|set| set.has_place(*place)));
        let names: Vec<String> = words.map(|(_, word)| code(&word.wire)).collect();
        names.join(", ")
    };
    let (must, should) = (at(Level::Violation), at(Level::Note));
    match (must.is_empty(), should.is_empty()) {
        (_, true) => must,
        (true, false) => format!("({should})"),
        (false, false) => format!("{must} ({should})"),
    }
}

fn links<'w>(words: impl Iterator<Item = &'w Word>) -> String {
    words.map(link).collect::<Vec<String>>().join(", ")
}

/// The wire name, which leads to the variant.
fn link(word: &Word) -> String {
    format!("[{}](Self::{})", code(&word.wire), word.ident)
}

/// The wire name of a member, which leads to its accessor.
fn lent(object: &Object<'_>, member: &Member<'_>) -> String {
    let code = code(&member.wire);
    let accessor = member.accessor.as_ref().map(|accessor| &accessor.name);
    // Rustdoc knows no raw names in links.
    match accessor.filter(|name| **name == name.unraw()) {
        Some(name) => format!("[{code}](method@{}::{name})", object.header.ident),
        None => code,
    }
}

/// What is sent, in a cell of a table.
fn code(wire: &str) -> String {
    let wire = wire.replace('|', r"\|");
    // A longer fence encloses a tick.
    match wire.contains('`') {
        true => format!("`` {wire} ``"),
        false => format!("`{wire}`"),
    }
}
