//! Numbers: 64-bit integers at once, all others as they are spelled.

use super::decimal::Decimal;
use super::error::{Syntax, SyntaxError};
use super::input::Input;

/// A number of a JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Number<'de> {
    /// An integer that is not negative.
    Unsigned(u64),
    /// A negative integer.
    Signed(i64),
    /// As spelled: a fraction, an exponent, `-0`, or an integer beyond 64 bits.
    Other(&'de str),
}

impl<'de> Input<'de> {
    /// Reads the number whose `-` or first digit comes next.
    ///
    /// # Errors
    ///
    /// Digits are missing, or one zero is too many; or what comes next begins no value.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<Number<'de>, SyntaxError> {
        if let Some((value, end)) = natural(self.bytes(), self.at) {
            self.at = end;
            return Ok(Number::Unsigned(value));
        }
        if self.bytes().get(self.at) == Some(&b'-')
            && let Some((value, end)) = natural(self.bytes(), self.at + 1)
            // A zero with a sign is no integer, which has none.
            && (1..=i64::MIN.unsigned_abs()).contains(&value)
        {
            self.at = end;
            return Ok(Number::Signed((value as i64).wrapping_neg()));
        }
        self.uncommon_number()
    }

    /// The same where it is no [`natural`] number.
    #[inline(never)]
    pub(crate) fn uncommon_number(&mut self) -> Result<Number<'de>, SyntaxError> {
        let start = self.at;
        if !matches!(self.bytes().get(start), Some(b'-' | b'0'..=b'9')) {
            return Err(SyntaxError::new(start, Syntax::ExpectedValue));
        }
        self.at = number_end(self.bytes(), start)?;
        let spelling = &self.text()[start..self.at];
        if spelling.len() > NATURAL
            && let Ok(value) = spelling.parse()
        {
            return Ok(Number::Unsigned(value));
        }
        Ok(Number::Other(spelling))
    }
}

/// How many digits cannot wrap around 64 bits.
const NATURAL: usize = 19;

/// The number at `at` and where it ends, if it is an integer of up to nineteen digits, without a sign
/// and without a zero before them: nearly every number is.
#[inline]
pub(crate) fn natural(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let (value, end) = digits(bytes, at);
    let has_leading_zero = end - at > 1 && bytes.get(at) == Some(&b'0');
    let goes_on = matches!(bytes.get(end), Some(b'.' | b'e' | b'E'));
    let is_plain = (1..=NATURAL).contains(&(end - at)) && !has_leading_zero && !goes_on;
    is_plain.then_some((value, end))
}

/// Where the number at `at` ends, after every digit that can belong to it.
#[inline]
pub(super) fn number_end(bytes: &[u8], at: usize) -> Result<usize, SyntaxError> {
    let first = at + usize::from(bytes.get(at) == Some(&b'-'));
    let mut end = digits_end(bytes, first);
    if end == first || (end > first + 1 && bytes.get(first) == Some(&b'0')) {
        return Err(no_number(bytes, at, end));
    }
    if bytes.get(end) == Some(&b'.') {
        let point = end;
        end = digits_end(bytes, point + 1);
        if end == point + 1 {
            return Err(no_number(bytes, at, end));
        }
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let signed = matches!(bytes.get(end + 1), Some(b'+' | b'-'));
        let exponent = end + 1 + usize::from(signed);
        end = digits_end(bytes, exponent);
        if end == exponent {
            return Err(no_number(bytes, at, end));
        }
    }
    Ok(end)
}

#[inline]
fn digits_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = chunk_at(bytes, at) {
        let digits = leading_digits(digit_values(chunk));
        at += digits;
        if digits < 8 {
            return at;
        }
    }
    while let Some(b'0'..=b'9') = bytes.get(at) {
        at += 1;
    }
    at
}

/// What is wrong with the number at `at`, of whose digits the last that were looked for end at `end`.
#[cold]
fn no_number(bytes: &[u8], at: usize, end: usize) -> SyntaxError {
    match bytes.get(end.saturating_sub(1)) {
        Some(b'0'..=b'9') => SyntaxError::new(at, Syntax::LeadingZero),
        _ if end == bytes.len() => SyntaxError::new(end, Syntax::UnexpectedEnd),
        _ => SyntaxError::new(at, Syntax::InvalidNumber),
    }
}

