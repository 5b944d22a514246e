//! What documents call things, and what they say of them, in names and comments.

use cargo_api_object::import::{Options, import_text};

use super::fixture::{declares, has_type, item, of};

#[test]
fn packages_are_no_part_of_names() {
    let found = of(&[
        "org.example.core.v1.Pod: {type: object, properties: {meta: {$ref: '#/components/schemas/org.example.meta.v1.ObjectMeta'}}}",
        "org.example.apps.v1.Pod: {type: object, properties: {size: {type: integer}}}",
        "org.example.meta.v1.ObjectMeta: {type: object, properties: {name: {type: string}}}",
        "billing.meter_event: {type: object, properties: {name: {type: string}, at: {type: string}}}",
        "\"Acme.Page`1[[Acme.Shop.Order, Shop, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]\": {type: object, properties: {of: {$ref: '#/components/schemas/Acme.Shop.Order'}}}",
        "Acme.Shop.Order: {type: object, properties: {id: {type: integer}}}",
    ]);
    declares(&found, "CoreV1Pod", &["meta: Option<ObjectMeta>,"]);
    for name in [
        "AppsV1Pod",
        "ObjectMeta",
        "BillingMeterEvent",
        "AcmePageOrder",
        "Order",
    ] {
        assert!(has_type(&found, name), "{name}");
    }
    // The whole name stays where people look for it.
    assert!(item(&found, "ObjectMeta").contains("`org.example.meta.v1.ObjectMeta`"));
}

#[test]
fn letters_with_marks_are_plain_ones_and_others_are_numbered() {
    let found = of(&[
        "Straße: {type: object, properties: {größe: {type: integer}, naïve-Ünit: {type: string}, 名前: {type: string}}}",
        "日本: {type: string, enum: [état, 東]}",
    ]);
    declares(
        &found,
        "Strasse",
        &[
            "groesse: Option<i64>,",
            "naive_uenit: Option<String>,",
            "u540d_u524d: Option<String>,",
        ],
    );
    declares(
        &found,
        "U65e5U672c",
        &[
            "#[api(rename = \"état\")]",
            "Etat,",
            "#[api(rename = \"東\")]",
            "U6771,",
        ],
    );
}

#[test]
fn words_do_not_repeat_their_enum() {
    let found = of(&[
        "v1JobState: {type: string, enum: [JOB_STATE_UNSPECIFIED, JOB_STATE_ON]}",
        "Mode: {type: string, enum: [JOB_ON, JOB_OFF]}",
    ]);
    declares(
        &found,
        "V1JobState",
        &[
            "#[api(rename = \"JOB_STATE_UNSPECIFIED\")]",
            "Unspecified,",
            "On,",
        ],
    );
    declares(&found, "Mode", &["JobOn,", "JobOff,"]);
}

#[test]
fn names_and_prose_of_single_words_are_kept() {
    let found = of(&[
        "A: {type: string, enum: [a, null, b], x-enum-varnames: [Alpha, Nothing, Beta], x-enum-descriptions: [The first., none, The second.]}",
        "B: {type: string, enum: [US], x-enumNames: [UnitedStates], x-enumDescriptions: {US: Fifty of them.}}",
        "C: {oneOf: [{const: red, title: Red, description: As blood.}, {const: green, title: Green}]}",
        "D: {type: integer, enum: [0, 4], x-enum-varnames: [New, Paid]}",
        "E: {type: integer, oneOf: [{const: 1, title: ROW, description: Holds others.}, {const: 2, title: BUTTON}]}",
        "F: {type: object, properties: {e: {$ref: '#/components/schemas/E'}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "/// The first.",
            "#[api(rename = \"a\")]",
            "Alpha,",
            "/// The second.",
            "Beta,",
        ],
    );
    declares(
        &found,
        "B",
        &[
            "/// Fifty of them.",
            "#[api(rename = \"US\")]",
            "UnitedStates,",
        ],
    );
    declares(
        &found,
        "C",
        &["pub enum C {", "/// As blood.", "Red,", "Green,"],
    );
    assert!(!item(&found, "C").contains("/// Green"));
    declares(
        &found,
        "D",
        &["/// - `0`: New", "/// - `4`: Paid", "pub type D = i64;"],
    );
    declares(
        &found,
        "E",
        &[
            "/// - `1`: ROW: Holds others.",
            "/// - `2`: BUTTON",
            "pub type E = i64;",
        ],
    );
    declares(
        &found,
        "F",
        &["/// - `2`: BUTTON", "#[api(optional, one_of(1, 2))]"],
    );
}

