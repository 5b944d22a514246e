//! Finding the member that a name means.
//!
//! The derive writes an index beside the members of a type: a table with open addressing, hashed by the first eight bytes of a
//! name. So a name that is not the expected one costs as little in an object of a hundred members as in one of four, and one that nobody
//! declared is told from the others at once.

use super::key::{Key, Token};
use super::string::zero_padded;
use crate::describe::{Member, ObjectType};

/// The places of members by their names: one more than a place, or zero; empty where members are looked through.
///
/// Its length is a power of two, and at least half of it is zeros.
pub(crate) type Index = &'static [u8];

/// The places of the members whose names may be one that begins with some bytes.
struct Candidates {
    index: Index,
    slots: std::ops::Range<usize>,
}

impl Candidates {
    /// Those of a name with these first eight bytes; what comes behind a quote counts for nothing.
    #[inline(always)]
    fn new(index: Index, head: u64) -> Self {
        let slot = (before_quote(head).wrapping_mul(SPREAD) >> 56) as usize;
        Candidates {
            index,
            slots: slot..slot + index.len(),
        }
    }
}

impl Iterator for Candidates {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        let slot = self.slots.next()? & (self.index.len() - 1);
        usize::from(*self.index.get(slot)?).checked_sub(1)
    }
}

/// What spreads names over an index, by its product's highest bits; the golden ratio's fraction, as is usual.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// By their lengths and first two bytes, which names may be among some: of most that are not, that they are not.
///
/// A bit stands for each sixty-fourth of all such beginnings.
#[derive(Clone, Copy)]
pub(crate) struct Heads(u64);

impl Heads {
    /// Those of no names.
    pub(crate) const NONE: Heads = Heads(0);
    /// Those of names of which nothing is known.
    pub(super) const ANY: Heads = Heads(u64::MAX);

    /// Adds a name.
    #[inline(always)]
    pub(crate) fn insert(&mut self, name: &str) {
        self.0 |= bit_of(name);
    }

    /// Whether a name may be among them.
    #[inline(always)]
    pub(crate) fn may_hold_name(self, name: &str) -> bool {
        self.0 & bit_of(name) != 0 || name.is_empty()
    }

    /// Whether the name of a token may be among them.
    #[inline(always)]
    pub(super) fn may_hold(self, token: Token) -> bool {
        let [_, _, first, second, .., len] = *token;
        self.0 & bit(first, second, usize::from(len)) != 0 || len == 0
    }
}

/// How much longer a token is than its name.
const AROUND: usize = r#","":"#.len();

/// The bit of the tokens of this name; none where it is empty, and has no token.
#[inline(always)]
fn bit_of(name: &str) -> u64 {
    match *name.as_bytes() {
        [first, second, ..] => bit(first, second, name.len() + AROUND),
        // The quote behind it is in its token.
        [first] => bit(first, b'"', 1 + AROUND),
        [] => 0,
    }
}

/// The bit of the tokens of this length whose names begin so.
#[inline(always)]
fn bit(first: u8, second: u8, len: usize) -> u64 {
    let head = u32::from(u16::from_le_bytes([first, second])) | (len as u32) << 16;
    1 << (head.wrapping_mul((SPREAD >> 32) as u32) >> 26)
}

const ONES: u64 = u64::from_le_bytes([1; 8]);
const TOPS: u64 = u64::from_le_bytes([0x80; 8]);

/// The bytes before the first quote, and zeros.
#[inline(always)]
fn before_quote(word: u64) -> u64 {
    let quotes = word ^ (ONES * u64::from(b'"'));
    let marks = quotes.wrapping_sub(ONES) & !quotes & TOPS;
    let first = marks & marks.wrapping_neg();
    // Where there is no mark, this is all bits.
    word & (first >> 7).wrapping_sub(1)
}

/// Finds the member whose token stands at `at`, save for the byte there: its place, and where the token ends.
/// Without an index it is looked for first where it is most likely: from `guess` on.
pub(crate) fn find_token(
    object: &ObjectType,
    guess: usize,
    bytes: &[u8],
    at: usize,
) -> Option<(usize, usize)> {
    let end = |place: usize| {
        let member = object.members.get(place)?;
        Some((place, member.key().end_behind(bytes, at)?))
    };
    match bytes.get(at + 2..)?.first_chunk() {
        Some(head) if !object.index.is_empty() => {
            Candidates::new(object.index, u64::from_le_bytes(*head)).find_map(end)
        }
        _ => places(object.members, guess).find_map(end),
    }
}

/// Whether a member has this token; `None` where there is no token, or no index.
pub(crate) fn has_token(object: &ObjectType, token: Token) -> Option<bool> {
    let head = token.get(2..)?.first_chunk()?;
    if Key::new(token).len() == 0 || object.index.is_empty() {
        return None;
    }
    let mut candidates = Candidates::new(object.index, u64::from_le_bytes(*head));
    Some(candidates.any(|place| {
        let member = object.members.get(place);
        member.is_some_and(|member| member.token == token)
    }))
}

