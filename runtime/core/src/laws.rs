//! The laws, held against declared types: what is decoded and encoded again is the same JSON value,
//! by our reader and by serde's, by our writer and by serde's.

mod changed;
mod damage;
mod hostile;
mod members;
mod names;
mod nesting;
mod numbers;
mod unknown;
mod words;

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Number, Value};

use crate::{ApiObject, Code, Decoded, Described, Fill, Node, UnknownValue};

/// Words, of which one has a former spelling.
#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Word {
    One,
    #[api(alias = "zwei")]
    Two,
    #[api(unknown)]
    Other(UnknownValue),
}

/// The text that `serde_json` writes value by value, and does not take from our writer.
fn streamed<T: Serialize>(value: &T) -> String {
    let mut out = std::io::Cursor::new(Vec::new());
    serde_json::to_writer(&mut out, value).unwrap();
    String::from_utf8(out.into_inner()).unwrap()
}

/// Decodes with our reader, and asserts that both writers give the same value back.
#[track_caller]
fn comes_back<T>(json: &str) -> Decoded<T>
where
    T: for<'de> Fill<'de> + Described + Node + Serialize,
{
    let decoded = match crate::from_str::<T>(json) {
        Ok(decoded) => decoded,
        Err(error) => panic!("{error}\nin {json}"),
    };
    assert_same(&crate::to_string(&decoded), json);
    assert_same(&serde_json::to_string(&decoded).unwrap(), json);
    assert_same(&streamed(&decoded), json);
    decoded
}

/// As [`comes_back`], and by serde's reader too, which says the same of the value.
#[track_caller]
fn comes_back_by_serde<T>(json: &str) -> Decoded<T>
where
    T: for<'de> Fill<'de> + Described + Node + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let decoded = comes_back::<T>(json);
    let from_memory = serde_json::from_str::<T>(json);
    let from_stream = serde_json::from_reader::<_, T>(json.as_bytes());
    for theirs in [from_memory, from_stream] {
        let theirs = theirs.unwrap_or_else(|error| panic!("{error}\nin {json}"));
        assert_same(&crate::to_string(&theirs), json);
        assert_same(&streamed(&theirs), json);
        assert_eq!(crate::check::check(theirs.view()), decoded.report());
    }
    decoded
}

/// Asserts that both readers refuse a text, ours for this reason.
#[track_caller]
fn is_refused<T>(json: &str, code: Code)
where
    T: for<'de> Fill<'de> + Described + DeserializeOwned,
{
    let Err(error) = crate::from_str::<T>(json) else {
        panic!("was read: {json}")
    };
    assert_eq!(error.first().issue.code, code, "{error}\nin {json}");
    assert!(serde_json::from_str::<T>(json).is_err(), "{json}");
    assert!(
        serde_json::from_reader::<_, T>(json.as_bytes()).is_err(),
        "{json}"
    );
}

#[track_caller]
fn assert_same(written: &str, sent: &str) {
    let parse = |json| serde_json::from_str::<Value>(json);
    match (parse(written), parse(sent)) {
        (Ok(a), Ok(b)) => assert!(is_same(&a, &b), "\nwritten: {written}\n   sent: {sent}"),
        (a, b) => panic!("{a:?} {b:?}\nwritten: {written}\n   sent: {sent}"),
    }
}

/// Whether two values are the same: integers exactly, and all other numbers as doubles.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => is_same_number(a, b),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let other = |name, a| b.get(name).is_some_and(|b| is_same(a, b));
            a.len() == b.len() && a.iter().all(|(name, a)| other(name, a))
        }
        _ => a == b,
    }
}

fn is_same_number(a: &Number, b: &Number) -> bool {
    match (a.as_i128(), b.as_i128()) {
        (Some(a), Some(b)) => a == b,
        _ => a.as_f64() == b.as_f64(),
    }
}
