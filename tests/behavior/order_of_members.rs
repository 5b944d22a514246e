//! In which order members are written: the tag, the members as declared, and what nobody declared as it came.

use api_object::{ApiObject, Extra, UnknownObject};

use crate::round_trip::comes_back;

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "job")]
struct Job {
    id: u8,
    #[api(rename = "a")]
    last: Option<u8>,
    #[api(alias = "former")]
    now: Option<u8>,
    #[api(null_like(0), optional)]
    zero: Option<u8>,
    #[api(extra)]
    extra: Extra,
    step: Step,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(tag = "type")]
enum Step {
    Wait(Wait),
    #[api(unknown)]
    Other(UnknownObject),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Wait {
    seconds: u8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn whatever_the_order_was_members_are_written_as_declared() {
    let json = r#"{"z":1,"step":{"y":2,"seconds":3,"type":"wait"},"zero":0,"former":4,"b":{"x":1,"a":2},"a":"odd","id":5,"object":"job"}"#;
    let job = comes_back::<Job>(json);
    let ordered = r#"{"object":"job","id":5,"a":"odd","former":4,"zero":0,"step":{"type":"wait","seconds":3,"y":2},"z":1,"b":{"x":1,"a":2}}"#;
    assert_eq!(api_object::to_string(&job), ordered);
    assert_eq!(serde_json::to_string(&job).expect("JSON"), ordered);
    assert_eq!(
        api_object::to_string(&comes_back::<Job>(ordered)),
        ordered,
        "once is enough"
    );
}
