//! JSON texts compared as the values that they are: members in any order, numbers by their exact
//! decimal value however they are spelled, strings by their characters.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// A JSON value, in which equal values are equal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum JsonValue {
    Null,
    Bool(bool),
    Number(Decimal),
    Text(String),
    List(Vec<JsonValue>),
    /// Where a member stands twice, the last one counts.
    Object(BTreeMap<String, JsonValue>),
}

/// A number as the decimal that it is: digits without zeros at either end, and a power of ten.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl JsonValue {
    pub(crate) fn read(json: &str) -> Self {
        let raw: &RawValue = serde_json::from_str(json).unwrap_or_else(|e| panic!("{e}: {json}"));
        Self::of(raw.get())
    }

    fn of(json: &str) -> Self {
        let parse = "serde_json took the whole text";
        match json.as_bytes()[0] {
            b'n' => JsonValue::Null,
            b't' => JsonValue::Bool(true),
            b'f' => JsonValue::Bool(false),
            b'"' => JsonValue::Text(serde_json::from_str(json).expect(parse)),
            b'[' => {
                let items: Vec<&RawValue> = serde_json::from_str(json).expect(parse);
                JsonValue::List(items.into_iter().map(|item| Self::of(item.get())).collect())
            }
            b'{' => {
                let entries: BTreeMap<String, &RawValue> = serde_json::from_str(json).expect(parse);
                let value = |(key, value): (String, &RawValue)| (key, Self::of(value.get()));
                JsonValue::Object(entries.into_iter().map(value).collect())
            }
            _ => JsonValue::Number(Decimal::read(json)),
        }
    }
}

impl Decimal {
    fn read(spelled: &str) -> Self {
        let (mantissa, exponent) = spelled.split_once(['e', 'E']).unwrap_or((spelled, "0"));
        let negative = mantissa.starts_with('-');
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{}{fraction}", whole.trim_start_matches('-'));
        let digits = all.trim_start_matches('0').trim_end_matches('0');
        let zeros = all.len() - all.trim_end_matches('0').len();
        let exponent: i64 = exponent.parse().expect("an exponent of 64 bits");
        match digits {
            "" => Decimal {
                negative: false,
                digits: String::new(),
                exponent: 0,
            },
            digits => Decimal {
                negative,
                digits: digits.to_owned(),
                exponent: exponent - fraction.len() as i64 + zeros as i64,
            },
        }
    }
}

#[test]
fn equal_numbers_are_equal_and_others_are_not() {
    for (one, other) in [
        ("1", "1.0"),
        ("100", "1e2"),
        ("0.5", "5E-1"),
        ("-0", "0"),
        ("1200", "12.0e2"),
    ] {
        assert_eq!(JsonValue::read(one), JsonValue::read(other));
    }
    for (one, other) in [
        ("9007199254740993", "9007199254740992"),
        ("1e400", "1e401"),
        ("-1", "1"),
        ("0.1", "0.10000000000000001"),
        ("null", "0"),
    ] {
        assert_ne!(JsonValue::read(one), JsonValue::read(other));
    }
}
