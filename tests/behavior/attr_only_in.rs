//! `only_in(failed)`: set in these statuses, null in all others.

use api_object::{ApiObject, Code, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Job {
    #[api(status { queued => done | failed, done, failed })]
    status: JobStatus,
    #[api(only_in(failed))]
    error: Option<Failure>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Failure {
    code: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn it_is_set_there_and_nowhere_else() {
    for (status, error, code) in [
        ("failed", r#"{"code":"x"}"#, None),
        ("failed", "null", Some(Code::Unset)),
        ("queued", "null", None),
        ("queued", r#"{"code":"x"}"#, Some(Code::Set)),
        ("lost", r#"{"code":"x"}"#, None),
        ("lost", "null", None),
    ] {
        let json = format!(r#"{{"status":"{status}","error":{error}}}"#);
        let report = round_trips::<Job>(&json).report();
        assert_eq!(
            report.violations().map(|issue| issue.code).next(),
            code,
            "{json}"
        );
    }
}

/// Vendors write "no error" as an empty object, too, or as one of nulls: that is a value here.
#[test]
fn an_object_without_a_value_is_a_value() {
    assert_snapshot!(report_of::<Job>(r#"{"status":"done","error":{}}"#), @"
        violation[set] /error: error is an object, but status is done, where it must be null
        note[missing_member] /error/code: code is absent, where null is expected
        1 violation, 1 note
    ");
    assert_snapshot!(report_of::<Job>(r#"{"status":"failed","error":{"code":null}}"#), @"no deviation");
}
