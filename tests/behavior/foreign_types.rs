//! Types of other crates, each through `serde`: where they stand, how they are spelled, and what does not fit.

use api_object::{ApiObject, Code, Extra};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use url::Url;
use uuid::Uuid;

use crate::json_value::JsonValue;
use crate::round_trip::comes_back;

/// A page of what holds the type alone, in a list, and where it is required.
#[derive(Debug, ApiObject)]
#[api(bound = "")]
struct Page<T>
where
    T: Serialize + DeserializeOwned,
{
    items: Vec<Item<T>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, ApiObject)]
struct Item<T>
where
    T: Serialize + DeserializeOwned,
{
    #[api(serde)]
    one: Option<T>,
    #[api(serde, optional)]
    all: Option<Vec<T>>,
    #[api(extra)]
    extra: Extra,
}

/// What a user's crate has had for years: it knows less than the server sends, and spells it in its own way.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Address {
    street: String,
    #[serde(default)]
    house_number: u16,
}

/// Each of the texts, by both readers and all writers; and one that does not fit, by its pointer.
#[track_caller]
fn holds<T>(texts: &[&str], misfit: &str) -> Vec<T>
where
    T: Serialize + DeserializeOwned + std::fmt::Debug,
{
    let mut held = Vec::new();
    for text in texts {
        let json =
            format!(r#"{{"items":[{{"one":null}},{{"one":{text},"all":[{text},{text}],"b":1}}]}}"#);
        let page = comes_back::<Page<T>>(&json);
        // The only issue is the member that nobody declared.
        let report = page.report();
        let codes: Vec<Code> = report.issues().iter().map(|issue| issue.code).collect();
        assert_eq!(codes, [Code::UnknownMember], "{report}");
        let theirs: Page<T> = serde_json::from_str(&json).expect("serde_json reads it");
        let written = serde_json::to_string(&theirs).expect("it is written");
        assert_eq!(JsonValue::read(&written), JsonValue::read(&json));
        // A string may be spelled in another way.
        if !text.contains('\\') {
            assert_eq!(api_object::to_string(&page), json);
            assert_eq!(written, json);
        }
        let mut items = page.lenient().items;
        held.extend(items.pop().and_then(|item| item.one));
    }
    refuses::<T>(misfit);
    held
}

#[track_caller]
fn refuses<T>(misfit: &str)
where
    T: Serialize + DeserializeOwned + std::fmt::Debug,
{
    let pointers = |json: &str| {
        let page = comes_back::<Page<T>>(json);
        let report = page.report();
        let issues = report.issues().iter();
        let misfits = issues.filter(|issue| issue.code == Code::Misfit);
        let places = misfits.map(|issue| issue.pointer.as_str().to_owned());
        places.collect::<Vec<_>>()
    };
    let one = format!(r#"{{"items":[{{"one":null}},{{"one":{misfit}}}]}}"#);
    assert_eq!(pointers(&one), ["/items/1/one"]);
    let all = format!(r#"{{"items":[{{"one":null,"all":[{misfit}]}}]}}"#);
    assert_eq!(pointers(&all), ["/items/0/all"]);
    let theirs = serde_json::from_str::<Page<T>>(&one).expect_err("it does not fit");
    assert!(
        theirs.to_string().starts_with("at /items/1/one: "),
        "{theirs}"
    );
}

#[test]
fn moments() {
    let held = holds::<Timestamp>(
        &[
            r#""2024-07-23T20:00:00Z""#,
            r#""2024-07-23T22:00:00.000+02:00""#,
        ],
        r#""noon""#,
    );
    assert!(held.iter().all(|at| at.as_second() == 1_721_764_800));
}

/// A `Url` adds the slash of an empty path, and writes hosts in small letters.
#[test]
fn urls() {
    let held = holds::<Url>(
        &[
            r#""https://a.example/b?c=d""#,
            r#""HTTPS://A.Example""#,
            r#""https:\/\/a.example\/\u0062""#,
        ],
        r#""//a.example""#,
    );
    let texts: Vec<&str> = held.iter().map(Url::as_str).collect();
    let expected = [
        "https://a.example/b?c=d",
        "https://a.example/",
        "https://a.example/b",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn uuids() {
    let held = holds::<Uuid>(
        &[
            r#""67e55044-10b1-426f-9247-bb680e5fe0c8""#,
            r#""67E5504410B1426F9247BB680E5FE0C8""#,
            r#""urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8""#,
        ],
        r#""67e55044""#,
    );
    assert!(held.windows(2).all(|two| two[0] == two[1]));
}

/// Digits that a double has not are in the text, which is what is written back.
#[test]
fn decimals() {
    let held = holds::<Decimal>(
        &[
            r#""1.10""#,
            "1.10",
            "11e-1",
            r#""0.1000000000000000000000000001""#,
        ],
        r#""much""#,
    );
    assert_eq!(held[0], Decimal::new(110, 2));
    assert_eq!(held[0], held[1]);
    assert_eq!(held[3].to_string(), "0.1000000000000000000000000001");
}

#[test]
fn types_of_the_users_own() {
    let held = holds::<Address>(
        &[
            r#"{"street":"Elm","houseNumber":7}"#,
            r#"{"houseNumber":7,"street":"\u0045lm","floor":[{"b":1,"a":2}]}"#,
            r#"{ "street" : "Elm" }"#,
        ],
        r#"{"street":"Elm","houseNumber":70000}"#,
    );
    assert_eq!(held[1].street, "Elm");
    assert_eq!([held[0].house_number, held[2].house_number], [7, 0]);
}

/// A `Value` holds anything, so nothing is a misfit; what it loses is kept beside it.
#[test]
fn values_and_raw_values() {
    let texts = [
        "true",
        r#"{"b": 1e0,"a":[ ],"a":0.10}"#,
        r#"[12345678901234567890123]"#,
    ];
    for text in texts {
        let json = format!(r#"{{"items":[{{"one":{text},"all":[{text}]}}]}}"#);
        let page = comes_back::<Page<Value>>(&json);
        assert!(page.report().is_empty(), "{}", page.report());
        assert_eq!(page.items[0].one, serde_json::from_str(text).ok());
        let page = api_object::from_str::<Page<Box<RawValue>>>(&json).expect("raw values");
        assert_eq!(page.items[0].one.as_ref().map(|raw| raw.get()), Some(text));
        assert_eq!(api_object::to_string(&page), json);
        let page: Page<Box<RawValue>> = serde_json::from_str(&json).expect("raw values");
        assert_eq!(serde_json::to_string(&page).expect("it is written"), json);
    }
}