/// The digits from `at` on, as a number (wrapping around), and where they end.
#[inline]
fn digits(bytes: &[u8], mut at: usize) -> (u64, usize) {
    let mut value = 0_u64;
    while let Some(chunk) = chunk_at(bytes, at) {
        let values = digit_values(chunk);
        if leading_digits(values) < 8 {
            break;
        }
        value = value
            .wrapping_mul(100_000_000)
            .wrapping_add(eight_digits(values));
        at += 8;
    }
    while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
        at += 1;
    }
    (value, at)
}

#[inline]
fn chunk_at(bytes: &[u8], at: usize) -> Option<[u8; 8]> {
    bytes.get(at..)?.first_chunk().copied()
}

/// Eight bytes as a word, the first lowest, in which digits have become their values.
#[inline]
fn digit_values(chunk: [u8; 8]) -> u64 {
    u64::from_le_bytes(chunk) ^ u64::from_le_bytes([b'0'; 8])
}

/// How many of eight bytes are digits, up to the first that is none.
#[inline]
fn leading_digits(values: u64) -> usize {
    // Six more than nine is the first to need the upper half of a byte. What a byte carries over
    // goes to a later one, and comes from one that is no digit itself.
    let others =
        (values | values.wrapping_add(u64::from_le_bytes([6; 8]))) & u64::from_le_bytes([0xF0; 8]);
    others.trailing_zeros() as usize / 8
}

