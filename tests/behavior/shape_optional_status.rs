//! A status that is an `Option`: an object may have none, and then nothing hangs on it.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct File {
    #[api(status { uploaded => processed | failed, processed, failed }, optional)]
    status: Option<FileStatus>,
    #[api(only_in(failed), optional)]
    status_details: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// The status is expected, and may be null.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Step {
    #[api(status { running => done, done }, set_once)]
    status: Option<StepStatus>,
    #[api(set_in(done))]
    ended_at: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn without_a_status_nothing_is_asked() {
    for json in [r#"{}"#, r#"{"status_details":"odd"}"#] {
        let file = round_trips::<File>(json);
        assert!(file.report().is_empty(), "{}", file.report());
        assert!(matches!(file.state(), Ok(FileState::NoStatus)));
        assert_eq!(file.status(), None);
    }
    assert_snapshot!(report_of::<Step>("{}"), @r"
    note[missing_member] /status: status is absent, where null is expected
    note[missing_member] /ended_at: ended_at is absent, where null is expected
    2 notes
    ");
    let null = round_trips::<Step>(r#"{"status":null,"ended_at":null}"#);
    assert!(null.report().is_empty());
    assert_eq!(format!("{:?}", null.state()), "Ok(NoStatus)");
}

#[test]
fn with_a_status_all_is_as_ever() {
    let failed = round_trips::<File>(r#"{"status":"failed","status_details":"too large"}"#);
    assert!(matches!(
        failed.state(),
        Ok(FileState::Failed {
            status_details: "too large"
        })
    ));
    assert_snapshot!(report_of::<File>(r#"{"status":"processed","status_details":"odd"}"#), @r#"
    violation[set] /status_details: status_details is "odd", but status is processed, where it must be null
    1 violation
    "#);
    let odd = round_trips::<File>(r#"{"status":"processed","status_details":"odd"}"#);
    assert!(odd.state().is_err());
    let later = round_trips::<File>(r#"{"status":"archived"}"#);
    assert!(matches!(later.state(), Ok(FileState::Unknown(word)) if word.as_str() == "archived"));
}

#[test]
fn a_status_that_is_none_is_set_aside() {
    let odd = comes_back::<File>(r#"{"status":7,"status_details":"x"}"#);
    assert!(matches!(odd.state(), Ok(FileState::NoStatus)));
    assert_eq!(odd.report().issues()[0].pointer.as_str(), "/status");
}

#[test]
fn a_status_may_come_and_go() {
    let at = |json| round_trips::<File>(json).lenient();
    let (none, processed) = (at("{}"), at(r#"{"status":"processed"}"#));
    assert!(none.check_successor(&processed).is_empty());
    assert!(processed.check_successor(&none).is_empty());
    let back = processed.check_successor(&at(r#"{"status":"uploaded"}"#));
    assert_eq!(back.issues()[0].pointer.as_str(), "/status");
    let at = |json| round_trips::<Step>(json).lenient();
    let gone = at(r#"{"status":"done","ended_at":1}"#)
        .check_successor(&at(r#"{"status":null,"ended_at":1}"#));
    assert_eq!(gone.len(), 1, "a member that is set once stays: {gone}");
}
