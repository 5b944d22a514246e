//! `note(...)`: a rule that is only worth a note when broken.

use api_object::{ApiObject, Extra, Severity};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(note(check = lucky))]
struct Job {
    #[api(status { running => done, done })]
    status: JobStatus,
    #[api(range(..100), note(range(1..=9), check = odd))]
    tries: u32,
    #[api(note(len(..=3), each(len(..=2)), unique))]
    tags: Vec<String>,
    #[api(note(set_in(done)))]
    result: Option<String>,
    #[api(note(only_in(running)))]
    expected_at: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

fn odd(n: &u32) -> Result<(), String> {
    (n % 2 == 1)
        .then_some(())
        .ok_or_else(|| format!("{n} is even"))
}

fn lucky(job: &Job) -> Result<(), &'static str> {
    (job.tries != 0).then_some(()).ok_or("no luck")
}

#[test]
fn a_broken_note_leaves_the_object_valid() {
    let json =
        r#"{"status":"done","tries":0,"tags":["abc","a","abc","d"],"result":null,"expected_at":1}"#;
    assert_snapshot!(report_of::<Job>(json), @r#"
        note[range] /tries: tries is 0, expected an integer from 1 to 9
        note[custom] /tries: 0 is even
        note[len] /tags: tags has 4 elements, expected at most 3
        note[len] /tags/0: tags[0] has 3 characters, expected at most 2
        note[len] /tags/2: tags[2] has 3 characters, expected at most 2
        note[unique] /tags/2: tags[2] is "abc", the same as element 0
        note[unset] /result: result is null, but status is done, where it should be set
        note[set] /expected_at: expected_at is 1, but status is done, where it should be null
        note[custom] (root): no luck
        9 notes
    "#);
    let job = round_trips::<Job>(json);
    let report = job.report();
    assert!(report.is_valid());
    assert_eq!(report.worst(), Some(Severity::Note));
    assert_eq!(report.notes().count(), report.len());
    assert!(job.strict().is_ok());
}

#[test]
fn a_note_beside_a_rule_is_no_rule() {
    let json = r#"{"status":"running","tries":101,"tags":[],"result":null,"expected_at":null}"#;
    assert_snapshot!(report_of::<Job>(json), @"
        violation[range] /tries: tries is 101, expected an integer less than 100
        note[range] /tries: tries is 101, expected an integer from 1 to 9
        note[unset] /expected_at: expected_at is null, but status is running, where it should be set
        1 violation, 2 notes
    ");
}

#[test]
fn a_note_does_not_shape_the_view() {
    let json = r#"{"status":"done","tries":1,"tags":[],"result":null,"expected_at":1}"#;
    assert!(matches!(
        round_trips::<Job>(json).state(),
        Ok(JobState::Done)
    ));
}
