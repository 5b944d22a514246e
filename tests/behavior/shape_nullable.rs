//! `Nullable<T>`: a member that is absent, null or set, and says which.

use api_object::{ApiObject, Code, Extra, Nullable, Secret, UnixSeconds};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

/// As in a request: nothing else is kept.
#[derive(Debug, Clone, Default, PartialEq, ApiObject)]
struct Update {
    name: Nullable<String>,
    #[api(range(1..=9))]
    limit: Nullable<u8>,
    at: Nullable<UnixSeconds>,
    below: Nullable<Box<Update>>,
    tags: Nullable<Vec<Nullable<u8>>>,
}

/// As in an answer.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Kept {
    name: Nullable<String>,
    #[api(default = Nullable::Value(7))]
    limit: Nullable<u8>,
    #[api(extra)]
    extra: Extra,
}

/// Absent, null and set, of each of four members: 81 documents, which need no `extra` field.
#[test]
fn absent_null_and_set_come_back_in_every_combination() {
    let members = [
        ["", r#""name":null"#, r#""name":"a""#],
        ["", r#""limit":null"#, r#""limit":4"#],
        ["", r#""below":null"#, r#""below":{"at":null}"#],
        ["", r#""tags":null"#, r#""tags":[null,1]"#],
    ];
    for n in 0..81 {
        let forms = members.iter().enumerate();
        let chosen = forms.map(|(i, forms)| forms[n / 3_usize.pow(i as u32) % 3]);
        let chosen: Vec<&str> = chosen.filter(|form| !form.is_empty()).collect();
        let json = format!("{{{}}}", chosen.join(","));
        let update = round_trips::<Update>(&json);
        assert_eq!(api_object::to_string(&update), json);
        assert!(update.report().is_empty(), "{json}");
        let reversed: Vec<&str> = chosen.into_iter().rev().collect();
        let _ = round_trips::<Update>(&format!("{{{}}}", reversed.join(",")));
    }
}

#[test]
fn a_request_says_what_changes() {
    let update = Update {
        name: Nullable::Null,
        limit: 3.into(),
        ..Update::default()
    };
    let json = r#"{"name":null,"limit":3}"#;
    assert_eq!(api_object::to_string(&update), json);
    assert_eq!(serde_json::to_string(&update).unwrap(), json);
    assert!(update.name().is_null());
    assert_eq!(
        update.limit(),
        Nullable::Value(3),
        "small scalars are copied"
    );
    assert_eq!(update.at().into_nested(), None);
    assert_eq!(api_object::to_string(&Update::default()), "{}");
    assert_eq!(serde_json::to_string(&Update::default()).unwrap(), "{}");
}

#[test]
fn other_formats_tell_null_and_absent_apart() {
    let update = round_trips::<Update>(r#"{"name":null,"tags":[null]}"#).lenient();
    let mut bytes = Vec::new();
    ciborium::into_writer(&update, &mut bytes).unwrap();
    let back: Update = ciborium::from_reader(bytes.as_slice()).unwrap();
    assert_eq!(back, update);
}

#[test]
fn rules_ask_the_value() {
    assert_snapshot!(report_of::<Update>(r#"{"limit":12,"below":{"limit":0}}"#), @"
        violation[range] /limit: limit is 12, expected an integer from 1 to 9
        violation[range] /below/limit: limit is 0, expected an integer from 1 to 9
        2 violations
    ");
    assert!(
        round_trips::<Update>(r#"{"limit":null}"#)
            .report()
            .is_empty()
    );
}

#[test]
fn a_misfit_is_set_aside_until_the_member_is_changed() {
    let json = r#"{"name":5,"limit":"x"}"#;
    let kept = comes_back::<Kept>(json);
    assert_snapshot!(kept.report(), @r#"
        violation[misfit] /name: expected a string or null, found 5
        violation[misfit] /limit: expected an integer from 0 to 255 or null, found "x"
        2 violations
    "#);
    let mut kept = kept.lenient();
    assert_eq!(
        (&kept.name, kept.limit),
        (&Nullable::Absent, Nullable::Value(7))
    );
    kept.name = Nullable::Null;
    assert_eq!(api_object::to_string(&kept), r#"{"name":null,"limit":"x"}"#);
    assert!(
        kept.check()
            .issues()
            .iter()
            .all(|issue| issue.pointer.as_str() == "/limit")
    );
    kept.name = Nullable::Value("a".to_owned());
    kept.limit = Nullable::Absent;
    assert_eq!(api_object::to_string(&kept), r#"{"name":"a"}"#);
}

#[test]
fn without_an_extra_field_a_misfit_is_an_error() {
    let error = api_object::from_str::<Update>(r#"{"limit":300}"#).unwrap_err();
    assert_eq!(error.first().issue.code, Code::Misfit);
    assert_eq!(error.first().issue.pointer.as_str(), "/limit");
}

#[test]
fn a_default_takes_the_place_of_what_is_absent() {
    let kept = round_trips::<Kept>("{}");
    assert_eq!(kept.limit(), Nullable::Value(7));
    assert_eq!(api_object::to_string(&kept), "{}");
    let kept = round_trips::<Kept>(r#"{"limit":null}"#);
    assert!(kept.limit().is_null() && kept.name().is_absent());
}

/// That something is absent or null is no secret, wherever the secret is written.
#[derive(Debug, Clone, PartialEq, Default, ApiObject)]
struct Hidden {
    token: Secret<Nullable<String>>,
    pin: Secret<Option<u8>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_secret_may_be_absent_as_what_it_holds_may() {
    let absent = Hidden::default();
    let json = api_object::to_string(&absent);
    assert_eq!(json, r#"{"pin":null}"#);
    assert_eq!(*round_trips::<Hidden>(&json), absent);
    let empty = round_trips::<Hidden>("{}");
    assert_snapshot!(empty.report().to_string(), @r"
    note[missing_member] /pin: pin is absent, where null is expected
    1 note
    ");
    let null = round_trips::<Hidden>(r#"{"token":null,"pin":7}"#);
    assert!(null.token.expose().is_null() && null.report().is_empty());
    // What does not fit is set aside, as it is of any member that can do without it.
    let odd = comes_back::<Hidden>(r#"{"token":5,"pin":"hidden"}"#);
    assert!(odd.token.expose().is_absent() && !odd.report().to_string().contains("hidden"));
}
