//! Unions of every style: what a clean one needs is what its variant needs.

use api_object::{ApiObject, Extra, RawJson, UnknownObject};

use crate::shapes::{Role, costs};

#[derive(Debug, ApiObject)]
struct Call {
    index: u32,
    name: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, ApiObject)]
#[api(tag(key = "type", word = "call"))]
struct Tagged {
    index: u32,
    name: String,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, ApiObject)]
#[api(tag = "type")]
enum Internal {
    Call(Call),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, ApiObject)]
#[api(tag)]
enum OwnTags {
    Call(Tagged),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, ApiObject)]
#[api(tag = "type", keyed)]
enum Keyed {
    Call(Call, Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, ApiObject)]
#[api(tag = "type", content = "data")]
enum Content {
    Call(Call, Extra),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, ApiObject)]
#[api(tag = "type")]
enum TwoMembers {
    #[api(rename = "call", when(index = 0))]
    First(Call),
    #[api(rename = "call")]
    Later(Call),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, ApiObject)]
#[api(untagged)]
enum ByKind {
    Role(Role),
    Call(Call),
    Calls(Vec<Call>),
    #[api(unknown)]
    Other(RawJson),
}

#[derive(Debug, ApiObject)]
#[api(untagged)]
enum ByTrying {
    Failure(Failure),
    Call(Call),
}

#[derive(Debug, ApiObject)]
struct Failure {
    index: u32,
    reason: u32,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn a_tag_needs_no_memory() {
    for_the_name_alone::<Internal>(r#"{"type":"call","index":1,"name":"f"}"#);
    for_the_name_alone::<OwnTags>(r#"{"type":"call","index":1,"name":"f"}"#);
    for_the_name_alone::<Keyed>(r#"{"type":"call","call":{"index":1,"name":"f"}}"#);
    for_the_name_alone::<Content>(r#"{"type":"call","data":{"index":1,"name":"f"}}"#);
    for_the_name_alone::<TwoMembers>(r#"{"type":"call","index":0,"name":"f"}"#);
}

#[test]
fn values_that_tell_the_variant_need_no_memory() {
    costs::<ByKind>(r#""user""#, 0);
    for_the_name_alone::<ByKind>(r#"{"index":1,"name":"f"}"#);
    costs::<ByKind>(r#"[{"index":1,"name":"f"},{"index":2,"name":"g"}]"#, 1 + 2);
}

/// What a variant misses is seen before it is read.
#[test]
fn a_variant_that_misses_a_member_needs_no_memory() {
    for_the_name_alone::<ByTrying>(r#"{"index":1,"name":"f"}"#);
    costs::<ByTrying>(r#"{"index":1,"reason":2}"#, 0);
}

#[derive(Debug, ApiObject)]
#[api(untagged)]
enum ByValue {
    Count(Count),
    Name(Name),
}

#[derive(Debug, ApiObject)]
struct Count {
    value: u32,
}

#[derive(Debug, ApiObject)]
struct Name {
    value: String,
}

/// What is tried in vain is told nowhere, as long as another variant fits: what is allocated is the name.
#[test]
fn a_variant_that_does_not_fit_needs_no_memory() {
    costs::<ByValue>(r#"{"value":"what is no number"}"#, 1);
}

#[track_caller]
fn for_the_name_alone<T>(json: &'static str)
where
    T: ApiObject
        + api_object::Described
        + api_object::Fill<'static>
        + api_object::Node
        + std::fmt::Debug,
{
    costs::<T>(json, 1);
}
