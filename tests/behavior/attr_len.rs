//! `len(1..=64)`: characters of a string, elements of a list, entries of a map.

use std::collections::HashMap;

use api_object::{ApiObject, Extra, Str};
use insta::assert_snapshot;

use crate::round_trip::{report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Note {
    #[api(len(1..=3))]
    title: String,
    #[api(len(2))]
    code: Option<Str>,
    #[api(len(..=2))]
    tags: Option<Vec<u8>>,
    #[api(len(1..))]
    labels: HashMap<String, String>,
    #[api(len(0 <..4))]
    steps: Vec<String>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn characters_are_counted_and_not_bytes() {
    for title in ["a", "äöü", "日本語", "😀😀😀", "\\n\\u00e9\\\""] {
        let json = format!(
            r#"{{"title":"{title}","code":"é😀","tags":[1,2],"labels":{{"a":"b"}},"steps":["","",""]}}"#
        );
        assert_eq!(
            round_trips::<Note>(&json).report().to_string(),
            "no deviation"
        );
    }
}

#[test]
fn too_few_and_too_many_are_violations() {
    let json = r#"{"title":"","code":"abc","tags":[1,2,3],"labels":{},"steps":[]}"#;
    assert_snapshot!(report_of::<Note>(json), @"
        violation[len] /title: title has 0 characters, expected 1 to 3
        violation[len] /code: code has 3 characters, expected exactly 2
        violation[len] /tags: tags has 3 elements, expected at most 2
        violation[len] /labels: labels has 0 entries, expected at least 1
        violation[len] /steps: steps has 0 elements, expected 1 to 3
        5 violations
    ");
    let json = r#"{"title":"日本語!","code":"é","tags":null,"labels":{"a":"","b":""},"steps":["","","",""]}"#;
    assert_snapshot!(report_of::<Note>(json), @"
        violation[len] /title: title has 4 characters, expected 1 to 3
        violation[len] /code: code has 1 character, expected exactly 2
        violation[len] /steps: steps has 4 elements, expected 1 to 3
        3 violations
    ");
}
