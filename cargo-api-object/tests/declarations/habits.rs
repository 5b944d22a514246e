//! Habits of documents: how they tell apart, share and place what others tell apart, share and place in other ways.

use cargo_api_object::import::{Options, import_text};

use super::fixture::{declares, has_type, imported, item, of, parts, with};

#[test]
fn numbers_and_booleans_tell_branches_apart() {
    let found = imported("habits.yaml");
    declares(
        &found,
        "Widget",
        &[
            "#[api(tag, debug)]",
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
            "#[api(tag, debug)]",
            "#[api(when(ok = true))]",
            "Ok(ReplyOk),",
            "#[api(when(ok = false))]",
            "NotOk(ReplyNotOk),",
        ],
    );
    // What may be absent tells nothing.
    declares(&found, "Loosely", &["#[api(untagged, debug)]"]);
}

#[test]
fn several_words_tell_one_branch() {
    let found = imported("habits.yaml");
    declares(
        &found,
        "PaymentRequestMethod",
        &[
            "#[api(tag, debug)]",
            "#[api(when(\"type\" = \"scheme\" | \"networkToken\" | \"card\"))]",
            "Card(CardDetails),",
            "#[api(when(\"type\" = \"klarna\" | \"afterpay\"))]",
            "PayLater(PayLaterDetails),",
            "Voucher(VoucherDetails),",
            "Other(UnknownObject),",
        ],
    );
    // Which of its words it is stays a member.
    declares(&found, "CardDetails", &["r#type: Option<CardDetailsType>,"]);
    declares(
        &found,
        "Figure",
        &[
            "#[api(tag, debug)]",
            "#[api(when(form = \"square\" | \"rectangle\"))]",
            "Square(FigureSquare),",
            "Circle(FigureCircle),",
        ],
    );
    // A word of two branches tells nothing.
    declares(&found, "Overlapping", &["#[api(untagged, debug)]"]);
    let lacking = "`type` tells this branch of a union from the others, and need not be there; what lacks it is none of them";
    let told = parts(&found, false);
    assert!(
        told.contains(&format!(
            "/PaymentRequest/properties/method/oneOf/0: {lacking}"
        )),
        "{told:#?}"
    );
}

#[test]
fn a_tag_that_the_document_names_need_not_be_required() {
    let found = imported("habits.yaml");
    declares(
        &found,
        "Pets",
        &["#[api(tag, debug)]", "Cat(HabitCat),", "Dog(HabitDog),"],
    );
    declares(
        &found,
        "HabitDog",
        &["#[api(tag(key = \"pet_type\", word = \"dog\", optional), debug)]"],
    );
    // Without a discriminator, it is only one of the members.
    let found = of(&[
        "A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}",
        "B: {type: object, properties: {type: {const: b}, x: {type: string}}, required: [x]}",
        "C: {type: object, properties: {type: {const: c}, y: {type: string}}, required: [y]}",
    ]);
    declares(&found, "A", &["#[api(untagged, debug)]"]);
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

/// As in FHIR, where `_birthDate` has the extensions of `birthDate`.
#[test]
fn a_sign_in_front_of_a_name_is_spelled_where_it_tells_members_apart() {
    let found = of(&[
        "Element: {type: object, properties: {url: {type: string}}}",
        "Patient: {type: object, required: [birthDate], properties: {_birthDate: {$ref: '#/components/schemas/Element'}, birthDate: {type: string}, _id: {type: string}, active: {type: boolean}, $active: {type: boolean}, '@active': {type: boolean}, __active: {type: boolean}, createdAt: {type: string}, created_at: {type: string}}}",
    ]);
    declares(
        &found,
        "Patient",
        &[
            "#[api(rename = \"_birthDate\", optional)]",
            "underscore_birth_date: Option<Element>,",
            "#[api(rename = \"birthDate\")]",
            "birth_date: String,",
            "id: Option<String>,",
            "active: Option<bool>,",
            "dollar_active: Option<bool>,",
            "at_active: Option<bool>,",
            "underscore_underscore_active: Option<bool>,",
            "created_at2: Option<String>,",
            "created_at: Option<String>,",
        ],
    );
}

/// A field has one name, so that `extra` keeps what only a pattern names.
#[test]
fn what_becomes_of_members_that_a_pattern_names_is_told() {
    let found = of(&[
        "Beside: {type: object, additionalProperties: {type: integer}, patternProperties: {'^_': {type: object, properties: {url: {type: string}}}, '^x-': {}}, properties: {name: {type: string}}}",
        "Closed: {type: object, additionalProperties: false, patternProperties: {'^\\d+$': {type: integer}}}",
        "Same: {type: object, patternProperties: {'^a': {type: integer}, '^b': {type: integer}}}",
        "Several: {type: object, patternProperties: {'^a': {type: integer}, '^b': {type: string}}}",
        "Rest: {type: object, additionalProperties: {type: string}, patternProperties: {'^a': {type: integer}}}",
    ]);
    declares(
        &found,
        "Beside",
        &[
            "name: Option<String>,",
            "#[api(extra(expected))]",
            "extra: Extra,",
        ],
    );
    declares(
        &found,
        "Closed",
        &["pub type Closed = BTreeMap<String, i64>;"],
    );
    declares(&found, "Same", &["pub type Same = BTreeMap<String, i64>;"]);
    declares(
        &found,
        "Several",
        &["pub type Several = BTreeMap<String, SeveralValue>;"],
    );
    declares(
        &found,
        "Rest",
        &["pub type Rest = BTreeMap<String, RestValue>;"],
    );
    assert_eq!(
        parts(&found, true),
        [
            "/Beside/additionalProperties: members without a name have a schema; they are kept as undeclared members, which are expected",
            "/Beside/patternProperties/^_: members whose names match `^_` are kept as undeclared members, which are expected; a member is declared by its name",
        ]
    );
    assert_eq!(
        parts(&found, false),
        [
            "/Beside/patternProperties/^x-: members whose names match `^x-` are kept as undeclared members, which are expected; a member is declared by its name",
            "/Closed/patternProperties/^\\d+$: which names members have is not part of the types",
            "/Rest/patternProperties/^a: which names members have is not part of the types",
            "/Same/patternProperties/^a: which names members have is not part of the types",
            "/Several/patternProperties/^a: which names members have is not part of the types",
        ]
    );
}

#[test]
fn schemas_whose_addresses_differ_in_their_query_are_two() {
    let found = of(&[
        "Old: {$id: 'https://a.example/s?v=1', type: object, properties: {a: {type: string}}}",
        "New: {$id: 'https://a.example/s?v=2', type: object, properties: {b: {type: string}, old: {$ref: '?v=1'}}}",
        "Both: {type: object, properties: {old: {$ref: 'https://a.example/s?v=1'}, new: {$ref: 'https://a.example/s?v=2#'}}}",
    ]);
    declares(&found, "New", &["old: Option<Old>,"]);
    declares(&found, "Both", &["old: Option<Old>,", "new: Option<New>,"]);
}