/// The number of eight digit values, the most significant lowest: by twos, fours, then all.
#[inline]
fn eight_digits(values: u64) -> u64 {
    let pairs = (values * 10 + (values >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
    (fours * 10_000 + (fours >> 32)) & 0xFFFF_FFFF
}

/// Whether a text is a JSON number, and nothing but that.
pub(crate) fn is_number(text: &str) -> bool {
    number_end(text.as_bytes(), 0) == Ok(text.len())
}

/// Whether a text is a JSON number without a fraction, however it is spelled.
pub(crate) fn is_whole(text: &str) -> bool {
    is_number(text) && Decimal::read(text).is_some_and(Decimal::is_whole)
}

/// Reads a JSON number (RFC 8259, section 6) as the nearest double, the even one of two that are
/// equally near.
///
/// `None` where the number lies beyond the largest double, or where `text` is no JSON number.
pub(crate) fn parse_f64(text: &str) -> Option<f64> {
    // The standard library reads more than JSON writes: `inf`, `+1`, `.5`, `5.`
    is_number(text).then(|| nearest_f64(text))?
}

/// The same of what is known to be a JSON number.
pub(crate) fn nearest_f64(number: &str) -> Option<f64> {
    exact_quotient(number.as_bytes())
        .or_else(|| number.parse().ok())
        .filter(|value: &f64| value.is_finite())
}

/// How many digits may make an integer of up to 2^53.
const EXACT: usize = 16;

/// The value of a number with a short fraction and no exponent.
///
/// Integers up to 2^53 and powers of ten up to 10^22 are doubles, and a division rounds once: so
/// the quotient of two such is rounded as it must be (W. D. Clinger, 1990).
fn exact_quotient(bytes: &[u8]) -> Option<f64> {
    // The x87 rounds twice.
    if cfg!(all(target_arch = "x86", not(target_feature = "sse2"))) {
        return None;
    }
    let first = usize::from(bytes.first() == Some(&b'-'));
    // So many digits are more than a double holds.
    if bytes.len() - first > EXACT + 1 {
        return None;
    }
    let (whole, point) = digits(bytes, first);
    let has_leading_zero = point > first + 1 && bytes.get(first) == Some(&b'0');
    if point == first || has_leading_zero || bytes.get(point) != Some(&b'.') {
        return None;
    }
    let (fraction, end) = digits(bytes, point + 1);
    let places = end - (point + 1);
    if places == 0 || end != bytes.len() {
        return None;
    }
    let digits = whole * 10_u64.pow(places as u32) + fraction;
    if digits > 1 << 53 {
        return None;
    }
    let value = digits as f64 / 10_u64.pow(places as u32) as f64;
    Some(if first == 1 { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(Number<'_>, usize), (usize, Syntax)> {
        let mut input = Input::from_text(text);
        match input.number() {
            Ok(number) => Ok((number, input.at)),
            Err(error) => Err((error.at, error.kind)),
        }
    }

    #[test]
    fn integers_of_64_bits_are_read_at_once() {
        assert_eq!(read("0"), Ok((Number::Unsigned(0), 1)));
        assert_eq!(read("7,"), Ok((Number::Unsigned(7), 1)));
        assert_eq!(read("-1]"), Ok((Number::Signed(-1), 2)));
        assert_eq!(
            read("9999999999999999999"),
            Ok((Number::Unsigned(9_999_999_999_999_999_999), 19))
        );
        assert_eq!(
            read("18446744073709551615"),
            Ok((Number::Unsigned(u64::MAX), 20))
        );
        assert_eq!(
            read("-9223372036854775808"),
            Ok((Number::Signed(i64::MIN), 20))
        );
    }

    #[test]
    fn all_other_numbers_keep_their_spelling() {
        for text in [
            "-0",
            "0.0",
            "1e5",
            "1E+5",
            "-2.50e-3",
            "0e0",
            "18446744073709551616",
            "99999999999999999999",
            "-9223372036854775809",
            "-18446744073709551615",
            "100000000000000000000000000000",
        ] {
            assert_eq!(read(text), Ok((Number::Other(text), text.len())), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused_at_its_start() {
        for text in ["-x", "1.x", "1.,", "1e]", "1e+]", "-]", "1.e1"] {
            assert_eq!(read(text), Err((0, Syntax::InvalidNumber)), "{text}");
        }
        assert_eq!(read(".5"), Err((0, Syntax::ExpectedValue)));
        for text in ["00", "01", "-01", "-00.5", "00e1"] {
            assert_eq!(read(text), Err((0, Syntax::LeadingZero)), "{text}");
        }
        for text in ["-", "1.", "1e", "1e-", "-0.1E"] {
            let end = text.len();
            assert_eq!(read(text), Err((end, Syntax::UnexpectedEnd)), "{text}");
        }
    }

    #[test]
    fn doubles_are_rounded_to_nearest_even() {
        let cases = [
            ("9007199254740993", 9_007_199_254_740_992.0),
            (
                "9007199254740993.00000000000000000000000000001",
                9_007_199_254_740_994.0,
            ),
            ("2.2250738585072011e-308", 2.225_073_858_507_201e-308),
            ("4.9406564584124654e-324", f64::from_bits(1)),
            ("1.7976931348623157e308", f64::MAX),
            ("0e999999999999999999999", 0.0),
            ("1e-999999999999999999999", 0.0),
            ("0.1", 0.1),
            ("-123.4560", -123.456),
            ("90071992547.40992", 90_071_992_547.409_92),
            ("9007199254740.993", 9_007_199_254_740.992),
            ("0.9007199254740993", 0.900_719_925_474_099_3),
            ("1.8000000000000001", 1.8),
        ];
        for (text, value) in cases {
            assert_eq!(
                parse_f64(text).map(f64::to_bits),
                Some(value.to_bits()),
                "{text}"
            );
        }
        assert_eq!(
            parse_f64("-0").map(f64::to_bits),
            Some((-0.0_f64).to_bits())
        );
    }

    #[test]
    fn doubles_out_of_range_and_texts_that_are_no_numbers_are_none() {
        for text in [
            "1e309",
            "-1e309",
            "1.7976931348623159e308",
            "1e999999999999999999999",
            "",
            "inf",
            "nan",
            "+1",
            ".5",
            "5.",
            "1 ",
            " 1",
            "0x10",
            "1_000",
            "infinity",
            "01",
        ] {
            assert_eq!(parse_f64(text), None, "{text}");
        }
    }
}
