//! Writing JSON text: strings and numbers, spelled as serde_json spells them.

use std::fmt::Display;
use std::io::Write;

use super::room::Room;
use super::string::is_special;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends `text`, which is UTF-8, as a JSON string.
pub(crate) fn write_str(out: &mut Vec<u8>, text: &[u8]) {
    let at = out.len();
    let mut room = Room::behind(std::mem::take(out));
    let end = room.put_str(at, text);
    *out = room.into_vec(end);
}

/// How a byte is escaped that cannot stand in a string as it is, and how many bytes of that count.
pub(super) fn escape(special: u8) -> ([u8; 6], usize) {
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
            let (high, low) = (digit(special >> 4), digit(special));
            return ([b'\\', b'u', b'0', b'0', high, low], 6);
        }
    };
    ([b'\\', short, 0, 0, 0, 0], 2)
}

/// Appends an integer in decimal.
pub(crate) fn write_integer(out: &mut Vec<u8>, value: impl Display) {
    // Writing to a `Vec` cannot fail.
    let _ = write!(out, "{value}");
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
            let text = format!("12345678{}é", char::from(byte));
            assert_eq!(
                written(|out| write_str(out, text.as_bytes())),
                serde_json::to_string(&text).unwrap()
            );
        }
    }

    #[test]
    fn integers_are_written_in_full() {
        assert_eq!(
            written(|out| write_integer(out, u64::MAX)),
            u64::MAX.to_string()
        );
        assert_eq!(
            written(|out| write_integer(out, i64::MIN)),
            i64::MIN.to_string()
        );
    }

    #[test]
    fn doubles_have_a_fraction_or_an_exponent() {
        for (value, text) in [
            (0.0, "0.0"),
            (-2.5, "-2.5"),
            (1e-7, "1e-7"),
            (f64::NAN, "null"),
        ] {
            assert_eq!(written(|out| write_f64(out, value)), text);
        }
    }
}
