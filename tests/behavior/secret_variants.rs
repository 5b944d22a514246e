//! Secrets that are variants of unions, and secrets whose members are compared with each other.

use api_object::{ApiObject, Extra, RawJson, Reader, Secret, UnixSeconds};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Login {
    name: String,
    pins: Vec<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum One {
    Login(Secret<Login>),
    List(Box<Secret<Vec<u8>>>),
    Word(String),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Several {
    Login(Secret<Login>),
    Pair(Secret<Pair>),
    Number(u8),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Pair {
    pins: Vec<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tagged {
    Login(Secret<Login>),
    Boxed(Box<Secret<Login>>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Held {
    #[api(optional)]
    one: Option<One>,
    #[api(optional)]
    several: Option<Several>,
    #[api(optional)]
    tagged: Option<Tagged>,
    #[api(extra)]
    extra: Extra,
}

/// Nothing that anybody is shown holds the word that every secret of these tests is made of.
#[track_caller]
fn assert_hidden(shown: &str) {
    for secret in ["hunter", "4711"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn what_does_not_fit_a_secret_variant_is_not_told() {
    let good = r#"{"one":{"name":"hunter","pins":[]},"tagged":{"type":"login","name":"hunter","pins":[1]}}"#;
    assert!(round_trips::<Held>(good).report().is_empty());
    let texts = [
        r#"{"name":["hunter"],"pins":[]}"#,
        r#"{"name":"a","pins":["hunter",4711]}"#,
        r#"{"name":"a","pins":[],"name":"hunter"}"#,
        r#"{"hunter":1}"#,
        r#"["hunter",4711]"#,
        r#"{"type":"login","name":4711,"pins":[]}"#,
        r#"{"type":"boxed","name":4711,"pins":[4711]}"#,
        r#"{"name":["hunter"],"type":"boxed","pins":[4711],"name":"hunter"}"#,
    ];
    for member in ["one", "several", "tagged"] {
        for text in texts {
            let json = format!(r#"{{"{member}":{text}}}"#);
            let held = comes_back::<Held>(&json);
            assert_hidden(&serde_json::to_string(&held.report()).unwrap());
            assert_hidden(&format!("{:?}", held.report()));
            let filled = Reader::new().fill_missing().from_str::<Held>(&json);
            assert_hidden(&format!("{:?}", filled.unwrap().report()));
            if let Err(error) = serde_json::from_str::<Held>(&json) {
                assert_hidden(&error.to_string());
            }
            for error in [
                api_object::from_str::<One>(text).map_or_else(Some, |_| None),
                api_object::from_str::<Several>(text).map_or_else(Some, |_| None),
                api_object::from_str::<Tagged>(text).map_or_else(Some, |_| None),
            ] {
                assert_hidden(&format!("{error:?}"));
            }
        }
    }
    let held = comes_back::<Held>(r#"{"one":{"name":4711,"pins":["hunter"]}}"#);
    assert_snapshot!(held.report(), @"
        violation[misfit] /one: expected a string, found a number, which is secret
        violation[misfit] /one: expected an integer from 0 to 255, found a string, which is secret
        2 violations
    ");
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Times {
    begun: UnixSeconds,
    #[api(not_before = begun)]
    ended: UnixSeconds,
    word: String,
    #[api(same_as = word)]
    again: String,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Closed {
    times: Secret<Times>,
}

#[test]
fn a_rule_between_members_of_a_secret_tells_neither() {
    let json = r#"{"times":{"begun":4711,"ended":1,"word":"hunter","again":"other"}}"#;
    let closed = comes_back::<Closed>(json);
    assert_hidden(&format!("{:?}", closed.report()));
    assert_snapshot!(closed.report(), @"
        violation[order] /times: a secret deviates
        violation[same_as] /times: a secret deviates
        2 violations
    ");
}

/// A secret in two forms; what comes in a third is kept.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Open {
    Login(Secret<Login>),
    Word(Secret<String>),
    #[api(unknown)]
    Other(RawJson),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Session {
    #[api(status { open => closed, closed })]
    status: SessionStatus,
    #[api(null_in(closed), same_as = copy, immutable)]
    value: Option<Open>,
    copy: Option<Open>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_rule_tells_nothing_of_what_no_variant_takes() {
    let json = r#"{"status":"closed","value":{"pw":"hunter"},"copy":["hunter"]}"#;
    let session = comes_back::<Session>(json);
    assert_hidden(&format!("{:?}", session.report()));
    assert_snapshot!(session.report(), @"
        violation[set] /value: value is an object, but status is closed, where it must be null
        violation[same_as] /value: value is an object, but copy, which says the same, is an array
        drift[unknown_variant] /value: a secret deviates, expected an object (Login) or a string
        drift[unknown_variant] /copy: a secret deviates, expected an object (Login) or a string
        2 violations, 2 drifts
    ");
    assert_snapshot!(session.state().unwrap_err(), @"
        violation[set] /value: value is an object, but status is closed, where it must be null
        1 violation
    ");
    let later = json.replace("hunter", "hunter-2");
    let later = comes_back::<Session>(&later);
    assert_snapshot!(session.check_successor(&later), @"
        violation[immutable] /value: value is an object, but was another and never changes
        1 violation
    ");
}
