//! Member names, prepared at compile time for being met and written.

use crate::describe::Member;

/// A declared member's name, with what the reader compares and the writer copies.
///
/// The token is `,"name":` with comma and colon, as nearly every server writes it between two values.
/// One of up to 32 bytes is compared as one or two words of 16; a longer one is only ever found by its
/// hash.
///
/// Making one takes no loop: compilers interpret it, for every member of every type.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    name: &'static str,
    /// The length of the token; 0 where it does not fit or would need escapes.
    token_len: u8,
    head: u128,
    tail: u128,
    hash: u64,
}

const WORD: usize = 16;

/// The bytes of a token around the name: a comma, two quotes and a colon.
const MARKS: usize = 4;

/// For each length the bytes of a word that belong to it.
static MASKS: [u128; WORD + 1] = masks();

impl Key {
    pub(crate) const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        let hash = hash(bytes);
        let (low, high) = words(bytes);
        let mut key = Key {
            name,
            token_len: 0,
            head: 0,
            tail: 0,
            hash,
        };
        if bytes.len() + MARKS <= 2 * WORD
            && is_plain(low, bytes.len())
            && is_plain(high, bytes.len().saturating_sub(WORD))
        {
            key.token_len = (bytes.len() + MARKS) as u8;
            key.head = low << 16 | u16::from_le_bytes(*b",\"") as u128;
            key.tail = high << 16 | low >> 112;
            key = key.with(b'"', bytes.len() + 2).with(b':', bytes.len() + 3);
        }
        key
    }

    /// The key with this byte in its token, at a place where a zero stands.
    const fn with(mut self, byte: u8, at: usize) -> Self {
        let byte = byte as u128;
        if at < WORD {
            self.head |= byte << (8 * at);
        } else {
            self.tail |= byte << (8 * (at - WORD));
        }
        self
    }

    /// Where this key's token ends that begins at `at`, the byte before the opening quote, with
    /// whatever byte; `None` where it does not stand there (or might, but so near the end of the text
    /// that a whole word cannot be read).
    #[inline(always)]
    pub(crate) fn end_behind(&self, bytes: &[u8], at: usize) -> Option<usize> {
        self.end_if(bytes, at, !0xff)
    }

    /// As [`end_behind`](Key::end_behind), where the byte at `at` must be a comma.
    #[inline(always)]
    pub(crate) fn end_behind_comma(&self, bytes: &[u8], at: usize) -> Option<usize> {
        self.end_if(bytes, at, !0)
    }

    #[inline(always)]
    fn end_if(&self, bytes: &[u8], at: usize, mask: u128) -> Option<usize> {
        let rest = bytes.get(at..)?;
        let difference = u128::from_le_bytes(*rest.first_chunk::<WORD>()?) ^ self.head;
        let len = usize::from(self.token_len);
        let Some(own) = MASKS.get(len) else {
            let tail = u128::from_le_bytes(*rest.get(WORD..)?.first_chunk::<WORD>()?);
            let own = MASKS.get(len - WORD)?;
            let met = difference & mask == 0 && (tail ^ self.tail) & own == 0;
            return met.then_some(at + len);
        };
        let met = difference & own & mask == 0 && len != 0;
        met.then_some(at + len)
    }

    /// Appends `,"name":`.
    #[inline]
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        if self.token_len == 0 {
            out.push(b',');
            super::write_str(out, self.name.as_bytes());
            out.push(b':');
            return;
        }
        // Whole words are copied and the excess cut off: cheaper than a copy of any length.
        let len = usize::from(self.token_len);
        let end = out.len() + len;
        out.extend_from_slice(&self.head.to_le_bytes());
        if len > WORD {
            out.extend_from_slice(&self.tail.to_le_bytes());
        }
        out.truncate(end);
    }
}

const fn masks() -> [u128; WORD + 1] {
    let mut masks = [0; WORD + 1];
    let mut len = 1;
    while len <= WORD {
        masks[len] = u128::MAX >> (8 * (WORD - len));
        len += 1;
    }
    masks
}

/// Finds a name among the members, looking first where it is most likely: from `guess` on.
pub(crate) fn find_key(members: &[Member], name: &str, guess: usize) -> Option<usize> {
    let hash = hash(name.as_bytes());
    let (before, after) = members.split_at_checked(guess).unwrap_or((members, &[]));
    let is_it = |member: &Member| member.key.hash == hash && member.key.name == name;
    match after.iter().position(is_it) {
        Some(place) => Some(guess + place),
        None => before.iter().position(is_it),
    }
}

/// Mixes a name's first and last eight bytes and its length; equal names have equal hashes.
const fn hash(name: &[u8]) -> u64 {
    let last = match name.last_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => 0,
    };
    first_word(name) as u64 ^ last.rotate_left(29) ^ (name.len() as u64).rotate_left(59)
}

/// The first 32 bytes of a name in two words, with zeros behind its end.
const fn words(name: &[u8]) -> (u128, u128) {
    let high = match (name.last_chunk::<WORD>(), name.len()) {
        // The last 16 bytes of up to 32 begin in the first word; what they share with it is cut off.
        (Some(last), 17..32) => u128::from_le_bytes(*last) >> (8 * (2 * WORD - name.len())),
        (Some(last), 32) => u128::from_le_bytes(*last),
        _ => 0,
    };
    (first_word(name), high)
}

