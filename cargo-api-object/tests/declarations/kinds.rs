//! What kind of value a schema is, where documents say it in two places, not at all, or in a way that contradicts itself.

use cargo_api_object::import::{Options, import, import_text};

use super::fixture::{declares, of, parts};

#[test]
fn branches_that_only_ask_are_of_the_kind_beside_them() {
    let found = of(&[
        "A: {type: object, properties: {n: {type: integer, oneOf: [{minimum: 5}, {maximum: 2}]}, zero: {type: integer, format: int32, anyOf: [{const: 0}, {minimum: 10}]}, when: {type: string, oneOf: [{format: date}, {format: date-time}]}, box: {type: array, items: {type: number}, oneOf: [{minItems: 4, maxItems: 4}, {minItems: 6, maxItems: 6}]}, pets: {type: array, items: {$ref: '#/components/schemas/B'}, anyOf: [{maxItems: 3}, {minItems: 9}]}, tags: {type: object, additionalProperties: {type: string}, anyOf: [{maxProperties: 3}, {minProperties: 9}]}}}",
        "B: {type: object, properties: {a: {type: string}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "n: Option<i64>,",
            "zero: Option<i32>,",
            "when: Option<String>,",
            "#[api(optional, len(4..=6))]",
            "r#box: Option<Vec<f64>>,",
            "pets: Option<Vec<B>>,",
            "tags: Option<BTreeMap<String, String>>,",
        ],
    );
    assert!(parts(&found, true).is_empty(), "{:#?}", parts(&found, true));
    let apart = "/A/properties/box: of branches of one kind only what all of them ask is asked";
    let told = parts(&found, false);
    assert!(told.iter().any(|told| told == apart), "{told:#?}");
}

#[test]
fn any_keyword_of_a_kind_tells_it() {
    let found = of(&[
        "A: {type: object, properties: {set: {uniqueItems: true, items: {type: string}}, step: {multipleOf: 0.5}, most: {exclusiveMaximum: 3}, some: {minProperties: 1}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "#[api(optional, unique)]",
            "#[api(optional, multiple_of(0.5))]",
            "step: Option<f64>,",
            "most: Option<f64>,",
            "some: Option<BTreeMap<String, RawJson>>,",
        ],
    );
}

#[test]
fn an_enum_of_several_kinds_is_a_union_of_them() {
    let found = of(&[
        "A: {type: object, properties: {by: {enum: [bus, train, 7, 9]}, all: {enum: [every, 1, true]}, one: {enum: [only, 0.5, null]}, lists: {enum: [[1], [2]]}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "#[api(optional, one_of(7, 9))]",
            "by: Option<ABy>,",
            "all: Option<AAll>,",
            "#[api(optional(nullable), one_of(0.5))]",
            "one: Option<AOne>,",
            "lists: Option<RawJson>,",
        ],
    );
    declares(
        &found,
        "ABy",
        &["#[api(untagged, debug)]", "Word(AByWord),", "Integer(i64),"],
    );
    declares(&found, "AByWord", &["Bus,", "Train,"]);
    declares(
        &found,
        "AAll",
        &["Word(AAllWord),", "Integer(i64),", "Boolean(bool),"],
    );
    let lists = "/A/properties/lists: an enum of lists or objects";
    assert_eq!(parts(&found, true), [lists]);
}

#[test]
fn quoted_values_of_an_enum_are_of_the_type_beside_them() {
    let found = of(&[
        "A: {type: object, properties: {level: {type: integer, enum: ['1', '2']}, ratio: {type: [number, 'null'], enum: ['0.5', 1.5]}, on: {type: boolean, enum: ['true', 'false']}, word: {type: string, enum: [1, 2]}, odd: {type: integer, enum: ['1', two]}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "#[api(optional, one_of(1, 2))]",
            "level: Option<i64>,",
            "#[api(optional(nullable), one_of(0.5, 1.5))]",
            "ratio: Option<f64>,",
            "on: Option<bool>,",
            "word: Option<AWord>,",
            "odd: Option<AOdd>,",
        ],
    );
    declares(&found, "AOdd", &["#[api(rename = \"1\")]", "N1,", "Two,"]);
}

