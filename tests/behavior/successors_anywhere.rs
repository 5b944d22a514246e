//! What is held against each other of two observations, at any depth: what did not come or did not fit is known of
//! neither, and one value may be spelled in two ways.

use api_object::{ApiObject, Expandable, Extra, Items, Reader, Secret, Str};
use insta::assert_snapshot;

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Order {
    #[api(immutable)]
    terms: Option<Terms>,
    #[api(immutable)]
    lines: Option<Items<Terms>>,
    #[api(immutable)]
    customer: Option<Expandable<Customer, CustomerId>>,
    #[api(set_once)]
    payers: Option<Vec<Expandable<Customer, CustomerId>>>,
    #[api(immutable)]
    origin: Option<Origin>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Terms {
    days: u32,
    #[api(null_like({}, ""))]
    note: Option<Note>,
    #[api(default = 3)]
    grace: u32,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Note {
    text: String,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Customer {
    #[api(id = "cus_")]
    id: CustomerId,
    name: String,
    #[api(immutable)]
    created: u32,
    #[api(extra)]
    extra: Extra,
}

/// Two types that are called alike.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Origin {
    Shop(shop::Source),
    Phone(phone::Source),
}

mod shop {
    #[derive(Debug, Clone, PartialEq, api_object::ApiObject)]
    pub(super) struct Source {
        #[api(immutable)]
        pub(super) shop: u32,
    }
}

mod phone {
    #[derive(Debug, Clone, PartialEq, api_object::ApiObject)]
    pub(super) struct Source {
        #[api(immutable)]
        pub(super) caller: u32,
    }
}

fn read(member: &str) -> Order {
    let json = format!("{{{member}}}");
    let reader = Reader::new().fill_missing();
    reader.from_str::<Order>(&json).expect(&json).lenient()
}

/// What speaks against these two observations, which is the same in either order.
#[track_caller]
fn says(earlier: &str, later: &str) -> String {
    let (earlier, later) = (read(earlier), read(later));
    let forth = earlier.check_successor(&later);
    assert_eq!(forth.len(), later.check_successor(&earlier).len());
    forth.to_string()
}

#[test]
fn what_is_as_good_as_null_is_null_inside_too() {
    let terms = |note: &str| format!(r#""terms":{{"days":1,"note":{note}}}"#);
    assert_eq!(says(&terms("null"), &terms("{}")), "no deviation");
    assert_eq!(says(&terms("\"\""), &terms("{}")), "no deviation");
    assert_snapshot!(says(&terms("{}"), &terms(r#"{"text":"a"}"#)), @"
    violation[immutable] /terms: terms is an object, but was another and never changes
    1 violation
    ");
}

#[test]
fn what_did_not_come_or_fit_inside_is_known_of_neither() {
    let terms = |terms: &str| format!(r#""terms":{terms},"lines":[{terms}]"#);
    let whole = terms(r#"{"days":1,"note":{"text":"a"},"grace":4}"#);
    for odd in [
        r#"{"note":{"text":"a"},"grace":4}"#,
        r#"{"days":"one","note":{"text":"a"},"grace":4}"#,
        r#"{"days":1,"note":7,"grace":4}"#,
        r#"{"days":1,"note":{"text":"a"},"grace":"four"}"#,
        "[]",
    ] {
        assert_eq!(says(&whole, &terms(odd)), "no deviation", "{odd}");
    }
    // What stands beside it is.
    assert_snapshot!(says(&whole, &terms(r#"{"days":"one","note":{"text":"b"},"grace":4}"#)), @"
    violation[immutable] /terms: terms is an object, but was another and never changes
    violation[immutable] /lines: lines is a list of 1 element, but was another and never changes
    2 violations
    ");
    assert_snapshot!(says(&whole, &terms(r#"{"days":1,"note":{"text":"a"},"grace":4,"more":1}"#)), @"
    violation[immutable] /terms: terms is an object, but was another and never changes
    violation[immutable] /lines: lines is a list of 1 element, but was another and never changes
    2 violations
    ");
}

#[test]
fn a_reference_to_another_object_is_told_by_its_id() {
    let [id, object] = [r#""cus_1""#, r#"{"id":"cus_2","name":"Ada","created":1}"#];
    let customer = |customer: &str| format!(r#""customer":{customer}"#);
    assert_snapshot!(says(&customer(id), &customer(object)), @r#"
    violation[immutable] /customer: customer is "cus_2", but was "cus_1" and never changes
    1 violation
    "#);
    let other = object.replace("cus_2", "cus_3");
    assert_snapshot!(says(&customer(object), &customer(&other)), @r#"
    violation[immutable] /customer: customer is "cus_3", but was "cus_2" and never changes
    1 violation
    "#);
}

#[test]
fn ids_of_numbers_are_shown_as_such_and_those_beside_secrets_not_at_all() {
    #[derive(Debug, ApiObject)]
    struct Issue {
        #[api(immutable)]
        duplicate_of: Expandable<Other, u64>,
        #[api(immutable)]
        key: Expandable<Key>,
    }

    #[derive(Debug, PartialEq, ApiObject)]
    struct Other {
        id: u64,
    }

    #[derive(Debug, PartialEq, ApiObject)]
    struct Key {
        id: Str,
        token: Secret<Str>,
    }

    let issue = |id: u64, key: &str| {
        let json =
            format!(r#"{{"duplicate_of":{{"id":{id}}},"key":{{"id":"{key}","token":"hidden"}}}}"#);
        api_object::from_str::<Issue>(&json).expect(&json).lenient()
    };
    let report = issue(7, "key_1").check_successor(&issue(8, "key_2"));
    assert_snapshot!(report, @"
    violation[immutable] /duplicate_of: duplicate_of is 8, but was 7 and never changes
    violation[immutable] /key: key is an object, but was another and never changes
    2 violations
    ");
}

#[test]
fn what_was_set_since_is_held_against_the_other() {
    let mut corrected = read(r#""terms":{"days":1,"note":7,"grace":"four"}"#);
    let terms = corrected.terms.as_mut().unwrap();
    (terms.grace, terms.note) = (
        4,
        Some(Note {
            text: "a".to_owned(),
        }),
    );
    let same = read(r#""terms":{"days":1,"note":{"text":"a"},"grace":4}"#);
    assert!(corrected.check_successor(&same).is_empty());
    let other = read(r#""terms":{"days":1,"note":{"text":"a"},"grace":5}"#);
    assert_eq!(corrected.check_successor(&other).len(), 1);
}

/// The reference is the same, whether or not the caller asked for the object.
#[test]
fn an_object_is_what_its_id_named_before_it_was_expanded() {
    let customer = |customer: &str| format!(r#""customer":{customer},"payers":[{customer}]"#);
    let ada = r#"{"id":"cus_1","name":"Ada","created":1}"#;
    let id = customer("\"cus_1\"");
    assert_eq!(says(&id, &customer(ada)), "no deviation");
    let renamed = r#"{"id":"cus_1","name":"Ada L.","created":1,"more":1}"#;
    assert_eq!(says(&customer(ada), &customer(renamed)), "no deviation");
    assert_snapshot!(says(&id, &customer(r#"{"id":"cus_2","name":"Bob","created":1}"#)), @r#"
    violation[immutable] /customer: customer is "cus_2", but was "cus_1" and never changes
    violation[set_once] /payers: payers is a list of 1 element, but was another and never changes once it is set
    2 violations
    "#);
    // What the object says of itself holds in it.
    assert_snapshot!(says(&customer(ada), &customer(r#"{"id":"cus_1","name":"Ada","created":2}"#)), @"
    violation[immutable] /customer/created: created is 2, but was 1 and never changes
    1 violation
    ");
    assert_snapshot!(says(&id, r#""customer":null,"payers":["cus_1"]"#), @r#"
    violation[immutable] /customer: customer is null, but was "cus_1" and never changes
    1 violation
    "#);
}

#[test]
fn two_types_of_one_name_are_two() {
    let (shop, phone) = (r#""origin":{"shop":1}"#, r#""origin":{"caller":1}"#);
    assert_snapshot!(says(shop, phone), @"
    violation[immutable] /origin: origin is an object, but was another and never changes
    1 violation
    ");
    #[derive(Debug, ApiObject)]
    struct Call {
        origin: Origin,
    }
    let call = |origin| Call { origin };
    let earlier = call(Origin::Shop(shop::Source { shop: 1 }));
    let later = call(Origin::Phone(phone::Source { caller: 2 }));
    assert!(earlier.check_successor(&later).is_empty());
}
