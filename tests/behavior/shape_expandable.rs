//! `Expandable<T, I>`: an object, or only its id.

use api_object::{ApiObject, Expandable, Extra, Str, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Charge {
    #[api(id = "ch_")]
    id: ChargeId,
    customer: Option<Expandable<Customer, CustomerId>>,
    sources: Vec<Expandable<Source>>,
    #[api(extra)]
    extra: Extra,
}

/// It names charges as these name it: a circle.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Customer {
    #[api(id = "cus_")]
    id: CustomerId,
    #[api(optional)]
    last_charge: Option<Expandable<Charge, ChargeId>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "object")]
enum Source {
    Card(Card),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Card {
    id: String,
    #[api(extra)]
    extra: Extra,
}

/// It has no member `id` of its own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Loose {
    #[api(extra)]
    extra: Extra,
}

#[test]
fn ids_and_objects_come_back_as_they_came() {
    for json in [
        r#"{"id":"ch_1","customer":null,"sources":[]}"#,
        r#"{"id":"ch_1","customer":"cus_1","sources":["card_1","ba_1"]}"#,
        r#"{"id":"ch_1","customer":{"id":"cus_1"},"sources":["card_1",{"object":"card","id":"card_2"}]}"#,
        r#"{"id":"ch_1","customer":{"id":"cus_1","last_charge":{"id":"ch_0","customer":"cus_1","sources":[]}},"sources":[]}"#,
    ] {
        let charge = round_trips::<Charge>(json);
        assert!(charge.report().is_empty(), "{json}");
        assert_eq!(api_object::to_string(&charge), json);
    }
}

#[test]
fn the_id_is_known_either_way() {
    let json = r#"{"id":"ch_1","customer":{"id":"cus_9"},"sources":["a",{"object":"card","id":"b"},{"object":"ba","id":"c"},{"object":"ba"}]}"#;
    let charge = round_trips::<Charge>(json).lenient();
    let customer = charge.customer().expect("a customer");
    assert_eq!(*customer.id().unwrap(), CustomerId::from("cus_9"));
    assert!(customer.is_expanded() && customer.as_object().is_some());
    let ids = charge
        .sources()
        .iter()
        .map(|source| Some(source.id()?.to_string()));
    let ids: Vec<Option<String>> = ids.collect();
    let ids: Vec<_> = ids.iter().map(Option::as_deref).collect();
    assert_eq!(ids, [Some("a"), Some("b"), Some("c"), None]);
    let loose = |json| {
        round_trips::<Expandable<Loose>>(json)
            .id()
            .map(|id| id.to_string())
    };
    assert_eq!(loose(r#"{"id":"x"}"#).as_deref(), Some("x"));
    assert_eq!(loose(r#"{"id":7}"#), None);
}

#[test]
fn both_are_checked() {
    let json = r#"{"id":"ch_1","customer":"acct_1","sources":["a",{"object":"ba"}]}"#;
    assert_snapshot!(report_of::<Charge>(json), @r#"
        drift[unknown_prefix] /customer: customer is "acct_1", expected an id that begins with cus_
        drift[unknown_variant] /sources/1/object: object is "ba", a variant that Source does not know
        2 drifts
    "#);
    let json = r#"{"id":"ch_1","customer":{"id":"acct_1","new":1},"sources":[]}"#;
    assert_snapshot!(report_of::<Charge>(json), @r#"
        drift[unknown_prefix] /customer/id: id is "acct_1", expected an id that begins with cus_
        drift[unknown_member] /customer/new: new is a member that Customer does not know
        2 drifts
    "#);
}

#[test]
fn what_is_neither_is_a_misfit() {
    let json = r#"{"id":"ch_1","customer":7,"sources":[]}"#;
    assert_snapshot!(comes_back::<Charge>(json).report(), @"
        violation[misfit] /customer: expected a string (CustomerId), an object (Customer) or null, found 7
        1 violation
    ");
    let json = r#"{"id":"ch_1","customer":{},"sources":[[]]}"#;
    let error = api_object::from_str::<Charge>(json).unwrap_err();
    assert_snapshot!(error, @"
        line 1, column 39, at /sources/0: expected a string or an object with `object` (Source), found []
        also line 1, column 25, at /customer/id: `id` is missing
    ");
    let error = serde_json::from_str::<Charge>(json).unwrap_err();
    assert_snapshot!(error, @"at /customer: `id` is missing (line 1, column 26 of the value)");
}

#[test]
fn it_is_built_and_taken_apart() {
    let id: Expandable<Card> = Str::from("card_1").into();
    assert_eq!(id.clone().into_object(), Err(Str::from("card_1")));
    let card = Card {
        id: "card_1".to_owned(),
        extra: Extra::new(),
    };
    let object: Expandable<Card> = Expandable::expanded(card.clone());
    assert_eq!(object.id(), id.id());
    assert_eq!(object.into_object(), Ok(card));
}
