//! From a byte offset to the value that stands there.

use std::borrow::Cow;
use std::ops::Range;

use super::input::Input;
use super::pointer::{Pointer, push_index, push_key};
use super::string::{Text, plain_end};

/// A place in a JSON text, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) pointer: Pointer,
    /// The byte offset.
    pub(crate) offset: usize,
    /// Counted from 1.
    pub(crate) line: usize,
    /// Counted from 1, in characters.
    pub(crate) column: usize,
}

/// Names the place at byte offset `at`, in a text that need not be JSON.
///
/// Its pointer is that of the innermost value there, of the member whose key stands there, or of
/// the value that would have to stand there. Between its members an object is named itself.
pub(crate) fn locate(text: &str, at: usize) -> Place {
    #[cfg(test)]
    super::work::done(at.min(text.len()));
    let (line, column) = line_and_column(text.as_bytes(), at);
    Place {
        pointer: Trail::default().follow(text, at),
        offset: at,
        line,
        column,
    }
}

/// The line, and the character in it, at byte offset `at`, both counted from 1.
pub(crate) fn line_and_column(text: &[u8], at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |newline| newline + 1);
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let begun = before[line_start..]
        .iter()
        .filter(|byte| **byte & 0xC0 != 0x80)
        .count();
    // Between the bytes of a character, that character is meant, which is counted already.
    let next = usize::from(std::str::from_utf8(&before[line_start..]).is_ok());
    (line, (begun + next).max(1))
}

/// The arrays and objects that are open, from the outermost on.
#[derive(Default)]
struct Trail {
    open: Vec<Open>,
}

/// An open array or object. `current` is the value in it that is being read or must come next.
enum Open {
    Array {
        begun: usize,
        current: Option<usize>,
    },
    /// `current` is where the key stands, from its opening quote on.
    Object { current: Option<Range<usize>> },
}

impl Trail {
    /// Goes through `text` token by token, to the one at `at`.
    fn follow(mut self, text: &str, at: usize) -> Pointer {
        let bytes = text.as_bytes();
        let at = at.min(bytes.len());
        let mut next = 0;
        while let Some(token) = Token::next(bytes, next).filter(|token| token.range.start <= at) {
            next = token.range.end;
            let is_key = self.begin(&token);
            if at < next || token.unfinished {
                break;
            }
            if !is_key {
                self.end(token.kind);
            }
        }
        self.pointer(text)
    }

    /// Makes the value that starts with `token` the current one; true where it is a member's key.
    fn begin(&mut self, token: &Token) -> bool {
        if matches!(token.kind, Kind::Comma | Kind::Colon | Kind::Close) {
            return false;
        }
        match self.open.last_mut() {
            Some(Open::Array { begun, current }) => {
                *current = Some(*begun);
                *begun += 1;
                false
            }
            Some(Open::Object { current }) if current.is_none() && token.kind == Kind::String => {
                *current = Some(token.range.clone());
                true
            }
            _ => false,
        }
    }

    /// Goes behind a token that is no key.
    fn end(&mut self, kind: Kind) {
        match kind {
            Kind::Array => self.open.push(Open::Array {
                begun: 0,
                current: None,
            }),
            Kind::Object => self.open.push(Open::Object { current: None }),
            Kind::Close => {
                self.open.pop();
                self.end_value();
            }
            Kind::String | Kind::Word => self.end_value(),
            Kind::Comma => self.await_element(),
            Kind::Colon => {}
        }
    }

    fn end_value(&mut self) {
        match self.open.last_mut() {
            Some(Open::Array { current, .. }) => *current = None,
            Some(Open::Object { current }) => *current = None,
            None => {}
        }
    }

    fn await_element(&mut self) {
        if let Some(Open::Array { begun, current }) = self.open.last_mut() {
            *current = Some(*begun);
        }
    }

    fn pointer(&self, text: &str) -> Pointer {
        let mut pointer = String::new();
        for open in &self.open {
            match open {
                Open::Array {
                    current: Some(index),
                    ..
                } => push_index(&mut pointer, *index),
                Open::Object { current: Some(key) } => push_key(&mut pointer, &key_at(text, key)),
                _ => {}
            }
        }
        Pointer::from_text(&pointer)
    }
}

/// The key that stands at `range`, unescaped; as it stands where its escapes are broken.
fn key_at<'t>(text: &'t str, range: &Range<usize>) -> Cow<'t, str> {
    let mut input = Input::from_text(text);
    input.at = range.start;
    match input.string() {
        Ok(Text::Borrowed(key)) => Cow::Borrowed(key),
        Ok(Text::Transient(key)) => Cow::Owned(key.to_owned()),
        Err(_) => {
            let raw = text.get(range.start + 1..range.end).unwrap_or_default();
            Cow::Borrowed(raw.strip_suffix('"').unwrap_or(raw))
        }
    }
}

