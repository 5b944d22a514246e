//! A JSON text that is being read, and how deep within it reading stands.

use super::cursor::{Cursor, whitespace_end};
use super::error::{Syntax, SyntaxError};
use super::string::Text;

/// How many arrays and objects may stand within each other: as many as serde_json allows.
pub(crate) const MAX_DEPTH: u8 = 127;

/// A JSON text and how far it has been read.
///
/// After an error nothing is promised of where reading stands.
pub(crate) struct Input<'de> {
    text: &'de str,
    /// The byte offset of what is read next.
    pub(crate) at: usize,
    pub(super) depth: u8,
    pub(super) scratch: String,
}

impl<'de> Input<'de> {
    /// # Errors
    ///
    /// `InvalidUtf8` at the first byte that is not UTF-8.
    pub(crate) fn new(bytes: &'de [u8]) -> Result<Self, SyntaxError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::from_text(text)),
            Err(error) => Err(SyntaxError::new(error.valid_up_to(), Syntax::InvalidUtf8)),
        }
    }

    pub(crate) fn from_text(text: &'de str) -> Self {
        Input {
            text,
            at: 0,
            depth: 0,
            scratch: String::new(),
        }
    }

    #[inline]
    pub(crate) fn text(&self) -> &'de str {
        self.text
    }

    #[inline]
    pub(crate) fn bytes(&self) -> &'de [u8] {
        self.text.as_bytes()
    }

    /// Skips whitespace and shows the next byte without taking it.
    ///
    /// # Errors
    ///
    /// `UnexpectedEnd` where none is left.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8, SyntaxError> {
        self.step(|cursor| cursor.peek())
    }

    /// Skips whitespace and shows the next byte, if one is left, without taking it.
    #[inline]
    pub(crate) fn peek_or_end(&mut self) -> Option<u8> {
        let mut cursor = self.cursor();
        let byte = cursor.peek_or_end();
        self.at = cursor.at;
        byte
    }

    /// Makes sure that only whitespace follows.
    ///
    /// # Errors
    ///
    /// `TrailingCharacters` where anything else does.
    pub(crate) fn finish(&mut self) -> Result<(), SyntaxError> {
        match self.peek_or_end() {
            None => Ok(()),
            Some(_) => Err(self.error(Syntax::TrailingCharacters)),
        }
    }

    /// Allows so many levels from here on, and no more than 127 in all.
    pub(crate) fn limit_depth(&mut self, levels: u8) {
        self.depth = MAX_DEPTH.saturating_sub(levels);
    }

    /// Goes one level deeper, at the opening byte of an array or object. Takes no byte.
    ///
    /// # Errors
    ///
    /// `TooDeep` beyond 127 levels, or as many as are allowed.
    #[inline]
    pub(crate) fn enter(&mut self) -> Result<(), SyntaxError> {
        if self.depth == MAX_DEPTH {
            return Err(self.error(Syntax::TooDeep));
        }
        self.depth += 1;
        Ok(())
    }

    /// Comes back from where [`enter`](Self::enter) went.
    #[inline]
    pub(crate) fn leave(&mut self) {
        debug_assert!(self.depth > 0, "left more often than entered");
        self.depth = self.depth.saturating_sub(1);
    }

    #[cfg(test)]
    pub(crate) fn literal_true(&mut self) -> Result<(), SyntaxError> {
        self.step(|cursor| cursor.literal(b"true"))
    }

    #[cfg(test)]
    pub(crate) fn literal_false(&mut self) -> Result<(), SyntaxError> {
        self.step(|cursor| cursor.literal(b"false"))
    }

    #[cfg(test)]
    pub(crate) fn literal_null(&mut self) -> Result<(), SyntaxError> {
        self.step(|cursor| cursor.literal(b"null"))
    }

    /// Steps to the next element of an array, or member of an object, that ends with `close`, and
    /// takes the comma before it. `first` where none has been read; then no comma is asked for.
    ///
    /// Answers false, and takes `close`, where no more follow.
    ///
    /// # Errors
    ///
    /// Neither a comma nor `close` follows, or `close` follows the comma.
    #[inline]
    pub(crate) fn next_element(&mut self, first: bool, close: u8) -> Result<bool, SyntaxError> {
        self.step(|cursor| cursor.next_element(first, close))
    }

    /// Reads a member's key and the colon behind it.
    ///
    /// # Errors
    ///
    /// No string, or no colon after it.
    #[inline]
    pub(crate) fn key(&mut self) -> Result<Text<'_, 'de>, SyntaxError> {
        if self.peek()? != b'"' {
            return Err(self.error(Syntax::ExpectedKey));
        }
        let kept = self.read_string()?;
        self.colon()?;
        Ok(self.lend(kept))
    }

    /// Takes the colon between a key and its value.
    ///
    /// # Errors
    ///
    /// `ExpectedColon` where there is none.
    #[inline]
    pub(crate) fn colon(&mut self) -> Result<(), SyntaxError> {
        self.step(|cursor| cursor.colon())
    }

    /// Whether `null` stands at an offset.
    #[inline(always)]
    pub(crate) fn is_null(&self, at: usize) -> bool {
        let rest = self.bytes().get(at..);
        rest.is_some_and(|rest| rest.first_chunk() == Some(b"null"))
    }

    /// Where the string ends that begins at an offset, if it is this word as it stands.
    #[inline]
    pub(crate) fn end_of_word(&self, word: &str, at: usize) -> Option<usize> {
        let rest = self.bytes().get(at..)?.strip_prefix(b"\"")?;
        // Most other words are shorter or longer, which costs no comparison.
        let is_word = rest.get(word.len()) == Some(&b'"') && rest.starts_with(word.as_bytes());
        is_word.then_some(at + word.len() + 2)
    }

    /// The byte behind the white space at an offset, and its offset; a zero at the end of the text.
    #[inline(always)]
    pub(crate) fn first_byte(&self, at: usize) -> (u8, usize) {
        match self.bytes().get(at) {
            Some(&byte) if byte > b' ' => (byte, at),
            _ => {
                let at = whitespace_end(self.bytes(), at);
                (self.bytes().get(at).copied().unwrap_or(0), at)
            }
        }
    }

    /// Says that this is wrong at the place where reading stands.
    #[cold]
    pub(crate) fn error(&self, kind: Syntax) -> SyntaxError {
        SyntaxError::new(self.at, kind)
    }

    #[inline]
    pub(super) fn cursor(&self) -> Cursor<'de> {
        Cursor {
            bytes: self.bytes(),
            at: self.at,
        }
    }

    /// Goes where a cursor goes that starts here.
    #[inline]
    fn step<T>(
        &mut self,
        go: impl FnOnce(&mut Cursor<'de>) -> Result<T, SyntaxError>,
    ) -> Result<T, SyntaxError> {
        let mut cursor = self.cursor();
        let result = go(&mut cursor);
        self.at = cursor.at;
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whitespace_of_any_length_is_skipped_before_any_byte() {
        for newlines in 0..3 {
            for spaces in 0..40 {
                for tail in ["", "x", "\r\t x", "\n        \n  x", "\u{b}"] {
                    let blank = "\n".repeat(newlines) + &" ".repeat(spaces);
                    let text = format!("{blank}{tail}");
                    let mut input = Input::from_text(&text);
                    let next = text.find(|c| !" \n\r\t".contains(c));
                    let byte = next.map(|at| text.as_bytes()[at]);
                    assert_eq!(input.peek().ok(), byte, "{text:?}");
                    assert_eq!(input.at, next.unwrap_or(text.len()), "{text:?}");
                    assert_eq!(input.peek_or_end(), byte, "{text:?}");
                }
            }
        }
    }

    #[test]
    fn the_end_is_an_error_only_where_something_must_follow() {
        let mut input = Input::from_text("  ");
        assert_eq!(
            input.peek(),
            Err(SyntaxError::new(2, Syntax::UnexpectedEnd))
        );
        assert_eq!(input.finish(), Ok(()));
        let mut input = Input::from_text(" \n]");
        let error = SyntaxError::new(2, Syntax::TrailingCharacters);
        assert_eq!(input.finish(), Err(error));
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_refused_where_they_stand() {
        let error = Input::new(b"\"a\xffb\"").err();
        assert_eq!(error, Some(SyntaxError::new(2, Syntax::InvalidUtf8)));
        let error = Input::new(b"\"\xed\xa0\x80\"").err();
        assert_eq!(error, Some(SyntaxError::new(1, Syntax::InvalidUtf8)));
        assert_eq!(
            Input::new("é".as_bytes()).map(|input| input.text()),
            Ok("é")
        );
    }

    #[test]
    fn literals_are_whole_words() {
        let read = |text| {
            let mut input = Input::from_text(text);
            let result = match text.as_bytes()[0] {
                b't' => input.literal_true(),
                b'f' => input.literal_false(),
                _ => input.literal_null(),
            };
            result
                .map(|()| input.at)
                .map_err(|error| (error.at, error.kind))
        };
        assert_eq!(read("true,"), Ok(4));
        assert_eq!(read("false"), Ok(5));
        assert_eq!(read("null]"), Ok(4));
        assert_eq!(read("tru"), Err((3, Syntax::UnexpectedEnd)));
        assert_eq!(read("f"), Err((1, Syntax::UnexpectedEnd)));
        assert_eq!(read("nil"), Err((0, Syntax::InvalidLiteral)));
        assert_eq!(read("trux"), Err((0, Syntax::InvalidLiteral)));
        assert_eq!(read("nul]"), Err((0, Syntax::InvalidLiteral)));
    }

    #[test]
    fn elements_are_stepped_through() {
        let mut input = Input::from_text("[ 1 , 2 ]");
        input.at = 1;
        let mut seen = Vec::new();
        while input.next_element(seen.is_empty(), b']').unwrap() {
            seen.push((input.at, input.number().unwrap()));
        }
        assert_eq!(seen.len(), 2);
        assert_eq!((seen[0].0, seen[1].0, input.at), (2, 6, 9));
        let mut input = Input::from_text(" }");
        assert_eq!(input.next_element(true, b'}'), Ok(false));
        assert_eq!(input.finish(), Ok(()));
    }

    #[test]
    fn a_comma_needs_an_element_behind_it() {
        let fails = |text, first, close| {
            let error = Input::from_text(text).next_element(first, close);
            error.map_err(|error| (error.at, error.kind))
        };
        assert_eq!(fails(", ]", false, b']'), Err((2, Syntax::TrailingComma)));
        assert_eq!(
            fails("}", false, b']'),
            Err((0, Syntax::ExpectedCommaOrBracket))
        );
        assert_eq!(
            fails(" x", false, b'}'),
            Err((1, Syntax::ExpectedCommaOrBrace))
        );
        assert_eq!(fails(", ", false, b'}'), Err((2, Syntax::UnexpectedEnd)));
        assert_eq!(fails(" ", true, b'}'), Err((1, Syntax::UnexpectedEnd)));
    }

    #[test]
    fn keys_come_with_their_colon() {
        let mut input = Input::from_text("\"a\" :1");
        assert_eq!(input.key(), Ok(Text::Borrowed("a")));
        assert_eq!(input.at, 5);
        let mut input = Input::from_text(" \"\\u0061\": 1");
        assert_eq!(input.key(), Ok(Text::Transient("a")));
        assert_eq!(input.at, 10);
        let key = |text| {
            Input::from_text(text)
                .key()
                .map(|_| ())
                .map_err(|error| error.kind)
        };
        assert_eq!(key("1"), Err(Syntax::ExpectedKey));
        assert_eq!(key("\"a\" 1"), Err(Syntax::ExpectedColon));
        assert_eq!(key("\"a\" "), Err(Syntax::UnexpectedEnd));
    }
}
