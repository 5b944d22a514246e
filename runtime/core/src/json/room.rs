//! Room in which JSON text is written.
//!
//! How far it is written is an offset that is passed from function to function and comes back from each, so that it stays in a
//! register. The length of a `Vec` would be stored and loaded again for each piece, and each piece would wait for the one
//! before.

use serde::Serialize;

use super::key::Key;
use super::string::{has_special, plain_end, special_bytes, zero_padded};
use super::write::escape;

const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
const SPACES: u64 = u64::from_le_bytes([b' '; 8]);

/// What stands in room that nothing was written into: no zeros, since compilers would ask the allocator for those, and glibc's
/// takes longer to find zeros than to find room.
const FILL: u8 = b' ';

/// How many bytes there are room for at first.
const FIRST: usize = 512;
/// How many bytes the room grows by at most, unless more are needed at once.
const STEP: usize = 1 << 14;

/// Bytes, of which those before an offset are text, and those behind it whatever.
pub(crate) struct Room {
    bytes: Vec<u8>,
    /// Where writing began.
    start: usize,
}

impl Room {
    /// Empty room.
    pub(crate) fn new() -> Self {
        let mut bytes = Vec::with_capacity(FIRST);
        bytes.resize(FIRST, FILL);
        Room { bytes, start: 0 }
    }

    /// Room behind what is in a buffer: write from the end of that on.
    pub(crate) fn behind(buffer: Vec<u8>) -> Self {
        Room {
            start: buffer.len(),
            bytes: buffer,
        }
    }

    /// What was written up to an offset.
    pub(crate) fn into_vec(mut self, end: usize) -> Vec<u8> {
        self.bytes.truncate(end);
        self.bytes
    }

    /// Makes sure that so many more bytes cost no move of what is there.
    pub(crate) fn reserve(&mut self, at: usize, count: usize) {
        let missing = (at + count).saturating_sub(self.bytes.len());
        self.bytes.reserve(missing);
    }

    /// Puts bytes at an offset.
    #[inline(always)]
    pub(crate) fn put<const N: usize>(&mut self, at: usize, bytes: &[u8; N]) -> usize {
        self.put_first(at, bytes, N)
    }

    /// Puts the first so many of some bytes. All are copied, which is cheaper than a copy of any length, and what does not
    /// count is written over.
    #[inline(always)]
    fn put_first<const N: usize>(&mut self, at: usize, bytes: &[u8; N], count: usize) -> usize {
        match self
            .bytes
            .get_mut(at..)
            .and_then(|rest| rest.first_chunk_mut())
        {
            Some(place) => *place = *bytes,
            None => self.grow(at, bytes.get(..count).unwrap_or_default()),
        }
        at + count
    }

    /// Puts bytes at an offset, of which there may be any number.
    #[inline]
    pub(crate) fn put_all(&mut self, at: usize, bytes: &[u8]) -> usize {
        match self.bytes.get_mut(at..at + bytes.len()) {
            Some(place) => place.copy_from_slice(bytes),
            None => self.grow(at, bytes),
        }
        at + bytes.len()
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, at: usize, bytes: &[u8]) {
        self.bytes.truncate(at);
        self.bytes.extend_from_slice(bytes);
        // By a half: all room is filled first, and what is not used was filled in vain.
        let more = ((self.bytes.len() - self.start) / 2).clamp(FIRST, STEP);
        // What is allocated is used up first: a buffer that is kept is not to grow where the text fits.
        let spare = self.bytes.capacity() - self.bytes.len();
        self.bytes.resize(self.bytes.len() + more.min(spare), FILL);
    }

    /// Puts `,"name":`.
    #[inline]
    pub(crate) fn put_key(&mut self, at: usize, key: Key, name: &str) -> usize {
        match key.len() {
            0 => self.put_name(at, name),
            len => self.put_first(at, key.token(), len),
        }
    }

    /// Puts a comma, a name, and a colon.
    pub(crate) fn put_name(&mut self, at: usize, name: &str) -> usize {
        let at = self.put(at, b",");
        let at = self.put_str(at, name.as_bytes());
        self.put(at, b":")
    }

    /// Puts a text, which is UTF-8, as a JSON string.
    #[inline(never)]
    pub(crate) fn put_str(&mut self, at: usize, text: &[u8]) -> usize {
        let end = match text.len() {
            0..8 => self.put_tiny(at, text),
            8..16 => self.put_short::<8>(at, text),
            16..32 => self.put_short::<16>(at, text),
            32..=64 => self.put_short::<32>(at, text),
            _ => None,
        };
        end.unwrap_or_else(|| self.put_any(at, text))
    }

    /// Puts a text of `HALF` to twice as many bytes, if it needs no escapes, and there is room: its first and its last half,
    /// which may overlap, since copies of constant lengths are cheaper than one of any length.
    #[inline(always)]
    fn put_short<const HALF: usize>(&mut self, at: usize, text: &[u8]) -> Option<usize> {
        let (first, last) = (text.first_chunk::<HALF>()?, text.last_chunk::<HALF>()?);
        if has_special(first) | has_special(last) {
            return None;
        }
        let end = at + text.len() + 2;
        let [open, inside @ .., close] = self.bytes.get_mut(at..end)? else {
            return None;
        };
        (*open, *close) = (b'"', b'"');
        *inside.first_chunk_mut()? = *first;
        *inside.last_chunk_mut()? = *last;
        Some(end)
    }

