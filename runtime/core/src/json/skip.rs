//! Passing over a value, as strict as reading it.

use super::cursor::Cursor;
use super::error::{Syntax, SyntaxError};
use super::input::{Input, MAX_DEPTH};

impl<'de> Input<'de> {
    /// Passes over the value that comes next, whitespace before it included, and returns its text.
    ///
    /// Does not recurse, and refuses what reading it would refuse.
    ///
    /// # Errors
    ///
    /// What follows is no JSON value, or nested too deep.
    #[inline(never)]
    pub(crate) fn skip_value(&mut self) -> Result<&'de str, SyntaxError> {
        self.peek()?;
        let start = self.at;
        let end = value_end(self.cursor(), MAX_DEPTH - self.depth);
        #[cfg(test)]
        super::work::done(end.unwrap_or_else(|error| error.at) - start);
        self.at = end?;
        Ok(&self.text()[start..self.at])
    }
}

/// Where the value at `cursor` ends, which may nest so many more levels.
#[inline(always)]
fn value_end(mut cursor: Cursor<'_>, levels: u8) -> Result<usize, SyntaxError> {
    let mut open = Open {
        objects: 0,
        depth: 0,
    };
    loop {
        match cursor.peek()? {
            b'"' => cursor.skip_string()?,
            b'-' | b'0'..=b'9' => cursor.skip_number()?,
            bracket @ (b'{' | b'[') => {
                if open.depth == levels {
                    return Err(cursor.error(Syntax::TooDeep));
                }
                cursor.at += 1;
                open.push(bracket == b'{');
                if open.next(&mut cursor, true)? {
                    continue;
                }
            }
            b't' => cursor.literal(b"true")?,
            b'f' => cursor.literal(b"false")?,
            b'n' => cursor.literal(b"null")?,
            _ => return Err(cursor.error(Syntax::ExpectedValue)),
        }
        loop {
            if open.depth == 0 {
                return Ok(cursor.at);
            }
            if open.next(&mut cursor, false)? {
                break;
            }
        }
    }
}

/// The arrays and objects that are open: one bit each, set for an object. `MAX_DEPTH` is below 128.
struct Open {
    objects: u128,
    depth: u8,
}

impl Open {
    #[inline]
    fn push(&mut self, is_object: bool) {
        self.objects = self.objects << 1 | u128::from(is_object);
        self.depth += 1;
    }

    /// Goes to the next value of the innermost, and past the key before it; false, and out of the
    /// innermost, where no more follow.
    #[inline(always)]
    fn next(&mut self, cursor: &mut Cursor<'_>, first: bool) -> Result<bool, SyntaxError> {
        let follows = if self.objects & 1 == 1 {
            let follows = cursor.next_element(first, b'}')?;
            if follows {
                cursor.skip_key()?;
            }
            follows
        } else {
            cursor.next_element(first, b']')?
        };
        if !follows {
            self.objects >>= 1;
            self.depth -= 1;
        }
        Ok(follows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn returns_the_text_without_what_surrounds_it() {
        let cases = [
            (" {\"a\" : [1, {}] } ,", "{\"a\" : [1, {}] }", 17),
            ("\n[]]", "[]", 3),
            ("\t\"a\\\"\" ", "\"a\\\"\"", 6),
            ("-1.5e3,", "-1.5e3", 6),
            ("true]", "true", 4),
            ("false", "false", 5),
            (" null\n", "null", 5),
        ];
        for (text, value, end) in cases {
            let mut input = Input::from_text(text);
            assert_eq!(input.skip_value(), Ok(value));
            assert_eq!(input.at, end, "{text}");
        }
    }

    #[test]
    fn counts_depth_from_where_reading_stands() {
        let deep = |levels| "[".repeat(levels) + &"]".repeat(levels);
        let (fits, too_deep) = (deep(125), deep(126));
        let entered = |text| {
            let mut input = Input::from_text(text);
            input.enter().unwrap();
            input.enter().unwrap();
            input.skip_value().map(str::len)
        };
        assert_eq!(entered(&fits), Ok(250));
        assert_eq!(
            entered(&too_deep),
            Err(SyntaxError::new(125, Syntax::TooDeep))
        );
    }

    #[test]
    fn gives_depth_back() {
        let mut input = Input::from_text("[[[]], {\"a\": [{}]}] [1] [[[[]]]]");
        for _ in 0..3 {
            input.skip_value().unwrap();
        }
        for _ in 0..127 {
            input.enter().unwrap();
        }
        assert!(input.enter().is_err());
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let cases = [
            ("[1 2]", 3, Syntax::ExpectedCommaOrBracket),
            ("{\"a\":1 \"b\":2}", 7, Syntax::ExpectedCommaOrBrace),
            ("[1,]", 3, Syntax::TrailingComma),
            ("{\"a\":1, }", 8, Syntax::TrailingComma),
            ("[,]", 1, Syntax::ExpectedValue),
            ("{1:2}", 1, Syntax::ExpectedKey),
            ("{\"a\" 1}", 5, Syntax::ExpectedColon),
            ("{\"a\":}", 5, Syntax::ExpectedValue),
            ("[nul]", 1, Syntax::InvalidLiteral),
            ("[nul", 4, Syntax::UnexpectedEnd),
            ("[1, 02]", 4, Syntax::LeadingZero),
            ("[1, 2.]", 4, Syntax::InvalidNumber),
            ("[\"\n\"]", 2, Syntax::ControlCharacter),
            ("[\"a\\x\"]", 3, Syntax::InvalidEscape),
            ("[\"a\\u12x4\"]", 3, Syntax::InvalidEscape),
            ("[\"a\\ud800\"]", 3, Syntax::LoneSurrogate),
            ("", 0, Syntax::UnexpectedEnd),
            ("[1,", 3, Syntax::UnexpectedEnd),
            ("\u{feff}1", 0, Syntax::ExpectedValue),
        ];
        for (text, at, kind) in cases {
            let error = Input::from_text(text).skip_value().unwrap_err();
            assert_eq!(error, SyntaxError::new(at, kind), "{text}");
        }
    }
}
