//! `#[cfg]` and `#[deprecated]` on fields and variants make no noise where they are declared.
#![deny(warnings)]

use api_object::{ApiObject, Descriptor, Extra, UnknownValue};

use crate::round_trip::round_trips;

#[derive(Debug, Clone, PartialEq, ApiObject)]
enum Role {
    User,
    #[deprecated = "nobody is a system any more"]
    System,
    #[cfg(not(test))]
    Nobody(NoSuchType),
    #[api(unknown)]
    Other(UnknownValue),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Message {
    role: Role,
    #[deprecated = "use `name`"]
    #[api(optional, len(1..))]
    title: Option<String>,
    #[cfg(not(test))]
    none: NoSuchType,
    #[cfg(test)]
    name: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn what_is_left_out_or_left_behind_is_quiet() {
    let json = r#"{"role":"system","title":"a","name":null,"none":1}"#;
    let message = round_trips::<Message>(json);
    assert_eq!(message.role().as_str(), "system");
    assert_eq!(message.extra.get("none"), Some("1"));
}

#[test]
fn the_descriptor_says_what_nobody_should_use() {
    let Descriptor::Object(message) = Message::DESCRIPTOR else {
        panic!("an object");
    };
    let notes: Vec<_> = message
        .members
        .iter()
        .map(|member| member.deprecated())
        .collect();
    assert_eq!(notes, [None, Some("use `name`"), None]);
}

/// Who calls its accessor is told so, as of any deprecated method.
#[test]
#[expect(deprecated)]
fn the_accessor_is_deprecated_too() {
    let message = round_trips::<Message>(r#"{"role":"user","title":"a","name":null}"#);
    assert_eq!(message.title(), Some("a"));
}
