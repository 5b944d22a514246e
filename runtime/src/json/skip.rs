//! Passing over a value, as strict as reading it.

use super::error::{Syntax, SyntaxError};
use super::input::Input;

/// The arrays and objects that are open: one bit each, set for an object. `MAX_DEPTH` is below 128.
#[derive(Default)]
struct Open {
    objects: u128,
    depth: u8,
}

impl<'de> Input<'de> {
    /// Passes over the value that comes next, whitespace before it included, and returns its text.
    ///
    /// Does not recurse, and refuses what reading it would refuse.
    ///
    /// # Errors
    ///
    /// What follows is no JSON value, or nested too deep.
    pub(crate) fn skip_value(&mut self) -> Result<&'de str, SyntaxError> {
        self.peek()?;
        let start = self.at;
        let mut open = Open::default();
        loop {
            if self.skip_scalar_or_open(&mut open)? {
                continue;
            }
            if !self.step(&mut open)? {
                return Ok(&self.text()[start..self.at]);
            }
        }
    }

    /// Passes over a scalar or an empty container, or goes to the first value of one; true where
    /// such a value is to be read next.
    #[inline]
    fn skip_scalar_or_open(&mut self, open: &mut Open) -> Result<bool, SyntaxError> {
        match self.peek()? {
            b'"' => self.skip_string()?,
            b'-' | b'0'..=b'9' => self.skip_number()?,
            b'{' => return self.skip_opening(open, b'}'),
            b'[' => return self.skip_opening(open, b']'),
            b't' => self.literal_true()?,
            b'f' => self.literal_false()?,
            b'n' => self.literal_null()?,
            _ => return Err(self.error(Syntax::ExpectedValue)),
        }
        Ok(false)
    }

    #[inline]
    fn skip_opening(&mut self, open: &mut Open, close: u8) -> Result<bool, SyntaxError> {
        self.enter()?;
        self.at += 1;
        if !self.next_element(true, close)? {
            self.leave();
            return Ok(false);
        }
        open.push(close);
        self.skip_key(close)?;
        Ok(true)
    }

    /// Steps behind a value to the next one; false where the outermost has ended.
    #[inline]
    fn step(&mut self, open: &mut Open) -> Result<bool, SyntaxError> {
        while let Some(close) = open.innermost() {
            if self.next_element(false, close)? {
                self.skip_key(close)?;
                return Ok(true);
            }
            open.pop();
            self.leave();
        }
        Ok(false)
    }

    /// Passes over a member's key and colon, where members are what `close` ends.
    #[inline]
    fn skip_key(&mut self, close: u8) -> Result<(), SyntaxError> {
        if close == b']' {
            return Ok(());
        }
        if self.peek()? != b'"' {
            return Err(self.error(Syntax::ExpectedKey));
        }
        self.skip_string()?;
        self.colon()
    }
}

impl Open {
    #[inline]
    fn push(&mut self, close: u8) {
        self.objects = self.objects << 1 | u128::from(close == b'}');
        self.depth += 1;
    }

    #[inline]
    fn pop(&mut self) {
        self.objects >>= 1;
        self.depth -= 1;
    }

    /// The byte that closes the innermost.
    #[inline]
    fn innermost(&self) -> Option<u8> {
        (self.depth > 0).then_some(if self.objects & 1 == 1 { b'}' } else { b']' })
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