/// The first 16 bytes of a name, with zeros behind its end. Two chunks that overlap agree where they do.
const fn first_word(name: &[u8]) -> u128 {
    let len = name.len();
    if let Some(word) = name.first_chunk::<WORD>() {
        return u128::from_le_bytes(*word);
    }
    if let (Some(first), Some(last)) = (name.first_chunk::<8>(), name.last_chunk::<8>()) {
        let last = u64::from_le_bytes(*last) as u128;
        return u64::from_le_bytes(*first) as u128 | last << (8 * (len - 8));
    }
    if let (Some(first), Some(last)) = (name.first_chunk::<4>(), name.last_chunk::<4>()) {
        let last = u32::from_le_bytes(*last) as u128;
        return u32::from_le_bytes(*first) as u128 | last << (8 * (len - 4));
    }
    match *name {
        [] => 0,
        [a] => u32::from_le_bytes([a, 0, 0, 0]) as u128,
        [a, b] => u32::from_le_bytes([a, b, 0, 0]) as u128,
        [a, b, c, ..] => u32::from_le_bytes([a, b, c, 0]) as u128,
    }
}

/// Whether the first `len` bytes of a word stand in a JSON string as they are.
const fn is_plain(word: u128, len: usize) -> bool {
    const ONES: u128 = u128::from_le_bytes([1; WORD]);
    let len = if len < WORD { len } else { WORD };
    if len == 0 {
        return true;
    }
    // The bytes behind the end are made letters.
    let word = word | ((ONES * b'a' as u128) & !(u128::MAX >> (8 * (WORD - len))));
    !(has_zero(word ^ (ONES * b'"' as u128))
        || has_zero(word ^ (ONES * b'\\' as u128))
        || word.wrapping_sub(ONES * b' ' as u128) & !word & (ONES * 0x80) != 0)
}

/// Whether a byte of a word is zero.
const fn has_zero(word: u128) -> bool {
    const ONES: u128 = u128::from_le_bytes([1; WORD]);
    word.wrapping_sub(ONES) & !word & (ONES * 0x80) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::Shape;

    const NAMES: [&str; 7] = [
        "id",
        "created_at",
        "thirteen_long",
        "fourteen__long",
        "learning_rate_multiplier",
        "a_name_that_is_longer_than_any_token",
        "qu\"ote",
    ];

    fn written(key: &Key) -> String {
        let mut out = Vec::new();
        key.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_written_key_is_met_and_no_other() {
        let keys = NAMES.map(Key::new);
        for key in &keys {
            let text = written(key) + " 1, and more than a word behind it";
            let brace = text.replacen(',', "{", 1);
            for other in &keys {
                let end = (key.name == other.name && key.token_len != 0)
                    .then_some(key.name.len() + MARKS);
                assert_eq!(other.end_behind_comma(text.as_bytes(), 0), end, "{text}");
                assert_eq!(other.end_behind(text.as_bytes(), 0), end, "{text}");
                assert_eq!(other.end_behind(brace.as_bytes(), 0), end, "{brace}");
                assert_eq!(other.end_behind_comma(brace.as_bytes(), 0), None);
            }
        }
    }

    #[test]
    fn keys_are_written_with_escapes_where_needed() {
        let keys = NAMES.map(Key::new);
        assert_eq!(written(&keys[0]), r#","id":"#);
        assert_eq!(written(&keys[4]), r#","learning_rate_multiplier":"#);
        assert_eq!(written(&keys[5]), format!(",{:?}:", NAMES[5]));
        assert_eq!(written(&keys[6]), r#","qu\"ote":"#);
    }

    #[test]
    fn a_name_is_found_from_every_guess() {
        let members = NAMES.map(|name| Member::new(name, "", Shape::Any));
        for guess in 0..=NAMES.len() + 1 {
            for (place, name) in NAMES.iter().enumerate() {
                assert_eq!(find_key(&members, name, guess), Some(place));
            }
            assert_eq!(find_key(&members, "object", guess), None);
        }
    }

    #[test]
    fn names_of_every_length_are_met_and_written() {
        for len in 0..40 {
            let name: &'static str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"
                .get(..len)
                .unwrap();
            let key = Key::new(name);
            let text = format!(",\"{name}\":");
            assert_eq!(written(&key), text);
            let end = (len + MARKS <= 32).then_some(text.len());
            assert_eq!(
                key.end_behind_comma((text + &" ".repeat(32)).as_bytes(), 0),
                end
            );
        }
    }

    #[test]
    fn names_that_need_escapes_are_told_at_every_place() {
        const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzé";
        assert_ne!(Key::new(PLAIN).token_len, 0);
        for at in 0..26 {
            for odd in ["\"", "\\", "\u{1f}", "\0"] {
                let name = [&PLAIN[..at], odd, &PLAIN[at + 1..]].concat();
                let key = Key::new(name.leak());
                assert_eq!(key.token_len, 0, "{:?}", key.name);
            }
        }
    }

    #[test]
    fn near_the_end_of_the_text_nothing_is_met() {
        let keys = [Key::new("id")];
        assert_eq!(keys[0].end_behind(br#","id":1}"#, 0), None);
        assert_eq!(keys[0].end_behind(br#","id":1}         "#, 0), Some(6));
        assert_eq!(keys[0].end_behind(b"", 5), None);
    }
}
