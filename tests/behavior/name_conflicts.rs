//! Fields, types and methods of the user's may have any name that an expansion uses inside.

use api_object::{ApiObject, Code, Extra, Str, UnknownObject, UnknownValue};

use crate::round_trip::round_trips;

/// Named like the locals, methods and parameters of what the derive makes.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Fields {
    self_: u8,
    extra: u8,
    check: u8,
    #[api(accessor = state_)]
    state: u8,
    value: Option<u8>,
    f: u8,
    number: u8,
    scalar: u8,
    place: u8,
    word: u8,
    object: u8,
    fields: u8,
    blank: u8,
    lend: u8,
    lent: u8,
    lend_mut: u8,
    view: u8,
    open: u8,
    close: u8,
    accept: u8,
    de: u8,
    deserializer: u8,
    serializer: u8,
    clone: u8,
    eq: u8,
    fmt: u8,
    into: u8,
    custom: u8,
    check_successor: u8,
    as_str: u8,
    __rt: u8,
    descriptor: u8,
    #[api(check = small, check = small)]
    checked: Option<u8>,
    #[api(status { on => off, off })]
    status: FieldsStatus,
    #[api(set_in(off))]
    ok: Option<u8>,
    #[api(null_in(off))]
    err: Option<u8>,
    #[api(extra)]
    rest: Extra,
}

fn small(n: &u8) -> Result<(), String> {
    (*n < 9).then_some(()).ok_or_else(|| "too great".to_owned())
}

#[test]
fn fields_may_be_named_like_anything_inside() {
    let names = [
        "self_",
        "extra",
        "check",
        "state",
        "value",
        "f",
        "number",
        "scalar",
        "place",
        "word",
        "object",
        "fields",
        "blank",
        "lend",
        "lent",
        "lend_mut",
        "view",
        "open",
        "close",
        "accept",
        "de",
        "deserializer",
        "serializer",
        "clone",
        "eq",
        "fmt",
        "into",
        "custom",
        "check_successor",
        "as_str",
        "__rt",
        "descriptor",
        "checked",
    ];
    let members: Vec<String> = names.iter().map(|name| format!("\"{name}\":3")).collect();
    let json = format!(
        "{{{},\"status\":\"off\",\"ok\":1,\"err\":null}}",
        members.join(",")
    );
    let fields = round_trips::<Fields>(&json).lenient();
    assert_eq!(
        (
            fields.self_(),
            fields.check(),
            fields.state_(),
            fields.value(),
            fields.f()
        ),
        (3, 3, 3, Some(3), 3)
    );
    assert_eq!((fields.clone(), fields.fmt(), fields.__rt()), (3, 3, 3));
    // A field's accessor takes a name before the trait's method does; the trait's own path says which.
    assert!(ApiObject::check(&fields).is_empty());
    assert!(ApiObject::check_successor(&fields, &fields).is_empty());
    assert!(matches!(fields.state(), Ok(FieldsState::Off { ok: 1 })));
}

mod variants {
    use super::*;

    /// Named like variants and types that expansions use.
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) enum Words {
        Ok,
        Err,
        Some,
        None,
        Word,
        Self_,
        #[api(unknown)]
        Unknown(UnknownValue),
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    #[api(tag = "type")]
    pub(super) enum Objects {
        Known(Inner),
        Some(Inner),
        Ok(Inner),
        #[api(unknown)]
        None(UnknownObject),
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Inner {
        r#type: String,
    }
}

#[test]
fn variants_may_be_named_like_those_of_the_prelude() {
    for (word, is) in [
        ("ok", variants::Words::Ok),
        ("none", variants::Words::None),
        ("self", variants::Words::Self_),
    ] {
        assert_eq!(
            round_trips::<variants::Words>(&format!("\"{word}\"")).lenient(),
            is
        );
    }
    assert!(matches!(
        *round_trips::<variants::Objects>(r#"{"type":"some"}"#),
        variants::Objects::Some(_)
    ));
    assert!(matches!(
        *round_trips::<variants::Objects>(r#"{"type":"none"}"#),
        variants::Objects::None(_)
    ));
}

mod types {
    use super::*;

    /// Types named like those of the runtime.
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Object {
        #[api(status { running => done, done })]
        pub(super) status: Report,
        #[api(id)]
        pub(super) id: Id,
        pub(super) node: Option<Node>,
        #[api(extra)]
        rest: Extra,
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Node {
        pub(super) fill: u8,
    }
}

#[test]
fn types_may_be_named_like_those_of_the_runtime() {
    let object = round_trips::<types::Object>(r#"{"status":"done","id":"x","node":{"fill":1}}"#);
    assert!(matches!(object.state(), Ok(types::ObjectState::Done)));
    assert_eq!((object.status.as_str(), object.id.as_str()), ("done", "x"));
    assert_eq!(object.node.as_ref().map(|node| node.fill), Some(1));
}

/// The user's own methods and traits stand beside ours.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Mine {
    pub n: u8,
    #[api(extra)]
    extra: Extra,
}

impl Mine {
    fn check(&self) -> &'static str {
        "mine"
    }

    fn extra(&self) -> &Extra {
        &self.extra
    }
}

#[test]
fn methods_of_the_users_own_come_first() {
    let mine = round_trips::<Mine>(r#"{"n":1,"m":2}"#);
    assert_eq!((mine.check(), mine.extra().len()), ("mine", 1));
    assert_eq!(
        ApiObject::check(&*mine).issues()[0].code,
        Code::UnknownMember
    );
}

/// Two types of one module, each with a status: nothing that they make has the same name.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Other {
    #[api(status { on => off, off })]
    status: OtherStatus,
    #[api(id)]
    id: OtherId,
}

#[test]
fn two_declarations_stand_in_one_module() {
    assert!(matches!(
        round_trips::<Other>(r#"{"status":"on","id":""}"#).state(),
        Ok(OtherState::On)
    ));
}

/// Named like what an expansion makes in its own block, where that is no name of theirs.
mod inner {
    use super::*;

    #[allow(non_camel_case_types)]
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
    #[api(id = "x-")]
    pub(super) struct __ID(Str);

    #[allow(non_camel_case_types)]
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
    #[api(id = "x-")]
    pub(super) struct __TABLE(Str);

    #[allow(non_camel_case_types)]
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
    #[api(id = "x-")]
    pub(super) struct __WORDS(Str);

    #[allow(non_camel_case_types)]
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
    #[api(id = "x-")]
    pub(super) struct __MEMBERS(Str);

    #[allow(non_camel_case_types)]
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct __LEN {
        n: u8,
    }

    #[derive(Debug, Clone, PartialEq, ApiObject)]
    pub(super) struct Holder {
        id: __ID,
        others: Vec<__TABLE>,
        word: Option<__WORDS>,
        member: Option<__MEMBERS>,
        #[api(flatten)]
        len: __LEN,
        #[api(extra)]
        extra: Extra,
    }
}

#[test]
fn types_may_be_named_like_what_stands_beside_an_implementation() {
    let json = r#"{"id":"x-1","others":["x-2"],"word":"x-3","member":null,"n":1}"#;
    let holder = round_trips::<inner::Holder>(json).lenient();
    assert_eq!(holder.id().as_str(), "x-1");
}
