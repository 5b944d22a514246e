//! Lists of what answers hold: pages, and whatever else wraps lists or is one by itself.

use cargo_api_object::import::{Imported, Options, import_text};

use super::fixture::{declares, has_type, item};

/// Imports operations, each on a line of its own: a path, the bodies of a `get` as `response`, of a `post` as `request`.
fn imported(operations: &[(&str, &str)], schemas: &[&str]) -> Imported {
    let mut text = "openapi: 3.1.0\ninfo: {title: Pages, version: '1'}\npaths:\n".to_owned();
    for (path, body) in operations {
        text += &format!("  /{path}:\n{body}");
    }
    text += "components:\n  schemas:\n";
    for schema in schemas {
        text += &format!("    {schema}\n");
    }
    import_text("pages.yaml", &text, &Options::default()).expect("the document is imported")
}

fn answered(schema: &str) -> String {
    let content = format!("{{application/json: {{schema: {schema}}}}}");
    format!("    get: {{responses: {{'200': {{description: d, content: {content}}}}}}}\n")
}

fn taken(schema: &str) -> String {
    let content = format!("{{application/json: {{schema: {schema}}}}}");
    format!(
        "    post: {{requestBody: {{content: {content}}}, responses: {{'204': {{description: d}}}}}}\n"
    )
}

const PET: &str = "Pet: {type: object, required: [id], properties: {id: {type: string}, toys: {type: array, items: {$ref: '#/components/schemas/Toy'}}}}";
const TOY: &str = "Toy: {type: object, required: [name], properties: {name: {type: string}}}";

#[test]
fn an_answer_that_is_a_list_keeps_what_does_not_fit() {
    let bare = answered("{type: array, items: {$ref: '#/components/schemas/Pet'}}");
    let inline = answered("{type: array, items: {type: object, properties: {a: {type: string}}}}");
    let nullable = answered(
        "{type: array, items: {anyOf: [{$ref: '#/components/schemas/Toy'}, {type: 'null'}]}}",
    );
    let named = answered("{$ref: '#/components/schemas/Pets'}");
    let words = answered("{type: array, items: {type: string}}");
    let sent = taken("{type: array, items: {$ref: '#/components/schemas/Order'}}");
    let found = imported(
        &[
            ("bare", &bare),
            ("inline", &inline),
            ("nullable", &nullable),
            ("named", &named),
            ("words", &words),
            ("sent", &sent),
        ],
        &[
            PET,
            TOY,
            "Pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}",
            "Order: {type: object, properties: {a: {type: string}}}",
            "Unused: {type: array, items: {$ref: '#/components/schemas/Toy'}}",
        ],
    );
    declares(
        &found,
        "GetBareResponse",
        &["pub type GetBareResponse = Items<Pet>;"],
    );
    declares(
        &found,
        "GetInlineResponse",
        &["pub type GetInlineResponse = Items<GetInlineResponseItem>;"],
    );
    declares(
        &found,
        "GetNullableResponse",
        &["pub type GetNullableResponse = Items<Option<Toy>>;"],
    );
    declares(&found, "Pets", &["pub type Pets = Items<Pet>;"]);
    // Strings fit or the list is another one; and what is sent is made here.
    declares(
        &found,
        "GetWordsResponse",
        &["pub type GetWordsResponse = Vec<String>;"],
    );
    declares(
        &found,
        "PostSentRequest",
        &["pub type PostSentRequest = Vec<Order>;"],
    );
    declares(&found, "Unused", &["pub type Unused = Vec<Toy>;"]);
}

