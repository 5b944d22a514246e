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

    /// What makes it.
    #[inline(always)]
    pub(crate) fn token(self) -> Token {
        self.0
    }

    /// The length of the token; 0 where there is none.
    #[inline(always)]
    pub(super) fn len(self) -> usize {
        let [.., len] = *self.0;
        // It is less anyway, which compilers cannot know.
        usize::from(len) % SPACE
    }

    /// Where this key's token ends that begins at `at` with the comma.
    #[inline(always)]
    pub(crate) fn end_behind_comma(&self, bytes: &[u8], at: usize) -> Option<usize> {
        self.end(bytes, at, u128::MAX)
    }

    /// Where this key's token ends that begins at `at`, the byte before the opening quote, with
    /// whatever byte; `None` where it does not stand there.
    #[inline(always)]
    pub(crate) fn end_behind(&self, bytes: &[u8], at: usize) -> Option<usize> {
        self.end(bytes, at, !0xff)
    }

    /// Where this key's token ends that begins at `at`, by those bits of its first half that count.
    #[inline(always)]
    fn end(&self, bytes: &[u8], at: usize, which: u128) -> Option<usize> {
        let rest = bytes.get(at..)?;
        let is_met = match rest.first_chunk() {
            Some(text) => self.begins(text, which),
            None => self.begins_short(rest, which),
        };
        is_met.then_some(at + self.len())
    }

    /// Whether a text begins with this token. There is no branch for the length, which processors guess badly where members
    /// come in any order.
    #[inline(always)]
    fn begins(&self, text: &[u8; SPACE], which: u128) -> bool {
        let len = self.len();
        let Some(counts) = COUNTS
            .0
            .get(SPACE - len..)
            .and_then(|counts| counts.first_chunk())
        else {
            return false;
        };
        let [token, text, counts] = [self.0, text, counts].map(halves);
        let first = (token[0] ^ text[0]) & counts[0] & which;
        let second = (token[1] ^ text[1]) & counts[1];
        len != 0 && first | second == 0
    }

    /// The same of a text that is shorter than the longest token.
    #[inline(never)]
    fn begins_short(&self, text: &[u8], which: u128) -> bool {
        let len = self.len();
        let from = usize::from(which != u128::MAX);
        match (self.0.get(from..len), text.get(from..len)) {
            (Some(token), Some(text)) => len != 0 && token == text,
            _ => false,
        }
    }
}

/// Which bytes of a token count, from the place on that lies as far before the middle as the token is long. In one line of a
/// processor's cache, since it is asked for each member.
static COUNTS: Counts = Counts({
    let mut counts = [0; 2 * SPACE];
    let mut place = 0;
    while place < SPACE {
        counts[place] = 0xff;
        place += 1;
    }
    counts
});

#[repr(align(64))]
struct Counts([u8; 2 * SPACE]);

/// The bytes as two numbers, the first of each lowest.
#[inline(always)]
fn halves(bytes: &[u8; SPACE]) -> [u128; 2] {
    let (first, second) = (bytes.first_chunk(), bytes.last_chunk());
    [first, second].map(|half| half.map_or(0, |half| u128::from_le_bytes(*half)))
}

#[cfg(test)]
impl Key {
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
    use crate::json::Room;

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
        let mut room = Room::new();
        let end = room.put_key(0, Key::of(name), name);
        String::from_utf8(room.into_vec(end)).unwrap()
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
    fn a_name_without_a_token_is_met_nowhere() {
        let key = Key::of("a_name_that_is_longer_than_any_token");
        for text in [
            ",",
            ",\"id\":1}",
            ",\"a_name_that_is_longer_than_any_token\":1}",
        ] {
            assert_eq!(key.end_behind_comma(text.as_bytes(), 0), None, "{text}");
            assert_eq!(key.end_behind(text.as_bytes(), 0), None, "{text}");
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
