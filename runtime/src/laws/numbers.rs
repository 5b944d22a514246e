//! Numbers keep their values, whatever the type that holds them.

use std::collections::BTreeMap;

use super::{comes_back, comes_back_by_serde};
use crate::{ApiObject, Auto, Code, Extra};

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
