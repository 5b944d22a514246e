//! Where the user's names are in the way of ours, what the derive makes compiles all the same.

use crate::round_trip::{comes_back, round_trips};

/// A module in which the names of the prelude are something else, or nothing.
#[no_implicit_prelude]
mod without_prelude {
    use ::api_object::{
        ApiObject, Auto, Extra, RawJson, Str, UnixSeconds, UnknownObject, UnknownValue,
    };

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(object = "job", former("task"), check = holds)]
    pub(super) struct Job {
        #[api(id("job-", "job_"), immutable)]
        id: JobId,
        #[api(status { queued => running, running => done | failed, done, failed })]
        status: JobStatus,
        #[api(only_in(failed))]
        error: ::std::option::Option<::std::string::String>,
        #[api(set_in(ended), null_in(active), not_before = created_at)]
        ended_at: ::std::option::Option<UnixSeconds>,
        created_at: UnixSeconds,
        #[api(optional, len(..=5), each(len(..=9)), check = holds)]
        tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        #[api(default, range(0..=9), set_once)]
        tries: ::std::option::Option<Auto<u32>>,
        #[api(default = 5)]
        limit: u64,
        below: ::std::option::Option<::std::boxed::Box<Job>>,
        step: ::std::option::Option<Step>,
        purpose: ::std::option::Option<Purpose>,
        file: ::std::option::Option<FileId>,
        #[api(optional)]
        content: ::std::option::Option<Content>,
        #[api(optional)]
        owned: ::std::option::Option<Owned>,
        #[api(extra)]
        extra: Extra,
    }

    fn holds<T>(_: &T) -> ::std::result::Result<(), &'static str> {
        ::std::result::Result::Ok(())
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(tag = "type")]
    pub(super) enum Step {
        Wait(Wait),
        #[api(unknown)]
        Other(UnknownObject),
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(untagged)]
    pub(super) enum Content {
        Part(Part),
        Number(u8),
        #[api(unknown)]
        Other(RawJson),
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(tag = "type", keyed)]
    pub(super) enum Part {
        Wait(::std::boxed::Box<Wait>, Extra),
        Again(::std::option::Option<::std::boxed::Box<Part>>),
        None(Extra),
        #[api(when(last = true))]
        Some(Extra),
        Ok,
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(tag)]
    pub(super) enum Owned {
        Job(::std::boxed::Box<Job>),
        Part(::std::boxed::Box<Part>),
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    pub(super) struct Wait {
        seconds: u32,
        #[api(status, optional)]
        purpose: ::std::option::Option<Purpose>,
        #[api(only_in(tune), null_in(ended), optional)]
        tuned: ::std::option::Option<u32>,
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(status)]
    pub(super) enum Purpose {
        #[api(next = ended)]
        Tune,
        Ended,
        #[api(unknown)]
        Other(UnknownValue),
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(id)]
    pub(super) struct FileId(Str);
}

const JOB: &str = r#"{"object":"job","id":"job-1","status":"done","error":null,"ended_at":6,"created_at":5,"tags":["a"],"tries":"auto","limit":6,"below":null,"step":{"type":"wait","seconds":1},"purpose":"tune","file":"f","content":{"type":"wait","wait":{"seconds":1}},"owned":{"type":"some","last":true}}"#;

#[test]
fn no_prelude_is_needed() {
    let job = round_trips::<without_prelude::Job>(JOB);
    assert!(job.report().is_empty());
    assert!(matches!(
        job.state(),
        Ok(without_prelude::JobState::Done { .. })
    ));
}

/// Everything that an expansion might call by a short name is something else here.
mod shadowed {
    #![allow(non_camel_case_types, dead_code, unused_imports, unused_macros)]

    use ::api_object::{
        ApiObject, Auto, Extra, RawJson, Str, UnixSeconds, UnknownObject, UnknownValue,
    };

    pub(super) mod wrong {}
    use wrong as std;
    use wrong as core;
    use wrong as alloc;
    use wrong as __private;

