//! What changed in what is asked of a value.

use std::cmp::Ordering;

use super::fit::Fit;
use crate::document::Number;
use crate::plan::Rule;
use crate::schema::Length;

/// A bound, and whether it is excluded.
type Bound = Option<(Number, bool)>;

/// Each change of some rules, and what it means.
pub(super) fn changes(old: &[Rule], new: &[Rule]) -> Vec<(Fit, String)> {
    let mut all = Vec::new();
    let lists = [old, new].map(listed);
    let is_range = |rule: &Rule| matches!(rule, Rule::Range(..));
    let spans_lists = old.iter().chain(new).any(is_range);
    let ranges = [old, new].map(|rules| range(rules, spans_lists));
    let lengths = [old, new].map(|rules| {
        let length = rules.iter().find_map(|rule| match rule {
            Rule::Len(Length { low, high }) => Some((bound(*low), bound(*high))),
            _ => None,
        });
        length.unwrap_or_default()
    });
    for (what, [(old_low, old_high), (low, high)]) in [("value", ranges), ("length", lengths)] {
        let low_fit = ordered(low, old_low, true);
        let high_fit = ordered(high, old_high, false);
        all.extend(told(what, "least", low_fit, old_low, low));
        all.extend(told(what, "greatest", high_fit, old_high, high));
    }
    all.extend(listing(lists));
    all.extend(constant([old, new]));
    all.extend(steps([old, new]));
    match [old, new].map(|rules| rules.contains(&Rule::Unique)) {
        [false, true] => all.push((Fit::NARROWER, "no element may stand twice".to_owned())),
        [true, false] => all.push((Fit::WIDER, "an element may stand twice".to_owned())),
        _ => {}
    }
    all.extend(texts([old, new]));
    let [old, new] = [old, new].map(|rules| {
        let each = rules.iter().find_map(|rule| match rule {
            Rule::Each(rules) => Some(rules.as_slice()),
            _ => None,
        });
        each.unwrap_or_default()
    });
    if !(old.is_empty() && new.is_empty()) {
        let each = changes(old, new).into_iter();
        all.extend(each.map(|(fit, what)| (fit, format!("of each element: {what}"))));
    }
    all
}

/// Between which bounds a number lies; those of a list of numbers, too, where they are held against bounds.
fn range(rules: &[Rule], spans_lists: bool) -> (Bound, Bound) {
    let range = rules.iter().find_map(|rule| match rule {
        Rule::Range(low, high) => Some((*low, *high)),
        Rule::OneOf(numbers) if spans_lists => {
            let order = |a: &&Number, b: &&Number| a.as_f64().total_cmp(&b.as_f64());
            let bound = |number: Option<&Number>| number.map(|number| (*number, false));
            let (low, high) = (numbers.iter().min_by(order), numbers.iter().max_by(order));
            Some((bound(low), bound(high)))
        }
        _ => None,
    });
    range.unwrap_or_default()
}

fn listed(rules: &[Rule]) -> Option<&[Number]> {
    rules.iter().find_map(|rule| match rule {
        Rule::OneOf(numbers) => Some(numbers.as_slice()),
        _ => None,
    })
}

/// Which numbers were listed, and are.
fn listing(lists: [Option<&[Number]>; 2]) -> Vec<(Fit, String)> {
    let is_in = |numbers: &[Number], number: &Number| {
        let mut all = numbers.iter();
        all.any(|one| one.as_f64() == number.as_f64() && one.as_whole() == number.as_whole())
    };
    let lacks = |numbers: &[Number], other: &[Number]| -> Vec<Number> {
        let all = other.iter().filter(|number| !is_in(numbers, number));
        all.copied().collect()
    };
    match lists {
        [None, None] => Vec::new(),
        [None, Some(new)] => vec![(Fit::NARROWER, format!("it is one of {}", shown(new)))],
        [Some(old), None] => vec![(
            Fit::WIDER,
            format!("it need no longer be one of {}", shown(old)),
        )],
        [Some(old), Some(new)] => {
            let (added, gone) = (lacks(old, new), lacks(new, old));
            let wider = (Fit::WIDER, format!("it may be {}", shown(&added)));
            let narrower = (Fit::NARROWER, format!("it is no longer {}", shown(&gone)));
            let told = [(added, wider), (gone, narrower)].into_iter();
            told.filter(|(numbers, _)| !numbers.is_empty())
                .map(|(_, told)| told)
                .collect()
        }
    }
}

