//! For shapes that serde's derive can express, ours takes and refuses the same documents and writes the same values:
//! generated ones, and ones with a value replaced by another. Both of our readers are held against it.
//!
//! Where the two differ on purpose, no document goes: serde takes an array for a struct, the last of a map's members of
//! one name, and no `1.0` for an integer.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json_value::JsonValue;
use crate::round_trip::streamed;

mod documents;
mod places;

use documents::Random;

const DOCUMENTS: u64 = 4_000;

/// The same types, by either derive; what the attributes are called is all that differs.
mod ours {
    use std::collections::BTreeMap;

    use api_object::ApiObject;

    #[derive(Debug, ApiObject)]
    pub(super) struct Order {
        pub(super) id: String,
        pub(super) amount: i32,
        pub(super) ratio: f64,
        #[api(rename = "paid?")]
        pub(super) paid: bool,
        pub(super) note: Option<String>,
        #[api(optional)]
        pub(super) due: Option<u64>,
        #[api(default)]
        pub(super) retries: u8,
        pub(super) lines: Vec<Line>,
        pub(super) parent: Option<Box<Order>>,
        pub(super) limits: BTreeMap<String, i64>,
        pub(super) method: Method,
        pub(super) event: Event,
        pub(super) choice: Choice,
    }

    #[derive(Debug, ApiObject)]
    #[api(rename_all = "camelCase")]
    pub(super) struct Line {
        pub(super) unit_price: u16,
        #[api(alias = "kind")]
        pub(super) size: Size,
    }

    #[derive(Debug, ApiObject)]
    #[api(closed, rename_all = "kebab-case")]
    pub(super) enum Size {
        Small,
        VeryLarge,
    }

    #[derive(Debug, ApiObject)]
    #[api(tag = "type")]
    pub(super) enum Method {
        Card(Line),
        Transfer(Transfer),
        Cash,
    }

    #[derive(Debug, ApiObject)]
    pub(super) struct Transfer {
        pub(super) iban: String,
        pub(super) lines: Option<Vec<Line>>,
    }

    #[derive(Debug, ApiObject)]
    #[api(tag = "event", content = "data")]
    pub(super) enum Event {
        Created(Transfer),
        Failed(String),
        Counted(Vec<u8>),
    }

    #[derive(Debug, ApiObject)]
    #[api(untagged)]
    pub(super) enum Choice {
        Size(Size),
        Number(i64),
        Line(Line),
        Transfer(Transfer),
        Many(Vec<Size>),
    }
}

mod theirs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct Order {
        pub(super) id: String,
        pub(super) amount: i32,
        pub(super) ratio: f64,
        #[serde(rename = "paid?")]
        pub(super) paid: bool,
        pub(super) note: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub(super) due: Option<u64>,
        #[serde(default)]
        pub(super) retries: u8,
        pub(super) lines: Vec<Line>,
        pub(super) parent: Option<Box<Order>>,
        pub(super) limits: BTreeMap<String, i64>,
        pub(super) method: Method,
        pub(super) event: Event,
        pub(super) choice: Choice,
    }

    #[derive(Debug, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub(super) struct Line {
        pub(super) unit_price: u16,
        #[serde(alias = "kind")]
        pub(super) size: Size,
    }

    #[derive(Debug, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub(super) enum Size {
        Small,
        VeryLarge,
    }

    #[derive(Debug, Serialize, Deserialize)]
    #[serde(tag = "type", rename_all = "snake_case")]
    pub(super) enum Method {
        Card(Line),
        Transfer(Transfer),
        Cash,
    }

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct Transfer {
        pub(super) iban: String,
        pub(super) lines: Option<Vec<Line>>,
    }

    #[derive(Debug, Serialize, Deserialize)]
    #[serde(tag = "event", content = "data", rename_all = "snake_case")]
    pub(super) enum Event {
        Created(Transfer),
        Failed(String),
        Counted(Vec<u8>),
    }

    #[derive(Debug, Serialize, Deserialize)]
    #[serde(untagged)]
    pub(super) enum Choice {
        Size(Size),
        Number(i64),
        Line(Line),
        Transfer(Transfer),
        Many(Vec<Size>),
    }
}

/// Holds our two readers and two writers against serde's; says whether the document was taken.
#[track_caller]
fn agree<O, T>(text: &str) -> bool
where
    O: for<'de> api_object::Fill<'de>
        + api_object::Described
        + Serialize
        + DeserializeOwned
        + Debug,
    T: Serialize + DeserializeOwned + Debug,
{
    let theirs = serde_json::from_str::<T>(text);
    let by_serde = serde_json::from_str::<O>(text);
    let by_us = api_object::from_str::<O>(text);
    let Ok(theirs) = theirs else {
        assert!(
            by_serde.is_err() && by_us.is_err(),
            "only serde refuses {text}: {theirs:?}"
        );
        return false;
    };
    let (by_serde, by_us) = match (by_serde, by_us) {
        (Ok(by_serde), Ok(by_us)) => (by_serde, by_us.lenient()),
        refused => panic!("serde takes {text}, and {refused:?}"),
    };
    let expected = JsonValue::read(&serde_json::to_string(&theirs).unwrap());
    for written in [
        api_object::to_string(&by_us),
        api_object::to_string(&by_serde),
        serde_json::to_string(&by_us).unwrap(),
        streamed(&by_us).unwrap(),
    ] {
        assert_eq!(JsonValue::read(&written), expected, "{text}");
    }
    true
}

#[test]
fn generated_documents_are_read_and_written_alike() {
    for seed in 0..DOCUMENTS {
        let mut random = Random::new(seed);
        let (order, mut text) = (random.order(2), String::new());
        random.write(&order, &mut text);
        assert!(agree::<ours::Order, theirs::Order>(&text), "{text}");
    }
}

#[test]
fn damaged_documents_are_taken_and_refused_alike() {
    let mut taken = BTreeMap::new();
    for seed in 0..DOCUMENTS {
        let mut random = Random::new(seed);
        let (mut order, mut text) = (random.order(1), String::new());
        random.damage(&mut order);
        random.write(&order, &mut text);
        *taken
            .entry(agree::<ours::Order, theirs::Order>(&text))
            .or_insert(0) += 1;
    }
    assert!(
        taken.values().all(|count| *count > 300),
        "both happen: {taken:?}"
    );
}
