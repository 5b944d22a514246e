//! Texts that come in odd ways, and odd texts: byte by byte, interrupted, very long, with NUL, with marks.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Read};

use api_object::{
    ApiObject, Code, Extra, OrderedMap, ReadError, Reader, StreamFailure, UnknownValue,
};
use insta::assert_snapshot;

use crate::round_trip::{refusal, round_trips};

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(object = "note")]
struct Note {
    #[api(id = "note-")]
    id: NoteId,
    text: String,
    #[api(optional)]
    kind: Option<Kind>,
    #[api(optional)]
    words: Option<BTreeMap<String, u8>>,
    #[api(optional)]
    ordered: Option<OrderedMap<String, u8>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq, ApiObject)]
enum Kind {
    Short,
    #[api(unknown)]
    Other(UnknownValue),
}

const NOTE: &str = r#"{"object":"note","id":"note-1","text":"a\u00e9b","more":[1]}"#;

/// One byte at a time, and an interruption before each; at the end an error, if there is one.
struct Slow<'a> {
    rest: &'a [u8],
    is_interrupted: bool,
    failure: Option<io::ErrorKind>,
}

impl<'a> Slow<'a> {
    fn new(text: &'a str) -> Self {
        Slow {
            rest: text.as_bytes(),
            is_interrupted: false,
            failure: None,
        }
    }
}

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.is_interrupted = !self.is_interrupted;
        if self.is_interrupted {
            return Err(io::ErrorKind::Interrupted.into());
        }
        match (self.rest.split_first(), buffer.first_mut()) {
            (Some((first, rest)), Some(place)) => {
                *place = *first;
                self.rest = rest;
                Ok(1)
            }
            _ => self.failure.map_or(Ok(0), |failure| Err(failure.into())),
        }
    }
}

#[test]
fn a_text_may_come_byte_by_byte() {
    let note = api_object::from_reader::<Note>(Slow::new(NOTE)).unwrap();
    assert_eq!(note, api_object::from_str(NOTE).unwrap());
    let note: Note = serde_json::from_reader(Slow::new(NOTE)).unwrap();
    assert_eq!(note, *api_object::from_str::<Note>(NOTE).unwrap());
    let lines = format!("{NOTE}\r\n\n{NOTE}");
    let lines = BufReader::with_capacity(1, Slow::new(&lines));
    let notes = Reader::new().json_lines::<Note, _>(lines);
    assert_eq!(
        notes
            .map(Result::unwrap)
            .filter(|read| **read == note)
            .count(),
        2
    );
    let events = format!("event: a\r\ndata: {NOTE}\r\n\r\n: c\rdata:{NOTE}\r\r");
    let events = BufReader::with_capacity(1, Slow::new(&events));
    let events = Reader::new().events::<Note, _>(events);
    assert_eq!(
        events
            .map(Result::unwrap)
            .filter(|read| *read.data == note)
            .count(),
        2
    );
}

