use super::*;
use crate::document::{Documents, Value};

/// The schemas of a document with these components.
pub(crate) fn schemas(components: &str) -> Schemas {
    let lines = components.lines().map(|line| format!("    {line}\n"));
    let text = format!(
        "openapi: 3.1.0\ncomponents:\n  schemas:\n{}",
        lines.collect::<String>()
    );
    read(&Documents::from_text("test.yaml", &text).unwrap())
}

/// The root of this name.
pub(crate) fn root<'s>(schemas: &'s Schemas, name: &str) -> &'s Root {
    schemas.roots.iter().find(|root| root.name == name).unwrap()
}

/// A schema in a few words: its kind, `?` where null is allowed.
fn said(schemas: &Schemas, id: SchemaId) -> String {
    let node = schemas.node(id);
    let kind = match &node.kind {
        Kind::Any(_) => "any".to_owned(),
        Kind::Ref(root) => schemas.root(*root).name.clone(),
        Kind::Bool(_) => "bool".to_owned(),
        Kind::Integer(..) => "integer".to_owned(),
        Kind::Number(_) => "number".to_owned(),
        Kind::Text(_) => "text".to_owned(),
        Kind::Words(words) => format!(
            "{}{}",
            words.words.join("/"),
            if words.open { "/.." } else { "" }
        ),
        Kind::Object(object) => {
            let members = object.members.iter().map(|member| {
                let optional = if member.required { "" } else { "~" };
                format!(
                    "{}{optional}: {}",
                    member.name,
                    said(schemas, member.schema)
                )
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        Kind::Map(values, _) => format!("map of {}", said(schemas, *values)),
        Kind::List(items, ..) => format!("list of {}", said(schemas, *items)),
        Kind::Union(union) => {
            let branches = union.branches.iter().map(|branch| said(schemas, *branch));
            branches.collect::<Vec<_>>().join(" | ")
        }
    };
    format!("{kind}{}", if node.nullable { "?" } else { "" })
}

#[track_caller]
fn reads(components: &str, name: &str, expected: &str) {
    let schemas = schemas(components);
    assert_eq!(said(&schemas, root(&schemas, name).schema), expected);
}

#[test]
fn parts_are_put_together() {
    let base =
        "A: {type: object, required: [x], properties: {x: {type: string}, y: {type: string}}}\n";
    reads(
        &format!(
            "{base}B: {{allOf: [{{$ref: '#/components/schemas/A'}}, {{properties: {{y: {{type: integer}}}}}}]}}"
        ),
        "B",
        "{x: text, y~: integer}",
    );
    reads(
        &format!("{base}B: {{allOf: [{{$ref: '#/components/schemas/A'}}], required: [y]}}"),
        "B",
        "{x: text, y: text}",
    );
    reads(
        &format!(
            "{base}B: {{allOf: [{{$ref: '#/components/schemas/A'}}], description: d, nullable: true}}"
        ),
        "B",
        "A?",
    );
    reads(
        &format!("{base}B: {{type: object, allOf: [{{$ref: '#/components/schemas/A'}}]}}"),
        "B",
        "A",
    );
    // Each is put together once, though two lead there.
    let two = "B: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}";
    reads(&format!("{base}{two}"), "B", "{x: text, y~: text}");
    // A schema that is made from itself ends.
    reads(
        "A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}",
        "A",
        "{x~: text}",
    );
}

#[test]
fn unions_say_no_more_than_they_mean() {
    reads(
        "A: {anyOf: [{type: string}, {enum: [a, b]}]}",
        "A",
        "a/b/..",
    );
    reads("A: {oneOf: [{enum: [a]}, {enum: [b, a]}]}", "A", "a/b");
    reads(
        "A: {oneOf: [{type: string, format: uri}, {type: string}]}",
        "A",
        "text",
    );
    reads(
        "A: {oneOf: [{type: integer}, {type: number}, {type: 'null'}]}",
        "A",
        "number?",
    );
    reads(
        "A: {anyOf: [{anyOf: [{type: string}, {type: boolean}]}, {type: boolean}]}",
        "A",
        "text | bool",
    );
    // OpenAPI 3.0 has no list of types.
    for key in ["x-int-or-string", "x-kubernetes-int-or-string"] {
        for ty in ["type: string, ", "type: integer, ", ""] {
            let document = format!("A: {{{ty}{key}: true, nullable: true}}");
            reads(&document, "A", "text | integer?");
        }
        reads(&format!("A: {{type: string, {key}: false}}"), "A", "text");
        reads(&format!("A: {{type: boolean, {key}: true}}"), "A", "bool");
    }
    reads(
        "A: {type: [string, integer, 'null']}",
        "A",
        "text | integer?",
    );
    reads(
        "A: {oneOf: [{type: string, nullable: true}, {type: integer}]}",
        "A",
        "text | integer?",
    );
}

#[test]
fn kinds_are_told_where_no_type_is() {
    reads("A: {properties: {x: {}}}", "A", "{x~: any}");
    reads(
        "A: {additionalProperties: {type: integer}}",
        "A",
        "map of integer",
    );
    reads("A: {type: object}", "A", "map of any");
    reads("A: {type: object, additionalProperties: false}", "A", "{}");
    reads("A: {items: {minLength: 1}}", "A", "list of text");
    reads(
        "A: {patternProperties: {'^a': {type: string}}}",
        "A",
        "map of text",
    );
    reads("A: {enum: [1, 2.5]}", "A", "number");
    reads("A: {const: a}", "A", "a");
}

#[test]
fn discriminators_give_constants() {
    let of = |mapping: &str| {
        format!(
            "U: {{discriminator: {{propertyName: k{mapping}}}, oneOf: [{{$ref: '#/components/schemas/A'}}, {{$ref: '#/components/schemas/B'}}]}}\n\
             A: {{type: object, required: [k], properties: {{k: {{type: string}}}}}}\n\
             B: {{type: object, properties: {{x: {{type: string}}}}}}"
        )
    };
    let mapped = of(", mapping: {a: A, b: '#/components/schemas/B'}");
    reads(&mapped, "A", "{k: a}");
    reads(&mapped, "B", "{k: b, x~: text}");
    // A word that nobody wrote is only given where there is a place for it.
    reads(&of(""), "A", "{k: A}");
    reads(&of(""), "B", "{x~: text}");
}

#[test]
fn equal_schemas_are_found_through_references() {
    let schemas = schemas(
        "ShortOne: {type: object, properties: {n: {$ref: '#/components/schemas/ShortOne'}, w: {$ref: '#/components/schemas/W1'}}}
Short: {type: object, properties: {n: {$ref: '#/components/schemas/Short'}, w: {$ref: '#/components/schemas/W'}}}
W1: {enum: [a, b]}
W: {enum: [a, b]}
Other: {type: object, properties: {n: {$ref: '#/components/schemas/Other'}, w: {type: string}}}
Equal: {type: object, properties: {n: {$ref: '#/components/schemas/Equal'}, w: {$ref: '#/components/schemas/W'}}}
Text: {type: string}
Text2: {type: string}",
    );
    let own = |name: &str| {
        root(&schemas, name)
            .twin
            .map(|own| schemas.roots[own.0 as usize].name.as_str())
    };
    assert_eq!(own("ShortOne"), Some("Short"));
    assert_eq!(own("W1"), Some("W"));
    assert_eq!(own("Other"), None);
    // Another thing that has the same members today.
    assert_eq!(own("Equal"), None);
    // What has no type of its own has nothing to share.
    assert_eq!(own("Text2"), None);
}

/// What was noted of a document, as place and words.
fn noted(components: &str) -> Vec<String> {
    let problems = schemas(components).problems.into_iter();
    let lines = problems.map(|problem| {
        let place = problem.place.pointer;
        let place = place.trim_start_matches("/components/schemas");
        format!("{place}: {}", problem.what)
    });
    lines.collect()
}

#[test]
fn a_member_that_is_declared_twice_is_what_both_allow() {
    let two = |one: &str, other: &str| {
        format!(
            "R: {{type: object, required: [id], properties: {{id: {{type: string}}}}}}\n\
             S: {{allOf: [{{$ref: '#/components/schemas/R'}}], properties: {{more: {{type: integer}}}}}}\n\
             T: {{allOf: [{{type: object, properties: {{a: {one}}}}}, {{type: object, required: [a], properties: {{a: {other}}}}}]}}"
        )
    };
    let reads = |one: &str, other: &str, expected: &str| {
        reads(&two(one, other), "T", &format!("{{a: {expected}}}"));
    };
    reads("{type: number}", "{type: integer}", "integer");
    reads(
        "{type: [string, integer]}",
        "{type: [boolean, integer]}",
        "integer",
    );
    reads("{type: string, enum: [x, y, z]}", "{enum: [z, y]}", "z/y");
    reads("{type: string}", "{const: x}", "x");
    reads(
        "{type: object, properties: {x: {type: number}}}",
        "{type: object, required: [x], properties: {x: {type: integer}, y: {type: string}}}",
        "{x: integer, y~: text}",
    );
    reads(
        "{type: array, items: {type: number}}",
        "{type: array, items: {type: integer}}",
        "list of integer",
    );
    // A reference says more than one to what it is made from, and as much as itself.
    let (base, heir) = (
        "{$ref: '#/components/schemas/R'}",
        "{$ref: '#/components/schemas/S'}",
    );
    reads(base, heir, "S");
    reads(heir, base, "S");
    reads(base, base, "R");
    assert!(noted(&two("{type: number}", "{type: integer}")).is_empty());
    assert_eq!(
        noted(&two("{type: string}", "{type: integer}")),
        ["/T/allOf/1/properties/a: `string` and `integer` have no value in common; the last holds"]
    );
    assert_eq!(
        noted(&two("{enum: [a]}", "{enum: [b]}")),
        ["/T/allOf/1/properties/a: two lists of words have none in common; the last holds"]
    );
}

#[test]
fn members_of_a_circle_that_are_declared_twice_end() {
    let schemas = schemas(
        "A: {type: object, properties: {next: {$ref: '#/components/schemas/A'}}}\n\
         B: {type: object, properties: {next: {$ref: '#/components/schemas/B'}, b: {type: string}}}\n\
         C: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
    );
    assert!(
        schemas
            .problems
            .iter()
            .any(|problem| problem.what.contains("put together with itself"))
    );
    assert_eq!(
        said(&schemas, root(&schemas, "C").schema),
        "{next~: B, b~: text}"
    );
}

#[test]
fn samples_that_stand_elsewhere_are_followed_or_told_of() {
    let found = schemas(
        "A: {type: object, required: [x], properties: {x: {type: string}}, example: {$ref: gone.json}}\n\
         B: {type: object, required: [x], properties: {x: {type: string}, z: {type: string}}, example: {$ref: '#/components/schemas/C/example'}}\n\
         C: {type: object, required: [x, y], properties: {x: {type: string}, y: {type: string}}, example: {x: a}}\n\
         D: {type: object, properties: {d: {type: string}}, example: {$ref: '#/components/schemas/D/example'}}",
    );
    let samples = |name: &str| {
        let samples = &found.node(root(&found, name).schema).samples;
        samples.iter().map(Value::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        (samples("A"), samples("B")),
        (vec![], vec![r#"{"x":"a"}"#.to_owned()])
    );
    assert!(samples("D").is_empty());
    let places: Vec<&str> = found
        .problems
        .iter()
        .map(|problem| problem.place.pointer.as_str())
        .collect();
    assert_eq!(places, ["/components/schemas/A", "/components/schemas/D"]);
    assert!(found.problems.iter().all(|problem| {
        problem
            .what
            .starts_with("a sample is a reference that leads nowhere")
    }));
}
