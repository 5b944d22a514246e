//! Member names, prepared for being met and written.

use crate::describe::Member;

/// A declared member's name as nearly every server writes it between two values, which the reader
/// compares and the writer copies: `,"name":`, with comma and colon.
///
/// A token of up to 32 bytes is compared as one or two words of 16; a longer one is only ever found by its
/// name.
///
/// The derive writes the token out, since compilers interpret what makes a constant, for every member of
/// every type, and that is dear.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    token: [u8; 2 * WORD],
    /// The length of the token; 0 where it does not fit or would need escapes.
    len: u8,
}

const WORD: usize = 16;

/// For each length the bytes of a word that belong to it.
static MASKS: [u128; WORD + 1] = masks();

impl Key {
    /// The key of a name whose token is longer than 32 bytes, or would need escapes.
    pub const LONG: Key = Key::new(0, &[0; 2 * WORD]);

    /// The key with this token, which has this length and zeros behind it.
    pub const fn new(len: u8, token: &[u8; 2 * WORD]) -> Self {
        Key { token: *token, len }
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
        let difference = word(rest)? ^ word(&self.token)?;
        let len = usize::from(self.len);
        let Some(own) = MASKS.get(len) else {
            let own = MASKS.get(len - WORD)?;
            let tail = word(rest.get(WORD..)?)? ^ word(self.token.get(WORD..)?)?;
            let met = difference & mask == 0 && tail & own == 0;
            return met.then_some(at + len);
        };
        let met = difference & own & mask == 0 && len != 0;
        met.then_some(at + len)
    }

    /// Appends `,"name":`.
    #[inline]
    pub(crate) fn write(&self, name: &str, out: &mut Vec<u8>) {
        if self.len == 0 {
            out.push(b',');
            super::write_str(out, name.as_bytes());
            out.push(b':');
            return;
        }
        // Whole words are copied and the excess cut off: cheaper than a copy of any length.
        let len = usize::from(self.len);
        let end = out.len() + len;
        let (words, _) = self.token.as_chunks::<WORD>();
        let [head, tail] = words else { return };
        out.extend_from_slice(head);
        if len > WORD {
            out.extend_from_slice(tail);
        }
        out.truncate(end);
    }
}

/// The first 16 bytes as a word.
#[inline(always)]
fn word(bytes: &[u8]) -> Option<u128> {
    bytes.first_chunk().map(|word| u128::from_le_bytes(*word))
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
pub(crate) fn find_name(members: &[Member], name: &str, guess: usize) -> Option<usize> {
    let (before, after) = members.split_at_checked(guess).unwrap_or((members, &[]));
    let is_it = |member: &Member| member.name == name;
    match after.iter().position(is_it) {
        Some(place) => Some(guess + place),
        None => before.iter().position(is_it),
    }
}

#[cfg(test)]
impl Key {
    /// What the derive writes for a name.
    pub(crate) fn of(name: &str) -> Self {
        let token = format!(",{}:", serde_json::Value::from(name));
        let mut padded = [0; 2 * WORD];
        match padded.get_mut(..token.len()) {
            Some(place) if token.len() == name.len() + 4 => {
                place.copy_from_slice(token.as_bytes());
                Key::new(token.len() as u8, &padded)
            }
            _ => Key::LONG,
        }
    }
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

    fn written(name: &str) -> String {
        let mut out = Vec::new();
        Key::of(name).write(name, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_written_key_is_met_and_no_other() {
        for name in NAMES {
            let text = written(name) + " 1, and more than a word behind it";
            let brace = text.replacen(',', "{", 1);
            for other_name in NAMES {
                let other = Key::of(other_name);
                let end = (name == other_name && other.len != 0).then_some(name.len() + 4);
                assert_eq!(other.end_behind_comma(text.as_bytes(), 0), end, "{text}");
                assert_eq!(other.end_behind(text.as_bytes(), 0), end, "{text}");
                assert_eq!(other.end_behind(brace.as_bytes(), 0), end, "{brace}");
                assert_eq!(other.end_behind_comma(brace.as_bytes(), 0), None);
            }
        }
    }

    #[test]
    fn keys_are_written_with_escapes_where_needed() {
        assert_eq!(written(NAMES[0]), r#","id":"#);
        assert_eq!(written(NAMES[4]), r#","learning_rate_multiplier":"#);
        assert_eq!(written(NAMES[5]), format!(",{:?}:", NAMES[5]));
        assert_eq!(written(NAMES[6]), r#","qu\"ote":"#);
    }

    #[test]
    fn a_name_is_found_from_every_guess() {
        let members = NAMES.map(|name| Member::new(name, Key::of(name), "", Shape::Any));
        for guess in 0..=NAMES.len() + 1 {
            for (place, name) in NAMES.iter().enumerate() {
                assert_eq!(find_name(&members, name, guess), Some(place));
            }
            assert_eq!(find_name(&members, "object", guess), None);
        }
    }

    #[test]
    fn names_of_every_length_are_met_and_written() {
        for len in 0..40 {
            let name: &'static str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"
                .get(..len)
                .unwrap();
            let text = format!(",\"{name}\":");
            assert_eq!(written(name), text);
            let end = (len + 4 <= 32).then_some(text.len());
            assert_eq!(
                Key::of(name).end_behind_comma((text + &" ".repeat(32)).as_bytes(), 0),
                end
            );
        }
    }

    #[test]
    fn near_the_end_of_the_text_nothing_is_met() {
        let key = Key::of("id");
        assert_eq!(key.end_behind(br#","id":1}"#, 0), None);
        assert_eq!(key.end_behind(br#","id":1}         "#, 0), Some(6));
        assert_eq!(key.end_behind(b"", 5), None);
    }
}
