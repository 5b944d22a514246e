//! Declarations in a module that has everything of the runtime's in scope, and traits for every type, whose methods are
//! named like those of the standard library: no path of ours is told to be too long, and no method of theirs is called.
#![deny(warnings, unused_qualifications)]

use std::marker::PhantomData;

#[expect(unused_imports)]
use api_object::describe::*;
use api_object::*;

use crate::round_trip::round_trips;

/// As crates have them that extend any type.
#[expect(dead_code)]
trait Extensions {
    fn is_empty(&self) -> u8 {
        1
    }

    fn len(&self) -> u8 {
        1
    }

    fn as_ref(&self) -> u8 {
        1
    }

    fn as_deref(&self) -> u8 {
        1
    }

    fn view(&self) -> u8 {
        1
    }

    fn check(&self) -> u8 {
        1
    }

    fn open(self) -> u8
    where
        Self: Sized,
    {
        1
    }

    fn token(self, _: &[u8]) -> u8
    where
        Self: Sized,
    {
        1
    }

    fn with_masks(self) -> u8
    where
        Self: Sized,
    {
        1
    }
}

impl<T: ?Sized> Extensions for T {}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job")]
struct Job {
    #[api(id)]
    id: JobId,
    #[api(status { queued => done, done })]
    status: JobStatus,
    #[api(set_in(done))]
    result: Option<String>,
    #[api(optional, len(1..), each(len(1..)))]
    notes: Option<Vec<String>>,
    begun: Begun,
    part: Option<Box<Part>>,
    content: Content,
    owned: Page<Owned>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Begun {
    #[api(flatten)]
    head: Head,
    at: u64,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Head {
    #[api(status, optional)]
    step: Option<Step>,
    #[api(set_in(ended), null_in(active), optional)]
    ended_at: Option<u64>,
    #[api(serde)]
    times: (u8, u8),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
enum Step {
    #[api(next = ended)]
    Begun,
    Ended,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Part {
    Wait(Wait),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Wait {
    seconds: u8,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Content {
    Wait(Wait),
    Text(String),
    Texts(Vec<String>),
    #[api(unknown)]
    Other(RawJson),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag)]
enum Owned {
    #[api(when(seconds = 1))]
    Wait(Box<Wait>),
    Job(Box<Job>),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Page<T, const MOST: usize = 3> {
    data: Vec<T>,
    more: bool,
    most: PhantomData<[(); MOST]>,
}

/// Of what holds another in a box that is always there, the compiler is asked whether a value of it ends.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type", keyed)]
enum Event {
    Moved(Box<Moved>, Extra),
    Text(String),
    Ended,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Moved {
    wait: Box<Wait>,
}

#[test]
fn nothing_in_scope_is_in_the_way() {
    let job = round_trips::<Job>(
        r#"{"object":"job","id":"job-1","status":"done","result":"a","begun":{"step":"begun","times":[1,2],"at":3},"part":{"type":"wait","seconds":1},"content":["a"],"owned":{"data":[{"seconds":1}],"more":false}}"#,
    );
    assert!(job.report().is_empty(), "{}", job.report());
    assert!(matches!(job.state(), Ok(JobState::Done { result: "a" })));
    let moved = round_trips::<Event>(r#"{"type":"moved","moved":{"wait":{"seconds":1}}}"#);
    assert!(moved.report().is_empty(), "{}", moved.report());
}
