//! Writing JSON text: strings and numbers, spelled as serde_json spells them.

use super::string::{has_special, is_special, plain_end, special_bytes, zero_padded};

const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends `text`, which is UTF-8, as a JSON string.
pub(crate) fn write_str(out: &mut Vec<u8>, text: &[u8]) {
    let is_written = match text.len() {
        0..8 => write_tiny(out, text),
        8..16 => write_short::<8>(out, text),
        16..32 => write_short::<16>(out, text),
        32..=64 => write_short::<32>(out, text),
        _ => false,
    };
    if !is_written {
        write_any(out, text);
    }
}

/// Appends a text of `HALF` to twice as many bytes, if it needs no escapes: its first and its last half, which may
/// overlap, since copies of constant lengths are cheaper than one of any length.
#[inline(always)]
fn write_short<const HALF: usize>(out: &mut Vec<u8>, text: &[u8]) -> bool {
    let (Some(first), Some(last)) = (text.first_chunk::<HALF>(), text.last_chunk::<HALF>()) else {
        return false;
    };
    if has_special(first) || has_special(last) {
        return false;
    }
    out.push(b'"');
    let end = out.len() + text.len();
    out.extend_from_slice(first);
    out.truncate(end - HALF);
    out.extend_from_slice(last);
    out.push(b'"');
    true
}

/// Appends a text of less than eight bytes, if it needs no escapes.
#[inline(always)]
fn write_tiny(out: &mut Vec<u8>, text: &[u8]) -> bool {
    let behind = 8 * text.len();
    let word = zero_padded(text);
    if special_bytes(word | SPACES << behind) != 0 {
        return false;
    }
    let [a, b, c, d, e, f, g, h] = (word | u64::from(b'"') << behind).to_le_bytes();
    let end = out.len() + text.len() + 2;
    out.extend_from_slice(&[b'"', a, b, c, d, e, f, g, h]);
    out.truncate(end);
    true
}

/// Appends a text of any length.
#[inline(never)]
fn write_any(out: &mut Vec<u8>, text: &[u8]) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut start = 0;
    loop {
        let end = plain_end(text, start);
        out.extend_from_slice(text.get(start..end).unwrap_or_default());
        let Some(&special) = text.get(end) else { break };
        write_escape(out, special);
        start = end + 1;
    }
    out.push(b'"');
}

fn write_escape(out: &mut Vec<u8>, special: u8) {
    debug_assert!(is_special(special));
    let short = match special {
        b'"' => b'"',
        b'\\' => b'\\',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => {
            let digit = |nibble: u8| HEX[usize::from(nibble & 15)];
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(special >> 4), digit(special)]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

/// Appends `value` in decimal.
pub(crate) fn write_u64(out: &mut Vec<u8>, value: u64) {
    const EIGHT: u64 = 100_000_000;
    if value < EIGHT {
        return write_first_digits(out, value);
    }
    match value / EIGHT {
        first @ 0..10 => out.push(b'0' + first as u8),
        first @ 10..100 => {
            out.extend_from_slice(&[b'0' + (first / 10) as u8, b'0' + (first % 10) as u8]);
        }
        first @ 100..EIGHT => write_first_digits(out, first),
        first => {
            write_first_digits(out, first / EIGHT);
            out.extend_from_slice(&(eight_digits(first % EIGHT) | ZEROS).to_le_bytes());
        }
    }
    out.extend_from_slice(&(eight_digits(value % EIGHT) | ZEROS).to_le_bytes());
}

/// Appends a number of up to eight digits, without zeros before it.
#[inline(always)]
fn write_first_digits(out: &mut Vec<u8>, value: u64) {
    let digits = eight_digits(value);
    let zeros = (digits.trailing_zeros() / 8).min(7);
    // Eight bytes are appended and the excess cut off: cheaper than a copy of any length.
    let end = out.len() + 8 - zeros as usize;
    out.extend_from_slice(&((digits | ZEROS) >> (8 * zeros)).to_le_bytes());
    out.truncate(end);
}

/// The eight digits of a number below 10^8, the first in the lowest byte. Both halves of four are split at once, then
/// all four pairs: a multiplication and a shift are a division, for numbers that small.
#[inline(always)]
fn eight_digits(value: u64) -> u64 {
    let fours = (value / 10_000) | ((value % 10_000) << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x7f_0000_007f;
    let pairs = hundreds | ((fours - 100 * hundreds) << 16);
    let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | ((pairs - 10 * tens) << 8)
}

/// Appends `value` in decimal.
pub(crate) fn write_i64(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    write_u64(out, value.unsigned_abs());
}

/// Appends the shortest decimal that reads back as `value`, always with a fraction or an exponent;
/// `null` for what JSON cannot write, infinities and NaN.
pub(crate) fn write_f64(out: &mut Vec<u8>, value: f64) {
    // A double has no error of its own, and writing to a `Vec` cannot fail.
    let _ = serde_json::to_writer(out, &value);
}

/// As [`write_f64`], for single precision.
pub(crate) fn write_f32(out: &mut Vec<u8>, value: f32) {
    let _ = serde_json::to_writer(out, &value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = b"[".to_vec();
        write(&mut out);
        assert_eq!(out.remove(0), b'[', "what was there stays");
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_ascii_character_is_written_as_serde_json_writes_it() {
        for byte in 0..=0x7f_u8 {
            for text in [
                char::from(byte).to_string(),
                format!("12345678{}é", char::from(byte)),
                format!("{0}x{0}", char::from(byte)),
            ] {
                assert_eq!(
                    written(|out| write_str(out, text.as_bytes())),
                    serde_json::to_string(&text).unwrap()
                );
            }
        }
    }

    #[test]
    fn strings_of_every_length_are_written_as_serde_json_writes_them() {
        for len in 0..140 {
            let plain: String = ('0'..='z')
                .filter(|c| *c != '\\')
                .cycle()
                .take(len)
                .collect();
            let mut texts = vec![plain.clone(), "é".repeat(len / 2)];
            for place in (0..len).filter(|place| place % 7 == 0 || place + 2 > len) {
                texts.extend(['"', '\\', '\n', '\u{1f}'].map(|special| {
                    let mut text = plain.clone();
                    text.replace_range(place..=place, &special.to_string());
                    text
                }));
            }
            for text in texts {
                let expected = serde_json::to_string(&text).unwrap();
                assert_eq!(written(|out| write_str(out, text.as_bytes())), expected);
            }
        }
    }

    #[test]
    fn integers_are_written_in_full() {
        let mut values = vec![0, u64::MAX, u64::MAX - 1, 1 << 63, 10_100, 1_000_001];
        for power in 0..20 {
            let ten = 10_u64.pow(power);
            values.extend([ten - 1, ten, ten + 1, ten.wrapping_mul(7), ten / 3]);
        }
        values.extend((0..20_000).map(|n| n * 4_999 % 100_000_000));
        values.extend(0..10_000);
        for value in values {
            assert_eq!(written(|out| write_u64(out, value)), value.to_string());
            let signed = value as i64;
            assert_eq!(written(|out| write_i64(out, signed)), signed.to_string());
        }
    }

    #[test]
    fn doubles_have_a_fraction_or_an_exponent() {
        let cases = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (-2.5, "-2.5"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e-7, "1e-7"),
            (f64::NAN, "null"),
            (f64::INFINITY, "null"),
            (f64::NEG_INFINITY, "null"),
        ];
        for (value, text) in cases {
            assert_eq!(written(|out| write_f64(out, value)), text);
        }
    }
}
