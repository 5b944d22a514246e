//! Objects that flatten, of more shapes: with parameters, and with what brings a status.

use std::borrow::Cow;
use std::marker::PhantomData;

use api_object::{ApiObject, Descriptor, Extra};
use insta::assert_snapshot;

use crate::round_trip::comes_back;

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Common {
    created: u64,
    #[api(not_before = created)]
    updated: Option<u64>,
    #[api(default = 7)]
    limit: u64,
}

/// For any type of items, and for any lifetime.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "page")]
struct Page<'a, T, const N: usize> {
    data: Vec<T>,
    #[api(flatten)]
    label: Label<'a>,
    #[api(flatten)]
    common: Common,
    of: PhantomData<[u8; N]>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Label<'text> {
    #[api(len(1..))]
    label: Cow<'text, str>,
}

#[test]
fn objects_with_parameters_flatten_those_without() {
    let json =
        r#"{"object":"page","data":[1],"label":"a","created":2,"updated":4,"limit":3,"x":0}"#;
    let page = api_object::from_str::<Page<'_, u8, 2>>(json).unwrap();
    assert!(matches!(page.label().label(), Cow::Borrowed("a")));
    assert_eq!((page.data(), page.common().created), (&[1][..], 2));
    assert_eq!(api_object::to_string(&page), json);
    assert_eq!(
        api_object::to_string(&serde_json::from_str::<Page<'_, u8, 2>>(json).unwrap()),
        json
    );
    let odd =
        r#"{"object":"page","data":["b"],"label":"","created":9,"updated":4,"limit":"?","x":0}"#;
    let page = api_object::from_str::<Page<'_, String, 0>>(odd).unwrap();
    assert_snapshot!(page.report(), @r#"
    violation[len] /label: label has 0 characters, expected at least 1
    violation[order] /updated: updated is 4, which is before created, 9
    violation[misfit] /limit: expected an integer that is not negative, found "?"
    drift[unknown_member] /x: x is a member that Page does not know
    3 violations, 1 drift
    "#);
    assert_eq!(api_object::to_string(&page), odd);
    let Descriptor::Object(object) = Page::<'_, u8, 1>::DESCRIPTOR else {
        panic!("an object");
    };
    let names: Vec<&str> = object.members.iter().map(|member| member.name).collect();
    assert_eq!(names, ["data", "label", "created", "updated", "limit"]);
}

/// The lifecycle that several objects have, and what it asks of its own members.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Progress {
    #[api(immutable)]
    created: u64,
    #[api(status { queued => running, running => done, done })]
    status: ProgressStatus,
    #[api(set_in(done), null_in(active))]
    ended: Option<u64>,
    #[api(once(running), optional)]
    started: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Kind {
    kind: String,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Import {
    id: String,
    #[api(flatten)]
    kind: Kind,
    #[api(flatten)]
    progress: Progress,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_status_comes_along() {
    let at = |status: &str, members: &str| {
        let json = format!(r#"{{"id":"i","kind":"k","created":1,"status":"{status}",{members}}}"#);
        comes_back::<Import>(&json)
    };
    assert_snapshot!(at("done", r#""ended":null"#).report(), @r"
    violation[unset] /ended: ended is null, but status is done, where it must be set
    violation[unset] /started: started is absent, but status is done, where it must be set
    2 violations
    ");
    assert_snapshot!(at("queued", r#""ended":5"#).report(), @r"
    violation[set] /ended: ended is 5, but status is queued, where it must be null
    1 violation
    ");
    assert_snapshot!(at("lost", r#""ended":5"#).report(), @r#"
    drift[unknown_word] /status: status is "lost", a word that ProgressStatus does not know
    1 drift
    "#);
    assert!(
        at("running", r#""ended":null,"started":2"#)
            .report()
            .is_empty()
    );
    let (queued, done) = (
        at("queued", r#""ended":null"#),
        at("done", r#""ended":7,"started":2"#),
    );
    assert!(queued.check_successor(&done).is_empty());
    assert_snapshot!(done.check_successor(&queued), @r"
    violation[transition] /status: status is queued, but was done, which is an end state
    1 violation
    ");
    assert!(matches!(
        done.progress().state(),
        Ok(ProgressState::Done { ended: 7, .. })
    ));
    let Descriptor::Object(import) = Import::DESCRIPTOR else {
        panic!("an object");
    };
    let lifecycle = import.lifecycle.expect("a lifecycle");
    assert_eq!(import.members[lifecycle.member].name, "status");
}
