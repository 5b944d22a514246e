//! `optional`: a member that may be left out.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Item {
    #[api(optional)]
    pub name: Option<String>,
    #[api(optional)]
    pub tags: Option<Vec<u8>>,
    #[api(optional)]
    pub below: Option<Box<Item>>,
    /// Not optional: null where it is absent.
    pub note: Option<String>,
    #[api(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Bare {
    #[api(optional)]
    name: Option<String>,
    note: Option<String>,
}

/// Absent, null and set, of each of four members: 81 documents.
#[test]
fn absent_and_null_are_told_apart_in_every_combination() {
    let members = [
        ["", r#""name":null"#, r#""name":"a""#],
        ["", r#""tags":null"#, r#""tags":[1]"#],
        ["", r#""below":null"#, r#""below":{"note":null}"#],
        ["", r#""note":null"#, r#""note":"b""#],
    ];
    for n in 0..81 {
        let chosen = members
            .iter()
            .enumerate()
            .map(|(i, forms)| forms[n / 3_usize.pow(i as u32) % 3]);
        let chosen: Vec<&str> = chosen.filter(|form| !form.is_empty()).collect();
        let json = format!("{{{}}}", chosen.join(","));
        assert_eq!(api_object::to_string(&round_trips::<Item>(&json)), json);
        let reversed: Vec<&str> = chosen.into_iter().rev().collect();
        let _ = round_trips::<Item>(&format!("{{{}}}", reversed.join(",")));
    }
}

#[test]
fn only_what_is_unexpected_is_noted() {
    assert!(round_trips::<Item>(r#"{"note":null}"#).report().is_empty());
    let json = r#"{"name":null,"tags":null,"below":{"below":null}}"#;
    assert_snapshot!(report_of::<Item>(json), @"
        note[null_member] /name: name is null, where it is expected to be absent
        note[null_member] /tags: tags is null, where it is expected to be absent
        note[null_member] /below/below: below is null, where it is expected to be absent
        note[missing_member] /below/note: note is absent, where null is expected
        note[missing_member] /note: note is absent, where null is expected
        5 notes
    ");
}

#[test]
fn a_value_that_was_changed_wins() {
    let mut item = round_trips::<Item>(r#"{"name":null}"#).lenient();
    item.name = Some("a".to_owned());
    item.note = Some("b".to_owned());
    assert_eq!(api_object::to_string(&item), r#"{"name":"a","note":"b"}"#);
    let mut item = round_trips::<Item>(r#"{"name":"a","note":"b"}"#).lenient();
    (item.name, item.note) = (None, None);
    assert_eq!(api_object::to_string(&item), r#"{"note":null}"#);
    assert_eq!(serde_json::to_string(&item).unwrap(), r#"{"note":null}"#);
}

#[test]
fn a_misfit_is_set_aside_until_the_value_is_changed() {
    let json = r#"{"name":5,"tags":[1,"x"],"below":{"note":[]},"note":{}}"#;
    let item = comes_back::<Item>(json);
    assert_snapshot!(item.report(), @r#"
        violation[misfit] /name: expected a string or null, found 5
        violation[misfit] /tags/1: expected an integer from 0 to 255, found "x"
        violation[misfit] /below/note: expected a string or null, found []
        violation[misfit] /note: expected a string or null, found {}
        4 violations
    "#);
    let mut item = item.lenient();
    assert_eq!((&item.name, &item.tags, &item.note), (&None, &None, &None));
    item.name = Some("a".to_owned());
    assert_eq!(
        api_object::to_string(&item),
        r#"{"name":"a","tags":[1,"x"],"below":{"note":[]},"note":{}}"#
    );
    assert!(
        serde_json::from_str::<Item>(json).is_err(),
        "serde_json refuses a misfit"
    );
}

#[test]
fn without_an_extra_field_the_type_decides() {
    let bare = api_object::from_str::<Bare>(r#"{"name":null}"#).unwrap();
    assert_eq!(api_object::to_string(&bare), r#"{"note":null}"#);
    assert!(bare.report().is_empty());
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Either {
    #[api(optional(nullable))]
    name: Option<String>,
    #[api(optional(nullable), len(..=2))]
    below: Option<Vec<Either>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn absent_and_null_may_be_equally_good() {
    for json in [
        r#"{}"#,
        r#"{"name":null}"#,
        r#"{"below":null}"#,
        r#"{"name":null,"below":[{"name":null},{}]}"#,
        r#"{"below":[{"name":"a","below":null}],"name":"b"}"#,
    ] {
        let either = round_trips::<Either>(json);
        assert!(either.report().is_empty(), "{json}: {}", either.report());
    }
    let mut either = round_trips::<Either>(r#"{"name":null}"#).lenient();
    either.name = Some("a".to_owned());
    assert_eq!(api_object::to_string(&either), r#"{"name":"a"}"#);
    let made = Either {
        name: None,
        below: None,
        extra: Extra::new(),
    };
    assert_eq!(api_object::to_string(&made), "{}");
    assert_snapshot!(report_of::<Either>(r#"{"name":7,"below":[{},{},{}]}"#), @r"
    violation[misfit] /name: expected a string or null, found 7
    violation[len] /below: below has 3 elements, expected at most 2
    2 violations
    ");
}
