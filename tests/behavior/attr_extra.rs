//! `extra`: the field that keeps what is not declared.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips, streamed};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Model {
    pub id: String,
    pub parent: Option<Box<Model>>,
    #[api(optional)]
    pub children: Option<Vec<Model>>,
    #[api(extra)]
    pub rest: Extra,
}

/// Without such a field, unknown members are read over.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Bare {
    id: String,
    size: Option<u8>,
}

#[test]
fn unknown_members_come_back_at_every_depth() {
    let json = r#"{"a":1,"id":"m","parent":{"id":"p","b":{"c":[null,{}]},"parent":null},"children":[{"id":"c","parent":null,"d":"e"}],"z":[]}"#;
    let _ = round_trips::<Model>(json);
    assert_snapshot!(report_of::<Model>(json), @"
        drift[unknown_member] /parent/b: b is a member that Model does not know
        drift[unknown_member] /children/0/d: d is a member that Model does not know
        drift[unknown_member] /a: a is a member that Model does not know
        drift[unknown_member] /z: z is a member that Model does not know
        4 drifts
    ");
}

#[test]
fn unknown_values_come_back_as_they_were_spelled() {
    let json = r#"{"id":"m","parent":null,"a": 1.50 ,"b":1E400,"c":123456789012345678901234567890123456789012,"d":-0,"e":"\u00e9\ud83d\ude00\/","f": [ 1 , 2 ],"\u0067":{"h" : null}}"#;
    let model = api_object::from_str::<Model>(json).unwrap();
    let get = |name| model.rest.get(name);
    assert_eq!(get("a"), Some("1.50"));
    assert_eq!(get("b"), Some("1E400"));
    assert_eq!(get("c"), Some("123456789012345678901234567890123456789012"));
    assert_eq!(
        (get("d"), get("e")),
        (Some("-0"), Some(r#""\u00e9\ud83d\ude00\/""#))
    );
    assert_eq!(
        (get("f"), get("g")),
        (Some("[ 1 , 2 ]"), Some(r#"{"h" : null}"#))
    );
    assert_eq!((model.rest.len(), get("h")), (7, None));
    let again = api_object::to_string(&model);
    let twice = api_object::from_str::<Model>(&again).unwrap();
    assert_eq!(twice, model);
}

#[test]
fn numbers_beyond_64_bits_come_back_through_both_writers() {
    for number in [
        "18446744073709551616",
        "-9223372036854775809",
        "170141183460469231731687303715884105727",
        "340282366920938463463374607431768211455",
        "0.1",
        "1e-7",
        "1E+2",
        "1.0",
        "-0",
        "1e308",
        "5e-324",
    ] {
        let _ = comes_back::<Model>(&format!(
            r#"{{"id":"m","parent":null,"a":{number},"b":[{number}]}}"#
        ));
    }
}

/// What serde's numbers cannot hold: beyond 128 bits it is the nearest double, beyond those nothing. Our writer's text,
/// which `serde_json` takes into memory, has all.
#[test]
fn numbers_beyond_serde_are_for_our_writer_alone() {
    for (number, theirs) in [
        (
            "340282366920938463463374607431768211456",
            Ok("3.402823669209385e+38"),
        ),
        ("1e400", Err("1e400")),
        ("-1e400", Err("-1e400")),
    ] {
        let json = |number| format!(r#"{{"id":"m","parent":null,"a":{number}}}"#);
        let model = api_object::from_str::<Model>(&json(number)).unwrap();
        assert_eq!(api_object::to_string(&model), json(number));
        assert_eq!(serde_json::to_string(&model).unwrap(), json(number));
        match (theirs, streamed(&model)) {
            (Ok(nearest), Ok(written)) => assert_eq!(written, json(nearest)),
            (Err(named), Err(error)) => assert!(error.to_string().contains(named), "{error}"),
            (_, written) => panic!("{written:?}"),
        }
    }
}

#[test]
fn a_member_that_stands_twice_and_is_unknown_stands_twice_again() {
    let json = r#"{"id":"m","parent":null,"a":1,"a":2}"#;
    let model = round_trips::<Model>(json);
    assert_eq!(api_object::to_string(&model), json);
    assert_eq!((model.rest.get("a"), model.rest.len()), (Some("2"), 2));
}

#[test]
fn extra_members_are_put_in_and_taken_out() {
    let mut model = round_trips::<Model>(r#"{"id":"m","a":1,"b":2}"#).lenient();
    assert!(model.rest.remove("a") && !model.rest.remove("a"));
    model.rest.insert("c\"", &[1, 2]).unwrap();
    model.rest.insert("b", &"x").unwrap();
    assert_eq!(
        api_object::to_string(&model),
        r#"{"id":"m","c\"":[1,2],"b":"x"}"#
    );
    assert_eq!(
        serde_json::to_string(&model).unwrap(),
        r#"{"id":"m","c\"":[1,2],"b":"x"}"#
    );
    let names: Vec<String> = model
        .rest
        .iter()
        .map(|(name, _)| name.into_owned())
        .collect();
    assert_eq!(names, ["c\"", "b"]);
}

#[test]
fn without_it_what_is_unknown_is_read_over() {
    let bare = api_object::from_str::<Bare>(r#"{"a":[{}],"id":"m"}"#).unwrap();
    assert_eq!(api_object::to_string(&bare), r#"{"id":"m","size":null}"#);
    assert!(bare.report().is_empty());
}

#[test]
fn without_it_nothing_can_be_set_aside() {
    let refused = api_object::from_str::<Bare>(r#"{"id":"m","size":"big"}"#).unwrap_err();
    assert_snapshot!(refused, @r#"line 1, column 18, at /size: expected an integer from 0 to 255 or null, found "big""#);
}

/// The API's users add members of their own.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Labelled {
    id: String,
    #[api(optional)]
    size: Option<u8>,
    #[api(extra(expected))]
    labels: Extra,
}

#[test]
fn expected_members_come_back_and_are_not_told() {
    let labelled = round_trips::<Labelled>(r#"{"id":"m","colour":"red","weight":[1]}"#);
    assert_eq!(labelled.labels.get("colour"), Some("\"red\""));
    assert!(labelled.report().is_empty());
}

#[test]
fn where_members_are_expected_all_else_is_told() {
    assert_snapshot!(report_of::<Labelled>(r#"{"id":"m","size":"big","colour":1,"colour":2}"#), @r#"
        violation[misfit] /size: expected an integer from 0 to 255 or null, found "big"
        drift[duplicate_member] /colour: colour, which Labelled does not know, stands in it once more
        1 violation, 1 drift
    "#);
}

#[test]
fn an_object_that_flattens_says_itself_what_it_expects() {
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Shared {
        made: String,
        #[api(extra(expected))]
        extra: Extra,
    }
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Told {
        #[api(flatten)]
        shared: Shared,
        #[api(extra)]
        extra: Extra,
    }
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Untold {
        #[api(flatten)]
        shared: Shared,
        #[api(extra(expected))]
        extra: Extra,
    }
    let json = r#"{"made":"x","colour":1}"#;
    assert_snapshot!(report_of::<Told>(json), @"
        drift[unknown_member] /colour: colour is a member that Told does not know
        1 drift
    ");
    assert!(round_trips::<Untold>(json).report().is_empty());
}
