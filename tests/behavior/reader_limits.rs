//! `Reader`: limits of depth, size and unknown members, and reading from streams.

use std::io::{self, Read};

use api_object::{ApiObject, Code, DecodeError, Extra, Items, RawJson, ReadError, Reader};

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Tree {
    #[api(optional)]
    below: Option<Box<Tree>>,
    #[api(optional)]
    all: Option<Vec<Tree>>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
#[api(untagged)]
enum Either {
    A(NeedsA),
    B(Tree),
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct NeedsA {
    a: u8,
    #[api(extra)]
    extra: Extra,
}

/// Pointer, line, column and message of the one thing that is wrong.
#[track_caller]
fn limit(error: &DecodeError) -> (&str, usize, usize, String) {
    assert_eq!((error.issues().count(), error.untold()), (1, 0), "{error}");
    let first = error.first();
    assert_eq!(first.issue.code, Code::Limit, "{error}");
    let pointer = first.issue.pointer.as_str();
    (
        pointer,
        first.line,
        first.column,
        first.issue.message().into_owned(),
    )
}

#[test]
fn depth_is_counted_from_the_outermost() {
    let reader = Reader::new().max_depth(3);
    for fits in [
        r#"{"below":{"below":{}}}"#,
        r#"{"all":[{}]}"#,
        r#"{"x":[[]]}"#,
        r#"{"below":{"x":[]}}"#,
    ] {
        assert!(reader.from_str::<Tree>(fits).is_ok(), "{fits}");
        assert!(
            Reader::new().max_depth(2).from_str::<Tree>(fits).is_err(),
            "{fits}"
        );
    }
    let message = "expected at most 3 levels of arrays and objects";
    for (json, pointer, column) in [
        (
            r#"{"below":{"below":{"below":{}}}}"#,
            "/below/below/below",
            28,
        ),
        (r#"{"all":[{"all":[]}]}"#, "/all/0/all", 16),
        (r#"{"x":[[[]]]}"#, "/x/0/0", 8),
    ] {
        let error = reader.from_str::<Tree>(json).unwrap_err();
        assert_eq!(limit(&error), (pointer, 1, column, message.to_owned()));
    }
    assert!(Reader::new().max_depth(0).from_str::<RawJson>("1").is_ok());
    assert!(
        Reader::new()
            .max_depth(0)
            .from_str::<RawJson>("[]")
            .is_err()
    );
    // No wish makes it deeper than recursion is bounded for.
    let deep = format!("{}{}", "[".repeat(128), "]".repeat(128));
    let error = Reader::new()
        .max_depth(10_000)
        .from_str::<RawJson>(&deep)
        .unwrap_err();
    assert_eq!(
        limit(&error).3,
        "expected at most 127 levels of arrays and objects"
    );
}

#[test]
fn size_is_counted_in_bytes() {
    let json = "{\n \"x\": [\"é\"]}";
    assert_eq!(json.len(), 15);
    assert!(Reader::new().max_bytes(15).from_str::<Tree>(json).is_ok());
    let error = Reader::new()
        .max_bytes(14)
        .from_str::<Tree>(json)
        .unwrap_err();
    assert_eq!(
        limit(&error),
        ("", 2, 12, "expected at most 14 bytes".to_owned())
    );
    // In the midst of a character the limit is told at that.
    let error = Reader::new()
        .max_bytes(11)
        .from_str::<Tree>(json)
        .unwrap_err();
    assert_eq!(
        limit(&error),
        ("/x/0", 2, 9, "expected at most 11 bytes".to_owned())
    );
    let error = Reader::new()
        .max_bytes(0)
        .from_slice::<Tree>(b"\xff")
        .unwrap_err();
    assert_eq!(
        limit(&error),
        ("", 1, 1, "expected at most 0 bytes".to_owned())
    );
}

#[test]
fn unknown_members_are_counted_in_the_whole_text() {
    let json = r#"{"a":1,"below":{"b":{"not":"counted"}},"all":[{"c":1},{"d":1}]}"#;
    assert!(
        Reader::new()
            .max_unknown_members(4)
            .from_str::<Tree>(json)
            .is_ok()
    );
    let error = Reader::new()
        .max_unknown_members(3)
        .from_str::<Tree>(json)
        .unwrap_err();
    let message = "expected at most 3 members that nobody declared";
    assert_eq!(limit(&error), ("/all/1/d", 1, 56, message.to_owned()));
    assert!(
        Reader::new()
            .max_unknown_members(0)
            .from_str::<Tree>(r#"{"below":{}}"#)
            .is_ok()
    );
}

#[test]
fn what_is_read_in_vain_is_not_counted() {
    let json = r#"[{"x":1,"y":2},{"x":1,"y":2}]"#;
    let reader = Reader::new().max_unknown_members(4);
    let read = reader.from_str::<Vec<Either>>(json).expect("four members");
    assert!(matches!(&read[1], Either::B(tree) if tree.extra.len() == 2));
    assert!(
        Reader::new()
            .max_unknown_members(3)
            .from_str::<Vec<Either>>(json)
            .is_err()
    );
}

#[test]
fn a_list_of_independent_items_does_not_hide_a_limit() {
    let reader = Reader::new().max_unknown_members(1);
    let error = reader
        .from_str::<Items<Tree>>(r#"[{"a":1},{"b":1},{}]"#)
        .unwrap_err();
    assert_eq!(limit(&error).0, "/1/b");
}

/// A stream that gives its bytes one by one, and then another each time it is asked.
struct Endless {
    first: &'static [u8],
    given: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let byte = self.first.get(self.given).copied().unwrap_or(b' ');
        self.given += 1;
        buffer[0] = byte;
        Ok(1)
    }
}

#[test]
fn no_more_is_taken_of_a_stream_than_is_allowed() {
    let mut endless = Endless {
        first: b"{\"x\":1}",
        given: 0,
    };
    let read = Reader::new()
        .max_bytes(100)
        .from_reader::<Tree>(&mut endless);
    let Err(ReadError::Decode(error)) = read else {
        panic!("{read:?}")
    };
    assert_eq!(limit(&error).3, "expected at most 100 bytes");
    assert_eq!(endless.given, 101);
    let whole = api_object::from_reader::<Tree>(&b"{\"x\":1}"[..]).expect("a tree");
    assert_eq!(api_object::to_string(&whole), "{\"x\":1}");
}

#[test]
fn a_stream_that_fails_is_told_apart_from_a_text_that_does() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::ConnectionReset.into())
        }
    }
    let error = api_object::from_reader::<Tree>(Broken).unwrap_err();
    assert!(
        matches!(&error, ReadError::Io(error) if error.kind() == io::ErrorKind::ConnectionReset)
    );
    assert!(
        error.to_string().starts_with("the stream failed: "),
        "{error}"
    );
    let error = api_object::from_reader::<Tree>(&b"7"[..]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 1, column 1: expected an object (Tree), found 7"
    );
}
