//! Writing JSON text: strings and numbers, spelled as serde_json spells them.

use super::string::{is_special, plain_end};

const PAIRS: [[u8; 2]; 100] = two_digit_numbers();
const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends `text`, which is UTF-8, as a JSON string.
pub(crate) fn write_str(out: &mut Vec<u8>, text: &[u8]) {
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
pub(crate) fn write_u64(out: &mut Vec<u8>, mut value: u64) {
    // 2^64 has twenty digits.
    let mut buffer = [0_u8; 20];
    let mut start = buffer.len();
    while value >= 10 {
        let pair = PAIRS[(value % 100) as usize];
        value /= 100;
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&pair);
    }
    if value > 0 || start == buffer.len() {
        start -= 1;
        buffer[start] = b'0' + value as u8;
    }
    out.extend_from_slice(&buffer[start..]);
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

const fn two_digit_numbers() -> [[u8; 2]; 100] {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
        number += 1;
    }
    pairs
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
    fn integers_are_written_in_full() {
        let mut values = vec![0, u64::MAX, u64::MAX - 1, 1 << 63, 10_100, 1_000_001];
        for power in 0..20 {
            let ten = 10_u64.pow(power);
            values.extend([ten - 1, ten, ten + 1, ten.wrapping_mul(7), ten / 3]);
        }
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
