//! Ids: strings that name an object, as types, as keys of maps, and alone.

use std::collections::{BTreeMap, HashMap};

use api_object::{ApiObject, Descriptor, Extra, Str};
use insta::assert_snapshot;

use crate::round_trip::{refusal, report_of, round_trips};

/// Names a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ApiObject)]
#[api(id("file-", "file_"))]
struct FileId(Str);

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(id)]
pub(crate) struct AnyId(Str);

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Store {
    one: FileId,
    maybe: Option<FileId>,
    list: Vec<FileId>,
    by_id: BTreeMap<FileId, u64>,
    any: HashMap<AnyId, Option<AnyId>>,
    #[api(extra)]
    extra: Extra,
}

#[test]
fn ids_stand_anywhere() {
    let json = r#"{"one":"file-1","maybe":null,"list":["file_1","file-2"],"by_id":{"file-1":7},"any":{"":"x"}}"#;
    let store = round_trips::<Store>(json);
    assert!(store.report().is_empty());
    assert_eq!(store.by_id().get("file-1"), Some(&7));
    assert_eq!(
        store.any().get("").cloned().flatten(),
        Some(AnyId::from("x"))
    );
}

#[test]
fn unknown_prefixes_are_drift_wherever_they_stand() {
    let json =
        r#"{"one":"f-1","maybe":"","list":["file_1","assistant-2"],"by_id":{},"any":{"":"x"}}"#;
    assert_snapshot!(report_of::<Store>(json), @r#"
        drift[unknown_prefix] /one: one is "f-1", expected an id that begins with file- or file_
        drift[unknown_prefix] /maybe: maybe is "", expected an id that begins with file- or file_
        drift[unknown_prefix] /list/1: list[1] is "assistant-2", expected an id that begins with file- or file_
        3 drifts
    "#);
}

#[test]
fn nothing_but_a_string_is_an_id() {
    for other in ["1", "null", "[]", "{}", "true"] {
        assert_eq!(
            refusal::<FileId>(other),
            format!("line 1, column 1: expected a string (FileId), found {other}")
        );
        assert!(serde_json::from_str::<FileId>(other).is_err());
    }
}

#[test]
fn the_descriptor_says_what_was_declared() {
    let Descriptor::Id(file) = FileId::DESCRIPTOR else {
        panic!("no id")
    };
    assert_eq!(
        (file.name, file.docs, file.prefixes),
        ("FileId", "Names a file.", &["file-", "file_"][..])
    );
}

#[test]
fn an_id_is_compared_with_a_text() {
    let id = &FileId::from("file-1");
    assert_eq!(id, "file-1");
    assert_eq!(*id, "file-1");
    assert!(*id != *"file-2");
}
