//! `null_like(...)`: values that are as good as null.

use std::collections::BTreeMap;

use api_object::{ApiObject, Extra, RawJson, Reader, Str, UnixSeconds, UnknownValue};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Job {
    #[api(status { running => done | failed, done, failed })]
    status: JobStatus,
    #[api(only_in(failed), null_like({}))]
    error: Option<Failure>,
    #[api(note(null_in(!running)), null_like(0))]
    estimate: Option<UnixSeconds>,
    #[api(extra)]
    extra: Extra,
}

/// All of it must be there, so that an object of nulls does not fit.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Failure {
    code: String,
    #[api(optional)]
    param: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// Nothing of it must be there, so that `{}` fits.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Loose {
    #[api(optional)]
    code: Option<String>,
    param: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Level {
    Info,
    None,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(id = "org-")]
struct OrganizationId(Str);

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct All {
    #[api(optional, null_like({}))]
    loose: Option<Box<Loose>>,
    #[api(optional(nullable), null_like({}))]
    map: Option<BTreeMap<String, Option<u8>>>,
    #[api(optional, null_like([]))]
    list: Option<Vec<u8>>,
    #[api(optional, null_like("", "n/a"))]
    text: Option<String>,
    #[api(optional, null_like(""))]
    owner: Option<OrganizationId>,
    #[api(optional, null_like("none"))]
    level: Option<Level>,
    #[api(optional, null_like(false))]
    flag: Option<bool>,
    #[api(optional, null_like(-1, 0))]
    size: Option<f64>,
    #[api(optional, null_like({}, 0, "", []))]
    raw: Option<RawJson>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn rules_and_the_view_see_null() {
    let json = r#"{"status":"done","error":{},"estimate":0}"#;
    let job = comes_back::<Job>(json);
    assert!(job.report().is_empty(), "{}", job.report());
    assert_eq!((job.error(), job.estimate()), (None, None));
    assert!(matches!(job.state(), Ok(JobState::Done)));
    assert!(job.strict().is_ok());
    let nulls =
        comes_back::<Job>(r#"{"status":"running","error":{"code":null,"x":null},"estimate":7}"#);
    assert!(nulls.report().is_empty(), "{}", nulls.report());
    assert_snapshot!(report_of::<Job>(r#"{"status":"failed","error":{"code":null},"estimate":null}"#), @r#"
    violation[unset] /error: error is {"code":null}, which is as good as null, but status is failed, where it must be set
    1 violation
    "#);
    let real = r#"{"status":"failed","error":{"code":"x"},"estimate":null}"#;
    assert!(
        matches!(round_trips::<Job>(real).state(), Ok(JobState::Failed { error }) if error.code() == "x")
    );
}

#[test]
fn what_only_resembles_it_is_no_null() {
    assert_snapshot!(report_of::<Job>(r#"{"status":"done","error":{"code":"x"},"estimate":1}"#), @r"
    violation[set] /error: error is an object, but status is done, where it must be null
    note[set] /estimate: estimate is 1, but status is done, where it should be null
    1 violation, 1 note
    ");
    assert_snapshot!(report_of::<Job>(r#"{"status":"done","error":{"param":"x"},"estimate":"0"}"#), @r#"
    violation[missing_member] /error/code: `code` is missing
    violation[misfit] /estimate: expected a moment in Unix seconds (an integer) or null, found "0"
    2 violations
    "#);
}

#[test]
fn every_kind_of_value_may_be_nothing() {
    for json in [
        r#"{"loose":{},"map":{},"list":[],"text":"","owner":"","level":"none","flag":false,"size":0,"raw":{}}"#,
        r#"{"loose":{"code":null,"param":null},"map":{"a":null},"text":"n/a","size":-1,"raw":0}"#,
        r#"{"loose":{"later":null},"size":0.0,"raw":""}"#,
        r#"{"raw":[]}"#,
    ] {
        let all = round_trips::<All>(json);
        assert!(all.report().is_empty(), "{json}: {}", all.report());
        assert_eq!(
            All {
                extra: Extra::new(),
                ..all.clone().lenient()
            },
            *api_object::from_str::<All>("{}").expect("nothing"),
            "{json}"
        );
    }
    let set = r#"{"loose":{"code":"a","param":null},"map":{"a":1},"list":[0],"text":" ","owner":"org-1","level":"info","flag":true,"size":0.5,"raw":[0]}"#;
    let all = round_trips::<All>(set);
    assert!(all.report().is_empty(), "{}", all.report());
    assert!(
        all.loose().is_some() && all.map().is_some() && all.raw().is_some() && all.size().is_some()
    );
    let unknown = round_trips::<All>(r#"{"loose":{"later":1,"param":null}}"#);
    assert!(unknown.loose().is_some());
}

#[test]
fn a_value_that_is_set_since_takes_its_place() {
    let mut job = comes_back::<Job>(r#"{"status":"done","error":{},"estimate":0}"#).lenient();
    job.estimate = Some(UnixSeconds::new(5));
    assert_eq!(
        api_object::to_string(&job),
        r#"{"status":"done","error":{},"estimate":5}"#
    );
    job.status = JobStatus::Failed;
    assert_eq!(job.check().len(), 2);
    job.extra = Extra::new();
    assert_eq!(
        api_object::to_string(&job),
        r#"{"status":"failed","error":null,"estimate":5}"#
    );
}

/// A reader that fills in what is missing takes no blank for something that came.
#[test]
fn what_is_filled_in_is_as_good_as_null_as_well() {
    let reader = Reader::new().fill_missing();
    for error in [
        "{}",
        r#"{"code":null}"#,
        r#"{"code":null,"param":null,"more":null}"#,
    ] {
        let json = format!(r#"{{"status":"done","error":{error},"estimate":null}}"#);
        let job = reader.from_str::<Job>(&json).unwrap();
        assert_eq!(job.error, None, "{json}");
        assert_eq!(job.report().to_string(), "no deviation", "{json}");
        assert_eq!(api_object::to_string(&*job), json);
    }
    for error in [r#"{"param":"p"}"#, r#"{"code":7}"#, r#"{"more":0}"#] {
        let json = format!(r#"{{"status":"failed","error":{error},"estimate":null}}"#);
        let job = reader.from_str::<Job>(&json).unwrap();
        assert!(job.error.is_some(), "{json}");
        assert_eq!(api_object::to_string(&*job), json);
    }
}
