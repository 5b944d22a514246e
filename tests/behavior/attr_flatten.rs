//! `flatten`: the members of an object among those of another.

use api_object::{ApiObject, Code, Descriptor, Extra, List, Str, UnknownObject};
use insta::assert_snapshot;

use crate::round_trip::{comes_back, report_of, round_trips};

/// What several objects have; its own `extra` is for where it stands by itself.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(check = is_late, ensure(used <= limit))]
struct Common {
    /// When it was made.
    #[api(immutable)]
    created: u64,
    #[api(not_before = created, check = is_even)]
    updated: Option<u64>,
    #[api(default = 7)]
    limit: u64,
    used: u64,
    #[api(alias = "title", optional, len(1..))]
    name: Option<String>,
    #[api(extra)]
    extra: Extra,
}

fn is_late(common: &Common) -> Result<(), &'static str> {
    match common.created == 1 {
        false => Ok(()),
        true => Err("created is much too early"),
    }
}

fn is_even(updated: &u64) -> Result<(), &'static str> {
    match updated.is_multiple_of(2) {
        true => Ok(()),
        false => Err("updated is odd"),
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Owned {
    owner: String,
    #[api(flatten)]
    common: Common,
    #[api(default)]
    team: Vec<u8>,
}

/// It flattens one that flattens, between its own members, and another one behind.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct File {
    id: String,
    #[api(flatten)]
    owned: Owned,
    #[api(status { new => done, done })]
    status: FileStatus,
    #[api(set_in(done), null_in(new), check = is_short)]
    url: Option<String>,
    #[api(flatten, accessor = place)]
    at: Place,
    #[api(extra)]
    extra: Extra,
}

