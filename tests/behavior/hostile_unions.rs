//! Unions that are read from texts which were made to be costly, or odd.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra, UnknownObject};

use crate::round_trip::{comes_back, round_trips};

/// Both variants fit in part, at each level.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Twice {
    One(Box<One>),
    Two(Box<Two>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct One {
    n: Option<u8>,
    next: Option<Twice>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Two {
    n: Option<u8>,
    next: Option<Twice>,
    #[api(extra)]
    extra: Extra,
}

/// With time that doubles at each level, this would not end.
#[test]
fn what_fits_in_part_at_each_level_is_read_soon() {
    let levels = 60;
    let json = "{\"n\":1,\"next\":".repeat(levels) + "{\"n\":\"x\"}" + &"}".repeat(levels);
    let deepest = "/next".repeat(levels) + "/n";
    let read = comes_back::<Twice>(&json);
    assert!(
        read.report()
            .issues()
            .iter()
            .any(|issue| issue.pointer.as_str() == deepest)
    );
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Receipt {
    #[api(when(deleted = true))]
    Deleted(Deleted),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct Deleted {
    deleted: bool,
}

/// With each looked at again for each before it, these would be 125 thousand million looks.
#[test]
fn a_tag_that_is_repeated_is_looked_at_once() {
    let json = format!("{{{}\"id\":1}}", r#""object":"file","#.repeat(500_000));
    let read = api_object::from_str::<Receipt>(&json).map(api_object::Decoded::lenient);
    assert!(matches!(read, Ok(Receipt::Other(_))));
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Outer {
    First(First),
    Second(Second),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct First {
    inner: Inner,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Second {
    inner: Named,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Inner {
    Counted(Counted),
    Named(Named),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Counted {
    n: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Named {
    n: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_a_variant_set_aside_that_is_not_taken_speaks_against_no_other() {
    let read = round_trips::<Outer>(r#"{"inner":{"n":"a"}}"#).lenient();
    assert!(matches!(
        read,
        Outer::First(First {
            inner: Inner::Named(_),
            ..
        })
    ));
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Loose {
    Named(Named),
    Words(BTreeMap<String, String>),
    Number(f64),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", content = "value")]
enum Holder {
    Named(Named),
    Loose(Loose),
    Words(BTreeMap<String, String>),
}

#[test]
fn a_number_that_is_read_from_text_is_no_object() {
    // The tag comes last, so that what stands before it is kept as text.
    let holder = |word: &str| format!(r#"{{"value":0.5,"type":"{word}"}}"#);
    for word in ["named", "words"] {
        let error = serde_json::from_str::<Holder>(&holder(word)).unwrap_err();
        let why = error.to_string();
        assert!(why.starts_with("at /value: expected an object"), "{why}");
        assert!(why.contains("found 0.5"), "{why}");
        assert!(api_object::from_str::<Holder>(&holder(word)).is_err());
    }
    let read = round_trips::<Holder>(&holder("loose")).lenient();
    assert_eq!(read, Holder::Loose(Loose::Number(0.5)));
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Renamed {
    #[api(alias = "former")]
    Current(Vec<u8>),
}

#[test]
fn serde_tells_the_name_that_came() {
    for json in [
        r#"{"type":"former","former":[1,300]}"#,
        r#"{"former":[1,300],"type":"former"}"#,
    ] {
        let error = serde_json::from_str::<Renamed>(json).unwrap_err();
        let why = "at /former/1: expected an integer from 0 to 255, found 300";
        assert!(error.to_string().starts_with(why), "{error}");
    }
}
