//! Which variant of an `untagged` union is taken where several fit.

use api_object::{ApiObject, Code, Extra, Items, RawJson, Reader};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

/// Lists of numbers, and objects of which one sets a value aside.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Best {
    Whole(Vec<u8>),
    Broken(Vec<f64>),
    Count(Counted),
    Name(Titled),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Counted {
    #[api(optional)]
    value: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Titled {
    #[api(optional)]
    value: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_fits_in_full_goes_first() {
    let best = |json: &str| round_trips::<Best>(json).lenient();
    assert!(matches!(best("[1,2]"), Best::Whole(_)));
    assert!(matches!(best("[0.5,2]"), Best::Broken(_)));
    assert!(matches!(best(r#"{"value":1}"#), Best::Count(_)));
    assert!(matches!(best(r#"{"value":"a"}"#), Best::Name(_)));
    assert!(matches!(best(r#"{"other":1}"#), Best::Count(_)));
    assert!(matches!(
        *comes_back::<Best>(r#"{"value":[]}"#),
        Best::Count(_)
    ));
    assert_snapshot!(report_of::<Best>(r#"{"value":[]}"#), @"
    violation[misfit] /value: expected an integer from 0 to 255 or null, found []
    1 violation
    ");
}

/// Told apart by nothing but a tag that may be missing.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Place {
    Marked(Marked),
    Plain(Plain),
    Nested(Nested),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag(key = "kind", word = "marked"))]
struct Marked {
    x: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Plain {
    x: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Nested {
    marked: Marked,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn an_object_without_its_tag_fits_in_part() {
    let place = |json: &str| round_trips::<Place>(json).lenient();
    assert!(matches!(place(r#"{"x":1}"#), Place::Plain(_)));
    assert!(matches!(
        place(r#"{"kind":"marked","x":1}"#),
        Place::Marked(_)
    ));
    assert!(matches!(place(r#"{"marked":{"x":1}}"#), Place::Nested(_)));
    assert!(matches!(
        serde_json::from_value::<Place>(serde_json::json!({"x": 1})).unwrap(),
        Place::Plain(_)
    ));
    let either = |json: &str| round_trips::<Either<Marked, Nested>>(json).lenient();
    assert!(matches!(either(r#"{"x":1}"#), Either::Left(_)));
}

/// One of two.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Either<A, B> {
    Left(A),
    Right(B),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Holder {
    part: Option<Part>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Part {
    y: u8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_fits_in_part_is_filled_where_that_is_wished_for() {
    let json = r#"{"part":{"z":1}}"#;
    let reader = Reader::new().fill_missing();
    let either = reader.from_str::<Either<Plain, Holder>>(json).unwrap();
    let Either::Right(holder) = &*either else {
        panic!("another variant")
    };
    assert_eq!(holder.part().map(|part| part.y), Some(0));
    let report = either.report();
    let first = &report.issues()[0];
    assert_eq!(
        (first.code, first.pointer.as_str()),
        (Code::MissingFilled, "/part/y")
    );
    assert_eq!(api_object::to_string(&either), json);
}

/// A page whose items stand each for itself, and an object without any.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Answer {
    Page(Page),
    Maybe(Maybe),
    Loose(Loose),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Page {
    data: Items<Row>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Row {
    n: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Maybe {
    data: Vec<Inner>,
    #[api(extra)]
    extra: Extra,
}

/// Whatever comes, this takes it.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Inner {
    Row(Row),
    Half(Half),
    #[api(unknown)]
    Other(RawJson),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Half {
    m: u8,
    #[api(optional)]
    k: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Loose {
    #[api(optional)]
    more: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

/// What speaks against a value within a variant need not speak against the variant.
#[test]
fn what_is_kept_within_a_variant_fits_in_full() {
    let answer = |json: &str| comes_back::<Answer>(json).lenient();
    assert!(matches!(answer(r#"{"data":[{"n":1}]}"#), Answer::Page(_)));
    // The list keeps what is no row.
    for json in [r#"{"data":[{"n":1},{"n":"x"},7]}"#, r#"{"data":[7,{}]}"#] {
        let Answer::Page(page) = answer(json) else {
            panic!("{json}");
        };
        assert_eq!(page.data.unreadable().count(), 2, "{json}");
    }
    // No list of items.
    assert!(matches!(answer(r#"{"data":7}"#), Answer::Loose(_)));
    // What is set aside within an item is not as its type has it.
    assert!(matches!(answer(r#"{"more":"x"}"#), Answer::Loose(_)));

    let inner = |json: &str| {
        let maybe = comes_back::<Maybe>(json).lenient();
        let kinds = maybe.data.iter().map(|inner| match inner {
            Inner::Row(_) => "row",
            Inner::Half(_) => "half",
            Inner::Other(_) => "other",
        });
        kinds.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        inner(r#"{"data":[{"n":1},{"m":2},{"q":3},4]}"#),
        "row half other other"
    );
    assert_eq!(
        inner(r#"{"data":[{"m":2,"k":"x"},{"m":"x","n":1},{"m":1,"n":"x"}]}"#),
        "half row half"
    );
}

/// Lists of lists, each as one of two that differ at their ends.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Tree {
    Words(Vec<Tree>),
    Either(Either<Leaf, Vec<Tree>>),
    Leaf(Leaf),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Leaf {
    #[api(optional)]
    at: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

/// Far below it is found out what a value does not fit, and a value that fits in part is read again.
#[test]
fn what_fits_in_part_far_below_is_read_soon() {
    for levels in [1, 2, 5, 20, 60] {
        for leaf in [r#"{"at":1}"#, r#"{"at":"x"}"#, "{}"] {
            let json = format!("{}{leaf}{}", "[".repeat(levels), "]".repeat(levels));
            let tree = comes_back::<Tree>(&json);
            let expected = usize::from(leaf.contains('x'));
            assert_eq!(tree.report().len(), expected, "{json}");
        }
        let json = format!("{}7{}", "[".repeat(levels), "]".repeat(levels));
        let error = api_object::from_str::<Tree>(&json).unwrap_err();
        assert_eq!(error.first().issue.code, Code::Misfit);
    }
}
