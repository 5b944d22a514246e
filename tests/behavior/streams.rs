//! Streams: lines of JSON and server-sent events. What cannot be read does not end them.

use std::io::{self, BufRead, BufReader, Read};
use std::time::Duration;

use api_object::{ApiObject, Code, Event, Extra, RawJson, Reader, StreamError, StreamFailure};
use insta::assert_snapshot;

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub(crate) struct Delta {
    n: u32,
    #[api(optional)]
    word: Option<String>,
    #[api(extra)]
    extra: Extra,
}

/// The items, one a line: what was read, or why not.
pub(crate) fn told<T: std::fmt::Display>(
    items: impl Iterator<Item = Result<T, StreamError>>,
) -> String {
    let lines = items.map(|item| match item {
        Ok(value) => value.to_string(),
        Err(error) => format!("! {error}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub(crate) fn lines(reader: Reader, stream: impl BufRead) -> String {
    told(
        reader
            .json_lines::<Delta, _>(stream)
            .map(|item| item.map(|delta| api_object::to_string(&delta))),
    )
}

pub(crate) fn shown(event: &Event<RawJson>) -> String {
    let id = event.id.as_deref().unwrap_or("-");
    format!(
        "{} {} {} {}",
        event.line,
        event.name,
        id,
        event.data.as_str()
    )
}

fn events(stream: impl BufRead) -> String {
    let events = Reader::new().events::<RawJson, _>(stream);
    told(events.map(|item| item.map(|event| shown(&event))))
}

#[test]
fn a_line_that_cannot_be_read_does_not_end_the_stream() {
    let stream = concat!(
        "\u{feff}{\"n\":1,\"word\":7,\"more\":[]}\r\n",
        "\n",
        " \t\r\n",
        "{\"n\":\"x\"}\n",
        "{\"n\":2",
        "\n",
        "null\n{\"n\":3}{\"n\":4}\n{}",
    );
    assert_snapshot!(lines(Reader::new(), stream.as_bytes()), @r#"
        {"n":1,"word":7,"more":[]}
        ! line 4, column 6, at /n: expected an integer from 0 to 4294967295, found "x"
        ! line 5, column 7, at /n: the text ends before its value is complete
        ! line 6, column 1: expected an object (Delta), found null
        ! line 7, column 8: expected nothing more after the value
        ! line 8, column 1, at /n: `n` is missing
    "#);
    let filling = Reader::new().fill_missing();
    assert_snapshot!(lines(filling, stream.as_bytes()), @r#"
        {"n":1,"word":7,"more":[]}
        {"n":"x"}
        ! line 5, column 7, at /n: the text ends before its value is complete
        ! line 6, column 1: expected an object (Delta), found null
        ! line 7, column 8: expected nothing more after the value
        {}
    "#);
    let first = Reader::new()
        .json_lines::<Delta, _>(stream.as_bytes())
        .next();
    let report = first.expect("a line").expect("a delta").report();
    assert_eq!(report.issues()[0].pointer.as_str(), "/word");
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let long = format!("{{\"n\":1,\"word\":\"{}\"}}", "x".repeat(1_000));
    let stream = format!("{{\"n\":1}}\n{long}\n{{\"n\":2}}\n{long}");
    let reader = Reader::new().max_bytes(20);
    for at_a_time in [1, 3, 7, 100, 10_000] {
        let stream = BufReader::with_capacity(at_a_time, stream.as_bytes());
        assert_eq!(
            lines(reader, stream),
            "{\"n\":1}\n! line 2: expected at most 20 bytes\n{\"n\":2}\n! line 4: expected at most 20 bytes"
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_an_error_in_their_line() {
    let mut items = Reader::new().json_lines::<Delta, _>(&b"{\"word\":\"\xff\"}\n{\"n\":1}\n"[..]);
    let error = items.next().unwrap().unwrap_err();
    let first = error.decode_error().expect("no JSON").first();
    assert_eq!(
        (error.line, first.issue.code, first.column),
        (1, Code::Syntax, 10)
    );
    assert_eq!(items.next().unwrap().unwrap().n(), 1);
    assert!(items.next().is_none() && items.next().is_none());
}

#[test]
fn events_are_as_the_standard_has_them() {
    // The examples of the standard, with data that are JSON.
    assert_snapshot!(events(&b"data: \"YHOO\"\ndata: \ndata:  \n\ndata\n\ndata: 10\n"[..]), @r#"
        1 message - "YHOO"
        ! event at line 5: line 1, column 1: the text is empty, and no JSON
        ! event at line 7: the stream ended before the event did
    "#);
    assert_snapshot!(events(&b": test stream\n\ndata: \"first\"\nid: 1\n\ndata:\"second\"\nid\n\ndata:  \"third\"\n\n"[..]), @r#"
        3 message 1 "first"
        6 message - "second"
        9 message - "third"
    "#);
    assert_snapshot!(events(&b"event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: add\ndata: 113411\n\n"[..]), @"
        1 add - 73857293
        4 remove - 2153
        7 add - 113411
    ");
    assert_snapshot!(events(&b"data: 1\ndata: 2\n\n"[..]), @"! event at line 1: line 2, column 1: expected nothing more after the value");
    assert_snapshot!(events(&b"data: [1,\ndata: 2]\n\n:only a comment\n\nevent: odd\n\nother: x\ndata:3\n\n"[..]), @"
        1 message - [1,
        2]
        9 message - 3
    ");
}

#[test]
fn the_ends_of_lines_and_the_pieces_they_come_in_make_no_difference() {
    let stream = "\u{feff}event: a\nid: 7\ndata: [1,\ndata: 2]\n: c\n\ndata: {\"x\":\"\u{e9}\"}\nignored\n\n\nid: \u{0}\ndata: 3\n\n";
    let expected = events(stream.as_bytes());
    assert_snapshot!(expected, @r#"
        1 a 7 [1,
        2]
        7 message 7 {"x":"é"}
        12 message 7 3
    "#);
    for end in ["\n", "\r", "\r\n"] {
        let stream = stream.replace('\n', end);
        for at_a_time in 1..40 {
            let stream = BufReader::with_capacity(at_a_time, stream.as_bytes());
            assert_eq!(events(stream), expected, "{end:?} {at_a_time}");
        }
    }
}

#[test]
fn an_event_that_cannot_be_read_is_told_with_its_name_and_id() {
    let stream = b"event: delta\nid: 5\ndata: {\"n\":\ndata: \"x\"}\n\nevent: delta\ndata: {\"n\":2}\n\nevent: ping\ndata:\n\n";
    let mut events = Reader::new().events::<Delta, _>(&stream[..]);
    let error = events.next().unwrap().unwrap_err();
    assert_eq!(
        (error.line, error.name.as_deref(), error.id.as_deref()),
        (1, Some("delta"), Some("5"))
    );
    let first = error.decode_error().unwrap().first();
    assert_eq!(
        (first.issue.pointer.as_str(), first.line, first.column),
        ("/n", 2, 1)
    );
    assert_eq!(events.next().unwrap().unwrap().data.n(), 2);
    assert_eq!(events.last_id(), Some("5"));
    assert_snapshot!(told(events.map(|item| item.map(|event| event.name))), @"! event at line 9: line 1, column 1: the text is empty, and no JSON");
}

#[test]
fn an_event_that_is_too_long_is_passed_over_in_constant_memory() {
    let reader = Reader::new().max_bytes(10);
    let long = "data: [\n".repeat(1_000);
    let one = format!("data: \"{}\"\n", "x".repeat(50));
    let comment = format!(":{0}\nother: {0}\n{0}\n", "x".repeat(50));
    let fits = "data: [1,\ndata: 2,34]\n\n";
    let stream =
        format!("{long}\n{fits}event: e\n{one}\n{comment}{fits}data: [1,\ndata: 2,345]\n\n");
    let events = reader.events::<RawJson, _>(stream.as_bytes());
    assert_snapshot!(told(events.map(|item| item.map(|event| shown(&event)))), @"
        ! event at line 1: expected at most 10 bytes
        1002 message - [1,
        2,34]
        ! event at line 1005: expected at most 10 bytes
        1011 message - [1,
        2,34]
        1014 message - [1,
        2,345]
    ");
}

#[test]
fn a_stream_ends_at_its_last_word() {
    let stream = b"data: 1\n\nid: 9\nretry: 1500\ndata: [DONE]\n\ndata: 2\n\n";
    let mut events = Reader::new()
        .events::<RawJson, _>(&stream[..])
        .until("[DONE]");
    assert_eq!(events.next().unwrap().unwrap().data.as_str(), "1");
    assert!(!events.is_done());
    assert!(events.next().is_none() && events.next().is_none());
    assert!(events.is_done());
    assert_eq!(
        (events.last_id(), events.retry()),
        (Some("9"), Some(Duration::from_millis(1500)))
    );
    // Without it, these are data like any other.
    assert_snapshot!(self::events(&stream[..]), @"
        1 message - 1
        ! event at line 5: line 1, column 2, at /0: expected a value
        7 message 9 2
    ");
    let mut broken = Reader::new()
        .events::<RawJson, _>(&b"data: 1\n\ndata: [DO"[..])
        .until("[DONE]");
    assert!(broken.by_ref().count() == 2 && !broken.is_done());
    for end in ["", "\n", "\r\n"] {
        let stream = format!("data: 1\n\ndata: [DONE]{end}");
        let events = Reader::new().events::<RawJson, _>(stream.as_bytes());
        let mut events = events.until("[DONE]");
        assert!(events.by_ref().count() == 1 && events.is_done());
    }
}

#[test]
fn an_event_that_is_broken_off_is_told() {
    assert_snapshot!(events(&b"data: 1\n\nevent: last\ndata: 2\ndata: 3"[..]), @"
        1 message - 1
        ! event at line 3: the stream ended before the event did
    ");
    assert_snapshot!(events(&b"data: 1\n\nevent: last\nid: 3\n"[..]), @"1 message - 1");
}

/// A stream that fails after its first bytes.
struct Fails(Option<&'static [u8]>);

impl Read for Fails {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(first) = self.0.take() else {
            return Err(io::ErrorKind::ConnectionReset.into());
        };
        buffer[..first.len()].copy_from_slice(first);
        Ok(first.len())
    }
}

#[test]
fn a_stream_that_fails_is_over() {
    let mut lines =
        Reader::new().json_lines::<Delta, _>(BufReader::new(Fails(Some(b"{\"n\":1}\n{\"n\""))));
    assert!(lines.next().unwrap().is_ok());
    let error = lines.next().unwrap().unwrap_err();
    assert!(matches!(error.failure, StreamFailure::Io(_)));
    assert!(lines.next().is_none());
    let mut events =
        Reader::new().events::<Delta, _>(BufReader::new(Fails(Some(b"data: {\"n\":1}\n\ndata"))));
    assert!(events.next().unwrap().is_ok());
    assert!(matches!(
        events.next().unwrap().unwrap_err().failure,
        StreamFailure::Io(_)
    ));
    assert!(events.next().is_none());
}

/// As the standard has it: the id counts when its event is dispatched, which one that is broken off is not.
#[test]
fn what_follows_is_asked_for_by_the_id_of_an_event_that_ended() {
    for (stream, id) in [
        ("id: 1\ndata: 1\n\nid: 2\ndata: 2\n", Some("1")),
        ("id: 1\ndata: 1\n\nid: 2\ndata: 2", Some("1")),
        ("id: 1\ndata: 1\n\nid: 2\n", Some("1")),
        ("id: 1\ndata: 1\n\nid: 2\n\n", Some("2")),
        ("id: 1\ndata: 1\n\nid: 2\ndata: {\n\n", Some("2")),
        ("id: 1\ndata: 1\n\nid\n", Some("1")),
        ("id: 1\ndata: 1\n\nid\n\n", None),
        ("id: 1\ndata: 1\n\nid: 2\ndata: [DONE]", Some("2")),
        ("id: 1\nid: 2\ndata: 1\n\nid: \u{0}3\n\n", Some("2")),
    ] {
        let events = Reader::new().events::<RawJson, _>(stream.as_bytes());
        let mut events = events.until("[DONE]");
        events.by_ref().for_each(drop);
        assert_eq!(events.last_id(), id, "{stream:?}");
    }
    let broken = b"id: 1\ndata: {\"n\":1}\n\nevent: e\nid: 2\ndata: {\"n\":2}\n";
    let mut events = Reader::new().events::<Delta, _>(BufReader::new(Fails(Some(broken))));
    assert!(events.next().unwrap().is_ok());
    let error = events.next().unwrap().unwrap_err();
    assert_eq!(
        (error.id.as_deref(), events.last_id()),
        (Some("2"), Some("1"))
    );
}

#[test]
fn a_time_to_wait_is_digits_and_nothing_else() {
    let retry = |reader: Reader, stream: &str| {
        let mut events = reader.events::<RawJson, _>(stream.as_bytes());
        events.by_ref().for_each(drop);
        events.retry()
    };
    for odd in [
        "retry: x",
        "retry:  7",
        "retry: -7",
        "retry",
        "retry: 7.5",
        "retry: 99999999999999999999",
        "Retry: 7",
    ] {
        let stream = format!("retry:10\n{odd}\n");
        assert_eq!(
            retry(Reader::new(), &stream),
            Some(Duration::from_millis(10)),
            "{odd}"
        );
    }
    // Of a line that is too long, the rest may be digits, too.
    assert_eq!(retry(Reader::new().max_bytes(3), "retry: 1234567\n"), None);
}

#[test]
fn an_event_may_be_read_as_an_object_of_name_and_data() {
    let stream = b"event: \"\\\ndata: {\"a\":1}\n\ndata: 2\n\nevent: x\ndata: 1}\n\nevent: x\ndata: 1,\"y\":2\n\n";
    let events = Reader::new().events::<RawJson, _>(&stream[..]).as_objects();
    assert_snapshot!(told(events.map(|item| item.map(|event| event.data.to_string()))), @r#"
        {"event":"\"\\","data":{"a":1}}
        {"event":"message","data":2}
        ! event at line 6: line 1, column 2: expected nothing more after the value
        ! event at line 9: line 1, column 2: expected nothing more after the value
    "#);
}

/// A connection that is lost does not wait for the end of a line.
#[test]
fn an_event_that_is_broken_off_in_a_line_of_its_data_is_told() {
    for (stream, is_told) in [
        ("event: delta\ndata: {\"id\":1}", true),
        ("data: {\"id\":1}\n\ndata: {\"i", true),
        ("id: 1\nda", true),
        ("data: {\"id\":\ndata: 1}", true),
        ("data: {\"id\":1}\n\n", false),
        ("event: del", false),
        ("event: delta\n: dat", false),
        ("data: {\"id\":1}\n\ndatum: 1", false),
    ] {
        let events = Reader::new().events::<serde_json::Value, _>(stream.as_bytes());
        let told: Vec<StreamFailure> = events
            .filter_map(|event| event.err())
            .map(|error| error.failure)
            .collect();
        let is_unfinished = matches!(told[..], [StreamFailure::Unfinished]);
        assert_eq!(is_unfinished, is_told, "{stream:?}: {told:?}");
        assert_eq!(told.is_empty(), !is_told, "{stream:?}: {told:?}");
    }
}
