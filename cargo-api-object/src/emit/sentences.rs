//! Prose of which a comment takes a part, or which it completes.

use crate::schema::Operations;

/// A text of one line that ends in a letter, as titles do, as a sentence.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    let is_open = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '`' | ')'));
    let last = text.rsplit(' ').next().unwrap_or_default();
    match is_open && !text.contains('\n') && text.contains(' ') && !last.contains("://") {
        true => format!("{text}."),
        false => text.to_owned(),
    }
}

/// The first sentence of a text, where it says something by itself; or else all of it.
pub(super) fn first_sentence(text: &str) -> &str {
    let ends = text
        .match_indices(". ")
        .chain(text.match_indices(".\n"))
        .map(|(at, _)| at + 1);
    let is_begun = |end: &usize| {
        let next = text[*end..].trim_start().chars().next();
        next.is_some_and(|c| c.is_uppercase())
    };
    let Some(end) = ends.filter(is_begun).min() else {
        return text;
    };
    let first = &text[..end];
    let is_whole = first.matches('`').count().is_multiple_of(2)
        && first.matches(['[', '(']).count() == first.matches([']', ')']).count()
        && !first.contains('\n')
        && first.len() > 20;
    if is_whole { first } else { text }
}

/// What takes and what answers a body, as a sentence.
pub(super) fn of_operations(operations: &Operations) -> String {
    let clause = |all: &[String], one: &str, many: &str| {
        let named: Vec<String> = all.iter().take(2).map(|name| span(name)).collect();
        let verb = if all.len() == 1 { one } else { many };
        let named = match all.len() {
            0 => return None,
            1 | 2 => list(&named),
            count => format!("{} and {} more", named.join(", "), count - 2),
        };
        Some(format!("{named} {verb}"))
    };
    if operations.taking.is_empty() && operations.answering.is_empty() {
        let failing = clause(&operations.failing, "answers", "answer");
        return match (failing, operations.events.as_slice()) {
            (Some(failing), _) => format!("What {failing} where something is wrong."),
            (None, []) => String::new(),
            (None, [event, ..]) => format!("What the event {} brings.", span(event)),
        };
    }
    if operations.taking == operations.answering {
        let both = clause(&operations.taking, "takes and answers", "take and answer");
        return both.map_or_else(String::new, |both| format!("What {both}."));
    }
    let taking = clause(&operations.taking, "takes", "take");
    let answering = clause(&operations.answering, "answers", "answer");
    match (taking, answering) {
        (None, None) => String::new(),
        (Some(one), None) | (None, Some(one)) => format!("What {one}."),
        (Some(taking), Some(answering)) => format!("What {taking}, and what {answering}."),
    }
}

/// `a`, `b` and `c`.
pub(super) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A name as code, whatever the document made of it.
pub(super) fn span(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| !c.is_control() && *c != '`')
        .collect();
    format!("`{name}`")
}

/// The article that goes before a word, by how it sounds.
pub(super) fn article(word: &str) -> &'static str {
    const SILENT: &[&str] = &["hour", "honor", "honour", "honest", "heir"];
    const AS_YOU: &[&str] = &["uni", "use", "usa", "util", "eu", "one", "once"];
    let begins = |all: &[&str]| all.iter().any(|begin| word.starts_with(begin));
    let is_vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']) && !begins(AS_YOU);
    match is_vowel || begins(SILENT) {
        true => "an",
        false => "a",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_named_by_method_and_path() {
        let say = |taking: &[&str], answering: &[&str]| {
            let own = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
            of_operations(&Operations {
                taking: own(taking),
                answering: own(answering),
                ..Operations::default()
            })
        };
        assert_eq!(say(&[], &[]), "");
        assert_eq!(say(&["POST /jobs"], &[]), "What `POST /jobs` takes.");
        assert_eq!(
            say(&["POST /a"], &["POST /a", "GET /`a`\n"]),
            "What `POST /a` takes, and what `POST /a` and `GET /a` answer."
        );
        assert_eq!(
            say(&["PUT /a"], &["PUT /a"]),
            "What `PUT /a` takes and answers."
        );
        assert_eq!(
            say(&[], &["GET /a", "GET /b", "GET /c", "GET /d"]),
            "What `GET /a`, `GET /b` and 2 more answer."
        );
    }

    #[test]
    fn bodies_that_no_operation_takes_or_answers_are_told_of() {
        let failing = Operations {
            failing: vec!["GET /a".to_owned()],
            ..Operations::default()
        };
        assert_eq!(
            of_operations(&failing),
            "What `GET /a` answers where something is wrong."
        );
        let event = Operations {
            events: vec!["pet.new".to_owned()],
            ..Operations::default()
        };
        assert_eq!(of_operations(&event), "What the event `pet.new` brings.");
    }

    #[test]
    fn titles_become_sentences_and_parts_need_only_the_first() {
        assert_eq!(
            sentence("Static chunking strategy"),
            "Static chunking strategy."
        );
        assert_eq!(sentence("Extends `Base`"), "Extends `Base`.");
        for same in [
            "A sentence.",
            "One of:\n- a",
            "See https://example.com/a",
            "Word",
        ] {
            assert_eq!(sentence(same), same);
        }
        assert_eq!(
            first_sentence("What it was made of first. More of it."),
            "What it was made of first."
        );
        for same in [
            "Short. And long.",
            "Only one, i.e. `one`, of them.",
            "See [a. B](c) for what it is. ",
        ] {
            assert_eq!(first_sentence(same), same);
        }
    }
}
