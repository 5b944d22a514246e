//! `Secret<T>`: sent, and shown nowhere.

use std::collections::BTreeMap;

use api_object::{ApiObject, Expandable, Extra, Nullable, Secret, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Key {
    #[api(len(..=8), pattern("^sk-"), immutable)]
    value: Secret<String>,
    #[api(range(1000..=9999))]
    pin: Option<Secret<u32>>,
    #[api(len(1..), unique, each(len(..=8)))]
    former: Secret<Vec<String>>,
    #[api(each(len(..=8)))]
    others: Option<Vec<Secret<String>>>,
    #[api(optional)]
    login: Option<Secret<Login>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Login {
    user: UserId,
    token: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id = "user-")]
struct UserId(api_object::Str);

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Keys {
    keys: Option<Vec<Key>>,
    by_name: Option<BTreeMap<String, Secret<String>>>,
    nullable: Nullable<Secret<String>>,
    expandable: Option<Expandable<Key>>,
    any: Option<Any>,
    below: Option<Box<Keys>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Any {
    Key(Key),
    #[api(unknown)]
    Other(UnknownObject),
}

const KEY: &str = r#"{"value":"sk-1","pin":1234,"former":["a"],"others":["b"],"login":{"user":"user-1","token":null}}"#;

/// Nothing that anybody is shown holds the word that every secret of these tests is made of.
#[track_caller]
fn assert_hidden(shown: &str) {
    for secret in ["hunter", "4711"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn secrets_come_back() {
    let key = round_trips::<Key>(KEY);
    assert!(key.report().is_empty());
    assert_eq!(api_object::to_string(&key), KEY);
    assert_eq!(serde_json::to_string(&*key).unwrap(), KEY);
    assert_eq!(key.pin().map(|pin| *pin.expose()), Some(1234));
    assert_eq!(key.value().clone().into_exposed(), "sk-1");
    let mut key = key.lenient();
    key.value.expose_mut().push('2');
    assert_eq!(key.value, Secret::new("sk-12".to_owned()));
    let _ = round_trips::<Keys>(&format!(
        r#"{{"keys":[{KEY}],"by_name":{{"a":"b"}},"nullable":null,"expandable":{KEY},"any":null,"below":null}}"#
    ));
}

#[test]
fn debug_shows_none() {
    let key = round_trips::<Key>(KEY);
    assert_snapshot!(
        format!("{:?}", *key),
        @"Key { value: Secret(…), pin: Some(Secret(…)), former: Secret(…), others: Some([Secret(…)]), login: Some(Secret(…)), extra: {} }"
    );
}

#[test]
fn rules_ask_and_do_not_tell() {
    let json = r#"{"value":"hunter-hunter","pin":4711000,"former":["hunter","hunter","hunterhunter"],"others":["hunterhunter"],"login":{"user":"hunter","token":4711,"x":"hunter"}}"#;
    let key = comes_back::<Key>(json);
    let report = key.report();
    assert_hidden(&report.to_string());
    assert_hidden(&serde_json::to_string(&report).unwrap());
    assert_snapshot!(report, @"
        violation[len] /value: a secret deviates, expected at most 8
        violation[pattern] /value: a secret deviates, expected a match of ^sk-
        violation[range] /pin: a secret deviates, expected an integer from 1000 to 9999
        violation[unique] /former: a secret deviates, expected an element that stands once
        violation[len] /former: a secret deviates, expected at most 8
        violation[len] /others/0: a secret deviates, expected at most 8
        drift[unknown_prefix] /login: a secret deviates, expected an id that begins with user-
        violation[misfit] /login: expected a string or null, found a number, which is secret
        drift[unknown_member] /login: a secret deviates
        7 violations, 2 drifts
    ");
}

#[test]
fn a_change_is_told_and_no_value() {
    let key = round_trips::<Key>(KEY).lenient();
    let mut later = key.clone();
    *later.value.expose_mut() = "sk-4711".to_owned();
    assert_snapshot!(key.check_successor(&later), @"
        violation[immutable] /value: value is a secret, but was another and never changes
        1 violation
    ");
}

#[test]
fn errors_tell_the_kind_and_no_value() {
    let misfits = [
        r#"{"value":4711,"former":["hunter",4711]}"#,
        r#"{"value":["hunter"],"former":"hunter"}"#,
        r#"{"value":"hunter","value":"hunter","former":[]}"#,
        r#"{"value":"a","former":{"hunter":4711}}"#,
        r#"["hunter"]"#,
        r#""hunter""#,
    ];
    for json in misfits {
        let error = api_object::from_str::<Key>(json).unwrap_err();
        assert_hidden(&error.to_string());
        assert_hidden(&format!("{error:?}"));
        let error = serde_json::from_str::<Key>(json).unwrap_err();
        assert_hidden(&error.to_string());
    }
    let error = api_object::from_str::<Key>(misfits[0]).unwrap_err();
    assert_snapshot!(error, @"
        line 1, column 10, at /value: expected a string, found a number, which is secret
        line 1, column 24, at /former: expected a string, found a number, which is secret
    ");
    let error = serde_json::from_str::<Key>(misfits[0]).unwrap_err();
    assert_snapshot!(error, @"at /value: expected a string, found a number, which is secret (line 1, column 13 of the value)");
}

#[test]
fn what_is_set_aside_is_hidden_as_deep_as_secrets_lie() {
    let json = r#"{"keys":{"value":"hunter"},"by_name":["hunter"],"nullable":[4711],"expandable":["hunter"],
        "any":["hunter"],"below":{"keys":[{"value":4711}],"nullable":4711,"any":{"type":"key","value":["hunter"]}}}"#;
    let keys = comes_back::<Keys>(json);
    assert_hidden(&keys.report().to_string());
    assert_hidden(&format!("{:?}", *keys));
    assert_snapshot!(keys.report(), @"
        violation[misfit] /keys: expected an array or null, found an object, which is secret
        violation[misfit] /by_name: expected an object or null, found an array, which is secret
        violation[misfit] /nullable: expected a string or null, found an array, which is secret
        violation[misfit] /expandable: expected a string, an object (Key) or null, found an array, which is secret
        violation[misfit] /any: expected an object with `type` (Any) or null, found an array, which is secret
        violation[misfit] /below/keys/0/value: expected a string, found a number, which is secret
        violation[missing_member] /below/keys/0/former: `former` is missing
        note[missing_member] /below/by_name: by_name is absent, where null is expected
        violation[misfit] /below/nullable: expected a string or null, found a number, which is secret
        note[missing_member] /below/expandable: expandable is absent, where null is expected
        violation[misfit] /below/any/value: expected a string, found an array, which is secret
        violation[missing_member] /below/any/former: `former` is missing
        note[missing_member] /below/below: below is absent, where null is expected
        10 violations, 3 notes
    ");
    let login = r#"{"value":"sk-1","pin":null,"former":["a"],"others":null,"login":{"user":4711,"token":["hunter"]}}"#;
    let key = comes_back::<Key>(login);
    assert_hidden(&key.report().to_string());
    assert_snapshot!(key.report(), @"
        violation[misfit] /login: expected a string (UserId), found a number, which is secret
        violation[misfit] /login: expected a string or null, found an array, which is secret
        2 violations
    ");
    let error = serde_json::from_str::<Key>(login).unwrap_err();
    assert_snapshot!(error, @"at /login: expected a string (UserId), found a number, which is secret (line 1, column 76 of the value)");
}

#[derive(ApiObject)]
struct Session {
    #[api(status { open => closed, closed })]
    status: SessionStatus,
    #[api(set_in(open), null_in(closed))]
    token: Option<Secret<String>>,
    #[api(set_in(open))]
    login: Option<Login2>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Login2 {
    password: Secret<String>,
}

#[test]
fn the_typed_view_shows_none() {
    let json = r#"{"status":"open","token":"hunter","login":{"password":"hunter"}}"#;
    let session = api_object::from_str::<Session>(json).unwrap();
    let view = session.state().unwrap();
    assert_snapshot!(format!("{view:?}"), @r#"Open { token: "…", login: {"password":"…"} }"#);
    let json = r#"{"status":"closed","token":"hunter","login":null}"#;
    let session = api_object::from_str::<Session>(json).unwrap();
    assert_snapshot!(session.report(), @"
        violation[set] /token: a secret deviates, expected null
        1 violation
    ");
    assert_snapshot!(session.state().unwrap_err(), @"
        violation[set] /token: token is a secret, but status is closed, where it must be null
        1 violation
    ");
}

/// Unions of every style, whose values are secret or hold secrets.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Held {
    #[api(optional)]
    bare: Option<Bare>,
    #[api(optional)]
    open: Option<Open>,
    #[api(optional)]
    keyed: Option<Keyed>,
    #[api(optional)]
    secret: Option<Secret<Closed>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Bare {
    Password(Secret<String>),
    Login(Login2),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Open {
    Password(Secret<String>),
    #[api(unknown)]
    Other(api_object::RawJson),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Keyed {
    Password(Secret<String>),
    Pin(Secret<u16>),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Closed {
    Number(u16),
    Words(Vec<u16>),
}

#[test]
fn unions_tell_none() {
    let good = r#"{"bare":{"password":"hunter"},"open":"hunter","keyed":{"type":"pin","pin":4711},"secret":[4711]}"#;
    let held = round_trips::<Held>(good);
    assert!(held.report().is_empty());
    assert_hidden(&format!("{:?}", *held));
    let texts = [
        r#""hunter""#,
        "[4711]",
        r#"{"type":"pin","pin":"hunter"}"#,
        r#"{"password":4711}"#,
        r#"{"type":"password","password":["hunter"]}"#,
    ];
    for member in ["bare", "open", "keyed", "secret"] {
        for text in texts {
            let json = format!(r#"{{"{member}":{text}}}"#);
            let held = comes_back::<Held>(&json);
            let report = held.report();
            assert_hidden(&report.to_string());
            assert_hidden(&serde_json::to_string(&report).unwrap());
            if let Err(error) = serde_json::from_str::<Held>(&json) {
                assert_hidden(&error.to_string());
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Sealed {
    #[api(optional)]
    tagged: Option<Secret<Tagged>>,
    #[api(optional)]
    kind: Option<Secret<Kind>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "tagged")]
struct Tagged {}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Kind {
    Tagged(Tagged),
}

#[test]
fn a_wrong_word_of_a_tag_is_not_told() {
    for json in [
        r#"{"tagged":{"object":"hunter"}}"#,
        r#"{"tagged":{"object":["hunter"]}}"#,
        r#"{"kind":{"type":"hunter"}}"#,
        r#"{"kind":{"type":"tagged","object":"hunter"}}"#,
    ] {
        assert_hidden(&comes_back::<Sealed>(json).report().to_string());
        let error = serde_json::from_str::<Sealed>(json).unwrap_err();
        assert_hidden(&error.to_string());
    }
}

/// Names that nobody declared may be secret, too.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Vault {
    by_name: Option<Secret<BTreeMap<String, Login>>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_pointer_ends_at_the_secret() {
    let odd = r#"{"by_name":{"hunter":{"user":"x","token":"4711","hunter":1}}}"#;
    let vault = comes_back::<Vault>(odd);
    assert_snapshot!(vault.report(), @r"
    drift[unknown_prefix] /by_name: a secret deviates, expected an id that begins with user-
    drift[unknown_member] /by_name: a secret deviates
    2 drifts
    ");
    let unfit = r#"{"by_name":{"hunter":{"user":4711,"token":null}}}"#;
    let vault = comes_back::<Vault>(unfit);
    assert_snapshot!(vault.report(), @r"
    violation[misfit] /by_name: expected a string (UserId), found a number, which is secret
    1 violation
    ");
    let missing = r#"{"by_name":{"hunter":{"token":null}}}"#;
    assert_snapshot!(comes_back::<Vault>(missing).report(), @r"
    violation[missing_member] /by_name: a secret deviates
    1 violation
    ");
    let error = serde_json::from_str::<Vault>(unfit).unwrap_err();
    assert_snapshot!(error, @"at /by_name: expected a string (UserId), found a number, which is secret (line 1, column 33 of the value)");
    let error = api_object::from_str::<BTreeMap<String, Secret<Vec<Login>>>>(
        r#"{"shown":[{"hunter":1},{"user":1,"user":2}]}"#,
    );
    assert_snapshot!(error.unwrap_err(), @r"
    line 1, column 10, at /shown: a secret deviates
    line 1, column 10, at /shown: expected a string (UserId), found a number, which is secret
    line 1, column 10, at /shown: a secret deviates
    ");
    for shown in [vault.report().to_string(), format!("{vault:?}")] {
        assert_hidden(&shown);
    }
}

#[test]
fn what_nobody_declared_is_not_shown() {
    let json = r#"{"type":"other","hunter":"4711","a":"hunter"}"#;
    let any = comes_back::<Any>(json);
    assert_eq!(
        format!("{:?}", *any),
        r#"Other(UnknownObject { tag: Some("other"), json: 45 bytes of JSON })"#
    );
    let mut extra = Extra::new();
    extra.insert("token", &"hunter").unwrap();
    extra.insert("n", &4).unwrap();
    assert_eq!(
        format!("{extra:?}"),
        r#"{"token": 8 bytes of JSON, "n": 1 byte of JSON}"#
    );
}
