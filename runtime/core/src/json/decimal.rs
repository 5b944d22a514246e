//! Numbers by their exact values, however they are spelled.

/// A JSON number as the decimal that it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decimal<'t> {
    negative: bool,
    /// From the first digit to the last that is no zero; a point may stand among them.
    digits: &'t [u8],
    /// The power of ten of the last digit.
    exponent: i64,
}

impl<'t> Decimal<'t> {
    /// The value of a JSON number (RFC 8259, section 6); `None` where its exponent is beyond 63 bits.
    pub(crate) fn read(number: &'t str) -> Option<Self> {
        let unsigned = number.strip_prefix('-').unwrap_or(number);
        let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let digits = mantissa.as_bytes();
        let is_digit = |byte: &u8| matches!(byte, b'1'..=b'9');
        let (first, last) = match (
            digits.iter().position(is_digit),
            digits.iter().rposition(is_digit),
        ) {
            (Some(first), Some(last)) => (first, last),
            _ => return Some(Decimal::ZERO),
        };
        let point = mantissa.find('.').unwrap_or(digits.len());
        let behind = match last < point {
            true => i64::try_from(point - 1 - last).ok()?,
            false => i64::try_from(last - point).ok()?.checked_neg()?,
        };
        Some(Decimal {
            negative: number.starts_with('-'),
            digits: digits.get(first..=last)?,
            exponent: exponent.parse::<i64>().ok()?.checked_add(behind)?,
        })
    }

    const ZERO: Decimal<'static> = Decimal {
        negative: false,
        digits: &[],
        exponent: 0,
    };

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.digits.iter().copied().filter(u8::is_ascii_digit)
    }

    /// Whether this is an integer.
    pub(crate) fn is_whole(self) -> bool {
        self.exponent >= 0
    }

    /// The integer that this is, if it is one and fits.
    pub(crate) fn to_integer(self) -> Option<i128> {
        let zeros = u32::try_from(self.exponent).ok()?;
        let sign = if self.negative { -1 } else { 1 };
        let push = |value: i128, digit: u8| {
            let digit = sign * i128::from(digit - b'0');
            value.checked_mul(10)?.checked_add(digit)
        };
        let value = self.digits().try_fold(0, push)?;
        value.checked_mul(10_i128.checked_pow(zeros)?)
    }

    /// Whether this is a whole number of steps. Neither has digits beyond 127 bits, as no double and no `i128` has.
    pub(crate) fn is_multiple_of(self, step: Decimal<'_>) -> bool {
        let (digits, divisor) = (self.value_of_digits(), step.value_of_digits());
        if digits == 0 || divisor == 0 {
            return digits == 0;
        }
        // The last digit is no zero, so that what ends in fewer zeros than the step is none of its multiples.
        let zeros = self.exponent.checked_sub(step.exponent);
        zeros.is_some_and(|zeros| zeros >= 0 && remainder(digits, zeros, divisor) == 0)
    }

    fn value_of_digits(self) -> u128 {
        let push = |value: u128, digit| {
            value
                .wrapping_mul(10)
                .wrapping_add(u128::from(digit - b'0'))
        };
        self.digits().fold(0, push)
    }
}

/// What is left of the digits with so many zeros behind them; the divisor is at most 2^127.
fn remainder(digits: u128, zeros: i64, divisor: u128) -> u128 {
    // What is left is below the divisor, so that twice as much fits.
    let twice = |remainder: u128| (remainder + remainder) % divisor;
    let mut remainder = digits % divisor;
    for _ in 0..zeros {
        if remainder == 0 {
            break;
        }
        let eight = twice(twice(twice(remainder)));
        remainder = (eight + twice(remainder)) % divisor;
    }
    remainder
}

/// Whether two decimals are the same number.
impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.negative == other.negative
            && self.exponent == other.exponent
            && self.digits().eq(other.digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_are_equal_however_they_are_spelled() {
        let same = [
            ["0", "-0"],
            ["0.000", "0e999999999999999999999"],
            ["1", "1.0"],
            ["100", "1E+2"],
            ["0.5", "5e-1"],
            ["-1200", "-12.00e2"],
            ["0.00123", "1230e-6"],
            ["10.01", "1001e-2"],
        ];
        for [a, b] in same {
            assert_eq!(Decimal::read(a), Decimal::read(b), "{a} {b}");
        }
        let others = [
            ["1", "-1"],
            ["1", "10"],
            ["0.1", "0.10000000000000001"],
            ["9007199254740993", "9007199254740992"],
            ["101", "11"],
            ["1", "0"],
        ];
        for [a, b] in others {
            assert_ne!(Decimal::read(a), Decimal::read(b), "{a} {b}");
        }
        assert_eq!(Decimal::read("1e9223372036854775808"), None);
        assert_eq!(Decimal::read("10e9223372036854775807"), None);
    }

    #[test]
    fn integers_are_known_however_they_are_spelled() {
        let read = |text| Decimal::read(text).and_then(Decimal::to_integer);
        for (text, value) in [
            ("4.0", 4),
            ("-4.000", -4),
            ("1e3", 1000),
            ("1.25e2", 125),
            ("1200e-2", 12),
            ("-0", 0),
            ("0.0e-5", 0),
            ("18446744073709551616", 1 << 64),
            ("-170141183460469231731687303715884105728", i128::MIN),
            ("170141183460469231731687303715884105727.0", i128::MAX),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        for text in [
            "0.5",
            "1e-1",
            "12.5",
            "125e-2",
            "170141183460469231731687303715884105728",
            "1e39",
            "1e400",
            "1e4294967296",
            "-1e9223372036854775807",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
