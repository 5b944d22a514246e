//! `once(status)` for statuses that objects share: what comes only by way of a status, as a bit for each.
//!
//! The compiler runs this, only where such a rule stands: it alone sees the enum beside the object.

use crate::describe::{EnumType, WordTerms};

/// The statuses that are reached only by way of the one with this bit, and that one.
#[track_caller]
pub const fn only_after(statuses: &EnumType, bit: u64) -> u64 {
    reached(statuses, bit, 0) & !reached(statuses, starts(statuses), bit)
}

/// The statuses that cannot come after the one with this bit.
#[track_caller]
pub const fn never_after(statuses: &EnumType, bit: u64) -> u64 {
    all(statuses) & !reached(statuses, bit, 0)
}

const fn all(statuses: &EnumType) -> u64 {
    match statuses.words.len() {
        len @ 0..64 => (1 << len) - 1,
        _ => u64::MAX,
    }
}

/// Where an object may begin: in the first status, and in those to which no arrow leads.
#[track_caller]
const fn starts(statuses: &EnumType) -> u64 {
    assert!(
        statuses.has_arrows(),
        "the statuses have no arrows, so nobody knows what comes after this one; \
         write arrows on the enum, such as `#[api(next = completed | failed)]`"
    );
    let mut entered = 0;
    let mut place = 0;
    while place < statuses.words.len() {
        entered |= next(statuses, place) & !(1 << place);
        place += 1;
    }
    all(statuses) & (!entered | 1)
}

/// The statuses that arrows lead to from these, and these; not by way of those to avoid.
const fn reached(statuses: &EnumType, from: u64, avoided: u64) -> u64 {
    let mut reached = from & !avoided;
    loop {
        let mut more = reached;
        let mut place = 0;
        while place < statuses.words.len() {
            if more & (1 << place) != 0 {
                more |= next(statuses, place) & !avoided;
            }
            place += 1;
        }
        if more == reached {
            return reached;
        }
        reached = more;
    }
}

/// The statuses that may follow directly on the one at a place.
const fn next(statuses: &EnumType, place: usize) -> u64 {
    let next = match statuses.words[place].terms {
        WordTerms::None => return 0,
        WordTerms::Next(bits) => return bits,
        WordTerms::Full(terms) => terms.next,
    };
    let mut bits = 0;
    let mut arrow = 0;
    while arrow < next.len() {
        bits |= 1 << next[arrow];
        arrow += 1;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::Word;

    const fn word(next: u64) -> Word {
        Word::new("").before(next)
    }

    /// A ring of the first two, a way past the second to the fourth, and an end that is reached by the second alone.
    static STATUSES: EnumType = EnumType::new(
        "Status",
        "",
        &[word(0b1010), word(0b1101), word(0), word(0)],
    );

    #[test]
    fn ways_are_followed_and_avoided() {
        assert_eq!(only_after(&STATUSES, 0b0010), 0b0110);
        assert_eq!(never_after(&STATUSES, 0b0010), 0);
        assert_eq!(only_after(&STATUSES, 0b0001), 0b1111);
        assert_eq!(only_after(&STATUSES, 0b0100), 0b0100);
        assert_eq!(never_after(&STATUSES, 0b0100), 0b1011);
    }

    #[test]
    #[should_panic(expected = "the statuses have no arrows")]
    fn without_arrows_nobody_knows() {
        static WORDS: EnumType = EnumType::new("Words", "", &[Word::new("")]);
        only_after(&WORDS, 1);
    }
}