#[test]
fn a_source_may_hold_nothing_or_fail_in_the_midst() {
    for nothing in ["", " ", "\n\r\t "] {
        let error = api_object::from_reader::<Note>(Slow::new(nothing)).unwrap_err();
        assert!(matches!(&error, ReadError::Decode(_)), "{error}");
        assert!(
            error
                .to_string()
                .ends_with("the text is empty, and no JSON")
        );
        assert!(std::error::Error::source(&error).is_none());
        assert!(
            Reader::new()
                .json_lines::<Note, _>(nothing.as_bytes())
                .next()
                .is_none()
        );
        assert!(
            Reader::new()
                .events::<Note, _>(nothing.as_bytes())
                .next()
                .is_none()
        );
    }
    for end in [0, 1, 20, NOTE.len()] {
        let mut source = Slow::new(&NOTE[..end]);
        source.failure = Some(io::ErrorKind::TimedOut);
        let error = api_object::from_reader::<Note>(source).unwrap_err();
        assert!(matches!(&error, ReadError::Io(why) if why.kind() == io::ErrorKind::TimedOut));
        assert!(std::error::Error::source(&error).is_some());
        let mut source = Slow::new(&NOTE[..end]);
        source.failure = Some(io::ErrorKind::TimedOut);
        let mut lines = Reader::new().json_lines::<Note, _>(BufReader::new(source));
        let error = lines.next().unwrap().unwrap_err();
        assert!(
            matches!(&error.failure, StreamFailure::Io(why) if why.kind() == io::ErrorKind::TimedOut)
        );
        assert!(error.decode_error().is_none() && lines.next().is_none());
    }
    // No byte is allowed, and there is none.
    let none = Reader::new().max_bytes(0);
    assert!(none.from_reader::<Note>(io::empty()).is_err());
    assert_eq!(none.json_lines::<Note, _>(&b"\n\n"[..]).count(), 0);
    let told = |stream: &str| {
        none.json_lines::<Note, _>(stream.as_bytes())
            .map(|item| item.unwrap_err().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(told("\n7\n\n"), ["line 2: expected at most 0 bytes"]);
}

#[test]
fn ten_megabytes_of_string_are_kept_and_told_in_short() {
    let long = "é\\n".repeat(2_500_000);
    for json in [
        format!(r#"{{"object":"note","id":"note-1","text":"{long}"}}"#),
        format!(r#"{{"object":"note","id":"note-1","text":"","more":"{long}"}}"#),
        format!(r#"{{"object":"note","id":"note-1","text":"","{long}":1}}"#),
        format!(r#"{{"object":"note","id":"{long}","text":""}}"#),
        format!(r#"{{"object":"note","id":"note-1","text":"","kind":"{long}"}}"#),
        format!(r#"{{"object":"note","id":"note-1","text":"","words":"{long}"}}"#),
    ] {
        let note = api_object::from_str::<Note>(&json).unwrap();
        assert_eq!(api_object::to_string(&note), json);
        for issue in note.report().issues() {
            assert!(issue.message().len() < 300, "{}", issue.message());
            assert!(issue.found().is_none_or(|found| found.len() < 300));
        }
    }
    let json = format!(r#"{{"object":"note","id":"note-1","text":["{long}"],"object":"{long}"}}"#);
    let error = api_object::from_str::<Note>(&json).unwrap_err();
    assert!(
        error.issues().count() == 2 && error.to_string().len() < 600,
        "{error}"
    );
}

#[test]
fn a_nul_is_a_character_like_any_other() {
    let json = r#"{"object":"note","id":"note-\u0000","text":"\u0000a\u0000","kind":"\u0000","words":{"\u0000":1,"a\u0000":2},"ordered":{"\u0000":3},"\u0000":"\u0000"}"#;
    let note = round_trips::<Note>(json);
    assert_eq!((note.id.as_str(), note.text.as_str()), ("note-\0", "\0a\0"));
    assert_eq!(note.extra.get("\0"), Some(r#""\u0000""#));
    assert_snapshot!(note.report(), @r#"
    drift[unknown_word] /kind: kind is "\u0000", a word that Kind does not know
    drift[unknown_member] /\u{0}: "\u0000" is a member that Note does not know
    2 drifts
    "#);
    assert_snapshot!(refusal::<Note>(r#"{"object":"note\u0000","id":"note-1","text":""}"#), @r#"line 1, column 11, at /object: expected the object `note`, found "note\u0000""#);
    // As it is, no control character may stand in a text.
    let json = "{\"object\":\"note\",\"id\":\"note-\0\"}";
    assert_snapshot!(refusal::<Note>(json), @"line 1, column 29, at /id: expected control characters in a string to be escaped");
}

#[test]
fn a_mark_stands_in_strings_and_nowhere_else() {
    let json = "{\"object\":\"note\",\"id\":\"note-1\",\"text\":\"\u{feff}a\",\"\u{feff}text\":1}";
    assert_eq!(round_trips::<Note>(json).text, "\u{feff}a");
    for odd in [
        format!("\u{feff}{NOTE}"),
        format!(" \u{feff}{NOTE}"),
        format!("{NOTE}\u{feff}"),
        NOTE.replace(",\"id\"", ",\u{feff}\"id\""),
        NOTE.replace("\"id\":", "\"id\":\u{feff}"),
        NOTE.replace("[1]", "[\u{feff}1]"),
    ] {
        let error = api_object::from_str::<Note>(&odd).unwrap_err();
        assert_eq!(error.first().issue.code, Code::Syntax, "{error}");
        assert_eq!(error.first().offset, odd.find('\u{feff}').unwrap());
        assert!(serde_json::from_str::<Note>(&odd).is_err());
    }
}
