//! `only_if(other = word)`: set where another member is one of some values, and null where it is another.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Truncation {
    #[api(optional)]
    r#type: Option<String>,
    #[api(optional, only_if(r#type = last_messages))]
    last_messages: Option<u32>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn it_is_set_there_and_nowhere_else() {
    assert_snapshot!(report_of::<Truncation>(r#"{"type":"last_messages"}"#), @r#"
    violation[unset] /last_messages: last_messages is absent, but type is "last_messages", where it must be set
    1 violation
    "#);
    assert_snapshot!(report_of::<Truncation>(r#"{"type":"auto","last_messages":2}"#), @r#"
    violation[set] /last_messages: last_messages is 2, but type is "auto", where it must be null
    1 violation
    "#);
    for json in [
        r#"{"type":"auto"}"#,
        r#"{"type":"last_messages","last_messages":2}"#,
        r#"{"last_messages":2}"#,
    ] {
        assert!(
            round_trips::<Truncation>(json).report().is_empty(),
            "{json}"
        );
    }
}
