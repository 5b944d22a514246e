//! References, combinators, circles, operations.

use super::fixture::{declares, imported, item, parts};

#[test]
fn what_is_missing_is_reported() {
    let found = imported("required.yaml");
    declares(
        &found,
        "Thing",
        &[
            "id: String,",
            "#[api(optional(nullable))]",
            "lost: Option<RawJson>,",
            "far: Option<RawJson>,",
            "outside: Option<RawJson>,",
            "items: Option<Vec<RawJson>>,",
            "pair: Option<Vec<ThingPair>>,",
            "odd: Option<RawJson>,",
        ],
    );
    declares(&found, "Circle", &["pub type Circle = RawJson;"]);
    assert_eq!(
        parts(&found, true),
        [
            "/Circle: a reference that leads back to itself",
            "/Square: a reference that leads back to itself",
            "/Thing/properties/far: `https://example.com/schema.yaml` is in the network, which is not asked",
            "/Thing/properties/items: the document does not say what the list holds",
            "/Thing/properties/lost: nothing is at `#/components/schemas/Nowhere`",
            "/Thing/properties/odd: `file` is no type of JSON",
            "/Thing/properties/outside: `../../Cargo.toml` is outside of the document's folder",
        ]
    );
    assert_eq!(
        parts(&found, false),
        [
            "/Thing: `ghost` is required, and not declared; it is kept as an undeclared member",
            "/Thing: `id` is required twice",
            "/Thing/properties/pair: which place of the list holds which value is not part of the types",
        ]
    );
}

#[test]
fn combinators_of_one_branch_are_that_branch() {
    let found = imported("alone.yaml");
    declares(&found, "One", &["pub type One = Base;"]);
    declares(
        &found,
        "Holder",
        &[
            "/// The base.",
            "a: Base,",
            "b: Base,",
            "c: Base,",
            "d: Base,",
        ],
    );
}

#[test]
fn parts_are_put_together() {
    let found = imported("alone.yaml");
    declares(
        &found,
        "More",
        &[
            "id: String,",
            "note: String,",
            "size: i64,",
            "#[api(optional)]",
            "own: Option<bool>,",
        ],
    );
    declares(
        &found,
        "Choice",
        &["#[api(untagged, debug)]", "A(ChoiceA),", "B(ChoiceB),"],
    );
    declares(
        &found,
        "ChoiceA",
        &["common: Option<String>,", "a: String,"],
    );
    declares(&found, "ChoiceB", &["common: Option<String>,", "b: i64,"]);
    declares(
        &found,
        "Together",
        &["a: Option<String>,", "b: Option<String>,"],
    );
    assert_eq!(
        parts(&found, false),
        ["/Together: which members go together is not part of the types"]
    );
}

#[test]
fn a_base_is_the_union_of_its_heirs() {
    let found = imported("inheritance.yaml");
    declares(
        &found,
        "Pet",
        &[
            "#[api(tag, debug)]",
            "Cat(Cat),",
            "Dog(Dog),",
            "Other(UnknownObject),",
        ],
    );
    declares(
        &found,
        "Cat",
        &[
            "#[api(tag(key = \"kind\", word = \"cat\"), debug)]",
            "name: String,",
            "friend: Option<Box<Pet>>,",
            "lives: Option<i64>,",
        ],
    );
    declares(
        &found,
        "Dog",
        &[
            "#[api(tag(key = \"kind\", word = \"dog\"), debug)]",
            "tricks: Option<Vec<String>>,",
        ],
    );
    assert!(
        parts(&found, false)
            .iter()
            .any(|part| part.contains("the word `ghost` of the discriminator means nothing"))
    );
}

#[test]
fn a_discriminator_without_words_takes_names() {
    let found = imported("inheritance.yaml");
    // One branch has two words.
    declares(
        &found,
        "Shape",
        &[
            "#[api(tag, debug)]",
            "Circle(Circle),",
            "#[api(when(form = \"square\" | \"box\"))]",
            "Square(Square),",
            "Other(UnknownObject),",
        ],
    );
    declares(
        &found,
        "Circle",
        &[
            "#[api(tag(key = \"form\", word = \"Circle\"), debug)]",
            "r: f64,",
        ],
    );
    declares(&found, "Square", &["form: SquareForm,"]);
}

#[test]
fn circles_end() {
    let found = imported("inheritance.yaml");
    declares(
        &found,
        "Branch",
        &[
            "left: Box<Node>,",
            "#[api(rename = \"self\", optional)]",
            "self_: Option<Box<Branch>>,",
        ],
    );
    declares(
        &found,
        "Endless",
        &[
            "/// Required by the document, though no finite value could have it always.",
            "#[api(optional)]",
            "next: Option<Box<Endless>>,",
        ],
    );
    declares(
        &found,
        "Nested",
        &[
            "#[api(untagged, debug)]",
            "List(Vec<Nested>),",
            "Other(RawJson),",
        ],
    );
    declares(&found, "Direct", &["Text(String),", "Other(RawJson),"]);
    assert!(!item(&found, "Direct").contains("Direct("));
    assert_eq!(
        parts(&found, true),
        [
            "/Direct: a union that holds itself directly; what only that branch takes is kept as it comes",
        ]
    );
}

