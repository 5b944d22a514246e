//! Why a text is not JSON.

use std::fmt;

/// Why a text is not JSON (RFC 8259), and where that shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) at: usize,
    pub(crate) kind: Syntax,
}

/// The ways in which a text is not JSON (RFC 8259).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Syntax {
    /// The text ends before its value does.
    UnexpectedEnd,
    /// Something that starts no value stands where a value must.
    ExpectedValue,
    /// Something other than a string stands where a member's key must.
    ExpectedKey,
    /// No `:` follows a member's key.
    ExpectedColon,
    /// Neither `,` nor `]` follows an element.
    ExpectedCommaOrBracket,
    /// Neither `,` nor `}` follows a member.
    ExpectedCommaOrBrace,
    /// No element or member follows a comma.
    TrailingComma,
    /// Something follows the value.
    TrailingCharacters,
    /// A word other than `true`, `false` and `null`.
    InvalidLiteral,
    /// A number that lacks digits where it needs them.
    InvalidNumber,
    /// A number whose first digit is a zero too many.
    LeadingZero,
    /// A character below U+0020 in a string, not escaped.
    ControlCharacter,
    /// A backslash with something behind it that makes no escape.
    InvalidEscape,
    /// An escaped half of a surrogate pair without its other half.
    LoneSurrogate,
    /// Bytes that are not UTF-8.
    InvalidUtf8,
    /// More arrays and objects within each other than this reader follows (127).
    TooDeep,
    /// More members that nobody declared than this reader keeps.
    TooManyUnknown,
}

impl SyntaxError {
    #[cold]
    pub(crate) fn new(at: usize, kind: Syntax) -> Self {
        SyntaxError { at, kind }
    }

    /// The byte offset in the text at which it shows.
    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    /// What is wrong there.
    pub(crate) fn kind(&self) -> Syntax {
        self.kind
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at byte {})", self.kind, self.at)
    }
}

impl std::error::Error for SyntaxError {}

impl fmt::Display for Syntax {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Syntax::UnexpectedEnd => "the text ends before its value is complete",
            Syntax::ExpectedValue => "expected a value",
            Syntax::ExpectedKey => "expected a key in double quotes",
            Syntax::ExpectedColon => "expected `:` after the key",
            Syntax::ExpectedCommaOrBracket => "expected `,` or `]` after the element",
            Syntax::ExpectedCommaOrBrace => "expected `,` or `}` after the member",
            Syntax::TrailingComma => "expected another element or member after the comma",
            Syntax::TrailingCharacters => "expected nothing more after the value",
            Syntax::InvalidLiteral => "expected `true`, `false` or `null`",
            Syntax::InvalidNumber => "expected a number with digits before and after its point and in its exponent",
            Syntax::LeadingZero => "expected a number without a zero before its other digits",
            Syntax::ControlCharacter => "expected control characters in a string to be escaped",
            Syntax::InvalidEscape => r#"expected one of `"`, `\`, `/`, `b`, `f`, `n`, `r`, `t`, or `u` and four hexadecimal digits after the backslash"#,
            Syntax::LoneSurrogate => "expected both halves of a surrogate pair, the high one first",
            Syntax::InvalidUtf8 => "expected UTF-8",
            Syntax::TooDeep => "expected at most 127 levels of arrays and objects",
            Syntax::TooManyUnknown => "expected fewer members that nobody declared",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_was_expected_and_where() {
        let error = SyntaxError::new(7, Syntax::ExpectedColon);
        assert_eq!(error.to_string(), "expected `:` after the key (at byte 7)");
        assert_eq!((error.offset(), error.kind()), (7, Syntax::ExpectedColon));
    }

    #[test]
    fn costs_no_more_than_two_words_to_return() {
        assert_eq!(size_of::<Result<(), SyntaxError>>(), 2 * size_of::<usize>());
        assert_eq!(size_of::<Result<u8, SyntaxError>>(), 2 * size_of::<usize>());
    }
}