/// Finds a name among the members, looking first, without an index, where it is most likely: from `guess` on.
pub(crate) fn find_name(object: &ObjectType, name: &str, guess: usize) -> Option<usize> {
    let is_it = |place: &usize| {
        object
            .members
            .get(*place)
            .is_some_and(|member| member.name == name)
    };
    if object.index.is_empty() {
        return places(object.members, guess).find(is_it);
    }
    let head = match name.as_bytes().first_chunk() {
        Some(head) => u64::from_le_bytes(*head),
        None => zero_padded(name.as_bytes()),
    };
    Candidates::new(object.index, head).find(is_it)
}

/// All places, from `guess` on and then from the first.
fn places(members: &[Member], guess: usize) -> impl Iterator<Item = usize> + use<> {
    let guess = guess.min(members.len());
    (guess..members.len()).chain(0..guess)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::Shape;
    use crate::json::Key;
    use crate::raw::quoted;

    /// Names that begin alike, that are short, that have no token, and that hold a quote.
    const NAMES: [&str; 10] = [
        "id",
        "created_at",
        "completed_at",
        "completed_by",
        "completed",
        "",
        "a_name_that_is_longer_than_any_token",
        "qu\"ote",
        "é",
        "8_bytes!",
    ];

    /// What the derive writes for them, whether or not there is an index.
    fn objects() -> [ObjectType; 2] {
        let members = NAMES.map(|name| Member {
            token: Key::of(name).token(),
            ..Member::new(name, "", Shape::Any)
        });
        let mut index = [0; 32];
        for (place, name) in NAMES.iter().enumerate() {
            let mut head = [0; 8];
            let bytes = name.bytes().take(8);
            head.iter_mut().zip(bytes).for_each(|(to, byte)| *to = byte);
            let all: Index = &[1; 32];
            let mut slots = Candidates::new(all, u64::from_le_bytes(head)).slots;
            let slot = slots.find(|slot| index[slot % 32] == 0).unwrap();
            index[slot % 32] = place as u8 + 1;
        }
        let members: &'static [Member] = Box::leak(Box::new(members));
        let index: Index = Box::leak(Box::new(index));
        [&[][..], index].map(|index| ObjectType {
            index,
            ..ObjectType::new("T", "", members)
        })
    }

    #[test]
    fn a_name_is_found_from_every_guess() {
        for object in &objects() {
            for guess in 0..=NAMES.len() + 1 {
                for (place, name) in NAMES.iter().enumerate() {
                    assert_eq!(find_name(object, name, guess), Some(place), "{name}");
                    let has_it = has_token(object, Key::of(name).token());
                    assert!(has_it.unwrap_or(true), "{name}");
                }
                for stranger in ["object", "completed_", "i", "idid", "quote", "qu"] {
                    assert_eq!(find_name(object, stranger, guess), None, "{stranger}");
                    let has_it = has_token(object, Key::of(stranger).token());
                    assert!(!has_it.unwrap_or(false), "{stranger}");
                }
            }
        }
    }

    #[test]
    fn a_token_is_found_wherever_it_stands() {
        for object in &objects() {
            for (place, name) in NAMES.iter().enumerate() {
                for behind in ["1,\"and more behind it\"", "1}"] {
                    let text = format!("[{{{}:{behind}", quoted(name));
                    let end = 1 + text.find(":").unwrap();
                    let has_token = Key::of(name).end_behind(text.as_bytes(), 1).is_some();
                    let expected = has_token.then_some((place, end));
                    let found = find_token(object, 3, text.as_bytes(), 1);
                    assert_eq!(found, expected, "{text}");
                }
            }
            for text in [
                "",
                ",",
                ",\"",
                ",\"id",
                ",\"id\" :1",
                ",\"other\":1",
                ", \"id\":1",
            ] {
                assert_eq!(find_token(object, 0, text.as_bytes(), 0), None, "{text}");
            }
        }
    }

    #[test]
    fn a_name_that_is_there_may_be_there() {
        let names: Vec<&str> = NAMES.into_iter().chain(["i", "ab", "created_by"]).collect();
        let token = |name: &str| Key::of(name).token();
        for name in &names {
            let mut heads = Heads::NONE;
            heads.insert(name);
            assert!(heads.may_hold(token(name)), "{name}");
            assert!(heads.may_hold_name(name), "{name}");
            assert!(Heads::ANY.may_hold(token(name)), "{name}");
            // Of a name without a token nothing is known.
            let has_token = Key::of(name).token()[31] != 0;
            assert_eq!(Heads::NONE.may_hold(token(name)), !has_token, "{name}");
        }
        let mut heads = Heads::NONE;
        heads.insert("id");
        let others = names.iter().filter(|name| heads.may_hold(token(name)));
        assert!(others.count() < names.len() / 2);
        let others = names.iter().filter(|name| heads.may_hold_name(name));
        assert!(others.count() < names.len() / 2);
    }

    #[test]
    fn an_index_without_a_free_slot_ends_the_search() {
        let [plain, _] = objects();
        let full = ObjectType {
            index: &[1; 16],
            ..plain
        };
        assert_eq!(find_name(&full, "stranger", 0), None);
        assert_eq!(find_name(&full, "id", 0), Some(0));
    }
}