fn is_short(url: &str) -> Result<(), String> {
    match url.len() < 9 {
        true => Ok(()),
        false => Err(format!("url has {} bytes", url.len())),
    }
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Place {
    #[api(set_if(y = 1))]
    x: Option<i64>,
    y: i64,
}

const CLEAN: &str = r#"{"object":"file","id":"f1","status":"done","url":"/f1","owner":"me","team":[1],"created":5,"updated":6,"limit":9,"used":2,"name":"n","x":1,"y":2}"#;

#[test]
fn members_stand_in_the_object_around() {
    let file = round_trips::<File>(CLEAN);
    assert_eq!(file.owned().common().created(), 5);
    assert_eq!((file.owned().team(), file.place().x()), (&[1][..], Some(1)));
    assert!(file.check().is_empty());
    assert!(file.extra.is_empty());
    // Own members come first.
    assert_eq!(api_object::to_string(&file), CLEAN);
    assert_eq!(serde_json::to_string(&file).expect("JSON"), CLEAN);
}

#[test]
fn the_order_of_members_does_not_matter() {
    let members: Vec<&str> = CLEAN.trim_matches(['{', '}']).split(',').collect();
    for turn in 0..members.len() {
        let turned = [&members[turn..], &members[..turn]].concat();
        let file = round_trips::<File>(&format!("{{{}}}", turned.join(",")));
        assert_eq!(api_object::to_string(&file), CLEAN);
    }
}

/// Absent, null, set aside, respelled, under an alias, unknown: the object around remembers all of it.
#[test]
fn the_object_around_remembers() {
    for json in [
        r#"{"object":"file","id":"f","status":"new","url":null,"owner":"me","created":5,"used":2,"y":2}"#,
        r#"{"owner":"me","created":5,"updated":null,"limit":9,"used":2,"name":null,"y":2,"id":"f","status":"new"}"#,
        r#"{"id":"f","status":"new","owner":"me","team":"none","created":5.0,"updated":"soon","limit":"no","used":2e0,"title":"t","y":2,"z":[3]}"#,
        r#"{"id":"f","status":"new","owner":"me","team":[],"created":5,"limit":7,"used":2,"title":7,"y":2,"extra":{},"common":{}}"#,
    ] {
        let _ = comes_back::<File>(json);
    }
}

#[test]
fn pointers_and_rules_are_those_of_the_level() {
    assert_snapshot!(report_of::<File>(
        r#"{"object":"file","id":"f","status":"done","url":null,"owner":"me","team":"x","created":1,"updated":-1,"limit":1,"used":2,"title":"","x":null,"y":1,"z":0}"#,
    ), @r#"
    violation[unset] /url: url is null, but status is done, where it must be set
    violation[misfit] /team: expected an array, found "x"
    violation[misfit] /updated: expected an integer from 0 to 18446744073709551615 or null, found -1, which is out of range
    drift[former_name] /title: title is a former name of name
    violation[len] /title: title has 0 characters, expected at least 1
    violation[unset] /x: x is null, but y is 1, where it must be set
    violation[custom] (root): created is much too early
    violation[ensure] (root): used is 2, which is more than limit, 1
    drift[unknown_member] /z: z is a member that File does not know
    7 violations, 2 drifts
    "#);
    assert_snapshot!(report_of::<File>(
        r#"{"object":"file","id":"f","status":"done","url":"/a-long-one","owner":"me","team":[],"created":9,"updated":7,"limit":1,"used":1,"y":0}"#,
    ), @r#"
    violation[custom] /url: url has 11 bytes
    violation[order] /updated: updated is 7, which is before created, 9
    violation[custom] /updated: updated is odd
    note[missing_member] /x: x is absent, where null is expected
    3 violations, 1 note
    "#);
    let error = api_object::from_str::<File>(r#"{"id":7,"status":"new","url":null,"used":"x"}"#);
    assert_snapshot!(error.expect_err("much is missing"), @r#"
    line 1, column 1, at /owner: `owner` is missing
    line 1, column 1, at /created: `created` is missing
    line 1, column 1, at /y: `y` is missing
    line 1, column 7, at /id: expected a string, found 7
    line 1, column 42, at /used: expected an integer that is not negative, found "x"
    "#);
}

#[test]
fn a_default_is_restored_where_a_value_does_not_fit() {
    let json = CLEAN.replace("[1]", "[1,2,\"x\"]").replace(":9", ":{}");
    let file = api_object::from_str::<File>(&json)
        .expect("a file")
        .lenient();
    assert_eq!(
        (file.owned().team(), file.owned().common().limit()),
        (&[][..], 7)
    );
    assert_eq!(api_object::to_string(&file), json);
    let mut file = file;
    file.owned.common.limit = 8;
    assert!(api_object::to_string(&file).contains(r#""limit":8"#));
}

#[test]
fn what_may_not_change_may_not_change_below() {
    let file = round_trips::<File>(CLEAN);
    let mut later = file.clone().lenient();
    later.owned.common.created = 4;
    let report = file.check_successor(&later);
    assert_eq!(report.issues()[0].code, Code::Immutable);
    assert_eq!(report.issues()[0].pointer.as_str(), "/created");
}

#[test]
fn a_part_is_an_object_by_itself() {
    let common = round_trips::<Common>(r#"{"created":5,"updated":6,"limit":1,"used":1,"a":1}"#);
    assert_eq!(common.extra.get("a"), Some("1"));
    let files = format!(r#"{{"object":"list","data":[{CLEAN}],"has_more":true}}"#);
    let files = api_object::from_str::<List<File>>(&files).expect("a page");
    assert_eq!(files.next_cursor().as_deref(), Some("f1"));
}

#[test]
fn the_descriptor_has_all_members_and_says_whose_they_are() {
    let Descriptor::Object(file) = File::DESCRIPTOR else {
        panic!("an object");
    };
    let names: Vec<_> = file.members.iter().map(|member| member.name).collect();
    assert_eq!(
        names,
        [
            "id", "status", "url", "owner", "team", "created", "updated", "limit", "used", "name",
            "x", "y"
        ]
    );
    let parts: Vec<_> = file.parts.iter().map(|part| part.name).collect();
    assert_eq!(parts, ["Owned", "Place"]);
}

/// Without an `extra` field around, what does not fit is an error, as in any such object.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Bare {
    #[api(flatten)]
    common: Common,
}

#[test]
fn an_object_without_extra_keeps_nothing() {
    let json = r#"{"created":5,"updated":6,"limit":9,"used":1,"name":"n"}"#;
    let bare = round_trips::<Bare>(json);
    assert_eq!(api_object::to_string(&bare), json);
    let bare = api_object::from_str::<Bare>(r#"{"created":5,"used":1,"z":1}"#).expect("tolerant");
    assert!(bare.common().extra.is_empty());
    assert_eq!(
        api_object::to_string(&bare),
        r#"{"created":5,"updated":null,"limit":7,"used":1}"#
    );
    assert!(api_object::from_str::<Bare>(r#"{"created":5,"used":1,"limit":"x"}"#).is_err());
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Event {
    Made(Made),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Made {
    #[api(flatten)]
    at: Place,
    #[api(flatten)]
    thread: Thread,
    #[api(extra)]
    extra: Extra,
}

/// It holds what flattens it.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Thread {
    id: Str,
    #[api(optional)]
    parent: Option<Box<Made>>,
    #[api(optional, serde)]
    after: Option<std::time::Duration>,
}

#[test]
fn variants_and_recursive_types_flatten() {
    let event = round_trips::<Event>(
        r#"{"type":"made","x":null,"y":2,"id":"a","parent":{"x":1,"y":1,"id":"b","z":0},"after":{"secs":1,"nanos":0}}"#,
    );
    let Event::Made(made) = &*event else {
        panic!("made");
    };
    let parent = made.thread().parent().expect("a parent");
    assert_eq!((parent.at().y(), parent.extra.get("z")), (1, Some("0")));
    assert_snapshot!(
        report_of::<Event>(r#"{"y":1,"id":"a","parent":{"x":null,"y":1,"id":"b"},"type":"made","x":null}"#),
        @r"
    violation[unset] /x: x is null, but y is 1, where it must be set
    violation[unset] /parent/x: x is null, but y is 1, where it must be set
    2 violations
    "
    );
}

#[test]
fn the_typed_view_is_that_of_the_object_around() {
    let file = round_trips::<File>(CLEAN);
    assert!(matches!(file.state(), Ok(FileState::Done { url: "/f1" })));
}

/// A module without a prelude.
#[no_implicit_prelude]
mod without_prelude {
    use ::api_object::ApiObject;

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    pub(super) struct Outer {
        #[api(flatten)]
        pub(super) inner: Inner,
        #[api(default)]
        members: u8,
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    pub(super) struct Inner {
        #[api(default = 7)]
        pub(super) parts: u8,
    }
}

#[test]
fn no_prelude_is_needed() {
    let outer = round_trips::<without_prelude::Outer>(r#"{"members":1,"parts":2}"#);
    assert_eq!(outer.inner.parts, 2);
}
