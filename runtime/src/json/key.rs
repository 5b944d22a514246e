//! Member names, prepared at compile time for being met and written.

/// A declared member's name, with what the reader compares and the writer copies.
///
/// The token is `,"name":` with comma and colon, as nearly every server writes it between two values.
/// One of up to 32 bytes is compared as one or two words of 16; a longer one is only ever found by its
/// hash.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    name: &'static str,
    /// The length of the token; 0 where it does not fit or would need escapes.
    token_len: u8,
    head: u128,
    head_mask: u128,
    tail: u128,
    tail_mask: u128,
    hash: u64,
}

const WORD: usize = 16;

/// The bytes of a token around the name: a comma, two quotes and a colon.
const MARKS: usize = 4;

/// Prepares the names of an object: its tag's first, then its members'.
pub const fn keys<const N: usize>(names: [&'static str; N]) -> [Key; N] {
    let mut keys = [Key::new(""); N];
    let mut i = 0;
    while i < N {
        keys[i] = Key::new(names[i]);
        i += 1;
    }
    keys
}

impl Key {
    const fn new(name: &'static str) -> Self {
        let mut key = Key {
            name,
            token_len: 0,
            head: 0,
            head_mask: 0,
            tail: 0,
            tail_mask: 0,
            hash: hash(name.as_bytes()),
        };
        if name.len() + MARKS <= 2 * WORD && is_plain(name.as_bytes()) {
            key.token_len = (name.len() + MARKS) as u8;
            (key.head, key.head_mask) = word_of_token(name.as_bytes(), 0);
            (key.tail, key.tail_mask) = word_of_token(name.as_bytes(), WORD);
        }
        key
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
        let head = u128::from_le_bytes(*rest.first_chunk::<WORD>()?);
        if (head ^ self.head) & self.head_mask & mask != 0 {
            return None;
        }
        match usize::from(self.token_len) {
            0 => None,
            len @ 1..=WORD => Some(at + len),
            len => {
                let tail = u128::from_le_bytes(*rest.get(WORD..)?.first_chunk::<WORD>()?);
                ((tail ^ self.tail) & self.tail_mask == 0).then_some(at + len)
            }
        }
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
        let end = out.len() + usize::from(self.token_len);
        out.extend_from_slice(&self.head.to_le_bytes());
        if self.tail_mask != 0 {
            out.extend_from_slice(&self.tail.to_le_bytes());
        }
        out.truncate(end);
    }
}

/// Finds a name among the keys, looking first where it is most likely: from `guess` on.
pub(crate) fn find_key(keys: &[Key], name: &str, guess: usize) -> Option<usize> {
    let hash = hash(name.as_bytes());
    let (before, after) = keys.split_at_checked(guess).unwrap_or((keys, &[]));
    let is_it = |key: &Key| key.hash == hash && key.name == name;
    match after.iter().position(is_it) {
        Some(place) => Some(guess + place),
        None => before.iter().position(is_it),
    }
}

/// Mixes a name's first and last eight bytes and its length; equal names have equal hashes.
const fn hash(name: &[u8]) -> u64 {
    let first = match name.first_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => short(name),
    };
    let last = match name.last_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => 0,
    };
    first ^ last.rotate_left(29) ^ (name.len() as u64).rotate_left(59)
}

const fn short(name: &[u8]) -> u64 {
    let mut word = 0;
    let mut i = 0;
    while i < name.len() {
        word |= (name[i] as u64) << (8 * i);
        i += 1;
    }
    word
}

/// Whether a name stands in JSON as it is.
const fn is_plain(name: &[u8]) -> bool {
    let mut i = 0;
    while i < name.len() {
        if name[i] < 0x20 || name[i] == b'"' || name[i] == b'\\' {
            return false;
        }
        i += 1;
    }
    true
}

/// The 16 bytes of `,"name":` from `from` on, and a mask of those that belong to it.
const fn word_of_token(name: &[u8], from: usize) -> (u128, u128) {
    let (mut word, mut mask) = (0, 0);
    let mut i = 0;
    while i < WORD && from + i < name.len() + MARKS {
        word |= (token_byte(name, from + i) as u128) << (8 * i);
        mask |= 0xff << (8 * i);
        i += 1;
    }
    (word, mask)
}

const fn token_byte(name: &[u8], at: usize) -> u8 {
    if at == 0 {
        b','
    } else if at == 1 || at == name.len() + 2 {
        b'"'
    } else if at == name.len() + 3 {
        b':'
    } else {
        name[at - 2]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let keys = keys(NAMES);
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
        let keys = keys(NAMES);
        assert_eq!(written(&keys[0]), r#","id":"#);
        assert_eq!(written(&keys[4]), r#","learning_rate_multiplier":"#);
        assert_eq!(written(&keys[5]), format!(",{:?}:", NAMES[5]));
        assert_eq!(written(&keys[6]), r#","qu\"ote":"#);
    }

    #[test]
    fn a_name_is_found_from_every_guess() {
        let keys = keys(NAMES);
        for guess in 0..=NAMES.len() + 1 {
            for (place, name) in NAMES.iter().enumerate() {
                assert_eq!(find_key(&keys, name, guess), Some(place));
            }
            assert_eq!(find_key(&keys, "object", guess), None);
        }
    }

    #[test]
    fn near_the_end_of_the_text_nothing_is_met() {
        let keys = keys(["id"]);
        assert_eq!(keys[0].end_behind(br#","id":1}"#, 0), None);
        assert_eq!(keys[0].end_behind(br#","id":1}         "#, 0), Some(6));
        assert_eq!(keys[0].end_behind(b"", 5), None);
    }
}
