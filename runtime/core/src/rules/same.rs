//! Whether two values are the same JSON value, whatever Rust holds them in.
//!
//! Strings, ids and words are compared by their text, numbers by their exact value, lists in order,
//! objects and maps without regard to order. A null member of an object is the same as an absent
//! one. What an object's declaration does not know counts too.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hash, Hasher};

use serde_json::Value;

use super::{Number, stands};
use crate::extra::Extra;
use crate::node::{List, Map, Node, View};
use crate::object::{Lent, Object};
use crate::union::{Shown, Union, shown};

/// From this many entries on, two maps are compared by a hash.
const LARGE: usize = 32;

/// Whether two values are the same.
pub(super) fn same(a: &dyn Node, b: &dyn Node) -> bool {
    same_views(a.view(), b.view())
}

pub(crate) fn same_views(a: View<'_>, b: View<'_>) -> bool {
    if let (Some(a), Some(b)) = (text(a), text(b)) {
        return a == b;
    }
    if let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) {
        return a.compare(b).is_some_and(|order| order.is_eq());
    }
    match (a, b) {
        (View::Null, View::Null) | (View::Absent, View::Absent) => true,
        (View::Bool(a), View::Bool(b)) => a == b,
        (View::Object(a), View::Object(b)) => same_objects(a, b),
        (View::Union(a), View::Union(b)) => same_unions(a, b),
        (View::List(a), View::List(b)) => same_lists(a, b),
        (View::Map(a), View::Map(b)) => same_maps(a, b),
        (View::Secret(a), View::Secret(b)) => same(a, b),
        (View::Unreadable(a), View::Unreadable(b)) => {
            same_json(a.json().as_str(), b.json().as_str())
        }
        (View::Raw(a), View::Raw(b)) => same_json(a.as_str(), b.as_str()),
        _ => false,
    }
}

/// The bytes of what is a string in JSON, which are compared without a look whether they are UTF-8, as [`View::text`] takes.
fn text(view: View<'_>) -> Option<&[u8]> {
    match view {
        View::Text(text) | View::BorrowedId(_, text) => Some(text.as_bytes()),
        View::Inline(text) | View::Id(_, text) => Some(text.as_bytes()),
        View::Word(_, Err(word)) => Some(word.as_bytes()),
        View::Word(words, Ok(place)) => words.words.get(place).map(|word| word.name.as_bytes()),
        _ => None,
    }
}

fn same_lists(a: &dyn List, b: &dyn List) -> bool {
    let mut places = 0..a.count();
    a.count() == b.count()
        && places.all(|i| match (a.get(i), b.get(i)) {
            (Some(a), Some(b)) => same(a, b),
            _ => false,
        })
}

fn same_unions(a: &dyn Union, b: &dyn Union) -> bool {
    shown(a, |a| {
        shown(b, |b| match (a, b) {
            (Shown::Variant(i, a), Shown::Variant(j, b)) => i == j && same(a, b),
            (Shown::Unknown(a), Shown::Unknown(b)) => {
                same_json(a.json().as_str(), b.json().as_str())
            }
            (Shown::Unmatched(a), Shown::Unmatched(b)) => same_json(a.as_str(), b.as_str()),
            _ => false,
        })
    })
}

fn same_maps(a: &dyn Map, b: &dyn Map) -> bool {
    if a.count() != b.count() {
        return false;
    }
    if a.count() >= LARGE {
        let keys = std::hash::RandomState::new();
        return digest(View::Map(a), &keys) == digest(View::Map(b), &keys);
    }
    let mut all = true;
    a.each(&mut |key, value| {
        all = all && {
            let mut found = false;
            b.each(&mut |k, v| found = found || k == key && same(value, v));
            found
        };
    });
    all
}

fn same_objects(a: &dyn Object, b: &dyn Object) -> bool {
    let mut answer = false;
    a.lend(&mut |a: &Lent<'_>| b.lend(&mut |b: &Lent<'_>| answer = same_members(a, b)));
    answer
}

fn same_members(a: &Lent<'_>, b: &Lent<'_>) -> bool {
    a.is_of_the_type_of(b)
        && a.fields.len() == b.fields.len()
        && a.fields.iter().zip(b.fields).all(|(a, b)| same(*a, *b))
        && same_extras(a, b)
}

fn same_extras(a: &Lent<'_>, b: &Lent<'_>) -> bool {
    let is_clean = |lent: &Lent<'_>| lent.extra.is_none_or(Extra::is_clean);
    if is_clean(a) && is_clean(b) {
        return true;
    }
    let mut same = false;
    a.with_own_extra(|a| b.with_own_extra(|b| same = same_remembered(a, b)));
    same
}

