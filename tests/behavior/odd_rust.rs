//! Declarations of legal Rust that nobody writes twice: generics with defaults, macros and aliases where types stand, odd
//! docs, odd names, odd places.
// What is made beside a type that is named in small letters is named after it.
#![allow(non_camel_case_types, unused_parens)]

use std::borrow::Cow;
use std::collections::BTreeMap;

use api_object::{ApiObject, Code, Descriptor, Extra, Fill, UnknownObject, UnknownValue};

use crate::round_trip::{report_of, round_trips};

/// Parameters with defaults, of which a constant one is an expression.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Page<T = String, const MOST: usize = { 1 + 2 }>
where
    Self: Sized,
    T: Clone,
{
    data: Vec<T>,
    below: Option<Box<Self>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Pages {
    plain: Page,
    other: Page<u8, { 2 * 4 }>,
}

#[test]
fn parameters_may_have_defaults() {
    let pages = round_trips::<Pages>(
        r#"{"plain":{"data":["a"],"below":{"data":[],"below":null}},"other":{"data":[7],"below":null}}"#,
    );
    assert_eq!(
        (pages.plain.data(), pages.other.data()),
        (&["a".to_owned()][..], &[7][..])
    );
}

trait Api {
    type Id;
    type Item;
}

#[derive(Debug, Clone, PartialEq)]
struct Ours;

impl Api for Ours {
    type Id = String;
    type Item = u8;
}

/// Types that a trait has: of a type that is known, and of a parameter, whose bounds are the user's to say.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(bound = "A: Api, A::Item: for<'de> Fill<'de> + api_object::Described")]
struct Projected<A: Api> {
    id: <Ours as Api>::Id,
    ids: Option<Vec<<Ours as Api>::Id>>,
    item: <A as Api>::Item,
    items: Vec<A::Item>,
}

#[test]
fn types_may_be_those_of_a_trait() {
    let json = r#"{"id":"a","ids":["b"],"item":1,"items":[2]}"#;
    let projected = api_object::from_str::<Projected<Ours>>(json).expect("it is read");
    assert_eq!((projected.id().as_str(), projected.item()), ("a", &1));
    assert_eq!(api_object::to_string(&projected), json);
}

macro_rules! made {
    ($($ty:tt)*) => { $($ty)* };
}

type Maybe<T> = Option<T>;
type Names = Vec<String>;
type Me = Spelled;

/// Types that are spelled in odd ways. What an alias hides is known when the value is read, and to no key.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Spelled {
    made: made!(Option<u8>),
    maybe: Maybe<u8>,
    twice: Maybe<Option<u8>>,
    #[api(each(len(1..)))]
    names: Names,
    below: Option<Box<Me>>,
    absolute: ::std::option::Option<::std::vec::Vec<::core::primitive::u8>>,
    bracketed: (Option<(u8)>),
    holes: Vec<Option<u8>>,
    deep: Option<Vec<Option<Vec<u8>>>>,
    by_name: BTreeMap<String, Vec<Option<Box<Me>>>>,
}

