//! Words keep their spelling, wherever they stand: the next object that keeps anything keeps it.

use std::collections::BTreeMap;

use super::{comes_back, comes_back_by_serde};
use crate::{ApiObject, Auto, Code, Extra, UnknownObject, UnknownValue};

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum State {
    Running,
    #[api(alias = "canceled")]
    Cancelled,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Outer {
    #[api(optional)]
    list: Option<Vec<State>>,
    #[api(optional)]
    map: Option<BTreeMap<String, State>>,
    #[api(optional)]
    auto: Option<Auto<Vec<Option<State>>>>,
    #[api(optional)]
    plain: Option<Plain>,
    #[api(optional)]
    plains: Option<Vec<Plain>>,
    #[api(optional)]
    keeping: Option<Keeping>,
    #[api(optional)]
    tool: Option<Tool>,
    #[api(optional)]
    last: Option<State>,
    #[api(extra)]
    extra: Extra,
}

/// Keeps nothing.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "plain")]
struct Plain {
    state: State,
    #[api(optional)]
    inner: Option<Keeping>,
    #[api(optional)]
    n: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Keeping {
    state: State,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tool {
    Search(Search),
    Labels(BTreeMap<String, State>),
    #[api(unknown)]
    Other(UnknownObject),
}

/// Keeps nothing.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Search {
    state: State,
    #[api(optional)]
    below: Option<Box<Tool>>,
}

#[test]
fn words_keep_their_spelling_wherever_they_stand() {
    for json in [
        r#"{"list":["canceled","running","cancelled","canceled"]}"#,
        r#"{"list":["running","cancelled"],"map":{"b":"canceled","a\"":"canceled","c":"running"}}"#,
        r#"{"auto":[null,"canceled"]}"#,
        r#"{"auto":"auto","last":"canceled"}"#,
        r#"{"plain":{"object":"plain","state":"canceled"}}"#,
        r#"{"plains":[{"object":"plain","state":"running"},{"object":"plain","state":"canceled","n":3}]}"#,
        r#"{"tool":{"type":"search","state":"canceled"}}"#,
        r#"{"tool":{"state":"canceled","type":"search"}}"#,
        r#"{"tool":{"type":"search","state":"running","below":{"type":"search","state":"canceled"}}}"#,
        r#"{"tool":{"type":"labels","a":"canceled","b":"c"}}"#,
        r#"{"tool":{"a":"canceled","type":"labels"}}"#,
    ] {
        let outer = comes_back_by_serde::<Outer>(json);
        assert!(!outer.extra.is_clean(), "{json}");
    }
}

#[test]
fn what_an_object_within_keeps_is_not_kept_again() {
    let json = r#"{"plain":{"object":"plain","state":"running","inner":{"state":"canceled"}},"keeping":{"state":"canceled"},"last":"cancelled"}"#;
    assert!(comes_back_by_serde::<Outer>(json).extra.is_clean());
    let theirs: Outer = serde_json::from_str(json).unwrap();
    assert!(theirs.extra.is_clean());
}

#[test]
fn an_object_within_does_not_take_what_stands_before_it() {
    for json in [
        r#"{"plain":{"object":"plain","state":"canceled","inner":{"state":"cancelled"}}}"#,
        r#"{"plains":[{"object":"plain","state":"canceled"},{"object":"plain","state":"running","inner":{"state":"running"}}]}"#,
        r#"{"plains":[{"object":"plain","state":"canceled","inner":{"state":"canceled"}},{"object":"plain","state":"running","inner":{"state":"canceled"}}]}"#,
    ] {
        let outer = comes_back_by_serde::<Outer>(json);
        assert!(outer.extra.respelled(3).is_some() || outer.extra.respelled(4).is_some());
    }
    let outer = comes_back::<Outer>(
        r#"{"plain":{"object":"plain","state":"canceled","inner":{"state":"cancelled"}}}"#,
    );
    let inner = outer.plain().and_then(Plain::inner).unwrap();
    assert!(inner.extra.is_clean());
}

#[test]
fn what_does_not_fit_takes_its_spellings_with_it() {
    for json in [
        r#"{"list":["canceled",5],"last":"running"}"#,
        r#"{"plain":{"object":"plain","state":"canceled","n":"x"},"keeping":{"state":"running"},"last":"running"}"#,
        r#"{"map":{"a":"canceled","b":[]},"list":["running"],"last":"running"}"#,
    ] {
        let outer = comes_back::<Outer>(json);
        assert!(
            (0..8).all(|member| outer.extra.respelled(member).is_none()),
            "{json}"
        );
        assert!(
            outer
                .keeping()
                .is_none_or(|keeping| keeping.extra.is_clean())
        );
        assert_eq!(outer.report().len(), 1, "{json}");
        assert_eq!(outer.report().issues()[0].code, Code::Misfit);
    }
}

#[test]
fn a_changed_list_is_written_with_its_own_words() {
    let json = r#"{"list":["canceled","running"]}"#;
    for mut outer in [
        crate::from_str::<Outer>(json).unwrap().lenient(),
        serde_json::from_str(json).unwrap(),
    ] {
        outer.list.as_mut().unwrap().pop();
        assert_eq!(crate::to_string(&outer), r#"{"list":["cancelled"]}"#);
    }
}
