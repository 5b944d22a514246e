//! Documents in which each value in turn is another, or absent: read or refused, never a panic, what is read
//! comes back, and no secret is told. The types are those that the runtime has for members.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::is_same;
use crate::{
    ApiObject, Deleted, Expandable, Extra, Items, List, Nullable, OrderedMap, Secret, Str,
};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "account")]
struct Account {
    #[api(id = "acct_")]
    id: AccountId,
    name: Nullable<String>,
    #[api(range(..=9))]
    level: Nullable<u8>,
    key: Secret<String>,
    keys: Option<Vec<Secret<Key>>>,
    owner: Option<Expandable<Account, AccountId>>,
    files: Option<List<File>>,
    parts: Items<Items<u8>>,
    #[api(default)]
    metadata: OrderedMap<Slug, Value>,
    #[api(optional)]
    deleted: Option<Deleted<File, Slug>>,
    #[api(serde, optional)]
    timeout: Option<Duration>,
    #[api(serde, default)]
    set: BTreeSet<u8>,
    #[api(serde)]
    by_name: HashMap<String, u8>,
    map: Option<Map<String, Value>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "file")]
struct File {
    id: Str,
    bytes: Option<u64>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Key {
    value: String,
    #[api(optional)]
    ratio: Option<f32>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ApiObject)]
#[api(len(..=4))]
struct Slug(Str);

const SECRET: &str = "hunter";

fn document() -> Value {
    json!({
        "object": "account", "id": "acct_1", "name": null, "level": 3, "key": SECRET,
        "keys": [{"value": SECRET, "ratio": 0.1}, {"value": SECRET}],
        "owner": {"object": "account", "id": "acct_2", "key": SECRET, "owner": "acct_3",
            "parts": [], "by_name": {}, "map": null, "keys": null, "files": null},
        "files": {"object": "list", "data": [{"object": "file", "id": "f1", "bytes": 7},
            {"object": "file", "id": "f2", "bytes": null}], "has_more": true, "last_id": "f2"},
        "parts": [[1, 2], []], "metadata": {"a": [1, {"b": null}], "c": 0.5},
        "deleted": {"id": "f1", "object": "file.deleted", "deleted": true},
        "timeout": {"secs": 5, "nanos": 0}, "set": [1, 2], "by_name": {"x": 1}, "map": {"y": 1.0}
    })
}

fn others() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(300),
        json!(0.1),
        json!(1e300),
        json!(""),
        json!("file"),
        json!("longer than that"),
        json!([]),
        json!([[]]),
        json!([300, "x", null]),
        json!({}),
        json!({"object": "list"}),
        json!({"id": 7, "value": 8}),
        json!({"object": "file", "id": "f", "bytes": "x"}),
    ]
}

/// The pointers of all values, the root's first.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                pointers(element, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                pointers(member, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// What `serde_json` reads, from memory and from a stream.
fn by_serde(json: &str) -> [serde_json::Result<Account>; 2] {
    [
        serde_json::from_str(json),
        serde_json::from_reader(json.as_bytes()),
    ]
}

/// Asserts that a document is refused, or comes back, by both readers; says whether it was read.
fn holds(sent: &Value) -> bool {
    let json = sent.to_string();
    let ours = match crate::from_str::<Account>(&json) {
        Ok(ours) => ours,
        Err(error) => {
            let told = format!("{error}{error:?}");
            assert!(!told.contains(SECRET), "{told}\n{json}");
            for theirs in by_serde(&json) {
                let told = theirs.expect_err(&json).to_string();
                assert!(!told.contains(SECRET), "{told}\n{json}");
            }
            return false;
        }
    };
    let told = format!("{}{:?}", ours.report(), ours.files());
    assert!(!told.contains(SECRET), "{told}\n{json}");
    let mut written = vec![
        crate::to_string(&ours),
        serde_json::to_string(&ours).unwrap(),
    ];
    for theirs in by_serde(&json) {
        match theirs {
            Ok(theirs) => written.push(crate::to_string(&theirs)),
            Err(error) => assert!(!error.to_string().contains(SECRET), "{error}\n{json}"),
        }
    }
    for text in written {
        let back: Value = serde_json::from_str(&text).unwrap();
        assert!(is_same(&back, sent), "\nwritten: {text}\n   sent: {json}");
    }
    let again = crate::from_str::<Account>(&json).unwrap().lenient();
    assert!(again.check_successor(&ours).issues().is_empty());
    true
}

#[test]
fn each_value_may_be_another() {
    let document = document();
    assert!(holds(&document));
    let report = crate::from_str::<Account>(&document.to_string())
        .unwrap()
        .report();
    assert!(
        report
            .issues()
            .iter()
            .all(|issue| issue.severity < crate::Severity::Violation),
        "{report}"
    );
    let mut all = Vec::new();
    pointers(&document, "", &mut all);
    let (mut read, mut tried) = (0, 0);
    for pointer in &all {
        for other in others() {
            let mut changed = document.clone();
            *changed.pointer_mut(pointer).unwrap() = other;
            read += usize::from(holds(&changed));
            tried += 1;
        }
    }
    assert!(read > tried / 2, "{read} of {tried} were read");
}

#[test]
fn each_member_may_be_absent_or_another() {
    let document = document();
    let mut all = Vec::new();
    pointers(&document, "", &mut all);
    for pointer in &all {
        let Some((parent, name)) = pointer.rsplit_once('/') else {
            continue;
        };
        let mut changed = document.clone();
        if let Value::Object(members) = changed.pointer_mut(parent).unwrap() {
            let value = members.remove(name).unwrap();
            holds(&changed);
            let members = changed
                .pointer_mut(parent)
                .unwrap()
                .as_object_mut()
                .unwrap();
            members.insert("unheard_of".to_owned(), value);
            holds(&changed);
        }
    }
}
