//! Single steps through a text: whitespace, literals, separators, and strings and numbers passed over.

use super::error::{Syntax, SyntaxError};
use super::number::number_end;
use super::string::string_end;

/// A place in a text.
///
/// It is apart from [`Input`](super::Input) because nothing here lends it to a function that is not
/// inlined: so a loop over it keeps the place in a register.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
}

impl Cursor<'_> {
    #[inline(always)]
    pub(super) fn peek(&mut self) -> Result<u8, SyntaxError> {
        if let Some(&byte) = self.bytes.get(self.at)
            && byte > b' '
        {
            return Ok(byte);
        }
        self.at = whitespace_end(self.bytes, self.at);
        match self.bytes.get(self.at) {
            Some(&byte) => Ok(byte),
            None => Err(self.error(Syntax::UnexpectedEnd)),
        }
    }

    #[inline(always)]
    pub(super) fn peek_or_end(&mut self) -> Option<u8> {
        self.at = whitespace_end(self.bytes, self.at);
        self.bytes.get(self.at).copied()
    }

    #[inline(always)]
    pub(super) fn literal<const N: usize>(
        &mut self,
        word: &'static [u8; N],
    ) -> Result<(), SyntaxError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.first_chunk::<N>() != Some(word) {
            return Err(no_literal(self.bytes, self.at, word));
        }
        self.at += N;
        Ok(())
    }

    #[inline(always)]
    pub(super) fn next_element(&mut self, first: bool, close: u8) -> Result<bool, SyntaxError> {
        let byte = self.peek()?;
        if byte == close {
            self.at += 1;
            return Ok(false);
        }
        if first {
            return Ok(true);
        }
        if byte != b',' {
            return Err(self.error(match close {
                b']' => Syntax::ExpectedCommaOrBracket,
                _ => Syntax::ExpectedCommaOrBrace,
            }));
        }
        self.at += 1;
        if self.peek()? == close {
            return Err(self.error(Syntax::TrailingComma));
        }
        Ok(true)
    }

    #[inline(always)]
    pub(super) fn colon(&mut self) -> Result<(), SyntaxError> {
        if self.peek()? != b':' {
            return Err(self.error(Syntax::ExpectedColon));
        }
        self.at += 1;
        Ok(())
    }

    #[inline(always)]
    pub(super) fn skip_key(&mut self) -> Result<(), SyntaxError> {
        if self.peek()? != b'"' {
            return Err(self.error(Syntax::ExpectedKey));
        }
        self.skip_string()?;
        self.colon()
    }

    #[inline(always)]
    pub(super) fn skip_string(&mut self) -> Result<(), SyntaxError> {
        self.at = string_end(self.bytes, self.at)?;
        Ok(())
    }

    #[inline(always)]
    pub(super) fn skip_number(&mut self) -> Result<(), SyntaxError> {
        self.at = number_end(self.bytes, self.at)?;
        Ok(())
    }

    #[inline(always)]
    pub(super) fn error(self, kind: Syntax) -> SyntaxError {
        SyntaxError::new(self.at, kind)
    }
}

#[cold]
fn no_literal(bytes: &[u8], at: usize, word: &[u8]) -> SyntaxError {
    let rest = bytes.get(at..).unwrap_or_default();
    if word.starts_with(rest) {
        SyntaxError::new(bytes.len(), Syntax::UnexpectedEnd)
    } else {
        SyntaxError::new(at, Syntax::InvalidLiteral)
    }
}

/// Where the whitespace that starts at `at` ends.
#[inline(never)]
pub(super) fn whitespace_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'\n' => 1 + indentation(bytes, at + 1),
            b' ' | b'\r' | b'\t' => 1,
            _ => break,
        };
    }
    at
}

/// The number of spaces from `at` on, counted eight at a time, as far as whole eights go.
#[inline]
fn indentation(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let mut spaces = 0;
    for chunk in rest.as_chunks::<8>().0 {
        let others = u64::from_le_bytes(*chunk) ^ u64::from_le_bytes([b' '; 8]);
        if others != 0 {
            return spaces + others.trailing_zeros() as usize / 8;
        }
        spaces += 8;
    }
    spaces
}