/// Which boolean it always was, and is.
fn constant(rules: [&[Rule]; 2]) -> Option<(Fit, String)> {
    let constants = rules.map(|rules| {
        rules.iter().find_map(|rule| match rule {
            Rule::Only(value) => Some(*value),
            _ => None,
        })
    });
    match constants {
        [None, Some(new)] => Some((Fit::NARROWER, format!("it is always {new}"))),
        [Some(old), None] => Some((Fit::WIDER, format!("it need no longer be {old}"))),
        [Some(old), Some(new)] if old != new => {
            let what = format!("it is always {new}, and was always {old}");
            Some((Fit::OTHER, what))
        }
        _ => None,
    }
}

/// What a string matched or was the text of, and does or is.
fn texts(rules: [&[Rule]; 2]) -> Vec<(Fit, String)> {
    let [old, new] = rules.map(|rules| {
        let texts = rules.iter().filter_map(|rule| match rule {
            Rule::Pattern(pattern) => Some(format!("match `{pattern}`")),
            Rule::Format(format) => Some(format!("be {}", format.noun())),
            _ => None,
        });
        texts.collect::<Vec<String>>()
    });
    let lost = old.iter().filter(|text| !new.contains(text));
    let lost = lost.map(|text| (Fit::WIDER, format!("it need no longer {text}")));
    let found = new.iter().filter(|text| !old.contains(text));
    let found = found.map(|text| (Fit::NARROWER, format!("it must {text}")));
    lost.chain(found).collect()
}

/// What a number was a multiple of, and is.
fn steps(rules: [&[Rule]; 2]) -> Vec<(Fit, String)> {
    let [old, new] = rules.map(|rules| {
        let steps = rules.iter().filter_map(|rule| match rule {
            Rule::MultipleOf(step) => Some(*step),
            _ => None,
        });
        steps.collect::<Vec<Number>>()
    });
    // Whatever is a multiple of six is one of three.
    let holds = |known: &[Number], step: &Number| {
        let divides = |known: &Number| match (known.as_whole(), step.as_whole()) {
            (Some(known), Some(step)) if step != 0 => known % step == 0,
            _ => known == step,
        };
        known.iter().any(divides)
    };
    let lost = old.iter().filter(|step| !holds(&new, step));
    let lost = lost.map(|step| {
        let what = format!("it need no longer be a multiple of {}", number(*step));
        (Fit::WIDER, what)
    });
    let found = new.iter().filter(|step| !holds(&old, step));
    let found = found.map(|step| {
        let what = format!("it must be a multiple of {}", number(*step));
        (Fit::NARROWER, what)
    });
    lost.chain(found).collect()
}

fn shown(numbers: &[Number]) -> String {
    let numbers: Vec<String> = numbers.iter().copied().map(number).collect();
    numbers.join(", ")
}

fn number(number: Number) -> String {
    match number {
        Number::Integer(whole) => whole.to_string(),
        Number::Float(float) => float.to_string(),
    }
}

fn bound(length: Option<u64>) -> Bound {
    length.map(|length| (Number::Integer(length.into()), false))
}

/// What it means that a bound takes the place of another.
fn ordered(new: Bound, old: Bound, is_low: bool) -> Fit {
    let order = match (new, old) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => return Fit::WIDER,
        (Some(_), None) => return Fit::NARROWER,
        (Some((new, new_excluded)), Some((old, old_excluded))) => {
            let order = match (new.as_whole(), old.as_whole()) {
                (Some(new), Some(old)) => new.cmp(&old),
                _ => new.as_f64().total_cmp(&old.as_f64()),
            };
            // A bound that is excluded is a little further in.
            let excluded = new_excluded.cmp(&old_excluded);
            order.then(if is_low { excluded } else { excluded.reverse() })
        }
    };
    match (order, is_low) {
        (Ordering::Equal, _) => Fit::SAME,
        (Ordering::Less, true) | (Ordering::Greater, false) => Fit::WIDER,
        (Ordering::Greater, true) | (Ordering::Less, false) => Fit::NARROWER,
    }
}

