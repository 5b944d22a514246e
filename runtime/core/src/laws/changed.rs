//! Values that are changed between reading and writing: what is remembered of a member holds for as long as it is what was read.

use std::collections::HashMap;

use api_object::{ApiObject, Extra};

use super::Word;
use crate::json::work::during;
use crate::{Reader, from_str, to_string};

/// Remembers how what is in it was spelled, since that cannot.
#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Outer {
    #[api(optional)]
    inner: Option<Box<Inner>>,
    #[api(optional)]
    n: Option<u8>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Inner {
    word: Word,
    outer: Option<Box<Outer>>,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Comment {
    #[api(default)]
    replies: Vec<Comment>,
    #[api(extra)]
    extra: Extra,
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Part {
    parts: Vec<Part>,
    #[api(extra)]
    extra: Extra,
}

/// The innermost of objects that were read, with a member set since.
fn changed(levels: usize) -> Outer {
    let json = format!(
        "{}{{}}{}",
        r#"{"inner":{"word":"zwei","outer":"#.repeat(levels),
        "}}".repeat(levels)
    );
    let mut outer = from_str::<Outer>(&json).unwrap().lenient();
    assert_eq!(to_string(&outer), json);
    let mut innermost = &mut outer;
    for _ in 0..levels {
        innermost = innermost.inner.as_mut().unwrap().outer.as_mut().unwrap();
    }
    innermost.n = Some(1);
    outer
}

/// Comments that were read each for itself, and are replies since.
fn thread(levels: usize) -> Comment {
    (0..levels).fold(from_str::<Comment>("{}").unwrap().lenient(), |below, _| {
        let mut comment = from_str::<Comment>("{}").unwrap().lenient();
        comment.replies.push(below);
        comment
    })
}

/// The same, of objects that lacked what has to be there.
fn parts(levels: usize) -> Part {
    let read = || {
        let reader = Reader::new().fill_missing();
        reader.from_str::<Part>("{}").unwrap().lenient()
    };
    (0..levels).fold(read(), |below, _| {
        let mut part = read();
        part.parts.push(below);
        part
    })
}

/// Twice as many levels are four times as much work, and no power of it.
#[track_caller]
fn grows(work: impl Fn(usize)) {
    let (few, ()) = during(|| work(8));
    let (many, ()) = during(|| work(16));
    assert!(many <= 6 * few, "{few} {many}");
}

#[test]
fn what_changed_far_within_is_written_in_time() {
    grows(|levels| assert!(to_string(&changed(levels)).contains(r#""outer":{"n":1}"#)));
    grows(|levels| drop(serde_json::to_value(changed(levels)).unwrap()));
    grows(|levels| assert!(to_string(&thread(levels)).ends_with(r#"[{}]}"#) || levels > 1));
    grows(|levels| drop(serde_json::to_value(thread(levels)).unwrap()));
    grows(|levels| drop(to_string(&parts(levels))));
    // The innermost still lacks its member.
    grows(|levels| assert_eq!(parts(levels).check().len(), 1));
}

#[test]
fn what_changed_is_written_as_it_is_at_each_level() {
    let json = to_string(&changed(2));
    assert_eq!(
        json,
        r#"{"inner":{"word":"two","outer":{"inner":{"word":"two","outer":{"n":1}}}}}"#
    );
    assert_eq!(to_string(&thread(2)), r#"{"replies":[{"replies":[{}]}]}"#);
    assert_eq!(to_string(&parts(2)), r#"{"parts":[{"parts":[{}]}]}"#);
}

/// An object that was read and is another's part, spelled in its own way.
#[test]
fn a_part_that_only_is_spelled_otherwise_is_another() {
    let outer = |word: &str| {
        let json = format!(
            r#"{{"inner":{{"word":"zwei","outer":{{"inner":{{"word":"{word}","outer":null}}}}}}}}"#
        );
        (from_str::<Outer>(&json).unwrap().lenient(), json)
    };
    let ((mut zwei, _), (two, _)) = (outer("zwei"), outer("two"));
    zwei.inner.as_mut().unwrap().outer = two.inner.unwrap().outer;
    assert_eq!(
        to_string(&zwei),
        r#"{"inner":{"word":"two","outer":{"inner":{"word":"two","outer":null}}}}"#
    );
}

fn few() -> HashMap<String, Word> {
    let words = ["a", "b", "c", "d", "e", "f", "g", "h"];
    words.map(|word| (word.to_owned(), Word::One)).into()
}

#[derive(Debug, Clone, PartialEq, ApiObject)]
struct Counted {
    #[api(default = few())]
    words: HashMap<String, Word>,
    #[api(extra)]
    extra: Extra,
}

/// Two maps of `std` have their entries in another order, each in its own.
#[test]
fn a_map_without_an_order_is_its_default() {
    for _ in 0..10 {
        let absent = from_str::<Counted>("{}").unwrap();
        assert_eq!(to_string(&absent), "{}");
        let misfit = from_str::<Counted>(r#"{"words":7}"#).unwrap();
        assert_eq!(to_string(&misfit), r#"{"words":7}"#);
        let mut set = misfit.lenient();
        set.words = few();
        assert_eq!(to_string(&set), r#"{"words":7}"#);
        set.words.remove("a");
        assert_ne!(to_string(&set), r#"{"words":7}"#);
    }
}

#[test]
fn what_was_read_twice_is_equal() {
    let json = r#"{"words":{"a":"zwei","b":"zwei","c":"one","d":"zwei","e":"zwei"}}"#;
    for _ in 0..10 {
        let read = || from_str::<Counted>(json).unwrap().lenient();
        assert_eq!(read(), read());
        // The same words in another map.
        let (mut one, other) = (read(), read());
        one.words = other.words;
        assert_eq!(to_string(&one), json);
    }
}
