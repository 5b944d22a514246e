//! What samples break of that which their schemas ask. The rules of the declarations answer, wherever more than a comparison is
//! asked, so that samples break what the values of the declarations would.

use std::cmp::Ordering;

use api_object::__private::late::holds;
use api_object::__private::{Ask, Number as Figure};
use api_object::{ApiObject, RawJson, View};

use super::format;
use super::patterns::Patterns;
use crate::document::{Number, Value};
use crate::schema::{Asked, Bounds, Kind, Length, Text, compare, same};

/// What a sample breaks by itself. One of another kind is asked nothing.
pub(super) fn of(kind: &Kind, sample: &Value, patterns: &Patterns) -> Vec<Asked> {
    match (kind, sample) {
        (Kind::Integer(asked, _) | Kind::Number(asked), Value::Number(number)) => {
            of_number(asked, *number)
        }
        (Kind::Text(asked), Value::String(text)) => of_text(asked, text, patterns),
        (Kind::List(_, len, unique), Value::List(list)) => {
            let repeats = (*unique && repeats(sample)).then_some(Asked::Unique);
            of_length(*len, list.len()).chain(repeats).collect()
        }
        (Kind::Map(_, len), Value::Map(map)) => of_length(*len, map.len()).collect(),
        _ => Vec::new(),
    }
}

fn of_number(asked: &Bounds, number: Number) -> Vec<Asked> {
    let lies = |bound: Option<(Number, bool)>, outside: Ordering| {
        bound.is_some_and(|(bound, is_excluded)| match compare(number, bound) {
            Ordering::Equal => is_excluded,
            order => order == outside,
        })
    };
    // Beside a list bounds are not asked.
    let is_free = asked.listed.is_empty();
    let is_listed = asked.listed.iter().any(|one| same(*one, number));
    let breaks = [
        (is_free && lies(asked.low, Ordering::Less), Asked::Least),
        (is_free && lies(asked.high, Ordering::Greater), Asked::Most),
        (!is_free && !is_listed, Asked::Listed),
    ];
    let breaks = breaks.into_iter().filter(|(breaks, _)| *breaks);
    let steps = asked.multiples.iter();
    let steps = steps.filter(|step| !is_multiple(number, **step));
    breaks
        .map(|(_, asked)| asked)
        .chain(steps.map(|step| Asked::Multiple(*step)))
        .collect()
}

/// Whether a number is so many times a step, as decimals.
fn is_multiple(number: Number, step: Number) -> bool {
    let step = match step.as_whole() {
        Some(whole) => Figure::Integer(whole),
        None => Figure::Float(step.as_f64()),
    };
    let whole = number.as_whole();
    let view = match (whole.map(u64::try_from), whole.map(i64::try_from)) {
        (Some(Ok(whole)), _) => View::Unsigned(whole),
        (_, Some(Ok(whole))) => View::Signed(whole),
        _ => View::Float(number.as_f64()),
    };
    holds(&Ask::MultipleOf(step), view)
}

fn of_text(asked: &Text, text: &str, patterns: &Patterns) -> Vec<Asked> {
    let unmatched = asked.patterns.iter();
    let unmatched = unmatched.filter(|pattern| !patterns.holds(pattern, text));
    let unmatched = unmatched.cloned().map(Asked::Pattern);
    let format = asked.format.filter(|asked| !format::has(*asked, text));
    of_length(asked.len, text.chars().count())
        .chain(unmatched)
        .chain(format.map(|_| Asked::Format))
        .collect()
}

fn of_length(asked: Length, length: usize) -> impl Iterator<Item = Asked> {
    let length = length as u64;
    let short = asked.low.is_some_and(|low| length < low);
    let long = asked.high.is_some_and(|high| length > high);
    let short = short.then_some(Asked::Least).into_iter();
    short.chain(long.then_some(Asked::Most))
}

#[derive(ApiObject)]
struct Listed {
    #[api(unique)]
    list: Vec<RawJson>,
}

