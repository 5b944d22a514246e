//! `former("task")`: words that the tag had formerly.

use api_object::{ApiObject, Code, Extra};
use insta::assert_snapshot;

use crate::round_trip::{refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "fine_tuning.job", former("fine-tune", "fine_tune"))]
struct Job {
    id: String,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_former_word_is_drift_and_is_sent_again() {
    for word in ["fine-tune", "fine_tune"] {
        let json = format!(r#"{{"object":"{word}","id":"a"}}"#);
        let job = round_trips::<Job>(&json);
        assert_eq!(api_object::to_string(&job), json);
        assert_eq!(job.report().issues()[0].code, Code::FormerTag);
        assert!(job.strict().is_ok());
    }
    assert_snapshot!(report_of::<Job>(r#"{"id":"a","object":"fine-tune"}"#), @r#"
        drift[former_tag] /object: object is "fine-tune", expected "fine_tuning.job"
        1 drift
    "#);
}

#[test]
fn the_current_word_is_named_where_neither_fits() {
    assert_snapshot!(refusal::<Job>(r#"{"id":"a","object":"tune"}"#), @r#"line 1, column 20, at /object: expected the object `fine_tuning.job`, found "tune""#);
}
