//! What a pointer names is found, and an error's pointer names the place of the error.

#![no_main]

use api_object::{Pointer, RawJson};
use fuzz::All;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|data: (String, &[u8])| {
    let (pointer, text) = data;
    if let (Ok(pointer), Ok(text)) = (pointer.parse::<Pointer>(), std::str::from_utf8(text)) {
        found(&pointer, text);
    }
    let Err(error) = api_object::from_slice::<All>(text) else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    for at in error.issues() {
        assert!(text.is_char_boundary(at.offset), "{at}");
        let code = at.issue.code;
        if let (true, Some(range)) = (
            code == api_object::Code::Misfit,
            at.issue.pointer.find_in(text),
        ) {
            // Of members of one name, one is meant.
            assert!(
                range.contains(&at.offset) || is_twice(text, &at.issue.pointer),
                "{at} in {text}"
            );
        }
    }
});

/// A value that is found is the one that `serde_json` finds.
fn found(pointer: &Pointer, text: &str) {
    let range = pointer.find_in(text);
    if text.parse::<RawJson>().is_err() {
        return;
    }
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return;
    };
    let theirs = value.pointer(pointer.as_str());
    let ours = range.and_then(|range| text.get(range));
    let ours = ours.map(|json| serde_json::from_str::<Value>(json).expect("a value"));
    assert_eq!(ours.as_ref(), theirs, "{pointer} in {text}");
}

/// Whether a member on the way of a pointer stands twice, as far as a count of its name tells.
fn is_twice(text: &str, pointer: &Pointer) -> bool {
    let last = pointer.segments().last().unwrap_or_default();
    let quoted = Value::from(&*last).to_string();
    text.contains('\\')
        || pointer.segments().any(|name| {
            let quoted = Value::from(&*name).to_string();
            text.matches(&quoted).count() > 1
        })
        || text.matches(&quoted).count() > 1
}