#[test]
fn a_width_holds_what_the_bounds_beside_it_allow() {
    let found = of(&[
        "A: {type: object, properties: {a: {type: integer, format: int32, minimum: 0, maximum: 4294967295}, b: {type: integer, format: uint8, minimum: -1}, c: {type: integer, format: int32, minimum: -2147483648, maximum: 2147483647}}}",
    ]);
    declares(
        &found,
        "A",
        &["a: Option<u64>,", "b: Option<i64>,", "c: Option<i32>,"],
    );
}

#[test]
fn heirs_of_heirs_are_branches_of_the_base() {
    let found = of(&[
        "Base: {type: object, discriminator: {propertyName: t, mapping: {one: '#/components/schemas/One'}}, required: [t], properties: {t: {type: string}}}",
        "One: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {a: {type: integer}}}]}",
        "Two: {allOf: [{$ref: '#/components/schemas/One'}, {type: object, properties: {b: {type: integer}}}]}",
        "Three: {allOf: [{$ref: '#/components/schemas/Two'}, {$ref: '#/components/schemas/One'}]}",
    ]);
    declares(
        &found,
        "Base",
        &[
            "#[api(tag, debug)]",
            "One(One),",
            "Two(Two),",
            "Three(Three),",
        ],
    );
    declares(
        &found,
        "Two",
        &["#[api(tag(key = \"t\", word = \"Two\"), debug)]"],
    );
}

#[test]
fn rules_that_nothing_asks_are_told() {
    let found = of(&[
        "Held: {type: string, minLength: 2}",
        "Unheld: {type: array, maxItems: 100, items: {type: string}}",
        "Counted: {type: object, additionalProperties: {type: string}, minProperties: 1}",
        "A: {type: object, properties: {held: {type: array, items: {$ref: '#/components/schemas/Held'}}}}",
    ]);
    let what = "what is asked of its values is not asked, since no member holds them";
    assert_eq!(
        parts(&found, false),
        [format!("/Counted: {what}"), format!("/Unheld: {what}")]
    );
}

#[test]
fn a_component_in_another_file_has_its_own_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let write =
        |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
    write(
        "api.yaml",
        "openapi: 3.1.0\ncomponents:\n  schemas:\n    Trip: {type: object, properties: {legs: {type: array, items: {$ref: 'parts.yaml#/$defs/Leg'}}}}\n    Leg: {$ref: 'parts.yaml#/$defs/Leg'}\n    Way: {$ref: 'parts.yaml#/components/schemas/Path'}\n",
    );
    write(
        "parts.yaml",
        "$defs: {Leg: {type: object, properties: {from: {type: string}}}}\ncomponents: {schemas: {Path: {type: object, properties: {to: {type: string}}}}}\n",
    );
    let options = Options {
        files: vec![folder.path().join("api.yaml")],
        ..Options::default()
    };
    let found = import(&options, &mut |_| {}).expect("the document is imported");
    declares(&found, "Leg", &["from: Option<String>,"]);
    declares(&found, "Way", &["to: Option<String>,"]);
    declares(&found, "Trip", &["legs: Option<Vec<Leg>>,"]);
}

#[test]
fn a_moment_in_milliseconds_is_a_number() {
    let found = of(&[
        "A: {type: object, properties: {made_at: {type: integer, example: 1700000000000}, seen_at: {type: integer, format: int64, minimum: 0}, due_at: {type: integer, format: unixtime}, left_at: {type: integer, example: 1700000000}}, example: {seen_at: 1700000000001, due_at: 1700000000002}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "made_at: Option<i64>,",
            "seen_at: Option<u64>,",
            "due_at: Option<i64>,",
            "left_at: Option<UnixSeconds>,",
        ],
    );
    let told = parts(&found, false);
    let why = "/A/properties/due_at: its name or its format says that it is a moment in seconds, but samples are far too late for that; it is a number";
    assert!(told.iter().any(|told| told == why), "{told:#?}");
}

