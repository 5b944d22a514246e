//! What variants are called that have no words: after their types, without what all of these say.

use super::super::model::UnionStyle;
use super::super::names::{pascal, snake};

/// Names without the words that the union's name begins with, where half of them or more begin so.
pub(super) fn without_name(names: Vec<String>, union: &str) -> Vec<String> {
    let words: Vec<String> = snake(union).split('_').map(str::to_owned).collect();
    let begun = (1..words.len())
        .rev()
        .map(|count| pascal(&words[..count].join("_")))
        .find(|begin| {
            let rests = names.iter().filter(|name| rest(name, begin).is_some());
            rests.count() * 2 >= names.len().max(4)
        });
    let Some(begin) = begun else {
        return names;
    };
    let short: Vec<String> = names
        .iter()
        .map(|name| rest(name, &begin).unwrap_or(name).to_owned())
        .collect();
    let is_unique = |name: &String| short.iter().filter(|other| *other == name).count() == 1;
    match short.iter().all(is_unique) {
        true => short,
        false => names,
    }
}

/// What is left of a name behind its first words.
fn rest<'n>(name: &'n str, begin: &str) -> Option<&'n str> {
    let rest = name.strip_prefix(begin)?;
    rest.starts_with(|c: char| c.is_ascii_uppercase())
        .then_some(rest)
}

/// Names without the words that all of them begin or end with.
pub(super) fn without_common(names: Vec<String>, style: &UnionStyle) -> Vec<String> {
    if names.len() < 2 || *style == UnionStyle::Own {
        return names;
    }
    let split: Vec<Vec<String>> = names
        .iter()
        .map(|name| snake(name).split('_').map(str::to_owned).collect())
        .collect();
    let shortest = split.iter().map(Vec::len).min().unwrap_or(0);
    let alike =
        |at: &dyn Fn(&Vec<String>) -> String| split.iter().all(|words| at(words) == at(&split[0]));
    let mut front = 0;
    while front + 1 < shortest && alike(&|words| words[front].clone()) {
        front += 1;
    }
    let mut back = 0;
    while front + back + 1 < shortest && alike(&|words| words[words.len() - 1 - back].clone()) {
        back += 1;
    }
    if front + back == 0 {
        return names;
    }
    let kept = split
        .iter()
        .map(|words| pascal(&words[front..words.len() - back].join("_")));
    kept.collect()
}

/// How many letters the words have that the names of all types end with.
pub(super) fn common_end(types: &[&str]) -> usize {
    if types.len() < 2 {
        return 0;
    }
    let split =
        |name: &&str| -> Vec<String> { snake(name).split('_').map(str::to_owned).collect() };
    let all: Vec<Vec<String>> = types.iter().map(split).collect();
    let shortest = all.iter().map(Vec::len).min().unwrap_or(0);
    let is_common = |back: &usize| {
        let mut ends = all.iter().map(|words| words.get(words.len() - back));
        let first = ends.next().flatten();
        ends.all(|end| end == first)
    };
    let common = (1..shortest).take_while(is_common);
    common.map(|back| all[0][all[0].len() - back].len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_do_not_repeat_the_name_of_their_union() {
        let short = |names: &[&str], union: &str| {
            without_name(names.iter().map(|name| (*name).to_owned()).collect(), union)
        };
        assert_eq!(
            short(
                &["ResponseCreated", "ResponseFailed", "Error"],
                "ResponseStreamEvent"
            ),
            ["Created", "Failed", "Error"]
        );
        assert_eq!(
            short(
                &["AnswerA1", "AnswerPartB", "AnswerPartC"],
                "AnswerPartEvent"
            ),
            ["AnswerA1", "B", "C"]
        );
        for (names, union) in [
            (&["JobDone", "JobError", "Error"][..], "JobEvent"),
            (&["ToolCall", "Text", "Image"][..], "ToolOutput"),
            (&["ToolSearch", "ToolCode"][..], "Tool"),
            (&["Responses", "ResponsesNew"][..], "ResponseEvent"),
        ] {
            assert_eq!(short(names, union), names);
        }
    }

    #[test]
    fn what_all_types_end_with_tells_nothing() {
        let types = ["CardDetails", "PayPalDetails"];
        assert_eq!(common_end(&types), "Details".len());
        assert_eq!(common_end(&["ATaskDone", "BTaskDone"]), "TaskDone".len());
        for types in [
            &["Card", "Bank"][..],
            &["Card"],
            &["Details", "CardDetails"],
        ] {
            assert_eq!(common_end(types), 0, "{types:?}");
        }
    }
}
