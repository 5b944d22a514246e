//! Nothing of a schema is lost in silence: each keyword is expressed in the declarations, or told of in the report.

use std::collections::BTreeSet;

use super::fixture::{imported, item, parts, path};
use cargo_api_object::document::{Value, parse};

/// What becomes of a keyword.
enum Becomes {
    /// This line of this type.
    Line(&'static str, &'static str),
    /// This part of the report: its place, and words of its reason.
    Told(&'static str, &'static str),
    /// A sample, which is evidence and no part of a type.
    Sample,
}

use Becomes::{Line, Sample, Told};

/// The keywords of JSON Schema 2020-12, those of earlier drafts that are gone there, and those that OpenAPI adds.
const KEYWORDS: &[(&str, Becomes)] = &[
    // Core.
    ("$id", Line("Worded", "pub addressed: Option<Box<Worded>>,")),
    ("$schema", Told("/Worded", "`$schema`")),
    (
        "$anchor",
        Line("Worded", "pub anchored: Option<Box<Worded>>,"),
    ),
    (
        "$dynamicAnchor",
        Line("Worded", "pub again: Option<Box<Worded>>,"),
    ),
    ("$recursiveAnchor", Told("/Worded", "`$recursiveAnchor`")),
    ("$vocabulary", Told("/Worded", "`$vocabulary`")),
    ("$comment", Told("/Worded", "`$comment`")),
    ("$ref", Line("Worded", "pub parts: Vec<Part>,")),
    (
        "$dynamicRef",
        Line("Worded", "pub again: Option<Box<Worded>>,"),
    ),
    (
        "$recursiveRef",
        Line("Worded", "pub once: Option<Box<Worded>>,"),
    ),
    ("$defs", Line("Worded", "pub local: Option<WordedLocal>,")),
    (
        "definitions",
        Line("Worded", "pub ancient: Option<WordedAncient>,"),
    ),
    // Applicators.
    ("prefixItems", Line("WordedPair", "Integer(i64),")),
    ("items", Line("Worded", "pub listed: Option<Vec<String>>,")),
    ("additionalItems", Line("WordedOlder", "Boolean(bool),")),
    ("contains", Told("/Worded/properties/parts", "`contains`")),
    ("properties", Line("Worded", "pub name: String,")),
    (
        "patternProperties",
        Line("Worded", "pub named: Option<BTreeMap<String, i64>>,"),
    ),
    (
        "additionalProperties",
        Line("Worded", "pub labels: Option<BTreeMap<String, String>>,"),
    ),
    ("propertyNames", Told("/Worded", "`propertyNames`")),
    ("dependentSchemas", Told("/Worded", "`dependentSchemas`")),
    ("dependencies", Told("/Worded", "`dependencies`")),
    ("if", Told("/Worded", "`if`")),
    ("then", Told("/Worded", "`then`")),
    ("else", Told("/Worded", "`else`")),
    ("not", Told("/Worded", "`not`")),
    ("allOf", Line("Part", "pub more: Option<String>,")),
    ("anyOf", Line("WordedEither", "#[api(untagged, debug)]")),
    ("oneOf", Line("WordedKind", "Left(Left),")),
    (
        "unevaluatedItems",
        Told("/Worded/properties/parts", "`unevaluatedItems`"),
    ),
    (
        "unevaluatedProperties",
        Told("/Worded", "`unevaluatedProperties`"),
    ),
    // Validation.
    ("type", Line("Worded", "pub short: Option<i32>,")),
    ("const", Line("WordedFixed", "Fixed,")),
    ("enum", Line("WordedWord", "Two,")),
    (
        "multipleOf",
        Line("Worded", "#[api(optional, multiple_of(5))]"),
    ),
    ("minimum", Line("Worded", "#[api(optional, range(1..9))]")),
    (
        "exclusiveMaximum",
        Line("Worded", "#[api(optional, range(1..9))]"),
    ),
    (
        "exclusiveMinimum",
        Line("Worded", "#[api(optional, range(0 <..=1))]"),
    ),
    (
        "maximum",
        Line("Worded", "#[api(optional, range(0 <..=1))]"),
    ),
    (
        "minLength",
        Line("Worded", "#[api(len(1..=9), pattern(\"^[a-z]+$\"))]"),
    ),
    (
        "maxLength",
        Line("Worded", "#[api(len(1..=9), pattern(\"^[a-z]+$\"))]"),
    ),
    (
        "pattern",
        Line("Worded", "#[api(len(1..=9), pattern(\"^[a-z]+$\"))]"),
    ),
    ("minItems", Line("Worded", "#[api(len(1..=3), unique)]")),
    ("maxItems", Line("Worded", "#[api(len(1..=3), unique)]")),
    ("uniqueItems", Line("Worded", "#[api(len(1..=3), unique)]")),
    (
        "minContains",
        Told("/Worded/properties/parts", "`minContains`"),
    ),
    (
        "maxContains",
        Told("/Worded/properties/parts", "`maxContains`"),
    ),
    (
        "minProperties",
        Line("Worded", "#[api(optional, len(1..=2))]"),
    ),
    (
        "maxProperties",
        Line("Worded", "#[api(optional, len(1..=2))]"),
    ),
    ("required", Line("Worded", "pub name: String,")),
    ("dependentRequired", Told("/Worded", "`dependentRequired`")),
    // What is said of a schema.
    ("title", Told("/Worded", "the title")),
    ("description", Line("Worded", "/// What is described.")),
    ("default", Line("Worded", "/// Default: `\"x\"`.")),
    ("deprecated", Line("Worded", "#[deprecated]")),
    ("readOnly", Line("Worded", "/// Only in answers.")),
    ("writeOnly", Line("Worded", "/// Only in requests.")),
    ("example", Sample),
    ("examples", Sample),
    ("format", Line("Worded", "#[api(optional, format(uri))]")),
    (
        "contentEncoding",
        Told("/Worded/properties/encoded", "`contentEncoding`"),
    ),
    (
        "contentMediaType",
        Told("/Worded/properties/encoded", "`contentMediaType`"),
    ),
    (
        "contentSchema",
        Told("/Worded/properties/encoded", "`contentSchema`"),
    ),
    // OpenAPI.
    ("nullable", Line("Worded", "#[api(optional(nullable))]")),
    (
        "discriminator",
        Line(
            "Left",
            "#[api(tag(key = \"side\", word = \"left\"), debug)]",
        ),
    ),
    ("xml", Told("/Worded", "`xml`")),
    ("externalDocs", Told("/Worded", "`externalDocs`")),
];

