//! `id = "prefix-"` on a field makes a newtype, on a tuple struct makes it an id.

use std::collections::{BTreeSet, HashMap};

use api_object::{ApiObject, Code, Extra, Str};
use insta::assert_snapshot;

use crate::round_trip::{refusal, report_of, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Job {
    #[api(id = "ftjob-")]
    id: JobId,
    #[api(id("file-", "file_"))]
    file: Option<InputId>,
    #[api(id)]
    owner: OwnerId,
    models: Vec<ModelId>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, ApiObject)]
#[api(id("ft:", "model-"))]
struct ModelId(Str);

const JSON: &str = r#"{"id":"ftjob-1","file":"file_2","owner":"","models":["ft:a","model-b"]}"#;

#[test]
fn ids_are_strings_with_types_of_their_own() {
    let job = round_trips::<Job>(JSON);
    let (id, file): (&JobId, Option<&InputId>) = (job.id(), job.file());
    assert_eq!(
        (id.as_str(), file.map(InputId::as_str)),
        ("ftjob-1", Some("file_2"))
    );
    assert_eq!(job.owner().as_str(), "");
    assert!(job.report().is_empty());
}

#[test]
fn an_unknown_prefix_is_reported_and_never_refused() {
    let json = r#"{"id":"FTJOB-1","file":"file2","owner":"x","models":["ft:a","gpt-4o",""]}"#;
    assert_snapshot!(report_of::<Job>(json), @r#"
        drift[unknown_prefix] /id: id is "FTJOB-1", expected an id that begins with ftjob-
        drift[unknown_prefix] /file: file is "file2", expected an id that begins with file- or file_
        drift[unknown_prefix] /models/1: models[1] is "gpt-4o", expected an id that begins with ft: or model-
        drift[unknown_prefix] /models/2: models[2] is "", expected an id that begins with ft: or model-
        4 drifts
    "#);
    let report = round_trips::<Job>(json).report();
    assert!(
        report.is_valid()
            && report
                .issues()
                .iter()
                .all(|i| i.code == Code::UnknownPrefix)
    );
}

#[test]
fn an_id_is_a_string_and_nothing_else() {
    assert_snapshot!(refusal::<Job>(r#"{"id":1,"file":{},"owner":null,"models":["ft:a",5]}"#), @"
        line 1, column 7, at /id: expected a string (JobId), found 1
        line 1, column 27, at /owner: expected a string (OwnerId), found null
        line 1, column 49, at /models/1: expected a string (ModelId), found 5
        also line 1, column 16, at /file: expected a string (InputId) or null, found {}
    ");
}

#[test]
fn ids_do_what_strings_do() {
    let id: JobId = "ftjob-1".parse().unwrap();
    assert_eq!(id, JobId::from("ftjob-1"));
    assert_eq!(id, JobId::from(String::from("ftjob-1")));
    assert_eq!(format!("{id}|{id:>9}"), "ftjob-1|  ftjob-1");
    let text: &str = id.as_ref();
    assert_eq!(text, "ftjob-1");
    let ids = BTreeSet::from([ModelId::from("b"), ModelId::from("a")]);
    assert_eq!(ids.first().map(ModelId::as_str), Some("a"));
    let by_id = HashMap::from([(id.clone(), 1)]);
    assert_eq!((by_id.get("ftjob-1"), by_id.get(&id)), (Some(&1), Some(&1)));
}

#[test]
fn ids_of_every_length_and_script_come_back() {
    for id in [
        "",
        "a",
        "ftjob-abcdefghijklmnopqrstuvwxyz0123456789",
        "ftjob-é",
        "ftjob-\\u0000\\\"",
        "ftjob-😀",
    ] {
        for len in [0, 1, 14, 15, 16, 22, 23, 24, 25, 63] {
            let json = JSON.replace("ftjob-1", &format!("{id}{}", "x".repeat(len)));
            let _ = round_trips::<Job>(&json);
        }
    }
}

#[test]
fn an_id_alone_is_a_document() {
    let id = round_trips::<ModelId>("\"ft:x\"");
    assert_eq!(id.as_str(), "ft:x");
    assert_snapshot!(report_of::<ModelId>("\"x\""), @r#"
        drift[unknown_prefix] (root): the value is "x", expected an id that begins with ft: or model-
        1 drift
    "#);
}
