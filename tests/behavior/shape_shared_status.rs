//! Statuses that stand on an enum of their own, which several objects share.

use api_object::{ApiObject, Descriptor, Extra, Steps, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

/// Where a step stands.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
enum StepStatus {
    #[api(next = in_progress | Cancelled)]
    Queued,
    /// At work.
    #[api(next = "completed" | failed, rename = "in-progress")]
    InProgress,
    Completed,
    /// May be tried again.
    #[api(next = end | queued, alias = "error")]
    Failed,
    Cancelled,
    #[api(unknown)]
    Other(UnknownValue),
}

/// Without arrows, any may follow any; and names that Rust and the rules have otherwise.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
enum Odd {
    Yield,
    Active,
    #[api(rename = "24h")]
    _24h,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Call {
    #[api(status)]
    status: StepStatus,
    #[api(set_in(completed), null_in(active))]
    output: Option<String>,
    #[api(only_in(failed, cancelled))]
    reason: Option<String>,
    #[api(note(set_in(!queued)))]
    started_at: Option<u64>,
    #[api(null_in(!ended, in_progress), optional)]
    ended_at: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Message {
    #[api(status, optional)]
    state: Option<self::StepStatus>,
    #[api(only_in(InProgress), optional)]
    progress: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ApiObject)]
struct Timer {
    #[api(status)]
    odd: Odd,
    #[api(set_in(r#yield, _24h), null_in(active))]
    value: Option<u8>,
}

#[test]
fn rules_name_the_words_of_the_enum() {
    let call = round_trips::<Call>(
        r#"{"status":"in-progress","output":null,"reason":null,"started_at":1}"#,
    );
    assert!(call.report().is_empty(), "{}", call.report());
    assert_snapshot!(report_of::<Call>(r#"{"status":"in-progress","output":"x","reason":"y","started_at":null,"ended_at":1}"#), @r#"
    violation[set] /output: output is "x", but status is in-progress, where it must be null
    violation[set] /reason: reason is "y", but status is in-progress, where it must be null
    note[unset] /started_at: started_at is null, but status is in-progress, where it should be set
    violation[set] /ended_at: ended_at is 1, but status is in-progress, where it must be null
    3 violations, 1 note
    "#);
    assert_snapshot!(report_of::<Call>(r#"{"status":"error","output":null,"reason":null,"started_at":1}"#), @r"
    violation[unset] /reason: reason is null, but status is failed, where it must be set
    1 violation
    ");
    assert_snapshot!(report_of::<Call>(r#"{"status":"lost","output":null,"reason":null,"started_at":null}"#), @r#"
    drift[unknown_word] /status: status is "lost", a word that StepStatus does not know
    1 drift
    "#);
}

#[test]
fn each_object_has_its_own_rules() {
    assert!(
        round_trips::<Message>(r#"{"progress":3}"#)
            .report()
            .is_empty()
    );
    assert_snapshot!(report_of::<Message>(r#"{"state":"completed","progress":3}"#), @r"
    violation[set] /progress: progress is 3, but state is completed, where it must be null
    1 violation
    ");
    assert_snapshot!(report_of::<Message>(r#"{"state":"in-progress"}"#), @r"
    violation[unset] /progress: progress is absent, but state is in-progress, where it must be set
    1 violation
    ");
    let report = |odd, value| Timer { odd, value }.check();
    assert_eq!(report(Odd::Yield, None).len(), 1);
    assert_eq!(report(Odd::_24h, None).len(), 1);
    assert_eq!(report(Odd::Active, Some(1)).len(), 1);
    assert!(report(Odd::Active, None).is_empty());
}

#[test]
fn the_enum_has_the_lifecycle() {
    assert!(StepStatus::Completed.is_terminal() && StepStatus::Failed.is_terminal());
    assert!(!StepStatus::Queued.is_terminal());
    assert_eq!(
        StepStatus::Failed.successors().next(),
        Some(StepStatus::Queued)
    );
    assert_eq!(StepStatus::from("error"), StepStatus::Failed);
    assert_eq!(StepStatus::InProgress.to_string(), "in-progress");
    assert_eq!(StepStatus::InProgress.docs(), "At work.");
    let Descriptor::Object(call) = Call::DESCRIPTOR else {
        panic!("an object");
    };
    let lifecycle = call.lifecycle.expect("a status member");
    assert_eq!((lifecycle.member, lifecycle.statuses.words.len()), (0, 5));
}

#[test]
fn moves_are_judged_in_every_object() {
    let at = |status: &str| {
        let json = format!(r#"{{"state":"{status}"}}"#);
        api_object::from_str::<Message>(&json)
            .expect("it reads")
            .lenient()
    };
    let (queued, completed) = (at("queued"), at("completed"));
    assert!(queued.check_successor(&completed).is_empty());
    assert!(
        !queued
            .check_successor_by(&completed, Steps::Adjacent)
            .is_empty()
    );
    assert_snapshot!(completed.check_successor(&queued), @r"
    violation[transition] /state: state is queued, but was completed, which is an end state
    1 violation
    ");
}