fn same_remembered(a: &Lent<'_>, b: &Lent<'_>) -> bool {
    let mut places = 0..a.fields.len();
    same_unknown(&a.own_extra(), &b.own_extra())
        && places.all(|place| match (misfit(a, place), misfit(b, place)) {
            (Some(a), Some(b)) => same_json(a, b),
            (None, None) => true,
            _ => false,
        })
}

/// What came for a member that does not fit, unless the member was set since. What is as good as null is null.
fn misfit<'a>(lent: &Lent<'a>, place: usize) -> Option<&'a str> {
    let aside = lent.extra?.misfit(place)?;
    (!stands(lent, place)).then_some(aside.raw.as_str())
}

/// Whether both hold the same unknown members, in whatever order.
pub(crate) fn same_unknown(a: &Extra, b: &Extra) -> bool {
    let sorted = |extra: &Extra| {
        let own = |(name, value): (Cow<'_, str>, &str)| (name.into_owned(), value.to_owned());
        let mut members: Vec<_> = extra.iter().map(own).collect();
        members.sort_by(|(a, _), (b, _)| a.cmp(b));
        members
    };
    let (a, b) = (sorted(a), sorted(b));
    let mut pairs = a.iter().zip(&b);
    a.len() == b.len() && pairs.all(|((a, x), (b, y))| a == b && same_json(x, y))
}

/// Whether two JSON texts are the same value. Numbers beyond 64 bits are compared as doubles.
fn same_json(a: &str, b: &str) -> bool {
    let parse = |text| serde_json::from_str::<Value>(text).ok();
    a == b || matches!((parse(a), parse(b)), (Some(a), Some(b)) if same_parsed(&a, &b))
}

fn same_parsed(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => {
            let order = number(a).zip(number(b)).and_then(|(a, b)| a.compare(b));
            order.is_some_and(|order| order.is_eq())
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_parsed(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let known = |name, value| b.get(name).is_some_and(|other| same_parsed(value, other));
            a.len() == b.len() && a.iter().all(|(name, value)| known(name, value))
        }
        _ => a == b,
    }
}

fn number(number: &serde_json::Number) -> Option<Number> {
    let integer = number
        .as_u64()
        .map(i128::from)
        .or(number.as_i64().map(i128::from));
    integer
        .map(Number::Integer)
        .or(number.as_f64().map(Number::Float))
}

/// A hash that is equal for values that are the [`same`].
pub(super) fn digest(view: View<'_>, keys: &impl BuildHasher) -> u64 {
    if let Some(text) = text(view) {
        return keys.hash_one((1, text));
    }
    if let Some(number) = Number::of(view) {
        return keys.hash_one((2, number.key()));
    }
    match view {
        View::Bool(value) => keys.hash_one((3, value)),
        View::List(list) => {
            let mut hasher = keys.build_hasher();
            let elements = (0..list.count()).filter_map(|place| list.get(place));
            elements.for_each(|element| digest(element.view(), keys).hash(&mut hasher));
            hasher.finish()
        }
        View::Map(map) => {
            let mut sum = 4_u64;
            map.each(&mut |key, value| {
                sum = sum.wrapping_add(keys.hash_one((key, digest(value.view(), keys))));
            });
            sum
        }
        View::Object(object) => digest_object(object, keys),
        View::Union(union) => shown(union, |shown| match shown {
            Shown::Variant(place, value) => keys.hash_one((place, digest(value.view(), keys))),
            Shown::Unknown(object) => digest_json(object.json().as_str(), keys),
            Shown::Unmatched(value) => digest_json(value.as_str(), keys),
        }),
        View::Secret(secret) => digest(secret.view(), keys),
        View::Unreadable(odd) => digest_json(odd.json().as_str(), keys),
        View::Raw(raw) => digest_json(raw.as_str(), keys),
        _ => 0,
    }
}

fn digest_object(object: &dyn Object, keys: &impl BuildHasher) -> u64 {
    let mut sum = 5_u64;
    object.lend(&mut |lent: &Lent<'_>| {
        for (member, field) in lent.object.members.iter().zip(lent.fields) {
            let part = keys.hash_one((member.name, digest(field.view(), keys)));
            sum = sum.wrapping_add(part);
        }
        for (name, value) in lent.own_extra().iter() {
            let part = keys.hash_one((name, digest_json(value, keys)));
            sum = sum.wrapping_add(part);
        }
    });
    sum
}

fn digest_json(text: &str, keys: &impl BuildHasher) -> u64 {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => digest_parsed(&value, keys),
        Err(_) => keys.hash_one(text),
    }
}

