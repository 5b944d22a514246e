//! Rules that samples break. The document's word stands, but a vendor's own payload is no violation of it: such a rule is only a
//! note. Of two bounds that is the one that is broken.

use crate::document::Number;
use crate::plan::model::Rule;
use crate::schema::{Asked, Length};

/// What is asked of a value.
#[derive(Debug, Default)]
pub(in crate::plan) struct Rules {
    /// Where breaking it is a violation.
    pub(in crate::plan) rules: Vec<Rule>,
    /// Where it is a note.
    pub(in crate::plan) noted: Vec<Rule>,
}

impl Rules {
    /// Parts what a schema states by what of it samples break.
    pub(super) fn parted(stated: Vec<Rule>, broken: &[Asked]) -> Rules {
        let mut parted = Rules::default();
        for rule in stated {
            let (kept, noted) = part(rule, broken);
            parted.rules.extend(kept);
            parted.noted.extend(noted);
        }
        parted
    }

    /// The same of each element of a list, or each value of a map.
    pub(super) fn of_each(self) -> Rules {
        let each = |rules: Vec<Rule>| match rules.is_empty() {
            true => rules,
            false => vec![Rule::Each(rules)],
        };
        Rules {
            rules: each(self.rules),
            noted: each(self.noted),
        }
    }

    /// These, behind others.
    pub(super) fn behind(self, mut others: Rules) -> Rules {
        others.rules.extend(self.rules);
        others.noted.extend(self.noted);
        others
    }
}

/// What stays of a rule, and what becomes a note.
fn part(rule: Rule, broken: &[Asked]) -> (Option<Rule>, Option<Rule>) {
    let breaks = |asked: &Asked| broken.contains(asked);
    let is_broken = match &rule {
        // It stands for a list, of which no end is broken by itself.
        Rule::Range(..) if breaks(&Asked::Listed) => true,
        Rule::Range(low, high) => {
            let [kept, noted] = ends(*low, *high, broken);
            let range = |(low, high)| Rule::Range(low, high);
            return (kept.map(range), noted.map(range));
        }
        Rule::Len(length) => {
            let [kept, noted] = ends(length.low, length.high, broken);
            let len = |(low, high)| Rule::Len(Length { low, high });
            return (kept.map(len), noted.map(len));
        }
        Rule::OneOf(_) => breaks(&Asked::Listed),
        Rule::MultipleOf(step) => breaks(&Asked::Multiple(*step)),
        Rule::Pattern(pattern) => breaks(&Asked::Pattern(pattern.clone())),
        Rule::Format(_) => breaks(&Asked::Format),
        Rule::Unique => breaks(&Asked::Unique),
        // A constant boolean that is broken is none any more, and elements have schemas of their own.
        Rule::Only(_) | Rule::Each(_) => false,
    };
    match is_broken {
        true => (None, Some(rule)),
        false => (Some(rule), None),
    }
}

/// The two ends of what is between bounds: those that hold, and those that are broken.
fn ends<T: Copy>(
    low: Option<T>,
    high: Option<T>,
    broken: &[Asked],
) -> [Option<(Option<T>, Option<T>)>; 2] {
    let [least, most] = [Asked::Least, Asked::Most].map(|asked| broken.contains(&asked));
    let pair = |low: Option<T>, high: Option<T>| {
        let is_bound = low.is_some() || high.is_some();
        is_bound.then_some((low, high))
    };
    [
        pair(low.filter(|_| !least), high.filter(|_| !most)),
        pair(low.filter(|_| least), high.filter(|_| most)),
    ]
}

/// Why rules are only notes.
pub(in crate::plan) fn because(noted: &[Rule]) -> Option<String> {
    let words = joined(noted);
    (!noted.is_empty()).then(|| format!("By the document {words}, but not in all samples."))
}

/// The same for the report, at the place of the schema.
pub(super) fn told(rule: &Rule) -> String {
    let words = match rule {
        Rule::Pattern(pattern) => format!("a match of `{pattern}`"),
        rule => words(rule),
    };
    format!("that it is {words} is only a note, since samples are not")
}

/// What a rule says a value is.
fn words(rule: &Rule) -> String {
    match rule {
        Rule::Range(low, high) => between(*low, *high),
        Rule::MultipleOf(step) => format!("a multiple of {}", shown(*step)),
        Rule::OneOf(numbers) => match numbers.as_slice() {
            [one] => format!("always {}", shown(*one)),
            numbers if numbers.len() <= super::FEW => {
                let numbers: Vec<String> = numbers.iter().copied().map(shown).collect();
                format!("one of {}", numbers.join(", "))
            }
            _ => "one of the numbers that are listed".to_owned(),
        },
        Rule::Only(value) => format!("always `{value}`"),
        Rule::Len(length) => match (length.low, length.high) {
            (Some(low), Some(high)) if low == high => format!("{low} long"),
            (low, high) => {
                let bound = |length: u64| (Number::Integer(length.into()), false);
                format!("{} long", between(low.map(bound), high.map(bound)))
            }
        },
        Rule::Pattern(_) => "a match of the pattern".to_owned(),
        Rule::Format(format) => format.noun().to_owned(),
        Rule::Unique => "without repetitions".to_owned(),
        Rule::Each(rules) => format!("each {}", joined(rules)),
    }
}

