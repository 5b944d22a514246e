//! Statuses that an object lists, though they stand on an enum elsewhere. The compiler runs what is constant here.

use super::{StatusEnum, UnknownValue};
use crate::describe::EnumType;
use crate::describe::flatten::write;

/// The place of the status with this bit.
pub const fn status_place(bit: u64) -> usize {
    bit.trailing_zeros() as usize
}

/// The place of a status, or the word that is none.
#[inline]
pub fn status_among<E: StatusEnum>(status: &E) -> Result<usize, &UnknownValue> {
    status.place()
}

/// Asks that a list has all statuses, a bit for each; and, where it tells which are end states, that the enum calls the same
/// ones so.
#[track_caller]
pub const fn same_statuses(statuses: &EnumType, listed: u64, ended: Option<u64>) {
    let mut place = 0;
    while place < statuses.words.len() {
        let word = &statuses.words[place];
        if listed >> place & 1 == 0 {
            refuse(
                "the list of statuses lacks `",
                word.name,
                "`; write it there",
            );
        }
        if let Some(ended) = ended {
            if !statuses.has_arrows() {
                let how = "` is an end state; write arrows there, such as `#[api(next = end)]`, or no `ended(...)` here";
                refuse(
                    "the enum has no arrows, so nobody knows whether `",
                    word.name,
                    how,
                );
            }
            match (ended >> place & 1 == 1, word.is_terminal()) {
                (true, false) => refuse(
                    "`",
                    word.name,
                    "` is no end state; write it before `ended(...)`",
                ),
                (false, true) => refuse(
                    "`",
                    word.name,
                    "` is an end state; write it inside `ended(...)`",
                ),
                _ => {}
            }
        }
        place += 1;
    }
}

#[track_caller]
const fn refuse(what: &str, name: &str, how: &str) -> ! {
    let mut text = [0; 256];
    let mut end = write(&mut text, 0, what);
    end = write(&mut text, end, name);
    end = write(&mut text, end, how);
    match std::str::from_utf8(text.split_at(end).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("the list has not just the statuses of the enum"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::Word;

    static STATUSES: EnumType = EnumType::new(
        "Status",
        "",
        &[Word::new("on").before(0b10), Word::new("off").before(0)],
    );

    fn complaint(listed: u64, ended: Option<u64>) -> String {
        let refused = std::panic::catch_unwind(|| same_statuses(&STATUSES, listed, ended));
        *refused
            .expect_err("a complaint")
            .downcast()
            .expect("a text")
    }

    #[test]
    fn a_bit_is_a_place() {
        assert_eq!((status_place(1), status_place(1 << 63)), (0, 63));
    }

    #[test]
    fn a_list_is_held_against_the_enum() {
        same_statuses(&STATUSES, 0b11, None);
        same_statuses(&STATUSES, 0b11, Some(0b10));
        assert_eq!(
            complaint(0b01, None),
            "the list of statuses lacks `off`; write it there"
        );
        assert_eq!(
            complaint(0b11, Some(0)),
            "`off` is an end state; write it inside `ended(...)`"
        );
        assert_eq!(
            complaint(0b11, Some(0b11)),
            "`on` is no end state; write it before `ended(...)`"
        );
    }
}
