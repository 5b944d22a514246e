//! Which branch of a union a sample is.

use super::breach;
use super::patterns::Patterns;
use super::walk::is_number;
use crate::document::{Map, Value};
use crate::schema::{Kind, Object, SchemaId, Schemas, Union};

/// The branch that fits best, if any does.
pub(super) fn best(
    schemas: &Schemas,
    patterns: &Patterns,
    union: &Union,
    sample: &Value,
) -> Option<SchemaId> {
    let fit = Fit { schemas, patterns };
    let mut found: Option<(i32, SchemaId)> = None;
    for branch in &union.branches {
        let score = fit.score(*branch, sample, 0);
        if let Some(score) = score
            && found.is_none_or(|(best, _)| score > best)
        {
            found = Some((score, *branch));
        }
    }
    found.map(|(_, branch)| branch)
}

struct Fit<'s> {
    schemas: &'s Schemas,
    patterns: &'s Patterns,
}

impl Fit<'_> {
    /// How well a sample fits; none where it is of another kind, or says that it is something else.
    fn score(&self, id: SchemaId, sample: &Value, depth: usize) -> Option<i32> {
        // Deeper down nothing is told that the levels above do not tell.
        if depth > 4 {
            return Some(0);
        }
        let kind = self.schemas.kind(id);
        // What breaks no rule of a branch is rather that one's.
        let holds = || breach::of(kind, sample, self.patterns).is_empty();
        match (kind, sample) {
            (Kind::Any(_), _) => Some(0),
            (Kind::Bool(only), Value::Bool(value)) => {
                Some(i32::from(only.is_none_or(|only| only == *value)))
            }
            (Kind::Number(_), Value::Number(_)) => Some(i32::from(holds())),
            (Kind::Text(asked), Value::String(text)) => {
                let fits = asked.number.is_none_or(|number| is_number(number, text));
                Some(i32::from(holds() && fits))
            }
            (Kind::Text(asked), Value::Number(number)) => {
                asked.number.and(number.as_whole()).map(|_| 0)
            }
            (Kind::Integer(..), Value::Number(number)) => {
                number.as_whole().map(|_| 2 * i32::from(holds()))
            }
            (Kind::Words(words), Value::String(word)) => {
                match (words.words.contains(word), words.constant()) {
                    (true, _) => Some(3),
                    (false, Some(_)) => None,
                    (false, None) => Some(0),
                }
            }
            (Kind::Object(object), Value::Map(map)) => self.of_object(object, map, depth),
            (Kind::Map(..), Value::Map(_)) => Some(i32::from(holds()) - 1),
            (Kind::List(items, _, _), Value::List(list)) => {
                let first = list.iter().take(3);
                let scores = first.map(|item| self.score(*items, item, depth + 1));
                let sum = scores.sum::<Option<i32>>();
                let score = sum.map_or(-5, |sum| sum.clamp(0, 5));
                Some(score + i32::from(holds()) - 1)
            }
            (Kind::Union(union), _) => {
                let branches = union.branches.iter();
                let scores = branches.filter_map(|branch| self.score(*branch, sample, depth + 1));
                scores.max()
            }
            _ => None,
        }
    }

    fn of_object(&self, object: &Object, map: &Map, depth: usize) -> Option<i32> {
        let mut total = 0;
        for member in &object.members {
            let kind = self.schemas.kind(member.schema);
            let is_constant = matches!(kind, Kind::Words(words) if words.constant().is_some());
            match map.get(&member.name) {
                None if member.required => total -= 3,
                None => {}
                Some(Value::Null) if self.schemas.nullable(member.schema) => total += 1,
                Some(value) => match self.score(member.schema, value, depth + 1) {
                    None if is_constant => return None,
                    None => total -= 2,
                    Some(_) if is_constant => total += 10,
                    Some(score) => total += 1 + score.clamp(-1, 1),
                },
            }
        }
        Some(total)
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
            let found = best(&schemas, &Patterns::default(), union, &parse(text).unwrap())?;
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
    #[test]
    fn a_branch_whose_rules_hold_is_meant() {
        let schemas = schemas(
            "U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {type: array, maxItems: 1, items: {type: string}}, {type: array, minItems: 2, items: {type: string}}]}
A: {type: object, properties: {id: {type: string, pattern: '^a'}, version: {type: integer, enum: [1]}}}
B: {type: object, properties: {id: {type: string, pattern: '^b'}, version: {type: integer, enum: [2]}}}",
        );
        let Kind::Union(union) = &schemas.node(root(&schemas, "U").schema).kind else {
            panic!("U is a union");
        };
        let place = |text: &str| {
            let found = best(&schemas, &Patterns::default(), union, &parse(text).unwrap())?;
            union.branches.iter().position(|branch| *branch == found)
        };
        assert_eq!(place("{id: b1}"), Some(1));
        assert_eq!(place("{id: a1}"), Some(0));
        assert_eq!(place("{version: 2}"), Some(1));
        assert_eq!(place("[x]"), Some(2));
        assert_eq!(place("[x, y]"), Some(3));
    }
}
