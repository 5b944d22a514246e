//! Strings: found eight bytes at a time, borrowed where nothing is escaped.

use super::error::{Syntax, SyntaxError};
use super::input::Input;

/// A string of a JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Text<'a, 'de> {
    /// It stands in the text as it is.
    Borrowed(&'de str),
    /// It was unescaped, and is gone with the next string.
    Transient(&'a str),
}

impl<'a, 'de: 'a> Text<'a, 'de> {
    /// The string, wherever it lives.
    #[inline]
    pub(crate) fn as_str(&self) -> &'a str {
        match self {
            Text::Borrowed(text) => text,
            Text::Transient(text) => text,
        }
    }
}

impl<'de> Input<'de> {
    /// Reads the string whose opening quote comes next.
    ///
    /// # Errors
    ///
    /// The string does not end, holds a control character, or an escape that is none.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Text<'_, 'de>, SyntaxError> {
        let kept = self.read_string()?;
        Ok(self.lend(kept))
    }

    /// Reads a string: itself where nothing is escaped, else `None`, and it is in the scratch.
    #[inline(always)]
    pub(super) fn read_string(&mut self) -> Result<Option<&'de str>, SyntaxError> {
        let start = self.at + 1;
        let end = plain_end(self.bytes(), start);
        if self.bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Some(&self.text()[start..end]));
        }
        self.unescape(start, end)?;
        Ok(None)
    }

    #[inline]
    pub(super) fn lend(&self, kept: Option<&'de str>) -> Text<'_, 'de> {
        match kept {
            Some(text) => Text::Borrowed(text),
            None => Text::Transient(&self.scratch),
        }
    }

    /// Unescapes into the scratch a string that is plain from `start` to `end` and not longer.
    #[inline(never)]
    fn unescape(&mut self, mut start: usize, mut end: usize) -> Result<(), SyntaxError> {
        self.scratch.clear();
        // Escapes mostly come together, and a text with some is rarely short.
        self.scratch.reserve(2 * (end - start) + SCRATCH);
        loop {
            self.scratch.push_str(&self.text()[start..end]);
            if self.bytes().get(end) == Some(&b'"') {
                self.at = end + 1;
                return Ok(());
            }
            let (character, behind) = escape(self.bytes(), end)?;
            self.scratch.push(character);
            start = behind;
            end = plain_end(self.bytes(), start);
        }
    }
}

/// The least that is asked for at once to unescape a string.
const SCRATCH: usize = 128;

/// Where the string ends whose opening quote is at `at`; as strict as reading it.
#[inline]
pub(super) fn string_end(bytes: &[u8], at: usize) -> Result<usize, SyntaxError> {
    let end = plain_end(bytes, at + 1);
    if bytes.get(end) == Some(&b'"') {
        return Ok(end + 1);
    }
    escaped_string_end(bytes, end)
}

#[inline(never)]
fn escaped_string_end(bytes: &[u8], mut end: usize) -> Result<usize, SyntaxError> {
    while bytes.get(end) != Some(&b'"') {
        let (_, behind) = escape(bytes, end)?;
        end = plain_end(bytes, behind);
    }
    Ok(end + 1)
}

/// The offset, from `at` on, of the first byte that cannot stand in a string as it is (a quote, a
/// backslash, a control character), or the length of the text.
#[inline(never)]
pub(crate) fn plain_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let Some(head) = rest.first_chunk::<32>() else {
        return plain_end_from(bytes, at);
    };
    // Nearly every string ends within so many bytes, which are looked at without a count.
    for (place, chunk) in head.as_chunks::<8>().0.iter().enumerate() {
        let hits = special_bytes(u64::from_le_bytes(*chunk));
        if hits != 0 {
            return at + 8 * place + hits.trailing_zeros() as usize / 8;
        }
    }
    plain_end_from(bytes, at + 32)
}

/// The same of a string that is long already, in which more bytes are looked at together.
#[inline(never)]
fn plain_end_from(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let blocks = rest.as_chunks::<16>().0.iter();
    let plain = 16 * blocks.take_while(|block| !has_special(block)).count();
    let (chunks, tail) = rest.get(plain..).unwrap_or_default().as_chunks::<8>();
    let mut end = at + plain;
    for chunk in chunks {
        let hits = special_bytes(u64::from_le_bytes(*chunk));
        if hits != 0 {
            return end + hits.trailing_zeros() as usize / 8;
        }
        end += 8;
    }
    // The zeros that fill the word up are special, so that one is found at the end of the text.
    end + special_bytes(zero_padded(tail)).trailing_zeros() as usize / 8
}

