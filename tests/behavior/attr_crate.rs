//! `crate = path`: where the runtime is, for crates that re-export it.

use crate::round_trip::round_trips;

mod sdk {
    pub(crate) use ::api_object as objects;
}

mod renamed {
    // Nothing but `$crate`-like paths: the name is taken by something else here.
    mod api_object {}

    use super::sdk::objects::{ApiObject, Extra, Str, UnknownObject, UnknownValue};

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(crate = super::sdk::objects, object = "job")]
    pub(super) struct Job {
        #[api(id = "job-")]
        id: JobId,
        #[api(status { running => done, done })]
        status: JobStatus,
        owner: Option<OwnerId>,
        purpose: Option<Purpose>,
        step: Option<Step>,
        #[api(extra)]
        extra: Extra,
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(crate = crate::attr_crate::sdk::objects, id)]
    pub(super) struct OwnerId(Str);

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(crate = super::sdk::objects)]
    pub(super) enum Purpose {
        Tune,
        #[api(unknown)]
        Other(UnknownValue),
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(crate = super::sdk::objects, tag = "type")]
    pub(super) enum Step {
        Wait(Wait),
        #[api(unknown)]
        Other(UnknownObject),
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(crate = super::sdk::objects)]
    pub(super) struct Wait {
        seconds: u32,
    }
}

#[test]
fn every_shape_finds_the_runtime() {
    let json = r#"{"object":"job","id":"job-1","status":"done","owner":"o","purpose":"tune","step":{"type":"wait","seconds":1}}"#;
    let job = round_trips::<renamed::Job>(json);
    assert!(job.report().is_empty());
    assert!(matches!(job.state(), Ok(renamed::JobState::Done)));
    assert_eq!(job.id().as_str(), "job-1");
    assert_eq!(job.owner().map(renamed::OwnerId::as_str), Some("o"));
    assert_eq!(job.purpose().map(renamed::Purpose::as_str), Some("tune"));
    assert!(matches!(job.step(), Some(renamed::Step::Wait(wait)) if wait.seconds() == 1));
}
