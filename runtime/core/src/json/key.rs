//! Member names, prepared for being met and written.

/// A declared member's name as nearly every server writes it between two values, which the reader
/// compares and the writer copies: `,"name":`, with comma and colon.
///
/// A token of up to 31 bytes is compared by its first and its last 4, 8 or 16, which may overlap; a longer
/// one is only ever found by its name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key(Token);

/// What makes a key: its token, behind that zeros, and in the last byte the token's length.
///
/// The derive writes it out, since compilers interpret what makes a constant, for every member of every type, and that
/// is dear.
#[doc(hidden)]
pub(crate) type Token = &'static [u8; SPACE];

/// What makes the key of an empty name, and of one whose token is longer than the room or would need escapes.
#[doc(hidden)]
pub const NO_TOKEN: Token = &[0; SPACE];

/// The length of the longest token.
#[cfg(test)]
const ROOM: usize = SPACE - 1;
const SPACE: usize = 32;

impl Key {
    #[inline(always)]
    pub(crate) const fn new(token: Token) -> Self {
        Key(token)
    }

    /// The length of the token; 0 where there is none.
    #[inline(always)]
    fn len(self) -> usize {
        let [.., len] = *self.0;
        // It is less anyway, which compilers cannot know.
        usize::from(len) % SPACE
    }

    /// Where this key's token ends that begins at `at` with the comma.
    #[inline(always)]
    pub(crate) fn end_behind_comma(&self, bytes: &[u8], at: usize) -> Option<usize> {
        match bytes.get(at) {
            Some(b',') => self.end_behind(bytes, at),
            _ => None,
        }
    }

    /// Where this key's token ends that begins at `at`, the byte before the opening quote, with
    /// whatever byte; `None` where it does not stand there.
    #[inline(always)]
    pub(crate) fn end_behind(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let len = self.len();
        let token = self.0.get(1..len)?;
        let text = bytes.get(at..)?.get(1..len)?;
        let met = same_ends::<16>(token, text)
            .or_else(|| same_ends::<8>(token, text))
            .or_else(|| same_ends::<4>(token, text));
        met?.then_some(at + len)
    }

    /// Appends `,"name":`.
    #[inline]
    pub(crate) fn write(&self, name: &str, out: &mut Vec<u8>) {
        if self.len() == 0 {
            out.push(b',');
            super::write_str(out, name.as_bytes());
            out.push(b':');
            return;
        }
        // All the room is copied and the excess cut off: cheaper than a copy of any length.
        let end = out.len() + self.len();
        out.extend_from_slice(self.0);
        out.truncate(end);
    }
}

/// Whether two texts of the same length are the same, by their first and last `N` bytes; `None` where that
/// says nothing, since they are shorter than one or longer than both.
#[inline(always)]
fn same_ends<const N: usize>(a: &[u8], b: &[u8]) -> Option<bool> {
    let (first, last) = (a.first_chunk::<N>()?, a.last_chunk::<N>()?);
    Some(b.first_chunk() == Some(first) && b.last_chunk() == Some(last))
}

#[cfg(test)]
impl Key {
    pub(crate) fn token(self) -> Token {
        self.0
    }

    /// What the derive writes for a name.
    pub(crate) fn of(name: &str) -> Self {
        let token = format!(",{}:", serde_json::Value::from(name));
        let mut padded = [0; SPACE];
        match padded.get_mut(..token.len()) {
            Some(place)
                if token.len() == name.len() + 4 && place.len() <= ROOM && !name.is_empty() =>
            {
                place.copy_from_slice(token.as_bytes());
                padded[ROOM] = token.len() as u8;
                Key(Box::leak(Box::new(padded)))
            }
            _ => Key(NO_TOKEN),
        }
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
                let end = (name == other_name && other.len() != 0).then_some(name.len() + 4);
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
    fn names_of_every_length_are_met_and_written() {
        for len in 0..40 {
            let name: &'static str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"
                .get(..len)
                .unwrap();
            let text = format!(",\"{name}\":");
            assert_eq!(written(name), text);
            let end = (1..=27).contains(&len).then_some(text.len());
            assert_eq!(
                Key::of(name).end_behind_comma((text + &" ".repeat(32)).as_bytes(), 0),
                end
            );
        }
    }

    #[test]
    fn a_key_is_met_at_the_end_of_the_text_and_not_beyond() {
        let key = Key::of("id");
        assert_eq!(key.end_behind(br#","id":"#, 0), Some(6));
        assert_eq!(key.end_behind(br#","id""#, 0), None);
        assert_eq!(key.end_behind(b"", 5), None);
    }
}