/// What else is told, of uses of these keywords that are as good as none.
const ALSO: &[(&str, &str)] = &[
    ("/Worded", "`minProperties`"),
    ("/Worded", "`maxProperties`"),
    (
        "/Worded/properties/ahead",
        "the pattern `(?=x)` is not asked: look-around",
    ),
    ("/Worded/properties/day", "the format `date` is not asked"),
    ("/Worded/properties/given", "`minProperties`"),
    (
        "/Worded/properties/pair",
        "which place of the list holds which value",
    ),
    (
        "/Worded/properties/named/patternProperties/^x",
        "which names members have",
    ),
    ("/Worded/properties/listed/items", "`default`"),
    ("/Worded/properties/listed/items", "`readOnly`"),
    ("/Worded/properties/listed/items", "`writeOnly`"),
    ("/Base", "`discriminator`"),
];

#[test]
fn each_keyword_is_expressed_or_told_of() {
    let found = imported("keywords.yaml");
    let told = parts(&found, false);
    let is_told = |place: &str, words: &str| {
        let prefix = format!("{place}: ");
        told.iter().any(|part| {
            part.strip_prefix(&prefix)
                .is_some_and(|why| why.contains(words))
        })
    };
    let mut wrong = Vec::new();
    for (keyword, becomes) in KEYWORDS {
        match becomes {
            Line(ty, line) => {
                let item = item(&found, ty);
                if !item.lines().any(|found| found.trim() == *line) {
                    wrong.push(format!("{keyword}: no line `{line}` in\n{item}"));
                }
            }
            Told(place, words) if !is_told(place, words) => {
                wrong.push(format!("{keyword}: not told"));
            }
            Told(..) | Sample => {}
        }
    }
    for (place, words) in ALSO.iter().filter(|(place, words)| !is_told(place, words)) {
        wrong.push(format!("{place}: {words}: not told"));
    }
    assert!(wrong.is_empty(), "{}\n{told:#?}", wrong.join("\n"));
    assert_eq!(parts(&found, true), [""; 0]);
}

/// The keywords that stand in schemas, wherever these are.
fn keywords(schema: &Value, found: &mut BTreeSet<String>) {
    const MAPS: &[&str] = &[
        "properties",
        "patternProperties",
        "$defs",
        "definitions",
        "dependentSchemas",
    ];
    for (keyword, value) in schema.as_map().into_iter().flatten() {
        found.insert(keyword.clone());
        let is_map = MAPS.contains(&keyword.as_str());
        let inner = value.as_map().filter(|_| is_map).into_iter().flatten();
        inner.for_each(|(_, schema)| keywords(schema, found));
        match value {
            Value::List(list) => list.iter().for_each(|schema| keywords(schema, found)),
            Value::Map(_) if matches!(keyword.as_str(), "items" | "additionalProperties") => {
                keywords(value, found);
            }
            _ => {}
        }
    }
}

#[test]
fn the_document_has_each_keyword_and_no_other() {
    let text = std::fs::read_to_string(path("keywords.yaml")).unwrap();
    let document = parse(&text).unwrap();
    let schemas = document
        .get("components")
        .and_then(|found| found.get("schemas"))
        .unwrap();
    let mut found = BTreeSet::new();
    schemas
        .as_map()
        .unwrap()
        .values()
        .for_each(|schema| keywords(schema, &mut found));
    found.remove("x-vendor");
    let known: BTreeSet<String> = KEYWORDS
        .iter()
        .map(|(keyword, _)| (*keyword).to_owned())
        .collect();
    assert_eq!(known.len(), KEYWORDS.len());
    assert_eq!(found, known);
}