    pub(super) struct Option;
    pub(super) struct Result;
    pub(super) struct String;
    pub(super) struct Vec;
    pub(super) struct Box;
    pub(super) struct Some;
    pub(super) struct None;
    pub(super) struct Ok;
    pub(super) struct Err;
    pub(super) struct str;
    pub(super) struct u16;
    pub(super) struct usize;
    pub(super) struct bool;
    pub(super) struct Node;
    pub(super) struct Object;
    pub(super) struct Fill;
    pub(super) struct Report;
    pub(super) struct Descriptor;
    pub(super) trait Default {}
    pub(super) trait Clone {}
    pub(super) trait Copy {}
    pub(super) trait Debug {}
    pub(super) trait PartialEq {}
    pub(super) trait Eq {}
    pub(super) trait Ord {}
    pub(super) trait Hash {}
    pub(super) trait From {}
    pub(super) trait Iterator {}
    pub(super) trait Serialize {}
    pub(super) trait Deserialize {}
    pub(super) trait FnMut {}
    pub(super) trait Sized {}
    pub(super) trait Display {}
    macro_rules! matches {
        () => {};
    }
    macro_rules! vec {
        () => {};
    }
    macro_rules! format {
        () => {};
    }

    type Maybe<T> = ::std::option::Option<T>;
    type Text = ::std::string::String;

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(object = "job", check = holds)]
    pub(super) struct Job {
        #[api(id("job-", "job_"), immutable)]
        id: JobId,
        #[api(status { queued => running, running => done | failed, done, failed })]
        status: JobStatus,
        #[api(only_in(failed))]
        error: ::std::option::Option<::std::string::String>,
        #[api(set_in(ended), null_in(active), not_before = created_at)]
        ended_at: ::std::option::Option<UnixSeconds>,
        created_at: UnixSeconds,
        #[api(optional, len(..=5), check = holds)]
        tags: ::std::option::Option<::std::vec::Vec<Text>>,
        #[api(default, range(0..=9))]
        tries: ::std::option::Option<Auto<u32>>,
        #[api(default = 5)]
        limit: u64,
        below: Maybe<::std::boxed::Box<Job>>,
        step: Maybe<Step>,
        purpose: Maybe<Purpose>,
        file: Maybe<FileId>,
        content: Maybe<Content>,
        owned: Maybe<Owned>,
        #[api(extra)]
        extra: Extra,
    }

    fn holds<T>(_: &T) -> ::std::result::Result<(), &'static ::std::primitive::str> {
        ::std::result::Result::Ok(())
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(tag = "type")]
    pub(super) enum Step {
        Wait(Wait),
        #[api(unknown)]
        Other(UnknownObject),
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(untagged)]
    pub(super) enum Content {
        Part(Part),
        Number(u8),
        #[api(unknown)]
        Other(RawJson),
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(tag = "type", keyed)]
    pub(super) enum Part {
        Wait(::std::boxed::Box<Wait>, Extra),
        Again(::std::option::Option<::std::boxed::Box<Part>>),
        None(Extra),
        #[api(when(last = true))]
        Some(Extra),
        Ok,
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(tag)]
    pub(super) enum Owned {
        Job(::std::boxed::Box<Job>),
        Part(::std::boxed::Box<Part>),
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    pub(super) struct Wait {
        seconds: u32,
        #[api(status, optional)]
        purpose: ::std::option::Option<Purpose>,
        #[api(only_in(tune), null_in(ended), optional)]
        tuned: ::std::option::Option<u32>,
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(status)]
    pub(super) enum Purpose {
        #[api(next = ended)]
        Tune,
        Ended,
        #[api(unknown)]
        Other(UnknownValue),
    }

    #[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq, ApiObject)]
    #[api(id)]
    pub(super) struct FileId(Str);
}

#[test]
fn names_of_the_prelude_may_be_something_else() {
    let job = round_trips::<shadowed::Job>(JOB);
    assert!(job.report().is_empty());
    assert!(matches!(job.state(), Ok(shadowed::JobState::Done { .. })));
}

