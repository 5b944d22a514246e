//! Which branch of a union a sample is.

use crate::document::Value;
use crate::schema::{Kind, SchemaId, Schemas, Union};

/// The branch that fits best, if any does.
pub(super) fn best(schemas: &Schemas, union: &Union, sample: &Value) -> Option<SchemaId> {
    let mut found: Option<(i32, SchemaId)> = None;
    for branch in &union.branches {
        let score = score(schemas, *branch, sample, 0);
        if let Some(score) = score
            && found.is_none_or(|(best, _)| score > best)
        {
            found = Some((score, *branch));
        }
    }
    found.map(|(_, branch)| branch)
}

/// How well a sample fits; none where it is of another kind, or says that it is something else.
fn score(schemas: &Schemas, id: SchemaId, sample: &Value, depth: usize) -> Option<i32> {
    // Deeper down nothing is told that the levels above do not tell.
    if depth > 4 {
        return Some(0);
    }
    match (schemas.kind(id), sample) {
        (Kind::Any(_), _) => Some(0),
        (Kind::Bool(only), Value::Bool(value)) => {
            Some(i32::from(only.is_none_or(|only| only == *value)))
        }
        (Kind::Number(_), Value::Number(_)) | (Kind::Text(_), Value::String(_)) => Some(1),
        (Kind::Integer(..), Value::Number(number)) => number.as_whole().map(|_| 2),
        (Kind::Words(words), Value::String(word)) => {
            match (words.words.contains(word), words.constant()) {
                (true, _) => Some(3),
                (false, Some(_)) => None,
                (false, None) => Some(0),
            }
        }
        (Kind::Object(object), Value::Map(map)) => {
            let mut total = 0;
            for member in &object.members {
                match map.get(&member.name) {
                    None if member.required => total -= 3,
                    None => {}
                    Some(Value::Null) if schemas.nullable(member.schema) => total += 1,
                    Some(value) => match (
                        score(schemas, member.schema, value, depth + 1),
                        schemas.kind(member.schema),
                    ) {
                        (None, Kind::Words(words)) if words.constant().is_some() => return None,
                        (None, _) => total -= 2,
                        (Some(_), Kind::Words(words)) if words.constant().is_some() => total += 10,
                        (Some(score), _) => total += 1 + score.clamp(-1, 1),
                    },
                }
            }
            Some(total)
        }
        (Kind::Map(..), Value::Map(_)) => Some(0),
        (Kind::List(items, _, _), Value::List(list)) => {
            let scores = list
                .iter()
                .take(3)
                .map(|item| score(schemas, *items, item, depth + 1));
            scores
                .sum::<Option<i32>>()
                .map(|sum| sum.clamp(0, 5))
                .or(Some(-5))
        }
        (Kind::Union(union), _) => {
            let branches = union
                .branches
                .iter()
                .filter_map(|branch| score(schemas, *branch, sample, depth + 1));
            branches.max()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;
    use crate::schema::tests::{root, schemas};

    #[test]
    fn the_branch_that_fits_best_is_found() {
        let schemas = schemas(
            "U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {type: array, items: {type: string}}, {type: array, items: {type: object}}, {type: integer}]}
A: {type: object, required: [k, x], properties: {k: {enum: [a]}, x: {type: string}}}
B: {type: object, required: [k], properties: {k: {enum: [b]}, y: {type: string}}}",
        );
        let Kind::Union(union) = &schemas.node(root(&schemas, "U").schema).kind else {
            panic!("U is a union");
        };
        let place = |text: &str| {
            let found = best(&schemas, union, &parse(text).unwrap())?;
            union.branches.iter().position(|branch| *branch == found)
        };
        assert_eq!(place("{k: a}"), Some(0));
        assert_eq!(place("{k: b, x: odd}"), Some(1));
        assert_eq!(place("{x: s}"), Some(0));
        assert_eq!(place("{k: c}"), None);
        assert_eq!(place("[s]"), Some(2));
        assert_eq!(place("[{}]"), Some(3));
        assert_eq!(place("7"), Some(4));
        assert_eq!(place("7.5"), None);
        assert_eq!(place("true"), None);
    }
}