#[test]
fn types_may_be_spelled_in_odd_ways() {
    let json = r#"{"made":1,"maybe":null,"twice":2,"names":["a"],"below":null,"absolute":[1],"bracketed":3,"holes":[null,4],"deep":[null,[5]],"by_name":{"a":[null]}}"#;
    let spelled = round_trips::<Spelled>(json);
    assert_eq!(api_object::to_string(&spelled), json);
    assert_eq!(
        (spelled.made, spelled.maybe, spelled.twice),
        (Some(1), None, Some(Some(2)))
    );
    assert_eq!(spelled.holes(), [None, Some(4)]);
    let json = json.replace(r#"["a"]"#, r#"[""]"#);
    assert_eq!(
        report_of::<Spelled>(&json).lines().next(),
        Some("violation[len] /names/0: names[0] has 0 characters, expected at least 1")
    );
    // What is null is the outermost `None`.
    let json = json.replace(r#""twice":2"#, r#""twice":null"#);
    assert_eq!(
        api_object::from_str::<Spelled>(&json)
            .expect("it is read")
            .twice,
        None
    );
}

/** A comment of a block,
 * in two lines. */
#[doc = ""]
#[doc = r#"With "quotes", {braces}, \n and <b>, and 😀."#]
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[doc(alias = "documents")]
struct Documented {
    #[doc = include_str!("odd_rust/included.txt")]
    included: u8,
    #[doc = concat!("in ", "parts")]
    #[doc(hidden)]
    parts: u8,
    /// First.
    #[doc = "Second."]
    both: u8,
}

#[test]
fn docs_may_be_anything() {
    let Descriptor::Object(documented) = Documented::DESCRIPTOR else {
        panic!("an object");
    };
    assert!(
        documented
            .docs
            .ends_with("With \"quotes\", {braces}, \\n and <b>, and 😀."),
        "{}",
        documented.docs
    );
    assert_eq!(documented.members[2].docs, "First.\nSecond.");
    let _ = round_trips::<Documented>(r#"{"included":1,"parts":2,"both":3}"#);
}

/// Keys and fields behind conditions.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[cfg_attr(all(), api(object = "conditional"))]
#[cfg_attr(any(), api(no_such_key))]
struct Conditional {
    #[cfg_attr(all(), api(optional), doc = "Told.")]
    told: Option<u8>,
    #[cfg_attr(any(), api(no_such_key))]
    #[cfg(test)]
    here: u8,
    #[cfg(any())]
    gone: NoSuchType,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Choice {
    #[cfg(any())]
    Gone(NoSuchType),
    #[cfg_attr(all(), api(rename = "told"))]
    Here(Conditional),
    #[cfg_attr(all(), api(unknown))]
    Other(UnknownObject),
}

#[test]
fn keys_and_fields_may_have_conditions() {
    let conditional = round_trips::<Conditional>(r#"{"object":"conditional","here":1}"#);
    assert_eq!(conditional.told(), None);
    let choice = r#"{"type":"told","object":"conditional","here":1}"#;
    assert!(matches!(*round_trips::<Choice>(choice), Choice::Here(_)));
}

mod seen {
    pub(super) mod below {
        use api_object::ApiObject;

        #[derive(Debug, Clone, PartialEq, ApiObject)]
        pub(in crate::odd_rust) struct Hidden {
            pub(in crate::odd_rust) wide: u8,
            pub(super) narrow: u8,
            pub(self) own: u8,
            #[api(id = "h-")]
            id: HiddenId,
            #[api(status { on => off, off })]
            status: HiddenStatus,
        }
    }
}

#[test]
fn what_is_made_is_seen_where_the_type_is() {
    let json = r#"{"wide":1,"narrow":2,"own":3,"id":"h-1","status":"on"}"#;
    let hidden = round_trips::<seen::below::Hidden>(json);
    assert_eq!((hidden.wide, hidden.own()), (1, 3));
    let (id, status): (&seen::below::HiddenId, &seen::below::HiddenStatus) =
        (hidden.id(), hidden.status());
    assert_eq!((id.as_str(), status.as_str()), ("h-1", "on"));
}

/// Names of the language, and of what the derive makes beside it.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct r#type {
    r#fn: u8,
    #[api(id = "x-")]
    r#struct: r#match,
    #[api(status { r#loop => r#while, r#while })]
    r#enum: r#move,
    #[api(set_in(r#while))]
    r#if: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum r#loop {
    r#for,
    #[api(unknown)]
    r#while(UnknownValue),
}

/// An enum of statuses may have the name that the derive gives to their list.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(status)]
enum Statuses {
    #[api(next = off)]
    On,
    Off,
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct __TABLE {
    #[api(status(on, ended(off)))]
    status: Statuses,
    #[api(set_in(off))]
    at: Option<u8>,
}

#[test]
fn names_may_be_those_of_the_language_or_of_an_expansion() {
    let json = r#"{"fn":1,"struct":"x-1","enum":"while","if":2}"#;
    let named = round_trips::<r#type>(json);
    assert!(matches!(named.state(), Ok(typeState::While { r#if: 2 })));
    assert_eq!(*round_trips::<r#loop>(r#""for""#), r#loop::r#for);
    let unset =
        api_object::from_str::<__TABLE>(r#"{"status":"off","at":null}"#).expect("it is read");
    assert_eq!(unset.report().issues()[0].code, Code::Unset);
}

/// Lifetimes of any name, one of which outlives the other.
#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Borrowed<'de, 'self_: 'de> {
    Text(Text<'de, 'self_>),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Text<'a, 'b: 'a> {
    one: Cow<'a, str>,
    other: &'b str,
}

#[test]
fn lifetimes_may_have_any_name() {
    let json = r#"{"type":"text","one":"a","other":"b"}"#;
    let borrowed = api_object::from_str::<Borrowed>(json).expect("it is read");
    assert!(matches!(&*borrowed, Borrowed::Text(text) if text.other() == "b"));
    assert_eq!(api_object::to_string(&borrowed), json);
}

#[test]
fn an_object_may_stand_in_any_body() {
    fn read<T: Default + Into<u8>>(json: &str) -> u8 {
        #[derive(ApiObject)]
        struct Inner {
            number: u8,
            below: Option<Box<Inner>>,
        }
        #[derive(ApiObject)]
        #[api(tag = "type")]
        enum Outer {
            Inner(Inner),
            Empty,
        }
        let outer = api_object::from_str::<Outer>(json).expect("it is read");
        match outer.lenient() {
            Outer::Inner(inner) => inner.below().map_or(inner.number(), Inner::number),
            Outer::Empty => T::default().into(),
        }
    }
    const NUMBER: u8 = {
        #[derive(ApiObject)]
        struct Inner {
            number: u8,
        }
        Inner { number: 7 }.number
    };
    let json = r#"{"type":"inner","number":1,"below":{"number":7,"below":null}}"#;
    assert_eq!(read::<bool>(json), NUMBER);
}

/// A whole declaration that a macro was given piece by piece.
macro_rules! handed_on {
    ($(#[$meta:meta])* struct $name:ident { $($(#[$key:meta])* $field:ident: $ty:ty,)* }) => {
        #[derive(Debug, Clone, PartialEq, api_object::ApiObject)]
        $(#[$meta])*
        struct $name { $($(#[$key])* $field: $ty,)* }
    };
}

handed_on! {
    #[api(object = "handed")]
    struct Handed {
        #[api(id = "h-")]
        id: HandedId,
        #[api(status { here => there, there })]
        status: HandedStatus,
        #[api(optional)]
        name: Option<String>,
        texts: Vec<String>,
        text: String,
        moved: api_object::Nullable<u64>,
        kind: std::marker::PhantomData<u8>,
        #[api(extra)]
        extra: api_object::Extra,
    }
}

#[test]
fn types_that_a_macro_hands_on_are_what_they_are() {
    let json = r#"{"object":"handed","id":"h-1","status":"here","name":"a","texts":["b"],"text":"c","more":1}"#;
    let handed = round_trips::<Handed>(json);
    let told: (Option<&str>, &[String], &str) = (handed.name(), handed.texts(), handed.text());
    assert_eq!(told, (Some("a"), &["b".to_owned()][..], "c"));
    assert_eq!(handed.id(), &HandedId::from("h-1"));
    assert!(matches!(handed.state(), Ok(HandedState::Here)));
}