#[test]
fn declarations_stand_in_function_bodies() {
    use api_object::{ApiObject, Extra, Str};

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Local {
        #[api(id = "l-")]
        id: LocalId,
        #[api(status { on => off, off })]
        status: LocalStatus,
        #[api(check = positive)]
        other: OtherId,
        #[api(extra)]
        extra: Extra,
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(id)]
    struct OtherId(Str);

    fn positive(_: &OtherId) -> Result<(), String> {
        Ok(())
    }

    let local = round_trips::<Local>(r#"{"id":"l-1","status":"off","other":"x"}"#);
    assert!(local.report().is_empty() && matches!(local.state(), Ok(LocalState::Off)));
}

/// Each piece of a declaration comes from outside of the macro that makes it, or from inside.
macro_rules! declared {
    ($name:ident, $field:ident: $ty:ty, $list:ident: [$element:ty], $status:ident: $statuses:ident { $($word:ident)+ }, $rule:path, $default:expr) => {
        #[derive(Debug, Clone, PartialEq, api_object::ApiObject)]
        #[api(object = "made", check = $rule)]
        pub(super) struct $name {
            #[api(check = $rule, immutable)]
            $field: $ty,
            $list: Vec<$element>,
            inner: Option<$ty>,
            #[api(default = $default)]
            given: $ty,
            #[api(status { $($word),+ })]
            $status: $statuses,
            #[api(extra)]
            extra: api_object::Extra,
        }
    };
}

mod made {
    fn holds<T>(_: &T) -> Result<(), String> {
        Ok(())
    }

    declared!(Made, first: u32, all: [Option<String>], at: MadeAt { here there }, holds, 2 + 3);
}

#[test]
fn declarations_are_made_by_macros() {
    let json = r#"{"object":"made","first":1,"all":["a",null],"inner":2,"at":"here"}"#;
    let made = round_trips::<made::Made>(json);
    assert_eq!((made.first(), made.inner(), made.given()), (1, Some(2), 5));
    assert!(matches!(made.state(), Ok(made::MadeState::Here)));
    assert_eq!(made.all().len(), 2);
}

mod raw_names {
    #![allow(non_camel_case_types)]

    use api_object::{ApiObject, Extra, UnknownObject, UnknownValue};

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct r#struct {
        r#type: String,
        r#fn: Option<r#enum>,
        #[api(at_least = r#loop)]
        r#match: u8,
        r#loop: u8,
        #[api(status { r#async => r#dyn, r#dyn })]
        r#where: Where,
        #[api(only_in(r#dyn))]
        r#use: Option<r#trait>,
        #[api(extra)]
        r#extern: Extra,
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(status)]
    pub(super) enum r#enum {
        #[api(next = r#yield)]
        r#let,
        r#yield,
        #[api(unknown)]
        r#else(UnknownValue),
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(tag = "type")]
    pub(super) enum r#trait {
        r#ref(Empty),
        #[api(unknown)]
        r#else(UnknownObject),
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Empty {
        #[api(status, optional)]
        r#for: Option<r#enum>,
        #[api(only_in(r#yield), optional)]
        r#in: Option<u8>,
    }
}

#[test]
fn raw_identifiers_are_names_like_others() {
    let json = r#"{"type":"t","fn":"let","match":1,"loop":2,"where":"dyn","use":{"type":"ref"},"extern":0}"#;
    let raw = round_trips::<raw_names::r#struct>(json);
    assert_eq!((raw.r#type(), raw.r#match(), raw.r#loop()), ("t", 1, 2));
    assert_eq!(raw.r#fn(), Some(&raw_names::r#enum::r#let));
    insta::assert_snapshot!(raw.report(), @"
        violation[order] /match: match is 1, which is less than loop, 2
        drift[unknown_member] /extern: extern is a member that struct does not know
        1 violation, 1 drift
    ");
    assert!(raw.state().is_ok());
    let _ = comes_back::<raw_names::r#struct>(&json.replace("ref", "x"));
}

mod statuses {
    use api_object::ApiObject;

    /// Statuses named like variants of the prelude, and types like those. (`unknown` and `self` are refused: the enum has
    /// such a variant itself, and the language such a word.)
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Result {
        #[api(status { ok => err | none, err => some, some, none })]
        status: Option,
        #[api(set_in(some), null_in(ok))]
        some: std::option::Option<u8>,
        #[api(only_in(none))]
        none: std::option::Option<u8>,
    }
}

#[test]
fn statuses_may_be_named_like_variants_of_the_prelude() {
    use statuses::{Result, ResultState};

    let result = round_trips::<Result>(r#"{"status":"some","some":1,"none":null}"#);
    assert!(matches!(
        result.state(),
        Ok(ResultState::Some { some: 1, .. })
    ));
    let result = round_trips::<Result>(r#"{"status":"none","some":null,"none":2}"#);
    assert!(matches!(
        result.state(),
        Ok(ResultState::None { none: 2, .. })
    ));
    let err = statuses::Option::Err;
    assert!(err.successors().eq([statuses::Option::Some]));
    assert_eq!("ok".parse(), Ok(statuses::Option::Ok));
}
