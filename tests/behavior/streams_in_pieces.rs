//! Streams whose bytes are not all there yet: pushed as they come, or from a source that has to wait.

use std::io::{self, BufReader, Read};

use api_object::{Chunks, RawJson, Reader, StreamFailure};

use crate::streams::{Delta, lines, shown, told};

/// Reads a stream that is pushed so many bytes at a time, and takes so many of what each push completes, the rest with the next.
fn pushed_events(stream: &[u8], at_a_time: usize, takes: usize) -> String {
    let reader = Reader::new().max_bytes(40);
    let mut events = reader.events::<RawJson, _>(Chunks::new());
    let mut items = Vec::new();
    for chunk in stream.chunks(at_a_time) {
        items.extend(events.push(chunk).take(takes));
        items.extend(events.push(b"").take(0));
    }
    items.extend(events.finish());
    assert!(events.push(b"data: 1\n\n").next().is_none());
    told(
        items
            .into_iter()
            .map(|item| item.map(|event| shown(&event))),
    )
}

#[test]
fn what_is_pushed_is_read_as_what_is_waited_for() {
    let stream = concat!(
        "\u{feff}: hello\r\nid: 7\r\nevent: delta\r\ndata: {\"a\":\r\ndata: \"é\"}\r\n\r\n",
        "data: 1\r\rdata: {\n\ndata: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]\n\n",
        "id\nretry: 5\ndata: 2\n\ndata: 3",
    );
    let reader = Reader::new().max_bytes(40);
    let events = reader.events::<RawJson, _>(stream.as_bytes());
    let whole = told(events.map(|item| item.map(|event| shown(&event))));
    assert!(whole.contains("expected at most 40 bytes") && whole.contains("ended before"));
    for at_a_time in 1..stream.len() + 1 {
        for takes in [1, usize::MAX] {
            let pushed = pushed_events(stream.as_bytes(), at_a_time, takes);
            assert_eq!(pushed, whole, "{at_a_time}");
        }
    }
}

#[test]
fn lines_that_are_pushed_are_read_as_lines_that_are_waited_for() {
    let stream = concat!(
        "\u{feff}{\"n\":1}\r\n\n{\"n\":\"x\"}\n",
        "{\"n\":2,\"word\":\"long, long, long, long, long\"}\n{\"n\":3}",
    );
    let reader = Reader::new().max_bytes(40);
    let whole = lines(reader, stream.as_bytes());
    assert!(whole.contains("expected at most 40 bytes") && whole.ends_with("{\"n\":3}"));
    for at_a_time in 1..stream.len() + 1 {
        let mut values = reader.json_lines::<Delta, _>(Chunks::new());
        let mut items = Vec::new();
        for chunk in stream.as_bytes().chunks(at_a_time) {
            items.extend(values.push(chunk));
        }
        items.extend(values.finish());
        let texts = items
            .into_iter()
            .map(|item| item.map(|delta| api_object::to_string(&delta)));
        assert_eq!(told(texts), whole, "{at_a_time}");
    }
}

/// A source that gives a byte each second time that it is asked.
struct Hesitant<'a>(&'a [u8], bool);

impl Read for Hesitant<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        match self.1 {
            true => Err(io::ErrorKind::WouldBlock.into()),
            false => self.0.read(&mut into[..1]),
        }
    }
}

#[test]
fn a_source_that_has_to_wait_ends_nothing() {
    let source = BufReader::new(Hesitant(b"event: x\ndata: 1\n\ndata: 2\n\n", false));
    let events = Reader::new().events::<RawJson, _>(source);
    let (mut read, mut waits) = (Vec::new(), 0);
    for event in events {
        match event.map_err(|error| error.failure) {
            Ok(event) => read.push(shown(&event)),
            Err(StreamFailure::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => {
                waits += 1;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(read, ["1 x - 1", "4 message - 2"]);
    assert!(waits > 20, "{waits}");
}
