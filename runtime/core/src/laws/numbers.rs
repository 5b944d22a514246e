//! Numbers keep their values, whatever the type that holds them.

use std::collections::BTreeMap;

use serde::de::value::MapDeserializer;

use super::{comes_back, comes_back_by_serde};
use crate::{ApiObject, Auto, Code, Described, Extra, RawJson, UnixSeconds};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Rates {
    #[api(optional)]
    single: Option<f32>,
    #[api(optional)]
    double: Option<f64>,
    #[api(optional)]
    singles: Option<Vec<f32>>,
    #[api(optional)]
    doubles: Option<BTreeMap<String, Auto<f64>>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_a_float_prints_is_not_kept_besides() {
    for number in [
        "0",
        "-1",
        "0.0",
        "-0.0",
        "0.1",
        "1.5",
        "16777216",
        "123456",
        "-0.25",
        "1e-45",
        "3.4028235e38",
        "1e20",
    ] {
        for name in ["single", "double"] {
            let json = format!(r#"{{"{name}":{number}}}"#);
            assert!(
                comes_back_by_serde::<Rates>(&json).extra.is_clean(),
                "{json}"
            );
        }
    }
    for number in [
        "9007199254740992",
        "-9007199254740992",
        "0.1000000000000000055",
        "0.009327292442321777",
        "-1.7976931348623157e308",
        "5e-324",
    ] {
        let json = format!(r#"{{"double":{number}}}"#);
        assert!(
            comes_back_by_serde::<Rates>(&json).extra.is_clean(),
            "{json}"
        );
    }
}

#[test]
fn a_number_that_a_float_cannot_hold_is_written_as_it_came() {
    for (name, number) in [
        ("single", "16777217"),
        ("single", "-16777217"),
        ("single", "0.123456789"),
        ("single", "-0.006929283495992422"),
        ("single", "1.4e-45"),
        ("single", "1e-46"),
        ("single", "100000002004087734272"),
        ("single", "18446744073709551615"),
        ("double", "9007199254740993"),
        ("double", "-9007199254740993"),
        ("double", "9223372036854775807"),
        ("double", "18446744073709551615"),
        ("double", "18446744073709551617"),
        (
            "double",
            "100000000000000000000000000000000000000000000000001",
        ),
        ("double", "0.1234567890123456789012345678901234567890"),
        ("double", "1e-400"),
    ] {
        let json = format!(r#"{{"{name}":{number}}}"#);
        let rates = comes_back::<Rates>(&json);
        assert_eq!(crate::to_string(&rates), json);
        assert!(rates.report().is_empty());
    }
    for json in [
        r#"{"single":16777217}"#,
        r#"{"single":0.123456789}"#,
        r#"{"double":9007199254740993}"#,
        r#"{"singles":[0.1,16777217,-0.006929283495992422]}"#,
        r#"{"doubles":{"a":"auto","b":9007199254740993}}"#,
    ] {
        let rates = comes_back_by_serde::<Rates>(json);
        assert_eq!(crate::to_string(&rates), json);
    }
}

#[test]
fn a_float_that_was_changed_is_written_as_its_value() {
    let mut rates = comes_back::<Rates>(r#"{"single":16777217}"#).lenient();
    assert_eq!(rates.single, Some(16_777_216.0));
    rates.single = Some(0.5);
    assert_eq!(crate::to_string(&rates), r#"{"single":0.5}"#);
}

#[test]
fn a_number_beyond_every_float_does_not_fit() {
    for json in [r#"{"single":1e39}"#, r#"{"double":1e309}"#] {
        let report = crate::from_str::<Rates>(json).unwrap().report();
        assert_eq!(report.issues()[0].code, Code::Misfit, "{json}");
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Counts {
    #[api(optional)]
    tiny: Option<i8>,
    #[api(optional)]
    byte: Option<u8>,
    #[api(optional)]
    long: Option<i64>,
    #[api(optional)]
    great: Option<u64>,
    #[api(optional)]
    at: Option<UnixSeconds>,
    #[api(optional)]
    auto: Option<Auto<u32>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn an_integer_may_have_a_zero_fraction_or_an_exponent() {
    for (name, number, written) in [
        ("tiny", "-128.0", "-128"),
        ("tiny", "-0", "0"),
        ("tiny", "-0.0e5", "0"),
        ("byte", "2.55e2", "255"),
        ("byte", "2550e-1", "255"),
        ("long", "1e3", "1000"),
        ("long", "-9223372036854775808.0", "-9223372036854775808"),
        ("great", "18446744073709551615.00", "18446744073709551615"),
        ("at", "1721764800.0", "1721764800"),
        ("auto", "4.0", "4"),
        ("auto", "0e99999999999999999999", "0"),
    ] {
        let json = format!(r#"{{"{name}":{number}}}"#);
        let counts = comes_back::<Counts>(&json);
        assert!(counts.extra.is_clean(), "{json}");
        assert_eq!(
            crate::to_string(&counts),
            format!(r#"{{"{name}":{written}}}"#)
        );
    }
    for json in [
        r#"{"tiny":-128.0,"byte":-0,"at":1721764800.0,"auto":4e0}"#,
        r#"{"long":-1e18,"great":1e19}"#,
    ] {
        assert!(comes_back_by_serde::<Counts>(json).extra.is_clean());
    }
}

#[test]
fn a_fraction_is_no_integer_and_bounds_hold_for_every_spelling() {
    for (name, number) in [
        ("tiny", "128.0"),
        ("byte", "-1.0"),
        ("byte", "0.5"),
        ("byte", "1e-1"),
        ("byte", "256e0"),
        ("long", "9223372036854775808.0"),
        ("long", "1e19"),
        ("great", "18446744073709551616"),
        ("great", "1e20"),
        ("great", "1e999999999999999999999"),
        ("at", "1721764800.5"),
        ("auto", "4.25"),
    ] {
        let json = format!(r#"{{"{name}":{number}}}"#);
        let report = crate::from_str::<Counts>(&json).unwrap().report();
        assert_eq!(report.issues()[0].code, Code::Misfit, "{json}");
        assert_eq!(
            crate::to_string(&crate::from_str::<Counts>(&json).unwrap()),
            json
        );
        assert!(serde_json::from_str::<Counts>(&json).is_err(), "{json}");
    }
}

#[test]
fn bounds_are_told_where_a_person_can_hold_them_in_mind() {
    assert_eq!(u8::SHAPE.expected(), "an integer from 0 to 255");
    assert_eq!(
        i32::SHAPE.expected(),
        "an integer from -2147483648 to 2147483647"
    );
    assert_eq!(i64::SHAPE.expected(), "an integer");
    assert_eq!(u64::SHAPE.expected(), "an integer that is not negative");
    assert_eq!(
        Option::<Auto<u64>>::SHAPE.expected(),
        "\"auto\" or an integer that is not negative or null"
    );
}

#[test]
fn what_is_out_of_range_is_told_with_the_range() {
    let told = |shape: crate::Shape, value: &str| {
        let (expected, beyond) = shape.expected_of(value);
        format!("{expected}{beyond}")
    };
    let great = "an integer from 0 to 18446744073709551615, which is out of range";
    for value in ["18446744073709551616", "-1", "1e30", "-2.0", "1e400"] {
        assert_eq!(told(u64::SHAPE, value), great, "{value}");
    }
    for value in ["1.5", "\"7\"", "null", "1e-3", "-0.5"] {
        let plain = "an integer that is not negative";
        assert_eq!(told(u64::SHAPE, value), plain, "{value}");
    }
    assert_eq!(
        told(Option::<Auto<u8>>::SHAPE, "300"),
        "\"auto\" or an integer from 0 to 255 or null, which is out of range"
    );
    assert_eq!(
        told(f32::SHAPE, "-1e39"),
        "a number from -3.4028235e38 to 3.4028235e38, which is out of range"
    );
    assert_eq!(
        told(f64::SHAPE, "1e400"),
        "a number from -1.7976931348623157e308 to 1.7976931348623157e308, which is out of range"
    );
    assert_eq!(told(f64::SHAPE, "\"1e400\""), "a number");
    // That would say something of a secret.
    assert_eq!(
        told(crate::Secret::<u64>::SHAPE, "-1"),
        "an integer that is not negative"
    );
}

#[test]
fn a_number_that_is_too_long_to_be_shown_is_told_for_all_of_it() {
    let long = "1".repeat(100);
    let told = |value: &str| {
        crate::issue::Said::misfit(&u8::SHAPE, value)
            .message(String::new)
            .into_owned()
    };
    assert!(told(&long).ends_with(", which is out of range"));
    assert!(!told(&format!("{long}.5")).ends_with(", which is out of range"));
}

/// As `serde_json` hands numbers on where its feature `arbitrary_precision` is on.
fn precisely<T>(spelling: &str) -> Result<T, String>
where
    T: for<'de> crate::Fill<'de> + crate::Described,
{
    let entries = [("$serde_json::private::Number", spelling)].into_iter();
    let number = MapDeserializer::<_, serde_json::Error>::new(entries);
    crate::bridge::deserialize(number).map_err(|error| error.to_string())
}

#[test]
fn numbers_of_arbitrary_precision_are_numbers() {
    assert_eq!(precisely("2.5"), Ok(2.5));
    assert_eq!(precisely("5"), Ok(5_u8));
    assert_eq!(precisely("-5"), Ok(Some(-5_i64)));
    assert_eq!(precisely("7"), Ok(Auto::Value(7_u32)));
    let raw = precisely::<RawJson>("1e400").unwrap();
    assert_eq!(raw.as_str(), "1e400");
    let error = precisely::<u8>("256").unwrap_err();
    assert!(
        error.contains("expected an integer from 0 to 255, found 256"),
        "{error}"
    );
    let error = precisely::<String>("1").unwrap_err();
    assert!(error.contains("expected a string, found 1"), "{error}");
}

#[test]
fn a_number_of_arbitrary_precision_is_no_object_and_no_map() {
    #[derive(Debug, PartialEq, ApiObject)]
    struct Open {
        #[api(extra)]
        extra: Extra,
    }

    let error = precisely::<Option<Open>>("1.5").unwrap_err();
    assert_eq!(error, "expected an object (Open) or null, found 1.5");
    let error = precisely::<BTreeMap<String, String>>("1.5").unwrap_err();
    assert_eq!(error, "expected an object, found 1.5");

    #[derive(Debug, ApiObject)]
    #[api(tag = "type")]
    enum Tagged {
        Open(Member),
    }

    #[derive(Debug, ApiObject)]
    struct Member {
        #[api(optional)]
        open: Option<Open>,
        #[api(extra)]
        extra: Extra,
    }

    let late = r#"{"open":1.5,"type":"open"}"#;
    let error = serde_json::from_str::<Tagged>(late).unwrap_err();
    assert_eq!(
        error.to_string(),
        "at /open: expected an object (Open) or null, found 1.5 (line 1, column 26 of the value)"
    );
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Holder {
    #[api(optional)]
    number: Option<u32>,
    #[api(optional)]
    raw: Option<RawJson>,
    #[api(optional)]
    open: Option<Box<Holder>>,
    #[api(optional)]
    map: Option<BTreeMap<String, String>>,
    #[api(optional)]
    choice: Option<Choice>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Choice {
    Number(f64),
    Word(String),
    #[api(unknown)]
    Other(RawJson),
}

/// Whoever sends a member of this name must not come to write JSON into what is kept.
#[test]
fn a_member_with_the_name_of_a_number_is_kept_as_it_came() {
    let key = "$serde_json::private::Number";
    for value in [
        r#""1,\"admin\":true""#,
        r#""1]}""#,
        r#""nonsense""#,
        r#""""#,
        r#"" 1""#,
        "1.5",
        "{}",
    ] {
        for member in ["unknown", "raw", "open", "choice"] {
            let _ =
                comes_back_by_serde::<Holder>(&format!(r#"{{"{member}":{{"{key}":{value}}}}}"#));
        }
        let _ = comes_back_by_serde::<Holder>(&format!(r#"{{"{key}":{value}}}"#));
        let _ = comes_back_by_serde::<Holder>(&format!(
            r#"{{"unknown":{{"{key}":"7","{key}":{value}}}}}"#
        ));
        let number = format!(r#"{{"number":{{"{key}":{value}}}}}"#);
        let error = serde_json::from_str::<Holder>(&number).unwrap_err();
        let expected = "expected an integer from 0 to 4294967295 or null, found an object";
        assert!(error.to_string().contains(expected), "{error}");
    }
    for json in [
        format!(r#"{{"{key}":"7","other":"8"}}"#),
        format!(r#"{{"other":"8","{key}":"7"}}"#),
    ] {
        let _ = comes_back_by_serde::<Holder>(&json);
        for member in ["unknown", "raw", "open", "map", "choice"] {
            let _ = comes_back_by_serde::<Holder>(&format!(r#"{{"{member}":{json}}}"#));
        }
    }
    let _ = comes_back_by_serde::<Holder>(&format!(r#"{{"map":{{"{key}":"nonsense"}}}}"#));
}
