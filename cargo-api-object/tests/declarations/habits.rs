//! Habits of documents: how they name, tell apart and describe what others name, tell apart and describe in other ways.

use cargo_api_object::import::{Imported, Options, import_text};

use super::fixture::{declares, imported, item, parts, with};

/// Imports a document that has these schemas, each on a line of its own.
fn of(schemas: &[&str]) -> Imported {
    let schemas: Vec<String> = schemas
        .iter()
        .map(|schema| format!("    {schema}\n"))
        .collect();
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: Habits, version: '1'}}\ncomponents:\n  schemas:\n{}",
        schemas.concat()
    );
    import_text("habits.yaml", &text, &Options::default()).expect("the document is imported")
}

fn has_type(found: &Imported, name: &str) -> bool {
    let heads = ["struct", "enum", "type"].map(|kind| format!("pub {kind} {name} "));
    let mut files = found.files.iter();
    files.any(|file| heads.iter().any(|head| file.text.contains(head.as_str())))
}

#[test]
fn numbers_and_booleans_tell_branches_apart() {
    let found = imported("habits.yaml");
    declares(
        &found,
        "Widget",
        &[
            "#[api(tag)]",
            "#[api(when(\"type\" = 1))]",
            "Row(WidgetRow),",
            "#[api(when(\"type\" = 2))]",
            "Button(WidgetButton),",
            "Other(UnknownObject),",
        ],
    );
    declares(
        &found,
        "Reply",
        &[
            "#[api(tag)]",
            "#[api(when(ok = true))]",
            "Ok(ReplyOk),",
            "#[api(when(ok = false))]",
            "NotOk(ReplyNotOk),",
        ],
    );
    // What may be absent tells nothing.
    declares(&found, "Loosely", &["#[api(untagged)]"]);
}

#[test]
fn a_tag_that_the_document_names_need_not_be_required() {
    let found = imported("habits.yaml");
    declares(
        &found,
        "Pets",
        &["#[api(tag)]", "Cat(HabitCat),", "Dog(HabitDog),"],
    );
    declares(
        &found,
        "HabitDog",
        &["#[api(tag(key = \"pet_type\", word = \"dog\", optional))]"],
    );
    // Without a discriminator, it is only one of the members.
    let found = of(&[
        "A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}",
        "B: {type: object, properties: {type: {const: b}, x: {type: string}}, required: [x]}",
        "C: {type: object, properties: {type: {const: c}, y: {type: string}}, required: [y]}",
    ]);
    declares(&found, "A", &["#[api(untagged)]"]);
}

#[test]
fn a_string_that_may_be_empty_is_a_string() {
    let found = of(&[
        "A: {type: object, properties: {mail: {anyOf: [{type: string, format: email, maxLength: 9, minLength: 2}, {enum: ['']}]}, both: {anyOf: [{type: string}, {enum: ['', a]}]}, alone: {enum: ['']}, other: {anyOf: [{type: integer}, {enum: ['']}]}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "#[api(optional, len(..=9))]",
            "mail: Option<String>,",
            "both: Option<ABoth>,",
            "alone: Option<AAlone>,",
            "other: Option<AOther>,",
        ],
    );
}

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
fn a_part_that_references_lead_to_is_one_type() {
    let found = of(&[
        "Deep: {type: object, properties: {inner: {type: object, properties: {a: {type: string}}}, again: {$ref: '#/components/schemas/Deep/properties/inner'}}}",
        "Same: {type: object, properties: {a: {type: string}}}",
        "Built: {allOf: [{$ref: '#/components/schemas/Deep'}, {type: object, properties: {more: {type: string}}}]}",
    ]);
    declares(
        &found,
        "Deep",
        &["inner: Option<DeepInner>,", "again: Option<DeepInner>,"],
    );
    declares(&found, "Built", &["inner: Option<DeepInner>,"]);
    assert!(item(&found, "DeepInner").contains("/// A part of `Deep`."));
}

#[test]
fn anchors_are_followed() {
    let found = of(&[
        "Tree: {$dynamicAnchor: node, type: object, properties: {kids: {type: array, items: {$dynamicRef: '#node'}}}}",
        "User: {type: object, properties: {tree: {$dynamicRef: '#node'}, leaf: {$ref: '#leaf'}, none: {$ref: '#nothing'}}}",
        "Leaf: {$anchor: leaf, type: object, properties: {n: {type: integer}}}",
    ]);
    declares(&found, "Tree", &["kids: Option<Vec<Tree>>,"]);
    declares(
        &found,
        "User",
        &[
            "tree: Option<Tree>,",
            "leaf: Option<Leaf>,",
            "none: Option<RawJson>,",
        ],
    );
    assert_eq!(
        parts(&found, true),
        ["/User/properties/none: nothing is at `#nothing`"]
    );
}

#[test]
fn a_component_in_a_file_of_its_own_has_its_name() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    write(
        "main.yaml",
        "openapi: 3.1.0\ninfo: {title: x, version: '1'}\ncomponents:\n  schemas:\n    Order: {$ref: order_v2.yaml}\n    Line: {type: object, properties: {of: {$ref: '#/components/schemas/Order'}, it: {$ref: order_v2.yaml}}}\n",
    );
    write(
        "order_v2.yaml",
        "{type: object, properties: {id: {type: string}}}",
    );
    write(
        "whole.yaml",
        "openapi: 3.1.0\ninfo: {title: x, version: '1'}\ncomponents:\n  schemas: {$ref: schemas.yaml}\n",
    );
    write(
        "schemas.yaml",
        "Lot: {type: object, properties: {next: {$ref: '#/Lot'}}}",
    );
    let from = |name: &str| {
        with(&Options {
            files: vec![dir.path().join(name)],
            ..Options::default()
        })
    };
    let found = from("main.yaml");
    declares(
        &found,
        "Order",
        &["pub struct Order {", "id: Option<String>,"],
    );
    declares(
        &found,
        "Line",
        &["of: Option<Order>,", "it: Option<Order>,"],
    );
    assert!(!has_type(&found, "OrderV2") && !has_type(&found, "Order2"));
    let found = from("whole.yaml");
    declares(
        &found,
        "Lot",
        &["pub struct Lot {", "next: Option<Box<Lot>>,"],
    );
}

