//! `#[cfg]` and `#[deprecated]` on fields and variants make no noise.
#![deny(warnings)]

use api_object::{ApiObject, Extra, UnknownValue};

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
