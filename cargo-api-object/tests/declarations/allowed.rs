//! Values that a document allows without saying what they are: they are kept, and there is nothing to report.

use api_object::Reader;
use cargo_api_object::import::Options;
use cargo_api_object::judge::{Judge, Verdict};

use super::fixture::{declares, item, of, parts, text_of};

/// Fails unless payloads of the schema `A` come back as they came, and nothing is told of them but this.
#[track_caller]
fn tells(schemas: &[&str], payloads: &[(&str, &[&str])]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("allowed.yaml");
    std::fs::write(&file, text_of(schemas)).expect("a file");
    let options = Options {
        files: vec![file],
        ..Options::default()
    };
    let judge = Judge::new(&options, &mut |_| {}).expect("the document is read");
    let ty = judge.find("A").expect("the document has the schema");
    for (payload, expected) in payloads {
        let json = payload.as_bytes();
        let report = match ty.judge(&Reader::new(), json) {
            Verdict::Read(report) => report,
            Verdict::Refused(error) => panic!("{payload}: {error}"),
        };
        let told = report.issues().iter().map(ToString::to_string);
        let told: Vec<String> = told.collect();
        assert_eq!(told, *expected, "{payload}");
        let written = ty.rewrite(&Reader::new(), json).expect("it was read");
        assert_eq!(written, *payload);
    }
}

const ANYTHING_ELSE: &[&str] = &[
    "A: {type: object, required: [v], properties: {v: {anyOf: [{}, {$ref: '#/components/schemas/B'}, {type: integer}]}, o: {oneOf: [{type: string}, true]}, l: {type: array, items: {anyOf: [{$ref: '#/components/schemas/C'}, {type: number}]}}}}",
    "B: {type: object, required: [b], properties: {b: {type: string}, c: {type: integer}}}",
    "C: {description: Whatever.}",
];

#[test]
fn a_branch_of_anything_holds_what_no_other_takes() {
    let found = of(ANYTHING_ELSE);
    declares(&found, "A", &["v: Option<AV>,", "o: Option<AO>,"]);
    declares(
        &found,
        "AV",
        &[
            "#[api(untagged, debug)]",
            "B(B),",
            "Integer(i64),",
            "/// Any other value.",
            "Any(RawJson),",
        ],
    );
    assert!(!item(&found, "AV").contains("unknown"));
    declares(
        &found,
        "AL",
        &["Number(f64),", "/// Whatever.", "Any(RawJson),"],
    );
    assert!(!item(&found, "AL").contains("unknown"));
}

