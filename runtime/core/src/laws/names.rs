//! Members keep the names that they came under.

use super::{comes_back, comes_back_by_serde, is_refused};
use crate::{ApiObject, Code, Extra, Issue, UnknownObject};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Settings {
    #[api(alias("epochs", "ep\"ochs"))]
    pub n_epochs: u32,
    #[api(optional, alias = "speed")]
    rate: Option<u32>,
    #[api(default = 7, alias = "number")]
    count: u32,
    #[api(extra)]
    extra: Extra,
}

/// Keeps nothing, so it writes its own names.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Forgetful {
    #[api(alias = "epochs")]
    n_epochs: u32,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tool {
    /// Its tag may be a member of its own.
    Search(Search),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Search {
    #[api(alias = "type")]
    kind: String,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_member_keeps_the_name_it_came_under() {
    for json in [
        r#"{"n_epochs":4,"rate":1,"count":2}"#,
        r#"{"epochs":4,"speed":1,"number":2}"#,
        r#"{"count":2,"x":1,"ep\"ochs":4,"y":2}"#,
        r#"{"epochs":4,"speed":null,"number":7}"#,
        r#"{"ep\u006fchs" : 4}"#,
    ] {
        let settings = comes_back_by_serde::<Settings>(json);
        assert_eq!(settings.n_epochs, 4, "{json}");
    }
}

#[test]
fn a_value_that_does_not_fit_keeps_the_name_it_came_under() {
    let json = r#"{"epochs":4,"speed":"fast","number":[]}"#;
    let report = comes_back::<Settings>(json).report();
    let told: Vec<_> = report
        .issues()
        .iter()
        .map(|i| (i.pointer.as_str(), i.code))
        .collect();
    let expected = [
        ("/epochs", Code::FormerName),
        ("/speed", Code::FormerName),
        ("/speed", Code::Misfit),
        ("/number", Code::FormerName),
        ("/number", Code::Misfit),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_changed_member_keeps_the_name_it_came_under() {
    let mut settings = crate::from_str::<Settings>(r#"{"epochs":4}"#)
        .unwrap()
        .lenient();
    settings.n_epochs = 5;
    assert_eq!(crate::to_string(&settings), r#"{"epochs":5}"#);
    assert_eq!(serde_json::to_string(&settings).unwrap(), r#"{"epochs":5}"#);
}

#[test]
fn a_former_name_is_drift() {
    let report = comes_back_by_serde::<Settings>(r#"{"count":1,"epochs":4}"#).report();
    assert_eq!(
        report.to_string(),
        "drift[former_name] /epochs: epochs is a former name of n_epochs\n1 drift"
    );
    assert_eq!(
        report.issues()[0].expected().as_deref(),
        Some("\"n_epochs\"")
    );
    assert_eq!(report.issues()[0].found().as_deref(), Some("\"epochs\""));
}

#[test]
fn a_type_that_keeps_nothing_writes_its_own_name() {
    let forgetful = crate::from_str::<Forgetful>(r#"{"epochs":4}"#).unwrap();
    assert_eq!(crate::to_string(&forgetful), r#"{"n_epochs":4}"#);
    assert!(forgetful.report().is_empty());
}

#[test]
fn a_member_under_two_of_its_names_is_kept_or_refused() {
    for json in [
        r#"{"n_epochs":4,"epochs":4}"#,
        r#"{"epochs":4,"n_epochs":4}"#,
        r#"{"epochs":4,"ep\"ochs":4}"#,
    ] {
        let settings = comes_back_by_serde::<Settings>(json);
        let report = settings.report();
        let told = |issue: &Issue| issue.code == Code::DuplicateMember;
        assert!(report.issues().iter().any(told), "{json}");
        is_refused::<Forgetful>(&json.replace("ep\\\"ochs", "epochs"), Code::DuplicateMember);
    }
}

#[test]
fn the_tag_of_a_variant_may_be_a_former_name() {
    for json in [r#"{"type":"search"}"#, r#"{"x":1,"type":"search"}"#] {
        let tool = comes_back_by_serde::<Tool>(json).lenient();
        assert!(matches!(&tool, Tool::Search(search) if search.kind == "search"));
    }
    let made = Tool::Search(Search {
        kind: "deep".to_owned(),
        extra: Extra::new(),
    });
    let json = r#"{"type":"search","kind":"deep"}"#;
    assert_eq!(crate::to_string(&made), json);
    assert_eq!(serde_json::to_string(&made).unwrap(), json);
}
