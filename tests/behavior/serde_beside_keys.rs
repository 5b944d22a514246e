//! `serde` beside the keys of names, presence and rules: they mean what they mean beside any type.

use std::collections::BTreeMap;

use api_object::{ApiObject, Code, Extra};
use insta::assert_snapshot;
use rust_decimal::Decimal;
use semver::Version;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Plan {
    #[default]
    Free,
    Paid,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(rename_all = "camelCase", at_most_one(old_price, new_price))]
struct Offer {
    #[api(serde, alias("uid", "guid"))]
    offer_id: Uuid,
    #[api(serde, optional)]
    old_price: Option<Decimal>,
    #[api(serde, optional(nullable), rename = "price")]
    new_price: Option<Decimal>,
    #[api(serde, default = Plan::Paid)]
    plan: Plan,
    #[api(serde, default)]
    former_plan: Plan,
    #[api(serde(blank = Version::new(0, 0, 0)), pattern("^[0-9.]+$"), note(len(..=5)))]
    version: Version,
    #[api(serde, optional, set_if(plan = "paid"))]
    until: Option<jiff::Timestamp>,
    #[api(serde, optional, check = is_even)]
    seats: Option<u8>,
    #[api(serde, optional, range(1..), not_before = seats)]
    most_seats: Option<u16>,
    #[api(serde, optional, range(0.0..=1.0))]
    rate: Option<f64>,
    #[api(serde, optional, set_once, len(..=2), unique, each(len(1..)))]
    labels: Option<Vec<String>>,
    #[api(serde, optional, len(2..), each(range(..=5)))]
    limits: Option<BTreeMap<String, u8>>,
    #[api(extra)]
    extra: Extra,
}

fn is_even(seats: &u8) -> Result<(), &'static str> {
    match seats % 2 {
        0 => Ok(()),
        _ => Err("seats come in pairs"),
    }
}

/// The shortest: all that may be absent is.
const SHORT: &str = r#"{"offerId":"67e55044-10b1-426f-9247-bb680e5fe0c8","version":"1.2.3","until":"2024-07-23T20:00:00Z"}"#;

#[test]
fn names_and_presence_are_as_beside_any_type() {
    let offer = round_trips::<Offer>(SHORT);
    assert!(offer.report().is_empty(), "{}", offer.report());
    assert_eq!((offer.plan, offer.former_plan), (Plan::Paid, Plan::Free));
    assert_eq!(api_object::to_string(&offer), SHORT);

    let json = r#"{"guid":"67e55044-10b1-426f-9247-bb680e5fe0c8","oldPrice":null,"price":null,"plan":"free","formerPlan":"paid","version":"1.2.3","seats":2,"mostSeats":4,"labels":["a"]}"#;
    let offer = round_trips::<Offer>(json);
    assert_eq!(api_object::to_string(&offer), json);
    assert_snapshot!(offer.report(), @r#"
        drift[former_name] /guid: guid is a former name of offerId
        note[null_member] /oldPrice: oldPrice is null, where it is expected to be absent
        1 drift, 1 note
    "#);

    let mut offer = round_trips::<Offer>(SHORT).lenient();
    offer.new_price = Some(Decimal::TWO);
    offer.plan = Plan::Free;
    let written = api_object::to_string(&offer);
    assert!(
        written.contains(r#""price":"2","plan":"free""#),
        "{written}"
    );
}

#[test]
fn rules_are_asked_of_what_serde_writes() {
    let json = r#"{"offerId":"67e55044-10b1-426f-9247-bb680e5fe0c8","oldPrice":"1","price":"2","plan":"paid","version":"1.2.3-rc.1","seats":5,"mostSeats":0,"rate":1.5,"labels":["a","","a"],"limits":{"x":7}}"#;
    assert_snapshot!(report_of::<Offer>(json), @r#"
        violation[pattern] /version: version is "1.2.3-rc.1", expected a match of ^[0-9.]+$
        note[len] /version: version has 10 characters, expected at most 5
        violation[unset] /until: until is absent, but plan is "paid", where it must be set
        violation[custom] /seats: seats come in pairs
        violation[range] /mostSeats: mostSeats is 0, expected an integer of at least 1
        violation[order] /mostSeats: mostSeats is 0, which is before seats, 5
        violation[range] /rate: rate is 1.5, expected a number from 0 to 1
        violation[len] /labels: labels has 3 elements, expected at most 2
        violation[unique] /labels/2: labels[2] is "a", the same as element 0
        violation[len] /labels/1: labels[1] has 0 characters, expected at least 1
        violation[len] /limits: limits has 1 entry, expected at least 2
        violation[range] /limits/x: x is 7, expected an integer of at most 5
        violation[choice] (root): at most one of oldPrice and price must be set, and oldPrice and price are
        12 violations, 1 note
    "#);
    let offer = round_trips::<Offer>(json).lenient();
    let mut next = offer.clone();
    next.labels = Some(vec!["b".to_owned()]);
    assert_eq!(offer.check_successor(&next).issues()[0].code, Code::SetOnce);
}

/// Of a number with a fraction there is the text alone, which may have more digits than a double.
#[test]
fn rules_between_members_are_asked_of_fractions() {
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(ensure(net + tax <= gross))]
    struct Bill {
        #[api(serde)]
        net: f64,
        #[api(serde, at_most = net)]
        tax: Option<f32>,
        #[api(serde)]
        gross: u128,
        #[api(at_least = gross)]
        paid: Option<f64>,
        #[api(serde, optional, set_if(net = 2))]
        note: Option<String>,
        #[api(extra)]
        extra: Extra,
    }
    assert_snapshot!(report_of::<Bill>(r#"{"net":1.5,"tax":1.75,"gross":3,"paid":2.5}"#), @r#"
        violation[order] /tax: tax is 1.75, which is more than net, 1.5
        violation[order] /paid: paid is 2.5, which is less than gross, 3
        violation[ensure] (root): net + tax is 3.25, which is more than gross, 3
        3 violations
    "#);
    let large =
        r#"{"net":2.0,"tax":null,"gross":18446744073709551616,"paid":18446744073709551615}"#;
    assert_snapshot!(report_of::<Bill>(large), @r#"
        violation[unset] /note: note is absent, but net is 2.0, where it must be set
        1 violation
    "#);
    let fits = r#"{"net":1.5,"tax":1.5,"gross":3,"paid":null}"#;
    assert_eq!(report_of::<Bill>(fits), "no deviation");
}

#[test]
fn what_does_not_fit_is_set_aside_where_it_may_be_absent() {
    let json = r#"{"offerId":"67e55044-10b1-426f-9247-bb680e5fe0c8","oldPrice":"x","price":[],"plan":"gold","version":"1.2.3","seats":300,"labels":{}}"#;
    assert_snapshot!(comes_back::<Offer>(json).report(), @r#"
        violation[misfit] /oldPrice: expected a value of Decimal or null, found "x": invalid value: string "x", expected a Decimal type representing a fixed-point number
        violation[misfit] /price: expected a value of Decimal or null, found []: invalid type: sequence, expected a Decimal type representing a fixed-point number
        violation[misfit] /plan: expected a value of Plan, found "gold": unknown variant `gold`, expected `free` or `paid`
        violation[misfit] /seats: expected a value of u8 or null, found 300: invalid value: integer `300`, expected u8
        violation[misfit] /labels: expected a value of Vec<String> or null, found {}: invalid type: map, expected a sequence
        5 violations
    "#);
}
