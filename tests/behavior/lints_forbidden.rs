//! What is made allows itself no lint, so that a crate may forbid any.

#![forbid(
    dead_code,
    deprecated,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    private_bounds,
    private_interfaces,
    unused_qualifications,
    unused_results
)]

use api_object::{
    ApiObject, Extra, RawJson, Str, UnknownObject, UnknownValue, from_str, to_string,
};

/// Nobody calls most of what is made of it.
#[derive(Debug, ApiObject)]
#[api(object = "job")]
struct Job {
    #[api(id = "job-")]
    id: JobId,
    #[api(id(u64))]
    number: JobNumber,
    #[api(status { on => off, off })]
    status: JobStatus,
    #[api(set_in(on), null_in(off))]
    step: Option<Step>,
    #[api(flatten)]
    times: Times,
    #[api(extra)]
    rest: Extra,
}

/// Its view is as visible as it is, and shows what is not.
#[derive(Debug, ApiObject)]
pub(crate) struct Run {
    #[api(set_in(done))]
    out: Option<Step>,
    #[api(status(running, done))]
    phase: Phase,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Step {
    name: Option<String>,
}

#[derive(Debug, ApiObject)]
struct Times {
    at: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
enum Phase {
    #[api(next = done)]
    Running,
    Done,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, ApiObject)]
#[api(tag = "type")]
enum Event {
    Step(Step),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, ApiObject)]
#[api(untagged)]
enum Input {
    Ref(Ref),
    Many(Vec<Count>),
    #[api(unknown)]
    Other(RawJson),
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "ref-")]
struct Ref(Str);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id)]
struct Count(u64);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id = "b-")]
struct Borrowed<'a>(&'a str);

#[derive(Debug, Clone, Copy, PartialEq, ApiObject)]
#[api(closed)]
enum Closed {
    First,
    Second,
}

#[test]
fn a_crate_may_forbid_what_it_likes() {
    let job = r#"{"object":"job","id":"job-1","number":1,"status":"off","step":null,"at":1}"#;
    assert_eq!(to_string(&*from_str::<Job>(job).unwrap()), job);
    assert!(from_str::<Run>(r#"{"out":{},"phase":"done"}"#).is_ok());
    assert!(from_str::<Event>(r#"{"type":"step"}"#).is_ok());
    assert!(from_str::<Input>("[1]").is_ok());
    assert!(from_str::<Borrowed<'_>>("\"b-1\"").is_ok());
    assert!(from_str::<Closed>("\"second\"").is_ok());
}
