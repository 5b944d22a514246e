//! `unique`: no two elements of the list are the same value.
//!
//! Sameness is that of JSON, as in JSON Schema 2020-12 (Core, section 4.2.2): `1` and `1.0` are the
//! same, and so are objects whose members stand in another order. Each element that repeats an
//! earlier one is found. Up to 32 elements are compared pairwise, without an allocation; longer
//! lists are sorted by a hash.

use std::hash::RandomState;

use super::Breach;
use super::same::{digest, same, same_views};
use crate::issue::{Code, found};
use crate::node::{List, View};

const PAIRWISE: usize = 32;

/// Calls `repeated` for each element that is the same as an earlier one, with its place.
pub(crate) fn unique(list: &dyn List, repeated: &mut dyn FnMut(usize, Breach)) {
    match list.count() {
        0 | 1 => {}
        2..=PAIRWISE => pairwise(list, repeated),
        _ => sorted(list, repeated),
    }
}

fn pairwise(list: &dyn List, repeated: &mut dyn FnMut(usize, Breach)) {
    let mut views = [View::Null; PAIRWISE];
    for (place, slot) in views.iter_mut().enumerate().take(list.count()) {
        *slot = list.get(place).map_or(View::Null, |element| element.view());
    }
    let elements = views.get(..list.count()).unwrap_or_default();
    for (place, &view) in elements.iter().enumerate() {
        let mut earlier = elements.iter().take(place);
        if let Some(first) = earlier.position(|&other| same_views(view, other)) {
            repeated(place, breach(view, first));
        }
    }
}

fn sorted(list: &dyn List, repeated: &mut dyn FnMut(usize, Breach)) {
    let keys = RandomState::new();
    // What of a hash is beyond a word is left: pairs of words are sorted below, too, by the same function.
    let mut digests: Vec<(usize, usize)> = (0..list.count())
        .filter_map(|place| Some((digest(list.get(place)?.view(), &keys) as usize, place)))
        .collect();
    digests.sort_unstable();
    let mut found: Vec<(usize, usize)> = digests
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|run| run.len() > 1)
        .flat_map(|run| repeats(list, run))
        .collect();
    found.sort_unstable();
    for (place, first) in found {
        if let Some(element) = list.get(place) {
            repeated(place, breach(element.view(), first));
        }
    }
}

/// The elements of a run of equal hashes that repeat an earlier one, each with that one's place.
fn repeats(list: &dyn List, run: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut firsts: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for &(_, place) in run {
        let is_at = |first: usize| match (list.get(first), list.get(place)) {
            (Some(a), Some(b)) => same(a, b),
            _ => false,
        };
        match firsts.iter().copied().find(|&first| is_at(first)) {
            Some(first) => found.push((place, first)),
            None => firsts.push(place),
        }
    }
    found
}

#[cold]
fn breach(view: View<'_>, first: usize) -> Breach {
    let found = found(view);
    Breach {
        code: Code::Unique,
        predicate: format!("is {found}, the same as element {first}"),
        expected: Some("an element that stands once".to_owned()),
        found: Some(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::Value;

    fn repeated(elements: Vec<Value>) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        unique(&elements, &mut |place, breach| {
            found.push((place, breach.predicate));
        });
        found
    }

    #[test]
    fn each_repetition_is_found_with_its_first() {
        let words = ["a", "b", "a", "c", "b", "a"];
        assert_eq!(
            repeated(words.map(Value::Text).to_vec()),
            [
                (2, "is \"a\", the same as element 0".to_owned()),
                (4, "is \"b\", the same as element 1".to_owned()),
                (5, "is \"a\", the same as element 0".to_owned()),
            ]
        );
        assert_eq!(repeated(vec![]), []);
        assert_eq!(repeated(vec![Value::Null]), []);
    }

    #[test]
    fn long_lists_are_judged_as_short_ones_are() {
        for len in [2_u64, 31, 32, 33, 34, 500] {
            let mut elements: Vec<Value> = (0..len).map(Value::Unsigned).collect();
            assert_eq!(repeated(elements.clone()), []);
            elements[1] = Value::Float(0.0);
            let last = elements.len() - 1;
            elements[last] = Value::Signed(0);
            let places: Vec<usize> = repeated(elements).into_iter().map(|r| r.0).collect();
            let mut expected = vec![1, last];
            expected.dedup();
            assert_eq!(places, expected);
        }
    }

    #[test]
    fn many_equal_elements_take_linear_time() {
        assert_eq!(repeated(vec![Value::Null; 20_000]).len(), 19_999);
    }
}
