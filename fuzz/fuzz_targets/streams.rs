//! A stream is cut into the same items however it comes, and none is longer than is allowed.

#![no_main]

use std::io::BufReader;

use api_object::{RawJson, Reader};
use fuzz::Bare;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (u8, &[u8])| {
    let (at_a_time, stream) = data;
    let at_a_time = usize::from(at_a_time) % 16 + 1;
    for reader in [Reader::new(), Reader::new().max_bytes(8)] {
        let whole = items(reader, stream, stream.len().max(1));
        assert_eq!(items(reader, stream, at_a_time), whole);
    }
});

fn items(reader: Reader, stream: &[u8], at_a_time: usize) -> Vec<String> {
    let source = || BufReader::with_capacity(at_a_time, stream);
    let mut told = Vec::new();
    for item in reader.json_lines::<Bare, _>(source()) {
        told.push(match item {
            Ok(bare) => api_object::to_string(&bare),
            Err(error) => error.to_string(),
        });
    }
    let mut events = reader.events::<RawJson, _>(source()).until("[DONE]");
    for item in events.by_ref() {
        told.push(match item {
            Ok(event) => format!(
                "{} {} {:?} {}",
                event.line, event.name, event.id, *event.data
            ),
            Err(error) => format!("{error} {:?} {:?}", error.name, error.id),
        });
    }
    told.push(format!(
        "{} {:?} {:?}",
        events.is_done(),
        events.last_id(),
        events.retry()
    ));
    told
}
