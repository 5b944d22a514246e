//! `view = Name`, `view = false`: the typed view of an object in its status.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::round_trips;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(view = Phase)]
struct Run {
    #[api(status { queued => running, running => done | failed, done, failed })]
    status: RunStatus,
    #[api(set_in(done, failed), null_in(active))]
    ended_at: Option<u64>,
    #[api(only_in(failed))]
    error: Option<String>,
    #[api(set_in(done))]
    outputs: Option<Vec<u8>>,
    #[api(set_in(done))]
    parent: Option<Box<Run>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(view = false)]
struct Plain {
    #[api(status { on, off })]
    state: PlainState,
}

const QUEUED: &str =
    r#"{"status":"queued","ended_at":null,"error":null,"outputs":null,"parent":null}"#;

#[test]
fn each_status_shows_what_is_set_there_unwrapped() {
    assert!(matches!(
        round_trips::<Run>(QUEUED).state(),
        Ok(Phase::Queued)
    ));
    let json = format!(
        r#"{{"status":"done","ended_at":7,"error":null,"outputs":[1,2],"parent":{QUEUED}}}"#
    );
    let run = round_trips::<Run>(&json);
    let Ok(Phase::Done {
        ended_at,
        outputs,
        parent,
    }) = run.state()
    else {
        panic!("another phase");
    };
    let shown = format!("{:?}", run.state().unwrap());
    assert_eq!(
        shown,
        format!("Done {{ ended_at: 7, outputs: [1,2], parent: {QUEUED} }}")
    );
    let (ended_at, outputs): (u64, &[u8]) = (ended_at, outputs);
    let parent: &Run = parent;
    assert_eq!((ended_at, outputs), (7, &[1, 2][..]));
    assert_eq!(parent.status(), &RunStatus::Queued);
    let json =
        r#"{"status":"failed","ended_at":7,"error":"no memory","outputs":null,"parent":null}"#;
    let run = round_trips::<Run>(json);
    let Ok(Phase::Failed { ended_at: 7, error }) = run.state() else {
        panic!("another phase");
    };
    let error: &str = error;
    assert_eq!(error, "no memory");
}

#[test]
fn what_contradicts_the_status_is_reported_instead() {
    let json = r#"{"status":"failed","ended_at":null,"error":null,"outputs":[],"parent":null}"#;
    let run = round_trips::<Run>(json);
    let Err(report) = run.state() else {
        panic!("no contradiction")
    };
    assert_snapshot!(report, @"
        violation[unset] /ended_at: ended_at is null, but status is failed, where it must be set
        violation[unset] /error: error is null, but status is failed, where it must be set
        2 violations
    ");
    assert_eq!(report, run.check());
}

/// What was left out and what was null are told apart by the state as by the check.
#[test]
fn a_contradiction_is_told_in_the_words_of_the_check() {
    for json in [
        r#"{"status":"failed","outputs":null,"parent":null}"#,
        r#"{"status":"failed","ended_at":null,"error":null,"outputs":null,"parent":null}"#,
    ] {
        let run = round_trips::<Run>(json);
        let why = run.state().unwrap_err();
        assert_eq!(why.len(), 2);
        let all = run.check();
        for issue in why.issues() {
            assert!(all.issues().contains(issue), "{issue}\nis not in\n{all}");
        }
    }
}

#[test]
fn a_status_that_nobody_knows_is_a_state_of_its_own() {
    let json = QUEUED.replace("queued", "paused");
    let run = round_trips::<Run>(&json);
    assert!(matches!(run.state(), Ok(Phase::Unknown(word)) if word.as_str() == "paused"));
    assert_eq!(format!("{:?}", run.state().unwrap()), "Unknown(\"paused\")");
}

#[test]
fn a_view_is_copied_freely() {
    let run = round_trips::<Run>(QUEUED);
    let Ok(phase) = run.state() else {
        panic!("a state")
    };
    let copy = phase;
    assert!(matches!((phase, copy), (Phase::Queued, Phase::Queued)));
}

#[test]
fn without_a_view_the_name_is_free() {
    let plain = round_trips::<Plain>(r#"{"state":"on"}"#);
    assert_eq!(plain.state(), &PlainState::On);
}

/// A member's type may be seen by fewer than the object, whose fields are nobody else's either: the view, which shows such a
/// member, says no more of it than the accessor does.
mod of_private_types {
    #![deny(private_interfaces)]

    use api_object::ApiObject;

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Build {
        #[api(status { queued => done, done })]
        status: BuildStatus,
        #[api(set_in(done))]
        log: Option<Log>,
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Log {
        lines: u64,
    }

    pub(super) fn lines(build: &Build) -> Option<u64> {
        match build.state() {
            Ok(BuildState::Done { log }) => Some(log.lines()),
            _ => None,
        }
    }
}

#[test]
fn a_view_shows_members_of_private_types() {
    let build = round_trips::<of_private_types::Build>(r#"{"status":"done","log":{"lines":7}}"#);
    assert_eq!(of_private_types::lines(&build), Some(7));
}
