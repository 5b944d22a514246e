//! `exactly_one(a, b)`: one of some members is set, and no more.

use api_object::{ApiObject, Extra};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(exactly_one(file_ids, files))]
struct AddFiles {
    #[api(optional, rename = "ids")]
    file_ids: Option<Vec<String>>,
    #[api(optional)]
    files: Option<Vec<String>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn one_is_set_and_no_more() {
    for json in [r#"{"ids":[]}"#, r#"{"files":["a"],"ids":null}"#] {
        assert!(round_trips::<AddFiles>(json).report().is_valid(), "{json}");
    }
    assert_snapshot!(report_of::<AddFiles>("{}"), @r"
    violation[choice] (root): exactly one of ids and files must be set, and none is
    1 violation
    ");
    assert_snapshot!(report_of::<AddFiles>(r#"{"ids":[],"files":[]}"#), @r"
    violation[choice] (root): exactly one of ids and files must be set, and ids and files are
    1 violation
    ");
    // What did not fit is reported by itself.
    assert_snapshot!(report_of::<AddFiles>(r#"{"ids":7}"#), @r"
    violation[misfit] /ids: expected an array or null, found 7
    1 violation
    ");
}