#[test]
fn what_a_branch_of_anything_takes_is_no_drift() {
    tells(
        ANYTHING_ELSE,
        &[
            (r#"{"v":5,"o":"a","l":[1.5,"a",null,{}]}"#, &[]),
            (r#"{"v":null,"o":null}"#, &[]),
            (r#"{"v":{"b":"x"}}"#, &[]),
            (r#"{"v":{"b":"x","c":"no integer"},"o":[1]}"#, &[]),
            (r#"{"v":{"other":true},"o":0.5}"#, &[]),
            (r#"{"v":"text","o":false}"#, &[]),
        ],
    );
}

#[test]
fn where_all_branches_are_anything_so_is_the_value() {
    let found = of(&[
        "A: {type: object, properties: {v: {anyOf: [{}, {description: Whatever.}]}, w: {oneOf: [{$ref: '#/components/schemas/B'}, {}]}}}",
        "B: {description: Anything.}",
    ]);
    declares(&found, "A", &["v: Option<RawJson>,", "w: Option<RawJson>,"]);
}

const NAMED_BY_USERS: &[&str] = &[
    "A: {type: object, required: [id], properties: {id: {type: string}, typed: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer, description: How many of each.}}, referred: {type: object, properties: {a: {type: string}}, additionalProperties: {$ref: '#/components/schemas/A'}}, told: {type: object, properties: {a: {type: string}}, additionalProperties: {description: Whatever users add.}}, patterned: {type: object, properties: {a: {type: string}}, patternProperties: {'^x-': {}}}, open: {type: object, properties: {a: {type: string}}, additionalProperties: true}, empty: {type: object, properties: {a: {type: string}}, additionalProperties: {}}, page: {type: object, required: [object, data], properties: {object: {const: list}, data: {type: array, items: {$ref: '#/components/schemas/A'}}}, additionalProperties: {type: string}}}}",
];

#[test]
fn members_that_the_document_describes_and_does_not_name_are_expected() {
    let found = of(NAMED_BY_USERS);
    declares(
        &found,
        "ATyped",
        &[
            "/// How many of each.",
            "#[api(extra(expected))]",
            "extra: Extra,",
        ],
    );
    for name in ["AReferred", "ATold", "APatterned", "APage"] {
        declares(&found, name, &["#[api(extra(expected))]", "extra: Extra,"]);
    }
    for name in ["A", "AOpen", "AEmpty"] {
        declares(&found, name, &["#[api(extra)]", "extra: Extra,"]);
    }
}

#[test]
fn expected_members_are_no_drift() {
    let unknown = |place, name| {
        format!("drift[unknown_member] {place}: extra is a member that {name} does not know")
    };
    tells(
        NAMED_BY_USERS,
        &[
            (
                r#"{"id":"a","typed":{"a":"b","c":5},"referred":{"d":{"id":"e"}},"told":{"f":[]},"patterned":{"x-g":1}}"#,
                &[],
            ),
            (
                r#"{"id":"a","page":{"object":"list","data":[],"extra":"b"}}"#,
                &[],
            ),
            (
                r#"{"id":"a","open":{"extra":1},"empty":{"extra":2},"extra":3}"#,
                &[
                    &unknown("/open/extra", "AOpen"),
                    &unknown("/empty/extra", "AEmpty"),
                    &unknown("/extra", "A"),
                ],
            ),
        ],
    );
}

const BESIDE_ANY_STRING: &[&str] = &[
    "A: {type: object, required: [model], properties: {model: {anyOf: [{type: string}, {type: string, enum: [small, large]}], default: mine}, voice: {oneOf: [{const: alto}, {const: bass}, {type: string, pattern: '^v_'}]}, listed: {type: object, properties: {model: {enum: [small, large]}}}, either: {anyOf: [{$ref: '#/components/schemas/B'}, {type: integer}]}}}",
    "B: {anyOf: [{type: string}, {$ref: '#/components/schemas/C'}, {type: 'null'}]}",
    "C: {type: string, enum: [red]}",
];

#[test]
fn words_beside_any_string_expect_others() {
    let found = of(BESIDE_ANY_STRING);
    for name in ["AModel", "AVoice", "B"] {
        declares(
            &found,
            name,
            &[
                "/// Any other string, as the API allows.",
                "#[api(unknown(expected))]",
                "Other(UnknownValue),",
            ],
        );
    }
    // The same words without another string beside them are another enum.
    for name in ["AListedModel", "C"] {
        declares(
            &found,
            name,
            &[
                "/// A word that is not listed here.",
                "#[api(unknown)]",
                "Other(UnknownValue),",
            ],
        );
    }
    // A default is any string, too.
    assert_eq!(
        parts(&found, false),
        ["/A/properties/voice: what is asked of a string beside words is not asked"]
    );
}

#[test]
fn expected_words_are_no_drift() {
    let unknown = r#"drift[unknown_word] /listed/model: model is "mine", a word that AListedModel does not know"#;
    tells(
        BESIDE_ANY_STRING,
        &[
            (r#"{"model":"mine","voice":"v_1","either":"blue"}"#, &[]),
            (r#"{"model":"","either":5}"#, &[]),
            (
                r#"{"model":"small","listed":{"model":"mine"},"either":null}"#,
                &[unknown],
            ),
        ],
    );
}

const OTHER_WORDS: &[&str] = &[
    "A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: t, mapping: {one: B, two: '#/components/schemas/C'}}}",
    "B: {type: object, required: [t], properties: {t: {type: string}}}",
    "C: {type: object, required: [t], properties: {t: {type: string}}}",
    "D: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: t, mapping: {three: '#/components/schemas/B', two: C}}}",
];

#[test]
fn a_branch_of_several_unions_has_the_words_that_each_of_them_has() {
    let found = of(OTHER_WORDS);
    for name in ["A", "D"] {
        let when = "#[api(when(t = \"one\" | \"three\"))]";
        declares(&found, name, &["#[api(tag, debug)]", when, "B(B),"]);
    }
    tells(
        OTHER_WORDS,
        &[
            (r#"{"t":"one"}"#, &[]),
            (r#"{"t":"two"}"#, &[]),
            (r#"{"t":"three"}"#, &[]),
        ],
    );
}

const CONDITIONAL: &[&str] = &[
    "A: {type: object, properties: {k: {enum: [a, b]}, when: {type: object, properties: {k: {enum: [a, b]}}, if: {properties: {k: {const: a}}}, then: {properties: {k: {}, x: {type: string}, z: {type: string}}, required: [x]}, else: {properties: {y: {type: integer}, z: {type: integer}}}}, on: {type: object, properties: {a: {type: string}}, dependentSchemas: {a: {properties: {c: {type: string}}}}}, left: {type: object, properties: {a: {type: string}}, unevaluatedProperties: {type: string}}, base: {allOf: [{$ref: '#/components/schemas/B'}], unevaluatedProperties: {type: integer}}, shut: {allOf: [{$ref: '#/components/schemas/B'}], unevaluatedProperties: false}}}",
    "B: {type: object, properties: {b: {type: string}}}",
];

#[test]
fn members_of_some_values_are_declared_and_may_be_absent() {
    let found = of(CONDITIONAL);
    declares(
        &found,
        "AWhen",
        &[
            "k: Option<AK>,",
            "x: Option<String>,",
            "z: Option<AWhenZ>,",
            "y: Option<i64>,",
        ],
    );
    declares(&found, "AWhenZ", &["Integer(i64),", "Text(String),"]);
    declares(&found, "A", &["base: Option<ABase>,", "shut: Option<B>,"]);
    let when = r#"{"when":{"k":"a","x":"b","z":1,"y":2},"on":{"a":"b","c":"d"}}"#;
    let left = r#"{"left":{"a":"b","other":"c"},"base":{"b":"c","other":5}}"#;
    tells(CONDITIONAL, &[(when, &[]), (left, &[])]);
}

const WORDS_OF_A_BASE: &[&str] = &[
    "A: {type: object, discriminator: {propertyName: t}, required: [t], properties: {t: {type: string, enum: [cat, Dog, bird-1]}}}",
    "Cat: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {lives: {type: integer}}}]}",
    "Dog: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {barks: {type: boolean}}}]}",
    "Bird: {x-ms-discriminator-value: bird-1, allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {wings: {type: integer}}}]}",
];

#[test]
fn of_the_words_of_a_base_each_heir_has_its_own() {
    let found = of(WORDS_OF_A_BASE);
    let lines = [
        "#[api(tag, debug)]",
        "Cat(Cat),",
        "Dog(Dog),",
        "Bird1(Bird),",
    ];
    declares(&found, "A", &lines);
    tells(
        WORDS_OF_A_BASE,
        &[
            (r#"{"t":"cat","lives":9}"#, &[]),
            (r#"{"t":"Dog","barks":true}"#, &[]),
            (r#"{"t":"bird-1","wings":2}"#, &[]),
        ],
    );
}