    /// Puts a text of less than eight bytes, if it needs no escapes.
    #[inline(always)]
    fn put_tiny(&mut self, at: usize, text: &[u8]) -> Option<usize> {
        let behind = 8 * text.len();
        let word = zero_padded(text);
        if special_bytes(word | SPACES << behind) != 0 {
            return None;
        }
        let [a, b, c, d, e, f, g, h] = (word | u64::from(b'"') << behind).to_le_bytes();
        let bytes = [b'"', a, b, c, d, e, f, g, h];
        Some(self.put_first(at, &bytes, text.len() + 2))
    }

    /// Puts a text of any length.
    #[inline(never)]
    fn put_any(&mut self, at: usize, text: &[u8]) -> usize {
        let mut at = self.put(at, b"\"");
        let mut start = 0;
        loop {
            let end = plain_end(text, start);
            at = self.put_all(at, text.get(start..end).unwrap_or_default());
            let Some(&special) = text.get(end) else { break };
            let (escape, len) = escape(special);
            at = self.put_first(at, &escape, len);
            start = end + 1;
        }
        self.put(at, b"\"")
    }

    /// Puts a number in decimal.
    #[inline(never)]
    pub(crate) fn put_u64(&mut self, at: usize, value: u64) -> usize {
        const EIGHT: u64 = 100_000_000;
        if value < EIGHT {
            return self.put_first_digits(at, value);
        }
        let at = match value / EIGHT {
            first @ 0..10 => self.put(at, &[b'0' + first as u8]),
            first @ 10..100 => {
                self.put(at, &[b'0' + (first / 10) as u8, b'0' + (first % 10) as u8])
            }
            first @ 100..EIGHT => self.put_first_digits(at, first),
            first => {
                let at = self.put_first_digits(at, first / EIGHT);
                self.put_digits(at, first % EIGHT)
            }
        };
        self.put_digits(at, value % EIGHT)
    }

    /// Puts a number of up to eight digits, without zeros before it.
    #[inline(always)]
    fn put_first_digits(&mut self, at: usize, value: u64) -> usize {
        // Asked of the number, and not of its digits, which take longer, and what comes behind waits for it. With its lowest bit
        // set a number has as many digits, and is not zero.
        let count = 1 + (value as u32 | 1).ilog10();
        let digits = (eight_digits(value) | ZEROS) >> (64 - 8 * count);
        self.put_first(at, &digits.to_le_bytes(), count as usize)
    }

    /// Puts a number of up to eight digits, with zeros before it.
    #[inline(always)]
    fn put_digits(&mut self, at: usize, value: u64) -> usize {
        self.put(at, &(eight_digits(value) | ZEROS).to_le_bytes())
    }

    /// Puts a number in decimal.
    pub(crate) fn put_i64(&mut self, at: usize, value: i64) -> usize {
        let at = match value < 0 {
            true => self.put(at, b"-"),
            false => at,
        };
        self.put_u64(at, value.unsigned_abs())
    }

    /// Puts the shortest decimal that reads back as the number, always with a fraction or an exponent;
    /// `null` for what JSON cannot write, infinities and NaN.
    #[inline(never)]
    pub(crate) fn put_float(&mut self, at: usize, value: impl Serialize) -> usize {
        // Its digits are less; and what JSON has no number for is no error.
        let mut digits = [0; 32];
        let mut rest = &mut digits[..];
        let _ = serde_json::to_writer(&mut rest, &value);
        let len = 32 - rest.len();
        self.put_first(at, &digits, len)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written behind a text, in empty room, in room that is full, and in room that is nearly full.
    #[track_caller]
    fn written(put: impl Fn(&mut Room, usize) -> usize) -> String {
        let mut texts = [0, FIRST, FIRST - 1, FIRST - 7, FIRST - 20, FIRST - 40].map(|taken| {
            let before = "[".repeat(taken);
            let mut room = Room::new();
            let at = room.put_all(0, before.as_bytes());
            let end = put(&mut room, at);
            let mut behind = Room::behind(before.clone().into_bytes());
            assert_eq!(put(&mut behind, at), end);
            let [text, other] =
                [room, behind].map(|room| String::from_utf8(room.into_vec(end)).unwrap());
            assert_eq!(text, other);
            text.strip_prefix(&before)
                .expect("what was there stays")
                .to_owned()
        });
        let [first, others @ ..] = &mut texts;
        assert!(
            others.iter().all(|text| text == first),
            "{first} {others:?}"
        );
        std::mem::take(first)
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
                    written(|room, at| room.put_str(at, text.as_bytes())),
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
                assert_eq!(
                    written(|room, at| room.put_str(at, text.as_bytes())),
                    expected
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
        values.extend((0..20_000).map(|n| n * 4_999 % 100_000_000));
        values.extend(0..10_000);
        for value in values {
            assert_eq!(
                written(|room, at| room.put_u64(at, value)),
                value.to_string()
            );
            let signed = value as i64;
            assert_eq!(
                written(|room, at| room.put_i64(at, signed)),
                signed.to_string()
            );
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
            assert_eq!(written(|room, at| room.put_float(at, value)), text);
        }
    }
}
