//! What is asked of values that may be of either of two schemas of one kind: only what both ask.

use std::cmp::Ordering;

use super::constraints::{compare, same};
use super::model::{Bounds, Kind, Length, Text};
use crate::document::Number;

/// The kind of both, where they are scalars of one kind, or lists or maps of the same.
pub(super) fn kinds(one: &Kind, other: &Kind) -> Option<Kind> {
    match (one, other) {
        (Kind::Bool(one), Kind::Bool(other)) => {
            Some(Kind::Bool(one.filter(|only| *other == Some(*only))))
        }
        (Kind::Integer(one, format), Kind::Integer(other, other_format)) => {
            let format = format.clone().filter(|_| format == other_format);
            Some(Kind::Integer(bounds(one, other), format))
        }
        (
            Kind::Number(one) | Kind::Integer(one, _),
            Kind::Number(other) | Kind::Integer(other, _),
        ) => Some(Kind::Number(bounds(one, other))),
        (Kind::Text(one), Kind::Text(other)) => Some(Kind::Text(text(one, other))),
        (Kind::List(items, len, unique), Kind::List(_, other_len, other_unique)) => {
            let unique = *unique && *other_unique;
            Some(Kind::List(*items, length(*len, *other_len), unique))
        }
        (Kind::Map(values, len), Kind::Map(_, other_len)) => {
            Some(Kind::Map(*values, length(*len, *other_len)))
        }
        _ => None,
    }
}

fn text(one: &Text, other: &Text) -> Text {
    let is_common = |pattern: &&String| other.patterns.contains(pattern);
    Text {
        len: length(one.len, other.len),
        format: one.format.filter(|format| other.format == Some(*format)),
        patterns: one.patterns.iter().filter(is_common).cloned().collect(),
        number: one.number.filter(|number| other.number == Some(*number)),
    }
}

fn length(one: Length, other: Length) -> Length {
    Length {
        low: one.low.zip(other.low).map(|(one, other)| one.min(other)),
        high: one.high.zip(other.high).map(|(one, other)| one.max(other)),
    }
}

fn bounds(one: &Bounds, other: &Bounds) -> Bounds {
    let is_known = |number: &&Number| !one.listed.iter().any(|known| same(*known, **number));
    let listed = match (one.listed.is_empty(), other.listed.is_empty()) {
        (true, true) => Vec::new(),
        (false, false) => {
            let new = other.listed.iter().filter(is_known);
            one.listed.iter().chain(new).copied().collect()
        }
        // A list and a range have no rule in common.
        _ => return Bounds::default(),
    };
    let is_common = |step: &&Number| other.multiples.iter().any(|known| same(*known, **step));
    Bounds {
        low: looser(one.low, other.low, Ordering::Less),
        high: looser(one.high, other.high, Ordering::Greater),
        multiples: one.multiples.iter().filter(is_common).copied().collect(),
        listed,
    }
}