fn told(what: &str, end: &str, fit: Fit, old: Bound, new: Bound) -> Option<(Fit, String)> {
    let shown = |bound: Bound| match bound {
        None => "none".to_owned(),
        Some((number, excluded)) => {
            let number = self::number(number);
            match excluded {
                true => format!("{number}, excluded"),
                false => number,
            }
        }
    };
    (fit != Fit::SAME).then(|| {
        let (old, new) = (shown(old), shown(new));
        (fit, format!("the {end} {what} is {new}, and was {old}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Format;

    fn range(low: Option<(i128, bool)>, high: Option<(i128, bool)>) -> Vec<Rule> {
        let bound = |bound: Option<(i128, bool)>| bound.map(|(n, ex)| (Number::Integer(n), ex));
        vec![Rule::Range(bound(low), bound(high))]
    }

    #[test]
    fn a_bound_further_in_is_tighter() {
        let one_to_nine = range(Some((1, false)), Some((9, false)));
        let fits = |old: &[Rule], new: &[Rule]| -> Vec<Fit> {
            changes(old, new).into_iter().map(|(fit, _)| fit).collect()
        };
        assert!(fits(&one_to_nine, &one_to_nine).is_empty());
        assert_eq!(
            fits(&one_to_nine, &range(Some((1, true)), Some((9, true)))),
            [Fit::NARROWER, Fit::NARROWER]
        );
        assert_eq!(
            fits(&one_to_nine, &range(Some((0, false)), Some((8, false)))),
            [Fit::WIDER, Fit::NARROWER]
        );
        assert_eq!(fits(&one_to_nine, &[]), [Fit::WIDER, Fit::WIDER]);
        assert_eq!(fits(&[], &[Rule::Unique]), [Fit::NARROWER]);
        let each = [Rule::Each(one_to_nine)];
        assert_eq!(
            changes(&[], &each)[0],
            (
                Fit::NARROWER,
                "of each element: the least value is 1, and was none".to_owned()
            )
        );
    }

    #[test]
    fn formats_and_constants_come_and_go() {
        let uri = [Rule::Format(Format::Uri), Rule::Pattern("a".to_owned())];
        let email = [Rule::Format(Format::Email)];
        let says = |fit: Fit, what: &str| (fit, what.to_owned());
        assert_eq!(
            changes(&uri, &email),
            [
                says(Fit::WIDER, "it need no longer be a URI"),
                says(Fit::WIDER, "it need no longer match `a`"),
                says(Fit::NARROWER, "it must be an email address"),
            ]
        );
        assert!(changes(&uri, &uri).is_empty());
        let (yes, no) = ([Rule::Only(true)], [Rule::Only(false)]);
        assert_eq!(
            changes(&[], &yes),
            [says(Fit::NARROWER, "it is always true")]
        );
        assert_eq!(
            changes(&no, &[]),
            [says(Fit::WIDER, "it need no longer be false")]
        );
        assert_eq!(
            changes(&yes, &no),
            [says(Fit::OTHER, "it is always false, and was always true")]
        );
        assert!(changes(&yes, &yes).is_empty());
    }

    #[test]
    fn numbers_and_steps_come_and_go() {
        let one_of = |numbers: &[i128]| {
            let numbers = numbers.iter().map(|number| Number::Integer(*number));
            vec![Rule::OneOf(numbers.collect())]
        };
        let step = |step: i128| vec![Rule::MultipleOf(Number::Integer(step))];
        let told = |old: &[Rule], new: &[Rule]| -> Vec<(Fit, String)> { changes(old, new) };
        let says = |fit: Fit, what: &str| (fit, what.to_owned());
        assert_eq!(
            told(&one_of(&[1, 2]), &one_of(&[3, 2])),
            [
                says(Fit::WIDER, "it may be 3"),
                says(Fit::NARROWER, "it is no longer 1")
            ]
        );
        assert!(told(&one_of(&[1, 2]), &one_of(&[2, 1])).is_empty());
        let one_to_four = range(Some((1, false)), Some((4, false)));
        assert_eq!(
            told(&one_of(&[4, 1, 2]), &one_to_four),
            [says(Fit::WIDER, "it need no longer be one of 4, 1, 2")]
        );
        assert_eq!(
            told(&one_of(&[4, 1]), &[]),
            [says(Fit::WIDER, "it need no longer be one of 4, 1")]
        );
        assert_eq!(
            told(&one_to_four, &one_of(&[4, 1])),
            [says(Fit::NARROWER, "it is one of 4, 1")]
        );
        assert_eq!(
            told(&step(6), &step(3)),
            [says(Fit::WIDER, "it need no longer be a multiple of 6")]
        );
        assert_eq!(
            told(&step(6), &step(4)),
            [
                says(Fit::WIDER, "it need no longer be a multiple of 6"),
                says(Fit::NARROWER, "it must be a multiple of 4")
            ]
        );
        assert_eq!(
            told(&[], &step(5)),
            [says(Fit::NARROWER, "it must be a multiple of 5")]
        );
    }
}
