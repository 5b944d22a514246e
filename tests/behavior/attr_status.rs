//! `status { a => b | c, ... }`: the statuses and which may follow which.

use api_object::{ApiObject, Extra, Steps};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Batch {
    /// Where the batch stands.
    #[api(status {
        /// Just made.
        #[api(alias("created", "cr\"eated"))]
        validating => "in-progress" | failed,
        "in-progress" as InProgress => finalizing | cancelling,
        #[api(rename = "FINALIZING")]
        finalizing => completed,
        cancelling => cancelled,
        /// May be opened again.
        completed => end | validating,
        failed,
        cancelled,
    })]
    status: BatchStatus,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Switch {
    #[api(status { on, off })]
    position: Position,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct MaybeLate {
    #[api(status { early => late, late }, default = MaybeLateStatus::Early)]
    status: MaybeLateStatus,
    #[api(extra)]
    extra: Extra,
}

fn batch(status: &str) -> Batch {
    round_trips::<Batch>(&format!(r#"{{"status":"{status}"}}"#)).lenient()
}

#[test]
fn the_table_makes_an_open_enum() {
    let words: Vec<&str> = BatchStatus::ALL.iter().map(BatchStatus::as_str).collect();
    assert_eq!(
        words,
        [
            "validating",
            "in-progress",
            "FINALIZING",
            "cancelling",
            "completed",
            "failed",
            "cancelled"
        ]
    );
    assert_eq!(BatchStatus::InProgress.to_string(), "in-progress");
    assert_eq!("FINALIZING".parse(), Ok(BatchStatus::Finalizing));
    assert!(!BatchStatus::from("finalizing").is_known());
    assert!(BatchStatus::Validating < BatchStatus::Cancelled);
}

#[test]
fn the_table_knows_what_is_an_end() {
    let ends: Vec<_> = BatchStatus::ALL
        .iter()
        .filter(|status| status.is_terminal())
        .collect();
    assert_eq!(
        ends,
        [
            &BatchStatus::Completed,
            &BatchStatus::Failed,
            &BatchStatus::Cancelled
        ]
    );
    assert!(!BatchStatus::from("expired").is_terminal());
    let next: Vec<_> = BatchStatus::Completed.successors().collect();
    assert_eq!(next, [BatchStatus::Validating]);
    assert_eq!(BatchStatus::from("expired").successors().count(), 0);
}

#[test]
fn an_alias_is_read_as_its_status_and_sent_again() {
    let created = batch("created");
    assert_eq!(created.status(), &BatchStatus::Validating);
    assert!(created.check().is_empty());
    batch("cr\\\"eated");
}

#[test]
fn an_unknown_status_is_drift() {
    assert_snapshot!(report_of::<Batch>(r#"{"status":"expired"}"#), @r#"
        drift[unknown_word] /status: status is "expired", a word that BatchStatus does not know
        1 drift
    "#);
    assert!(
        matches!(batch("expired").status(), BatchStatus::Unknown(word) if word.as_str() == "expired")
    );
}

#[test]
fn statuses_follow_by_any_way_of_arrows() {
    let later = |from, to| batch(from).check_successor(&batch(to)).to_string();
    assert_eq!(later("validating", "completed"), "no deviation");
    assert_eq!(
        later("completed", "cancelled"),
        "no deviation",
        "an end that is not final"
    );
    assert_eq!(later("created", "validating"), "no deviation");
    assert_eq!(later("expired", "validating"), "no deviation");
    assert_snapshot!(later("cancelling", "completed"), @"
        violation[transition] /status: status is completed, but was cancelling, which only cancelled can follow
        1 violation
    ");
    assert_snapshot!(later("failed", "validating"), @"
        violation[transition] /status: status is validating, but was failed, which is an end state
        1 violation
    ");
}

#[test]
fn adjacent_steps_are_one_arrow() {
    let step = |from, to| {
        batch(from)
            .check_successor_by(&batch(to), Steps::Adjacent)
            .to_string()
    };
    assert_eq!(step("validating", "failed"), "no deviation");
    assert_eq!(step("failed", "failed"), "no deviation");
    assert_snapshot!(step("validating", "completed"), @"
        violation[transition] /status: status is completed, but was validating, which only in-progress or failed can follow directly
        1 violation
    ");
}

#[test]
fn without_arrows_any_status_follows_any() {
    let on = round_trips::<Switch>(r#"{"position":"on"}"#);
    let off = round_trips::<Switch>(r#"{"position":"off"}"#);
    assert!(on.check_successor(&off).is_empty() && off.check_successor(&on).is_empty());
    assert!(matches!(
        (on.state(), off.state()),
        (Ok(SwitchState::On), Ok(SwitchState::Off))
    ));
}

#[test]
fn a_status_may_have_a_default() {
    let early = round_trips::<MaybeLate>("{}");
    assert!(matches!(early.state(), Ok(MaybeLateState::Early)));
    let misfit = comes_back::<MaybeLate>(r#"{"status":7}"#);
    assert_snapshot!(misfit.report(), @"
        violation[misfit] /status: expected a string (MaybeLateStatus), found 7
        1 violation
    ");
}

/// More statuses than a word has bits.
macro_rules! many_statuses {
    ($($word:ident)+) => {
        #[derive(Debug, Clone, PartialEq, ApiObject)]
        struct Many {
            #[api(status { first => $($word)|+, $($word => last,)+ last })]
            status: ManyStatus,
            #[api(null_in(active), set_in(last))]
            ended_at: Option<u64>,
            #[api(extra)]
            extra: Extra,
        }
    };
}

many_statuses! {
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9
    d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9
    g0 g1 g2 g3 g4 g5 g6 g7 g8 g9
}

#[test]
fn a_table_may_be_long() {
    let at = |status: &str, ended: &str| {
        round_trips::<Many>(&format!(r#"{{"status":"{status}","ended_at":{ended}}}"#)).lenient()
    };
    assert_eq!(ManyStatus::ALL.len(), 72);
    assert!(
        at("first", "null")
            .check_successor(&at("last", "1"))
            .is_empty()
    );
    assert!(
        !at("g9", "null")
            .check_successor(&at("a0", "null"))
            .is_empty()
    );
    assert!(at("g9", "null").check().is_empty() && at("last", "1").check().is_empty());
    assert_eq!(at("g9", "1").check().len(), 1);
    assert!(matches!(
        at("last", "1").state(),
        Ok(ManyState::Last { ended_at: 1 })
    ));
    assert!(at("last", "null").state().is_err());
}