/// The bound that lies further out, of two on the same side.
fn looser(
    one: Option<(Number, bool)>,
    other: Option<(Number, bool)>,
    outer: Ordering,
) -> Option<(Number, bool)> {
    let (one, other) = one.zip(other)?;
    let is_looser = match compare(other.0, one.0) {
        Ordering::Equal => one.1,
        order => order == outer,
    };
    Some(if is_looser { other } else { one })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::tests::{root, schemas};

    /// What is left of a union of these branches.
    #[track_caller]
    fn of(branches: &str) -> Kind {
        let schemas = schemas(&format!("A: {{oneOf: [{branches}]}}"));
        schemas.node(root(&schemas, "A").schema).kind.clone()
    }

    #[test]
    fn a_boolean_is_constant_where_both_are() {
        for (branches, only) in [
            ("{const: true}, {const: false}", None),
            ("{const: true}, {type: boolean}", None),
            ("{type: boolean}, {const: true}", None),
            ("{const: true}, {enum: [true]}", Some(true)),
        ] {
            assert!(
                matches!(of(branches), Kind::Bool(found) if found == only),
                "{branches}"
            );
        }
    }

    #[test]
    fn numbers_lie_between_the_bounds_of_both() {
        let listed = |branches: &str| match of(branches) {
            Kind::Integer(found, _) | Kind::Number(found) => {
                let numbers = found.listed.iter().map(|number| number.as_f64());
                numbers.collect::<Vec<f64>>()
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(listed("{enum: [1, 2]}, {enum: [2, 3]}"), [1.0, 2.0, 3.0]);
        assert_eq!(listed("{enum: [1]}, {enum: [1.5]}"), [1.0, 1.5]);
        assert!(listed("{enum: [1]}, {type: integer}").is_empty());
        let ends = |branches: &str| match of(branches) {
            Kind::Integer(found, _) | Kind::Number(found) => (
                found.low.map(|(low, ex)| (low.as_f64(), ex)),
                found.high.map(|(high, ex)| (high.as_f64(), ex)),
                found.multiples.len(),
            ),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            ends(
                "{type: number, minimum: 0, maximum: 1}, {type: integer, exclusiveMinimum: 0, maximum: 9}"
            ),
            (Some((0.0, false)), Some((9.0, false)), 0)
        );
        assert_eq!(
            ends(
                "{type: integer, exclusiveMinimum: 0, multipleOf: 2}, {type: integer, minimum: 0, maximum: 9, multipleOf: 2.0}"
            ),
            (Some((0.0, false)), None, 1)
        );
        // Neither width of a number is that of both.
        assert!(matches!(
            of("{type: integer, format: int32}, {type: integer, format: int64}"),
            Kind::Integer(_, None)
        ));
    }

    #[test]
    fn of_a_string_is_asked_what_both_ask() {
        let text = |branches: &str| match of(branches) {
            Kind::Text(text) => text,
            other => panic!("{other:?}"),
        };
        let found = text(
            "{type: string, maxLength: 5, pattern: a}, {type: string, minLength: 2, maxLength: 9, pattern: b}",
        );
        assert_eq!((found.len.low, found.len.high), (None, Some(9)));
        assert!(found.patterns.is_empty());
        let format = |one: &str, other: &str| {
            text(&format!("{{type: string{one}}}, {{type: string{other}}}")).format
        };
        assert_eq!(format(", format: uri", ""), None);
        assert_eq!(format("", ", format: uri"), None);
        assert_eq!(format(", format: email", ", format: uri"), None);
        assert!(format(", format: url", ", format: uri").is_some());
    }

    #[test]
    fn what_is_lost_together_is_told() {
        let told = |branches: &str| {
            let schemas = schemas(&format!("A: {{oneOf: [{branches}]}}"));
            let told = schemas.problems.into_iter().map(|problem| problem.what);
            told.collect::<Vec<_>>()
        };
        for branches in [
            "{type: integer, maximum: 1}, {type: integer, minimum: 9}",
            "{type: number, maximum: 1}, {type: integer, enum: [5]}",
            "{type: string, format: uri}, {type: string, format: email}",
        ] {
            let what = "of branches of one kind only what all of them ask is asked";
            assert_eq!(told(branches), [what], "{branches}");
        }
        assert_eq!(
            told("{type: string, maxLength: 5}, {enum: [a]}"),
            ["what is asked of a string beside words is not asked"]
        );
        // Whatever the wider one allows is allowed.
        for branches in [
            "{const: true}, {const: false}",
            "{enum: [1]}, {enum: [2]}",
            "{type: integer, minimum: 1}, {type: integer}",
            "{type: number}, {type: integer, minimum: 1}",
            "{type: string, format: uri}, {type: string}",
            "{type: string}, {enum: [a]}",
        ] {
            assert!(told(branches).is_empty(), "{branches}");
        }
    }
}
