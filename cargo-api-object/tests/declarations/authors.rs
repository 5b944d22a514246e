//! Documents as authors of clients meet them: what stands beside unions, keys that stand twice, addresses, names that read well.

use cargo_api_object::import::{Options, import_text};

use super::fixture::{declares, item, of, parts};

#[test]
fn keys_that_are_there_twice_are_told_with_their_lines() {
    let yaml = "openapi: 3.1.0\ninfo: {title: x, version: '1'}\ncomponents:\n  schemas:\n    A: {type: object, properties: {a: {type: string}}}\n    A:\n      type: object\n      properties:\n        b: {type: string}\n        b: {type: integer}\n";
    let json = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"x\", \"version\": \"1\"},\n\"components\": {\"schemas\": {\n\"A\": {\"type\": \"object\", \"properties\": {\"a\": {}}},\n\n\"A\": {\"type\": \"object\", \"properties\": {\"b\": {\"type\": \"string\"},\n\"b\": {\"type\": \"integer\"}}}}}}";
    for (name, text, lines) in [
        ("x.yaml", yaml, [(6, 5), (10, 9)]),
        ("x.json", json, [(5, 3), (6, 5)]),
    ] {
        let found = import_text(name, text, &Options::default()).unwrap();
        declares(&found, "A", &["b: Option<i64>,"]);
        let told = |key: &str, (again, before): (i32, i32)| {
            format!(
                "{name}, line {again}: the key `{key}` is there already, in line {before}; the last holds"
            )
        };
        assert_eq!(
            found.coverage.notes,
            [told("A", lines[0]), told("b", lines[1])]
        );
    }
}

#[test]
fn references_are_relative_to_the_address_of_the_schema_around_them() {
    let found = of(&[
        "Order: {$id: 'https://example.com/schemas/order', type: object, properties: {line: {$ref: line}, first: {$ref: 'https://example.com/schemas/line'}, part: {$ref: '#/$defs/Part'}, unit: {$ref: 'line#unit'}, plain: {$ref: '#/components/schemas/Plain'}, far: {$ref: 'https://example.org/other'}}, $defs: {Part: {type: object, properties: {p: {type: string}}}}}",
        "Line: {$id: 'https://example.com/schemas/line', type: object, properties: {n: {type: integer}, order: {$ref: order}, sub: {$ref: './line#/$defs/sub'}}, $defs: {unit: {$anchor: unit, type: boolean}, sub: {type: number}}}",
        "Plain: {type: object, properties: {line: {$ref: 'https://example.com/schemas/line'}}}",
    ]);
    declares(
        &found,
        "Order",
        &[
            "line: Option<Box<Line>>,",
            "first: Option<Box<Line>>,",
            "part: Option<OrderPart>,",
            "unit: Option<bool>,",
            "plain: Option<Box<Plain>>,",
            "far: Option<RawJson>,",
        ],
    );
    declares(
        &found,
        "Line",
        &["order: Option<Box<Order>>,", "sub: Option<f64>,"],
    );
    declares(&found, "Plain", &["line: Option<Box<Line>>,"]);
    assert_eq!(
        parts(&found, true),
        [
            "/Order/properties/far: `https://example.org/other` is in the network, which is not asked"
        ]
    );
    assert_eq!(parts(&found, false), [""; 0]);
}

#[test]
fn what_is_required_beside_a_union_is_there_in_each_branch() {
    let found = of(&[
        "Record: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/Mx'}], type: object, required: [type, content, id]}",
        "A: {type: object, properties: {type: {type: string, enum: [A]}, content: {type: string}}}",
        "Mx: {type: object, required: [content], properties: {type: {type: string, enum: [MX]}, content: {type: string}}}",
    ]);
    declares(
        &found,
        "Record",
        &["#[api(tag, debug)]", "A(A),", "MX(Mx),"],
    );
    assert_eq!(
        parts(&found, false),
        [
            "/Record: `content` is required beside this union, and not of each branch by itself; that it is there is not asked",
            "/Record: `id` is required beside this union, and not of each branch by itself; that it is there is not asked",
        ]
    );
}