/// Up to seven bytes as a word.
#[inline]
pub(super) fn zero_padded(tail: &[u8]) -> u64 {
    if let (Some(head), Some(last)) = (tail.first_chunk::<4>(), tail.last_chunk::<4>()) {
        // The two overlap, and agree where they do.
        let shift = 8 * (tail.len() - 4);
        return u64::from(u32::from_le_bytes(*head))
            | u64::from(u32::from_le_bytes(*last)) << shift;
    }
    tail.iter()
        .rev()
        .fold(0, |word, byte| word << 8 | u64::from(*byte))
}

#[inline]
pub(super) fn is_special(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// Whether a byte cannot stand in a string as it is. Compilers make vector instructions of this, of which each asks all bytes.
#[inline(always)]
pub(super) fn has_special<const N: usize>(bytes: &[u8; N]) -> bool {
    // With this bit turned, a quote (0x22) is the next number above the control characters.
    let is_special = |byte: u8| (byte ^ 2 <= b' ') | (byte == b'\\');
    bytes
        .iter()
        .fold(false, |any, byte| any | is_special(*byte))
}

const ONES: u64 = u64::from_le_bytes([1; 8]);
const TOPS: u64 = u64::from_le_bytes([0x80; 8]);

/// Whether one of two bytes, neither of which is zero, stands in a text.
#[inline]
pub(super) fn holds_any(bytes: &[u8], [a, b]: [u8; 2]) -> bool {
    let (words, tail) = bytes.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    words.chain([zero_padded(tail)]).any(|word| {
        let (a, b) = (word ^ (ONES * u64::from(a)), word ^ (ONES * u64::from(b)));
        let zeros = |word: u64| word.wrapping_sub(ONES) & !word;
        (zeros(a) | zeros(b)) & TOPS != 0
    })
}

/// Marks special bytes by their top bits. The lowest mark is right; a borrow may make one above it.
#[inline]
pub(super) fn special_bytes(word: u64) -> u64 {
    // With this bit turned, a quote (0x22) is the next number above the control characters.
    let turned = word ^ (ONES * 2);
    let backslashes = word ^ (ONES * b'\\' as u64);
    let quote_or_control = turned.wrapping_sub(ONES * 0x21) & !turned;
    let backslash = backslashes.wrapping_sub(ONES) & !backslashes;
    (quote_or_control | backslash) & TOPS
}

/// Reads the escape at `at`, where a string's plain bytes end: its character, and where it ends.
#[inline]
fn escape(bytes: &[u8], at: usize) -> Result<(char, usize), SyntaxError> {
    match bytes.get(at) {
        Some(b'\\') => {}
        Some(_) => return Err(SyntaxError::new(at, Syntax::ControlCharacter)),
        None => return Err(SyntaxError::new(at, Syntax::UnexpectedEnd)),
    }
    let character = match bytes.get(at + 1) {
        Some(b'u') => return unicode_escape(bytes, at),
        Some(b'n') => '\n',
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(_) => return Err(SyntaxError::new(at, Syntax::InvalidEscape)),
        None => return Err(SyntaxError::new(at + 1, Syntax::UnexpectedEnd)),
    };
    Ok((character, at + 2))
}

/// Reads `\uXXXX`, and behind the high half of a surrogate pair the low one.
#[inline(never)]
fn unicode_escape(bytes: &[u8], at: usize) -> Result<(char, usize), SyntaxError> {
    let high = code_unit(bytes, at)?;
    if let Some(character) = char::from_u32(high.into()) {
        return Ok((character, at + 6));
    }
    let rest = bytes.get(at + 6..).unwrap_or_default();
    if !rest.starts_with(br"\u") && !br"\u".starts_with(rest) {
        return Err(SyntaxError::new(at, Syntax::LoneSurrogate));
    }
    let low = code_unit(bytes, at + 6)?;
    match char::decode_utf16([high, low]).next() {
        Some(Ok(character)) => Ok((character, at + 12)),
        _ => Err(SyntaxError::new(at, Syntax::LoneSurrogate)),
    }
}

/// The four hexadecimal digits of the `\uXXXX` at `at`.
#[inline]
fn code_unit(bytes: &[u8], at: usize) -> Result<u16, SyntaxError> {
    let mut unit = 0;
    for place in at + 2..at + 6 {
        let Some(&byte) = bytes.get(place) else {
            return Err(SyntaxError::new(bytes.len(), Syntax::UnexpectedEnd));
        };
        let Some(digit) = char::from(byte).to_digit(16) else {
            return Err(SyntaxError::new(at, Syntax::InvalidEscape));
        };
        unit = unit << 4 | digit as u16;
    }
    Ok(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, (usize, Syntax)> {
        let mut input = Input::from_text(text);
        let read = input.string().map(|text| text.as_str().to_owned());
        let end = read.as_ref().map(|_| input.at).map_err(|error| *error);
        assert_eq!(string_end(text.as_bytes(), 0), end, "{text:?}");
        read.map_err(|error| (error.at, error.kind))
    }

    #[test]
    fn plain_strings_are_borrowed_from_the_text() {
        let text = String::from("\"abc é\" ");
        let mut input = Input::from_text(&text);
        let Ok(Text::Borrowed(borrowed)) = input.string() else {
            panic!("not borrowed");
        };
        assert!(std::ptr::eq(borrowed, &raw const text[1..7]));
        assert_eq!(input.at, 8);
        let mut input = Input::from_text("\"\\n\"");
        assert_eq!(input.string(), Ok(Text::Transient("\n")));
    }

    #[test]
    fn a_special_byte_is_found_at_every_place_of_every_length() {
        for length in 0..40 {
            for place in 0..length {
                for special in ["\"", "\\", "\n", "\0", "\u{1f}"] {
                    for filler in ["a", "\u{7f}", "é", "\u{10ffff}", " ", "!", "#", "[", "]"] {
                        let text = filler.repeat(place) + special + &"\"\\\u{1}".repeat(length);
                        let found = plain_end(text.as_bytes(), 0);
                        assert_eq!(found, filler.len() * place, "{text:?}");
                    }
                }
            }
        }
        for byte in 0..=255_u8 {
            let expected = if is_special(byte) { 3 } else { 16 };
            let mut bytes = [b'x'; 16];
            bytes[3] = byte;
            assert_eq!(plain_end(&bytes, 0), expected);
            assert_eq!(plain_end(&bytes[..7], 0), expected.min(7));
        }
    }

    #[test]
    fn escapes_are_unescaped() {
        let cases = [
            (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r#""\u0000\u0041\u00e9\u20AC\uFFFF""#, "\0Aé€\u{ffff}"),
            (r#""\ud83d\ude00\uD834\uDD1E""#, "😀𝄞"),
            (r#""\ud800\udc00\uDBFF\uDFFF""#, "\u{10000}\u{10ffff}"),
            (r#""\uD7FF\uE000""#, "\u{d7ff}\u{e000}"),
            (
                r#""long enough \n for two chunks \u00e9 and more""#,
                "long enough \n for two chunks é and more",
            ),
            (r#""\\u0041""#, "\\u0041"),
            ("\"\u{7f}\u{85}\u{2028}\"", "\u{7f}\u{85}\u{2028}"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn half_surrogate_pairs_are_refused() {
        for half in [
            r"\ud800",
            r"\udbff",
            r"\udc00",
            r"\udfff",
            r"\ude00\ud83d",
            r"\ud83d\ud83d",
            r"\ud83dx",
            r"\ud83d\n",
            r"\ud83d\u0041",
            r"\ud83d\\ude00",
        ] {
            let text = format!("\"ab{half}c\"");
            assert_eq!(read(&text), Err((3, Syntax::LoneSurrogate)), "{text}");
        }
    }

    #[test]
    fn broken_strings_are_refused_where_they_break() {
        let cases = [
            ("\"", 1, Syntax::UnexpectedEnd),
            ("\"abc", 4, Syntax::UnexpectedEnd),
            ("\"abc\\", 5, Syntax::UnexpectedEnd),
            ("\"\\u12", 5, Syntax::UnexpectedEnd),
            ("\"\\ud83d", 7, Syntax::UnexpectedEnd),
            ("\"\\ud83d\\", 8, Syntax::UnexpectedEnd),
            ("\"\\ud83d\\ud", 10, Syntax::UnexpectedEnd),
            ("\"\\a\"", 1, Syntax::InvalidEscape),
            ("\"\\U0041\"", 1, Syntax::InvalidEscape),
            ("\"\\'\"", 1, Syntax::InvalidEscape),
            ("\"\\u+123\"", 1, Syntax::InvalidEscape),
            ("\"\\u12\"", 1, Syntax::InvalidEscape),
            ("\"\\u00é0\"", 1, Syntax::InvalidEscape),
            ("\"\\ud83d\\uzzzz\"", 7, Syntax::InvalidEscape),
            ("\"a\tb\"", 2, Syntax::ControlCharacter),
            ("\"a\\n\u{1f}\"", 4, Syntax::ControlCharacter),
        ];
        for (text, at, kind) in cases {
            assert_eq!(read(text), Err((at, kind)), "{text:?}");
        }
    }
}
