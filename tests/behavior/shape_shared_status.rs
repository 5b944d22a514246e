//! Statuses that stand on an enum of their own, which several objects share.

use api_object::{ApiObject, Descriptor, Extra, Steps, UnknownValue};
use insta::assert_snapshot;

use crate::placeholders::filled;
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

/// An object that lists the statuses is seen in them.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Task {
    #[api(status(queued, InProgress, ended(completed, failed, cancelled as Gone)))]
    status: StepStatus,
    #[api(set_in(completed), null_in(active))]
    output: Option<String>,
    #[api(only_in(failed, Cancelled))]
    reason: Option<Box<Call>>,
    #[api(set_in(ended), note(null_in(in_progress)))]
    ended_at: Option<u64>,
    #[api(once(in_progress))]
    started_at: Option<u64>,
    #[api(set_in(!queued, !in_progress))]
    always: Option<bool>,
}

/// What has no status is seen as that; a group may be named by a status.
#[derive(Debug, PartialEq, ApiObject)]
#[api(view = Ticking)]
struct Clock {
    #[api(status(r#yield, active, _24h), optional)]
    odd: Option<Odd>,
    #[api(only_in(active))]
    value: Option<u8>,
}

/// A view of statuses alone, and of words that are no others.
#[derive(Debug, Clone, Copy, PartialEq, ApiObject)]
#[api(status, closed)]
enum Power {
    On,
    Off,
}

#[derive(Debug, PartialEq, ApiObject)]
struct Lamp {
    #[api(status(on, off))]
    power: Power,
}

#[test]
fn an_object_is_seen_in_a_status_that_it_lists() {
    let task = |status: &str, members: &str| {
        let json = format!(r#"{{"status":"{status}",{members}}}"#);
        api_object::from_str::<Task>(&json).expect("it reads")
    };
    let empty = r#""output":null,"reason":null,"ended_at":null,"started_at":null,"always":true"#;
    let queued = task("queued", empty);
    assert!(matches!(
        queued.state(),
        Ok(TaskState::Queued { always: true })
    ));
    let done = task(
        "completed",
        r#""output":"x","reason":null,"ended_at":7,"started_at":3,"always":true"#,
    );
    let Ok(TaskState::Completed {
        output,
        ended_at,
        always: true,
    }) = done.state()
    else {
        panic!("another state");
    };
    let (output, ended_at): (&str, u64) = (output, ended_at);
    assert_eq!((output, ended_at), ("x", 7));
    let call = r#"{"status":"completed","output":"x","reason":null,"started_at":1}"#;
    let gone = task(
        "cancelled",
        &format!(r#""output":null,"reason":{call},"ended_at":7,"started_at":null,"always":true"#),
    );
    let Ok(TaskState::Gone { reason, .. }) = gone.state() else {
        panic!("another state");
    };
    let reason: &Call = reason;
    assert_eq!(reason.status(), &StepStatus::Completed);
    // `once` is followed by arrows, which the list does not have: it unwraps in its own status alone.
    let at_work = empty.replace(r#""started_at":null"#, r#""started_at":3"#);
    let at_work = task("in-progress", &at_work);
    assert!(matches!(
        at_work.state(),
        Ok(TaskState::InProgress {
            started_at: 3,
            always: true
        })
    ));
    assert!(
        matches!(task("lost", empty).state(), Ok(TaskState::Unknown(word)) if word.as_str() == "lost")
    );
    assert_snapshot!(task("failed", empty).state().unwrap_err(), @"
        violation[unset] /reason: reason is null, but status is failed, where it must be set
        violation[unset] /ended_at: ended_at is null, but status is failed, where it must be set
        violation[unset] /started_at: started_at is null, but status is failed, where it must be set
        3 violations
    ");
}

#[test]
fn a_listed_status_may_be_absent_or_stand_alone() {
    let clock = |odd, value| Clock { odd, value };
    assert!(matches!(
        clock(None, Some(1)).state(),
        Ok(Ticking::NoStatus)
    ));
    assert!(matches!(
        clock(Some(Odd::_24h), None).state(),
        Ok(Ticking::_24h)
    ));
    assert!(matches!(
        clock(Some(Odd::Yield), None).state(),
        Ok(Ticking::Yield)
    ));
    assert!(matches!(
        clock(Some(Odd::Active), Some(3)).state(),
        Ok(Ticking::Active { value: 3 })
    ));
    assert!(clock(Some(Odd::Active), None).state().is_err());
    assert!(clock(Some(Odd::Yield), Some(3)).state().is_err());
    let lamp = |power| Lamp { power };
    assert!(matches!(lamp(Power::On).state(), Ok(LampState::On)));
    assert!(matches!(lamp(Power::Off).state(), Ok(LampState::Off)));
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

/// Statuses without a word for what nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, ApiObject)]
#[api(status, closed)]
enum Phase {
    #[api(next = over)]
    Open,
    Over,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Round {
    #[api(status(open, ended(over)))]
    phase: Phase,
    #[api(null_in(open))]
    winner: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Started {
    #[api(status(open, ended(over)), default = Phase::Open)]
    phase: Phase,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Perhaps {
    #[api(status { open => over, over }, default = Some(PerhapsPhase::Open))]
    phase: Option<PerhapsPhase>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_takes_the_place_of_a_status_is_none() {
    let mut round = filled::<Round>(r#"{"phase":"lost","winner":null}"#);
    assert_snapshot!(round.state().unwrap_err(), @r#"
    violation[misfit_filled] /phase: expected "open" or "over" (Phase), found "lost", and its field is blank
    1 violation
    "#);
    assert!(filled::<Round>(r#"{"winner":null}"#).state().is_err());
    round.phase = Phase::Over;
    assert!(matches!(round.state(), Ok(RoundState::Over)));

    let started = filled::<Started>(r#"{"phase":"lost"}"#);
    assert!(started.state().is_err());
    let started = filled::<Started>("{}");
    assert!(matches!(started.state(), Ok(StartedState::Open)));

    let perhaps = filled::<Perhaps>(r#"{"phase":7}"#);
    assert!(matches!(perhaps.state(), Ok(PerhapsState::NoStatus)));
    let perhaps = filled::<Perhaps>("{}");
    assert!(matches!(perhaps.state(), Ok(PerhapsState::Open)));
}
