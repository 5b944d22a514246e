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
    let ranges = [old, new].map(|rules| {
        let range = rules.iter().find_map(|rule| match rule {
            Rule::Range(low, high) => Some((*low, *high)),
            _ => None,
        });
        range.unwrap_or_default()
    });
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
    match [old, new].map(|rules| rules.contains(&Rule::Unique)) {
        [false, true] => all.push((Fit::NARROWER, "no element may stand twice".to_owned())),
        [true, false] => all.push((Fit::WIDER, "an element may stand twice".to_owned())),
        _ => {}
    }
    let [old_patterns, new_patterns] = [old, new].map(|rules| {
        let patterns = rules.iter().filter_map(|rule| match rule {
            Rule::Pattern(pattern) => Some(pattern.as_str()),
            _ => None,
        });
        patterns.collect::<Vec<_>>()
    });
    for pattern in old_patterns
        .iter()
        .filter(|old| !new_patterns.contains(old))
    {
        all.push((Fit::WIDER, format!("it need no longer match `{pattern}`")));
    }
    for pattern in new_patterns
        .iter()
        .filter(|new| !old_patterns.contains(new))
    {
        all.push((Fit::NARROWER, format!("it must match `{pattern}`")));
    }
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
            let number = match number {
                Number::Integer(whole) => whole.to_string(),
                Number::Float(float) => float.to_string(),
            };
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
}