/// A token of a text that need not be JSON.
struct Token {
    kind: Kind,
    range: Range<usize>,
    /// The text ended in the midst of it, or may have.
    unfinished: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `[`
    Array,
    /// `{`
    Object,
    /// `]` or `}`
    Close,
    Comma,
    Colon,
    String,
    /// Anything else up to the next of the above: a number, a literal, a mistake.
    Word,
}

impl Token {
    /// The first token from `at` on, whitespace skipped.
    fn next(bytes: &[u8], at: usize) -> Option<Token> {
        let blank = bytes
            .get(at..)?
            .iter()
            .position(|byte| !is_whitespace(*byte))?;
        let start = at + blank;
        let kind = Kind::of(*bytes.get(start)?);
        let end = match kind {
            Kind::String => string_end(bytes, start),
            Kind::Word => word_end(bytes, start),
            _ => Some(start + 1),
        };
        Some(Token {
            kind,
            range: start..end.unwrap_or(bytes.len()),
            unfinished: end.is_none(),
        })
    }
}

impl Kind {
    fn of(byte: u8) -> Kind {
        match byte {
            b'[' => Kind::Array,
            b'{' => Kind::Object,
            b']' | b'}' => Kind::Close,
            b',' => Kind::Comma,
            b':' => Kind::Colon,
            b'"' => Kind::String,
            _ => Kind::Word,
        }
    }
}

fn is_whitespace(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

/// Behind the closing quote of the string at `start`, whatever else is wrong with it.
fn string_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = plain_end(bytes, start + 1);
    loop {
        at = match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => plain_end(bytes, at + 2),
            _ => plain_end(bytes, at + 1),
        };
    }
}

fn word_end(bytes: &[u8], start: usize) -> Option<usize> {
    let ends = |byte: &u8| is_whitespace(*byte) || Kind::of(*byte) != Kind::Word;
    Some(start + bytes.get(start..)?.iter().position(ends)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds the pointers of a text against those written below its bytes, one line per character.
    fn assert_located(text: &str, runs: &[(&str, &str)]) {
        let mut at = 0;
        for (run, pointer) in runs {
            for _ in run.bytes() {
                assert_eq!(
                    locate(text, at).pointer.as_str(),
                    *pointer,
                    "byte {at} of {text}"
                );
                at += 1;
            }
        }
        assert_eq!(at, text.len(), "the runs cover {text}");
    }

    #[test]
    fn each_byte_belongs_to_the_value_or_member_that_stands_there() {
        let runs = [
            (" {", ""),
            ("\"a\" : ", "/a"),
            ("[", "/a"),
            ("10", "/a/0"),
            (",", "/a"),
            (" {", "/a/1"),
            ("\"b\":null", "/a/1/b"),
            ("}", "/a/1"),
            (" ]", "/a"),
            (" , ", ""),
            ("\"c/\\u0064\": \"x,y\"", "/c~1d"),
            (" } ", ""),
        ];
        let text: String = runs.iter().map(|(run, _)| *run).collect();
        assert_located(&text, &runs);
    }

    #[test]
    fn broken_texts_have_places_too() {
        assert_located(
            "[1 2]",
            &[("[", ""), ("1", "/0"), (" ", ""), ("2", "/1"), ("]", "")],
        );
        assert_located("{a:1}", &[("{a:1}", "")]);
        assert_located("[}x", &[("[}x", "")]);
        assert_located(
            "{\"a\" \"b\" 1",
            &[("{", ""), ("\"a\" \"b\"", "/a"), (" 1", "")],
        );
        assert_eq!(locate("{\"a\\q", 3).pointer.as_str(), "/a\\q");
        assert_eq!(locate("[[\"a", 4).pointer.as_str(), "/0/0");
        assert_eq!(locate("[[1, ", 99).pointer.as_str(), "/0/1");
        assert_eq!(locate("{\"é", 3).pointer.as_str(), "/é");
    }

    #[test]
    fn members_with_the_same_key_share_a_pointer() {
        let text = "{\"a\":1,\"a\":[2]}";
        assert_eq!(locate(text, 5).pointer.as_str(), "/a");
        assert_eq!(locate(text, 12).pointer.as_str(), "/a/0");
    }

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let text = "ab\r\né€x\n\n😀y".as_bytes();
        let cases = [
            (0, (1, 1)),
            (2, (1, 3)),
            (3, (1, 4)),
            (4, (2, 1)),
            (5, (2, 1)),
            (6, (2, 2)),
            (8, (2, 2)),
            (9, (2, 3)),
            (10, (2, 4)),
            (11, (3, 1)),
            (12, (4, 1)),
            (15, (4, 1)),
            (16, (4, 2)),
            (17, (4, 3)),
            (99, (4, 3)),
        ];
        for (at, expected) in cases {
            assert_eq!(line_and_column(text, at), expected, "{at}");
        }
        assert_eq!(line_and_column(b"ab\xff", 2), (1, 3));
        assert_eq!(line_and_column(b"", 0), (1, 1));
        assert_eq!(line_and_column(b"\x80\x80", 1), (1, 1));
    }
}
