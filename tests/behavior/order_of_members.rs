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

/// What is remembered of a value is remembered alike, so what is read again is the same value.
#[test]
fn a_value_is_the_same_in_whatever_order_its_members_came() {
    #[derive(Debug, Clone, PartialEq, ApiObject)]
    struct Odd {
        #[api(alias = "one")]
        a: Option<u8>,
        #[api(alias = "two")]
        b: f64,
        #[api(alias = "three", optional)]
        c: Option<u8>,
        d: u8,
        #[api(extra)]
        extra: Extra,
    }
    let forth = r#"{"one":"x","two":1e1,"three":[],"d":2.0}"#;
    let back = r#"{"d":2.0,"three":[],"two":1e1,"one":"x"}"#;
    assert_eq!(*comes_back::<Odd>(forth), *comes_back::<Odd>(back));
    let filled = api_object::Reader::new().fill_missing();
    let forth = filled.from_str::<Odd>(r#"{"b":"x","d":"y"}"#).unwrap();
    let back = filled.from_str::<Odd>(r#"{"d":"y","b":"x"}"#).unwrap();
    assert_eq!(forth, back);
}

/// Names that begin alike, one that is longer than any key that is compared at once, and one that needs an escape.
#[derive(Debug, PartialEq, ApiObject)]
struct Alike {
    completed: u8,
    completed_at: u8,
    completed_by: u8,
    completed_on: u8,
    id: u8,
    #[api(rename = "a_name_that_is_longer_than_any_token")]
    long: u8,
    #[api(rename = "qu\"ote")]
    quote: u8,
    #[api(rename = "é")]
    accent: u8,
    #[api(rename = "8_bytes!")]
    eight: u8,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn members_that_begin_alike_are_found_in_any_order() {
    let names = [
        "completed",
        "completed_at",
        "completed_by",
        "completed_on",
        "id",
        "a_name_that_is_longer_than_any_token",
        "qu\"ote",
        "é",
        "8_bytes!",
    ];
    let text = |order: &mut dyn Iterator<Item = usize>, space: &str| {
        let members = order.map(|place| {
            let key = serde_json::to_string(names[place]).unwrap();
            format!("{key}{space}:{space}{place}")
        });
        let members: Vec<_> = members.chain(["\"completed_\":9".to_owned()]).collect();
        format!("{{{}}}", members.join(&format!("{space},{space}")))
    };
    let declared = text(&mut (0..9), "");
    let expected = api_object::from_str::<Alike>(&declared).unwrap();
    assert_eq!(expected.extra.get("completed_"), Some("9"));
    assert_eq!(expected.extra.len(), 1);
    for step in [1, 2, 4, 5, 7, 8] {
        for space in ["", " ", "\n  "] {
            let shuffled = text(&mut (0..9).map(|n| (n * step + 3) % 9), space);
            let ours = api_object::from_str::<Alike>(&shuffled).unwrap();
            assert_eq!(*ours, *expected, "{shuffled}");
            assert_eq!(api_object::to_string(&ours), declared);
            assert_eq!(serde_json::from_str::<Alike>(&shuffled).unwrap(), *expected);
        }
    }
}