/// Whether a list holds something twice.
fn repeats(list: &Value) -> bool {
    let read = api_object::from_str::<Listed>(&format!("{{\"list\":{list}}}"));
    read.is_ok_and(|listed| !listed.report().is_valid())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;
    use crate::schema::tests::{root, schemas};

    /// What a sample breaks of a schema.
    #[track_caller]
    fn breaks(schema: &str, sample: &str, expected: &[Asked]) {
        let schemas = schemas(&format!("A: {schema}"));
        let kind = &schemas.node(root(&schemas, "A").schema).kind;
        let found = of(kind, &parse(sample).unwrap(), &Patterns::default());
        assert_eq!(found, expected, "{sample} of {schema}");
    }

    #[test]
    fn numbers_may_lie_outside_of_their_bounds() {
        let schema = "{type: integer, minimum: 1, maximum: 5}";
        breaks(schema, "0", &[Asked::Least]);
        breaks(schema, "6", &[Asked::Most]);
        for within in ["1", "5", "\"0\"", "null"] {
            breaks(schema, within, &[]);
        }
        let schema = "{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}";
        breaks(schema, "0", &[Asked::Least]);
        breaks(schema, "1.0", &[Asked::Most]);
        breaks(schema, "0.5", &[]);
    }

    #[test]
    fn numbers_may_be_no_multiples_and_none_of_those_listed() {
        let step = |step| Asked::Multiple(Number::Float(step));
        let schema = "{type: number, multipleOf: 0.1}";
        breaks(schema, "0.35", &[step(0.1)]);
        breaks(schema, "0.3", &[]);
        let whole = Asked::Multiple(Number::Integer(5));
        breaks("{type: integer, multipleOf: 5}", "-7", &[whole]);
        breaks("{type: integer, multipleOf: 5}", "-10", &[]);
        let schema = "{type: integer, enum: [1, 2, 4], minimum: 2}";
        breaks(schema, "3", &[Asked::Listed]);
        breaks(schema, "1", &[]);
        breaks(schema, "4.0", &[]);
    }

    #[test]
    fn texts_lists_and_maps_may_be_short_or_long() {
        breaks(
            "{type: string, minLength: 2, maxLength: 3}",
            "é",
            &[Asked::Least],
        );
        breaks("{type: string, minLength: 2, maxLength: 3}", "日本語", &[]);
        breaks("{type: string, maxLength: 3}", "abcd", &[Asked::Most]);
        let list = "{type: array, items: {type: integer}, minItems: 1, maxItems: 2}";
        breaks(list, "[]", &[Asked::Least]);
        breaks(list, "[1, 2, 3]", &[Asked::Most]);
        let map = "{type: object, additionalProperties: {type: integer}, minProperties: 1, maxProperties: 1}";
        breaks(map, "{}", &[Asked::Least]);
        breaks(map, "{a: 1, b: 2}", &[Asked::Most]);
        breaks(map, "{a: 1}", &[]);
    }

    #[test]
    fn texts_may_match_nothing_and_be_no_format() {
        let schema = "{type: string, format: uri, pattern: '^[a-z]+:'}";
        let pattern = || Asked::Pattern("^[a-z]+:".to_owned());
        breaks(schema, "urn:a:b", &[]);
        breaks(schema, "'/a'", &[pattern(), Asked::Format]);
        breaks(schema, "'HTTP://example.com'", &[pattern()]);
        breaks("{type: string, format: email}", "jo", &[Asked::Format]);
        // A pattern that the engine cannot run is not asked.
        breaks("{type: string, pattern: '(?=a)'}", "b", &[]);
    }

    #[test]
    fn lists_may_hold_something_twice() {
        let schema = "{type: array, items: {}, uniqueItems: true}";
        breaks(schema, "[a, b, a]", &[Asked::Unique]);
        breaks(schema, "[1, 1.0]", &[Asked::Unique]);
        breaks(schema, "[{a: 1, b: 2}, {b: 2, a: 1}]", &[Asked::Unique]);
        breaks(schema, "[1, '1', [1], {}]", &[]);
        breaks("{type: array, items: {}}", "[1, 1]", &[]);
    }
}