#[test]
fn a_title_that_repeats_the_name_says_nothing() {
    let found = of(&[
        "Item_Input: {type: object, title: ItemInput, properties: {pet_type: {type: string, title: Pet Type}, loc: {type: string, title: The location}}}",
    ]);
    let item = item(&found, "ItemInput");
    assert!(item.contains("/// The document's `Item_Input`."), "{item}");
    assert!(
        item.contains("/// The location.") && !item.contains("Pet Type"),
        "{item}"
    );
}

#[test]
fn prose_may_be_html() {
    let found = of(&[
        "A: {type: object, properties: {a: {type: string, description: 'In <a href=\"https://a.example/x\">the <b>smallest</b> unit</a> of <code>a &lt; b</code>.<br><br>See [what `a` is](https://b.example).'}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "/// In [the **smallest** unit](https://a.example/x) of `a < b`.",
            "///",
            "/// See [what `a` is](https://b.example).",
        ],
    );
}

#[test]
fn bodies_of_failures_and_events_say_what_they_are() {
    let text = "openapi: 3.1.0\ninfo: {title: x, version: '1'}\nwebhooks: {petAdded: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {pet: {type: string}}}}}}}}}\npaths: {/a: {get: {responses: {'200': {content: {application/json: {schema: {type: object, properties: {k: {type: string}}}}}}, '400': {content: {application/json: {schema: {type: object, properties: {no: {type: string}}}}}}}}}, /b: {get: {responses: {default: {content: {application/json: {schema: {type: object, properties: {d: {type: string}}}}}}}}}}\n";
    let found = import_text("x.yaml", text, &Options::default()).unwrap();
    for (name, told) in [
        (
            "GetAError",
            "/// What `GET /a` answers where something is wrong.",
        ),
        ("PetAddedEvent", "/// What the event `petAdded` brings."),
        ("GetBResponse", "/// What `GET /b` answers."),
    ] {
        assert!(item(&found, name).contains(told), "{}", item(&found, name));
    }
}

#[test]
fn a_component_says_which_event_brings_it() {
    let text = "openapi: 3.1.0\ninfo: {title: x, version: '1'}\nwebhooks: {petAdded: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}\ncomponents: {schemas: {Pet: {type: object, properties: {name: {type: string}}}, Alone: {type: object, properties: {name: {type: string}}, required: [name]}}}\n";
    let found = import_text("x.yaml", text, &Options::default()).unwrap();
    for (name, told) in [
        ("Pet", "/// What the event `petAdded` brings."),
        ("Alone", "/// The document's `Alone`."),
    ] {
        assert!(item(&found, name).contains(told), "{}", item(&found, name));
    }
}

#[test]
fn what_is_no_part_of_the_types_is_told_with_its_line() {
    let text = "components:\n  schemas:\n    A:\n      type: object\n      properties:\n        a: {enum: [[1], [2]]}\n        b:\n          type: string\n          contentEncoding: base64\n";
    let found =
        import_text("api.yaml", text, &Options::default()).expect("the document is imported");
    let told = found.coverage.to_string();
    for line in [
        "reduced  api.yaml:6:9 #/components/schemas/A/properties/a: an enum of lists or objects\n",
        "note     api.yaml:7:9 #/components/schemas/A/properties/b: `contentEncoding` is not part of the types\n",
    ] {
        assert!(told.contains(line), "{told}");
    }
    let json = found.coverage.to_json();
    let part = r#"is not part of the types","reduced":false,"line":7,"column":9}"#;
    assert!(json.contains(part), "{json}");
}

#[test]
fn bodies_are_called_as_their_components() {
    let text = "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      requestBody: {$ref: '#/components/requestBodies/NewA'}\n      responses: {default: {$ref: '#/components/responses/Problem'}, '200': {$ref: '#/components/responses/A'}}\n  /b:\n    get: {responses: {'400': {$ref: '#/components/responses/Problem'}}}\ncomponents:\n  requestBodies: {NewA: {content: {application/json: {schema: {type: object, properties: {n: {type: string}}}}}}}\n  responses:\n    Problem: {content: {application/problem+json: {schema: {type: object, properties: {p: {type: string}}}}}}\n    A: {content: {application/json: {schema: {type: object, properties: {r: {type: string}}}}}}\n  schemas:\n    A: {type: object, properties: {a: {type: string}}}\n";
    let found = import_text("x.yaml", text, &Options::default()).expect("the document is imported");
    let problem = item(&found, "Problem");
    let told = "/// What `POST /a` and `GET /b` answer where something is wrong.";
    assert!(problem.contains(told), "{problem}");
    declares(&found, "NewA", &["pub n: Option<String>,"]);
    // A schema has the first choice of its name.
    declares(&found, "A", &["a: Option<String>,"]);
    declares(&found, "AResponse", &["r: Option<String>,"]);
}

