//! Statuses that an object lists, though they stand on an enum elsewhere. The compiler runs this.

/// The place of the status with this bit.
pub const fn status_place(bit: u64) -> usize {
    bit.trailing_zeros() as usize
}

/// Asks that a list of statuses and their enum call the same ones end states.
#[track_caller]
pub const fn same_end_states(listed: u64, of_the_enum: u64) {
    assert!(
        listed & !of_the_enum == 0,
        "`ended(...)` lists a status from which the enum has an arrow; write it before `ended(...)`"
    );
    assert!(
        listed == of_the_enum,
        "the enum has an end state that is not inside `ended(...)`; write it there"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bit_is_a_place() {
        assert_eq!(status_place(1), 0);
        assert_eq!(status_place(1 << 63), 63);
    }

    #[test]
    fn end_states_are_those_of_the_enum() {
        same_end_states(0b110, 0b110);
        let differ = |listed, of_the_enum| {
            std::panic::catch_unwind(|| same_end_states(listed, of_the_enum)).is_err()
        };
        assert!(differ(0b111, 0b110) && differ(0b010, 0b110));
    }
}
