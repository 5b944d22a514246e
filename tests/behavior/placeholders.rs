//! `Reader::fill_missing`: what is required and is missing, or does not fit, leaves its blank, and nothing is lost.

use std::collections::BTreeMap;
use std::fmt::Debug;

use api_object::{
    ApiObject, Auto, Code, Decoded, Described, Expandable, Extra, Fill, Items, List, Node, RawJson,
    Reader, Secret, UnixSeconds, UnknownObject, UnknownValue,
};
use insta::assert_snapshot;
use serde::Serialize;

use crate::json_value::JsonValue;

/// Reads with placeholders, and asserts that both writers give the same value back.
#[track_caller]
pub(crate) fn filled<T>(json: &str) -> Decoded<T>
where
    T: for<'de> Fill<'de> + Described + Node + Serialize,
{
    let read = Reader::new().fill_missing().from_str::<T>(json);
    let read = read.unwrap_or_else(|error| panic!("{error}\nin {json}"));
    let sent = JsonValue::read(json);
    let ours = api_object::to_string(&read);
    assert_eq!(
        JsonValue::read(&ours),
        sent,
        "\nwritten: {ours}\n   sent: {json}"
    );
    let theirs = serde_json::to_string(&read).expect("serde_json writes it");
    assert_eq!(
        JsonValue::read(&theirs),
        sent,
        "\nwritten: {theirs}\n   sent: {json}"
    );
    read
}