#[test]
fn branches_without_words_are_called_after_what_tells_them_apart() {
    let found = of(&[
        "Reading: {anyOf: [{type: object, required: [at, celsius], properties: {celsius: {type: number}, at: {type: integer}}}, {type: object, required: [lux], properties: {lux: {type: number}, at: {type: integer}}}, {type: object, title: Door, properties: {open: {type: boolean}}}]}",
        "Expr: {oneOf: [{type: object, title: Not, required: [op, arg], properties: {op: {const: not}, arg: {$ref: '#/components/schemas/Expr'}}}, {type: object, title: Compare, required: [op], properties: {op: {enum: ['<', '>']}}}]}",
        "Same: {anyOf: [{type: object, title: One, required: [a], properties: {a: {type: string}}}, {type: object, title: One, required: [a, b], properties: {a: {type: string}, b: {type: string}}}]}",
        "Alone: {anyOf: [{type: string}, {type: object, required: [a], properties: {a: {type: string}}}]}",
    ]);
    declares(
        &found,
        "Reading",
        &[
            "Celsius(ReadingCelsius),",
            "Lux(ReadingLux),",
            "Door(ReadingDoor),",
        ],
    );
    declares(
        &found,
        "Expr",
        &[
            "Not(ExprNot),",
            "#[api(when(op = \"<\" | \">\"))]",
            "Compare(ExprCompare),",
        ],
    );
    // A comment that only repeats a name says nothing.
    assert!(
        !item(&found, "Expr").contains("/// Not"),
        "{}",
        item(&found, "Expr")
    );
    declares(&found, "Same", &["B(SameB),", "Object(SameObject),"]);
    declares(&found, "Alone", &["Object(AloneObject),", "Text(String),"]);
}

#[test]
fn numbers_and_signs_stay_apart_in_names() {
    let found = of(&[
        "Size: {type: string, enum: [1-10, 1-100, 11-0, '2024-11-01', gpt-3.5, \"won't fix\", m², °C]}",
        "KindEnum: {type: string, enum: [KIND_ON, KIND_OFF]}",
        "Holder: {type: object, properties: {userIDs: {type: array, items: {type: string}}, URLs: {type: string}}}",
    ]);
    declares(
        &found,
        "Size",
        &[
            "N1_10,",
            "N1_100,",
            "N11_0,",
            "N2024_11_01,",
            "Gpt3_5,",
            "WontFix,",
            "M2,",
            "DegC,",
        ],
    );
    declares(&found, "KindEnum", &["On,", "Off,"]);
    declares(
        &found,
        "Holder",
        &["user_ids: Option<Vec<String>>,", "urls: Option<String>,"],
    );
}

#[test]
fn code_that_the_prose_of_a_module_opens_ends_with_it() {
    let text = "openapi: 3.0.0\ntags: [{name: pets, description: \"```\\ncode\"}]\npaths: {/a: {get: {tags: [pets], responses: {'200': {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}}}}\n";
    let found = import_text("x.yaml", text, &Options::default()).expect("the document is imported");
    let file = found.files.iter().find(|file| file.path == "pets.rs");
    let text = file.map(|file| file.text.as_str()).unwrap_or_default();
    let head = "//! ```text\n//! code\n//! ```\n//!\n//! Made from `x.yaml` by";
    assert!(text.starts_with(head), "{text}");
}

#[test]
fn what_is_spelled_as_in_rust_stays_what_it_is() {
    let found = of(&[
        "reading-kind: {type: object, properties: {foo-bar: {type: string}, fooBar: {type: string}, foo_bar: {type: integer}}}",
        "ReadingKind: {type: string, enum: [in-review, in_review, InReview]}",
    ]);
    declares(
        &found,
        "ReadingKind2",
        &[
            "#[api(rename = \"foo-bar\", optional)]",
            "foo_bar2: Option<String>,",
            "#[api(rename = \"fooBar\", optional)]",
            "foo_bar3: Option<String>,",
            "foo_bar: Option<i64>,",
        ],
    );
    declares(
        &found,
        "ReadingKind",
        &[
            "#[api(rename = \"in-review\")]",
            "InReview2,",
            "InReview,",
            "#[api(rename = \"InReview\")]",
            "InReview3,",
        ],
    );
}
