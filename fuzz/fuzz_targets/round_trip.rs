//! What is read is written as the same value, and read again as the same.

#![no_main]

use api_object::{Reader, Registry};
use fuzz::{All, is_same, read, readers};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &[u8]| {
    // Of a member that stands twice serde's value has one, so it cannot judge.
    let Ok(sent) = std::str::from_utf8(text) else {
        return;
    };
    let Ok(value) = serde_json::from_str::<Value>(sent) else {
        return;
    };
    if readers().into_iter().any(|reader| forgets(reader, sent)) {
        return;
    }
    let (unique, beyond) = judged(sent, &value);
    for reader in readers() {
        round_trip(reader, sent, unique, beyond);
    }
    let any = Registry::new()
        .with::<All>()
        .from_str(sent)
        .expect("it is JSON");
    assert!(!unique || is_same(&api_object::to_string(&any), sent));
    if let Ok(page) = Registry::new().with::<All>().page_from_str(sent) {
        assert!(!unique || is_same(&api_object::to_string(&page), sent));
    }
});

/// Whether no member stands twice, and whether a number is beyond every double.
fn judged(sent: &str, value: &Value) -> (bool, bool) {
    let colons = |text: &str| {
        let (mut count, mut is_text, mut is_escaped) = (0, false, false);
        for byte in text.bytes() {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = is_text,
                b'"' => is_text = !is_text,
                b':' if !is_text => count += 1,
                _ => {}
            }
        }
        count
    };
    let unique = colons(sent) == colons(&value.to_string());
    (unique, holds_beyond(value))
}

fn holds_beyond(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_f64().is_none_or(|double| !double.is_finite()),
        Value::Array(items) => items.iter().any(holds_beyond),
        Value::Object(members) => members.values().any(holds_beyond),
        _ => false,
    }
}

/// Whether an object remembers nothing of what it does not know, which may be what tells its variant from others.
fn forgets(reader: Reader, sent: &str) -> bool {
    read(reader, sent.as_bytes()).is_some_and(|read| format!("{read:?}").contains("Bare"))
}

fn round_trip(reader: Reader, sent: &str, unique: bool, beyond: bool) {
    let Some(first) = read(reader, sent.as_bytes()) else {
        return;
    };
    let ours = api_object::to_string(&first);
    assert!(!unique || is_same(&ours, sent), "ours: {ours}");
    match serde_json::to_string(&first) {
        Ok(theirs) => assert!(!unique || is_same(&theirs, sent), "theirs: {theirs}"),
        // Of members of one name the value that was looked at has the last alone.
        Err(error) => assert!(beyond || !unique, "{error}"),
    }
    // What is written may be a little longer than what came, and then beyond a limit.
    let Some(again) = read(reader, ours.as_bytes()) else {
        assert!(ours.len() > 200, "not read again: {ours}");
        return;
    };
    assert_eq!(api_object::to_string(&again), ours);
    let codes = |read: &api_object::Decoded<All>| -> Vec<String> {
        let report = read.report();
        let issues = report.issues().iter();
        let mut codes: Vec<_> = issues
            .map(|i| format!("{} {}", i.pointer, i.code))
            .collect();
        codes.sort();
        codes
    };
    assert_eq!(codes(&again), codes(&first), "{ours}");
}