#[track_caller]
fn not_filled<T>(json: &str) -> String
where
    T: for<'de> Fill<'de> + Described + Debug,
{
    let read = Reader::new().fill_missing().from_str::<T>(json);
    read.expect_err("an error").to_string()
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job")]
struct Job {
    #[api(id = "job-", immutable)]
    id: JobId,
    #[api(immutable)]
    created_at: UnixSeconds,
    #[api(status { queued => running, running => done, done })]
    status: JobStatus,
    #[api(set_in(done), null_in(active), not_before = created_at)]
    ended_at: Option<UnixSeconds>,
    #[api(len(1..))]
    name: String,
    #[api(len(1..))]
    steps: Vec<Step>,
    tool: Tool,
    inner: Inner,
    boxed: Box<Inner>,
    map: BTreeMap<String, Inner>,
    auto: Auto<u8>,
    raw: RawJson,
    secret: Secret<String>,
    owner: Expandable<Inner, String>,
    word: Word,
    #[api(optional)]
    last: Option<Inner>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Inner {
    id: String,
    n: u8,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Step {
    at: i64,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Tool {
    Inner(Inner),
    Step(Step),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Word {
    One,
    #[api(unknown)]
    Other(UnknownValue),
}

#[test]
fn an_object_of_which_nothing_came() {
    let job = filled::<Job>("{}");
    assert_eq!((job.name(), job.steps().len(), job.seconds()), ("", 0, 0));
    let report = job.report();
    let missing = report
        .issues()
        .iter()
        .filter(|i| i.code == Code::MissingFilled);
    assert_eq!(missing.count(), 14, "{report}");
    assert!(
        report.violations().all(|i| i.code == Code::MissingFilled),
        "{report}"
    );
    assert_eq!(
        report.issues()[1].to_string(),
        "violation[missing_filled] /id: id is missing, and its field is blank"
    );
    // The blank status is a word that nobody knows.
    assert!(matches!(job.state(), Ok(JobState::Unknown(_))));
    // What is not known has not changed.
    assert!(job.check_successor(&job).is_empty());
    assert!(job.strict().is_err());
}

impl Job {
    fn seconds(&self) -> i64 {
        self.created_at.since(UnixSeconds::new(0))
    }
}

const ODD: &str = concat!(
    r#"{"object":"job","id":7,"created_at":"now","status":5,"ended_at":null,"name":[],"steps":[{"at":1},3],"#,
    r#""tool":"x","inner":{"id":"i"},"boxed":{"n":300},"map":{"a/b":{"id":"i","n":1},"c":{}},"auto":"never","#,
    r#""raw":{"a": 1},"secret":{"k":"hidden"},"owner":{"id":"i","n":-1},"word":1,"last":{"n":2},"more":1}"#,
);

#[test]
fn an_object_of_which_nothing_fits() {
    let job = filled::<Job>(ODD);
    assert_snapshot!(job.report(), @r#"
        violation[misfit_filled] /id: expected a string (JobId), found 7, and its field is blank
        violation[misfit_filled] /created_at: expected a moment in Unix seconds (an integer), found "now", and its field is blank
        violation[misfit_filled] /status: expected a string (JobStatus), found 5, and its field is blank
        violation[misfit_filled] /name: expected a string, found [], and its field is blank
        violation[misfit_filled] /steps: steps does not fit for the reasons that follow, and its field is blank
        violation[misfit] /steps/1: expected an object (Step), found 3
        violation[misfit_filled] /tool: expected an object with `type` (Tool), found "x", and its field is blank
        violation[missing_filled] /inner/n: n is missing, and its field is blank
        violation[missing_filled] /boxed/id: id is missing, and its field is blank
        violation[misfit_filled] /boxed/n: expected an integer from 0 to 255, found 300, which is out of range, and its field is blank
        violation[missing_filled] /map/c/id: id is missing, and its field is blank
        violation[missing_filled] /map/c/n: n is missing, and its field is blank
        violation[misfit_filled] /auto: expected "auto" or an integer from 0 to 255, found "never", and its field is blank
        violation[misfit_filled] /secret: expected a string, found an object, which is secret, and its field is blank
        violation[misfit_filled] /owner/n: expected an integer from 0 to 255, found -1, which is out of range, and its field is blank
        violation[misfit_filled] /word: expected a string (Word), found 1, and its field is blank
        violation[missing_filled] /last/id: id is missing, and its field is blank
        drift[unknown_member] /more: more is a member that Job does not know
        17 violations, 1 drift
    "#);
    assert!(!format!("{:?} {}", job, job.report()).contains("hidden"));
    assert_eq!(job.inner().id, "i");
    assert_eq!(job.last().map(|last| last.n), Some(2));
}

#[test]
fn a_placeholder_that_was_set_is_written_as_its_value() {
    let mut job = filled::<Job>(ODD).lenient();
    let job = &mut job;
    job.created_at = UnixSeconds::new(10);
    job.name = "n".to_owned();
    job.steps.push(Step {
        at: 4,
        extra: Extra::new(),
    });
    job.boxed.id = "b".to_owned();
    job.map.get_mut("c").unwrap().n = 9;
    let written = api_object::to_string(job);
    let expected = ODD
        .replace(r#""now""#, "10")
        .replace(r#""name":[]"#, r#""name":"n""#)
        .replace(r#"[{"at":1},3]"#, r#"[{"at":4}]"#)
        .replace(r#"{"n":300}"#, r#"{"id":"b","n":300}"#)
        .replace(r#""c":{}"#, r#""c":{"n":9}"#);
    assert_eq!(
        JsonValue::read(&written),
        JsonValue::read(&expected),
        "{written}"
    );
    let report = job.check();
    assert!(
        !report
            .issues()
            .iter()
            .any(|i| i.pointer.as_str() == "/created_at"),
        "{report}"
    );
    assert!(
        !report
            .issues()
            .iter()
            .any(|i| i.pointer.as_str().starts_with("/name")),
        "{report}"
    );
}

#[test]
fn rules_are_asked_again_of_what_was_set() {
    #[derive(Debug, ApiObject)]
    struct Ranged {
        #[api(range(1..=5))]
        n: u8,
        #[api(extra)]
        extra: Extra,
    }
    let mut ranged = filled::<Ranged>("{}").lenient();
    assert_eq!(ranged.check().to_string().lines().count(), 2);
    ranged.n = 9;
    assert_eq!(ranged.check().issues()[0].code, Code::Range);
    assert_eq!(api_object::to_string(&ranged), r#"{"n":9}"#);
}

#[test]
fn the_variants_of_a_union_and_the_items_of_a_list_are_filled() {
    let tools = filled::<Vec<Tool>>(
        r#"[{"type":"inner"},{"n":"x","type":"inner"},{"type":"step","at":null},{"type":"?"}]"#,
    );
    assert!(matches!(&tools[1], Tool::Inner(inner) if inner.n == 0));
    assert_snapshot!(tools.report(), @r#"
        violation[missing_filled] /0/id: id is missing, and its field is blank
        violation[missing_filled] /0/n: n is missing, and its field is blank
        violation[missing_filled] /1/id: id is missing, and its field is blank
        violation[misfit_filled] /1/n: expected an integer from 0 to 255, found "x", and its field is blank
        violation[misfit_filled] /2/at: expected an integer, found null, and its field is blank
        drift[unknown_variant] /3/type: type is "?", a variant that Tool does not know
        5 violations, 1 drift
    "#);
    let page = filled::<List<Inner>>(r#"{"data":[{"id":"a"},{"n":1},7]}"#);
    assert_eq!(
        (page.iter().count(), page.data.unreadable().count()),
        (2, 1)
    );
    assert_snapshot!(page.report(), @"
        violation[missing_filled] /data/0/n: n is missing, and its field is blank
        violation[missing_filled] /data/1/id: id is missing, and its field is blank
        violation[misfit] /data/2: expected an object (Inner), found 7
        3 violations
    ");
    let page = filled::<List<Inner>>(r#"{"data":[{"id":"a","n":1},{"n":1}],"has_more":true}"#);
    assert_eq!(page.next_cursor(), None);
}

#[test]
fn an_object_that_is_optional_is_filled_and_not_set_aside() {
    let plain = api_object::from_str::<Holder>(r#"{"inner":{"id":"i"}}"#).unwrap();
    assert_eq!(plain.inner, None);
    let holder = filled::<Holder>(r#"{"inner":{"id":"i"}}"#);
    assert_eq!(
        holder.inner.as_ref().map(|inner| inner.id.as_str()),
        Some("i")
    );
    assert_eq!(holder.report().issues()[0].pointer.as_str(), "/inner/n");
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Holder {
    inner: Option<Inner>,
    #[api(optional)]
    bare: Option<Bare>,
    #[api(optional)]
    items: Option<Items<Bare>>,
    #[api(optional)]
    either: Option<Either>,
    #[api(extra)]
    extra: Extra,
}

/// It has no place to remember anything.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Bare {
    n: u8,
    inner: Inner,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    Step(Step),
    Inner(Inner),
}

#[test]
fn what_cannot_remember_a_placeholder_does_not_fit() {
    let holder = filled::<Holder>(
        r#"{"inner":null,"bare":{"inner":{}},"items":[{"n":1,"inner":{"n":2}},{"n":1}]}"#,
    );
    assert_eq!(holder.bare, None);
    assert_eq!(holder.items.as_ref().unwrap().iter().count(), 1);
    assert_snapshot!(holder.report(), @"
        violation[missing_member] /bare/n: `n` is missing
        violation[missing_filled] /items/0/inner/id: id is missing, and its field is blank
        violation[missing_member] /items/1/inner: `inner` is missing
        3 violations
    ");
    assert_snapshot!(not_filled::<Bare>(r#"{"inner":{"n":"x"}}"#), @r#"
    line 1, column 1, at /n: `n` is missing
    also line 1, column 15, at /inner/n: expected an integer from 0 to 255, found "x"
    "#);
}

#[test]
fn an_untagged_union_is_what_fits_by_itself() {
    let holder = filled::<Holder>(r#"{"inner":null,"either":{"id":"i","n":1}}"#);
    assert!(matches!(holder.either, Some(Either::Inner(_))));
    let holder = filled::<Holder>(r#"{"inner":null,"either":{"id":"i"}}"#);
    assert_eq!(holder.either, None);
}

#[test]
fn a_root_of_another_kind_is_an_error() {
    assert_snapshot!(not_filled::<Job>("[]"), @"line 1, column 1: expected an object (Job), found an array, which is secret");
    assert_snapshot!(not_filled::<Job>("null"), @"line 1, column 1: expected an object (Job), found null, which is secret");
    assert_snapshot!(not_filled::<Job>(r#"{"object":"file","id":7}"#), @r#"line 1, column 11, at /object: expected the object `job`, found "file""#);
    assert_snapshot!(not_filled::<Job>(r#"{"id":"job-1","id":"job-2"}"#), @"line 1, column 20, at /id: `id` stands twice in its object");
}