#[test]
fn what_is_no_bound_and_no_default_is_called_so() {
    let found = of(&[
        "A: {type: object, properties: {a: {type: number, maximum: 1e999}, b: {type: integer, minimum: '3'}, c: {type: string, maxLength: -1}, d: {type: array, items: {type: string}, minItems: 1.5}, e: {enum: [x, y], default: z}, f: {type: string, default: 'a`b'}, g: {type: integer, maximum: 5, default: 7}, h: {type: integer, title: Age, description: How old.}}}",
    ]);
    let told = parts(&found, false);
    for part in [
        "a: `maximum` of \"1e999\" is not asked: a bound is a number that a double holds",
        "b: `minimum` of \"3\" is not asked: a bound is a number that a double holds",
        "c: `maxLength` of -1 is not asked: a length is a whole number that is not negative",
        "d: `minItems` of 1.5 is not asked: a length is a whole number that is not negative",
        "e: the default \"z\" is not what is asked of the member",
        "g: the default 7 is not what is asked of the member",
        "h: the title is left out: the documentation is the description",
    ] {
        let part = format!("/A/properties/{part}");
        assert!(told.contains(&part), "no `{part}` in {told:#?}");
    }
    declares(
        &found,
        "A",
        &["/// Default: ``\"a`b\"``.", "f: Option<String>,"],
    );
}

#[test]
fn types_by_the_names_of_languages_are_read_as_they_are_meant() {
    let found = of(&[
        "A: {type: Object, properties: {a: {type: String}, b: {type: int}, c: {type: [float, 'null']}, d: {type: Boolean}, e: {type: datetime}, f: {type: list, items: {type: str}}, g: {type: whatever}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "a: Option<String>,",
            "b: Option<i64>,",
            "c: Option<f64>,",
            "d: Option<bool>,",
            "e: Option<String>,",
            "f: Option<Vec<String>>,",
            "g: Option<RawJson>,",
        ],
    );
    let told = parts(&found, false);
    let why = "/A/properties/b: `int` is no type of JSON; it is read as `integer`".to_owned();
    assert!(told.contains(&why), "{told:#?}");
    let why = "/A/properties/g: `whatever` is no type of JSON";
    assert_eq!(parts(&found, true), [why]);
}

#[test]
fn what_is_no_schema_and_no_keyword_is_told() {
    let found = of(&[
        "A: {type: object, properties: {a: 5, b: null, c: {type: {x: 1}}, d: {enum: x}, e: {allOf: {}}, f: {type: object, additionalProperties: 5}, g: {type: array, items: 5}, h: {type: string, enum: [1.10, '2.0']}}}",
    ]);
    let told = parts(&found, true);
    for part in [
        "a: a number is no schema; what comes is kept",
        "b: null is no schema; what comes is kept",
        "g/items: a number is no schema; what comes is kept",
    ] {
        let part = format!("/A/properties/{part}");
        assert!(told.contains(&part), "no `{part}` in {told:#?}");
    }
    let told = parts(&found, false);
    for part in [
        "c: `type` is an object, and not a name or a list of names; it is not read",
        "d: `enum` is a string, and not a list; it is not read",
        "e: `allOf` is an object, and not a list; it is not read",
        "f: `additionalProperties` is a number, and not a schema; it is not read",
        "h: the word `1.1` is a number in the document, which may have spelled it otherwise; where it did, it wants quotes",
    ] {
        let part = format!("/A/properties/{part}");
        assert!(told.contains(&part), "no `{part}` in {told:#?}");
    }
}

#[test]
fn a_discriminator_of_swagger_is_a_name() {
    let text = "swagger: '2.0'\ndefinitions:\n  Pet: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}, name: {type: string}}}\n  Cat: {allOf: [{$ref: '#/definitions/Pet'}, {type: object, properties: {lives: {type: integer}}}]}\n  Dog: {allOf: [{$ref: '#/definitions/Pet'}, {type: object, properties: {bark: {type: string}}}]}\n  Alone: {type: object, discriminator: none, properties: {a: {type: string}}}\n";
    let found =
        import_text("pets.yaml", text, &Options::default()).expect("the document is imported");
    declares(
        &found,
        "Pet",
        &["#[api(tag, debug)]", "Cat(Cat),", "Dog(Dog),"],
    );
    declares(
        &found,
        "Cat",
        &[
            "#[api(tag(key = \"kind\", word = \"Cat\"), debug)]",
            "lives: Option<i64>,",
        ],
    );
    let told = parts(&found, false);
    let [alone] = told.as_slice() else {
        panic!("{told:#?}");
    };
    assert!(
        alone.ends_with("/Alone: `discriminator` is not part of the types"),
        "{alone}"
    );
}
