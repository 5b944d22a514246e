//! `once(status)`: set in what comes only by a status, and null in what comes only before it.

use api_object::{ApiObject, Extra, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Batch {
    #[api(status {
        validating => in_progress | failed | cancelling,
        in_progress => finalizing | cancelling | failed,
        finalizing => completed | cancelling,
        cancelling => cancelled,
        completed,
        failed,
        cancelled,
    })]
    status: BatchStatus,
    #[api(once(in_progress), optional)]
    in_progress_at: Option<u64>,
    #[api(note(once("finalizing")), optional)]
    finalizing_at: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

/// A ring: what has been there once may be there again.
#[derive(Debug, PartialEq, ApiObject)]
struct Lamp {
    #[api(status { off => on, on => off | broken, broken => end | off })]
    status: LampStatus,
    #[api(once(on))]
    first_lit: Option<u64>,
    #[api(once(off))]
    made: Option<u64>,
}

fn codes(json: &str) -> Vec<String> {
    let report = round_trips::<Batch>(json).report();
    report
        .issues()
        .iter()
        .map(|issue| format!("{} {}", issue.pointer, issue.code))
        .collect()
}

#[test]
fn what_comes_only_by_it_has_it_set() {
    for status in ["in_progress", "finalizing", "completed"] {
        let json = format!(r#"{{"status":"{status}","finalizing_at":1}}"#);
        assert!(
            codes(&json).contains(&"/in_progress_at unset".to_owned()),
            "{status}"
        );
    }
    for status in ["failed", "cancelling", "cancelled"] {
        assert!(
            codes(&format!(r#"{{"status":"{status}"}}"#)).is_empty(),
            "{status}"
        );
        let json = format!(r#"{{"status":"{status}","in_progress_at":1}}"#);
        assert!(codes(&json).is_empty(), "it may have been: {status}");
    }
    assert_snapshot!(report_of::<Batch>(r#"{"status":"completed"}"#), @r"
    violation[unset] /in_progress_at: in_progress_at is absent, but status is completed, where it must be set
    note[unset] /finalizing_at: finalizing_at is absent, but status is completed, where it should be set
    1 violation, 1 note
    ");
}

#[test]
fn what_comes_before_it_has_it_null() {
    assert_eq!(
        codes(r#"{"status":"validating","in_progress_at":1}"#),
        ["/in_progress_at set"]
    );
    assert_eq!(
        codes(r#"{"status":"failed","finalizing_at":1}"#),
        ["/finalizing_at set"]
    );
    assert!(codes(r#"{"status":"validating"}"#).is_empty());
    let state = round_trips::<Batch>(r#"{"status":"completed","in_progress_at":7}"#);
    assert!(matches!(
        state.state(),
        Ok(BatchState::Completed { in_progress_at: 7 })
    ));
}

#[test]
fn a_ring_begins_with_its_first_status() {
    let lamp = |status, first_lit, made| {
        Lamp {
            status,
            first_lit,
            made,
        }
        .check()
        .len()
    };
    assert_eq!(lamp(LampStatus::On, None, Some(1)), 1);
    assert_eq!(lamp(LampStatus::Broken, None, Some(1)), 1);
    assert_eq!(lamp(LampStatus::Off, None, Some(1)), 0);
    assert_eq!(
        lamp(LampStatus::Off, Some(2), Some(1)),
        0,
        "it may have been on"
    );
    assert_eq!(lamp(LampStatus::On, Some(2), None), 1);
}

/// The same statuses, as several objects share them.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
enum SharedStatus {
    #[api(next = in_progress | failed | cancelling)]
    Validating,
    #[api(next = finalizing | cancelling | failed)]
    InProgress,
    #[api(next = completed | cancelling)]
    Finalizing,
    #[api(next = cancelled)]
    Cancelling,
    Completed,
    Failed,
    Cancelled,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct OfShared {
    #[api(status)]
    status: SharedStatus,
    #[api(once(in_progress), optional)]
    in_progress_at: Option<u64>,
    #[api(note(once("finalizing")), optional)]
    finalizing_at: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn shared_statuses_say_the_same() {
    for status in BatchStatus::ALL {
        for members in ["", r#","in_progress_at":1"#, r#","finalizing_at":2"#] {
            let json = format!(r#"{{"status":"{status}"{members}}}"#);
            let own = round_trips::<Batch>(&json).report();
            assert_eq!(round_trips::<OfShared>(&json).report(), own, "{json}");
        }
    }
}