#[test]
fn unions_are_told_apart() {
    let found = imported("unions.yaml");
    declares(
        &found,
        "Content",
        &[
            "#[api(untagged, debug)]",
            "List(Vec<Part>),",
            "Text(String),",
        ],
    );
    declares(
        &found,
        "Part",
        &["#[api(tag, debug)]", "Text(TextPart),", "Image(ImagePart),"],
    );
    declares(
        &found,
        "TextPart",
        &[
            "#[api(tag(key = \"type\", word = \"text\"), debug)]",
            "text: String,",
        ],
    );
    // What asks for more is tried first; a number is any number.
    declares(
        &found,
        "Plain",
        &[
            "B(PlainB),",
            "Object(PlainObject),",
            "Number(f64),",
            "Boolean(bool),",
        ],
    );
    declares(&found, "PlainB", &["b: String,"]);
    assert!(!item(&found, "Plain").contains("Integer"));
}

#[test]
fn values_stand_beside_their_tag() {
    let found = imported("envelopes.yaml");
    declares(
        &found,
        "Integration",
        &[
            "#[api(tag = \"type\", keyed, debug)]",
            "/// Sends to a board.",
            "Board(IntegrationBoard, Extra),",
            "/// Where to.",
            "Hook(HookIntegrationHook, Extra),",
            "#[api(rename = \"mail-box\")]",
            "MailBox(Extra),",
            "Notes(Option<Vec<String>>, Extra),",
            "Other(UnknownObject),",
        ],
    );
    declares(
        &found,
        "JobEvent",
        &[
            "#[api(tag = \"event\", content = \"data\", debug)]",
            "#[api(rename = \"job.begun\")]",
            "Begun(JobState, Extra),",
            "Log(String, Extra),",
        ],
    );
    // A variant has no place for a rule; a union that holds itself is boxed.
    declares(&found, "Ruled", &["#[api(tag, debug)]", "Text(RuledText),"]);
    declares(&found, "RuledText", &["#[api(len(..=3))]"]);
    declares(
        &found,
        "Tree",
        &["Twig(Box<Tree>, Extra),", "Branch(Vec<Tree>, Extra),"],
    );
    assert_eq!(parts(&found, true), [""; 0]);
}

#[test]
fn a_further_constant_tells_variants_with_one_tag_apart() {
    let found = imported("envelopes.yaml");
    declares(
        &found,
        "Message",
        &[
            "#[api(tag, debug)]",
            "#[api(when(role = \"user\"))]",
            "AskedMessage(AskedMessage),",
            "#[api(when(role = \"assistant\"))]",
            "ToldMessage(ToldMessage),",
            "Message(OtherMessage),",
        ],
    );
    declares(
        &found,
        "Versioned",
        &[
            "#[api(when(version = 1))]",
            "ThingVersion1(VersionedThingVersion1),",
            "#[api(when(version = 2))]",
        ],
    );
    declares(
        &found,
        "Gone",
        &[
            "#[api(when(live = true))]",
            "ThingLive(GoneThingLive),",
            "#[api(when(live = false))]",
            "ThingNotLive(GoneThingNotLive),",
        ],
    );
}

#[test]
fn what_many_apis_have_is_there_already() {
    let found = imported("unions.yaml");
    declares(&found, "Invoice", &["customer: Expandable<Customer>,"]);
    declares(
        &found,
        "CustomerList",
        &["pub type CustomerList = List<Customer>;"],
    );
    declares(
        &found,
        "DeletedCustomer",
        &["pub type DeletedCustomer = Deleted<Customer>;"],
    );
    declares(
        &found,
        "Twin",
        &["/// The document's `Twin` and `PrefixTwin`."],
    );
    let shared: Vec<&str> = found
        .coverage
        .schemas
        .iter()
        .filter(|entry| entry.became == "shared")
        .map(|entry| entry.schema.as_str())
        .collect();
    assert_eq!(shared, ["PrefixTwin"]);
}

#[test]
fn operations_say_who_sends_what() {
    let found = imported("operations.yaml");
    declares(&found, "Pet", &["name: String,"]);
    declares(
        &found,
        "PetUpdate",
        &[
            "#[derive(Clone, Default, PartialEq, ApiObject)]",
            "pub name: Nullable<String>,",
            "#[api(optional)]",
            "pub age: Option<i64>,",
        ],
    );
    declares(
        &found,
        "Account",
        &[
            "/// Only in answers, and required there.",
            "#[api(optional)]",
            "pub id: Option<String>,",
            "/// Only in requests, and required there.",
            "pub password: Option<String>,",
            "pub name: String,",
        ],
    );
    declares(
        &found,
        "AccountPage",
        &["#[api(len(1..))]", "data: Items<Pet>,", "total: i64,"],
    );
    declares(&found, "GetPetsIdResponse", &["pet: Pet,"]);
    let paths: Vec<&str> = found.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["mod.rs", "pet_care.rs"]);
    assert!(
        found.files[1]
            .text
            .starts_with("//! Pet care.\n//!\n//! Made from `operations.yaml` (Operations 1)")
    );
}