fn digest_parsed(value: &Value, keys: &impl BuildHasher) -> u64 {
    match value {
        Value::Null => 0,
        Value::Bool(value) => keys.hash_one(value),
        Value::Number(value) => keys.hash_one(number(value).map(Number::key)),
        Value::String(value) => keys.hash_one(value),
        Value::Array(values) => {
            let mut hasher = keys.build_hasher();
            values
                .iter()
                .for_each(|value| digest_parsed(value, keys).hash(&mut hasher));
            hasher.finish()
        }
        Value::Object(members) => members.iter().fold(6, |sum, (name, value)| {
            sum.wrapping_add(keys.hash_one((name, digest_parsed(value, keys))))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{Job, Value as V, job, nested};
    use crate::text::Str;

    /// Kinds of values; those in one row are the same, those in different rows are not.
    fn rows() -> Vec<Vec<V>> {
        let map = |entries: &[(&str, V)]| {
            V::Map(
                entries
                    .iter()
                    .map(|(k, v)| ((*k).to_owned(), v.clone()))
                    .collect(),
            )
        };
        let one = || V::Unsigned(1);
        vec![
            vec![V::Null],
            vec![V::Bool(false)],
            vec![one(), V::Signed(1), V::Float(1.0), V::Single(1.0)],
            vec![V::Float(0.1)],
            vec![V::Single(0.1)],
            vec![
                V::Text("queued"),
                V::Inline(Str::from("queued")),
                nested::status("queued"),
            ],
            vec![V::Text("1")],
            vec![
                V::List(vec![one(), V::Null]),
                V::List(vec![V::Float(1.0), V::Null]),
            ],
            vec![V::List(vec![V::Null, one()])],
            vec![V::List(vec![one()])],
            vec![
                map(&[("a", one()), ("b", V::Null)]),
                map(&[("b", V::Null), ("a", V::Float(1.0))]),
            ],
            vec![map(&[("a", one()), ("c", V::Null)])],
            vec![
                V::raw(r#"{"a": [1, 2.0], "b": null}"#),
                V::raw(r#"{"b":null,"a":[1.0,2]}"#),
            ],
            vec![V::raw(r#"{"a":[1,2]}"#)],
            vec![V::raw("1e400"), V::raw("1e400")],
            vec![V::raw("-18446744073709551616")],
            vec![
                V::Object(job(Job::SUCCEEDED)),
                V::Object(job(Job::SUCCEEDED)),
            ],
            vec![V::Object(job(Job::SUCCEEDED).with_unknown("a", "1"))],
            vec![V::Object(job(Job::SUCCEEDED).with_unknown("a", "2"))],
            vec![
                nested::union(nested::wandb("x")),
                nested::union(nested::wandb("x")),
            ],
            vec![nested::union(nested::wandb("y"))],
            vec![
                nested::unknown_union("slack", r#"{"type":"slack","n":1}"#),
                nested::unknown_union("slack", r#"{"n":1.0,"type":"slack"}"#),
            ],
            vec![nested::unknown_union("slack", r#"{"type":"slack","n":2}"#)],
        ]
    }

    #[test]
    fn same_is_what_stands_in_one_row() {
        let rows = rows();
        for (i, row) in rows.iter().enumerate() {
            for (j, other) in rows.iter().enumerate() {
                for (a, b) in row.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                    assert_eq!(same(a, b), i == j, "{:?}", (i, j));
                }
            }
        }
    }

    #[test]
    fn the_same_has_the_same_digest_and_no_other_has() {
        let keys = std::hash::RandomState::new();
        let digests: Vec<u64> = rows()
            .iter()
            .map(|row| {
                let first = digest(row[0].view(), &keys);
                assert!(row.iter().all(|value| digest(value.view(), &keys) == first));
                first
            })
            .collect();
        let distinct: std::collections::HashSet<&u64> = digests.iter().collect();
        assert_eq!(distinct.len(), digests.len());
    }

    #[test]
    fn large_maps_are_compared_without_regard_to_order() {
        let map = |order: &mut dyn Iterator<Item = u64>| {
            V::Map(order.map(|i| (i.to_string(), V::Unsigned(i))).collect())
        };
        let ascending = map(&mut (0..1_000));
        let descending = map(&mut (0..1_000).rev());
        assert!(same(&ascending, &descending));
        assert!(!same(&ascending, &map(&mut (1..1_001))));
    }

    #[test]
    fn what_did_not_fit_counts() {
        let mut a = job(Job::SUCCEEDED);
        a.set_aside("seed", "\"1\"");
        let mut b = job(Job::SUCCEEDED);
        b.set_aside("seed", "\"2\"");
        assert!(same(&V::Object(a.clone()), &V::Object(a.clone())));
        assert!(!same(&V::Object(a), &V::Object(b)));
    }
}