#[test]
fn of_several_unions_the_one_that_declares_members_holds() {
    let found = of(&[
        "Single: {type: object, properties: {result: {anyOf: [{type: object, nullable: true}, {type: string, nullable: true}]}}}",
        "One: {allOf: [{$ref: '#/components/schemas/Single'}, {type: object, properties: {result: {$ref: '#/components/schemas/Record'}}}]}",
        "Record: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
        "A: {type: object, required: [type], properties: {type: {const: a}}}",
        "B: {type: object, required: [type], properties: {type: {const: b}, x: {type: string}}}",
    ]);
    declares(
        &found,
        "OneResult",
        &["#[api(tag, debug)]", "A(A),", "B(B),"],
    );
    assert_eq!(
        parts(&found, false),
        [
            "/Single/properties/result: of several unions in one schema only the one that declares most is part of the types"
        ]
    );
}

#[test]
fn loud_words_are_all_spelled_alike() {
    let found = of(&[
        "Method: {type: string, enum: [GET, POST, PUT]}",
        "Currency: {type: string, enum: [EUR, USD]}",
        "Record: {type: string, enum: [A, MX, CNAME]}",
    ]);
    declares(
        &found,
        "Method",
        &[
            "#[api(rename_all = \"SCREAMING_SNAKE_CASE\")]",
            "Get,",
            "Post,",
            "Put,",
        ],
    );
    declares(&found, "Currency", &["EUR,", "USD,"]);
    declares(&found, "Record", &["A,", "Mx,", "Cname,"]);
}

#[test]
fn prose_says_more_than_the_name() {
    let text = "openapi: 3.1.0\ninfo: {title: x, version: '1'}\npaths: {/a: {get: {operationId: ListThing, responses: {'200': {content: {application/json: {schema: {type: object, title: ListThingResponse, properties: {user: {$ref: '#/components/schemas/User'}}}}}}}}}}\ncomponents: {schemas: {User-Input: {type: object, title: User, properties: {id: {type: string}}}, User: {type: object, required: [id], properties: {id: {type: integer}}}, Hour: {type: object, required: [id], properties: {id: {type: integer}}}}}\n";
    let found = import_text("x.yaml", text, &Options::default()).unwrap();
    assert!(item(&found, "ListThingResponse").contains("/// What `GET /a` answers."));
    assert!(item(&found, "UserInput").contains("/// The document's `User-Input`."));
    assert!(item(&found, "UserId").contains("/// Names a user."));
    assert!(item(&found, "HourId").contains("/// Names an hour."));
}

#[test]
fn what_stands_beside_numbers_of_a_union_is_said_of_them() {
    let found = of(&[
        "Kind: {type: integer, format: int32, oneOf: [{title: ROW, const: 1}, {title: BUTTON, const: 2}]}",
        "A: {type: object, required: [kind, nonce], properties: {kind: {$ref: '#/components/schemas/Kind'}, nonce: {oneOf: [{type: integer, format: int64, minimum: -9223372036854775808, maximum: 9223372036854775807}, {type: string}]}}}",
    ]);
    declares(
        &found,
        "A",
        &["#[api(one_of(1, 2))]", "kind: i32,", "nonce: ANonce,"],
    );
    assert!(!item(&found, "A").contains("range"));
}

#[test]
fn variants_that_only_values_tell_lack_what_all_types_end_with() {
    let found = of(&[
        "Part: {oneOf: [{$ref: '#/components/schemas/RowResponse'}, {$ref: '#/components/schemas/ButtonResponse'}]}",
        "RowResponse: {type: object, required: [type], properties: {type: {type: integer, enum: [1]}}}",
        "ButtonResponse: {type: object, required: [type], properties: {type: {type: integer, enum: [2]}}}",
    ]);
    declares(
        &found,
        "Part",
        &[
            "#[api(when(\"type\" = 1))]",
            "Row(RowResponse),",
            "Button(ButtonResponse),",
        ],
    );
}