/// What some rules say, each word once: patterns are not told apart.
fn joined(rules: &[Rule]) -> String {
    let mut all: Vec<String> = Vec::new();
    for words in rules.iter().map(words) {
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all.join(" and ")
}

fn between(low: Option<(Number, bool)>, high: Option<(Number, bool)>) -> String {
    let least = |(bound, is_excluded): (Number, bool)| match is_excluded {
        true => format!("more than {}", shown(bound)),
        false => format!("at least {}", shown(bound)),
    };
    let most = |(bound, is_excluded): (Number, bool)| match is_excluded {
        true => format!("less than {}", shown(bound)),
        false => format!("at most {}", shown(bound)),
    };
    match (low, high) {
        (Some((low, false)), Some((high, false))) => {
            format!("from {} to {}", shown(low), shown(high))
        }
        (low, high) => {
            let ends: Vec<String> = low.map(least).into_iter().chain(high.map(most)).collect();
            ends.join(" and ")
        }
    }
}

fn shown(number: Number) -> String {
    match (number.as_whole(), number) {
        (Some(whole), _) | (None, Number::Integer(whole)) => whole.to_string(),
        (None, Number::Float(float)) => float.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(whole: i128) -> Option<(Number, bool)> {
        Some((Number::Integer(whole), false))
    }

    #[test]
    fn an_end_that_is_broken_is_noted_alone() {
        let one_to_nine = || vec![Rule::Range(number(1), number(9)), Rule::Unique];
        let parted = Rules::parted(one_to_nine(), &[Asked::Most]);
        assert_eq!(parted.rules, [Rule::Range(number(1), None), Rule::Unique]);
        assert_eq!(parted.noted, [Rule::Range(None, number(9))]);
        let parted = Rules::parted(one_to_nine(), &[Asked::Most, Asked::Least, Asked::Unique]);
        assert_eq!(parted.rules, []);
        assert_eq!(parted.noted, one_to_nine());
        // Many numbers without a gap are written as a range, and broken as a whole.
        let parted = Rules::parted(one_to_nine(), &[Asked::Listed]);
        assert_eq!(parted.noted, [Rule::Range(number(1), number(9))]);
        let ten = Length {
            low: Some(10),
            high: Some(10),
        };
        let parted = Rules::parted(vec![Rule::Len(ten)], &[Asked::Least]);
        let low = Length { high: None, ..ten };
        let high = Length { low: None, ..ten };
        assert_eq!(parted.rules, [Rule::Len(high)]);
        assert_eq!(parted.noted, [Rule::Len(low)]);
    }

    #[test]
    fn reasons_say_what_values_are() {
        let half = Number::Float(0.5);
        for (rule, said) in [
            (Rule::Range(number(1), None), "at least 1"),
            (Rule::Range(Some((half, true)), None), "more than 0.5"),
            (
                Rule::Range(number(1), Some((half, true))),
                "at least 1 and less than 0.5",
            ),
            (Rule::Range(number(-1), number(2)), "from -1 to 2"),
            (Rule::MultipleOf(half), "a multiple of 0.5"),
            (Rule::OneOf(vec![half]), "always 0.5"),
            (Rule::OneOf(vec![half; 2]), "one of 0.5, 0.5"),
            (
                Rule::OneOf(vec![half; 9]),
                "one of the numbers that are listed",
            ),
            (
                Rule::Len(Length {
                    low: None,
                    high: Some(3),
                }),
                "at most 3 long",
            ),
            (
                Rule::Len(Length {
                    low: Some(3),
                    high: Some(3),
                }),
                "3 long",
            ),
            (
                Rule::Each(vec![Rule::Unique, Rule::Pattern("a".to_owned())]),
                "each without repetitions and a match of the pattern",
            ),
        ] {
            assert_eq!(words(&rule), said);
        }
        assert_eq!(because(&[]), None);
        let patterns = ["^a", "z$"].map(|pattern| Rule::Pattern(pattern.to_owned()));
        assert_eq!(
            because(&patterns).as_deref(),
            Some("By the document a match of the pattern, but not in all samples.")
        );
    }
}
