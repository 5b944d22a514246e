//! `null_if(other = word)`: null where another member is one of some values.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Page {
    has_more: bool,
    kind: String,
    #[api(null_if(has_more = false), null_if(kind != page))]
    next: Option<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn it_is_null_where_the_other_says_so() {
    assert_snapshot!(report_of::<Page>(r#"{"has_more":false,"kind":"list","next":"a"}"#), @r#"
    violation[set] /next: next is "a", but has_more is false, where it must be null
    violation[set] /next: next is "a", but kind is "list", where it must be null
    2 violations
    "#);
    for json in [
        r#"{"has_more":true,"kind":"page","next":"a"}"#,
        r#"{"has_more":false,"kind":"list","next":null}"#,
    ] {
        assert!(round_trips::<Page>(json).report().is_empty());
    }
}
