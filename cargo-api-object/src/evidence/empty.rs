//! Values in which nothing is set, which servers write where they have nothing: they show what stands for null, and nothing of how
//! a value is.

use crate::document::{Map, Value};
use crate::schema::{Kind, Member, Schemas};

/// Whether this is an object, a list or a string of nothing.
pub(super) fn is(value: &Value) -> bool {
    match value {
        Value::Map(map) => map.values().all(|value| *value == Value::Null),
        Value::List(list) => list.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// The value that stands for all of its kind in which nothing is set.
pub(super) fn shortest(value: &Value) -> Value {
    match value {
        Value::Map(_) => Value::Map(Map::new()),
        other => other.clone(),
    }
}

/// Whether a member that may be null, or absent, is an object in which nothing is set, while the document asks for more of one
/// that is there.
pub(super) fn stands_for_null(schemas: &Schemas, member: &Member, value: &Value) -> bool {
    let (Kind::Object(object), Value::Map(map)) = (schemas.kind(member.schema), value) else {
        return false;
    };
    let may_lack = !member.required || schemas.nullable(member.schema);
    let breaks = |member: &Member| match map.get(&member.name) {
        None => member.required,
        Some(value) => {
            let takes_null = schemas.nullable(member.schema)
                || matches!(schemas.kind(member.schema), Kind::Any(_));
            *value == Value::Null && !takes_null
        }
    };
    may_lack && is(value) && object.members.iter().any(breaks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse;
    use crate::schema::tests::{root, schemas};

    #[test]
    fn an_object_of_nothing_stands_for_null_where_one_may_be_and_more_is_asked() {
        let schemas = schemas(
            "A: {type: object, required: [must], properties: {must: {$ref: '#/components/schemas/E'}, may: {$ref: '#/components/schemas/E'}, free: {type: object, properties: {code: {type: [string, 'null']}}}}}
E: {type: object, required: [code], properties: {code: {type: string}, param: {type: [string, 'null']}}}",
        );
        let Kind::Object(object) = schemas.kind(root(&schemas, "A").schema) else {
            panic!("A is an object");
        };
        let stands = |member: &str, text: &str| {
            let member = object.member(member).unwrap();
            stands_for_null(&schemas, member, &parse(text).unwrap())
        };
        for (member, text, expected) in [
            ("may", "{}", true),
            ("may", "{code: null, param: null}", true),
            ("may", "{other: null}", true),
            ("may", "{param: p}", false),
            ("may", "{code: c}", false),
            ("may", "[]", false),
            ("must", "{}", false),
            ("free", "{}", false),
            ("free", "{code: null}", false),
        ] {
            assert_eq!(stands(member, text), expected, "{member} {text}");
        }
        assert_eq!(
            shortest(&parse("{code: null}").unwrap()),
            Value::Map(Map::new())
        );
        assert!(is(&parse("''").unwrap()) && is(&parse("[]").unwrap()));
        assert!(!is(&parse("0").unwrap()) && !is(&parse("[null]").unwrap()));
    }
}