#[test]
fn schemas_of_other_things_are_no_twins() {
    let found = of(&[
        "User: {type: object, properties: {id: {type: string}, name: {type: string}}, required: [id]}",
        "Team: {type: object, properties: {id: {type: string}, name: {type: string}}, required: [id]}",
        "nullable-user: {type: object, nullable: true, properties: {id: {type: string}, name: {type: string}}, required: [id]}",
        "Holder: {type: object, required: [a, b], properties: {a: {$ref: '#/components/schemas/User'}, b: {$ref: '#/components/schemas/nullable-user'}}}",
    ]);
    assert!(has_type(&found, "Team") && !has_type(&found, "NullableUser"));
    declares(&found, "Holder", &["a: User,", "b: Option<User>,"]);
}

#[test]
fn widths_of_integers_are_kept() {
    let found = of(&[
        "A: {type: object, required: [a, b, c, d], properties: {a: {type: integer, format: uint32, minimum: 0}, b: {type: integer, format: int8}, c: {type: integer, format: uint16, maximum: 9}, d: {type: integer, format: uint8}}}",
    ]);
    declares(
        &found,
        "A",
        &[
            "a: u32,",
            "b: i8,",
            "#[api(range(..=9))]",
            "c: u16,",
            "d: u8,",
        ],
    );
    assert_eq!(parts(&found, false), [""; 0]);
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
        (
            "PostPetAddedRequest",
            "/// What the event `petAdded` brings.",
        ),
        ("GetBResponse", "/// What `GET /b` answers."),
    ] {
        assert!(item(&found, name).contains(told), "{}", item(&found, name));
    }
}

#[test]
fn a_list_of_objects_that_is_told_more_closely_holds_what_it_refers_to() {
    let found = of(&[
        "Page: {type: object, required: [items], properties: {items: {type: array, items: {type: object}}}}",
        "TrackPage: {allOf: [{$ref: '#/components/schemas/Page'}, {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Track'}}}}]}",
        "Track: {type: object, properties: {id: {type: string}}}",
    ]);
    declares(&found, "TrackPage", &["items: Vec<Track>,"]);
}

#[test]
fn objects_within_a_base_are_the_same_in_its_heirs() {
    let found = of(&[
        "TaskCompact: {type: object, properties: {created_by: {type: object, properties: {gid: {type: string}}}, at: {type: array, items: {type: object, properties: {x: {type: number}}}}}}",
        "TaskBase: {allOf: [{$ref: '#/components/schemas/TaskCompact'}, {type: object, properties: {done: {type: object, properties: {by: {type: string}}}}}]}",
        "Task: {allOf: [{$ref: '#/components/schemas/TaskBase'}, {type: object, properties: {name: {type: string}}}]}",
    ]);
    for name in ["TaskCompact", "TaskBase", "Task"] {
        declares(
            &found,
            name,
            &[
                "created_by: Option<TaskCompactCreatedBy>,",
                "at: Option<Vec<TaskCompactAt>>,",
            ],
        );
    }
}

#[test]
fn a_body_that_is_only_a_reference_has_no_name_of_its_own() {
    let text = "openapi: 3.1.0\ninfo: {title: x, version: '1'}\npaths: {/a: {get: {operationId: getA, responses: {'200': {content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/Pet'}]}}}}}}}}\ncomponents: {schemas: {Pet: {type: object, properties: {id: {type: string}}}}}\n";
    let found = import_text("x.yaml", text, &Options::default()).unwrap();
    assert!(!has_type(&found, "GetAResponse"));
    assert!(item(&found, "Pet").contains("/// What `GET /a` answers."));
}

#[test]
fn bodies_of_swagger_are_read() {
    let text = "swagger: '2.0'\ninfo: {title: x, version: '1'}\nparameters: {PetBody: {in: body, name: pet, schema: {$ref: '#/definitions/Pet'}}}\npaths: {/pets: {post: {operationId: addPet, parameters: [{in: query, name: q, type: string}, {$ref: '#/parameters/PetBody'}], responses: {'200': {schema: {type: object, required: [n, pet], properties: {n: {type: integer}, pet: {$ref: '#/definitions/Pet'}}}, examples: {application/json: {n: 1.5, pet: {id: a}}}}}}}}\ndefinitions: {Pet: {type: object, required: [id], properties: {id: {type: string}, nick: {type: string, x-nullable: true}}}}\n";
    let found = import_text("x.yaml", text, &Options::default()).unwrap();
    declares(
        &found,
        "Pet",
        &[
            "/// What `POST /pets` takes.",
            "pub id: String,",
            "pub nick: Option<String>,",
        ],
    );
    // The sample has a fraction.
    declares(
        &found,
        "AddPetResponse",
        &["/// What `POST /pets` answers.", "n: f64,", "pet: Pet,"],
    );
}
