//! `accessor = name`, `accessor = false`: the methods that lend fields.

use std::borrow::Cow;

use api_object::{ApiObject, Auto, Str, UnixSeconds};

use crate::round_trip::round_trips;

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Lends {
    count: u64,
    ratio: f64,
    flag: Option<bool>,
    at: UnixSeconds,
    epochs: Option<Auto<u32>>,
    text: String,
    maybe_text: Option<String>,
    small_text: Box<str>,
    inline: Str,
    list: Vec<u8>,
    maybe_list: Option<Vec<String>>,
    boxed: Option<Box<Lends>>,
    nested: Option<Inner>,
    #[api(accessor = kind)]
    r#type: String,
    r#match: u8,
    #[api(accessor = false)]
    hidden: u8,
    pub public: u8,
    pub(crate) internal: u8,
}

impl Lends {
    // Free, since neither field has an accessor.
    fn hidden(&self) -> &'static str {
        "mine"
    }

    fn public(&self) -> &'static str {
        "mine"
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Inner {
    n: u8,
}

#[derive(Debug, PartialEq, ApiObject)]
struct Borrowed<'a> {
    name: &'a str,
    text: Cow<'a, str>,
    maybe: Option<&'a str>,
}

const JSON: &str = r#"{"count":1,"ratio":0.5,"flag":true,"at":7,"epochs":"auto","text":"t","maybe_text":"m","small_text":"s","inline":"i","list":[1],"maybe_list":["a"],"boxed":null,"nested":{"n":2},"type":"x","match":3,"hidden":4,"public":5,"internal":6}"#;

#[test]
fn each_field_is_lent_as_is_convenient() {
    let json = JSON.replace("\"boxed\":null", &format!("\"boxed\":{JSON}"));
    let lends = round_trips::<Lends>(&json);
    let scalars: (u64, f64, Option<bool>, UnixSeconds) =
        (lends.count(), lends.ratio(), lends.flag(), lends.at());
    assert_eq!(scalars, (1, 0.5, Some(true), UnixSeconds::new(7)));
    let epochs: Option<Auto<u32>> = lends.epochs();
    assert_eq!(epochs, Some(Auto::Auto));
    let texts: (&str, Option<&str>, &str, &Str) = (
        lends.text(),
        lends.maybe_text(),
        lends.small_text(),
        lends.inline(),
    );
    assert_eq!(texts, ("t", Some("m"), "s", &Str::from("i")));
    let lists: (&[u8], Option<&[String]>) = (lends.list(), lends.maybe_list());
    assert_eq!(lists, (&[1][..], Some(&["a".to_owned()][..])));
    let boxed: Option<&Lends> = lends.boxed();
    assert_eq!(boxed.map(Lends::text), Some("t"));
    let nested: Option<&Inner> = lends.nested();
    assert_eq!(nested.map(Inner::n), Some(2));
}

#[test]
fn names_are_chosen_and_left_free() {
    let lends = round_trips::<Lends>(JSON);
    assert_eq!(
        (lends.kind(), lends.r#match(), lends.internal()),
        ("x", 3, 6)
    );
    assert_eq!((lends.hidden(), lends.public()), ("mine", "mine"));
    assert_eq!((lends.hidden, lends.public), (4, 5));
}

#[test]
fn borrowed_fields_live_as_long_as_the_text() {
    let json = String::from(r#"{"name":"n","text":"t\n","maybe":"m"}"#);
    let borrowed = api_object::from_str::<Borrowed<'_>>(&json)
        .unwrap()
        .lenient();
    let (name, maybe): (&str, Option<&str>) = (borrowed.name(), borrowed.maybe());
    assert_eq!((name, maybe), ("n", Some("m")));
    assert_eq!(borrowed.text(), &Cow::Borrowed("t\n"));
    assert_eq!(api_object::to_string(&borrowed), json);
    let theirs: Borrowed<'_> = serde_json::from_str(&json).unwrap();
    assert_eq!(theirs, borrowed);
}

#[test]
fn a_borrowed_field_refuses_what_is_escaped() {
    let refused = api_object::from_str::<Borrowed<'_>>(r#"{"name":"\n","text":"","maybe":null}"#)
        .unwrap_err();
    assert_eq!(refused.first().issue.pointer.as_str(), "/name");
}

/// A type of which only its trait is known, and what else it is.
trait Figure {
    fn corners(&self) -> u64;
}

struct Polygon(u64);

impl Figure for Polygon {
    fn corners(&self) -> u64 {
        self.0
    }
}

impl serde::Serialize for dyn Figure + Send {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.corners())
    }
}

impl<'de> serde::Deserialize<'de> for Box<dyn Figure + Send> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let corners = u64::deserialize(deserializer)?;
        Ok(Box::new(Polygon(corners)))
    }
}

#[derive(ApiObject)]
struct Drawing {
    #[api(serde(blank = Box::new(Polygon(0))))]
    figure: Box<dyn Figure + Send>,
    #[api(serde)]
    other: Option<Box<dyn Figure + Send>>,
}

#[test]
fn what_is_known_by_its_trait_is_lent() {
    let drawing = api_object::from_str::<Drawing>(r#"{"figure":3,"other":4}"#).unwrap();
    assert_eq!(drawing.figure().corners(), 3);
    assert_eq!(drawing.other().map(Figure::corners), Some(4));
}
