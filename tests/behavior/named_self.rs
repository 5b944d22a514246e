//! Members whose types say `Self`.

use crate::round_trip::round_trips;

mod declared {
    use std::collections::BTreeMap;

    use api_object::{ApiObject, Expandable, Extra, Items, Str};

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Tree<T: Clone> {
        value: T,
        #[api(optional)]
        below: Option<Items<Self>>,
        parent: Option<Expandable<Box<Self>>>,
        #[api(default)]
        named: BTreeMap<Str, Self>,
        #[api(extra)]
        extra: Extra,
    }

    /// What lends typed views, too.
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Job {
        #[api(status { running => done, done })]
        status: JobStatus,
        #[api(only_in(done))]
        next: Option<Box<Self>>,
        #[api(optional, check = Self::is_fine)]
        tree: Option<Nested<Self>>,
        #[api(default = Self::five())]
        n: u8,
        #[api(extra)]
        extra: Extra,
    }

    impl Job {
        fn is_fine(_: &Nested<Self>) -> Result<(), String> {
            Ok(())
        }

        fn five() -> u8 {
            5
        }
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(untagged)]
    pub(super) enum Nested<T> {
        Text(String),
        One(Box<T>),
        Many(Vec<Self>),
    }
}

#[test]
fn members_may_be_of_the_type_itself() {
    let json =
        r#"{"value":1,"below":[{"value":2,"parent":{"value":1,"parent":"t1"}}],"parent":null}"#;
    let tree = round_trips::<declared::Tree<u8>>(json);
    assert_eq!((*tree.value(), tree.named().len()), (1, 0));
    let json = r#"{"status":"done","next":{"status":"running","next":null},"tree":["a",[]],"n":4}"#;
    let job = round_trips::<declared::Job>(json);
    assert!(matches!(job.state(), Ok(declared::JobState::Done { next }) if next.n() == 5));
}