#[test]
fn an_answer_that_wraps_lists_keeps_what_does_not_fit() {
    let page = "{type: object, required: [pets], properties: {pets: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Pet'}}, next_cursor: {type: string}, warnings: {type: array, items: {type: string}}, kinds: {type: array, items: {enum: [cat, dog]}}}}";
    let found = imported(
        &[
            ("pets", &answered(page)),
            ("pet", &answered("{$ref: '#/components/schemas/Pet'}")),
            (
                "both",
                &(answered("{$ref: '#/components/schemas/Both'}")
                    + &taken("{$ref: '#/components/schemas/Both'}")),
            ),
        ],
        &[
            PET,
            TOY,
            "Both: {type: object, properties: {toys: {type: array, items: {$ref: '#/components/schemas/Toy'}}, data: {type: array, items: {$ref: '#/components/schemas/Toy'}}}}",
            "Inner: {type: object, properties: {toys: {type: array, items: {$ref: '#/components/schemas/Toy'}}, data: {type: array, items: {$ref: '#/components/schemas/Toy'}}}}",
        ],
    );
    declares(
        &found,
        "GetPetsResponse",
        &[
            "#[api(len(1..))]",
            "pets: Items<Pet>,",
            "warnings: Option<Vec<String>>,",
            "kinds: Option<Vec<GetPetsResponseKind>>,",
        ],
    );
    // A resource is read as a whole, and so is what is also sent.
    declares(&found, "Pet", &["toys: Option<Vec<Toy>>,"]);
    declares(
        &found,
        "Both",
        &["pub toys: Option<Vec<Toy>>,", "pub data: Option<Vec<Toy>>,"],
    );
    // What nobody is said to answer is a page by the name of its list.
    declares(
        &found,
        "Inner",
        &["toys: Option<Vec<Toy>>,", "data: Option<Items<Toy>>,"],
    );
    assert!(!item(&found, "Both").contains("Items"));
}

#[test]
fn what_wraps_lists_may_be_wrapped_itself() {
    let nested = "{type: object, properties: {data: {type: object, properties: {nodes: {type: array, items: {$ref: '#/components/schemas/Pet'}}, more: {type: array, items: {type: object, properties: {toys: {type: array, items: {$ref: '#/components/schemas/Toy'}}}}}}}}}";
    let found = imported(&[("nested", &answered(nested))], &[PET, TOY]);
    declares(
        &found,
        "GetNestedResponseData",
        &["nodes: Option<Items<Pet>>,"],
    );
    // What stands in a list is read as a whole.
    declares(
        &found,
        "GetNestedResponseDataMore",
        &["toys: Option<Vec<Toy>>,"],
    );
}

#[test]
fn a_body_that_may_be_null_says_so() {
    let list = "{type: [array, 'null'], items: {$ref: '#/components/schemas/Pet'}}";
    let object = "{type: [object, 'null'], properties: {a: {type: string}}}";
    let found = imported(
        &[("list", &answered(list)), ("object", &answered(object))],
        &[PET, TOY],
    );
    let alias = "pub type GetListResponse = Option<Items<Pet>>;";
    declares(&found, "GetListResponse", &[alias]);
    let told = super::fixture::parts(&found, false);
    let why = "null may come in the place of this body: it is an `Option` of its type";
    assert!(told.iter().any(|told| told.ends_with(why)), "{told:#?}");
}

#[test]
fn the_only_list_of_an_answer_that_is_one_of_several_keeps_what_does_not_fit() {
    let one = "{oneOf: [{$ref: '#/components/schemas/Pet'}, {type: array, items: {$ref: '#/components/schemas/Pet'}}]}";
    let two = "{oneOf: [{type: array, items: {$ref: '#/components/schemas/Toy'}}, {type: array, items: {$ref: '#/components/schemas/Pet'}}]}";
    let found = imported(
        &[("one", &answered(one)), ("two", &answered(two))],
        &[PET, TOY],
    );
    declares(
        &found,
        "GetOneResponse",
        &["Pet(Pet),", "List(Items<Pet>),"],
    );
    // Which of two lists it is, what fits tells.
    assert!(!item(&found, "GetTwoResponse").contains("Items"));
}

#[test]
fn a_body_that_refers_to_another_schema_is_that() {
    let page = "Page: {type: object, properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}";
    let described = "{$ref: '#/components/schemas/Page', description: All., x-order: 1}";
    let found = imported(&[("pets", &answered(described))], &[PET, TOY, page]);
    declares(&found, "Page", &["pets: Option<Items<Pet>>,"]);
    assert!(!has_type(&found, "GetPetsResponse"));
    let bounded = "{allOf: [{$ref: '#/components/schemas/Page'}], nullable: true}";
    let found = imported(&[("pets", &answered(bounded))], &[PET, TOY, page]);
    declares(&found, "Page", &["pets: Option<Items<Pet>>,"]);
    declares(
        &found,
        "GetPetsResponse",
        &["pub type GetPetsResponse = Option<Page>;"],
    );
}
